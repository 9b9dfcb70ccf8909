// asset: the theme's stylesheet and icon, the Easy Read pictures that pages use, and the content folder's own files.
#include <set>

#include "formats/formats.h"
#include "base/drawn_picture.h"
#include "model/open_bodies.h"

namespace offer {

namespace {

std::vector<OutputFile> asset_files(const SiteView& site, const Theme& theme) {
  std::vector<OutputFile> files = theme.assets;
  std::set<std::string_view> used;
  for (const Page& page : site.all_pages()) {
    if (!page.easy_read) continue;
    const OpenBodies open;
    for (const Block& block : children(page.document()))
      if (block.kind == BlockKind::easy_row) used.insert(block.text);
  }
  for (const std::string_view name : used)
    if (const Picture* picture = site.picture(name)) files.push_back({picture->address.substr(1), picture->bytes});
  for (const std::string_view words : used)
    if (auto drawn = draw_picture(words)) files.push_back({"assets/pictures/" + drawn->file_name, std::move(drawn->svg)});
  for (const SourceFile& file : site.files()) files.push_back({file.path, std::string(file.bytes)});
  return files;
}

}  // namespace

const Format asset_format{
    .name = "asset",
    .says = "stylesheet, icon, pictures and other files",
    .of_page = nullptr,
    .of_site = asset_files,
};

}  // namespace offer
