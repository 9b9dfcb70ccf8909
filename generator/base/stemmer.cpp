#include "base/stemmer.h"

#include <libstemmer.h>

#include <memory>

namespace offer {

std::string english_stem(std::string_view word) {
  thread_local const std::unique_ptr<sb_stemmer, decltype(&sb_stemmer_delete)> stemmer(sb_stemmer_new("english", "UTF_8"), sb_stemmer_delete);
  const sb_symbol* stem = stemmer == nullptr ? nullptr : sb_stemmer_stem(stemmer.get(), reinterpret_cast<const sb_symbol*>(word.data()), static_cast<int>(word.size()));
  if (stem == nullptr) return std::string(word);  // out of memory: the word itself still finds itself
  return {reinterpret_cast<const char*>(stem), static_cast<size_t>(sb_stemmer_length(stemmer.get()))};
}

}  // namespace offer
