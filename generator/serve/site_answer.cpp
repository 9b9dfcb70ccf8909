#include "serve/site_answer.h"

#include <array>
#include <utility>

#include "base/text.h"

namespace offer {

namespace {

constexpr const char* html_type = "text/html; charset=utf-8";
constexpr const char* plain_text_type = "text/plain; charset=utf-8";

constexpr std::array<std::pair<std::string_view, const char*>, 22> types{{
    {".html", html_type},
    {".css", "text/css; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".json", "application/json; charset=utf-8"},
    {".xml", "application/xml; charset=utf-8"},
    {".svg", "image/svg+xml; charset=utf-8"},
    {".txt", plain_text_type},
    {".csv", "text/csv; charset=utf-8"},
    {".ics", "text/calendar; charset=utf-8"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".jpeg", "image/jpeg"},
    {".gif", "image/gif"},
    {".webp", "image/webp"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
    {".pdf", "application/pdf"},
    {".epub", "application/epub+zip"},
    {".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {".mp3", "audio/mpeg"},
    {".opus", "audio/ogg"},
    {".webmanifest", "application/manifest+json; charset=utf-8"},
}};

Answer of_file(int status, const DeskFile& found) {
  return {.status = status, .type = type_of(found.file->path), .bytes = found.file->bytes, .keep = found.file};
}

}  // namespace

const char* type_of(std::string_view path) {
  for (const auto& [ending, type] : types)
    if (path.ends_with(ending)) return type;
  return "application/octet-stream";
}

Answer own_answer(int status, const char* type, std::string bytes) {
  const auto kept = std::make_shared<const std::string>(std::move(bytes));
  return {.status = status, .type = type, .bytes = *kept, .keep = kept};
}

Answer text_answer(int status, std::string text) { return own_answer(status, plain_text_type, std::move(text)); }

Answer redirect_answer(int status, std::string_view location) {
  Answer answer = text_answer(status, "");
  // As it may stand in a header: all but plain address characters as %XX, so that nothing in it can end the line.
  for (const char c : location) {
    if (is_letter(c) || is_digit(c) || std::string_view("/-._~").find(c) != std::string_view::npos) answer.location += c;
    else answer.location += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return answer;
}

bool file_path_of(std::string_view base, std::string_view address, std::string& path) {
  if (!address.starts_with(base)) return false;
  path = address.substr(base.size());
  if (path.empty() || path.ends_with('/')) path += "index.html";
  return true;
}

Answer site_answer(const Desk& desk, std::string_view base, const Question& question) {
  std::string path;
  if (file_path_of(base, question.address, path)) {
    if (const auto found = desk.file(path)) return of_file(200, *found);
    if (desk.file(path + "/index.html") != nullptr) return redirect_answer(301, question.address + "/");
  }
  if (question.address == "/" || question.address + "/" == base) return redirect_answer(301, base);
  if (const auto found = desk.file("404.html")) return of_file(404, *found);
  return text_answer(404, "There is nothing at this address.\n");
}

}  // namespace offer
