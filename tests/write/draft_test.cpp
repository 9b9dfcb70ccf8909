#include "write/draft.h"

#include <doctest/doctest.h>

#include <map>
#include <string>

#include "base/failure.h"
#include "base/secret.h"
#include "base/temporary_folder.h"
#include "base/text.h"
#include "write/publish.h"

namespace offer::draft_test {

namespace {

Date day(std::string_view text) { return parse_date(text).value(); }

void make_draft(const std::filesystem::path& out, std::string_view name, std::string_view until) {
  Publication publication(out);
  publication.add({fmt::format("{}/index.html", name), "page"});
  for (const OutputFile& file : draft_files(name, day(until))) publication.add(file);
  publication.publish();
}

const std::string name = secret_of({1, 2, 3, 4});
const std::string other = secret_of({5, 6, 7, 8});

}  // namespace

TEST_CASE("a draft keeps its name until its last day is over") {
  const TemporaryFolder here;
  const auto out = here / "preview";
  CHECK(draft_in(out, day("2026-11-21")).empty());
  make_draft(out, name, "2026-12-05");
  CHECK(draft_in(out, day("2026-11-21")) == name);
  CHECK(draft_in(out, day("2026-12-05")) == name);
  CHECK(draft_in(out, day("2026-12-06")).empty());
  make_draft(out, other, "2026-12-20");
  CHECK(draft_in(out, day("2026-12-06")) == other);
  CHECK(here.bytes_of("preview/" + name + "/index.html") == "(none)");
}

TEST_CASE("a draft never takes the place of a finished site") {
  const TemporaryFolder here;
  here.put("public/index.html", "the site");
  CHECK_THROWS_WITH_AS(draft_in(here / "public", day("2026-11-21")),
                       fmt::format("'{}' holds the finished site, and a draft there would take its place", (here / "public").string()).c_str(), Failure);
}

TEST_CASE("a folder with a name like a draft's is a draft only if it says until when") {
  const TemporaryFolder here;
  here.put("preview/" + name + "/draft.txt", "Words of somebody else.\n");
  CHECK(draft_in(here / "preview", day("2026-11-21")).empty());
  here.put("preview/" + name + "/draft.txt", "Last day: 2026-13-45\n");
  CHECK(draft_in(here / "preview", day("2026-11-21")).empty());
  here.put("preview/not-a-secret/draft.txt", "Last day: 2026-12-05\n");
  CHECK(draft_in(here / "preview", day("2026-11-21")).empty());
}

TEST_CASE("servers are told not to list a draft, and when it ends; nothing outside its folder names it") {
  std::map<std::string, std::string> files;
  for (const OutputFile& file : draft_files(name, day("2026-12-05"))) files[file.path] = file.bytes;
  CHECK(files.size() == 4);
  CHECK(files.at(".htaccess").find("RewriteCond %{TIME_YEAR}-%{TIME_MON}-%{TIME_DAY} >2026-12-05\n  RewriteRule ^ - [G]\n") != std::string::npos);
  for (const char* path : {".htaccess", "_headers"}) CHECK(files.at(path).find("noindex") != std::string::npos);
  CHECK(files.at("index.html").find("<meta name=\"robots\" content=\"noindex\" />") != std::string::npos);
  for (const auto& [path, bytes] : files) CHECK(bytes.find(name) == std::string::npos);
}

}  // namespace offer::draft_test
