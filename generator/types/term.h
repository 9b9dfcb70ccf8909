// What other parts of the program read from a glossary term's page.
#pragma once

#include "model/field.h"

namespace offer::term {

extern const Field<std::string> abbreviation;
extern const Field<Words> also;
extern const Field<std::string> easy;

}  // namespace offer::term
