#include "corpus_hugo.h"

#include <fmt/format.h>

#include <iterator>

namespace offer::bench {

namespace {

constexpr std::string_view hugo_settings = R"(baseURL = "https://local-offer.example.org/"
languageCode = "en-GB"
title = "Yarshire Local Offer"
disableKinds = ["taxonomy", "term"]
timeout = "900s"
[outputs]
home = ["HTML", "RSS"]
section = ["HTML"]
)";

// The frame that every page has. What is the same on every page is asked for once (partialCached), as Hugo's own guide advises.
constexpr std::string_view frame = R"(<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }}: {{ site.Title }}</title>
<meta name="description" content="{{ .Params.summary }}">
<link rel="canonical" href="{{ .Permalink }}">
<link rel="stylesheet" href="/look.css">
<link rel="alternate" href="/index.xml" type="application/rss+xml" title="{{ site.Title }}">
</head>
<body>
{{ partialCached "top.html" . }}
{{ partial "way.html" . }}
<main id="main">
{{ block "main" . }}{{ end }}
{{ partialCached "help.html" . }}
</main>
{{ partialCached "foot.html" . }}
</body>
</html>
)";

constexpr std::string_view top = R"(<a class="skip" href="#main">Skip to the main words</a>
<header class="top">
<div class="demo"><p>This site was made by a program, to measure others. Nothing on it is true.</p></div>
<div class="row"><a class="site" href="/"><img src="/images/door-0.svg" alt="" width="48" height="48"><strong>{{ site.Title }}</strong> <span>Yarshire Council</span></a>
<form class="search" role="search" action="/search/" method="get"><label for="q">Search this site</label><input type="search" id="q" name="q" autocomplete="off"><button type="submit">Search</button></form></div>
<nav class="menu" aria-label="Main menu"><ul>
{{ range site.Sections }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
{{ end }}</ul></nav>
</header>
)";

constexpr std::string_view way = R"(<nav class="way" aria-label="You are here"><ol>
{{ range .Ancestors.Reverse }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
{{ end }}</ol></nav>
)";

constexpr std::string_view help = R"(<section class="help" aria-labelledby="help"><h2 id="help">Who can help</h2><p>Finding your way on this site, a copy in another format, or a mistake on a page.</p>
<ul><li><span>Phone</span> <a href="tel:01632960102">01632 960 102</a></li><li><span>Email</span> <a href="mailto:local.offer@example.org">local.offer@example.org</a></li><li><span>Open</span> Monday to Friday, 9am to 5pm</li></ul></section>
)";

constexpr std::string_view foot = R"(<footer class="bottom"><nav aria-label="About this site"><ul><li><a href="/contact/">Who to ask</a></li><li><a href="/other-formats/">Other formats</a></li><li><a href="/index.xml">Follow changes (feed)</a></li></ul></nav>
<p>Yarshire Local Offer, Yarshire Council</p></footer>
)";

constexpr std::string_view single = R"({{ define "main" }}<h1>{{ .Title }}</h1>
<p class="lead">{{ .Params.summary }}</p>
<dl class="facts">{{ with .Params.provider }}<dt>Who gives it</dt><dd>{{ . }}</dd>{{ end }}{{ with .Params.for }}<dt>Who it is for</dt><dd>{{ . }}</dd>{{ end }}{{ with .Params.ages }}<dt>Ages</dt><dd>{{ . }}</dd>{{ end }}{{ with .Params.cost }}<dt>Cost</dt><dd>{{ . }}</dd>{{ end }}{{ with .Params.who }}<dt>Who said it</dt><dd>{{ . }}</dd>{{ end }}{{ with .Params.answer }}<dt>Our answer</dt><dd>{{ . }}</dd>{{ end }}</dl>
<nav class="contents" aria-label="On this page">{{ .TableOfContents }}</nav>
<div class="body">
{{ .Content }}
</div>
<div class="review"><p>We checked this page on <strong>{{ (time .Params.reviewed).Format "2 January 2006" }}</strong>. We will check it again by <strong>{{ (time .Params.review_by).Format "2 January 2006" }}</strong>.</p><p>Looked after by: {{ .Params.owner }}.</p></div>{{ end }}
)";

constexpr std::string_view list = R"({{ define "main" }}<h1>{{ .Title }}</h1>
<p class="lead">{{ .Params.summary }}</p>
{{ .Content }}
<ul class="folders">
{{ range .Sections.ByTitle }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
{{ end }}</ul>
<ul class="cards">
{{ range .RegularPages.ByTitle }}<li><h3><a href="{{ .RelPermalink }}">{{ .Title }}</a></h3><p>{{ .Params.summary }}</p></li>
{{ end }}</ul>{{ end }}
)";

constexpr std::string_view hugo_home = R"({{ define "main" }}<h1>{{ .Title }}</h1>
<ul class="folders">
{{ range site.Sections }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
{{ end }}</ul>{{ end }}
)";

constexpr std::string_view feed = R"({{ printf "<?xml version=\"1.0\" encoding=\"utf-8\"?>" | safeHTML }}
<rss version="2.0"><channel><title>{{ site.Title }}</title><link>{{ .Permalink }}</link><description>News and answers</description>
{{ range first 50 (where site.RegularPages "Section" "news") }}<item><title>{{ .Title }}</title><link>{{ .Permalink }}</link><description>{{ .Params.summary }}</description></item>
{{ end }}</channel></rss>
)";

constexpr std::string_view sitemap = R"({{ printf "<?xml version=\"1.0\" encoding=\"utf-8\"?>" | safeHTML }}
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
{{ range .Data.Pages }}<url><loc>{{ .Permalink }}</loc></url>
{{ end }}</urlset>
)";

// Pages that stand alone. Hugo's have no made list of questions, so a few lines do.
std::string page(std::string_view title, std::string_view words) {
  return fmt::format("---\ntitle: \"{}\"\nsummary: \"{}\"\nowner: local-offer-officer\nreviewed: 2026-10-14\nreview_by: 2027-10-14\n---\n\n{}\n", title, words, words);
}

}  // namespace

void write_hugo_files(const SitePlan&, const WriteFile& write) {
  write("hugo.toml", std::string(hugo_settings));
  write("layouts/_default/baseof.html", std::string(frame));
  write("layouts/_default/single.html", std::string(single));
  write("layouts/_default/list.html", std::string(list));
  write("layouts/index.html", std::string(hugo_home));
  write("layouts/index.rss.xml", std::string(feed));
  write("layouts/sitemap.xml", std::string(sitemap));
  write("layouts/partials/top.html", std::string(top));
  write("layouts/partials/way.html", std::string(way));
  write("layouts/partials/help.html", std::string(help));
  write("layouts/partials/foot.html", std::string(foot));
  write("static/look.css", "body{font:1.2rem/1.5 sans-serif}\n");
  write("content/contact.md", page("Who to ask", "Ring the Local Offer officer."));
  write("content/other-formats.md", page("Other formats", "Ring us and say which page you want."));
  write("content/search.md", page("Search this site", "Type what you want to know."));
}

}  // namespace offer::bench
