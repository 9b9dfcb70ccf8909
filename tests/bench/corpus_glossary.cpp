// Sixty words of the trade, explained in plain English for the made site.
#include "corpus_words.h"

namespace offer::bench::words {

namespace {

constexpr GlossaryWord all[]{
    {"EHCP", "Education, health and care plan", "an EHCP", "A legal paper that lists the help a child or young person must get, and who gives it.", "An EHCP says what help you must get."},
    {"EHCNA", "EHC needs assessment", "an EHCNA", "The check that the council makes before it decides if somebody gets an EHC plan.", "The council finds out what you need."},
    {"SEND", "Special educational needs and disabilities", "advice on SEND", "A short way to speak of children who need more help to learn, or who are disabled.", "SEND means you need more help to learn."},
    {"SENCo", "Special educational needs co-ordinator", "a talk with the SENCo", "The teacher in a school who plans the extra help for pupils.", "The SENCo plans help in your school."},
    {"SENDIASS", "SEND information, advice and support service", "advice from SENDIASS", "Free and private advice for families, given by people who do not work for the council.", "SENDIASS gives free advice."},
    {"CAMHS", "Child and adolescent mental health services", "help from CAMHS", "The NHS teams that help children and young people with their mental health.", "CAMHS helps you with hard feelings."},
    {"ICB", "Integrated care board", "a letter from the ICB", "The NHS body that pays for most health care in an area.", "The ICB pays for health care."},
    {"DCO", "Designated clinical officer", "advice from the DCO", "The NHS worker who makes sure that health services play their part in plans.", "The DCO makes sure the NHS helps."},
    {"DSCO", "Designated social care officer", "advice from the DSCO", "The council worker who makes sure that social care plays its part in plans.", "The DSCO makes sure social care helps."},
    {"DMO", "Designated medical officer", "advice from the DMO", "A doctor who helps the council and the NHS to work together on plans.", "The DMO is a doctor who helps with plans."},
    {"EP", "Educational psychologist", "a report by an educational psychologist", "A worker who finds out how a child learns and what would make learning easier.", "This person finds out how you learn."},
    {"SLT", "Speech and language therapy", "speech and language therapy", "Help with talking, listening, understanding words, and eating or drinking safely.", "Help with talking."},
    {"", "Occupational therapy", "occupational therapy", "Help with daily tasks such as dressing, writing and using a fork.", "Help to do things for yourself."},
    {"", "Physiotherapy", "physiotherapy", "Help with moving, sitting, standing and staying strong.", "Help to move your body."},
    {"", "Autism", "help with autism", "A difference in how a person thinks, feels and talks with others that lasts for life.", "Autistic people see the world in their own way."},
    {"", "Dyslexia", "help with dyslexia", "A difference that makes reading and spelling hard, however well a child is taught.", "Reading is hard for you."},
    {"", "Dyspraxia", "help with dyspraxia", "A difference that makes it hard to plan and make movements.", "Moving in the way you want is hard."},
    {"SEMH", "Social, emotional and mental health", "help with SEMH", "Needs that show in how a child feels, behaves and gets on with others.", "You find feelings hard."},
    {"MLD", "Moderate learning difficulty", "help with a moderate learning difficulty", "A child learns much more slowly than others of the same age in most subjects.", "Learning takes you longer."},
    {"PMLD", "Profound and multiple learning difficulties", "help with PMLD", "Very great difficulty in learning, together with other disabilities.", "You need help with everything."},
    {"SLCN", "Speech, language and communication needs", "help with SLCN", "Needs of a child who finds it hard to talk, to understand words or to join in a talk.", "Talking is hard for you."},
    {"", "Hearing loss", "help with hearing loss", "Any loss of hearing, from a little to not hearing at all.", "You cannot hear well."},
    {"", "Sight loss", "help with sight loss", "Any loss of sight that glasses cannot put right.", "You cannot see well."},
    {"MSI", "Multi-sensory impairment", "help with a multi-sensory impairment", "A loss of both sight and hearing that makes it hard to learn and to get about.", "You cannot see or hear well."},
    {"PDA", "Pathological demand avoidance", "help with PDA", "A way of being autistic in which being asked to do things makes a person very anxious.", "Being asked to do things makes you worried."},
    {"FASD", "Fetal alcohol spectrum disorder", "help with FASD", "Lifelong difficulties of a child whose mother drank alcohol in pregnancy.", "Alcohol hurt you before you were born."},
    {"AAC", "Augmentative and alternative communication", "AAC", "Ways to talk without speech, such as signs, pictures or a device that speaks.", "Other ways to talk."},
    {"PECS", "Picture exchange communication system", "PECS", "A way to ask for things by handing over pictures.", "You talk with pictures."},
    {"", "Makaton", "Makaton", "Signs and symbols that people use while they speak.", "Signs that go with words."},
    {"TAF", "Team around the family", "a TAF meeting", "A meeting of the people who help one family, to agree who does what.", "People meet to help your family."},
    {"EHA", "Early help assessment", "an early help assessment", "A talk about what goes well and what is hard, to find help before things get worse.", "We talk about what would help."},
    {"CIN", "Child in need", "a child in need plan", "A child who needs help from social care to be well and safe.", "A child who needs more help."},
    {"PEP", "Personal education plan", "a personal education plan", "The school plan of a child in care.", "A plan for school for children in care."},
    {"IHP", "Individual healthcare plan", "an individual healthcare plan", "A paper that says how a school looks after the health of one pupil.", "It tells school how to keep you well."},
    {"", "Graduated approach", "the graduated approach", "Four steps that schools repeat: find out, plan, do it, and look at what changed.", "School tries, looks and tries again."},
    {"OAP", "Ordinarily available provision", "ordinarily available provision", "The help that every school must give from its own money, without a plan.", "Help that every school gives."},
    {"", "Alternative provision", "alternative provision", "Lessons somewhere else for pupils who cannot go to their school.", "Lessons in another place."},
    {"PRU", "Pupil referral unit", "a pupil referral unit", "A small school for pupils who cannot stay in their own school for a time.", "A small school for a short time."},
    {"", "Resource base", "a resource base", "A small unit in a mainstream school with trained staff for one kind of need.", "A special room in a school."},
    {"EOTAS", "Education otherwise than at school", "EOTAS", "Lessons that the council arranges for a child for whom no school is right.", "You learn, but not in a school."},
    {"EHE", "Elective home education", "elective home education", "Parents choose to teach their child at home.", "Your parents teach you at home."},
    {"EBSA", "Emotionally based school avoidance", "help with EBSA", "Strong worry that keeps a child from going to school.", "School makes you too worried to go."},
    {"PfA", "Preparing for adulthood", "preparing for adulthood", "Planning for work, a home, friends and health in adult life.", "You get ready to be an adult."},
    {"NEET", "Not in education, employment or training", "help for young people who are NEET", "A young person who has no course, no job and no training.", "You have no college and no job."},
    {"DLA", "Disability Living Allowance", "Disability Living Allowance", "Money for a disabled child under 16 who needs more care than others.", "Money for disabled children."},
    {"PIP", "Personal Independence Payment", "Personal Independence Payment", "Money for disabled people of 16 and over.", "Money for disabled people."},
    {"", "Personal budget", "a personal budget", "The money for some of the help in a plan, which a family can have a say in.", "Money for your help."},
    {"", "Direct payment", "a direct payment", "Money that the council pays to a family so that it can buy the help itself.", "You get money to pay for help."},
    {"", "High needs funding", "high needs funding", "Government money for pupils whose help costs more than a school can pay.", "Money for a lot of help."},
    {"DSG", "Dedicated schools grant", "the dedicated schools grant", "The money that the government gives a council for its schools.", "Money for all the schools."},
    {"", "Inclusion fund", "the inclusion fund", "Money for nurseries so that young children with special needs can join in.", "Money so that you can join in."},
    {"", "Code of practice", "the code of practice", "The government's guide that tells schools, councils and the NHS what they must do.", "A book of rules for helping you."},
    {"PCF", "Parent carer forum", "a word with the parent carer forum", "A group of parents and carers who tell the council and the NHS what families need.", "Parents who speak up."},
    {"", "Annual review", "an annual review", "A meeting each year to see if a plan still fits.", "A meeting about your plan."},
    {"", "Mediation", "mediation", "A talk with a person who takes no side, to settle a quarrel about a decision.", "Someone fair helps us to agree."},
    {"", "Tribunal", "a hearing at the tribunal", "Independent judges who decide when a family and a council do not agree.", "Judges who decide what is fair."},
    {"", "Short break", "a short break", "Time in which a disabled child has fun and the family has a rest.", "Fun for you, a rest for your family."},
    {"", "Supported internship", "a supported internship", "A year of learning in a real place of work, with a coach.", "You learn to do a job."},
    {"", "Portage", "Portage", "Play and learning at home for very young children with special needs.", "Someone comes to play and learn with you."},
    {"", "Key worker", "a key worker", "One person who knows the family and makes sure that all the help fits together.", "One person who helps your family."},
};
static_assert(std::size(all) == 60);

}  // namespace

const std::span<const GlossaryWord> glossary{all};

}  // namespace offer::bench::words
