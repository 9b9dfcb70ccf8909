#include "base/language.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace offer {

namespace {

struct Range {
  char32_t first, last;
  Script script;
};
// Unicode blocks of letters, in order. What is in none of them is shared (signs, arrows, emoji) or Latin.
constexpr std::array<Range, 35> script_ranges{{{0x0370, 0x03FF, Script::greek},      {0x0400, 0x052F, Script::cyrillic}, {0x0530, 0x058F, Script::armenian}, {0x0590, 0x05FF, Script::hebrew},
                                        {0x0600, 0x06FF, Script::arabic},     {0x0700, 0x074F, Script::other},    {0x0750, 0x077F, Script::arabic},   {0x0780, 0x089F, Script::other},
                                        {0x08A0, 0x08FF, Script::arabic},     {0x0900, 0x097F, Script::devanagari}, {0x0980, 0x09FF, Script::bengali}, {0x0A00, 0x0A7F, Script::gurmukhi},
                                        {0x0A80, 0x0AFF, Script::gujarati},   {0x0B00, 0x0B7F, Script::other},    {0x0B80, 0x0BFF, Script::tamil},    {0x0C00, 0x0C7F, Script::telugu},
                                        {0x0C80, 0x0D7F, Script::other},      {0x0D80, 0x0DFF, Script::sinhala},  {0x0E00, 0x0E7F, Script::thai},     {0x0E80, 0x109F, Script::other},
                                        {0x10A0, 0x10FF, Script::georgian},   {0x1100, 0x11FF, Script::korean},   {0x1200, 0x139F, Script::ethiopic}, {0x13A0, 0x1CFF, Script::other},
                                        {0x1F00, 0x1FFF, Script::greek},      {0x2DE0, 0x2DFF, Script::cyrillic}, {0x3040, 0x30FF, Script::japanese}, {0x3130, 0x318F, Script::korean},
                                        {0x3400, 0x9FFF, Script::chinese},    {0xA640, 0xA69F, Script::cyrillic}, {0xAC00, 0xD7AF, Script::korean},   {0xF900, 0xFAFF, Script::chinese},
                                        {0xFB1D, 0xFB4F, Script::hebrew},     {0xFB50, 0xFDFF, Script::arabic},   {0xFE70, 0xFEFE, Script::arabic}}};

struct Language {
  std::string_view code, name;
  Script script = Script::latin;
};
// Those that families in England speak most, after the school census, and their neighbours.
constexpr std::array<Language, 46> languages{{{"en", "English"}, {"cy", "Welsh"}, {"ga", "Irish"}, {"gd", "Gaelic"}, {"pl", "Polish"}, {"ro", "Romanian"}, {"pt", "Portuguese"},
                                              {"es", "Spanish"}, {"fr", "French"}, {"it", "Italian"}, {"de", "German"}, {"nl", "Dutch"}, {"lt", "Lithuanian"}, {"lv", "Latvian"},
                                              {"hu", "Hungarian"}, {"cs", "Czech"}, {"sk", "Slovak"}, {"sq", "Albanian"}, {"tr", "Turkish"}, {"so", "Somali"}, {"yo", "Yoruba"},
                                              {"sw", "Swahili"}, {"vi", "Vietnamese"}, {"tl", "Tagalog"}, {"bg", "Bulgarian", Script::cyrillic}, {"ru", "Russian", Script::cyrillic},
                                              {"uk", "Ukrainian", Script::cyrillic}, {"el", "Greek", Script::greek}, {"ur", "Urdu", Script::arabic}, {"ar", "Arabic", Script::arabic},
                                              {"fa", "Farsi", Script::arabic}, {"ps", "Pashto", Script::arabic}, {"ku", "Kurdish", Script::arabic}, {"he", "Hebrew", Script::hebrew},
                                              {"bn", "Bengali", Script::bengali}, {"hi", "Hindi", Script::devanagari}, {"ne", "Nepali", Script::devanagari}, {"pa", "Punjabi", Script::gurmukhi},
                                              {"gu", "Gujarati", Script::gujarati}, {"ta", "Tamil", Script::tamil}, {"te", "Telugu", Script::telugu}, {"si", "Sinhala", Script::sinhala},
                                              {"am", "Amharic", Script::ethiopic}, {"ti", "Tigrinya", Script::ethiopic}, {"zh", "Chinese", Script::chinese}, {"ko", "Korean", Script::korean}}};

// The other codes of ISO 639-1, each between spaces; and some of three letters that schools meet.
constexpr std::string_view other_codes =
    " aa ab ae af ak an as av ay az ba be bi bm bo br bs ca ce ch co cr cu cv da dv dz ee eo et eu ff fi fj fo fy gl gn gv ha ho hr ht hy hz ia id ie ig ii ik io is iu ja jv ka kg ki kj kk kl "
    "km kn kr ks kv kw ky la lb lg li ln lo lu mg mh mi mk ml mn mr ms mt my na nb nd ng nn no nr nv ny oc oj om or os pi qu rm rn rw sa sc sd se sg sm sn sr ss st su sv tg th tk tn to ts tt tw "
    "ty ug uz ve vo wa wo xh yi za zu fil rom ckb kmr yue cmn syl phr bfi ";

std::string_view primary_of(std::string_view code) { return code.substr(0, code.find('-')); }

}  // namespace

Script script_of(char32_t letter) {
  if (letter < 0x0370) return Script::latin;
  const auto range = std::lower_bound(script_ranges.begin(), script_ranges.end(), letter, [](const Range& one, char32_t c) { return one.last < c; });
  return range == script_ranges.end() || letter < range->first ? (letter >= 0x20000 && letter <= 0x3FFFF ? Script::chinese : Script::latin) : range->script;
}

std::string_view script_name(Script script) {
  switch (script) {
    case Script::latin: return "Latin letters";
    case Script::greek: return "Greek letters";
    case Script::cyrillic: return "Cyrillic letters";
    case Script::armenian: return "Armenian letters";
    case Script::hebrew: return "Hebrew letters";
    case Script::arabic: return "Arabic letters";
    case Script::devanagari: return "Devanagari letters";
    case Script::bengali: return "Bengali letters";
    case Script::gurmukhi: return "Gurmukhi letters";
    case Script::gujarati: return "Gujarati letters";
    case Script::tamil: return "Tamil letters";
    case Script::telugu: return "Telugu letters";
    case Script::sinhala: return "Sinhala letters";
    case Script::thai: return "Thai letters";
    case Script::georgian: return "Georgian letters";
    case Script::ethiopic: return "Ethiopic letters";
    case Script::korean: return "Korean letters";
    case Script::chinese: return "Chinese characters";
    case Script::japanese: return "Japanese letters";
    case Script::other: return "letters of another script";
  }
  return "";
}

bool right_to_left(Script script) { return script == Script::arabic || script == Script::hebrew; }

Script script_of_language(std::string_view code) {
  const std::string primary = lower(primary_of(code));
  for (const Language& one : languages)
    if (one.code == primary) return one.script;
  if (primary == "ckb" || primary == "sd" || primary == "ug" || primary == "phr") return Script::arabic;
  if (primary == "yue" || primary == "cmn") return Script::chinese;
  if (primary == "ja") return Script::japanese;
  if (primary == "hy") return Script::armenian;
  if (primary == "ka") return Script::georgian;
  if (primary == "th") return Script::thai;
  if (primary == "yi") return Script::hebrew;
  if (primary == "mr") return Script::devanagari;
  if (primary == "syl") return Script::bengali;
  for (const std::string_view cyrillic : {"be", "mk", "sr", "kk", "ky", "mn", "tg", "tt"})
    if (primary == cyrillic) return Script::cyrillic;
  return Script::latin;
}

bool is_english(std::string_view code) { return primary_of(code) == "en"; }

bool is_language_code(std::string_view code) {
  const std::vector<std::string_view> parts = split(code, '-');
  const std::string_view first = parts.front();
  if (first.size() < 2 || first.size() > 3 || !std::all_of(first.begin(), first.end(), is_lower)) return false;
  const bool known = std::any_of(languages.begin(), languages.end(), [&](const Language& one) { return one.code == first; }) ||
                     other_codes.find(fmt::format(" {} ", first)) != std::string_view::npos;
  // A region ("GB"), a script ("Hans") or a variant.
  return known && std::all_of(parts.begin() + 1, parts.end(), [](std::string_view part) {
    return part.size() >= 2 && part.size() <= 8 && std::all_of(part.begin(), part.end(), [](char c) { return is_letter(c) || is_digit(c); });
  });
}

std::string_view language_code_of(std::string_view name) {
  for (const Language& one : languages)
    if (equal_ignoring_case(one.name, name)) return one.code;
  return {};
}

char32_t character_at(std::string_view text, size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) return first;
  const size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  char32_t letter = first & (0xFF >> (length + 1));
  for (size_t i = 1; i < length && at + i < text.size(); ++i) letter = letter << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3F);
  return letter;
}

}  // namespace offer
