// What other types show of a measure and of a plan.
#pragma once

#include <string>

#include "model/page.h"

namespace offer {

const Field<Ids>& field_measure_of();          // the pages that a measure belongs to
std::string newest_figure(const Page& page);   // "27%, July 2023", "No figure yet"

const Field<Id>& field_under();                // the strategy that a plan carries out

}  // namespace offer
