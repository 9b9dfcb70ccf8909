// Fields of an update that lists show.
#pragma once

#include "model/page.h"

namespace offer {

class Builder;

namespace update {
extern const Field<RoughDate> said;
extern const Field<RoughDate> answered;
extern const Field<std::string> who;
extern const Field<std::string> channel;
extern const Field<Choices> about;
extern const Field<Choice> answer;

std::string_view answer_words(const Page& page);      // "Not answered yet"
void add_answer_tag(const Page& page, Builder& to);
}  // namespace update

}  // namespace offer
