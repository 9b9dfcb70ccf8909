#include "serve/panel_files.h"

#include "base/hash.h"
#include "base/text.h"
#include "load/inputs.h"
#include "serve/site_answer.h"

namespace offer {

PanelFiles::PanelFiles() {
  for (SourceFile& file : read_tree(home_folder() / "generator" / "serve" / "panel")) {
    std::string version = short_content_hash(file.bytes);
    files_.emplace(std::move(file.path), File{std::string(file.bytes), std::move(version)});
  }
}

std::string PanelFiles::address(std::string_view name) const {
  const auto found = files_.find(name);
  return fmt::format("/-/{}?v={}", name, found == files_.end() ? "" : found->second.version);
}

Answer PanelFiles::answer(std::string_view name) const {
  const auto found = files_.find(name);
  if (found == files_.end()) return text_answer(404, "There is nothing at this address.\n");
  return own_answer(200, type_of(name), found->second.bytes);
}

}  // namespace offer
