// The class names by which themes know what a Block is, and the words that stand for kinds.
#pragma once

#include <string_view>

#include "model/block.h"

namespace offer {

std::string_view notice_class(NoticeKind kind);
std::string_view notice_title(NoticeKind kind);
std::string_view fact_class(FactKind kind);
std::string_view cards_class(CardsKind kind);
std::string_view tag_class(TagKind kind);

}  // namespace offer
