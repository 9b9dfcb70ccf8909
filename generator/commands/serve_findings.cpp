#include "commands/serve_findings.h"

#include <map>

#include "base/text.h"
#include "commands/printing.h"

namespace offer {

std::string ServeFindings::news(const std::vector<Diagnostic>& all, const std::function<std::string(std::string_view)>& text_of) {
  Known known;
  Known left = known_;
  Report whole;
  Report fresh;
  for (const Diagnostic& one : all) {
    whole.add(*one.code, one.path, one.place, one.message, one.help);
    const auto key = std::make_tuple(one.code->name, one.path, one.message);
    known.insert(key);
    if (const auto before = left.find(key); before != left.end()) left.erase(before);
    else fresh.add(*one.code, one.path, one.place, one.message, one.help);
  }
  const bool first = !std::exchange(told_, true);
  known_ = std::move(known);
  if (!first && fresh.all().empty() && left.empty()) return {};
  std::map<std::string, std::string, std::less<>> texts;
  const std::string printed = print_text(
      fresh,
      [&](std::string_view path) -> std::string_view {
        auto found = texts.find(path);
        if (found == texts.end()) found = texts.emplace(path, text_of(path)).first;
        return found->second;
      },
      printing_);
  std::vector<std::string> parts;
  if (!first && !fresh.all().empty()) parts.push_back(fmt::format("{} new", fresh.all().size()));
  if (!left.empty()) parts.push_back(fmt::format("{} mended", left.size()));
  const std::string in_all = problems_in_words(whole);
  if (parts.empty()) return printed + fmt::format("The site has {}.\n", in_all);
  return printed + fmt::format("{}. The site has {}.\n", joined_words(parts), in_all);
}

}  // namespace offer
