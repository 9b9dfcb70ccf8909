#include "corpus_words.h"

#include <fmt/format.h>

namespace offer::bench {

uint64_t Dice::next() {
  uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
  return z ^ (z >> 31);
}

namespace {

using Bank = std::string_view[];

constexpr Bank teams{"the inclusion team", "the early years team", "the short breaks team", "the transport team", "the school nurse", "the family support worker", "the health visitor",
                     "the college tutor", "the head teacher", "the youth worker", "the community nurse", "the specialist teacher", "the careers adviser", "the nursery manager",
                     "the welcome desk", "the play leader", "the therapy team", "the plan writer", "the advice line", "the class teacher", "the social worker", "the support group"};
constexpr Bank verbs{"talks with", "listens to", "plans with", "writes to", "visits", "rings", "meets", "works with", "keeps in touch with", "shares news with", "answers questions from",
                     "gives advice to", "trains", "looks after", "makes time for", "speaks up for", "learns from", "sends a short letter to", "keeps notes for", "asks for ideas from"};
constexpr Bank people{"parents and carers", "children and young people", "families who wait", "young people of 14 to 25", "nurseries and childminders", "brothers and sisters",
                      "families who are new here", "staff who know the child", "school governors", "local groups", "anyone who cares for a disabled child", "new parents",
                      "pupils in their last year", "grandparents who care", "foster families", "young carers"};
constexpr Bank times{"within 6 weeks", "within 15 working days", "once a year", "before the end of term", "in the autumn term", "in the spring term", "after the first meeting",
                     "on the last Friday of each month", "twice in the first year", "before a move to a new school", "when something changes", "as soon as a letter comes",
                     "in the first week of term", "every second week", "at the start of each year", "before each meeting", "on most weekdays", "during the summer holiday"};
constexpr Bank reasons{"so that help starts sooner", "because families asked for it", "so that nobody has to tell the same story twice", "so that the right people are in the room",
                       "so that everyone can plan ahead", "so that waits get shorter", "because a good start matters most", "so that children feel safe",
                       "so that each change stays small", "because a calm start helps", "so that you know what comes next", "so that fewer letters get lost",
                       "because two heads think better than one", "so that plans stay true", "so that you can say no in time"};
constexpr Bank rooms{"the community centre", "the family hub", "the library", "the leisure centre", "the old school hall", "the health centre", "the village hall", "the youth club"};
constexpr Bank things{"a quiet room", "a changing place", "free parking", "a ramp at the door", "a hearing loop", "soft lights", "a garden to play in", "a lift to each floor", "large print signs",
                      "a place to wait without noise", "ear defenders to borrow", "a map with pictures"};
constexpr Bank bring{"the last letter you had", "notes about a good day", "notes about a hard day", "a list of your questions", "a friend", "a photo of the child's favourite thing", "the school report",
                     "something to drink", "a toy from home"};

std::string_view gap(std::string_view name, std::string_view place, size_t terms, Dice& dice, std::string& own) {
  if (name == "place") return place;
  if (name == "team" || name == "Team") {
    own = dice.pick(teams);
    if (name == "Team") own.front() = 'T';
    return own;
  }
  if (name == "verb") return dice.pick(verbs);
  if (name == "who") return dice.pick(people);
  if (name == "Who") {
    own = dice.pick(people);
    own.front() = static_cast<char>(own.front() - 'a' + 'A');
    return own;
  }
  if (name == "when") return dice.pick(times);
  if (name == "why") return dice.pick(reasons);
  if (name == "room") return dice.pick(rooms);
  if (name == "thing") return dice.pick(things);
  if (name == "bring") return dice.pick(bring);
  if (name == "term") return words::glossary[dice.below(terms)].in_a_sentence;
  if (name == "month") return own = fmt::format("{} {}", dice.pick(words::months), dice.between(2023, 2026));
  if (name == "day") return dice.pick(words::weekdays);
  if (name == "n") return own = fmt::format("{}", dice.between(12, 480));
  if (name == "m") return own = fmt::format("{}", dice.between(2, 11));
  if (name == "share") return own = fmt::format("{}%", dice.between(41, 97));
  return "";
}

}  // namespace

std::string fill(std::string_view sentence, std::string_view place, size_t terms, Dice& dice) {
  std::string filled;
  filled.reserve(sentence.size() * 2);
  std::string own;
  for (size_t at = 0; at < sentence.size();) {
    const size_t open = std::min(sentence.find('{', at), sentence.size());
    filled += sentence.substr(at, open - at);
    if (open == sentence.size()) break;
    const size_t close = sentence.find('}', open);
    filled += gap(sentence.substr(open + 1, close - open - 1), place, terms, dice, own);
    at = close + 1;
  }
  return filled;
}

namespace words {
namespace {

constexpr Bank all_sentences{
    "{Team} {verb} {who} {when}.",
    "{Team} {verb} {who}, {why}.",
    "{Team} in {place} {verb} {who}.",
    "You do not need a diagnosis or {term} to ask for this.",
    "In {place}, {n} families came last term. Of them, {share} said that it helped.",
    "We answer {when}, and if we cannot, we tell you why and give a new date.",
    "You can have this in large print, as audio or in another language.",
    "Help depends on what a person needs, so it can look different in {place}.",
    "At 16 a young person can decide some things alone, {why}.",
    "Bring {bring} and {bring}.",
    "We meet at {room} in {place}, with {thing} and {thing}.",
    "Our letters were hard to read, so we wrote them again with {who}.",
    "Not every child with special needs will need {term}.",
    "Most children do well with good teaching and small changes, {why}.",
    "If you do not agree with us, {team} can explain what to do next.",
    "Staff in {n} schools have done the training, and {m} more start in {month}.",
    "Travel training helps young people to use the bus between {place} and the next town.",
    "We look at the list of people who wait each week, and see those in danger first.",
    "Each goal uses the words of the child or young person.",
    "A short visit before the first day helps, {why}.",
    "We ask {who} what to change next, {why}.",
    "It can be a few hours after school, a Saturday in {place} or one night away.",
    "One group of {who} meets at {room} every {day}.",
    "Ask {team} about {term}, or look at what {who} wrote about it.",
    "Read about {term} first if the words are new to you.",
    "When {term} ends, {team} {verb} {who}.",
    "Some families use {term} together with {term}.",
    "The talk takes about {n} minutes, and you can stop at any time.",
    "Last year {n} people asked about {term} in {place}.",
    "{Who} can come to {room} in {place} {when}.",
    "{Who} said that {thing} made the biggest difference.",
    "You can find {thing} at {room}, {why}.",
    "We count how many people come, and {team} shows the numbers {when}.",
    "In {month} we had {n} calls, and we answered {share} of them on the same day.",
    "A letter with simple words goes to {who} {when}.",
    "{Team} knows {term} well and can explain it on the phone.",
    "You may ask for {term} yourself, or ask {team} to do it for you.",
    "If the day does not suit you, ring {team} and choose another.",
    "Nobody has to pay for {term}.",
    "We keep your notes for {m} years, {why}.",
    "Tell us if {room} is too far, and we look for a place near {place}.",
    "{Team} speaks to {who} first and then to you.",
    "Every {day} from 10am to 2pm you can come without an appointment.",
    "A young person from {place} helps us to choose new staff.",
    "Since {month} the group has had {m} new helpers, {why}.",
    "Small groups of {m} work best, {why}.",
    "We try one change at a time and look at it {when}.",
    "{Team} brings pictures, signs and {term} to each talk.",
    "Parents in {place} wrote the first page of this guide.",
    "Your child can show us a film or a drawing in place of words.",
    "We share what we learn with {n} schools and with {team}.",
    "The next meeting about {term} is in {place} on a {day}.",
};

constexpr Bank all_said{
    "You told us that {term} took too long in {place}.",
    "You said that nobody explained {term} to you.",
    "{Who} wanted {team} to answer sooner.",
    "You asked for {thing} at {room} in {place}.",
    "Many of you did not know whom to ask about {term}.",
    "You found {n} pages with old dates.",
    "{share} of you wanted to hear from {team} {when}.",
    "Families in {place} had to tell the same story {m} times.",
    "You asked us to keep a place for {who} in each group.",
    "You wanted to know who decides about {term}.",
};
constexpr Bank all_did{
    "{Team} now {verb} {who} {when}.",
    "We wrote the page about {term} again with {who}.",
    "You can find {thing} at {room} since {month}.",
    "{n} members of staff have learned about {term}.",
    "We put {m} more people on the phones in {month}.",
    "We mended {n} pages and gave each one a date.",
    "{Team} keeps one set of notes, {why}.",
    "In {place} we opened a second group for {who}.",
    "We now publish how long people wait for {term}, {why}.",
    "We asked {who} to test the new form before we used it.",
};
constexpr Bank all_checked{
    "Ask {team} to show you the numbers for {place}.",
    "Ring us if you still wait for {term} after {m} weeks.",
    "Look at this page again in {month}.",
    "{Who} in {place} will tell us {when} if it works.",
    "Come to {room} and see {thing} for yourself.",
};
constexpr Bank all_items{
    "{Team} {verb} {who} {when}.",
    "Ask for {thing} when you book.",
    "Write down what {team} says and the date.",
    "Bring {bring}.",
    "Tell {team} about {term} if you have it.",
    "Look at the map of {place} before you set out.",
    "Ask if {who} can come with you.",
    "Keep the letter about {term} in a safe place.",
    "Choose a time on a {day} if you can.",
    "Ring again after {m} weeks if you hear nothing.",
    "Use the side door of {room}, which has {thing}.",
    "Ask for a copy of the notes in {m} days.",
};
constexpr Bank all_headings{"How this works", "What you can expect", "Working together", "Getting help early", "Staying well", "What comes next", "If things change", "How we know that it helps",
                            "Having your say", "Help at school or college", "Money", "Friends and free time", "Moving on", "Where these facts come from", "Questions that families ask",
                            "Getting there", "Who you will meet", "While you wait", "Words you may hear", "Before you come", "After your visit", "Help at home", "If you are a young person",
                            "If you are a teacher", "Your rights", "What others said", "When it goes wrong", "Small changes that help"};
constexpr Bank all_small_headings{"A good day", "On the phone", "In a group", "At home", "In class", "For the first time", "Every week", "In the holidays", "With a friend", "On your own", "Before the meeting",
                                  "At the meeting", "After the meeting", "For under fives", "For teenagers", "For adults who help", "By post", "In person", "When it is noisy", "When you are tired"};
constexpr Bank all_step_titles{"Tell someone", "Ask for a talk", "Fill in the form", "Choose a day", "Meet the team", "Agree a plan", "Try it out", "Look at what changed", "Decide together", "Say goodbye", "Send your letter",
                               "Hear what we decided"};
constexpr Bank all_you_do{"Ring {team} and say what worries you.", "Write one page about a normal day in {place}.", "Bring {bring} and {bring}.", "Say yes or no to the date.", "Ask what {term} means for you.",
                          "Tell {team} what helps and what does not.", "Read the plan and mark what is wrong."};
constexpr Bank all_they_do{"{Team} listens and writes down what you say.", "{Team} sends a letter within {m} weeks.", "{Team} {verb} {who}.", "{Team} tells you the date and the place.", "{Team} explains {term} and what comes next.",
                           "{Team} writes a plan of two pages."};
constexpr Bank all_if_late{"Ring {team} and ask for a new date.", "After {m} weeks, write to us and keep a copy.", "Ask {team} who has your letter now.", "Ring us on a {day} and say how long you have been waiting."};
constexpr Bank all_if_no{"Ask {team} for the reason in writing.", "Ask what other help there is in {place}.", "You can ask us to look again within {m} weeks.", "Ask {team} about {term}."};
constexpr Bank all_step_when{"any time", "within 2 weeks", "within 6 weeks", "within 3 months", "at the next meeting", "in the same term", "after 10 working days"};
constexpr Bank all_priorities{"Listen to families first", "Find needs early", "Good help in every school", "Shorter waits for {term}", "Places close to {place}", "Ready for adult life", "Staff who understand {term}", "Clear words in every letter",
                              "Money well spent", "Breaks for the whole family"};
constexpr Bank all_actions{"Train {n} members of staff about {term}", "Open a group for {who} in {place}", "Write a short guide to {term}", "Ask {who} what to change", "Answer every letter within {m} weeks", "Put {thing} into {room}",
                           "Find {m} new places near {place}", "Show the waits for {term} each month", "Visit {n} families in {place}", "Test the new form with {who}"};
constexpr Bank all_measures{"Plans written in time", "Families who feel heard", "Calls answered on the day", "Children in a school near home", "Young people in work", "Staff who did the training", "Weeks until the first talk",
                            "Groups with a free place", "Letters in plain words"};
constexpr Bank all_topics{"assessment", "school", "early-years", "health", "mental-health", "adulthood", "autism", "family-support", "having-a-say", "money", "transport", "plans-and-strategies"};
constexpr Bank all_needs{"autism", "adhd", "speech-and-language", "learning", "feelings", "hearing", "sight", "physical", "medical", "complex"};
constexpr Bank all_roles{"send-manager", "local-offer-officer", "participation-officer", "short-breaks-lead", "health-lead", "schools-lead", "transport-officer", "early-years-lead"};
constexpr Bank all_groups_of_people{"Parent carers", "Young people", "Schools", "The parent carer forum", "The youth council", "Nurseries", "Families who wait", "Foster carers"};
constexpr Bank all_channels{"Yearly survey", "Talks at the family hub", "Comments on this site", "A meeting of the parent carer forum", "Letters and phone calls", "A workshop with young people"};
constexpr Bank all_service_kinds{"Drama club", "Football club", "Holiday scheme", "Saturday club", "Swimming sessions", "Music group", "Youth group", "Cooking group", "Art group", "Gardening group", "Toy library", "Advice line", "Support group",
                                 "Sleep clinic", "Speech therapy", "Movement therapy", "Play therapy", "Nursery places", "Home visits", "Mentors", "Parent course", "Reading help", "Signing class", "Computer club", "Work coaching", "Equipment loans",
                                 "Travel training", "Night breaks", "Befriending", "Forest school"};
constexpr Bank all_for_whom{"autistic children", "deaf children", "children with sight loss", "wheelchair users", "toddlers", "young people with anxiety", "children with ADHD", "young carers", "teenagers", "families",
                            "children with delays", "school leavers", "children who are ill", "brothers and sisters", "under fives"};
constexpr Bank all_topics_in_words{"autism", "sleep", "play", "reading", "travel", "friends", "work", "feelings", "hearing", "sight", "speech", "behaviour", "nursery", "college", "money", "short breaks", "equipment", "school meals", "holidays", "housing"};
constexpr Bank all_costs{"Free", "Free", "£3 a session", "£5 a session", "£2.50 a visit; carers come free", "Pay what you can"};
constexpr Bank all_providers{"The council", "A local charity", "The NHS trust", "A parents' group", "The leisure trust", "A group of schools", "The college", "A social enterprise"};
constexpr Bank all_service_groups{"Clubs and activities", "Health and therapy", "Schools and nurseries", "Advice", "Short breaks", "Money and benefits", "Getting about", "Equipment", "Growing up", "Help for families", "Childcare", "Homes"};
constexpr Bank all_pathway_groups{"Assessment", "Diagnosis", "Health", "Learning", "Adult life", "In a crisis", "Early years", "Reviews"};
constexpr Bank all_update_groups{"Spring", "Summer", "Autumn", "Winter"};
constexpr Bank all_plan_groups{"Delivery", "Improvement"};
constexpr Bank all_strategy_groups{"Working together", "Learning", "Health", "Care"};
constexpr Bank all_news_groups{"Local news", "Changes"};
constexpr Bank all_beginnings{"Ash", "Bar", "Black", "Brad", "Brook", "Carl", "Clay", "Cold", "Crow", "Dart", "East", "Elm", "Fair", "Farn", "Fern", "Gar", "Glen", "Green", "Hal", "Ham", "Hart", "Hazel", "Hol", "Kirk", "Lang", "Lin",
                              "Long", "Mar", "Mead", "Mill", "New", "Nor", "Oak", "Old", "Pen", "Red", "Rush", "Sand", "Sed", "Shel", "Stan", "Stoke", "Sut", "Thorn", "Tod", "Up", "Wal", "Warm", "West", "Whit", "Wick", "Win", "Wood", "Yar"};
constexpr Bank all_ends{"bourne", "bridge", "brook", "bury", "combe", "cote", "dale", "don", "field", "ford", "gate", "grove", "ham", "haven", "hill", "hurst", "leigh", "ley", "low", "mere", "mouth", "port", "ridge", "shaw", "stead", "thorpe",
                        "ton", "vale", "well", "wick", "wold", "worth"};
constexpr Bank all_streets{"Mill Road", "Church Street", "Station Road", "High Street", "Park Lane", "School Lane", "Bridge Street", "Green Lane"};
constexpr Bank all_months{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"};
constexpr Bank all_weekdays{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};

}  // namespace

using Words = const std::span<const std::string_view>;
Words place_beginnings{all_beginnings}, place_ends{all_ends}, streets{all_streets}, months{all_months}, weekdays{all_weekdays};
Words sentences{all_sentences}, said{all_said}, did{all_did}, checked{all_checked}, items{all_items}, headings{all_headings}, small_headings{all_small_headings};
Words step_titles{all_step_titles}, you_do{all_you_do}, they_do{all_they_do}, if_late{all_if_late}, if_no{all_if_no}, step_when{all_step_when};
Words priorities{all_priorities}, actions{all_actions}, measures{all_measures}, topics{all_topics}, needs{all_needs}, roles{all_roles};
Words groups_of_people{all_groups_of_people}, channels{all_channels}, service_kinds{all_service_kinds}, for_whom{all_for_whom}, topics_in_words{all_topics_in_words};
Words costs{all_costs}, providers{all_providers}, service_groups{all_service_groups}, pathway_groups{all_pathway_groups}, update_groups{all_update_groups};
Words plan_groups{all_plan_groups}, strategy_groups{all_strategy_groups}, news_groups{all_news_groups};

}  // namespace words
}  // namespace offer::bench
