// Capitalised words that are no person's name: those of the site's own titles, words, boards, roles and settings, and of everyday English.
#include "base/text.h"
#include "understand/steps.h"

namespace offer {

namespace {

// Words that begin sentences, and those of the calendar, the trade and the country. None that is often a first name or a surname.
constexpr std::string_view no_names[]{
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December", "Monday", "Tuesday", "Wednesday",
    "Thursday", "Friday", "Saturday", "Sunday", "Christmas", "Easter", "Spring", "Summer", "Autumn", "Winter", "Term",
    "England", "English", "British", "Britain", "Wales", "Welsh", "Scotland", "Scottish", "Ireland", "Irish", "Europe", "European", "London", "Midlands",
    "A", "About", "After", "All", "Also", "Although", "An", "And", "Any", "Are", "As", "Ask", "At", "Because", "Before", "Between", "Both", "But", "By", "Can", "Could",
    "Did", "Do", "Does", "During", "Each", "Even", "Every", "Everyone", "Few", "First", "For", "From", "Has", "Have", "Having", "He", "Her", "Here", "His", "How",
    "However", "I", "If", "In", "Instead", "Is", "It", "Its", "Last", "Later", "Like", "Many", "More", "Most", "My", "Next", "No", "Nobody", "Not", "Now", "Of", "On",
    "Once", "One", "Only", "Or", "Other", "Others", "Our", "Over", "Please", "Second", "She", "Should", "Since", "So", "Some", "Sometimes", "Such", "Than", "Thank",
    "Thanks", "That", "The", "Their", "Then", "There", "These", "They", "Third", "This", "Those", "Three", "Through", "To", "Today", "Too", "Two", "Under", "Until",
    "Us", "Using", "Was", "We", "Were", "What", "When", "Where", "Whether", "Which", "While", "Who", "Why", "Call", "Contact", "Email", "Meet", "Phone", "Ring", "See", "Speak", "Talk", "Tell", "Visit", "Write", "With", "Without", "Would", "Yes", "You", "Your", "Dear",
    "Academy", "Act", "Action", "Advice", "Agency", "Annual", "Area", "Assessment", "Authority", "Badge", "Board", "Borough", "Budget", "Cabinet", "Campus", "Care",
    "Carer", "Carers", "Centre", "Centres", "Child", "Childhood", "Children", "City", "Clinic", "Club", "College", "Colleges", "Commission", "Committee", "Community",
    "Council", "Councils", "County", "Covid", "Department", "Disability", "Disabled", "District", "Early", "Education", "Educational", "Employment", "Executive", "Families",
    "Family", "Forum", "Forums", "Foundation", "Government", "Group", "Groups", "Guide", "Head", "Health", "Help", "Home", "Hospital", "Hub", "Hubs", "Individual",
    "Information", "Inspection", "Joint", "Key", "Learning", "Library", "Local", "Mainstream", "Manager", "Mental", "Ministry", "National", "Needs", "News", "Nursery", "Nurseries",
    "Offer", "Office", "Officer", "Ombudsman", "Panel", "Parent", "Parents", "Parliament", "Partnership", "Party", "Pathway", "Pathways", "People", "Person", "Personal", "Plan", "Plans",
    "Portal", "Practice", "Primary", "Project", "Pupil", "Pupils", "Regulation", "Regulations", "Report", "Resource", "Respite", "Review", "Road", "Royal", "Scheme", "School", "Schools", "Secondary",
    "Section", "Send", "Service", "Services", "Social", "Special", "Stage", "State", "Strategy", "Street", "Support", "Survey", "Team", "Teams", "Therapist", "Therapy", "Transport", "Tribunal",
    "Trust", "Trusts", "Union", "Unit", "University", "Villa", "Village", "Year", "Years", "Zoom", "Facebook", "Google", "Instagram", "Internet", "Microsoft", "Twitter", "WhatsApp", "YouTube"};

void add_capitalised(std::string_view words, std::set<std::string, std::less<>>& to) {
  for (size_t at = 0; at < words.size();) {
    const size_t length = word_length(words, at);
    if (const std::string_view word = words.substr(at, length); length > 0 && is_upper(word[0]) && !to.contains(word)) to.emplace(word);
    at += length > 0 ? length : character_length(words, at);
  }
}

}  // namespace

void find_known_names(Site& site) {
  std::set<std::string, std::less<>>& known = site.known_names;
  known.insert(std::begin(no_names), std::end(no_names));
  for (const Page& page : site.pages) {
    if (tells_of_people(page)) continue;  // a name in one story is no excuse for another
    add_capitalised(page.title, known);
    for (const Fields::Entry& entry : page.fields.all())
      if (const Words* words = std::get_if<Words>(&entry.value); words != nullptr && entry.field->name == "also")
        for (const std::string& one : *words) add_capitalised(one, known);
  }
  for (const auto& [id, role] : site.roles) {
    add_capitalised(role.title, known);
    known.insert(role.email);  // where to answer is no secret
  }
  add_capitalised(site.settings.name, known);
  add_capitalised(site.settings.council, known);
  for (const std::string& one : site.settings.words_people_know) add_capitalised(one, known);
}

}  // namespace offer
