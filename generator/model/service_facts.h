// ServiceFacts and ServiceWords: what a service says of itself, for data that search engines and other sites read. The type `service` makes the facts
// out of its fields and the words out of its sections; formats read them and know nothing of the type.
#pragma once

#include <optional>
#include <string>

#include "model/field.h"

namespace offer {

struct ServiceFacts {
  std::string provider;    // "Herefordshire and Worcestershire Health and Care NHS Trust"
  std::string for_whom;    // "Children who find it hard to talk"
  std::string area;        // "All of Worcestershire"
  std::string cost;        // in words: "Free", "Advice is free; you may pay for the rest"
  std::string wait;        // or empty
  std::optional<Date> wait_on;
  std::string contact;     // a role's id
  Ages ages;
};

// The words of its sections, without marks: a walk over the page for each, so only for those who want them. Empty where it has no such section.
struct ServiceWords {
  std::string what;     // of "What it does"
  std::string who_can;  // of "Who can get it"
  std::string how;      // of "How to get it"
};

// Only the one word says that nobody pays: "Free up to Year 11" does not.
bool is_free(const ServiceFacts& facts);

}  // namespace offer
