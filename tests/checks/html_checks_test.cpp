// The checks on HTML: each rule with wrong and right examples of our own; the same under other spellings of the same page.
#include "checks/html_checks.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>

#include "checks/all_codes.h"
#include "html/judge.h"
#include "kit.h"

namespace offer::html_checks_test {

using namespace offer::html;

namespace {

struct Example {
  std::string_view code;
  bool wrong;
  std::string_view body;
};

// For each code what it must find and, harder, what it must leave alone.
constexpr Example examples[]{
    {"images-without-name", true, "<img src=a.png>"},
    {"images-without-name", true, "<span role=img></span>"},
    {"images-without-name", true, "<img src=a.png alt='&#32;'>"},
    {"images-without-name", true, "<img src=a.png role=presentation aria-live=polite>"},
    {"images-without-name", true, "<img src=a.png aria-labelledby=gone>"},
    {"images-without-name", false, "<img src=a.png alt>"},
    {"images-without-name", false, "<img src=a.png role=none>"},
    {"images-without-name", false, "<p hidden><img src=a.png></p>"},
    {"images-without-name", false, "<div aria-hidden=true><img src=a.png></div>"},
    {"images-without-name", false, "<img src=a.png title=Hall>"},
    {"images-without-name", false, "<svg><rect/></svg>"},
    {"drawings-without-name", true, "<svg role=img><text>two</text></svg>"},
    {"drawings-without-name", true, "<svg><g role=graphics-symbol><path/></g></svg>"},
    {"drawings-without-name", true, "<svg role=img><g><title>inner</title></g></svg>"},
    {"drawings-without-name", false, "<svg role=img aria-label=two><text>two</text></svg>"},
    {"drawings-without-name", false, "<svg><path/></svg>"},
    {"objects-without-name", true, "<object data='/x/y.MP3?z=1'></object>"},
    {"objects-without-name", true, "<object type=image/svg+xml data=a></object>"},
    {"objects-without-name", false, "<object data=form.pdf></object>"},
    {"objects-without-name", false, "<object data=a.png role=img></object>"},
    {"objects-without-name", false, "<object data=a.png aria-label=Hall></object>"},
    {"links-without-name", true, "<a href=x></a>"},
    {"links-without-name", true, "<a href=x><i class=icon></i></a>"},
    {"links-without-name", true, "<i role=link tabindex=0> </i>"},
    {"links-without-name", true, "<a href=x><span hidden>a</span></a>"},
    {"links-without-name", false, "<a id=x></a>"},
    {"links-without-name", false, "<a href=x role=button></a>"},
    {"links-without-name", false, "<a href=x><svg><title>a</title></svg></a>"},
    {"buttons-without-name", true, "<button value=go></button>"},
    {"buttons-without-name", true, "<input type=button>"},
    {"buttons-without-name", true, "<button role=none></button>"},
    {"buttons-without-name", false, "<input type=submit>"},
    {"buttons-without-name", false, "<button role=none disabled></button>"},
    {"buttons-without-name", false, "<label>Go <button></button></label>"},
    {"image-buttons-without-name", true, "<input type=IMAGE value=go>"},
    {"image-buttons-without-name", false, "<input type=image title=go>"},
    {"fields-without-name", true, "<input type=date>"},
    {"fields-without-name", true, "<textarea></textarea>"},
    {"fields-without-name", true, "<div role=combobox>one</div>"},
    {"fields-without-name", true, "<label for=a>Name</label><p role=searchbox id=a></p>"},
    {"fields-without-name", false, "<input type=hidden>"},
    {"fields-without-name", false, "<div role=switch>Dark</div>"},
    {"fields-without-name", false, "<input aria-label=Name disabled>"},
    {"fields-without-name", false, "<p style='visibility:hidden'><input></p>"},
    {"menu-items-without-name", true, "<ul role=menu><li role=menuitem></li></ul>"},
    {"summaries-without-name", true, "<details><p>a</p><summary> </summary></details>"},
    {"summaries-without-name", false, "<details><summary>a</summary><summary></summary></details>"},
    {"summaries-without-name", false, "<summary></summary>"},
    {"headings-without-name", true, "<p role=heading aria-level=2></p>"},
    {"headings-without-name", true, "<h3><img src=a alt=''></h3>"},
    {"headings-without-name", false, "<h3 hidden></h3>"},
    {"headings-without-name", false, "<h3 role=none></h3>"},
    {"frames-without-name", true, "<iframe src=a name=Map title=' '></iframe>"},
    {"frames-without-name", false, "<iframe src=a tabindex=-1></iframe>"},
    {"frames-without-name", false, "<iframe src=a role=none></iframe>"},
    {"unknown-roles", true, "<p role='knob dial'>a</p>"},
    {"unknown-roles", true, "<p role=landmark>a</p>"},
    {"unknown-roles", false, "<p role='knob button'>a</p>"},
    {"unknown-roles", false, "<p role=' '>a</p>"},
    {"unknown-roles", false, "<p role=knob hidden>a</p>"},
    {"unknown-aria-attributes", true, "<p aria-describeby=a>a</p>"},
    {"unknown-aria-attributes", false, "<p aria-describedby=a>a</p>"},
    {"wrong-aria-values", true, "<p aria-live=soon>a</p>"},
    {"wrong-aria-values", true, "<p role=scrollbar aria-controls=gone aria-valuenow=1>a</p>"},
    {"wrong-aria-values", false, "<p aria-live=''>a</p>"},
    {"wrong-aria-values", false, "<p aria-describedby=gone>a</p>"},
    {"missing-aria-states", true, "<p role=slider tabindex=0>a</p>"},
    {"missing-aria-states", true, "<p role=heading aria-level=''>a</p>"},
    {"missing-aria-states", true, "<p role=separator tabindex=0>a</p>"},
    {"missing-aria-states", false, "<p role=separator>a</p>"},
    {"missing-aria-states", false, "<input type=checkbox role=switch aria-label=a>"},
    {"missing-aria-states", false, "<h2 role=heading>a</h2>"},
    {"missing-aria-states", false, "<p role=checkbox hidden>a</p>"},
    {"aria-out-of-place", true, "<a href=x aria-checked=true>a</a>"},
    {"aria-out-of-place", true, "<video controls aria-valuenow=1></video>"},
    {"aria-out-of-place", false, "<div aria-busy=true>a</div>"},
    {"aria-out-of-place", false, "<input type=password aria-required=true aria-label=a>"},
    {"aria-out-of-place", false, "<th aria-sort=none>"},
    {"names-out-of-place", true, "<span aria-labelledby=x>a</span>"},
    {"names-out-of-place", true, "<div aria-roledescription=slide>a</div>"},
    {"names-out-of-place", false, "<section aria-label=a>a</section>"},
    {"names-out-of-place", false, "<span aria-label=''>a</span>"},
    {"names-out-of-place", false, "<span role=group aria-label=b>a</span>"},
    {"speaking-decorations", true, "<ul role=none aria-label=a><li>b</li></ul>"},
    {"speaking-decorations", true, "<img src=a alt='' tabindex=0>"},
    {"speaking-decorations", false, "<img src=a alt='' aria-hidden=true aria-label=a>"},
    {"speaking-decorations", false, "<ul role=none><li>b</li></ul>"},
    {"wrong-parts", true, "<div role=tablist><a role=link href=x>a</a></div>"},
    {"wrong-parts", true, "<div role=menu>words</div>"},
    {"wrong-parts", true, "<div role=list aria-owns=x></div><p id=x role=option>a</p>"},
    {"wrong-parts", true, "<div role=tree><div role=group><p role=menuitem>a</p></div></div>"},
    {"wrong-parts", true, "<ul><li>a</li><li role=tab>b</li></ul>"},
    {"wrong-parts", false, "<div role=list><div><span><p role=listitem>a</p></span></div></div>"},
    {"wrong-parts", false, "<div role=menu aria-busy=true></div>"},
    {"wrong-parts", false, "<div role=listbox><div role=group><p role=option>a</p></div></div>"},
    {"wrong-parts", false, "<ul role=menu><li role=none><a role=menuitem href=x>a</a></li><li role=separator></li></ul>"},
    {"wrong-parts", false, "<table><caption>a</caption><colgroup><col></colgroup><tr><td>a</table>"},
    {"wrong-parts", false, "<ul></ul>"},
    {"stray-parts", true, "<p role=option>a</p>"},
    {"stray-parts", true, "<ul><li><p role=listitem>a</p></li></ul>"},
    {"stray-parts", true, "<div role=list><div aria-live=off><p role=listitem>a</p></div></div>"},
    {"stray-parts", false, "<div role=list><div><p role=listitem>a</p></div></div>"},
    {"stray-parts", false, "<p role=listitem hidden>a</p>"},
    {"stray-parts", false, "<p id=x role=tab>a</p><div role=tablist aria-owns=x></div>"},
    {"stray-list-items", true, "<ul><div><li>a</li></div></ul>"},
    {"stray-list-items", true, "<div><dt>a</dt></div>"},
    {"stray-list-items", false, "<dl><div><dt>a</dt><dd>b</dd></div></dl>"},
    {"tab-stops-in-hidden-parts", true, "<p aria-hidden=true tabindex=0>a</p>"},
    {"tab-stops-in-hidden-parts", true, "<div aria-hidden=true><i aria-hidden=false><select></select></i></div>"},
    {"tab-stops-in-hidden-parts", false, "<div aria-hidden=true><input disabled><a>b</a><p hidden><a href=x>c</a></p></div>"},
    {"tab-stops-in-hidden-parts", false, "<div aria-hidden=yes><input></div>"},
    {"tab-stops-in-controls", true, "<p role=option><a href=x>a</a></p>"},
    {"tab-stops-in-controls", true, "<button><input aria-label=a></button>"},
    {"tab-stops-in-controls", false, "<button><i tabindex=-1>a</i><a>b</a></button>"},
    {"tab-stops-in-controls", false, "<a href=x><i tabindex=0>a</i></a>"},
    {"frames-without-tab-stop", true, "<iframe title=a tabindex=-2 srcdoc='&lt;button>a&lt;/button>'></iframe>"},
    {"frames-without-tab-stop", false, "<iframe title=a tabindex=-1 srcdoc='&lt;p>a&lt;/p>'></iframe>"},
    {"frames-without-tab-stop", false, "<iframe title=a tabindex=-1 width=1 height=0 srcdoc='&lt;button>a&lt;/button>'></iframe>"},
    {"frames-without-tab-stop", false, "<iframe title=a tabindex=-1 srcdoc='&lt;button disabled>a&lt;/button>'></iframe>"},
    {"unknown-part-languages", true, "<i lang=gaelic>a</i>"},
    {"unknown-part-languages", true, "<i lang=' '><img src=a alt=b></i>"},
    {"unknown-part-languages", true, "<i lang=xx><b aria-hidden=true>a</b></i>"},
    {"unknown-part-languages", false, "<i lang=''>a</i>"},
    {"unknown-part-languages", false, "<i lang=xx><b lang=gd>a</b> </i>"},
    {"unknown-part-languages", false, "<i lang=xx><b hidden>a</b></i>"},
    {"unknown-part-languages", false, "<i lang=GD-gb>a</i>"},
    {"broken-headers-attributes", true, "<table><tr><td id=a headers=a>b</table>"},
    {"broken-headers-attributes", true, "<table><tr><th id=a>b</table><table><tr><td headers=a>c</table>"},
    {"broken-headers-attributes", true, "<table><tr><th><i id=a>b</i><td headers=a>c</table>"},
    {"broken-headers-attributes", false, "<table><tr><th id=a>b<th id=b>c<tr><td headers='a b' colspan=2>c</table>"},
    {"broken-headers-attributes", false, "<table role=none><tr><td headers=gone>c</table>"},
    {"broken-headers-attributes", false, "<table hidden><tr><td headers=gone>c</table>"},
    {"headers-without-cells", true, "<table><tr><th>a</table>"},
    {"headers-without-cells", true, "<table><tr><td>a<th scope=row>b</table>"},
    {"headers-without-cells", true, "<table><tr><th id=a>a<th>b<tr><td>c<td headers=a>d</table>"},
    {"headers-without-cells", true, "<div role=table><p role=row><i role=columnheader>a</i><i role=columnheader>b</i></p><p role=row><i role=cell>c</i></p></div>"},
    {"headers-without-cells", false, "<table><tr><th colspan=2>a<tr><td><td>b</table>"},
    {"headers-without-cells", false, "<table><tr><td rowspan=2>a<th>b<tr><td>c</table>"},
    {"headers-without-cells", false, "<table><tr><th>a<td rowspan=2>b<tr><th>c</table>"},
    {"headers-without-cells", false, "<table><tr><th role=cell>a</table>"},
    {"headers-without-cells", false, "<table><tr><th hidden>a</table>"},
    {"headers-without-cells", false, "<div role=grid><p role=row><i role=columnheader aria-colspan=2>a</i></p><p role=row><i role=gridcell>b</i><i role=gridcell>c</i></p></div>"},
    {"headers-without-cells", false, "<table><tbody><tr><th scope=rowgroup>a<td>b<tr><td>c</table>"},
    {"tight-letters", true, "<p style='letter-spacing: .5px ! important'>a b</p>"},
    {"tight-letters", true, "<style>i{font-size:40px}</style><p style='letter-spacing:4px!important'>a <i>b</i></p>"},
    {"tight-letters", false, "<p style='letter-spacing:0!important; letter-spacing: nonsense !important; letter-spacing:2px!important'>a</p>"},
    {"tight-letters", false, "<p style='letter-spacing:0 !important'><i style='letter-spacing:1em'>a</i></p>"},
    {"tight-letters", false, "<p style='letter-spacing:unset!important'>a</p>"},
    {"tight-letters", false, "<p style='letter-spacing:0'>a</p>"},
    {"tight-words", true, "<p style='WORD-SPACING: normal !IMPORTANT'>a b</p>"},
    {"tight-words", false, "<p hidden style='word-spacing: normal !important'>a b</p>"},
    {"tight-lines", true, "<div style='line-height:1.4!important'>a</div>"},
    {"tight-lines", true, "<div style='line-height:140%!important'>a</div>"},
    {"tight-lines", false, "<div style='line-height:1.5!important'>a</div>"},
    {"tight-lines", false, "<div style='line-height:calc(1em + 1px)!important'>a</div>"},
    {"unknown-autocomplete", true, "<input aria-label=a autocomplete='home name'>"},
    {"unknown-autocomplete", true, "<select aria-label=a autocomplete=land></select>"},
    {"unknown-autocomplete", false, "<input aria-label=a autocomplete=nonsense aria-disabled=true>"},
    {"unknown-autocomplete", false, "<input type=reset autocomplete=nonsense>"},
    {"unknown-autocomplete", false, "<fieldset disabled><input aria-label=a autocomplete=nonsense></fieldset>"},
    {"references-to-nothing", true, "<label for=gone>a</label>"},
    {"references-to-nothing", false, "<a href='#'>a</a><a href='#top'>b</a><a name=c></a><a href='#c'>d</a>"},
    {"ids-used-twice", true, "<p id=a></p><i id=a></i>"},
    {"ids-used-twice", false, "<p id=a></p><template><i id=a></i></template>"},
    {"code-in-pages", true, "<a href=' JavaScript:go()'>a</a>"},
    {"code-in-pages", true, "<p onclick='go()'>a</p>"},
    {"code-in-pages", true, "<script>go()</script>"},
    {"code-in-pages", false, "<script src=a.js></script><script type='application/ld+json'>{}</script>"},
    {"forced-tab-order", true, "<a href=x tabindex=' 2'>a</a>"},
    {"repeated-attributes", true, "<p title=a TITLE=b>c</p>"},
    {"self-starting-sound", true, "<video autoplay></video>"},
    {"self-starting-sound", false, "<video autoplay muted></video>"},
};

std::string page_of(std::string_view body) {
  return fmt::format("<!DOCTYPE html>\n<html lang=\"en\"><head><title>A page</title></head><body>\n{}\n</body></html>\n", body);
}

// --- The same page written otherwise. Each takes the body's source.

// Between tags and texts of the source, calls f(start tag with its brackets) and keeps the rest.
template <class F>
std::string with_tags(std::string_view source, const F& f) {
  std::string result;
  while (!source.empty()) {
    if (source[0] != '<' || source.size() < 2 || std::isalpha(static_cast<unsigned char>(source[1])) == 0) {
      result += source[0];
      source.remove_prefix(1);
      continue;
    }
    size_t end = 1;
    for (char quote = 0; end < source.size() && (quote != 0 || source[end] != '>'); ++end) {
      if (quote != 0) quote = source[end] == quote ? '\0' : quote;
      else if (source[end] == '"' || source[end] == '\'') quote = source[end];
    }
    result += f(source.substr(0, end + 1));
    source.remove_prefix(std::min(end + 1, source.size()));
  }
  return result;
}

struct TagWords {
  std::string name;
  std::vector<std::string> attributes;
  bool closes = false;
};

TagWords words_of_tag(std::string_view tag) {
  TagWords words;
  tag = tag.substr(1, tag.size() - 2);
  if (tag.ends_with('/') && !tag.ends_with("=/")) words.closes = true, tag.remove_suffix(1);
  std::string word;
  char quote = 0;
  std::vector<std::string> all;
  for (size_t i = 0; i < tag.size(); ++i) {
    const char c = tag[i];
    if (quote != 0) quote = c == quote ? '\0' : quote;
    else if (c == '"' || c == '\'') quote = c;
    if (quote == 0 && (c == ' ' || c == '\n')) {
      if (!word.empty()) all.push_back(std::move(word));
      word.clear();
    } else {
      word += c;
    }
  }
  if (!word.empty()) all.push_back(std::move(word));
  words.name = all.empty() ? "" : all.front();
  if (!all.empty()) words.attributes.assign(all.begin() + 1, all.end());
  return words;
}

std::string put_together(const TagWords& words, std::string_view between) {
  std::string tag = "<" + words.name;
  for (const std::string& one : words.attributes) tag.append(between).append(one);
  return tag + (words.closes ? " />" : ">");
}

std::string turned_round(std::string_view source) {
  return with_tags(source, [](std::string_view tag) {
    TagWords words = words_of_tag(tag);
    std::reverse(words.attributes.begin(), words.attributes.end());
    return put_together(words, " ");
  });
}

std::string in_capitals(std::string_view source) {
  return with_tags(source, [](std::string_view tag) {
    TagWords words = words_of_tag(tag);
    for (char& c : words.name) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    for (std::string& one : words.attributes)
      for (size_t i = 0; i < one.size() && one[i] != '='; ++i) one[i] = static_cast<char>(std::toupper(static_cast<unsigned char>(one[i])));
    return put_together(words, "\n\t ");
  });
}

std::string with_more_attributes(std::string_view source) {
  return with_tags(source, [](std::string_view tag) {
    TagWords words = words_of_tag(tag);
    words.attributes.insert(words.attributes.begin(), "data-a='1 > 2'");
    words.attributes.emplace_back("class=\"b\"");
    return put_together(words, "  ");
  });
}


}  // namespace

TEST_CASE("each check finds what is wrong and leaves alone what is right, however the page is written") {
  for (const Example& one : examples) {
    CAPTURE(one.code);
    CAPTURE(one.body);
    REQUIRE_MESSAGE(find_code(one.code) != nullptr, one.code);
    const auto as_expected = [&](const std::string& source) { return finds(one.code, source) == one.wrong; };
    CHECK_MESSAGE(as_expected(page_of(one.body)), "found: ", codes_in(page_of(one.body), true));
    CHECK_MESSAGE(as_expected(std::string(one.body)), "without the page around it");
    CHECK_MESSAGE(as_expected(page_of(turned_round(one.body))), "attributes in another order: ", turned_round(one.body));
    CHECK_MESSAGE(as_expected(page_of(in_capitals(one.body))), "in capitals: ", in_capitals(one.body));
    if (one.code != "repeated-attributes") CHECK_MESSAGE(as_expected(page_of(with_more_attributes(one.body))), "with more attributes: ", with_more_attributes(one.body));
    for (const std::string_view around : {"div", "section", "main", "article", "form"})
      CHECK_MESSAGE(as_expected(page_of(fmt::format("<{0}>\n <p>Before.</p>\n {1}\n <p>After.</p></{0}>", around, one.body))), "in a ", around);
    CHECK_MESSAGE(as_expected(page_of(fmt::format("<table><tr><th>x</th><td>{}</td></tr></table>", one.body))), "in a cell");
  }
}

TEST_CASE("the page as a whole: title, language, refresh, zoom") {
  const auto page = [](std::string_view html, std::string_view head) { return fmt::format("<!DOCTYPE html><html {}><head>{}</head><body><p>a</p></body></html>", html, head); };
  CHECK(finds("pages-without-title", page("lang=en", "")));
  CHECK(finds("pages-without-title", page("lang=en", "<title>&nbsp;</title><title>b</title>")));
  CHECK_FALSE(finds("pages-without-title", page("lang=en", "<title>b</title><title></title>")));
  CHECK_FALSE(finds("pages-without-title", "<html><body><title>b</title>"));
  CHECK(finds("pages-without-title", "<html><svg><title>b</title></svg>"));
  CHECK(finds("pages-without-title", "<html><template><title>b</title></template>"));
  CHECK_FALSE(finds("pages-without-title", "<p>a snippet</p>"));
  CHECK(finds("pages-without-language", page("xml:lang=en", "")));
  CHECK(finds("pages-without-language", page("lang='\t'", "")));
  CHECK_FALSE(finds("pages-without-language", page("lang=xx", "")));
  CHECK(finds("unknown-page-languages", page("lang=xx", "")));
  CHECK_FALSE(finds("unknown-page-languages", page("lang=' '", "")));
  CHECK_FALSE(finds("unknown-page-languages", page("lang=CY-gb", "")));
  CHECK(finds("delayed-reloading", page("", "<meta content='72000;x' http-equiv=Refresh>")));
  CHECK_FALSE(finds("late-reloading", page("", "<meta content='72000;x' http-equiv=Refresh>")));
  CHECK(finds("late-reloading", page("", "<meta content='72001;x' http-equiv=Refresh>")));
  CHECK_FALSE(finds("delayed-reloading", page("", "<meta content='72001;x' http-equiv=Refresh>")));
  CHECK_FALSE(finds("delayed-reloading", page("", "<meta http-equiv=refresh content=0><meta http-equiv=refresh content=9>")));
  CHECK(finds("delayed-reloading", page("", "<meta http-equiv=refresh content=x><meta http-equiv=refresh content=9>")));
  CHECK(finds("locked-zoom", page("", "<meta name=Viewport content='maximum-scale = 1.5'>")));
  CHECK_FALSE(finds("locked-zoom", page("", "<meta name=viewport content=width=device-width>")));
}

TEST_CASE("landmarks: one main part, and names where there are several of a kind") {
  CHECK(codes_in("<!DOCTYPE html><html lang=en><title>a</title><nav>a</nav><main><h1>a</h1><nav aria-label=b>c</nav></main></html>") == "landmarks-without-name");
  CHECK(codes_in("<!DOCTYPE html><html lang=en><title>a</title><nav aria-label=B>a</nav><main><h1>a</h1><nav aria-label=b>c</nav></main></html>") == "landmarks-without-name");
  CHECK(codes_in("<!DOCTYPE html><html lang=en><title>a</title><nav>a</nav><main><h1>a</h1><nav aria-label=b hidden>c</nav></main></html>") == "");
  CHECK(codes_in("<!DOCTYPE html><html lang=en><title>a</title><h1>a</h1></html>") == "pages-without-main");
  CHECK(codes_in("<!DOCTYPE html><html lang=en><title>a</title><main><h2>a</h2></main></html>") == "pages-without-heading");
  CHECK(codes_in("<p>a snippet</p>") == "");
}

TEST_CASE("a finding stands at the element's start tag, with what is wrong and what to do") {
  Report report;
  check_html("<!DOCTYPE html>\n<p>é <img\n src=a.png></p>\n", "a/b.html", report);
  REQUIRE(report.all().size() == 1);
  const Diagnostic& one = report.all()[0];
  CHECK(one.path == "a/b.html");
  CHECK(one.place == Place{2, 6});
  CHECK(one.code->act == "23a2a8");
  CHECK(one.message == "this picture (<img>) has no words for people who cannot see it");
  CHECK(one.help == "Say what it shows: alt=\"A bus in front of a school\". If it says nothing new: alt=\"\".");
}

}  // namespace offer::html_checks_test
