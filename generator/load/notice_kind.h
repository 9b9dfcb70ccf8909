// The first line of a notice, as GitHub has them: "> [!NOTE]" and its relations.
#pragma once

#include <optional>
#include <string_view>

#include "model/block.h"

namespace offer {

// text: "[!NOTE]"; anything else is no notice.
inline std::optional<NoticeKind> notice_kind(std::string_view text) {
  if (text == "[!NOTE]" || text == "[!TIP]") return NoticeKind::note;
  if (text == "[!IMPORTANT]") return NoticeKind::important;
  if (text == "[!WARNING]" || text == "[!CAUTION]") return NoticeKind::warning;
  return std::nullopt;
}

}  // namespace offer
