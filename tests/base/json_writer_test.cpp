#include "base/json_writer.h"

#include <doctest/doctest.h>

#include "base/escape.h"

namespace offer::json_writer_test {

TEST_CASE("objects and arrays have commas between their values and none after the last") {
  std::string text;
  JsonWriter json(text);
  json.object([&] {
    json.member("name", "A").member("count", 3).member_if("nothing", "").key("list").array([&] {
      json.value("x").value(-1).value_bool(true).value_bool(false).value_null();
      json.array([] {}).object([] {});
    });
    json.key("after").value("y");
  });
  CHECK(text == R"({"name":"A","count":3,"list":["x",-1,true,false,null,[],{}],"after":"y"})");
}

TEST_CASE("a line end stands where it was asked for, never between a name and its value") {
  std::string text;
  JsonWriter json(text);
  json.array([&] {
    json.line().object([&] { json.member("a", "1"); });
    json.line().value("b");
    json.line();
  });
  CHECK(text == "[\n{\"a\":\"1\"},\n\"b\"\n]");
}

TEST_CASE("what is written can stand in a script of a page that is XML: no sign of HTML is left") {
  std::string text;
  JsonWriter json(text);
  json.object([&] { json.member("<k>", "</script> & <!--"); });
  CHECK(text == R"({"\u003ck\u003e":"\u003c/script\u003e \u0026 \u003c!--"})");
}

TEST_CASE("any words make a JSON string: quotation marks, control characters, emoji, and bytes that are no characters") {
  CHECK(json_string("a\"b\\c\n\t\x01\x1f</script>") == R"("a\"b\\c\u000a\u0009\u0001\u001f</script>")");
  CHECK(json_string("\xF0\x9F\x98\x80 \xE2\x80\xA8") == "\"\xF0\x9F\x98\x80 \xE2\x80\xA8\"");
  CHECK(json_string("\xFE\xFF \xEF\xBF\xBE \xEF\xBF\xBF") == "\"\xEF\xBF\xBD\xEF\xBF\xBD \xEF\xBF\xBD \xEF\xBF\xBD\"");
  CHECK(json_string("\xEF") == "\"\xEF\"");
}

}  // namespace offer::json_writer_test
