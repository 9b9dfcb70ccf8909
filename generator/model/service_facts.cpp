#include "model/service_facts.h"

#include "base/text.h"

namespace offer {

bool is_free(const ServiceFacts& facts) { return equal_ignoring_case(trim(facts.cost), "free"); }

}  // namespace offer
