#include "base/escape.h"

namespace offer {

void escape_html(std::string_view text, std::string& to) {
  size_t done = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    std::string_view instead;
    switch (c) {
      case '&': instead = "&amp;"; break;
      case '<': instead = "&lt;"; break;
      case '>': instead = "&gt;"; break;
      case '"': instead = "&quot;"; break;
      case '\'': instead = "&#39;"; break;
      case '\xFE':  // never in UTF-8; cmark-gfm writes them for &#xFFFE; and &#xFFFF;
      case '\xFF': instead = "\xEF\xBF\xBD"; break;
      case '\xEF':  // U+FFFE and U+FFFF, which XML forbids too
        if (text.substr(i, 3) != "\xEF\xBF\xBE" && text.substr(i, 3) != "\xEF\xBF\xBF") continue;
        to.append(text.substr(done, i - done));
        to.append("\xEF\xBF\xBD");
        i += 2;
        done = i + 1;
        continue;
      default:
        if (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' && c != '\r')
          instead = "\xEF\xBF\xBD";
        else
          continue;
    }
    to.append(text.substr(done, i - done));
    to.append(instead);
    done = i + 1;
  }
  to.append(text.substr(done));
}

std::string escaped(std::string_view text) {
  std::string result;
  result.reserve(text.size() + 16);
  escape_html(text, result);
  return result;
}

std::string json_string(std::string_view text) {
  std::string json = "\"";
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"' || c == '\\') {
      json += '\\';
      json += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      constexpr char digits[] = "0123456789abcdef";
      json += "\\u00";
      json += digits[static_cast<unsigned char>(c) >> 4];
      json += digits[c & 0xF];
    } else if (c == '\xFE' || c == '\xFF') {
      json += "\xEF\xBF\xBD";  // as in escape_html: no character
    } else if (text.substr(i, 3) == "\xEF\xBF\xBE" || text.substr(i, 3) == "\xEF\xBF\xBF") {
      json += "\xEF\xBF\xBD";
      i += 2;
    } else {
      json += c;
    }
  }
  return json + '"';
}

}  // namespace offer
