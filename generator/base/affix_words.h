// AffixWords: the words of a dictionary in Hunspell's format, without Hunspell, which takes as long to read one as we need for some hundred pages.
//
// Of the format it knows what dictionaries of English use: stems, and the beginnings and endings that the flags of a stem allow. Of words of plain
// letters it says what Hunspell would say; of all others it may be unsure. Nobody changes it once it was made, so any thread may ask.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace offer {

class AffixWords {
 public:
  // affixes, stems: the bytes of the files .aff and .dic. Nothing if they use more of the format than is known here.
  static std::optional<AffixWords> read(std::string_view affixes, std::string stems);

  enum class Verdict : uint8_t { right, wrong, unsure };
  Verdict judge(std::string_view word) const;

 private:
  // "SFX S y ies [^aeiou]y": where the stem ends like this, with the flag S, "y" goes and "ies" comes. A prefix does the same at the beginning.
  struct Affix {
    char flag = 0;
    bool crosses = false;  // goes together with one at the word's other end
    std::string goes;
    std::string comes;
    std::vector<std::array<bool, 256>> stem;  // which bytes may stand at the stem's end (of a prefix: at its beginning), from left to right
  };
  struct Stem {
    uint32_t print = 0;  // the hash's upper half
    uint32_t at = 0;     // in stems_; 0: free
  };

  bool read_affixes(std::string_view affixes);
  bool read_affix(std::string_view line);
  bool read_stems();
  void add_stem(size_t at, std::string_view stem);
  static bool fits(const Affix& affix, std::string_view end);
  // Is there such a stem, with these flags? 0: any.
  bool has_stem(std::string_view stem, char flag, char another) const;
  bool has_suffix(std::string_view word, char prefix) const;
  bool accepts(std::string_view word) const;
  Verdict judge_parts(std::string_view word, size_t hyphen) const;

  std::string stems_;
  std::vector<Stem> table_;
  std::vector<Affix> prefixes_;
  std::array<std::vector<Affix>, 256> suffixes_;  // by the last byte of what comes
  std::vector<char> crossing_;                    // flags whose affixes cross
  char only_in_compounds_ = 0;
};

}  // namespace offer
