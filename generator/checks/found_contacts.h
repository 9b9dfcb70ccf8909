// Phone numbers and e-mail addresses in the words of a page.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "model/block.h"

namespace offer {

// One that readers can see, and what it stands in.
struct Contact {
  enum class What : uint8_t { phone, mail };
  What what;
  std::string_view written;       // looks into the text
  const Block* text = nullptr;
  const Block* link = nullptr;    // whose words it stands in
  const Block* holder = nullptr;  // the paragraph, heading or cell

  Place place() const;
};

// Calls found(offset, length) for each "a.b@example.org". A full stop at the end belongs to the sentence.
void find_mail_addresses(std::string_view text, const std::function<void(size_t, size_t)>& found);

// Adds those of a text: its phone numbers, then its addresses. digits, at_signs: whether it has any.
void add_contacts(const Block& text, const Block* link, const Block* holder, bool digits, bool at_signs, std::vector<Contact>& to);

}  // namespace offer
