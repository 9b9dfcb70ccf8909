#include "kit.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "diagnose/print_text.h"
#include "load/settings.h"
#include "model/easy_read_rules.h"
#include "model/plain_english.h"

namespace offer::kit {

namespace {

constexpr std::string_view frame = R"(<!DOCTYPE html>
<html lang="{{language}}">
<head>
<title>{{page_title}}</title>
</head>
<body>
<main>
<h1>{{title}}</h1>
{{{body}}}
</main>
</body>
</html>
)";

constexpr std::string_view drawing = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"><circle cx="48" cy="48" r="40"/></svg>)";

constexpr std::string_view time_limits = R"(clocks:
  request: the day the council gets your request
deadlines:
  decide:
    clock: request
    number: 6
    unit: weeks
    what: We must tell you whether we will check your needs.
    if_late: Ring us.
    law: regulation 5
    in_force_from: 2014-09-01
)";

// The settings that a page of this path must have, each on its own line.
std::vector<std::pair<std::string, std::string>> required_settings(std::string_view path) {
  const std::string name = slug(replace_all(replace_all(std::string(path), "/", "-"), ".md", ""));
  std::vector<std::pair<std::string, std::string>> settings{{"title", "A page about " + name}};
  if (const size_t easy = path.rfind(".easy"); easy != std::string_view::npos && (path.substr(easy) == ".easy.md" || path.substr(easy).starts_with(".easy-2") || path.substr(easy).starts_with(".easy-3"))) return settings;
  settings.insert(settings.end(), {{"id", name},
                                   {"summary", fmt::format("What {} gives you.", name)},
                                   {"audience", "[everyone]"},
                                   {"owner", "officer"},
                                   {"reviewed", "2026-09-01"},
                                   {"review_by", "2027-09-01"}});
  const bool index = path.ends_with("/index.md");
  if (path.starts_with("glossary/") && !index) settings.emplace_back("easy", "Easy words.");
  if (path.starts_with("strategies/") && !index) settings.insert(settings.end(), {{"from", "2023"}, {"to", "2026"}});
  if (path.starts_with("pathways/") && !index)
    settings.insert(settings.end(), {{"for", "Everybody"}, {"starts_when", "You ask"}, {"ages", "0 to 25"}});
  if (path.starts_with("updates/") && !index)
    settings.insert(settings.end(), {{"who", "Parent carers"}, {"said", "2023-02"}, {"channel", "Survey"}, {"about", "[quality]"}, {"answer", "waiting"}});
  if (path.starts_with("services/") && !index)
    settings.insert(settings.end(), {{"provider", "The council"}, {"for", "Everybody"}, {"ages", "0 to 25"}, {"area", "Everywhere"}, {"cost", "Free"}, {"contact", "officer"}});
  if (path.starts_with("plans/") && !index) settings.insert(settings.end(), {{"kind", "improvement"}, {"began", "2024-09"}});
  if (path.starts_with("measures/") && !index)
    settings.insert(settings.end(), {{"question", "How many?"}, {"unit", "percent"}, {"good", "up"}, {"source", "Our count"}});
  if (path.starts_with("consultations/") && !index) settings.insert(settings.end(), {{"who", "Parent carers"}, {"opens", "2023-02"}});
  if (path.starts_with("news/") && !index) settings.insert(settings.end(), {{"on", "2026-10-02"}, {"kind", "news"}});
  if (path.starts_with("boards/") && !index) settings.emplace_back("kind", "board");
  if (path.starts_with("papers/") && !index)
    settings.insert(settings.end(), {{"publisher", "The council"}, {"dated", "2023-07-06"}, {"kind", "letter"}});
  if (path.starts_with("stories/") && !index) settings.insert(settings.end(), {{"voice", "parent"}, {"consent", "made-up"}});
  return settings;
}

void add_missing(std::vector<SourceFile>& files, std::string_view path, std::string_view bytes) {
  if (find_file(files, path) == nullptr) files.push_back({std::string(path), std::string(bytes), {}});
}

// Every number that rules.yml must have, and no rule that is asked.
template <class Numbers, class Rules>
std::string rules_without_any(const Numbers& numbers, const Rules& usual) {
  std::string rules = "leave_out: [all]\n";
  for (const auto& one : numbers) rules += fmt::format("{}: {}\n", one.name, usual.*one.number);
  return rules;
}

}  // namespace

std::string completed(std::string_view path, std::string text) {
  if (text.find("# as it is\n") != std::string::npos) return replace_all(std::move(text), "# as it is\n", "");
  const bool has_settings = text.starts_with("---\n");
  std::string added;
  for (const auto& [name, value] : required_settings(path))
    if (!has_settings || text.find("\n" + name + ":") == std::string::npos) added += fmt::format("{}: {}\n", name, value);
  if (!has_settings) return fmt::format("---\n{}---\n{}", added, text);
  // Put in at the end of the settings, so that the lines a test counts stay where they are.
  const size_t end = text.find("\n---", 3);
  if (end == std::string::npos) return text;
  return text.substr(0, end + 1) + added + text.substr(end + 1);
}

Inputs inputs_of(std::string_view site, const Options& options) {
  Inputs inputs;
  std::string path;
  std::string text;
  const auto finish = [&] {
    if (path.empty()) return;
    const bool page = path.ends_with(".md");
    inputs.content.push_back({path, page ? completed(path, text) : text, {}});
    text.clear();
  };
  for (std::string_view line : split(site, '\n')) {
    if (line.starts_with("-- ") && line.ends_with(" --")) {
      finish();
      path = line.substr(3, line.size() - 6);
    } else if (!path.empty()) {
      text.append(line).append("\n");
    }
  }
  finish();
  add_missing(inputs.content, "site.yml", "name: Test Offer\naddress: https://test.example.org/\nwords_people_know: [NHS]\n");
  add_missing(inputs.content, "roles.yml", "officer:\n  title: Local Offer officer\n  phone: 01632 960 100\n");
  add_missing(inputs.content, "topics.yml", "health:\n  title: Health\n");
  add_missing(inputs.content, "needs.yml", "autism:\n  title: Autism\n");
  // A file "theme/…" of the test is the theme's, and "law/…" the law's.
  for (SourceFile& file : inputs.content) {
    if (file.path.starts_with("theme/")) inputs.theme.push_back({file.path.substr(6), file.bytes, {}});
    if (file.path.starts_with("law/")) inputs.law.push_back({file.path.substr(4), file.bytes, {}});
  }
  std::erase_if(inputs.content, [](const SourceFile& file) { return file.path.starts_with("theme/") || file.path.starts_with("law/"); });
  add_missing(inputs.theme, "theme.yml", "name: Test\nstylesheet: test.css\nicon: icon.svg\n");
  add_missing(inputs.theme, "test.css", "body { color: black; }\n");
  add_missing(inputs.theme, "icon.svg", drawing);
  add_missing(inputs.theme, "templates/page.html", frame);
  inputs.pictures = {{"pictures.csv", "concept,words,style,description,credit\ntalk,talk|speak,adult,Two people talk,us\nplan,plan|paper,object,A paper,us\n", {}},
                     {"plan.svg", std::string(drawing), {}},
                     {"talk.svg", std::string(drawing), {}}};
  const auto add_rules = [&](bool plain, bool real, std::string_view name, std::string without_any) {
    if (!real) {
      inputs.easy_read.push_back({std::string(name), std::move(without_any), {}});
      return;
    }
    for (const SourceFile& file : real_inputs().easy_read)
      if (file.path.starts_with("plain-english/") == plain) inputs.easy_read.push_back(file);
  };
  add_rules(false, options.easy_read, "rules.yml", rules_without_any(easy_read_numbers(), EasyReadRules{}));
  add_rules(true, options.plain_english, "plain-english/rules.yml", rules_without_any(plain_numbers(), PlainEnglish{}));
  if (options.easy_read) inputs.pictures = real_inputs().pictures;
  add_missing(inputs.law, "schedule-2.yml", "points:\n  S2.1a: Early years\n  S2.19: How to ask\n");
  add_missing(inputs.law, "deadlines.yml", time_limits);
  std::sort(inputs.content.begin(), inputs.content.end(), [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
  take_own_pictures(inputs);
  return inputs;
}

Built build(Inputs inputs, const Options& options) {
  Built built;
  built.inputs = std::move(inputs);
  const BuildOptions build_options{.today = parse_date(options.today).value(), .drafts = options.drafts, .threads = options.threads};
  for (OutputFile& file : build_in_memory(built.inputs, build_options, built.report)) built.files[file.path] = std::move(file.bytes);
  return built;
}

Built build(std::string_view site, const Options& options) { return build(inputs_of(site, options), options); }

std::string Built::page(std::string_view address) const {
  const auto found = files.find(std::string(address.substr(1)) + "index.html");
  if (found == files.end()) return "(there is no such page)";
  const std::string& html = found->second;
  const size_t start = html.find("<main>\n");
  const size_t end = html.find("</main>");
  return start == std::string::npos ? html : html.substr(start + 7, end - start - 7);
}

namespace {
std::string line_of(const Diagnostic& one) {
  std::string line = one.path;
  if (one.place.line > 0) line += fmt::format(":{}", one.place.line);
  if (one.place.column > 0) line += fmt::format(":{}", one.place.column);
  return line + fmt::format(" {}: {}\n", one.code->name, one.message);
}
}  // namespace

std::string Built::problems() const {
  std::string result;
  for (const Diagnostic& one : report.all()) result += line_of(one);
  return result;
}

std::string Built::errors() const {
  std::string result;
  for (const Diagnostic& one : report.all())
    if (one.code->severity == Severity::error) result += line_of(one);
  return result;
}

std::string Built::problems_of(std::initializer_list<std::string_view> codes) const {
  std::string result;
  for (const Diagnostic& one : report.all())
    if (std::find(codes.begin(), codes.end(), one.code->name) != codes.end()) result += line_of(one);
  return result;
}

std::string Built::printed() const {
  const auto source_of = [&](std::string_view path) -> std::string_view {
    const SourceFile* file = find_file(inputs.content, path);
    return file == nullptr ? std::string_view{} : std::string_view(file->bytes);
  };
  return print_text(report, source_of, {});
}

bool Built::has(std::string_view code) const {
  return std::any_of(report.all().begin(), report.all().end(), [&](const Diagnostic& one) { return one.code->name == code; });
}

std::string with_words_named(std::string html) {
  constexpr std::string_view start = "<div class=\"meaning\" popover=\"auto\" id=\"", before = "href=\"/glossary/";
  for (size_t at = 0; (at = html.find(start, at)) != std::string::npos;) {
    at += start.size();
    const std::string id = html.substr(at, html.find('"', at) - at);
    const size_t name = html.find(before, at) + before.size();
    html = replace_all(html, fmt::format("\"{}\"", id), fmt::format("\"word-{}\"", html.substr(name, html.find('/', name) - name)));
  }
  return html;
}

std::string source_folder() { return OFFER_SOURCE_FOLDER; }

const Inputs& real_inputs() {
  static const Inputs inputs = [] {
    setenv("LOCAL_OFFER_HOME", OFFER_SOURCE_FOLDER, 1);
    return read_inputs(source_folder() + "/content");
  }();
  return inputs;
}

}  // namespace offer::kit
