#include "base/json_writer.h"

#include <charconv>

#include "base/escape.h"

namespace offer {

void JsonWriter::add_string(std::string_view text) { add_json_in_html(text, to_); }

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
  char digits[24];
  to_.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
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
