#include "base/files.h"

#include <doctest/doctest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <map>

#include "base/failure.h"
#include "base/temporary_folder.h"

namespace offer::base_files_test {

namespace fs = std::filesystem;

namespace {

// path -> bytes, or "! trouble".
std::map<std::string, std::string> tree(const fs::path& folder) {
  std::map<std::string, std::string> result;
  for (const SourceFile& file : read_tree(folder))
    result[file.path] = file.trouble.empty() ? file.bytes : "! " + file.trouble;
  return result;
}

using Tree = std::map<std::string, std::string>;

// What `work` complains about, with its help after a line end; empty if it does not.
template <class Work>
std::string complaint(Work work) {
  try {
    work();
  } catch (const Failure& failure) {
    return failure.what() + ("\n" + failure.help());
  }
  return {};
}

// Root may read everything; these tests are about somebody who may not.
class NotRoot {
 public:
  NotRoot() : was_(::geteuid()) { able_ = was_ != 0 || ::seteuid(65534) == 0; }
  ~NotRoot() {
    if (was_ == 0 && ::seteuid(0) != 0) std::abort();
  }
  bool able() const { return able_; }

 private:
  uid_t was_;
  bool able_ = false;
};

}  // namespace

TEST_CASE("a tree comes back sorted by the bytes of its paths") {
  const TemporaryFolder here;
  here.put("b/one.md", "1");
  here.put("b.md", "2");
  here.put("b-side/two.md", "3");
  here.put("Z.md", "4");
  here.put("\xC3\xA9.md", "5");
  here.put("empty.md", "");
  std::vector<std::string> paths;
  for (const SourceFile& file : read_tree(here.path())) paths.push_back(file.path);
  const std::vector<std::string> expected{"Z.md",     "b-side/two.md", "b.md",
                                          "b/one.md", "empty.md",      "\xC3\xA9.md"};
  CHECK(paths == expected);
}

TEST_CASE("files come back byte for byte") {
  const TemporaryFolder here;
  std::string bytes(300'000, '\0');
  for (size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>(i * 7 % 256);
  here.put("picture.png", bytes);
  CHECK(tree(here.path()) == Tree{{"picture.png", bytes}});
}

TEST_CASE("hidden files and editors' leftovers are left out") {
  const TemporaryFolder here;
  for (const char* name : {".hidden", ".git/config", "a.md~", "a.swp", "a.tmp", "4913", "#a.md#",
                           "~$a.docx", "Thumbs.db", "deep/.DS_Store"})
    here.put(name, "x");
  for (const char* name : {"a.md", "node_modules/a.md", "#", "#1.md", "4913.md"})
    here.put(name, "kept");
  CHECK(tree(here.path()) == Tree{{"a.md", "kept"},
                                  {"node_modules/a.md", "kept"},
                                  {"#", "kept"},
                                  {"#1.md", "kept"},
                                  {"4913.md", "kept"}});
}

TEST_CASE("links to files and to folders are followed, also two to the same folder") {
  const TemporaryFolder here;
  here.put("kept/a.md", "a");
  fs::create_directory_symlink("kept", here / "one");
  fs::create_directory_symlink("../kept", here / "kept/../two");
  fs::remove(here / "two");
  fs::create_directory_symlink("kept", here / "two");
  fs::create_symlink("kept/a.md", here / "link.md");
  CHECK(tree(here.path()) ==
        Tree{{"kept/a.md", "a"}, {"one/a.md", "a"}, {"two/a.md", "a"}, {"link.md", "a"}});
}

TEST_CASE("a link that leads in a circle is trouble for that link only") {
  const TemporaryFolder here;
  here.put("a/page.md", "text");
  fs::create_directory_symlink("..", here / "a/up");
  fs::create_directory_symlink(".", here / "a/self");
  fs::create_symlink("pong", here / "ping");
  fs::create_symlink("ping", here / "pong");
  const std::string circle = "! this link leads in a circle";
  CHECK(tree(here.path()) == Tree{{"a/page.md", "text"},
                                  {"a/up", circle},
                                  {"a/self", circle},
                                  {"ping", circle},
                                  {"pong", circle}});
}

TEST_CASE("a link to nothing is trouble") {
  const TemporaryFolder here;
  fs::create_symlink("nowhere.md", here / "page.md");
  CHECK(tree(here.path()) == Tree{{"page.md", "! this link leads to a file that is not there"}});
}

TEST_CASE("a file that is no longer there has vanished") {
  const TemporaryFolder here;
  CHECK(read_file(here / "gone.md").trouble == "it vanished while we were reading");
}

TEST_CASE("pipes, sockets and devices are not read") {
  const TemporaryFolder here;
  REQUIRE(::mkfifo((here / "pipe.md").c_str(), 0600) == 0);
  const int listener = ::socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  (here / "socket").string().copy(address.sun_path, sizeof address.sun_path - 1);
  REQUIRE(::bind(listener, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
  fs::create_symlink("/dev/zero", here / "zero.md");
  const std::string odd = "this is not an ordinary file";
  CHECK(tree(here.path()) ==
        Tree{{"pipe.md", "! " + odd}, {"socket", "! " + odd}, {"zero.md", "! " + odd}});
  for (const char* name : {"pipe.md", "socket", "zero.md"})
    CHECK(read_file(here / name).trouble == odd);
  CHECK(read_file(here.path()).trouble == "this is a folder, not a file");
  ::close(listener);
}

TEST_CASE("what we may not read is trouble, and the rest is read") {
  const TemporaryFolder here;
  here.put("open.md", "text");
  here.put("closed.md", "secret");
  here.put("closed/a.md", "secret");
  fs::permissions(here.path(), fs::perms::all);
  fs::permissions(here / "closed.md", fs::perms::none);
  fs::permissions(here / "closed", fs::perms::none);
  {
    const NotRoot person;
    if (!person.able()) return;
    const std::string denied = "! we may not read it (permission denied)";
    CHECK(tree(here.path()) ==
          Tree{{"open.md", "text"}, {"closed.md", denied}, {"closed", denied}});
    CHECK(complaint([&] { read_tree(here / "closed"); }) ==
          "'" + (here / "closed").string() +
              "' could not be read: permission denied\nChoose a folder that you may write to, or "
              "ask its owner.");
  }
  fs::permissions(here / "closed", fs::perms::all);
}

TEST_CASE("a folder that is not there, or is a file, is a Failure") {
  const TemporaryFolder here;
  here.put("file", "x");
  CHECK(complaint([&] { read_tree(here / "none"); }).starts_with("there is no folder '"));
  CHECK(complaint([&] { read_tree(here / "file"); }).find("' is a file, not a folder") !=
        std::string::npos);
}

TEST_CASE("writing makes a new file and never replaces one") {
  const TemporaryFolder here;
  write_file(here / "a.md", "text");
  CHECK(here.bytes_of("a.md") == "text");
  CHECK(complaint([&] { write_file(here / "a.md", "other"); }) ==
        "'" + (here / "a.md").string() +
            "' could not be written: there is already something with this name\n");
  CHECK(here.bytes_of("a.md") == "text");
}

TEST_CASE("a full disk is said in plain words and leaves no half file") {
  const TemporaryFolder here;
  for (int64_t n = 1; n <= 3; ++n) {  // open, write, close
    fail_disk_at(n);
    CHECK(complaint([&] { write_file(here / "a.md", "text"); }) ==
          "'" + (here / "a.md").string() +
              "' could not be written: the disk is full\nMake some room on the disk, then try "
              "again.");
    CHECK_FALSE(here.has("a.md"));
  }
  fail_disk_at(4);
  write_file(here / "a.md", "text");
  CHECK(disk_operations() == 3);
  fail_disk_at(0);
}

TEST_CASE("a file in pieces is one file, and a disk that fills up between two of them leaves no half file") {
  const TemporaryFolder here;
  const std::vector<std::string> more{"", " and", "", " some more", ""};
  write_file(here / "a.md", "text", more);
  CHECK(here.bytes_of("a.md") == "text and some more");
  write_file(here / "b.md", "", more);
  CHECK(here.bytes_of("b.md") == " and some more");
  write_file(here / "c.md", "");
  CHECK(here.bytes_of("c.md").empty());
  for (int64_t n = 1; n <= 5; ++n) {  // open, three pieces, close
    fail_disk_at(n);
    CHECK(complaint([&] { write_file(here / "d.md", "text", more); }).find("the disk is full") != std::string::npos);
    CHECK_FALSE(here.has("d.md"));
  }
  fail_disk_at(0);
}

TEST_CASE("folders are made with those above them") {
  const TemporaryFolder here;
  make_folders(here / "a/b/c/");
  make_folders(here / "a/b/c");
  CHECK(fs::is_directory(here / "a/b/c"));
  here.put("file", "x");
  CHECK(complaint([&] { make_folders(here / "file"); }).find("is a file, not a folder") !=
        std::string::npos);
  CHECK(complaint([&] { make_folders(here / "file/below"); }).find("is a file, not a folder") !=
        std::string::npos);
}

TEST_CASE("removing a tree removes links, not what they lead to") {
  const TemporaryFolder here;
  here.put("kept/a.md", "a");
  here.put("gone/deep/b.md", "b");
  fs::create_directory_symlink("../kept", here / "gone/link");
  remove_tree(here / "gone");
  remove_tree(here / "gone");
  CHECK_FALSE(here.has("gone"));
  CHECK(here.bytes_of("kept/a.md") == "a");
}

TEST_CASE("removing goes on after the first trouble, then tells it") {
  const TemporaryFolder here;
  for (const char* name : {"gone/a", "gone/b", "gone/c"}) here.put(name, "x");
  fail_disk_at(1);
  CHECK(complaint([&] { remove_tree(here / "gone"); }).find("the disk is full") !=
        std::string::npos);
  fail_disk_at(0);
  CHECK(list_tree(here / "gone").size() == 1);
}

TEST_CASE("swapping two folders swaps what is in them") {
  const TemporaryFolder here;
  here.put("a/file", "was in a");
  here.put("b/file", "was in b");
  if (!swap_folders(here / "a", here / "b")) return;  // this file system cannot
  CHECK(here.bytes_of("a/file") == "was in b");
  CHECK(here.bytes_of("b/file") == "was in a");
}

TEST_CASE("a lock keeps others out for as long as it lives") {
  const TemporaryFolder here;
  FileLock second;
  {
    FileLock first;
    CHECK(first.take(here / ".lock", std::chrono::seconds(1)));
    CHECK_FALSE(second.take(here / ".lock", std::chrono::milliseconds(30)));
  }
  CHECK(second.take(here / ".lock", std::chrono::seconds(1)));
}

}  // namespace offer::base_files_test
