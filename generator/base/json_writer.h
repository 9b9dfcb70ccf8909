// JsonWriter: JSON as it is written, piece after piece, without a tree in memory (RFC 8259). It puts commas and quotation marks; the caller
// opens and closes. Not for several threads at once. '<', '>' and '&' are written as \u003c, \u003e and \u0026, which means the same: so what it
// writes can stand inside <script> of a page that is XML too, and no words of an editor look like HTML to anybody.
//
//   JsonWriter json(to);
//   json.object([&] { json.member("name", page.title).member("count", 3); });
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace offer {

class JsonWriter {
 public:
  explicit JsonWriter(std::string& to) : to_(to) {}

  template <class Inside>
  JsonWriter& object(Inside&& inside) { return around('{', '}', inside); }
  template <class Inside>
  JsonWriter& array(Inside&& inside) { return around('[', ']', inside); }
  JsonWriter& key(std::string_view name);
  JsonWriter& value(std::string_view text);
  JsonWriter& value(int64_t number);
  JsonWriter& value_bool(bool is);
  JsonWriter& value_null();
  JsonWriter& member(std::string_view name, std::string_view text) { return key(name).value(text); }
  JsonWriter& member(std::string_view name, int64_t number) { return key(name).value(number); }
  // Nothing where the text is empty.
  JsonWriter& member_if(std::string_view name, std::string_view text) { return text.empty() ? *this : member(name, text); }
  // A line end before the next value, so that large files can be read and compared.
  JsonWriter& line() { line_ = true; return *this; }

 private:
  template <class Inside>
  JsonWriter& around(char open, char close, Inside&& inside) {
    begin();
    to_ += open;
    first_ = true;
    inside();
    if (line_) to_ += '\n';
    line_ = false;
    to_ += close;
    first_ = false;
    return *this;
  }
  void begin();
  void add_string(std::string_view text);

  std::string& to_;
  bool first_ = true;     // nothing stands yet in the object or array that is open
  bool after_key_ = false;
  bool line_ = false;
};

}  // namespace offer
