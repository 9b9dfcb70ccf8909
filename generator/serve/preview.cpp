#include "serve/preview.h"

#include <algorithm>
#include <mutex>

#include "base/escape.h"
#include "base/text.h"
#include "serve/changes_pages.h"
#include "serve/code_pages.h"
#include "serve/other_desks.h"
#include "serve/own_page.h"
#include "serve/pages_by_problems.h"
#include "serve/shown_page.h"
#include "serve/site_answer.h"

namespace offer {

namespace {

constexpr std::string_view own_addresses = "/-/";

// "/news/", "/news", "/a.html": what a person would look at; not "/style.css".
bool is_page(std::string_view address) {
  const std::string_view last = address.substr(address.rfind('/') + 1);
  return last.find('.') == std::string_view::npos || last.ends_with(".html");
}

std::string decoded_question(std::string_view text) {
  const auto digit = [](char c) { return is_digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1; };
  std::string result;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool encoded = text[i] == '%' && i + 2 < text.size() && digit(text[i + 1]) >= 0 && digit(text[i + 2]) >= 0;
    result += encoded ? static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2])) : text[i];
    if (encoded) i += 2;
  }
  return result;
}

// "/news/?as=dark", as it stands in a browser's address, as a question of its own.
Question question_of(std::string_view address) {
  Question question;
  const size_t sign = std::min(address.find('?'), address.size());
  question.address = decoded_question(address.substr(0, sign));
  if (sign == address.size()) return question;
  for (const std::string_view word : split(address.substr(sign + 1), '&')) {
    const size_t is = std::min(word.find('='), word.size());
    const std::string value = replace_all(std::string(word.substr(std::min(is + 1, word.size()))), "+", " ");
    question.words.emplace(decoded_question(word.substr(0, is)), decoded_question(value));
  }
  return question;
}

std::string_view word_of(const Question& question, std::string_view name) {
  const auto found = question.words.find(name);
  return found == question.words.end() ? std::string_view{} : std::string_view(found->second);
}

size_t number_in_question(std::string_view digits) {
  size_t number = 0;
  for (const char c : digits.substr(0, 7))
    if (is_digit(c)) number = number * 10 + static_cast<size_t>(c - '0');
  return number;
}

// Nothing of the site can be made: site.yml or the theme is broken, and was so from the start.
bool cannot_be_shown(const Desk& desk) {
  const auto problems = desk.problems();
  return std::any_of(problems.all.begin(), problems.all.end(), [](const Diagnostic& one) { return is_of_whole_site(one) && one.code->severity == Severity::error; });
}

// Where the published site begins: a shared preview lives in a folder of it that nobody can guess.
std::string published_root(const PreviewSettings& settings) {
  const std::string& folder = settings.options.edition.folder;
  const bool below = !folder.empty() && settings.base.ends_with("/" + folder);
  return below ? settings.base.substr(0, settings.base.size() - folder.size()) : settings.base;
}

}  // namespace

struct Preview::State {
  State(Desk& desk_, PreviewSettings settings_)
      : desk(desk_), settings(std::move(settings_)), links(settings.folders), others(desk, settings.site, settings.options), published(settings.published, published_root(settings), settings.base) {}

  Desk& desk;
  PreviewSettings settings;
  SourceLinks links;
  PanelFiles files;
  CodePages codes;
  OtherDesks others;
  PublishedSite published;

  // Pages as they were last answered: two tabs on one page, or a tab that asks whether something is new, need not make it twice.
  struct Moment {
    uint64_t edition;        // of the desk
    uint64_t other_edition;  // of the other desk that the page is made of, or 0
    const void* published;
    bool operator==(const Moment&) const = default;
  };
  struct Kept {
    Moment made_of;
    std::shared_ptr<const ShownPage> page;
  };
  static constexpr size_t most_kept = 64;
  std::mutex guard;
  std::map<std::string, Kept> kept;

  Asked asked(const Question& question) const { return asked_of(question, settings.options.today, settings.options.drafts); }
  std::shared_ptr<const ShownPage> page_at(const Question& question);
  std::shared_ptr<const ShownPage> make(const Question& question, const Desk* other);
  ShownPage make_own(const Question& question);
  Answer file_at(const Question& question);
  Answer wait(const Question& question);
};

// What is no page of the site: its files, redirects, and what is not there and would be no page.
Answer Preview::State::file_at(const Question& question) {
  Answer answer = site_answer(desk, settings.base, question);
  const Way* way = find_way(word_of(question, "as"));
  if (way == nullptr || !way->other_css || !std::string_view(answer.type).starts_with("text/css")) return answer;
  return own_answer(answer.status, answer.type, css_for_way(answer.bytes, *way));
}

ShownPage Preview::State::make_own(const Question& question) {
  ShownPage page;
  ChangesPage words;
  const std::string_view address = question.address;
  constexpr std::string_view codes_at = "/-/codes/", changes_at = "/-/changes/";
  if (address == own_addresses || address == "/-/pages/") {
    bool complete = false;
    words = {"All pages and their problems", pages_by_problems(desk, settings.base, links, number_in_question(word_of(question, "from")), complete)};
    page.still_working = !complete;
  } else if (address == codes_at) {
    words = {"All findings", codes.list()};
  } else if (address.starts_with(codes_at) && address.ends_with('/')) {
    const std::string_view code = address.substr(codes_at.size(), address.size() - codes_at.size() - 1);
    desk.read([&](const SiteView& site) { codes.page(code, site, words.title, words.body); });
  } else if (address == "/-/changed/") {
    words = changed_pages(desk, settings.base, published);
  } else if (address.starts_with(changes_at)) {
    words = changes_of_page(desk, address.substr(changes_at.size() - 1), settings.base, published);
  }
  if (words.title.empty()) {
    page.status = 404;
    words = {"There is nothing here", "<p>The preview has no page at this address.</p>\n"};
  }
  page.html = own_page({.title = words.title, .body = words.body, .foot = {}}, settings.base, files);
  make_live(page, true, files);
  return page;
}

// other: the site as it was asked for, if not as the desk has it. Nothing: no page stands there, but perhaps a file or a redirect.
std::shared_ptr<const ShownPage> Preview::State::make(const Question& question, const Desk* other) {
  if (question.address.starts_with(own_addresses)) return std::make_shared<const ShownPage>(make_own(question));
  std::string path;
  if (!file_path_of(settings.base, question.address, path) || !is_page(question.address)) return nullptr;
  const Asked how = asked(question);
  const Desk& from = other != nullptr ? *other : desk;
  int status = 200;
  std::shared_ptr<const DeskFile> file = from.file(path);
  if (file == nullptr) {
    if (from.file(path + "/index.html") != nullptr) return nullptr;  // a redirect
    file = from.file("404.html");
    status = file == nullptr && cannot_be_shown(from) ? 503 : 404;
  } else if (file->source.empty() && path != "404.html") {
    return nullptr;  // it sends readers on to another page
  }
  return std::make_shared<const ShownPage>(
      shown_page(from, question, how, file.get(), status, {.base = settings.base, .drafts = settings.options.drafts, .links = links, .files = files, .published = published,
                                                      .still_working = other != nullptr && !other->problems().complete}));
}

std::shared_ptr<const ShownPage> Preview::State::page_at(const Question& question) {
  const Asked how = asked(question);
  std::shared_ptr<const Desk> other;
  if ((how.today || how.drafts) && !question.address.starts_with(own_addresses))
    other = others.with(how.today.value_or(settings.options.today), how.drafts.value_or(settings.options.drafts));
  const Moment now{desk.edition(), other != nullptr ? other->edition() : 0, published.now().pages.get()};
  const std::string key = fmt::format("{}?{}?{}?{}", question.address, how.query(), word_of(question, "today"), word_of(question, "from"));
  {
    const std::lock_guard lock(guard);
    const auto found = kept.find(key);
    if (found != kept.end() && found->second.made_of == now) return found->second.page;
  }
  std::shared_ptr<const ShownPage> page = make(question, other.get());
  if (page == nullptr || page->still_working) return page;
  const std::lock_guard lock(guard);
  if (kept.size() >= most_kept) std::erase_if(kept, [&](const auto& one) { return one.second.made_of.edition != now.edition; });
  if (kept.size() >= most_kept) kept.clear();
  kept.insert_or_assign(key, Kept{now, page});
  return page;
}

// "/-/wait?for=/news/&have=1f2e3d4c5b&page=news": answers when the page at the address is not that any more, or when the page has moved.
Answer Preview::State::wait(const Question& question) {
  const Question about = question_of(word_of(question, "for"));
  const std::string_view id = word_of(question, "page");
  const auto page = page_at(about);
  std::string moved;
  if (!id.empty() && (page == nullptr || page->page_id != id)) {
    for (const DeskPage& one : desk.pages())
      if (one.id == id && moved.empty()) moved = settings.base + percent_encoded(std::string_view(one.address).substr(std::min<size_t>(1, one.address.size())));
    if (const std::string query = asked(about).query(); !moved.empty() && !query.empty()) moved += "?" + query;
  }
  const std::string have = page == nullptr ? "" : page->have;
  if (moved.empty() && have == word_of(question, "have") && !question.last) {
    Answer later;
    later.later = true;
    return later;
  }
  return own_answer(200, "application/json; charset=utf-8", fmt::format("{{\"have\":{},\"moved\":{}}}\n", json_string(have), json_string(moved)));
}

Preview::Preview(Desk& desk, PreviewSettings settings) : state_(std::make_unique<State>(desk, std::move(settings))) {}

Preview::~Preview() = default;

Answer Preview::answer(const Question& question) {
  State& s = *state_;
  const std::string_view address = question.address;
  if (!question.from_here) return site_answer(s.desk, s.settings.base, question);
  if (address == "/-/wait") return s.wait(question);
  if (address.starts_with(own_addresses) && address.find('/', own_addresses.size()) == std::string_view::npos && address != own_addresses)
    return s.files.answer(address.substr(own_addresses.size()));
  const auto page = s.page_at(question);
  if (page == nullptr) return s.file_at(question);
  return {.status = page->status, .type = "text/html; charset=utf-8", .bytes = page->html, .keep = page, .rules = page->rules};
}

}  // namespace offer
