#include "serve/own_page.h"

#include "base/escape.h"
#include "base/text.h"
#include "serve/panel.h"

namespace offer {

std::string own_page(const OwnPage& page, std::string_view base, const PanelFiles& files) {
  const std::string title = escaped(page.title);
  std::string html = "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\" />\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n"
                     "<meta name=\"color-scheme\" content=\"light dark\" />\n";
  html += fmt::format("<title>{} – preview</title>\n<link rel=\"icon\" href=\"/-/icon.svg\" type=\"image/svg+xml\" />\n<link rel=\"stylesheet\" href=\"{}\" />\n", title, files.address("own.css"));
  html += panel_sheet(files);
  html += fmt::format("</head>\n<body class=\"lo-own\">\n<a class=\"lo-skip\" href=\"#lo-main\">Skip to the main words</a>\n"
                      "<header class=\"lo-top\"><nav aria-label=\"Preview\"><ul><li><a href=\"{}\">The site</a></li><li><a href=\"/-/pages/\">All pages and their problems</a></li>"
                      "<li><a href=\"/-/changed/\">What has changed</a></li></ul></nav>",
                      escaped(base));
  if (page.foot.empty()) html += "<p class=\"lo-said\" id=\"lo-said\" role=\"status\"></p>\n";  // a panel has its own
  html += fmt::format("</header>\n<main id=\"lo-main\" tabindex=\"-1\">\n<h1>{}</h1>\n{}</main>\n{}</body>\n</html>\n", title, page.body, page.foot);
  return html;
}

}  // namespace offer
