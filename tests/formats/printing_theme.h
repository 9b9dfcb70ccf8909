// A theme that prints every name that a theme may use, a line each; for tests of what stands behind
// the names.
#pragma once

#include <string>
#include <string_view>

#include "base/text.h"
#include "kit.h"

namespace offer::kit {

inline constexpr std::string_view printing_theme = R"(
-- theme/templates/page.html --
<html lang="{{language}}">
<head>
<title>{{page_title}}</title>
<meta name="description" content="{{description}}" />
{{#noindex}}<meta name="robots" content="noindex" />{{/noindex}}
<link rel="canonical" href="{{canonical}}" />
<link rel="icon" href="{{icon}}" />
<link rel="alternate" href="{{feed}}" />
<link rel="stylesheet" href="{{stylesheet}}" />
</head>
<body>
<h1>{{title}}</h1>
<main>
title: {{title}}
summary: {{summary}}
root: {{root}}
site: {{site_name}}, {{council}}, {{demonstration}}
{{#home}}home{{/home}}{{#easy_read}}easy read{{/easy_read}}
kind: {{kind}}, {{kind_title}}
{{#menu}}menu: {{title}} {{address}} {{current}}
{{/menu}}
{{#breadcrumbs}}crumb: {{title}} {{address}}
{{/breadcrumbs}}
{{#other_ways}}way: {{title}} {{address}} {{language}} {{current}}
{{/other_ways}}
formats: {{other_formats_address}}
{{#contents}}contents: {{title}} {{address}}
{{/contents}}
status: {{status_words}}
reviewed: {{reviewed}}, by {{review_by}} {{review_overdue}}
owner: {{owner}}
help: {{help_title}}, {{help_words}}, {{help_hours}}
phone: {{help_phone}} {{help_phone_address}}
email: {{help_email}} {{help_email_address}}
contact: {{contact_address}}
{{#footer}}footer: {{title}} {{address}}
{{/footer}}
checked: {{checked_words}}
{{#words}}word: {{word}}, {{meaning}}
{{/words}}
{{{body}}}
</main>
</body>
</html>
)";

// The lines of a page that begin with `name`, without what is below them.
inline std::string lines(const Built& built, std::string_view address, std::string_view name) {
  const std::string page = built.page(address);
  std::string found;
  for (const std::string_view line : split(page, '\n'))
    if (line.starts_with(name)) found.append(line).append("\n");
  return found;
}

inline Built with(std::string_view more) {
  return build(std::string(printing_theme) + std::string(more));
}

}  // namespace offer::kit
