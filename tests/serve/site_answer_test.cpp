#include "serve/site_answer.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "base/temporary_folder.h"
#include "base/text.h"

namespace offer::site_answer_test {

TEST_CASE("the type of a file is said by its ending") {
  CHECK(type_of("index.html") == std::string_view("text/html; charset=utf-8"));
  CHECK(type_of("a/feed.xml") == std::string_view("application/xml; charset=utf-8"));
  CHECK(type_of("a.unknown") == std::string_view("application/octet-stream"));
  CHECK(type_of("html") == std::string_view("application/octet-stream"));
}

TEST_CASE("an address below the site is a path below the output folder") {
  const auto path_of = [](std::string_view base, std::string_view address) {
    std::string path;
    return file_path_of(base, address, path) ? path : "(outside)";
  };
  CHECK(path_of("/", "/") == "index.html");
  CHECK(path_of("/", "/news/") == "news/index.html");
  CHECK(path_of("/", "/news/feed.xml") == "news/feed.xml");
  CHECK(path_of("/send/", "/send/news/") == "news/index.html");
  CHECK(path_of("/send/", "/send") == "(outside)");
  CHECK(path_of("/send/", "/news/") == "(outside)");
  CHECK(path_of("/", "") == "(outside)");
}

TEST_CASE("a redirect cannot carry a header of its own") {
  CHECK(redirect_answer(301, "/news\r\nX-Evil: yes/").location == "/news%0D%0AX-Evil%3A%20yes/");
  CHECK(redirect_answer(301, "/a b\xC3\xA9?x#y/").location == "/a%20b%C3%A9%3Fx%23y/");
}

}  // namespace offer::site_answer_test
