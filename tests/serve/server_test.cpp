// What the server answers, and what it refuses.
#include "serve/working_server.h"

#include <doctest/doctest.h>

namespace offer::server_test {

using namespace offer::serve_test;

TEST_CASE("the server shows each file at its address, with its type") {
  const Working site;
  const std::vector<std::vector<std::string>> expected{
      {"/", "text/html; charset=utf-8", home},
      {"/?from=mail", "text/html; charset=utf-8", home},
      {"/news/", "text/html; charset=utf-8", "<h1>News</h1>"},
      {"/%6Eews/", "text/html; charset=utf-8", "<h1>News</h1>"},
      {"/style.css", "text/css; charset=utf-8", "p{}"},
      {"/empty.txt", "text/plain; charset=utf-8", ""},
      {"/a%20b%C3%A9/", "text/html; charset=utf-8", "odd name"},
  };
  for (const std::vector<std::string>& row : expected) {
    CAPTURE(row[0]);
    const httplib::Response answer = site.get(row[0]);
    CHECK(answer.status == 200);
    CHECK(answer.get_header_value("Content-Type") == row[1]);
    CHECK(answer.body == row[2]);
    check_security_headers(answer);
  }
}

TEST_CASE("HEAD gives the header only") {
  const Working site;
  const httplib::Result answer = site.client().Head("/");
  REQUIRE(answer);
  CHECK(answer->status == 200);
  CHECK(answer->get_header_value("Content-Length") == std::to_string(home.size()));
  CHECK(answer->body.empty());
  check_security_headers(*answer);
}

TEST_CASE("a redirect says where, safely") {
  const Working site;
  const std::string answer = site.raw("GET /a%20b%C3%A9 HTTP/1.1@");
  CHECK(status_of(answer) == 301);
  CHECK(answer.find("Location: /a%20b%C3%A9/\r\n") != std::string::npos);
}

TEST_CASE("the words of a query are given as they were meant, the first of each name") {
  const Working site;
  CHECK(site.get("/words/?as=print&day=2026-11-21&as=other&%3Cx%3E=a%26b&&=&y").body == "<x>=a&b;as=print;day=2026-11-21;y=;");
  CHECK(site.get("/words/").body.empty());
}

TEST_CASE("an answer says what its page may do, and nobody may do more") {
  const auto policy_of = [](Rules rules) {
    const Working site([rules](const Question&) {
      Answer answer = text_answer(200, "page");
      answer.rules = rules;
      return answer;
    });
    const httplib::Response answer = site.get("/");
    CHECK(answer.get_header_value_count("Content-Security-Policy") == 1);
    return answer.get_header_value("Content-Security-Policy");
  };
  const std::string usual = policy_of(Rules::usual);
  for (const char* part : {"default-src 'none';", "script-src 'self';", "frame-src 'none';", "frame-ancestors 'none'", "base-uri 'none';"})
    CHECK(usual.find(part) != std::string::npos);
  CHECK(policy_of(Rules::no_scripts) == replace_all(usual, "script-src 'self'", "script-src 'none'"));
  CHECK(policy_of(Rules::may_frame) == replace_all(usual, "frame-src 'none'", "frame-src 'self'"));
  CHECK(policy_of(Rules::may_be_framed) == replace_all(usual, "frame-ancestors 'none'", "frame-ancestors 'self'"));
}

TEST_CASE("a mistake of ours is an answer without its details") {
  const Working site;
  const httplib::Response answer = site.get("/mistake/");
  CHECK(answer.status == 500);
  CHECK(answer.body == "The preview has met a mistake of its own.\n");
  check_security_headers(answer);
}

TEST_CASE("only a Host header that names this machine and our port is answered") {
  const Working site;
  const std::string port = std::to_string(site.port());
  for (const std::string& host :
       {"localhost:" + port, "127.0.0.1:" + port, "[::1]:" + port, "LocalHost:" + port})
    CHECK(site.get("/", {{"Host", host}}).status == 200);
  for (const std::string& host : std::vector<std::string>{
           "localhost", "evil.example:" + port, "evil.example", "localhost.evil.example:" + port,
           "localhost:1", "localhost:" + port + "0", "0.0.0.0:" + port, "127.0.0.1",
           "localhost:" + port + "@evil.example", ""}) {
    CAPTURE(host);
    const httplib::Response answer = site.get("/", {{"Host", host}});
    CHECK(answer.status == 403);
    CHECK(answer.get_header_value("Content-Type") == "text/plain; charset=utf-8");
    check_security_headers(answer);
  }
  CHECK(status_of(site.raw("GET / HTTP/1.1\r\n\r\n")) == 403);
  CHECK(status_of(site.raw("GET / HTTP/1.1\r\nHost: evil.example@")) == 403);
}

TEST_CASE("a page of another site is not answered, a person who follows its link is") {
  const Working site;
  const httplib::Headers fetch{{"Sec-Fetch-Site", "cross-site"}, {"Sec-Fetch-Mode", "no-cors"}};
  CHECK(site.get("/", fetch).status == 403);
  CHECK(site.get("/", {{"Sec-Fetch-Site", "cross-site"}}).status == 403);
  CHECK(site.get("/", {{"Sec-Fetch-Site", "cross-site"},
                       {"Sec-Fetch-Mode", "navigate"},
                       {"Sec-Fetch-Dest", "iframe"}})
            .status == 403);
  CHECK(site.get("/", {{"Sec-Fetch-Site", "cross-site"},
                       {"Sec-Fetch-Mode", "navigate"},
                       {"Sec-Fetch-Dest", "document"}})
            .status == 200);
  CHECK(site.get("/", {{"Sec-Fetch-Site", "same-origin"}}).status == 200);
  CHECK(site.get("/", {{"Sec-Fetch-Site", "none"}}).status == 200);
  // Another program's page on this machine is of the same "site", and still none of ours.
  CHECK(site.get("/", {{"Sec-Fetch-Site", "same-site"}, {"Sec-Fetch-Mode", "cors"}}).status == 403);
}

TEST_CASE("only GET and HEAD are answered") {
  const Working site;
  httplib::Client client = site.client();
  for (const httplib::Result& answer :
       {client.Post("/", "name=x", "application/x-www-form-urlencoded"),
        client.Put("/", "x", "text/plain"), client.Delete("/"), client.Options("/"),
        client.Patch("/", "x", "text/plain")}) {
    REQUIRE(answer);
    CHECK(answer->status == 405);
    CHECK(answer->get_header_value("Allow") == "GET, HEAD");
    check_security_headers(*answer);
  }
  for (const char* line : {"TRACE / HTTP/1.1@", "CONNECT localhost:1 HTTP/1.1@"})
    CHECK(status_of(site.raw(line)) == 405);
}

TEST_CASE("no request line reaches anything but the outputs") {
  const Working site;
  const std::vector<std::string> targets{
      "/%2e%2e/%2e%2e/etc/passwd",
      "/../../../../etc/passwd",
      "/news/../style.css",
      "/news/%2e%2e/style.css",
      "/news%2f..%2fstyle.css",
      "//etc/passwd",
      "//style.css",
      "/..\\..\\etc\\passwd",
      "/..%5c..%5cetc%5cpasswd",
      "/style.css%00.html",
      "/style.css%00",
      "/%00",
      "/%252e%252e/etc/passwd",
      "/%c0%ae%c0%ae/etc/passwd",
      "/.local-offer",
      "/@fs/etc/passwd",
      "/etc/passwd?raw??",
      "/style.css/",
      "/STYLE.CSS",
      "/%",
      "/%zz",
      "/%u002e%u002e/etc/passwd",
      "http://localhost/style.css",
      "file:///etc/passwd",
      "*",
      "style.css",
      "../etc/passwd",
      "/news%0d%0aX-Evil:%20yes",
  };
  for (const std::string& target : targets) {
    CAPTURE(target);
    std::string request = "GET " + target + " HTTP/1.1";
    request = replace_all(request, "@", "%40") + "@";
    const std::string answer = site.raw(request);
    CHECK((status_of(answer) == 404 || status_of(answer) == 400));
    CHECK(answer.find("root:") == std::string::npos);
    CHECK(answer.find("p{}") == std::string::npos);
    CHECK(answer.find("X-Evil") == std::string::npos);
  }
}

TEST_CASE("requests that are not well formed are refused, and the next one is answered") {
  const Working site;
  const std::string long_text(20'000, 'a');
  for (const std::string& request : std::vector<std::string>{
           std::string("GARBAGE\r\n\r\n"), std::string("GET /\r\n\r\n"),
           std::string("GET / HTTP/9.9@"), "GET /" + long_text + " HTTP/1.1@",
           "GET / HTTP/1.1\r\nX: " + long_text + "@",
           "GET / HTTP/1.1\r\nRange: bytes=99999999999999999999999-@",
           std::string("GET / HTTP/1.1\r\nRange: bytes=x@"), std::string("\0\0\0\r\n\r\n", 7)}) {
    CAPTURE(request.substr(0, 40));
    const std::string answer = site.raw(request);
    CHECK((answer.empty() || status_of(answer) >= 400));
    CHECK(answer.find("<h1>Home") == std::string::npos);
    if (!answer.empty()) CHECK(answer.find("X-Content-Type-Options: nosniff") != std::string::npos);
  }
  CHECK(site.get("/").status == 200);
}

TEST_CASE("a range is cut to the bytes that there are") {
  const Working site;
  const std::vector<std::vector<std::string>> expected{{"bytes=2-4", "206", "234"},
                                                       {"bytes=7-", "206", "789"},
                                                       {"bytes=-3", "206", "789"},
                                                       {"bytes=8-999999", "206", "89"},
                                                       {"bytes=-999999", "206", "0123456789"},
                                                       {"bytes=10-", "200", "0123456789"},
                                                       {"bytes=5000-6000", "200", "0123456789"},
                                                       {"bytes=0-1,4-5", "200", "0123456789"}};
  for (const std::vector<std::string>& row : expected) {
    CAPTURE(row[0]);
    const httplib::Response answer = site.get("/sound.mp3", {{"Range", row[0]}});
    CHECK(std::to_string(answer.status) == row[1]);
    CHECK(answer.body == row[2]);
  }
  CHECK(site.get("/empty.txt", {{"Range", "bytes=5-9"}}).status == 200);
  CHECK(site.get("/none/", {{"Range", "bytes=0-1"}}).body == "<h1>Not here</h1>");
}

}  // namespace offer::server_test
