#include "renew/renewal.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <set>
#include <utility>

#include "base/byte_record.h"
#include "base/hash.h"
#include "base/parallel.h"
#include "base/text.h"
#include "checks/style.h"
#include "formats/frame.h"
#include "keep/page_pieces.h"
#include "load/load.h"
#include "load/settings.h"
#include "production.h"
#include "renew/old_parts.h"
#include "understand/understand.h"

namespace offer {

namespace {

// Why a build has to be made anew.
struct Anew {
  std::string why;
};

const char* const damaged = "what was kept of the earlier build is damaged";

template <class Value>
Value insist(std::optional<Value>&& value) {
  if (!value) throw Anew{damaged};
  return std::move(*value);
}

class Renewing {
 public:
  Renewing(const EarlierBuild& earlier, const SiteNow& now, const BuildOptions& options, PieceWriter& keep, Renewal& to)
      : earlier_(earlier), now_(now), options_(options), keep_(keep), to_(to), site_(to.prepared.site) {
    options_.keeping = &keep;
  }

  void renew() {
    const auto dictionary = read_dictionary_meanwhile(options_);
    pieces_ = insist(timed(options_.stopwatch, "what was kept", [&] { return KeptPieces::read(earlier_.pieces, earlier_.pages, options_.threads); }));
    timed(options_.stopwatch, "read", [&] { read_inputs(); });
    read_settings();
    timed(options_.stopwatch, "bodies", [&] { read_bodies(); });
    timed(options_.stopwatch, "related pages", [&] { find_related(); });
    timed(options_.stopwatch, "made pages", [&] { add_made_pages(site_, options_.threads, to_.report); });
    if (site_.pages.size() != earlier_.pages) throw Anew{"other pages are made of its pages now"};
    make();
  }

 private:
  // Of pages whose files did not change their settings are enough, and those were kept.
  void read_inputs() {
    std::vector<SourceFile> content;
    size_t page = 0;  // settings were kept in the order of their paths, and files are listed in it
    for (const ListedFile& listed : now_.files) {
      if (listed.folder && listed.trouble.empty()) continue;
      SourceFile& file = content.emplace_back(SourceFile{listed.path, {}, listed.trouble});
      if (!listed.trouble.empty()) continue;
      const bool has_changed = std::binary_search(now_.changed.begin(), now_.changed.end(), listed.path);
      std::string_view settings;
      const bool is_known = is_page_file(listed.path) && takes_settings(page, listed.path, settings);
      if (is_known && !has_changed) {
        file.bytes = std::string(settings);
        continue;
      }
      file = read_file(now_.folder / listed.path);
      file.path = listed.path;
      if (has_changed && (!is_known || settings_part(file) != settings)) throw Anew{fmt::format("the settings of '{}' have changed", (now_.folder / listed.path).string())};
    }
    to_.inputs = read_inputs_for(std::move(content), now_.folder);
  }

  // The settings that were kept of this file, if they are the next ones.
  bool takes_settings(size_t& page, const std::string& path, std::string_view& settings) {
    const std::string_view* piece = pieces_.of(PieceKind::settings, page);
    if (piece == nullptr) return false;
    RecordReader from(*piece);
    if (from.text() != path) return false;
    settings = from.text();
    ++page;
    return !from.damaged();
  }

  // As in prepare().
  void read_settings() {
    to_.prepared.theme = timed(options_.stopwatch, "theme", [&] { return read_theme(to_.inputs.theme, frame_schema(), to_.report); });
    if (options_.checks) check_style(to_.inputs.theme, to_.report);
    Loaded loaded = timed(options_.stopwatch, "load", [&] { return load_settings(to_.inputs, options_.threads, to_.report); });
    make_edition(options_.edition, loaded.settings);
    site_ = timed(options_.stopwatch, "understand",
                  [&] { return understand_settings(std::move(loaded), {options_.today, options_.drafts, options_.threads}, to_.report); });
    to_.late = std::make_unique<LateBodies>(site_, now_.folder);
  }

  void read_bodies() {
    changed_.assign(earlier_.pages, false);
    for (const std::string& path : now_.changed)
      if (const auto page = site_.page_by_path.number_of(path)) changed_.at(*page) = true;
    bodies_.resize(site_.pages.size());
    for (Page& page : site_.pages) {
      const std::string_view* piece = pieces_.of(PieceKind::body, page.number);
      if (piece == nullptr) throw Anew{damaged};
      BodyPiece& body = bodies_[page.number] = insist(unpacked_body(*piece));
      if (!changed_[page.number]) {
        page.views_wanted = body.views_wanted;
        to_.report.add_all(std::move(body.report));
        continue;
      }
      Report report = to_.late->read(page.number);
      if (hash_of_headings(page) != body.headings) throw Anew{fmt::format("'{}' has other headings", (now_.folder / page.path).string())};
      if (page.views_wanted != body.views_wanted) throw Anew{"other pages are made of its pages now"};
      keep_body(page, body.headings, report, keep_);
      to_.report.add_all(std::move(report));
    }
  }

  void find_related() {
    const std::string_view* piece = pieces_.of_site(PieceKind::related);
    if (piece == nullptr) throw Anew{damaged};
    std::vector<std::vector<uint32_t>> before = insist(unpacked_related(*piece, site_.pages.size()));
    if (before.size() != site_.pages.size()) throw Anew{damaged};
    other_related_.assign(earlier_.pages, false);
    const bool other_terms = std::any_of(site_.pages.begin(), site_.pages.end(), [&](const Page& page) { return changed_[page.number] && page.terms != bodies_[page.number].terms; });
    if (!other_terms) {
      site_.related = std::move(before);
      return;
    }
    for (Page& page : site_.pages) {
      if (changed_[page.number]) continue;
      page.terms = bodies_[page.number].terms;
      if (std::any_of(page.terms.begin(), page.terms.end(), [&](uint32_t term) { return term >= site_.terms.size(); })) throw Anew{damaged};
    }
    site_.related = related_pages(site_, options_.threads);
    for (size_t i = 0; i < before.size(); ++i) other_related_[i] = site_.related[i] != before[i];
    keep_.add(PieceKind::related, no_page, packed(site_.related));
  }

  // Does anything that was made of this page depend on a body that changed, or on a list of related pages?
  bool must_be_made(size_t page) const {
    if (changed_[page]) return true;
    for (const PieceKind kind : {PieceKind::files, PieceKind::marks, PieceKind::words, PieceKind::data})
      if (const std::string_view* piece = pieces_.of(kind, page); piece != nullptr && reads_one_of(*piece, changed_, other_related_)) return true;
    return false;
  }

  void make() {
    std::mutex guard;
    const Write write = [&](OutputFile&& file) {
      const std::lock_guard lock(guard);
      to_.files.push_back(std::move(file));
    };
    Production production(to_.prepared, options_, write);
    std::vector<size_t> again;
    timed(options_.stopwatch, "what stays", [&] { again = give_back(production); });
    timed(options_.stopwatch, "pages", [&] { make_pages(again, production); });
    bool site_files_made = false;
    timed(options_.stopwatch, "files of the whole site", [&] {
      const bool other = other_data(again, production);
      const auto must_be_made = [&](std::string_view piece) { return site_files_made = other || reads_one_of(piece, changed_, other_related_); };
      const auto make = [&] {
        const std::string_view* file = pieces_.of_site(PieceKind::data);
        if (file == nullptr) throw Anew{damaged};
        const OldParts parts(earlier_.out, insist(unpacked_data_file(*file)), pieces_, site_.pages.size());
        if (!parts.whole()) throw Anew{"its data are not as they were left"};
        for (const Page& page : site_.pages)
          if (!std::binary_search(again.begin(), again.end(), page.number)) production.give_back_part(page, parts.of(page.number));
        production.make_site_files();
      };
      make_of_site(PieceKind::site_files, must_be_made, make, production);
    });
    const bool other_words = std::any_of(again.begin(), again.end(), [&](size_t page) { return pieces_.of(PieceKind::words, page) != nullptr; });
    timed(options_.stopwatch, "search and checks of the site", [&] {
      parallel_for(2, options_.threads, [&](size_t i) {
        if (i == 1) production.check_site();
        else if (production.search() != nullptr) make_of_site(PieceKind::index, [&](std::string_view) { return other_words; }, [&] { timed_part(options_.stopwatch, "index of the search", [&] { production.make_index(); }); }, production);
      });
    });
    timed(options_.stopwatch, "findings in order", [&] { to_.report = production.take_report(std::move(to_.report)); });
    to_.pages_made = again.size();
    find_gone(again, site_files_made);
  }

  // Gives each page that stays what was made of it. The numbers of the others.
  std::vector<size_t> give_back(Production& production) {
    const std::vector<Page>& pages = site_.pages;
    SearchMaker* search = production.search();
    if (search != nullptr) {
      const std::string_view* times = pieces_.of_site(PieceKind::times);
      if (times == nullptr || !search->take_back_vocabulary(pieces_.vocabulary(), *times)) throw Anew{damaged};
    }
    std::vector<char> stays(pages.size(), 0);
    std::atomic<bool> whole = true;
    const auto give = [&](const Page& page) {
      const std::string_view* files = pieces_.of(PieceKind::files, page.number);
      const std::string_view* marks = pieces_.of(PieceKind::marks, page.number);
      const std::string_view* words = pieces_.of(PieceKind::words, page.number);
      if (files == nullptr || (marks == nullptr && options_.checks)) return false;
      if (must_be_made(page.number)) return true;
      stays[page.number] = 1;
      std::optional<FilesPiece> made = unpacked_files(*files);
      if (!made) return false;
      production.give_back(page, std::move(made->report));
      if (marks != nullptr) {
        std::optional<MarksPiece> seen = unpacked_marks(*marks);
        if (!seen || (!seen->marks.leads_to.empty() && seen->marks.leads_to.back() >= pages.size())) return false;
        production.give_back(page, std::move(seen->marks));
      }
      return words == nullptr || search == nullptr || search->take_back(page, words_of_piece(*words));
    };
    constexpr size_t at_once = 128;
    parallel_for((pages.size() + at_once - 1) / at_once, options_.threads, [&](size_t part) {
      for (size_t i = part * at_once; i < std::min(pages.size(), (part + 1) * at_once); ++i)
        if (!give(pages[i])) whole = false;
    });
    if (!whole) throw Anew{damaged};
    std::vector<size_t> again;
    for (size_t i = 0; i < pages.size(); ++i) {
      if (stays[i] != 0) continue;
      again.push_back(i);
      const std::string_view* words = pieces_.of(PieceKind::words, i);
      if (words != nullptr && search != nullptr && !search->forget(pages[i], words_of_piece(*words))) throw Anew{damaged};
      const std::vector<std::string> paths = insist(unpacked_files(*pieces_.of(PieceKind::files, i))).paths;
      old_paths_.insert(paths.begin(), paths.end());
    }
    return again;
  }

  void make_pages(const std::vector<size_t>& again, Production& production) {
    const std::vector<Page>& pages = site_.pages;
    // What the program knows of pages besides their Blocks is read beforehand, so that nobody waits for a page that another thread is reading.
    const auto with_twins = [&](const Page& page) {
      to_.late->make_ready(page);
      if (page.twin != none) to_.late->make_ready(pages[page.twin]);
      for (const size_t part : page.parts) to_.late->make_ready(pages[part]);
    };
    for (const size_t page : again) {
      with_twins(pages[page]);
      if (pages[page].view != nullptr) with_twins(pages[pages[page].view_of]);
    }
    parallel_for(again.size(), options_.threads, [&](size_t i) {
      const std::span<const Page> one(&pages[again[i]], 1);
      if (options_.checks) production.check_words(one);
      production.make_files(one);
      if (production.search() != nullptr) production.gather(one);
    });
  }

  // Do the site's data say something else of these pages than they did?
  bool other_data(const std::vector<size_t>& again, const Production& production) const {
    bool other = false;
    for (const size_t page : again) {
      const std::string_view* before = pieces_.of(PieceKind::data, page);
      const std::string_view now = production.part(site_.pages[page]);
      const DataPiece then = before == nullptr ? DataPiece{{}, quick_hash({}), 0} : insist(unpacked_data(*before));
      other = other || now.size() != then.size || quick_hash(now) != then.hash;
    }
    return other;
  }

  // Files of the site as a whole: again if must_be_made says so, else what was found then is given back.
  template <class Must, class Make>
  void make_of_site(PieceKind kind, Must&& must_be_made, Make&& make, Production& production) {
    const std::string_view* piece = pieces_.of_site(kind);
    if (piece == nullptr) throw Anew{damaged};
    FilesPiece before = insist(unpacked_files(*piece));
    if (must_be_made(*piece)) {
      old_paths_.insert(before.paths.begin(), before.paths.end());
      make();
    } else {
      production.give_back_of_site(std::move(before.report));
    }
  }

  void find_gone(const std::vector<size_t>& again, bool site_files_made) {
    for (const OutputFile& file : to_.files) old_paths_.erase(file.path);
    if (old_paths_.empty()) return;
    // A file may be made of several pages.
    const auto keep_those_of = [&](const std::string_view* piece) {
      if (piece == nullptr) return;
      for (const std::string& path : insist(unpacked_files(*piece)).paths) old_paths_.erase(path);
    };
    for (size_t page = 0; page < site_.pages.size(); ++page)
      if (!std::binary_search(again.begin(), again.end(), page)) keep_those_of(pieces_.of(PieceKind::files, page));
    if (!site_files_made) keep_those_of(pieces_.of_site(PieceKind::site_files));
    to_.gone.assign(old_paths_.begin(), old_paths_.end());
  }

  const EarlierBuild& earlier_;
  const SiteNow& now_;
  BuildOptions options_;
  PieceWriter& keep_;
  Renewal& to_;
  Site& site_;
  KeptPieces pieces_;
  std::vector<bool> changed_;        // by page number: its body is another one
  std::vector<bool> other_related_;  // by page number
  std::vector<BodyPiece> bodies_;    // by page number, of the earlier build
  std::set<std::string> old_paths_;  // of files that were made then of what is made again
};

}  // namespace

std::unique_ptr<Renewal> renew(const EarlierBuild& earlier, const SiteNow& now, const BuildOptions& options, PieceWriter& keep, std::string& why) {
  auto renewal = std::make_unique<Renewal>();
  try {
    Renewing(earlier, now, options, keep, *renewal).renew();
    return renewal;
  } catch (const Anew& anew) {
    why = anew.why;
    return nullptr;
  }
}

}  // namespace offer
