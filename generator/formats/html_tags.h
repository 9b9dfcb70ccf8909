// HtmlTags: writes tags, attributes and words, each value escaped. What the writer of a page's Blocks stands on.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "base/escape.h"
#include "model/site_view.h"

namespace offer {

class HtmlTags {
 public:
  HtmlTags(const SiteView& site, std::string& to) : site_(site), to_(to) {}

 protected:
  void open(std::string_view tag) {
    begin(tag);
    to_ += '>';
  }
  void open(std::string_view tag, std::string_view class_name) {
    begin(tag);
    attribute("class", class_name);
    to_ += '>';
  }
  void begin(std::string_view tag) {
    to_ += '<';
    to_ += tag;
  }
  // The one writer of attributes.
  void attribute(std::string_view name, std::string_view value) {
    to_ += ' ';
    to_ += name;
    to_ += "=\"";
    escape_html(value, to_);
    to_ += '"';
  }
  void close(std::string_view tag) {
    to_ += "</";
    to_ += tag;
    to_ += '>';
  }
  void text(std::string_view words) {
    // A line end stands for one space, whatever the next line's indent.
    for (size_t end = words.find('\n'); end != std::string_view::npos; end = words.find('\n')) {
      escape_html(words.substr(0, end + 1), to_);
      words.remove_prefix(std::min(words.find_first_not_of(' ', end + 1), words.size()));
    }
    escape_html(words, to_);
  }
  // <tag>words</tag>
  void element(std::string_view tag, std::string_view words) {
    open(tag);
    text(words);
    close(tag);
  }
  void element(std::string_view tag, std::string_view class_name, std::string_view words) {
    open(tag, class_name);
    text(words);
    close(tag);
  }
  void link(std::string_view target, std::string_view words) {
    begin("a");
    attribute("href", href(target));
    to_ += '>';
    text(words);
    close("a");
  }
  void line() { to_ += '\n'; }

  // An address below the site's root gets the base path; others stay.
  std::string href(std::string_view target) const { return target.starts_with('/') ? site_.href(target) : std::string(target); }

  const SiteView& site_;
  std::string& to_;
};

}  // namespace offer
