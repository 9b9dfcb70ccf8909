#include "formats/html_names.h"

namespace offer {

std::string_view notice_class(NoticeKind kind) {
  switch (kind) {
    case NoticeKind::note: return "note";
    case NoticeKind::important: return "important";
    case NoticeKind::warning: return "warning";
    case NoticeKind::answer: return "answer";
  }
  return "";
}

std::string_view notice_title(NoticeKind kind) {
  switch (kind) {
    case NoticeKind::note: return "Note";
    case NoticeKind::important: return "Important";
    case NoticeKind::warning: return "Warning";
    case NoticeKind::answer: return "";
  }
  return "";
}

std::string_view fact_class(FactKind kind) {
  switch (kind) {
    case FactKind::plain: return "fact";
    case FactKind::when: return "fact fact-when";
    case FactKind::you_do: return "fact fact-you-do";
    case FactKind::they_do: return "fact fact-they-do";
    case FactKind::if_late: return "fact fact-if-late";
    case FactKind::if_no: return "fact fact-if-no";
    case FactKind::law: return "fact fact-law";
  }
  return "";
}

std::string_view cards_class(CardsKind kind) {
  switch (kind) {
    case CardsKind::plain: return "cards";
    case CardsKind::questions: return "cards questions";
    case CardsKind::updates: return "cards updates";
  }
  return "";
}

std::string_view tag_class(TagKind kind) {
  switch (kind) {
    case TagKind::done: return "tag tag-done";
    case TagKind::in_progress: return "tag tag-in-progress";
    case TagKind::planned: return "tag tag-planned";
    case TagKind::cannot: return "tag tag-cannot";
    case TagKind::waiting: return "tag tag-waiting";
    case TagKind::current: return "tag tag-current";
    case TagKind::superseded: return "tag tag-superseded";
    case TagKind::draft: return "tag tag-draft";
  }
  return "";
}

}  // namespace offer
