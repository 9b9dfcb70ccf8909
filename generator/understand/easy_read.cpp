// Easy Read: x.easy.md is the other version of x.md, and its text becomes rows of one picture and one or two short sentences.
//
// In the file a row is a line with a picture, `![](picture:meeting)`, and the sentences that follow it, each on its own line. A word in bold
// is a hard word: its Easy Read meaning from the glossary is put after the sentence.
#include <algorithm>

#include "base/text.h"
#include "diagnose/codes.h"
#include "diagnose/near_word.h"
#include "model/shared_fields.h"
#include "understand/steps.h"
#include "model/term_finder.h"
#include "base/drawn_picture.h"

namespace offer {

// The headings that the Easy Read page follows are there.
void check_follows(const Page& easy, const Site& site, Report& report) {
  if (easy.twin == none) return;
  const Page& full = site.pages[easy.twin];
  const Words& follows = easy.fields.get(shared::follows);
  std::vector<std::string_view> anchors;
  for (const Heading& heading : full.headings) anchors.push_back(heading.anchor);
  for (size_t i = 0; i < follows.size(); ++i)
    if (std::find(anchors.begin(), anchors.end(), follows[i]) == anchors.end())
      report.add(codes::broken_anchors, easy.path, easy.fields.find(shared::follows)->place_of_item(i), fmt::format("{} has no heading '{}'", full.path, follows[i]),
                 anchors.empty() ? std::string("It has no headings.") : did_you_mean(follows[i], anchors));
}

void pair_easy_read(Site& site, const Unpublished& unpublished, Report& report) {
  for (Page& page : site.pages) {
    if (!page.easy_read) continue;
    const std::string full_path = full_path_of(page.path);
    const auto found = site.page_by_path.number_of(full_path);
    if (!found) {
      if (unpublished.contains(full_path)) continue;
      report.add(codes::easy_read_without_full_page, page.path, {}, fmt::format("there is no full page {} for this Easy Read page", full_path),
                 "Write the full page first, or rename this file so that it matches one.");
      continue;
    }
    Page& full = site.pages[*found];
    page.twin = full.number;
    if (page.part == 1) full.twin = page.number;
    full.parts.push_back(page.number);
    page.type = full.type;
    page.summary = full.summary;
    for (const Fields::Entry& entry : full.fields.all())
      if (!page.fields.has(*entry.field) && entry.field != &shared::id && entry.field != &shared::was &&
          entry.field != &shared::allow)
        page.fields.set(*entry.field, entry.value, entry.place);
  }
  for (Page& full : site.pages) {
    std::sort(full.parts.begin(), full.parts.end(), [&](size_t a, size_t b) { return site.pages[a].part < site.pages[b].part; });
    for (size_t i = 0; i < full.parts.size(); ++i) {
      const Page& part = site.pages[full.parts[i]];
      const int expected = static_cast<int>(i) + 1;
      if (part.part == expected) continue;
      report.add(codes::easy_read_without_full_page, part.path, {}, fmt::format("this is part {}, and there is no part {}", part.part, expected),
                 expected == 1 ? "The first part has no number: x.easy.md" : fmt::format("Rename this file: x.easy-{}.md", expected));
      break;
    }
  }
}

namespace {

class RowMaker {
 public:
  RowMaker(Page& page, const Site& site, Report& report) : page_(page), site_(site), report_(report) {}

  void make_rows() {
    Block* block = page_.blocks->first;
    page_.blocks->first = page_.blocks->last = nullptr;
    while (block != nullptr) {
      Block* next = block->next;
      if (block->kind == BlockKind::paragraph) add_paragraph(*block);
      else add_other(*block);
      block = next;
    }
    finish_row();
    for (Block& top : children(*page_.blocks)) walk(top, [&](Block& inside) {
      if (inside.kind != BlockKind::picture || !is_easy_picture(&inside)) return;
      inside.target = {};
      if (top.kind == BlockKind::easy_row)
        report_.add(codes::easy_read_two_pictures, page_.path, inside.place, "this row has a second picture",
                    "One picture for one idea: make two rows of it, or take the picture that says less away.");
      else report_.add(codes::unknown_pictures, page_.path, inside.place, "this picture does not begin a row",
                    "Put it alone on a line, with an empty line before it and its words on the lines after it.");
    });
  }

 private:
  static bool is_easy_picture(const Block* block) {
    return block != nullptr && block->kind == BlockKind::picture && trim(block->target).starts_with("picture:");
  }

  void add_other(Block& block) {
    if (block.kind != BlockKind::heading && block.kind != BlockKind::rule && block.kind != BlockKind::raw_html) {
      report_.add(codes::rows_without_picture, page_.path, block.place, "Easy Read has rows, and no lists, tables or quotations",
                  "Make each thing a row of its own: a picture, and one or two short sentences.");
      if (row_ != nullptr && row_->first == nullptr) row_ = nullptr;  // one cause, one message
    }
    finish_row();
    page_.blocks->append(&block);
  }

  // A paragraph that begins with a picture begins a row; one that does not goes on with the row above it.
  void add_paragraph(Block& paragraph) {
    Block* first = paragraph.first;
    if (is_easy_picture(first)) {
      finish_row();
      begin_row(*first);
      first = first->next;
    } else if (row_ == nullptr) {
      report_.add(codes::rows_without_picture, page_.path, paragraph.place, "these words have no picture",
                  "Put a line with a picture before them: ![](picture:talk)");
      page_.blocks->append(&paragraph);
      return;
    }
    add_sentences(first);
  }

  void begin_row(const Block& picture) {
    row_ = page_.arena.make<Block>();
    row_->kind = BlockKind::easy_row;
    row_->place = picture.place;
    const std::string_view name = trim(trim(picture.target).substr(std::string_view("picture:").size()));
    row_->text = name;
    row_->target = {};
    if (const auto found = site_.pictures.find(name); found != site_.pictures.end()) {
      row_->target = page_.arena.copy(found->second.address);
      return;
    }
    if (name.find('?') != std::string_view::npos) {
      if (const auto drawn = draw_picture(name)) {
        row_->target = page_.arena.copy("/assets/pictures/" + drawn->file_name);
        return;
      }
      report_.add(codes::unknown_pictures, page_.path, picture.place, fmt::format("'{}' is not a picture that can be drawn", name),
                  fmt::format("These can be drawn: {}.", drawn_picture_forms()));
      return;
    }
    std::vector<std::string_view> known;
    for (const auto& [concept_name, one] : site_.pictures) known.push_back(concept_name);
    std::sort(known.begin(), known.end());
    std::vector<std::string> by_word;
    for (const std::string_view concept_name : known) {
      const auto& words = site_.pictures.find(concept_name)->second.words;
      if (std::find(words.begin(), words.end(), name) != words.end()) by_word.push_back(fmt::format("'{}'", concept_name));
    }
    report_.add(codes::unknown_pictures, page_.path, picture.place, fmt::format("there is no picture called '{}'", name),
                by_word.empty() ? did_you_mean(name, known) : fmt::format("For that word there is {}.", joined_words(by_word)));
  }

  void finish_row() {
    if (row_ == nullptr) return;
    if (row_->first == nullptr)
      report_.add(codes::rows_without_words, page_.path, row_->place, "this picture has no words beside it",
                  "Write one or two short sentences on the lines after it.");
    page_.blocks->append(row_);
    row_ = nullptr;
  }

  // Each line of the source becomes a paragraph of its own.
  void add_sentences(Block* inline_block) {
    Block* sentence = nullptr;
    const auto current = [&] {
      if (sentence == nullptr) {
        sentence = page_.arena.make<Block>();
        sentence->kind = BlockKind::paragraph;
      }
      return sentence;
    };
    const auto finish = [&] {
      if (sentence != nullptr) add_sentence(*sentence);
      sentence = nullptr;
    };
    while (inline_block != nullptr) {
      Block* next = inline_block->next;
      if (inline_block->kind == BlockKind::line_break) {
        finish();
      } else if (inline_block->kind != BlockKind::text) {
        if (current()->place.line == 0) current()->place = inline_block->place;
        current()->append(inline_block);
      } else {
        bool first_line = true;
        size_t offset = 0;
        for (const std::string_view line : split(inline_block->text, '\n')) {
          if (!first_line) finish();
          first_line = false;
          const size_t indent = std::min(line.find_first_not_of(' '), line.size());
          if (indent < line.size()) {
            Block* text = page_.arena.make<Block>(*inline_block);
            text->text = offset == 0 ? line : line.substr(indent);
            text->place = place_in(*inline_block, offset == 0 ? 0 : offset + indent, 0);
            if (current()->place.line == 0) current()->place = text->place;
            current()->append(text);
          }
          offset += line.size() + 1;
        }
      }
      inline_block = next;
    }
    finish();
  }

  void add_sentence(Block& sentence) {
    row_->append(&sentence);
    std::vector<const Term*> to_explain;
    walk(sentence, [&](Block& inside) {
      if (inside.kind != BlockKind::strong) return;
      inside.kind = BlockKind::hard_word;
      const std::string word = plain_text(inside);
      const Term* term = find_term(site_, word);
      if (term == nullptr) {
        report_.add(codes::unexplained_hard_words, page_.path, inside.place,
                    fmt::format("the hard word '{}' is not in the glossary", word),
                    "Add it to the glossary, use an easier word, or take the stars away.");
        return;
      }
      inside.target = page_.arena.copy(term->id);
      const auto place = static_cast<uint32_t>(term - site_.terms.data());
      if (std::find(page_.terms.begin(), page_.terms.end(), place) != page_.terms.end()) return;
      page_.terms.push_back(place);
      to_explain.push_back(term);
    });
    for (const Term* term : to_explain) {
      if (term->easy.empty()) continue;
      Block* meaning = page_.arena.make<Block>();
      meaning->kind = BlockKind::paragraph;
      meaning->variant = static_cast<uint8_t>(ParagraphKind::meaning);
      Block* text = page_.arena.make<Block>();
      text->kind = BlockKind::text;
      text->text = page_.arena.copy(term->easy);
      meaning->append(text);
      row_->append(meaning);
    }
  }

  Page& page_;
  const Site& site_;
  Report& report_;
  Block* row_ = nullptr;
};

}  // namespace

void shape_easy_read(Page& page, const Site& site, Report& report) { RowMaker(page, site, report).make_rows(); }

}  // namespace offer
