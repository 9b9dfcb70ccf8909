#include "model/shared_fields.h"

#include "base/text.h"

namespace offer {

std::string in_words(const Ages& ages) {
  if (ages.to < 120) return fmt::format("{} to {}", ages.from, ages.to);
  return ages.from == 0 ? "All ages" : fmt::format("{} and over", ages.from);
}

}  // namespace offer

namespace offer::shared {

const Field<std::string> id{"id", Need::required,
                            "The page's own name, in small letters and hyphens. It never changes.", "short-breaks"};
const Field<std::string> title{"title", Need::required, "What the page is called, in under 65 characters.",
                               "How to get a short break"};
const Field<std::string> short_title{"short_title", Need::optional, "A shorter title, for the menu.", "Short breaks"};
const Field<std::string> summary{"summary", Need::required,
                                 "One sentence of at most 25 words that says what the page gives the reader.",
                                 "What short breaks there are and how to ask for one."};
const Field<Choices> audience{"audience", Need::required, "Who the page is for.", "[parents]",
                              {"parents", "young-people", "professionals", "everyone"}};
const Field<Choice> status{"status", Need::optional, "Where the page stands. Drafts are not shown to readers.",
                           "published",
                           {"published", "draft", "in-consultation", "superseded", "withdrawn"}};
const Field<Date> published{"published", Need::optional, "The day from which readers see the page.", "2026-09-01"};
const Field<Id> owner{"owner", Need::required, "Which role looks after the page (see roles.yml); never a person's name.",
                      "local-offer-officer", {}, RefersTo::role};
const Field<Date> reviewed{"reviewed", Need::required, "The day when somebody last checked that everything is true.",
                           "2026-09-14"};
const Field<Date> review_by{"review_by", Need::required, "The day by which it must be checked again.", "2027-09-14"};
const Field<Ids> covers{"covers", Need::optional, "Which points of Schedule 2 of the SEND Regulations the page answers.",
                        "[S2.19]", {}, RefersTo::law};
const Field<Ids> topics{"topics", Need::optional, "What the page is about (see topics.yml).", "[health]", {},
                        RefersTo::topic};
const Field<Ids> needs{"needs", Need::optional, "Which needs the page is about (see needs.yml).", "[autism]", {}, RefersTo::need};
const Field<Ages> ages{"ages", Need::required, "From which age to which; 0 to 120 for all.", "0 to 25"};
const TableInfo dates{.name = "dates",
                      .says = "Meetings, milestones and other days, for the page and the calendar.",
                      .columns = {"date", "kind", "what", "take_part_by", "state", "note"}};
const Field<Id> help{"help", Need::optional, "Which role readers can ask about this page (see roles.yml).", "sendiass",
                     {}, RefersTo::role};
const Field<Ids> related{"related", Need::optional, "Pages that readers may want next (ids), the nearest first; more are found by topics, needs and words.", "[short-breaks]", {},
                         RefersTo::page};
const Field<Words> was{"was", Need::optional, "Old addresses of the page. They will lead here.", "[/old/address/]"};
const Field<std::string> short_address{"short_address", Need::optional, "A short address for posters and cards; the page gets a poster with a QR code.", "/ehc/"};
const Field<std::string> language{"language", Need::optional, "The language of the page, if it is not that of the site: its short code.", "ur"};
const Field<Words> allow{"allow", Need::optional, "Findings to leave out for this page, each with a reason.",
                         "[\"long-titles: it is the law's own name\"]"};
const Field<std::string> checked_by{"checked_by", Need::optional,
                                    "Which group of people with a learning disability checked the page, and how many they were.",
                                    "Speak Up group, 4 people"};
const Field<Date> checked_on{"checked_on", Need::optional, "The day when they checked it.", "2026-05-03"};
const Field<Words> follows{"follows", Need::optional,
                           "Which parts of the full page this page tells of, by their headings' addresses. Without it: the whole page.",
                           "[what-happens, if-it-is-late]"};
const Field<std::string> accepted{"accepted", Need::optional,
                                  "Stands for the full page as it was when somebody last compared the two. Written by: local-offer easy-read accept",
                                  "5b89771f5b"};
const Field<Date> accepted_on{"accepted_on", Need::optional, "The day when they did. Written by: local-offer easy-read accept", "2026-05-03"};

const std::vector<const FieldInfo*>& all() {
  static const std::vector<const FieldInfo*> fields{
      &id,       &title,     &short_title, &summary, &audience, &status, &published, &owner,
      &reviewed, &review_by, &covers,  &topics,   &needs,   &help,   &related, &was,       &short_address, &language, &allow};
  return fields;
}

const std::vector<const FieldInfo*>& of_easy_read() {
  static const std::vector<const FieldInfo*> fields{&title, &checked_by, &checked_on, &follows, &accepted, &accepted_on, &allow, &was};
  return fields;
}

}  // namespace offer::shared
