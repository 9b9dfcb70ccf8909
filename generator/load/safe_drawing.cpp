#include "load/safe_drawing.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"

namespace offer {

namespace {

constexpr size_t largest = 40'000;

constexpr std::array<std::string_view, 9> forbidden_elements{"script", "foreignobject", "iframe",  "object",  "embed",
                                                    "audio",  "video",         "handler", "listener"};

bool is_drawing_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

DrawingTrouble broken() { return {"is not a drawing that browsers can read", "Open it in a drawing program and save it again as plain SVG."}; }

// Reads tags and their attributes; text between them is never run, so it is passed over.
class Drawing {
 public:
  explicit Drawing(std::string_view svg) : rest_(svg) {}

  std::optional<DrawingTrouble> trouble() {
    bool drawing = false;
    while (true) {
      const size_t tag = rest_.find('<');
      if (tag == std::string_view::npos) break;
      rest_.remove_prefix(tag + 1);
      if (rest_.starts_with("!--")) {
        if (!pass("-->")) return broken();
      } else if (rest_.starts_with("![CDATA[")) {
        if (!pass("]]>")) return broken();
      } else if (rest_.starts_with("?xml ")) {
        if (!pass("?>")) return broken();
      } else if (rest_.starts_with('!') || rest_.starts_with('?')) {
        return DrawingTrouble{"holds a document type or an instruction, which can lead out of the file", "Save it again as plain SVG."};
      } else if (rest_.starts_with('/')) {
        const size_t end = rest_.find('>');
        if (end == std::string_view::npos || open_.empty() || open_.back() != trim(rest_.substr(1, end - 1))) return broken();
        open_.pop_back();
        rest_.remove_prefix(end + 1);
      } else if (auto found = opening_tag(drawing)) {
        return found;
      }
    }
    if (!drawing || !open_.empty()) return broken();
    return std::nullopt;
  }

 private:
  bool pass(std::string_view end) {
    const size_t at = rest_.find(end);
    if (at == std::string_view::npos) return false;
    rest_.remove_prefix(at + end.size());
    return true;
  }

  std::string_view name() {
    size_t length = 0;
    while (length < rest_.size() && !is_drawing_space(rest_[length]) && std::string_view("=/><\"'").find(rest_[length]) == std::string_view::npos)
      ++length;
    const std::string_view result = rest_.substr(0, length);
    rest_.remove_prefix(length);
    return result;
  }

  void spaces() {
    while (!rest_.empty() && is_drawing_space(rest_.front())) rest_.remove_prefix(1);
  }

  std::optional<DrawingTrouble> opening_tag(bool& drawing) {
    const std::string_view tag = name();
    if (tag.empty()) return broken();
    const std::string local = lower(tag.substr(tag.find(':') == std::string_view::npos ? 0 : tag.find(':') + 1));
    if (!drawing && local != "svg") return broken();
    drawing = true;
    if (std::find(forbidden_elements.begin(), forbidden_elements.end(), local) != forbidden_elements.end())
      return DrawingTrouble{fmt::format("holds a <{}>, which can run a program in a reader's browser", tag),
                            "Save it again as plain SVG, without scripts."};
    if (local == "style")
      return DrawingTrouble{"holds a style sheet, which the site does not let it use", "Save it again with 'presentation attributes'."};
    while (true) {
      spaces();
      if (rest_.starts_with("/>")) return rest_.remove_prefix(2), std::nullopt;
      if (rest_.starts_with(">")) return rest_.remove_prefix(1), open_.push_back(tag), std::nullopt;
      const std::string_view attribute = name();
      spaces();
      if (attribute.empty() || !rest_.starts_with('=')) return broken();
      rest_.remove_prefix(1);
      spaces();
      if (rest_.empty() || (rest_.front() != '"' && rest_.front() != '\'')) return broken();
      const size_t end = rest_.find(rest_.front(), 1);
      if (end == std::string_view::npos) return broken();
      const std::string_view value = rest_.substr(1, end - 1);
      rest_.remove_prefix(end + 1);
      if (auto found = trouble_with(lower(attribute), trim(value), local)) return found;
    }
  }

  static std::optional<DrawingTrouble> trouble_with(const std::string& attribute, std::string_view value, const std::string& tag) {
    if (attribute.starts_with("on"))
      return DrawingTrouble{fmt::format("has '{}', which runs a program when a reader comes near it", attribute),
                            "Take it out, or save it again as plain SVG."};
    const bool inside = value.starts_with('#') || (tag == "image" && value.starts_with("data:image/png;base64,"));
    if ((attribute == "href" || attribute == "xlink:href" || attribute == "src") && !inside)
      return DrawingTrouble{fmt::format("leads out of the file, to '{}'", value.substr(0, 60)), "A picture must hold all that it shows."};
    const std::string small = lower(value);
    for (size_t at = small.find("url("); at != std::string::npos; at = small.find("url(", at + 1)) {
      const size_t first = small.find_first_not_of(" '\"", at + 4);
      if (first == std::string::npos || small[first] != '#')
        return DrawingTrouble{"leads out of the file with 'url('", "A picture must hold all that it shows."};
    }
    // &#106; and the like can hide any of the above.
    if ((attribute.ends_with("href") || attribute == "style") && small.find('&') != std::string::npos) return broken();
    return std::nullopt;
  }

  std::string_view rest_;
  std::vector<std::string_view> open_;
};

}  // namespace

std::optional<DrawingTrouble> trouble_with_drawing(std::string_view svg) {
  if (svg.size() > largest)
    return DrawingTrouble{fmt::format("has {} kB, and 40 kB are the most", (svg.size() + 999) / 1000),
                          "On an old phone it would come late. Make it simpler, or run it through a program that shrinks SVG."};
  if (first_bad_utf8(svg) || svg.find('\0') != std::string_view::npos) return broken();
  if (svg.starts_with("\xEF\xBB\xBF")) svg.remove_prefix(3);
  return Drawing(svg).trouble();
}

}  // namespace offer
