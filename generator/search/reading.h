// Reading pages for the search: which keys a page has, how much each weighs, and the sentences that can be shown.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "model/site_view.h"
#include "search/ideas.h"
#include "search/vocabulary.h"

namespace offer {

struct WeighedKey {
  uint32_t key = 0;   // of the vocabulary that read it
  float weight = 0;   // from 0 to 1
};

// A part of a page under one heading.
struct Section {
  std::string heading;  // empty above the first
  std::string anchor;
  std::vector<std::string> sentences;
};

struct ReadPage {
  std::vector<WeighedKey> keys;
  std::vector<Section> sections;
};

// Reads pages one after another; one for each thread.
class PageReader {
 public:
  // room: how many bytes of sentences to keep of a page.
  PageReader(const SiteView& site, const std::vector<Idea>& ideas, size_t room);
  ReadPage read(const Page& page);
  const Vocabulary& vocabulary() const { return vocabulary_; }

 private:
  // Where words stand. What they weigh is in reading.cpp.
  enum Part : uint8_t { title, name, said, heading, summary, label, body };
  static constexpr size_t parts = 7;
  struct Phrase {
    std::vector<uint32_t> keys;
    uint32_t idea = 0;  // its key
  };
  struct Count {
    std::array<uint16_t, parts> of{};
  };

  void count(uint32_t key, Part part);
  void add(std::string_view words, Part part);
  void add_name(std::string_view words, Part part);  // also as a phrase
  void add_fields(const Page& page);
  void add_document(const Page& page, std::vector<Section>* sections);
  void keep_sentences(std::string_view text, Section& section);
  void weigh(const Page& page, ReadPage& to);

  const SiteView& site_;
  size_t room_;
  Vocabulary vocabulary_;
  std::unordered_map<size_t, std::vector<std::string_view>> said_of_;  // what families say, by the page that answers it
  std::vector<std::vector<Phrase>> phrases_;  // by the key that they begin with
  std::vector<Count> counts_;                 // by key, of the page that is read
  std::vector<uint32_t> touched_;             // keys with a count
  std::array<uint32_t, parts> lengths_{};
  std::vector<uint32_t> run_;                 // the keys of the words that were added last
  std::string word_;
};

}  // namespace offer
