#include "html/names.h"

#include <doctest/doctest.h>

#include "html/judge.h"

namespace offer::names_test {

using namespace offer::html;

namespace {

std::string name(std::string_view source, std::string_view wanted) {
  const html::Page page(source);
  const NodeId id = element(page, wanted);
  const std::string words = accessible_name(page, id);
  CHECK(has_name(page, id) == !is_blank(words));
  return words;
}

}  // namespace

TEST_CASE("a name comes from aria-labelledby first, then aria-label, then what HTML offers, then title") {
  CHECK(name("<i id=x>A</i><i id=y>B</i><button aria-labelledby='y x' aria-label=C title=D>E</button>", "button") == "B A");
  CHECK(name("<button aria-labelledby=nothing aria-label=C title=D>E</button>", "button") == "C");
  CHECK(name("<i id=x></i><button aria-labelledby=x aria-label=' ' title=D>E</button>", "button") == "E");
  CHECK(name("<button title=D> </button>", "button") == "D");
  CHECK(name("<button aria-labelledby='me x' id=me aria-label=A>E</button><i id=x>B</i>", "button") == "A B");
  CHECK(name("<p hidden id=x>A <span hidden>B</span></p><button aria-labelledby=x></button>", "button") == "A B");
  CHECK(name("<p id=x>A <span hidden>B</span></p><button aria-labelledby=x></button>", "button") == "A");
}

TEST_CASE("a name from content leaves out what is hidden and takes in what pictures say") {
  CHECK(name("<a href=x>Read <img src=a alt=more> <span aria-hidden=true>!</span><span style='display:none'>?</span></a>", "a") == "Read more");
  CHECK(name("<a href=x><img src=a alt=''><svg><title>Home</title><circle/></svg></a>", "a") == "Home");
  CHECK(name("<a href=x><img alt=logo role=none></a>", "a") == "");
  CHECK(name("<a href=x>&nbsp;&#x200B;\n</a>", "a") == "");
  CHECK(name("<a href=x><i aria-label=Search></i></a>", "a") == "Search");
  CHECK(name("<a href=x><i title=Search></i></a>", "a") == "Search");
  CHECK(name("<a href=x><style>a{}</style><script>b</script></a>", "a") == "");
  CHECK(name("<h2>Two<br>lines</h2>", "h2") == "Two lines");
  CHECK(name("<div role=textbox>words</div>", "div") == "");
  CHECK(name("<div role=img>words</div>", "div") == "");
  CHECK(name("<div role=checkbox>words</div>", "div") == "words");
}

TEST_CASE("fields are named by their labels, pictures by alt, others by what belongs to them") {
  CHECK(name("<label for=f>Your name</label><input id=f>", "input") == "Your name");
  CHECK(name("<label>Your name <input value=x></label>", "input") == "Your name");
  CHECK(name("<label for=other>Your name <input></label>", "input") == "");
  CHECK(name("<label>Your name</label><input>", "input") == "");
  CHECK(name("<label>Your name <div role=textbox></div></label>", "div") == "");
  CHECK(name("<label for=f>In <input value=5> days</label><input id=f type=checkbox>", "#f") == "In 5 days");
  CHECK(name("<input placeholder=Search>", "input") == "Search");
  CHECK(name("<input type=submit>", "input") == "Submit");
  CHECK(name("<input type=submit value=''>", "input") == "");
  CHECK(name("<input type=button>", "input") == "");
  CHECK(name("<input type=image alt=Go>", "input") == "Go");
  CHECK(name("<input type=image>", "input") == "");
  CHECK(name("<fieldset><legend>Age</legend></fieldset>", "fieldset") == "Age");
  CHECK(name("<table><caption>Times</caption></table>", "table") == "Times");
  CHECK(name("<figure><img><figcaption>A map</figcaption></figure>", "figure") == "A map");
  CHECK(name("<map><area href=x alt=Hall></map>", "area") == "Hall");
  CHECK(name("<svg role=img><text>no</text></svg>", "svg") == "");
  CHECK(name("<iframe name=x></iframe>", "iframe") == "");
  CHECK(name("<object data=a.png><img alt=no></object>", "object") == "");
}

TEST_CASE("names that lead in a circle end") {
  // A drawing whose title names the drawing; and labels that hold each other's buttons.
  CHECK(name("<p id=a aria-labelledby=b>x</p><div id=b><svg role=img><title>e<span aria-labelledby=b>f</span></title></svg></div>", "p").size() < 1000);
  CHECK(name("<label for=i>a<input type=button id=j></label><label for=j>b<input type=button id=i></label>", "input").size() < 10'000);
}

}  // namespace offer::names_test
