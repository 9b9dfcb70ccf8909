#include "draw/svg_text.h"

#include "base/escape.h"
#include "base/text.h"

namespace offer {

std::vector<std::string> broken_lines(std::string_view words, size_t most, size_t lines) {
  std::vector<std::string> broken;
  for (const std::string_view word : words_of(words)) {
    const bool fits = !broken.empty() && characters_before(broken.back(), broken.back().size()) + 1 + characters_before(word, word.size()) <= most;
    if (fits) {
      broken.back() += ' ';
      broken.back() += word;
    } else if (broken.size() == lines) {
      broken.back() += " …";
      break;
    } else {
      broken.emplace_back(word);
    }
  }
  return broken;
}

std::string text_lines(double x, double y, double step, const std::vector<std::string>& lines, std::string_view class_name) {
  std::string text;
  for (size_t i = 0; i < lines.size(); ++i)
    text += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" class=\"{}\">{}</text>", x, y + step * static_cast<double>(i), class_name, escaped(lines[i]));
  return text;
}

}  // namespace offer
