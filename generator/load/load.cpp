#include "load/load.h"

#include <algorithm>
#include <future>
#include <map>
#include <set>
#include <unordered_set>

#include "base/hash.h"
#include "base/parallel.h"
#include "base/text.h"
#include "diagnose/codes.h"
#include "diagnose/near_word.h"
#include "load/conflict_copy.h"
#include "load/easy_read_rules.h"
#include "load/front_matter.h"
#include "load/deadlines.h"
#include "load/kept_addresses.h"
#include "load/markdown.h"
#include "load/pictures.h"
#include "load/plain_english.h"
#include "load/readable.h"
#include "load/search_words.h"
#include "load/settings.h"
#include "load/table_file.h"
#include "model/plain_words.h"
#include "model/shared_fields.h"
#include "types/types.h"

namespace offer {

namespace {

// ".easy" at the end is part 1, ".easy-2" to ".easy-9" the parts after it; 0 for a full page.
int take_part_off(std::string& stem) {
  const size_t at = stem.rfind(".easy");
  if (at == std::string::npos) return 0;
  const std::string_view after = std::string_view(stem).substr(at + std::string_view(".easy").size());
  const bool later = after.size() == 2 && after[0] == '-' && after[1] >= '2' && after[1] <= '9';
  if (!after.empty() && !later) return 0;
  const int part = later ? after[1] - '0' : 1;
  stem.resize(at);
  return part;
}

std::string address_of_file(std::string_view path, bool& easy_read, bool& is_index, int& part) {
  std::string stem(path.substr(0, path.size() - std::string_view(".md").size()));
  part = take_part_off(stem);
  easy_read = part > 0;
  is_index = stem == "index" || stem.ends_with("/index");
  if (is_index) stem.resize(stem.size() - std::string_view("index").size());
  std::string address = "/" + stem;
  if (address.back() != '/') address += '/';
  if (easy_read) address += "easy-read/";
  if (part > 1) address += fmt::format("{}/", part);
  part = std::max(part, 1);
  return address;
}

void number_headings(Page& page) {
  std::map<std::string, int, std::less<>> seen;  // how often each came again
  std::unordered_set<std::string_view> taken{"main", "site-menu"};  // names that a theme's frame has
  std::vector<Block*> headings;
  walk(*page.blocks, [&](Block& block) {
    if (block.kind == BlockKind::heading) headings.push_back(&block);
  });
  page.headings.reserve(headings.size());
  taken.reserve(headings.size() + taken.size());
  for (Block* heading : headings) {
    Block& block = *heading;
    std::string room;
    std::string_view title = plain_words(block, room);
    if (title.data() == room.data()) title = page.arena.copy(title);
    std::string anchor = slug(title);
    // The frame, meanings and lists have names of their own that begin so.
    for (const std::string_view own : {"page-", "word-", "list-"})
      if (anchor.starts_with(own)) anchor.insert(0, "section-");
    if (anchor.empty()) anchor = "section";
    if (taken.contains(anchor))
      for (const std::string first = anchor; taken.contains(anchor);) anchor = fmt::format("{}-{}", first, ++seen[first]);
    block.target = page.arena.copy(anchor);
    taken.insert(block.target);
    page.headings.push_back({block.target, title, block.place, block.number});
  }
}

// x.easy.lock belongs to x.easy.md, x.easy-2.lock to x.easy-2.md.
bool is_lock(std::string_view path) { return path.ends_with(".lock") && path.rfind(".easy") != std::string_view::npos; }

using TableFiles = std::map<std::string, std::vector<const SourceFile*>, std::less<>>;  // by the page that they stand beside

void read_tables(Page& page, const TableFiles& files, Report& report) {
  const auto beside = files.find(page.path);
  if (beside == files.end()) return;
  std::vector<const TableInfo*> known = page.type->tables;
  known.push_back(&shared::dates);
  for (const SourceFile* file : beside->second) {
    const std::string name = table_file_name(file->path)->table;
    const auto info = std::find_if(known.begin(), known.end(), [&](const TableInfo* one) { return one->name == name; });
    if (info == known.end()) {
      std::vector<std::string_view> names;
      for (const TableInfo* one : known) names.push_back(one->name);
      report.add(codes::unknown_files, file->path, {}, fmt::format("a {} has no table '{}'", page.type->name, name),
                 fmt::format("The table's name stands before .csv. Beside this page it can be {}.", joined_words({names.begin(), names.end()})));
    } else if (auto table = read_table(*file, **info, report)) {
      page.tables.push_back(std::move(*table));
    }
  }
}

constexpr size_t most_settings = 64'000;  // bytes

Page load_page_settings(const SourceFile& file, const TableFiles& tables, Report& report) {
  Page page;
  page.path = file.path;
  page.address = address_of_file(file.path, page.easy_read, page.is_index, page.part);
  page.type = page.is_index ? &page_type : &type_for_path(file.path);
  const SplitFile parts = split_front_matter(file.bytes, file.path, report);
  if (parts.yaml.size() > most_settings) {
    report.add(codes::pages_too_large, file.path, {1, 1, 3}, fmt::format("the settings of this page have {} kB", parts.yaml.size() / 1000),
               "Is the line of three hyphens that ends them missing? The text of the page comes after it.");
  } else if (parts.complete) {
    if (const auto map = parse_yaml(parts.yaml, file.path, 2, report)) {
      const auto& table = page.easy_read ? shared::of_easy_read() : fields_of(*page.type);
      read_fields(*map, table, page.easy_read ? "An Easy Read page" : fmt::format("{} {}", page.type->name == "update" ? "An" : "A", page.type->name), file.path,
                  page.fields, report);
    }
  }
  page.id = page.fields.get(shared::id).empty() ? "" : page.fields.get(shared::id);
  page.title = page.fields.get(shared::title);
  page.summary = page.fields.get(shared::summary);
  page.blocks = empty_document();
  if (!page.easy_read) read_tables(page, tables, report);
  return page;
}

// All that a page's settings are made of.
std::string as_written(const SourceFile& file, const TableFiles& tables) {
  Report ignored;
  const SplitFile parts = split_front_matter(file.bytes, file.path, ignored);
  std::string written(parts.complete ? parts.yaml : std::string_view(file.bytes));
  if (const auto beside = tables.find(file.path); beside != tables.end())
    for (const SourceFile* table : beside->second) written.append(1, '\0').append(table->path).append(1, '\0').append(table->bytes);
  return written;
}

// From what is known, where nothing changed.
Page load_page_settings(const SourceFile& file, const TableFiles& tables, const KnownSettings& known, KnownSettings::Entry& made) {
  made.written = as_written(file, tables);
  const auto before = known.pages.find(file.path);
  if (before != known.pages.end() && before->second.written == made.written) {
    made.page = without_body(before->second.page);
    made.report = before->second.report;
  } else {
    made.page = load_page_settings(file, tables, made.report);
  }
  return without_body(made.page);
}

// What is known of a page whose file and tables did not change, or nothing.
const KnownSettings::Entry* unchanged(const SourceFile& file, const TableFiles& tables, const KnownSettings* known) {
  if (known == nullptr || !known->changed || known->changed->contains(file.path)) return nullptr;
  if (const auto beside = tables.find(file.path); beside != tables.end())
    for (const SourceFile* table : beside->second)
      if (known->changed->contains(table->path)) return nullptr;
  const auto found = known->pages.find(file.path);
  return found == known->pages.end() ? nullptr : &found->second;
}

// The pages' own files, in the order of their pages.
std::vector<const SourceFile*> files_of_pages(const std::vector<Page>& pages, const Inputs& inputs) {
  std::vector<const SourceFile*> files;
  auto file = inputs.content.begin();
  for (const Page& page : pages) {
    while (file->path != page.path) ++file;  // both are sorted by path
    files.push_back(&*file);
  }
  return files;
}

}  // namespace

Page without_body(const Page& page) {
  Page copy;
  copy.type = page.type;
  copy.path = page.path;
  copy.address = page.address;
  copy.id = page.id;
  copy.title = page.title;
  copy.summary = page.summary;
  copy.fields = page.fields;
  copy.tables = page.tables;
  copy.easy_read = page.easy_read;
  copy.part = page.part;
  copy.parts = page.parts;
  copy.is_index = page.is_index;
  copy.twin = page.twin;
  copy.number = page.number;
  copy.accepted_lines = page.accepted_lines;
  copy.blocks = empty_document();
  return copy;
}

bool same_settings(const SourceFile& file, const Inputs& inputs, const KnownSettings::Entry& known) {
  Report report;
  if (!is_page_file(file.path) || !can_be_read(file, report)) return false;
  // Tables stand beside their page: "plans/a.actions.csv" beside "plans/a.md".
  TableFiles tables;
  const std::string stem = file.path.substr(0, file.path.size() - 2);
  for (auto beside = std::lower_bound(inputs.content.begin(), inputs.content.end(), stem, [](const SourceFile& one, const std::string& wanted) { return one.path < wanted; });
       beside != inputs.content.end() && beside->path.starts_with(stem); ++beside)
    if (const auto name = table_file_name(beside->path); name && name->page == file.path) tables[file.path].push_back(&*beside);
  return as_written(file, tables) == known.written && report.all().empty();
}

std::string_view settings_part(const SourceFile& file) {
  Report ignored;
  const SplitFile parts = split_front_matter(file.bytes, file.path, ignored);
  return parts.complete ? std::string_view(file.bytes).substr(0, static_cast<size_t>(parts.body.data() - file.bytes.data())) : std::string_view(file.bytes);
}

bool is_page_file(std::string_view path) { return path.ends_with(".md") && path != "README.md"; }

void load_body(Page& page, const SourceFile& file, Report& report, WordsIn words) {
  Report ignored;  // of the settings: the first step said it
  const SplitFile parts = split_front_matter(file.bytes, file.path, ignored);
  page.arena.clear();
  page.headings.clear();
  page.anchored_links.clear();
  page.leads_to.clear();
  page.terms.clear();
  page.blocks = parse_markdown(parts.body, parts.body_line, file.path, page.arena, report, {}, words);
  number_headings(page);
  if (page.type->inspect != nullptr && !page.easy_read && parts.complete) page.type->inspect(page, report);
}

Loaded load(const Inputs& inputs, unsigned threads, Report& report) {
  Loaded loaded = load_settings(inputs, threads, report);
  const std::vector<const SourceFile*> files = files_of_pages(loaded.pages, inputs);
  std::vector<Report> reports(files.size());
  parallel_for(files.size(), threads, [&](size_t i) { load_body(loaded.pages[i], *files[i], reports[i], WordsIn::file); });
  for (Report& one : reports) report.add_all(std::move(one));
  return loaded;
}

Loaded load_settings(const Inputs& inputs, unsigned threads, Report& report, KnownSettings* known) {
  prepare_markdown();
  Loaded loaded;
  // Room for the pages is made while this thread reads what is only one file each.
  const auto most_pages = static_cast<size_t>(std::count_if(inputs.content.begin(), inputs.content.end(), [](const SourceFile& file) { return is_page_file(file.path); }));
  auto room = std::async(threads > 1 ? std::launch::async : std::launch::deferred, [&] {
    loaded.pages.reserve(most_pages + most_pages / 2);  // with some for pages that will be made of these
    loaded.pages.resize(most_pages);
  });
  if (!inputs.missing_theme.empty()) {
    const std::vector<std::string_view> names(inputs.themes.begin(), inputs.themes.end());
    report.add(codes::unknown_references, "site.yml", {}, fmt::format("there is no theme '{}'", inputs.missing_theme),
               did_you_mean(inputs.missing_theme, names));
  }
  loaded.settings = read_settings(inputs.content, report);
  loaded.roles = read_roles(inputs.content, report);
  loaded.topics = read_titles(inputs.content, "topics.yml", "topic", report);
  loaded.needs = read_titles(inputs.content, "needs.yml", "need", report);
  loaded.law = read_law(inputs.law, report);
  loaded.deadlines = read_deadlines(inputs.law, report);
  loaded.bank_holidays = read_bank_holidays(inputs.law, report);
  loaded.search_words = read_search_words(inputs.content, report);
  loaded.kept_addresses = read_kept_addresses(inputs.content, report);
  loaded.pictures = read_pictures(inputs.own_pictures, inputs.pictures, report);
  for (size_t i = 0; i < loaded.settings.pictures.size(); ++i) {
    const std::string& name = loaded.settings.pictures[i];
    const auto there = std::find_if(inputs.own_pictures.begin(), inputs.own_pictures.end(), [&](const PictureSet& set) { return set.name == name; });
    if (there == inputs.own_pictures.end())
      report.add(codes::unknown_references, "site.yml", loaded.settings.place_of("pictures", i), fmt::format("there is no folder '{}' with pictures", name),
                 fmt::format("Make the folder, with a list pictures.csv in it, or take '{}' out.", name));
  }
  report_unnamed_sets(inputs.content, report);
  loaded.easy_read = read_easy_read_rules(inputs.easy_read, report);
  loaded.plain_english = read_plain_english(inputs.easy_read, inputs.content, report);

  std::vector<const SourceFile*> sources;
  std::vector<const SourceFile*> locks;
  TableFiles tables;
  // Whether a page's bytes can be read at all is looked at beforehand, by all threads.
  std::vector<Report> unreadable(inputs.content.size());
  std::vector<char> readable(inputs.content.size(), 1);
  parallel_for(inputs.content.size(), threads, [&](size_t i) {
    const SourceFile& file = inputs.content[i];
    if (is_page_file(file.path) && unchanged(file, {}, known) == nullptr) readable[i] = can_be_read(file, unreadable[i]) ? 1 : 0;
  });
  for (size_t i = 0; i < inputs.content.size(); ++i) {
    const SourceFile& file = inputs.content[i];
    if (is_settings_file(file.path)) continue;
    if (const std::string original = original_of(file, inputs.content); !original.empty()) {
      report.add(codes::conflict_copies, file.path, {}, fmt::format("this is another version of {}, kept by the program that syncs your folders", original),
                 fmt::format("Two people changed it at the same time. Compare them, take what is right into {}, then delete this file. Until then it is left out.", original));
      continue;
    }
    if (const std::string small = lower(file.path); !file.path.ends_with(".md") && (small.ends_with(".md") || small.ends_with(".markdown"))) {
      report.add(codes::unknown_files, file.path, {}, "a page's file ends with .md in small letters, so this one is not a page",
                 fmt::format("Rename it to {}.md", file.path.substr(file.path.rfind('/') + 1, file.path.rfind('.') - file.path.rfind('/') - 1)));
    } else if (file.path.ends_with(".md")) {
      if (!is_page_file(file.path)) continue;
      report.add_all(std::move(unreadable[i]));
      if (readable[i] != 0) sources.push_back(&file);
      else loaded.unreadable.push_back(file.path);
    } else if (!file.trouble.empty()) {
      can_be_read(file, report);
    } else if (const auto name = table_file_name(file.path); name && find_in_order(inputs.content, name->page) != nullptr) {
      tables[name->page].push_back(&file);
    } else if (is_lock(file.path)) {
      locks.push_back(&file);
    } else if (file.path.ends_with("/pictures.csv")) {
      continue;  // report_unnamed_sets says so
    } else if (file.path.ends_with(".yml") || file.path.ends_with(".yaml") || file.path.ends_with(".csv")) {
      report.add(codes::unknown_files, file.path, {}, "no page uses this data file",
                 file.path.ends_with(".csv") ? "A table stands beside its page: plans/ours.actions.csv beside plans/ours.md."
                                              : "Data files at the top of the site are site.yml, roles.yml, topics.yml and needs.yml.");
    } else {
      loaded.files.push_back(file);
    }
  }
  std::vector<Report> reports(sources.size());
  room.get();
  loaded.pages.resize(sources.size());
  std::vector<KnownSettings::Entry> made(known == nullptr ? 0 : sources.size());
  parallel_for(sources.size(), threads, [&](size_t i) {
    if (known == nullptr) {
      loaded.pages[i] = load_page_settings(*sources[i], tables, reports[i]);
    } else if (const KnownSettings::Entry* same = unchanged(*sources[i], tables, known)) {
      loaded.pages[i] = without_body(same->page);
      reports[i] = same->report;
    } else {
      loaded.pages[i] = load_page_settings(*sources[i], tables, *known, made[i]);
      reports[i] = made[i].report;
    }
  });
  if (known != nullptr) {
    if (!known->changed) known->pages.clear();
    for (size_t i = 0; i < sources.size(); ++i)
      if (made[i].page.type != nullptr) known->pages.insert_or_assign(sources[i]->path, std::move(made[i]));
  }
  for (Report& one : reports) report.add_all(std::move(one));
  for (const SourceFile* lock : locks) {
    const std::string path = lock->path.substr(0, lock->path.size() - std::string_view(".lock").size()) + ".md";
    const auto page = std::lower_bound(loaded.pages.begin(), loaded.pages.end(), path, [](const Page& one, const std::string& wanted) { return one.path < wanted; });
    if (page != loaded.pages.end() && page->path == path) page->accepted_lines = lock->bytes;
    else
      report.add(codes::unknown_files, lock->path, {}, fmt::format("there is no Easy Read page {} that this file belongs to", path),
                 "It goes where its page goes: rename it too, or delete it.");
  }
  return loaded;
}

}  // namespace offer
