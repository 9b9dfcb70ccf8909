#include "serve/shown.h"

#include <array>
#include <utility>

#include "base/escape.h"
#include "base/text.h"

namespace offer {

namespace {

constexpr const char* html = "text/html; charset=utf-8";
constexpr const char* plain = "text/plain; charset=utf-8";

constexpr std::array<std::pair<string_view, const char*>, 22> types{{
    {".html", html},
    {".css", "text/css; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".json", "application/json; charset=utf-8"},
    {".xml", "application/xml; charset=utf-8"},
    {".svg", "image/svg+xml; charset=utf-8"},
    {".txt", plain},
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

const char* type_of(string_view path) {
  for (const auto& [ending, type] : types)
    if (path.ends_with(ending)) return type;
  return "application/octet-stream";
}

// As it may stand in a header: all but plain address characters as %XX.
std::string as_location(string_view address) {
  std::string result;
  for (const char c : address) {
    if (is_letter(c) || is_digit(c) || string_view("/-._~").find(c) != string_view::npos)
      result += c;
    else
      result += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return result;
}

// What a person would look at: "/", "/news/", "/news", "/news/a.html"; not "/style.css".
bool is_page(string_view address) {
  const string_view last = address.substr(address.rfind('/') + 1);
  return last.find('.') == string_view::npos || last.ends_with(".html");
}

std::string trouble_page(string_view trouble) {
  return "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\" />\n"
         "<meta name=\"viewport\" content=\"width=device-width\" />\n"
         "<title>The site cannot be shown yet</title>\n</head>\n<body>\n<main>\n"
         "<h1>The site cannot be shown yet</h1>\n"
         "<p>Something in the files needs mending first. Mend it, save, and load this page "
         "again.</p>\n<pre>" +
         escaped(trouble) + "</pre>\n</main>\n</body>\n</html>\n";
}

Answer own_answer(int status, const char* type, std::string text) {
  const auto kept = std::make_shared<const std::string>(std::move(text));
  return {status, type, *kept, kept, {}};
}

}  // namespace

Answer text_answer(int status, std::string text) {
  return own_answer(status, plain, std::move(text));
}

Shown::Shown(std::shared_ptr<const Outputs> outputs, std::string base)
    : outputs_(std::move(outputs)), base_(std::move(base)) {
  constexpr string_view index = "index.html";
  for (const OutputFile& file : outputs_->files) {
    files_.emplace(base_ + file.path, &file);
    if (file.path != index && !file.path.ends_with("/index.html")) continue;
    const std::string address = base_ + file.path.substr(0, file.path.size() - index.size());
    files_.emplace(address, &file);
    redirects_.emplace(address.substr(0, address.size() - 1), as_location(address));
  }
  redirects_.emplace("/", as_location(base_));
}

Answer Shown::answer(int status, const OutputFile& file) const {
  return {status, type_of(file.path), file.bytes, outputs_, {}};
}

Answer Shown::at(const std::string& address) const {
  if (const auto file = files_.find(address); file != files_.end())
    return answer(200, *file->second);
  if (const auto other = redirects_.find(address); other != redirects_.end()) {
    Answer redirect = text_answer(301, "");
    redirect.location = other->second;
    return redirect;
  }
  if (!outputs_->trouble.empty() && is_page(address))
    return own_answer(503, html, trouble_page(outputs_->trouble));
  if (const auto page = files_.find(base_ + "404.html"); page != files_.end())
    return answer(404, *page->second);
  return text_answer(404, "There is nothing at this address.\n");
}

}  // namespace offer
