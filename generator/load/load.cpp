#include "load/load.h"

#include <algorithm>
#include <map>

#include "base/hash.h"
#include "base/parallel.h"
#include "base/text.h"
#include "load/front_matter.h"
#include "load/markdown.h"
#include "load/pictures.h"
#include "load/settings.h"
#include "model/shared_fields.h"
#include "types/types.h"

namespace offer {

namespace {

// The line and column of a byte, for files whose text we cannot trust.
Place place_of_byte(std::string_view bytes, size_t offset) {
  const std::string_view before = bytes.substr(0, offset);
  const auto line = static_cast<uint32_t>(std::count(before.begin(), before.end(), '\n'));
  const size_t start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  return {line + 1, static_cast<uint32_t>(offset - start) + 1, 1};
}

bool can_be_read(const SourceFile& file, Report& report) {
  if (!file.trouble.empty()) {
    report.add(codes::unreadable_files, file.path, {}, file.trouble, "Mend the file, or take it out of the folder.");
    return false;
  }
  if (const auto bad = first_bad_utf8(file.bytes)) {
    report.add(codes::files_not_in_utf8, file.path, place_of_byte(file.bytes, *bad),
               fmt::format("this file is not in UTF-8: byte {} (hexadecimal {:02X}) is not a letter", *bad + 1,
                           static_cast<unsigned char>(file.bytes[*bad])),
               "Save the file again as UTF-8. In Notepad: Save as, Encoding: UTF-8.");
    return false;
  }
  if (const size_t nul = file.bytes.find('\0'); nul != std::string::npos) {
    report.add(codes::files_with_nul_bytes, file.path, place_of_byte(file.bytes, nul),
               fmt::format("byte {} of this file is a NUL, which no text has", nul + 1),
               "The file is damaged or is not text. Get a good copy, or write it again.");
    return false;
  }
  return true;
}

std::string address_of(std::string_view path, bool& easy_read, bool& is_index) {
  std::string stem(path.substr(0, path.size() - std::string_view(".md").size()));
  easy_read = stem.ends_with(".easy");
  if (easy_read) stem.resize(stem.size() - std::string_view(".easy").size());
  is_index = stem == "index" || stem.ends_with("/index");
  if (is_index) stem.resize(stem.size() - std::string_view("index").size());
  std::string address = "/" + stem;
  if (address.back() != '/') address += '/';
  if (easy_read) address += "easy-read/";
  return address;
}

void number_headings(Page& page) {
  std::map<std::string, int, std::less<>> seen;
  for (Block& block : children(*page.document)) {
    if (block.kind != BlockKind::heading) continue;
    std::string title = plain_text(block);
    std::string anchor = slug(title);
    if (anchor.empty()) anchor = "section";
    if (const int times = seen[anchor]++; times > 0) anchor += fmt::format("-{}", times);
    block.target = page.arena.copy(anchor);
    page.headings.push_back({block.number, std::move(anchor), std::move(title), block.place});
  }
}

Page load_page(const SourceFile& file, Report& report) {
  Page page;
  page.path = file.path;
  page.address = address_of(file.path, page.easy_read, page.is_index);
  page.type = page.is_index ? &page_type : &type_for_path(file.path);
  const SplitFile parts = split_front_matter(file.bytes, file.path, report);
  if (parts.complete) {
    if (const auto map = parse_yaml(parts.yaml, file.path, 2, report)) {
      const auto& table = page.easy_read ? shared::of_easy_read() : fields_of(*page.type);
      read_fields(*map, table, page.easy_read ? "An Easy Read page" : fmt::format("A {}", page.type->name), file.path,
                  page.fields, report);
    }
  }
  page.id = page.fields.get(shared::id).empty() ? "" : page.fields.get(shared::id);
  page.title = page.fields.get(shared::title);
  page.summary = page.fields.get(shared::summary);
  page.document = parse_markdown(parts.body, parts.body_line, file.path, page.arena, report);
  number_headings(page);
  if (page.type->inspect != nullptr && !page.easy_read && parts.complete) page.type->inspect(page, report);
  return page;
}

}  // namespace

Loaded load(const Inputs& inputs, unsigned threads, Report& report) {
  prepare_markdown();
  Loaded loaded;
  loaded.settings = read_settings(inputs.content, report);
  loaded.roles = read_roles(inputs.content, report);
  loaded.topics = read_topics(inputs.content, report);
  loaded.law = read_law(inputs.law, report);
  loaded.pictures = read_pictures(inputs.pictures, report);

  std::vector<const SourceFile*> sources;
  for (const SourceFile& file : inputs.content) {
    if (is_settings_file(file.path)) continue;
    if (file.path.ends_with(".md")) {
      if (file.path != "README.md" && can_be_read(file, report)) sources.push_back(&file);
    } else if (!file.trouble.empty()) {
      can_be_read(file, report);
    } else if (file.path.ends_with(".yml") || file.path.ends_with(".yaml") || file.path.ends_with(".csv")) {
      report.add(codes::unknown_files, file.path, {}, "no page uses this data file",
                 "Data files at the top of the site are site.yml, roles.yml and topics.yml.");
    } else {
      loaded.files.push_back(file);
    }
  }
  std::vector<Report> reports(sources.size());
  loaded.pages.resize(sources.size());
  parallel_for(sources.size(), threads, [&](size_t i) { loaded.pages[i] = load_page(*sources[i], reports[i]); });
  for (Report& one : reports) report.add_all(std::move(one));
  return loaded;
}

}  // namespace offer
