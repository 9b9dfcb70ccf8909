#include "edited_site.h"

#include <fstream>
#include <iterator>

#include "base/text.h"
#include "kit.h"

namespace offer::edited {

namespace fs = std::filesystem;

void write(const fs::path& file, const std::string& text) {
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary | std::ios::trunc) << text;
}

std::string read(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string page(const std::string& settings, const std::string& text) { return "---\n" + settings + "---\n" + text + "\n"; }

void make_site(const fs::path& folder) {
  const auto put = [&](const std::string& path, const std::string& text) { write(folder / path, path.ends_with(".md") ? kit::completed(path, text) : text); };
  put("site.yml", "name: Test\ncouncil: Test Council\naddress: https://example.org/\nmenu: [services, glossary]\n");
  put("roles.yml", "officer:\n  title: Local Offer officer\n  phone: 01632 960 100\n  email: offer@example.org\n  can_help_with: Finding your way.\n");
  put("topics.yml", "health:\n  title: Health\nschool:\n  title: School\n");
  put("index.md", page("title: Home\n", "Welcome to the EHC plan pages.\n\n- [Services](services/index.md)"));
  put("services/index.md", page("id: services\ntitle: Services\n", "All that there is."));
  put("glossary/index.md", page("id: glossary\ntitle: Words\n", "What words mean."));
  put("glossary/ehc-plan.md", page("title: EHC plan\nsummary: A legal paper that says what help a child gets.\n", "It is for people up to 25."));
  put("glossary/panel.md", page("title: Panel\nsummary: People who decide.\n", "They meet each week."));
  for (int i = 0; i < 12; ++i)
    put(fmt::format("services/s{}.md", i),
          page(fmt::format("title: Service {}\nsummary: Help number {}.\ntopics: [{}]\n", i, i, i % 2 == 0 ? "health" : "school"),
               fmt::format("## What it does\n\nIt helps. See [the next](s{}.md#what-it-does).\n\n## Who can get it\n\nEverybody{}.\n\n## How to get it\n\nAsk.\n\n## If you do not qualify\n\nAsk us.", (i + 1) % 12,
                           i % 3 == 0 ? " with an EHC plan" : i % 3 == 1 ? " whom the panel sends" : "")));
  put("pathways/ask.md", page("title: Ask\nsummary: How to ask.\ntopics: [health]\n", "The panel reads the EHC plan.\n\n## In short\n\n- Ask.\n\n## Steps\n\n### 1. Write\n\nWrite to us.\n\n**When:** any time\n\n**What you do:** Write.\n\n**What they do:** Read.\n\n"
                                                                             "**If it is late:** Ring.\n\n**If the answer is no:** Ask again."));
  put("news/open.md", page("title: We are open\nsummary: A new room.\non: 2026-11-01\n", "It has two doors."));
  put("search.md", page("title: Search\nid: search\nsummary: Find a page.\n", "Type a word."));
  put("pathways/ask.easy.md", page("title: Ask\n", "![](picture:about)\nThis page is about asking.\n\n![](picture:agree)\nYou can ask.\n\n## Who can help you?\n\n![](picture:phone)\nRing 01632 960 100.\n\n![](picture:email)\nWrite to offer@example.org."));
}

Editor::Edit Editor::edit() {
  const std::string name = fmt::format("services/s{}.md", number(14));
  const fs::path file = site_ / name;
  const bool there = fs::exists(file);
  switch (number(9)) {
    case 0:
      if (!there) break;
      fs::remove(file);
      return {"removed " + name, std::nullopt};
    case 1: return rewrite(name, [&](std::string text) { return replace_all(text, "title: ", fmt::format("title: New{} ", number(100))); });
    case 2: return rewrite(name, [&](std::string text) { return replace_all(text, "## What it does", fmt::format("## What it does {}", number(100))); });
    case 3: return rewrite(name, [&](std::string text) { return replace_all(text, "It helps", number(2) == 0 ? "The panel helps" : "An EHC plan helps"); });
    case 4: return rewrite("pathways/ask.md", [&](std::string text) { return text.find("## Steps") != std::string::npos ? replace_all(text, "## Steps", "## Other") : replace_all(text, "## Other", "## Steps"); });
    case 5: return rewrite("glossary/panel.md", [&](std::string text) { return replace_all(text, "summary: People", fmt::format("summary: {} People", number(50))); });
    case 6: return rewrite("pathways/ask.easy.md", [&](std::string text) { return text + fmt::format("\nLine {}.\n", number(100)); });
    case 7: return rewrite(name, [&](std::string text) { return text.starts_with("---\n") ? text.substr(4) : "---\n" + text; });  // breaks its settings, or mends them
    default: break;
  }
  return rewrite(name, [&](std::string text) { return text + fmt::format("\nMore words {}.\n", number(1000)); });
}

Editor::Edit Editor::edit_text() {
  const std::string names[]{fmt::format("services/s{}.md", number(12)), "pathways/ask.md", "pathways/ask.easy.md", "index.md", "services/index.md", "glossary/panel.md", "news/open.md"};
  const std::string name = names[number(3) == 0 ? number(std::size(names)) : 0];
  const std::string long_words = "This paragraph is long enough to be missed when it stands on two pages, so that somebody may change one of them and forget the other, which is how a "
                                 "site begins to say two things of one matter, and how families are sent to places that are closed.";
  switch (number(12)) {
    case 0: return rewrite(name, [&](std::string text) { return text + fmt::format("\n[Look](/services/s{}.md#what-it-does)\n", number(12)); });
    case 1: return rewrite(name, [&](std::string text) { return text + fmt::format("\n[Broken](/services/none{}.md)\n", number(3)); });
    case 2: return rewrite(name, [&](std::string text) { return text.substr(0, text.find("\n[Broken]")); });
    case 3: return rewrite(name, [&](std::string text) { return text + "\nThe panel looks at the EHC plan.\n"; });
    case 4: return rewrite(name, [&](std::string text) { return replace_all(replace_all(text, "panel", "group"), "EHC plan", "paper"); });
    case 5: return rewrite(name, [&](std::string text) { return text + "\n" + long_words + "\n"; });
    case 6: return rewrite(name, [&](std::string text) { return replace_all(text, "\n" + long_words + "\n", "\n"); });
    case 7: return rewrite(name, [&](std::string text) { return text + "\nUtilise the aforementioned proforma, wich is an error, in order to facilitate a multi-agency determination of eligibility by the XYZB and all.\n"; });
    case 8: return rewrite(name, [&](std::string text) { return text + fmt::format("\n## More {}\n\nHere.\n", number(9)); });
    case 9: return rewrite(name, [&](std::string text) { return text + "\n![](picture:advocate)\nWe meet.\n"; });
    default: return rewrite(name, [&](std::string text) { return text + fmt::format("\nMore words {}.\n", number(1000)); });
  }
}

Editor::Edit Editor::rewrite(const std::string& name, const std::function<std::string(std::string)>& change) {
  const fs::path file = site_ / name;
  const bool there = fs::exists(file);
  std::string text =
      kit::completed(name, page("title: Again\nsummary: Back.\ntopics: [health]\n", "## What it does\n\nIt helps.\n\n## Who can get it\n\nAll.\n\n## How to get it\n\nAsk.\n\n## If you do not qualify\n\nAsk."));
  if (there) text = read(file);
  write(file, change(text));
  return {"changed " + name, there ? std::optional<fs::path>(file) : std::nullopt};
}

}  // namespace offer::edited
