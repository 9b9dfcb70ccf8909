// build: makes the site and publishes it in one step, or says what stands in the way and leaves the last good site.
// build --preview: the same with a draft of it, for somebody who has not got this program.
#include <chrono>
#include <functional>
#include <future>
#include <iostream>
#include <memory>
#include <optional>
#include <set>

#include "base/mapped_file.h"
#include "base/parallel.h"
#include "base/text.h"
#include "commands/printing.h"
#include "keep/kept_pieces.h"
#include "load/settings.h"
#include "renew/renewal.h"
#include "write/draft.h"
#include "write/kept_build.h"
#include "write/publish.h"

namespace offer {

namespace {

int wrong_words(std::string_view words, std::string_view help) {
  std::cerr << fmt::format("local-offer: {}\n    help: {}\n", words, help);
  return exit_status::usage;
}

// What is made, and where: the site, or a draft of it below a name that nobody can guess.
struct Making {
  std::string out = "public";
  std::string name = {};  // of a draft
  Date until = {};        // of a draft
};

// All that changes a site besides files.
std::string told(const Arguments& arguments, const BuildOptions& options) {
  std::error_code no_error;
  return fmt::format("site {} home {} today {} drafts {} checks {} search {}", std::filesystem::canonical(arguments.site, no_error).string(), home_folder().string(), iso(options.today),
                     options.drafts, options.checks, options.search);
}

// The files that findings are about, to show their lines.
Inputs inputs_of(const Report& report, const std::string& theme_folder, const std::filesystem::path& site) {
  Inputs inputs;
  inputs.theme_folder = theme_folder;
  std::set<std::string> paths;
  for (const Diagnostic& one : report.all()) paths.insert(one.path);
  const auto read = [](std::vector<SourceFile>& to, const std::filesystem::path& folder, std::string path) {
    SourceFile file = read_file(folder / path);
    file.path = std::move(path);
    to.push_back(std::move(file));
  };
  for (const std::string& path : paths) {
    if (path.starts_with("theme/")) read(inputs.theme, theme_folder, path.substr(6));
    else if (path.starts_with("easy-read/")) read(inputs.easy_read, home_folder() / "easy-read", path.substr(10));
    else read(inputs.content, site, path);
  }
  return inputs;
}

std::string closing_line(uint64_t pages, std::chrono::steady_clock::time_point start, const Report& report) {
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  return fmt::format("{} in {:.2f} s, with {}.\n", count_of(pages, "page", "pages"), seconds.count(), problems_in_words(report));
}

// With a build the program ends: to give back the memory of ten thousand pages one by one would only take time.
const Prepared& kept_until_the_end(Prepared&& prepared) {
  static const Prepared* kept = nullptr;
  delete kept;  // of a build before it, in tests
  kept = new Prepared(std::move(prepared));
  return *kept;
}
const Renewal* kept_until_the_end(std::unique_ptr<Renewal>&& renewal) {
  static const Renewal* kept = nullptr;
  delete kept;
  kept = renewal.release();
  return kept;
}

int not_published(const Report& report, const Making& making) {
  std::cerr << fmt::format("Not published: {}. What was in '{}' before is still there.\n", problems_in_words(report), making.out);
  return exit_status::content;
}

// A run that may find an earlier build of the same site.
class Build {
 public:
  Build(const Arguments& arguments, const BuildOptions& options, const Making& making) : arguments_(arguments), options_(options), making_(making) {
    if (arguments.timings) options_.stopwatch = &stopwatch_;
  }

  // said: what to say of it when it is done.
  int run(const std::function<std::string(const Site&)>& said) {
    // A draft has a new end date each time.
    const bool may_be_kept = making_.name.empty();
    // Where there is no earlier build, the words of all pages will be looked at: begun now, while files are listed, it costs no time of its own.
    const auto dictionary = mark_of_kept_build(making_.out).empty() ? read_dictionary_meanwhile(options_) : std::future<void>();
    if (may_be_kept)
      if (const std::optional<int> status = use_earlier()) return *status;
    return make_all(may_be_kept, said);
  }

 private:
  // What can be done with an earlier build, if that is all there is to do.
  std::optional<int> use_earlier() {
    if (arguments_.anew) {
      keep_.made_by = made_by(told(arguments_, options_));
      keep_.read = see_files(arguments_.site, options_.threads);
      return anew("--anew asks for it");
    }
    const std::launch beside = options_.threads > 1 ? std::launch::async : std::launch::deferred;
    auto noted = std::async(beside, [&] {
      keep_.made_by = made_by(told(arguments_, options_));
      std::optional<KeptBuild> kept = read_kept_build(making_.out);
      std::string why = why_of_no_use(kept, making_.out, keep_.made_by, options_.threads);
      return std::pair(std::move(kept), std::move(why));
    });
    keep_.read = timed(options_.stopwatch, "files seen", [&] { return see_files(arguments_.site, options_.threads); });
    auto [kept, why] = timed(options_.stopwatch, "earlier build", [&] { return noted.get(); });
    if (!why.empty()) return anew(why);
    const std::string change = first_change(kept->read, keep_.read, arguments_.site);
    if (change.empty()) return say_nothing_changed(*kept);
    why = fmt::format("'{}' has changed", change);
    if (auto changed = changed_pages(*kept, keep_.read, arguments_.site))
      if (const std::optional<int> status = make_what_changed(std::move(*kept), std::move(*changed), why)) return status;
    return anew(why);
  }

  std::optional<int> anew(std::string_view why) const {
    if (arguments_.why) std::cout << fmt::format("The site is made anew because {}.\n", why);
    return std::nullopt;
  }

  int say_nothing_changed(const KeptBuild& kept) {
    print_findings(kept.report, inputs_of(kept.report, kept.theme_folder, arguments_.site), arguments_);
    std::cout << closing_line(kept.pages, start_, kept.report) << fmt::format("Nothing has changed since the site in '{}' was made.\n", making_.out);
    return exit_status::fine;
  }

  // Makes again what shows the texts of these pages. Nothing if that is not enough; why: then the reason.
  std::optional<int> make_what_changed(KeptBuild&& kept, std::vector<std::string>&& changed, std::string& why) {
    Publication publication(making_.out);  // nobody else changes the site from here on
    if (kept.mark != mark_of_kept_build(making_.out)) return why = "another build was made at the same time", std::nullopt;
    const MappedFile pieces(kept_pieces_file(making_.out));
    if (kept.pieces == 0 || pieces.bytes().size() < kept.pieces) return why += ", and there is no note of what each page was made of", std::nullopt;
    // Pieces only come; those that others took the place of go when the site is made anew.
    constexpr uint64_t room = 1'000'000;
    if (kept.pieces > 2 * kept.pieces_at_first + room) return why += ", and the note of what each page was made of has become long", std::nullopt;
    const SiteNow now{arguments_.site, files_of_site(keep_.read), std::move(changed)};
    PieceWriter writer(kept_pieces_file(making_.out), kept.pieces);
    const EarlierBuild earlier{pieces.bytes().substr(0, kept.pieces), kept.pages, making_.out};
    const Renewal* renewal = kept_until_the_end(renew(earlier, now, options_, writer, why));
    if (renewal == nullptr) return std::nullopt;

    const Report& report = renewal->report;
    print_findings(report, inputs_of(report, renewal->inputs.theme_folder, arguments_.site), arguments_);
    if (report.has_errors()) return not_published(report, making_);
    timed(options_.stopwatch, "publish", [&] {
      parallel_for(renewal->files.size(), options_.threads, [&](size_t i) { publication.add(renewal->files[i]); });
      const std::vector<PublishedFile> put = publication.added();
      forget_build(making_.out);
      publication.publish_into(renewal->gone);
      keep_.left_at = kept.left_at;
      keep_.written = as_changed(std::move(kept.written), making_.out, put, renewal->gone);
      keep(renewal->inputs.theme_folder, kept.pages, report, writer.finish(), kept.pieces_at_first);
    });
    if (arguments_.why) std::cout << fmt::format("{} made again because '{}' has changed.\n", renewal->pages_made == 1 ? "1 page was" : count_of(renewal->pages_made, "page", "pages were"), (now.folder / now.changed.front()).string());
    std::cout << closing_line(kept.pages, start_, report) << fmt::format("The site is in '{}'.\n", making_.out);
    if (arguments_.timings) std::cout << as_table(stopwatch_);
    return exit_status::fine;
  }

  int make_all(bool may_be_kept, const std::function<std::string(const Site&)>& said) {
    const Inputs inputs = timed(options_.stopwatch, "read", [&] {
      return may_be_kept ? read_inputs(arguments_.site, files_of_site(keep_.read), options_.threads) : read_inputs(arguments_.site, options_.threads);
    });
    Publication publication(making_.out);
    std::optional<PieceWriter> pieces;
    if (may_be_kept) options_.keeping = &pieces.emplace(new_pieces_file(making_.out));
    Report report;
    const Prepared& prepared = kept_until_the_end(prepare(inputs, options_, report));
    // After an error nothing will be published, so nothing is written: the rest is only looked at, to report everything in one run.
    const bool writing = !report.has_errors();
    produce(
        prepared, options_,
        [&](OutputFile&& file) {
          file.path.insert(0, options_.edition.folder);
          if (writing) publication.add(file);
        },
        report);
    print_findings(report, inputs, arguments_);
    if (report.has_errors()) {
      std::error_code no_error;
      if (may_be_kept) std::filesystem::remove(new_pieces_file(making_.out), no_error);
      return not_published(report, making_);
    }
    if (!making_.name.empty())
      for (const OutputFile& file : draft_files(making_.name, making_.until)) publication.add(file);
    timed(options_.stopwatch, "publish", [&] { publication.publish(); });
    if (may_be_kept) timed(options_.stopwatch, "as it was left", [&] { keep_.written = as_left(publication.added(), options_.threads); });
    if (may_be_kept) keep(inputs.theme_folder, prepared.site.pages.size(), report, pieces->finish(), {});
    std::cout << closing_line(prepared.site.pages.size(), start_, report) << said(prepared.site);
    if (arguments_.timings) std::cout << as_table(stopwatch_);
    return exit_status::fine;
  }

  // pieces: how long their file is; nothing: it is of no use. at_first: nothing: they are all new.
  void keep(const std::string& theme_folder, uint64_t pages, const Report& report, std::optional<uint64_t> pieces, std::optional<uint64_t> at_first) {
    keep_.theme_folder = theme_folder;
    keep_.pages = pages;
    keep_.report = report;
    keep_.pieces = pieces.value_or(0);
    keep_.pieces_at_first = at_first.value_or(keep_.pieces);
    timed(options_.stopwatch, "note", [&] { keep_build(std::move(keep_), making_.out); });
  }

  const std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  const Arguments& arguments_;
  BuildOptions options_;
  const Making& making_;
  Stopwatch stopwatch_;
  KeptBuild keep_;
};

// Makes it, with nothing in its place if it has errors. said: what to say of it when it is done.
int make(const Arguments& arguments, const BuildOptions& options, const Making& making, const std::function<std::string(const Site&)>& said) {
  return Build(arguments, options, making).run(said);
}

int make_draft(const Arguments& arguments) {
  BuildOptions options = build_options(arguments);
  const std::optional<Date> until =
      arguments.until.empty() ? Date{std::chrono::year_month_day(std::chrono::sys_days(options.today.day) + std::chrono::days(14))} : parse_date(arguments.until);
  if (!until) return wrong_words(fmt::format("'{}' is not a day that exists", arguments.until), "Write it as year-month-day: --until 2026-12-05");
  if (*until < options.today) return wrong_words(fmt::format("{} is over", in_words(*until)), "A draft is there until a day to come.");
  if (!arguments.address.empty() && !is_web_address(arguments.address))
    return wrong_words(fmt::format("'{}' is not a web address", arguments.address), "For example: --address https://previews.example.org/send/");
  Making making{.out = arguments.out_or("preview"), .until = *until};
  const std::string running = draft_in(making.out, options.today);
  making.name = running.empty() ? arguments.secret : running;
  options.edition = {.address = arguments.address,
                     .folder = making.name + "/",
                     .draft = fmt::format("This is a draft to look at. It is not published. It ends on {}.", in_words(*until))};
  return make(arguments, options, making, [&](const Site& site) {
    std::string text = fmt::format("The draft is in '{}', until {}. Put all that is in there at {}\n", making.out, in_words(*until),
                                   site.settings.address.substr(0, site.settings.address.size() - options.edition.folder.size()));
    text += fmt::format("Its address{} is then {}\n", running.empty() ? "" : " (the same as before)", site.settings.address);
    return text + "Whoever has that address can read it. Send it only to people who should.\n";
  });
}

int run_build(const Arguments& arguments) {
  if (arguments.preview) return make_draft(arguments);
  if (!arguments.until.empty()) return wrong_words("only a draft has a last day", "Try: local-offer build --preview --until " + arguments.until);
  if (!arguments.address.empty())
    return wrong_words("only a draft is told its address; a site's own is in site.yml", "Try: local-offer build --preview --address " + arguments.address);
  const Making making{.out = arguments.out_or("public")};
  return make(arguments, build_options(arguments), making, [&](const Site&) { return fmt::format("The site is in '{}'.\n", making.out); });
}

}  // namespace

const Command build_command{
    .name = "build",
    .says = "make the site and publish it",
    .options = {site_option,
                {.name = "--out", .value = "DIR", .says = "where the site goes (public; a draft: preview)", .text = &Arguments::out},
                {.name = "--preview", .value = "", .says = "make a draft to send to somebody: it says so on every page, at an address that nobody can guess", .flag = &Arguments::preview},
                {.name = "--until", .value = "DATE", .says = "the draft's last day (in two weeks)", .text = &Arguments::until},
                {.name = "--address", .value = "ADDRESS", .says = "where DIR will be put on the web, if not where the site is", .text = &Arguments::address},
                today_option, drafts_option, threads_option, all_option,
                {.name = "--anew", .value = "", .says = "make all of the site, whatever was made before", .flag = &Arguments::anew},
                {.name = "--why", .value = "", .says = "say what was made again, and why", .flag = &Arguments::why},
                {.name = "--timings", .value = "", .says = "print what each stage cost", .flag = &Arguments::timings},
                {.name = "--no-checks", .value = "", .says = "leave out all checks that can be left out, to measure what they cost", .flag = &Arguments::no_checks},
                {.name = "--no-search", .value = "", .says = "leave out the index of the search, to measure what it costs; the search page then finds nothing", .flag = &Arguments::no_search}},
    .run = run_build,
};

}  // namespace offer
