#include "keep/page_pieces.h"

#include "base/byte_record.h"
#include "base/hash.h"
#include "checks/all_codes.h"
#include "load/load.h"
#include "model/open_bodies.h"

namespace offer {

namespace {

void put_piece(const Place& place, RecordWriter& to) {
  for (const uint32_t value : {place.line, place.column, place.length}) to.small(value);
}

Place take_place(RecordReader& from) {
  Place place;
  for (uint32_t* value : {&place.line, &place.column, &place.length}) *value = static_cast<uint32_t>(from.small());
  return place;
}

void put_piece(const Report& report, RecordWriter& to) {
  to.small(report.all().size());
  for (const Diagnostic& one : report.all()) {
    for (const std::string_view text : {one.code->name, std::string_view(one.path), std::string_view(one.message), std::string_view(one.help)}) to.text(text);
    put_piece(one.place, to);
  }
}

Report take_report(RecordReader& from) {
  Report report;
  const size_t count = from.count();
  for (size_t i = 0; i < count && !from.damaged(); ++i) {
    const Code* code = find_code(from.text());
    const std::string_view path = from.text();
    std::string message(from.text());
    std::string help(from.text());
    const Place place = take_place(from);
    if (code == nullptr) from.refuse();
    else report.add(*code, path, place, std::move(message), std::move(help));
  }
  return report;
}

template <class Piece>
std::optional<Piece> if_whole(const RecordReader& from, Piece&& piece) {
  if (from.damaged() || !from.at_end()) return std::nullopt;
  return std::move(piece);
}

}  // namespace

void keep_settings(const Page& page, const SourceFile& file, PieceWriter& to) {
  std::string bytes;
  RecordWriter piece(bytes);
  piece.text(file.path);
  piece.text(settings_part(file));
  to.add(PieceKind::settings, static_cast<uint32_t>(page.number), bytes);
}

void keep_body(const Page& page, uint64_t headings, const Report& report, PieceWriter& to) {
  to.add(PieceKind::body, static_cast<uint32_t>(page.number), packed(BodyPiece{headings, page.views_wanted, page.terms, report}));
}

uint64_t hash_of_headings(const Page& page) {
  std::string bytes;
  RecordWriter to(bytes);
  for (const Heading& heading : page.headings) {
    to.small(heading.level);
    to.text(heading.anchor);
    to.text(heading.title);
  }
  return quick_hash(bytes);
}

std::string packed(const BodyPiece& piece) {
  std::string bytes;
  RecordWriter to(bytes);
  to.number(piece.headings);
  to.small(piece.views_wanted);
  to.items(piece.terms);
  put_piece(piece.report, to);
  return bytes;
}

std::optional<BodyPiece> unpacked_body(std::string_view bytes) {
  RecordReader from(bytes);
  BodyPiece piece;
  piece.headings = from.number();
  piece.views_wanted = static_cast<uint32_t>(from.small());
  piece.terms = from.items<uint32_t>();
  piece.report = take_report(from);
  return if_whole(from, std::move(piece));
}

std::string packed(const FilesPiece& piece) {
  std::string bytes;
  RecordWriter to(bytes);
  to.items(piece.reads);
  to.small(piece.paths.size());
  for (const std::string& path : piece.paths) to.text(path);
  put_piece(piece.report, to);
  return bytes;
}

std::optional<FilesPiece> unpacked_files(std::string_view bytes) {
  RecordReader from(bytes);
  FilesPiece piece;
  piece.reads = from.items<uint32_t>();
  for (size_t left = from.count(); left > 0 && !from.damaged(); --left) piece.paths.emplace_back(from.text());
  piece.report = take_report(from);
  return if_whole(from, std::move(piece));
}

std::string packed(const MarksPiece& piece) {
  std::string bytes;
  RecordWriter to(bytes);
  to.items(piece.reads);
  to.small(piece.marks.leads_to.size());
  for (const size_t page : piece.marks.leads_to) to.small(page);
  to.small(piece.marks.paragraphs.size());
  for (const SiteIndex::Paragraph& one : piece.marks.paragraphs) {
    to.number(one.hash);
    put_piece(one.place, to);
  }
  return bytes;
}

std::optional<MarksPiece> unpacked_marks(std::string_view bytes) {
  RecordReader from(bytes);
  MarksPiece piece;
  piece.reads = from.items<uint32_t>();
  piece.marks.leads_to.resize(from.count());
  for (size_t& page : piece.marks.leads_to) page = from.small();
  piece.marks.paragraphs.resize(from.count());
  for (SiteIndex::Paragraph& one : piece.marks.paragraphs) {
    one.hash = from.number();
    one.place = take_place(from);
  }
  return if_whole(from, std::move(piece));
}

std::string packed(const DataPiece& piece) {
  std::string bytes;
  RecordWriter to(bytes);
  to.items(piece.reads);
  to.number(piece.hash);
  to.small(piece.size);
  return bytes;
}

std::optional<DataPiece> unpacked_data(std::string_view bytes) {
  RecordReader from(bytes);
  DataPiece piece;
  piece.reads = from.items<uint32_t>();
  piece.hash = from.number();
  piece.size = from.small();
  return if_whole(from, std::move(piece));
}

std::string packed(const DataFilePiece& piece) {
  std::string bytes;
  RecordWriter to(bytes);
  to.text(piece.path);
  to.small(piece.before);
  to.small(piece.between);
  return bytes;
}

std::optional<DataFilePiece> unpacked_data_file(std::string_view bytes) {
  RecordReader from(bytes);
  DataFilePiece piece;
  piece.path = from.text();
  piece.before = from.small();
  piece.between = from.small();
  return if_whole(from, std::move(piece));
}

std::string packed(const std::vector<std::vector<uint32_t>>& related) {
  std::string bytes;
  RecordWriter to(bytes);
  to.small(related.size());
  for (const std::vector<uint32_t>& one : related) to.items(one);
  return bytes;
}

std::optional<std::vector<std::vector<uint32_t>>> unpacked_related(std::string_view bytes, size_t pages) {
  RecordReader from(bytes);
  std::vector<std::vector<uint32_t>> related(from.count());
  for (std::vector<uint32_t>& one : related) {
    one = from.items<uint32_t>();
    for (const uint32_t page : one)
      if (page >= pages) from.refuse();
  }
  return if_whole(from, std::move(related));
}

std::string packed_words(const std::vector<uint32_t>& reads, std::string_view words) {
  std::string bytes;
  bytes.reserve((reads.size() + 4) * sizeof(uint64_t) + words.size());  // a little more than it takes
  RecordWriter to(bytes);
  to.items(reads);
  bytes += words;
  return bytes;
}

std::string_view words_of_piece(std::string_view bytes) {
  RecordReader from(bytes);
  from.items<uint32_t>();
  return from.rest();
}

std::string packed_report(const Report& report) {
  std::string bytes;
  RecordWriter to(bytes);
  put_piece(report, to);
  return bytes;
}

std::optional<Report> unpacked_report(std::string_view bytes) {
  RecordReader from(bytes);
  Report report = take_report(from);
  return if_whole(from, std::move(report));
}

bool reads_one_of(std::string_view bytes, const std::vector<bool>& changed, const std::vector<bool>& other_related) {
  RecordReader from(bytes);
  for (const uint32_t read : from.items<uint32_t>()) {
    const std::vector<bool>& others = (read & BodyReads::related_to) != 0 ? other_related : changed;
    const uint32_t page = read & ~BodyReads::related_to;
    if (page >= others.size() || others[page]) return true;
  }
  return from.damaged();
}

}  // namespace offer
