#include "base/json_writer.h"

#include "base/escape.h"

namespace offer {

void JsonWriter::add_string(std::string_view text) {
  for (const char c : json_string(text)) {
    if (c == '<') to_ += "\\u003c";
    else if (c == '>') to_ += "\\u003e";
    else if (c == '&') to_ += "\\u0026";
    else to_ += c;
  }
}

void JsonWriter::begin() {
  if (!after_key_ && !first_) to_ += ',';
  if (line_ && !after_key_) to_ += '\n', line_ = false;
  first_ = after_key_ = false;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  begin();
  add_string(name);
  to_ += ':';
  after_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
  begin();
  add_string(text);
  return *this;
}

JsonWriter& JsonWriter::value(int64_t number) {
  begin();
  to_ += std::to_string(number);
  return *this;
}

JsonWriter& JsonWriter::value_bool(bool is) {
  begin();
  to_ += is ? "true" : "false";
  return *this;
}

JsonWriter& JsonWriter::value_null() {
  begin();
  to_ += "null";
  return *this;
}

}  // namespace offer
