#include "mend/mend.h"

#include <algorithm>

#include "base/parallel.h"
#include "base/text.h"

namespace offer {

const std::vector<const Mend*>& all_mends() {
  static const std::vector<const Mend*> mends{&date_mend, &phone_mend, &list_dash_mend, &easier_word_mend, &trailing_space_mend, &final_newline_mend};
  return mends;
}

std::string with_edits(std::string_view bytes, const std::vector<Edit>& edits) {
  std::string result;
  size_t at = 0;
  for (const Edit& edit : edits) {
    result.append(bytes.substr(at, edit.from - at)).append(edit.text);
    at = edit.to;
  }
  return result.append(bytes.substr(at));
}

namespace {

// One look at a page. Where two mends would change the same words, the one that begins first does, and the other has its turn in the next look.
std::string mended_once(const Page& page, std::string_view bytes, const std::vector<const Mend*>& mends, const MendRules& rules,
                        std::map<std::string_view, size_t>& times) {
  const std::vector<Stretch> stretches = stretches_of(page, bytes);
  std::vector<std::pair<Edit, const Mend*>> found;
  for (const Mend* mend : mends) {
    std::vector<Edit> edits;
    mend->find({page, bytes, stretches, rules}, edits);
    for (Edit& edit : edits)
      if (bytes.substr(edit.from, edit.to - edit.from) != edit.text) found.emplace_back(std::move(edit), mend);
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first.from < b.first.from; });
  std::vector<Edit> edits;
  for (auto& [edit, mend] : found) {
    if (!edits.empty() && edit.from < edits.back().to) continue;
    ++times[mend->name];
    edits.push_back(std::move(edit));
  }
  return with_edits(bytes, edits);
}

}  // namespace

std::vector<MendedFile> mended_pages(const Inputs& inputs, const std::vector<const Mend*>& mends, const MendRules& rules, unsigned threads,
                                     const std::function<bool(const Page&)>& wanted) {
  const std::vector<const Mend*>& chosen = mends.empty() ? all_mends() : mends;
  std::map<std::string, MendedFile> changed;
  Inputs left;  // what is still to be looked at: after the first look only the pages that changed
  left.content = inputs.content;
  left.law = inputs.law;
  // A mend may make place for another one (a list for its items). Three looks were enough for everything that we could think of.
  for (int look = 0; look < 5 && !left.content.empty(); ++look) {
    Report ignored;
    const Loaded loaded = load(left, threads, ignored);
    std::vector<std::string> after(loaded.pages.size());
    std::vector<std::map<std::string_view, size_t>> times(loaded.pages.size());
    std::vector<const FileBytes*> before(loaded.pages.size());
    ByName<const FileBytes*> bytes_of;
    for (const SourceFile& file : left.content) bytes_of.emplace(file.path, &file.bytes);
    for (size_t i = 0; i < loaded.pages.size(); ++i) before[i] = bytes_of.at(loaded.pages[i].path);
    parallel_for(loaded.pages.size(), threads, [&](size_t i) {
      const Page& page = loaded.pages[i];
      // A page whose settings never end, or that is too large, has no words that we know.
      if (wanted(page) && page.document().first != nullptr) after[i] = mended_once(page, *before[i], chosen, rules, times[i]);
      else after[i] = std::string(*before[i]);
    });
    std::vector<SourceFile> again;
    for (size_t i = 0; i < loaded.pages.size(); ++i) {
      if (after[i] == *before[i]) continue;
      MendedFile& file = changed[loaded.pages[i].path];
      if (file.path.empty()) file = {loaded.pages[i].path, std::string(*before[i]), {}, {}};
      file.after = after[i];
      for (const auto& [name, many] : times[i]) file.times[name] += many;
      again.push_back({file.path, file.after, {}});
    }
    left.content = std::move(again);
  }
  std::vector<MendedFile> result;
  for (auto& [path, file] : changed)
    if (file.before != file.after) result.push_back(std::move(file));
  return result;
}

}  // namespace offer
