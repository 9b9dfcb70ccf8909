// A site of the kit with one more file whose bytes the kit would not write: not UTF-8, with NULs,
// unreadable.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "kit.h"

namespace offer::kit {

inline Inputs with_file(Inputs inputs, std::string path, std::string bytes,
                        std::string trouble = {}) {
  std::erase_if(inputs.content, [&](const SourceFile& file) { return file.path == path; });
  inputs.content.push_back({std::move(path), std::move(bytes), std::move(trouble)});
  std::sort(inputs.content.begin(), inputs.content.end(),
            [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
  return inputs;
}

// The bytes of a page with all the settings it needs; its body begins at line 10.
inline std::string page_bytes(std::string_view body) {
  const Inputs inputs = inputs_of("-- a.md --");
  for (const SourceFile& file : inputs.content)
    if (file.path == "a.md") return std::string(file.bytes) + std::string(body);
  return {};
}

// A site of one page, a.md, with this body.
inline Built build_body(std::string_view body) {
  return build(with_file(inputs_of(""), "a.md", page_bytes(body)));
}

}  // namespace offer::kit
