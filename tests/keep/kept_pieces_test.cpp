// What is kept of each page: later pieces take the place of earlier ones, and nothing that is damaged is believed.
#include "keep/kept_pieces.h"

#include <doctest/doctest.h>

#include <thread>

#include "base/files.h"
#include "base/mapped_file.h"
#include "base/temporary_folder.h"
#include "base/text.h"
#include "diagnose/codes.h"
#include "keep/page_pieces.h"
#include "model/open_bodies.h"

namespace offer::kept_pieces_test {

TEST_SUITE("keep/kept_pieces") {
  TEST_CASE("pieces are found by kind and page, the latest of each") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "pages";
    uint64_t size = 0;
    {
      PieceWriter writer(file);
      writer.add(PieceKind::body, 0, "body 0");
      writer.add(PieceKind::body, 2, "");
      writer.add(PieceKind::files, 0, "files 0");
      writer.add(PieceKind::related, no_page, "related");
      writer.add(PieceKind::vocabulary, no_page, "first words");
      size = writer.finish().value();
    }
    {
      PieceWriter lost(file, size);  // of a build that published nothing
      lost.add(PieceKind::body, 0, "never");
      CHECK(lost.finish().value() > size);
    }
    {
      PieceWriter writer(file, size);
      writer.add(PieceKind::body, 0, "another body 0");
      writer.add(PieceKind::vocabulary, no_page, "more words");
      size = writer.finish().value();
    }
    const FileBytes bytes = read_file(file).bytes;
    CHECK(bytes.size() == size);
    CHECK(MappedFile(file).bytes() == bytes);
    const auto pieces = KeptPieces::read(bytes, 3, 2);
    REQUIRE(pieces.has_value());
    CHECK(*pieces->of(PieceKind::body, 0) == "another body 0");
    CHECK(pieces->of(PieceKind::body, 1) == nullptr);
    REQUIRE(pieces->of(PieceKind::body, 2) != nullptr);
    CHECK(pieces->of(PieceKind::body, 2)->empty());
    CHECK(pieces->of(PieceKind::body, 3) == nullptr);
    CHECK(*pieces->of(PieceKind::files, 0) == "files 0");
    CHECK(*pieces->of_site(PieceKind::related) == "related");
    CHECK(pieces->of_site(PieceKind::index) == nullptr);
    CHECK(pieces->vocabulary() == std::vector<std::string_view>{"first words", "more words"});
    CHECK_FALSE(KeptPieces::read(bytes, 2, 1).has_value());  // a site of fewer pages
    for (size_t i = 0; i < bytes.size(); ++i) {
      std::string damaged(bytes);
      damaged[i] = static_cast<char>(damaged[i] ^ 1);
      CHECK_FALSE(KeptPieces::read(damaged, 3, 2).has_value());
    }
  }

  TEST_CASE("pieces may be written by several threads") {
    const TemporaryFolder folder;
    PieceWriter writer(folder.path() / "pages");
    {
      std::vector<std::jthread> crew;
      for (uint32_t t = 0; t < 4; ++t)
        crew.emplace_back([&, t] {
          for (uint32_t i = 0; i < 500; ++i) writer.add(PieceKind::files, t * 500 + i, std::string(i, static_cast<char>('a' + t)));
        });
    }
    REQUIRE(writer.finish().has_value());
    const FileBytes bytes = read_file(folder.path() / "pages").bytes;
    const auto pieces = KeptPieces::read(bytes, 2000, 2);
    REQUIRE(pieces.has_value());
    for (uint32_t i = 0; i < 2000; ++i) CHECK(*pieces->of(PieceKind::files, i) == std::string(i % 500, static_cast<char>('a' + i / 500)));
  }

  TEST_CASE("where nothing can be written nothing is kept, and nobody is stopped") {
    const TemporaryFolder folder;
    PieceWriter writer(folder.path() / "no folder" / "pages");
    writer.add(PieceKind::body, 0, "body");
    CHECK_FALSE(writer.finish().has_value());
    CHECK(MappedFile(folder.path() / "nothing").bytes().empty());
    CHECK(MappedFile(folder.path()).bytes().empty());
  }
}

TEST_SUITE("keep/page_pieces") {
  TEST_CASE("what stands in pieces comes back as it was, and other bytes are refused") {
    Report report;
    report.add(codes::broken_links, "a.md", {3, 4, 5}, "a message", "help");
    const std::string body = packed(BodyPiece{UINT64_MAX, 5, {7, 8}, report});
    const auto same_body = unpacked_body(body);
    REQUIRE(same_body.has_value());
    CHECK(same_body->headings == UINT64_MAX);
    CHECK(same_body->views_wanted == 5);
    CHECK(same_body->terms == std::vector<uint32_t>{7, 8});
    REQUIRE(same_body->report.all().size() == 1);
    CHECK(same_body->report.all()[0].code == &codes::broken_links);
    CHECK(same_body->report.all()[0].place == Place{3, 4, 5});

    const std::string files = packed(FilesPiece{{1, 4}, {"a/index.html", "a.csv"}, report});
    const auto same_files = unpacked_files(files);
    REQUIRE(same_files.has_value());
    CHECK(same_files->reads == std::vector<uint32_t>{1, 4});
    CHECK(same_files->paths == std::vector<std::string>{"a/index.html", "a.csv"});
    CHECK(same_files->report.all().size() == 1);
    const std::vector<bool> nothing(5);
    CHECK(reads_one_of(files, {false, true, false, false, false}, nothing));
    CHECK_FALSE(reads_one_of(files, {true, false, true, true, false}, nothing));
    CHECK_FALSE(reads_one_of(files, nothing, {true, true, true, true, true}));
    CHECK(reads_one_of(files, {false}, nothing));  // a page that is not there
    CHECK(reads_one_of("\xFF", {false}, {false}));
    const std::string related_files = packed(FilesPiece{{3 | BodyReads::related_to}, {}, {}});
    CHECK(reads_one_of(related_files, nothing, {false, false, false, true, false}));
    CHECK_FALSE(reads_one_of(related_files, {true, true, true, true, true}, nothing));

    const std::string marks = packed(MarksPiece{{2}, {{0, 3}, {{99, {1, 2, 3}}}}});
    const auto same_marks = unpacked_marks(marks);
    REQUIRE(same_marks.has_value());
    CHECK(same_marks->marks.leads_to == std::vector<size_t>{0, 3});
    REQUIRE(same_marks->marks.paragraphs.size() == 1);
    CHECK(same_marks->marks.paragraphs[0].hash == 99);

    const std::string data = packed(DataPiece{{2}, 99, 1'000});
    const auto same_data = unpacked_data(data);
    REQUIRE(same_data.has_value());
    CHECK(same_data->reads == std::vector<uint32_t>{2});
    CHECK(same_data->hash == 99);
    CHECK(same_data->size == 1'000);
    CHECK(reads_one_of(data, {false, false, true}, nothing));
    const std::string data_file = packed(DataFilePiece{"open-data/services.json", 70, 1});
    const auto same_data_file = unpacked_data_file(data_file);
    REQUIRE(same_data_file.has_value());
    CHECK(same_data_file->path == "open-data/services.json");
    CHECK(same_data_file->before == 70);
    CHECK(same_data_file->between == 1);

    const std::string related = packed(std::vector<std::vector<uint32_t>>{{1}, {}, {0, 1}});
    CHECK(unpacked_related(related, 3) == std::vector<std::vector<uint32_t>>{{1}, {}, {0, 1}});
    CHECK_FALSE(unpacked_related(related, 1).has_value());

    CHECK(words_of_piece(packed_words({1, 2}, "words")) == "words");

    for (size_t size = 0; size < body.size(); ++size) CHECK_FALSE(unpacked_body(std::string_view(body).substr(0, size)).has_value());
    for (size_t size = 0; size < files.size(); ++size) CHECK_FALSE(unpacked_files(std::string_view(files).substr(0, size)).has_value());
    for (size_t size = 0; size < marks.size(); ++size) CHECK_FALSE(unpacked_marks(std::string_view(marks).substr(0, size)).has_value());
    for (size_t size = 0; size < data.size(); ++size) CHECK_FALSE(unpacked_data(std::string_view(data).substr(0, size)).has_value());
    for (size_t size = 0; size < data_file.size(); ++size) CHECK_FALSE(unpacked_data_file(std::string_view(data_file).substr(0, size)).has_value());
    CHECK_FALSE(unpacked_files(files + "x").has_value());
  }

  TEST_CASE("headings with other words, anchors or levels have another hash, and their places do not count") {
    Page page;
    page.headings = {{"a", "A", {1, 1, 1}, 2}, {"b", "B", {5, 1, 1}, 3}};
    const uint64_t hash = hash_of_headings(page);
    page.headings[0].place = {9, 9, 9};
    CHECK(hash_of_headings(page) == hash);
    page.headings[0].level = 3;
    CHECK(hash_of_headings(page) != hash);
    page.headings[0] = {"ab", "A", {}, 2};
    CHECK(hash_of_headings(page) != hash);
    page.headings = {{"a", "A", {}, 2}};
    CHECK(hash_of_headings(page) != hash);
  }
}

}  // namespace offer::kept_pieces_test
