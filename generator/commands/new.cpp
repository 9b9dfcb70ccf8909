// new: a page with every setting of its type filled in or explained, ready to write in. It is a draft, and never replaces a file.
#include <chrono>
#include <iostream>

#include "base/escape.h"
#include "base/failure.h"
#include "base/files.h"
#include "base/text.h"
#include "commands/printing.h"
#include "diagnose/near_word.h"
#include "model/shared_fields.h"
#include "types/types.h"

namespace offer {

namespace {

namespace fs = std::filesystem;

std::string setting(const FieldInfo& field, const std::string& value) {
  std::string line = fmt::format("# {}", field.says);
  if (!field.choices.empty()) {
    std::vector<std::string> choices(field.choices.begin(), field.choices.end());
    line += fmt::format(" One of: {}.", join(choices, ", "));
  }
  line += '\n';
  if (field.need == Need::optional && value.empty()) line += "# ";
  return line + fmt::format("{}: {}\n", field.name, value.empty() ? field.example : value);
}

std::string text_of_new(const ContentType& type, const std::string& title, const std::string& id, Date today) {
  const Date next_year{today.day + std::chrono::years{1}};
  const Date by = next_year.day.ok() ? next_year : Date{(today.day.year() + std::chrono::years{1}) / std::chrono::March / 1};
  std::string text = "---\n";
  for (const FieldInfo* field : fields_of(type)) {
    std::string value;
    if (field == &shared::id) value = id;
    else if (field == &shared::title) value = yaml_string(title);
    else if (field == &shared::status) value = "draft";
    else if (field == &shared::reviewed) value = iso(today);
    else if (field == &shared::review_by) value = iso(by);
    else if (field->need == Need::required && field->example.find(": ") != std::string_view::npos) value = yaml_string(field->example);
    text += setting(*field, value);
  }
  return text + "---\n\n" + std::string(type.skeleton);
}

int run_new(const Arguments& arguments) {
  const ContentType* type = find_type(arguments.type);
  if (type == nullptr) {
    std::vector<std::string_view> names;
    for (const ContentType* one : all_types()) names.push_back(one->name);
    const std::string near = did_you_mean(arguments.type, names);
    std::cerr << fmt::format("local-offer: there is no type '{}'\n    help: {}\n", arguments.type,
                             near.empty() ? "The types are: " + join({names.begin(), names.end()}, ", ") + "." : near);
    return exit_status::usage;
  }
  const std::string title = join(arguments.title, " ");
  const std::string name = slug(title);
  if (name.empty()) {
    std::cerr << "local-offer: the title has no letters in it\n    help: local-offer new page \"Short breaks\"\n";
    return exit_status::usage;
  }
  if (!fs::is_directory(arguments.site))
    throw Failure(fmt::format("there is no folder '{}'", arguments.site), "Name the site's folder: --site DIR");
  const fs::path folder = fs::path(arguments.site) / type->folder;
  const fs::path file = folder / (name + ".md");
  if (fs::exists(file)) {
    std::cerr << fmt::format("local-offer: '{}' is there already, and was left as it is\n    help: Choose another title.\n", file.string());
    return exit_status::usage;
  }
  make_folders(folder);
  const std::string id = type->name == "term" || type->name == "update" ? fmt::format("{}-{}", type->name, name) : name;
  write_file(file, text_of_new(*type, title, id, parse_date(arguments.today).value()));
  std::cout << fmt::format("Made '{}'. It is a draft: readers see it when its status is 'published'.\n", file.string());
  return exit_status::fine;
}

}  // namespace

const Command new_command{
    .name = "new",
    .says = "begin a page: new pathway \"How to get a short break\"",
    .options = {{.name = "TYPE", .value = "TYPE", .says = "page, pathway, service, news … (a wrong one lists them all)", .required = true, .text = &Arguments::type},
                {.name = "TITLE", .value = "TITLE", .says = "what the page is called", .required = true, .texts = &Arguments::title},
                {.name = "--site", .value = "DIR", .says = "the site's folder (content)", .text = &Arguments::site},
                today_option},
    .run = run_new,
};

}  // namespace offer
