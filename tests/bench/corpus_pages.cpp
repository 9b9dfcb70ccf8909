#include "corpus_pages.h"

#include <fmt/format.h>

#include <iterator>

#include "corpus_hugo.h"
#include "corpus_plan.h"
#include "corpus_text.h"
#include "corpus_words.h"

namespace offer::bench {

namespace {

// Settings of a page that every site has.
std::string settings(std::string_view id, std::string_view title, std::string_view summary, std::string_view more = "") {
  return fmt::format(
      "---\nid: {}\ntitle: \"{}\"\nsummary: \"{}\"\naudience: [everyone]\nstatus: published\nowner: local-offer-officer\nreviewed: 2026-10-14\nreview_by: 2027-10-14\nhelp: local-offer-officer\n{}---\n\n", id, title,
      summary, more);
}

void write_site_files(const SitePlan& plan, const WriteFile& write) {
  std::string menu;
  std::string known;
  for (const Folder& folder : plan.folders)
    if (folder.path.find('/') == std::string::npos && (folder.pages > 0 || folder.kind != Kind::term)) menu += fmt::format("{}{}", menu.empty() ? "" : ", ", folder.path);
  for (const std::string& place : plan.places) known += place + "\n";
  write("site.yml", fmt::format("name: \"Yarshire Local Offer\"\ncouncil: \"Yarshire Council\"\naddress: https://local-offer.example.org/\nlanguage: en-GB\ntheme: council\n"
                                "demonstration: \"This site was made by a program, to measure others. Nothing on it is true.\"\nindex: no\nmenu: [{}]\nfooter: [contact, other-formats, search]\nhelp: local-offer-officer\n"
                                "words_people_know: [NHS, ADHD, EHC, ZZ]\n",
                                menu));
  write("roles.yml",
        "send-manager:\n  title: \"SEND manager\"\n  phone: \"01632 960 101\"\n  email: send.manager@example.org\n  hours: \"Monday to Friday, 9am to 5pm\"\n  can_help_with: \"EHC plans and annual reviews.\"\n"
        "local-offer-officer:\n  title: \"Local Offer officer\"\n  phone: \"01632 960 102\"\n  email: local.offer@example.org\n  hours: \"Monday to Friday, 9am to 5pm\"\n  can_help_with: \"Finding your way on this site.\"\n"
        "participation-officer:\n  title: \"Participation officer\"\n  phone: \"01632 960 103\"\n  email: your.say@example.org\n  hours: \"Monday to Friday, 9am to 5pm\"\n  can_help_with: \"Telling us what you think.\"\n"
        "short-breaks-lead:\n  title: \"Short breaks lead\"\n  phone: \"01632 960 104\"\n  email: breaks@example.org\n  hours: \"Monday to Thursday, 9am to 4pm\"\n  can_help_with: \"Clubs, breaks and holidays.\"\n"
        "health-lead:\n  title: \"Health lead\"\n  phone: \"01632 960 105\"\n  email: health@example.org\n  hours: \"Monday to Friday, 9am to 5pm\"\n  can_help_with: \"NHS help for children.\"\n"
        "schools-lead:\n  title: \"Schools lead\"\n  phone: \"01632 960 106\"\n  email: schools@example.org\n  hours: \"Monday to Friday, 9am to 5pm\"\n  can_help_with: \"School places and help in class.\"\n"
        "transport-officer:\n  title: \"Transport officer\"\n  phone: \"01632 960 107\"\n  email: transport@example.org\n  hours: \"Monday to Friday, 8am to 6pm\"\n  can_help_with: \"Getting to school and college.\"\n"
        "early-years-lead:\n  title: \"Early years lead\"\n  phone: \"01632 960 108\"\n  email: early.years@example.org\n  hours: \"Monday to Friday, 9am to 5pm\"\n  can_help_with: \"Nurseries and starting school.\"\n");
  write("topics.yml",
        "assessment:\n  title: \"Finding out what a child needs\"\nschool:\n  title: \"School and college\"\nearly-years:\n  title: \"Babies, toddlers and nursery\"\nhealth:\n  title: \"Health\"\n"
        "mental-health:\n  title: \"Mental health and feelings\"\nadulthood:\n  title: \"Adult life\"\nautism:\n  title: \"Autism\"\nfamily-support:\n  title: \"Help for families\"\nhaving-a-say:\n  title: \"Having a say\"\n"
        "money:\n  title: \"Money\"\ntransport:\n  title: \"Getting there\"\nplans-and-strategies:\n  title: \"Plans and promises\"\n");
  write("needs.yml",
        "autism:\n  title: \"Autism\"\nadhd:\n  title: \"ADHD\"\nspeech-and-language:\n  title: \"Talking and understanding\"\nlearning:\n  title: \"Learning\"\nfeelings:\n  title: \"Feelings\"\nhearing:\n  title: \"Hearing\"\n"
        "sight:\n  title: \"Sight\"\nphysical:\n  title: \"Moving\"\nmedical:\n  title: \"Illness\"\ncomplex:\n  title: \"Several needs at once\"\n");
  write("known-words.txt", "# Made-up names of places\n" + known);
}

// The pages that every site has.
void write_own_pages(const SitePlan& plan, const WriteFile& write) {
  std::string home = settings("home", "Help with SEND in Yarshire", "Where to find help, plans and answers for children and young people from birth to 25.", "layout: home\n") + "In danger now? Ring [999](tel:999).\n\n## Where to look\n\n";
  for (const Folder& folder : plan.folders)
    if (folder.path.find('/') == std::string::npos) fmt::format_to(std::back_inserter(home), "- [{}](/{}/): everything about it\n", folder.title, folder.path);
  write("index.md", home);
  write("search.md", settings("search", "Search this site", "Type what you want to know in your own words.") + "## Other ways to find it\n\n- [Ask a person](/contact/)\n- [Look up a word](/glossary/)\n");
  write("contact.md", settings("contact", "Who to ask", "Who to ring or write to, and what each person can help with.") +
                          "Ring the Local Offer officer on [01632 960 102](tel:01632960102). If you do not know whom to ask, we find the right person.\n");
  write("other-formats.md", settings("other-formats", "Other formats", "How to get a page in large print, as audio or on paper.") + "Ring [01632 960 102](tel:01632960102) and say which page you want, and how you want it.\n");
  write("not-found.md", settings("not-found", "We cannot find that page", "The page is not here, and these links can help you to find what you need.") + "- [Go to the start page](/)\n- [Ask a person](/contact/)\n");
}

void write_lists(const SitePlan& plan, std::string_view index_name, const WriteFile& write) {
  for (const Folder& folder : plan.folders) {
    const bool whole = folder.path.find('/') == std::string::npos;
    const std::string id = whole ? folder.path : "list-" + small_with_hyphens(folder.path);
    const std::string summary = whole ? fmt::format("{} in Yarshire, from the first to the last.", folder.title) : fmt::format("{}: {}.", title_of(folder.kind), folder.title);
    write(fmt::format("{}/{}", folder.path, index_name), settings(id, folder.title, summary) + "Choose what you want to read. If you cannot find it, [ask a person](/contact/).\n");
  }
}

// A simple drawing; what matters is that the page has a picture with a size.
std::string drawing(int number) {
  return fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"640\" height=\"360\" viewBox=\"0 0 640 360\"><rect width=\"640\" height=\"360\" fill=\"#f3f2f1\"/><circle cx=\"{}\" cy=\"180\" r=\"60\" fill=\"#1d70b8\"/></svg>\n",
                     80 + number * 40);
}

}  // namespace

void make_corpus(const CorpusOptions& options, const WriteFile& write_file) {
  const SitePlan plan = plan_site(options.pages, options.seed);
  const std::string pages_in = options.hugo ? "content/" : "";
  const std::string files_in = options.hugo ? "static/" : "";
  const WriteFile write = [&](const std::string& path, const std::string& bytes) { write_file(pages_in + path, bytes); };
  if (options.hugo) {
    write_hugo_files(plan, write_file);
    write_file("content/_index.md", "---\ntitle: \"Help with SEND in Yarshire\"\nsummary: \"Where to find help.\"\n---\n");
  } else {
    write_site_files(plan, write);
    write_own_pages(plan, write);
  }
  write_lists(plan, options.hugo ? "_index.md" : "index.md", write);
  for (int i = 0; i < 12; ++i) {
    write_file(fmt::format("{}images/way-{}.svg", files_in, i), drawing(i));
    write_file(fmt::format("{}images/door-{}.svg", files_in, i), drawing(i));
  }
  for (const PlannedPage& page : plan.pages) {
    const std::string path = fmt::format("{}/{}", plan.folders[page.folder].path, page.name);
    write(path + ".md", page_text(plan, page, options.hugo));
    if (page.kind == Kind::plan && !options.hugo) write(path + ".actions.csv", actions_of_plan(plan, page));
  }
}

}  // namespace offer::bench
