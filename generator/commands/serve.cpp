// serve: shows the site on this machine while an editor works, and follows every change.
#include <malloc.h>
#include <pthread.h>
#include <signal.h>
#include <unistd.h>

#include <iostream>
#include <thread>

#include "base/terminal.h"
#include "base/text.h"
#include "commands/printing.h"
#include "commands/serve_findings.h"
#include "serve/desk.h"
#include "serve/preview.h"
#include "serve/server.h"
#include "serve/site_answer.h"
#include "serve/watch.h"

namespace offer {

namespace {

// What one thread takes another gives back. With a heap for each thread, what is free in one is taken anew in the next: a third more memory.
void keep_memory_together() {
#ifdef M_ARENA_MAX
  mallopt(M_ARENA_MAX, 2);
#endif
}

using std::chrono::milliseconds;

std::string greeting(const Server& server, const Arguments& arguments, const std::string& base) {
  std::string text = fmt::format("The site is at http://localhost:{}{}\n", server.port(), base);
  if (arguments.share) {
    const std::vector<std::string> addresses = server.addresses_for_others();
    if (addresses.empty()) {
      text += "This machine is in no network, so nobody else can reach it.\n";
    } else {
      text += fmt::format("For others on your network: {}\n", join(addresses, "\n                            "));
      text += "    Anyone on the network who has that address can read the site as it is in your files now, until you press Ctrl-C.\n"
              "    They see the site, and nothing of your files or your problems. It is sent without encryption: not for a café's network.\n"
              "    Next time it is another address.\n";
    }
  }
  return text + fmt::format("Change a file in '{}' and look again. Ctrl-C ends it.\n", arguments.site);
}

// Prints what each change did to the findings. They come later than the pages, which nobody has to wait for.
void tell_findings(const Desk& desk, PrintOptions printing, const std::atomic<bool>& stopped) {
  ServeFindings findings(std::move(printing));
  uint64_t told = 0;
  while (!stopped) {
    const uint64_t edition = desk.wait_for_more_than(told, std::chrono::minutes(1));
    const Desk::Problems problems = desk.problems();
    if (stopped || edition <= told) continue;
    if (!problems.complete) {
      desk.wait_for_more_than(edition, milliseconds(50));
      continue;
    }
    told = edition;
    std::cout << findings.news(problems.all, [&](std::string_view path) { return desk.source_text(path); });
    std::cout.flush();
  }
}

int run_serve(const Arguments& arguments) {
  // Ctrl-C and a plain kill end the server in good order: one thread waits for them, all others leave them alone.
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);

  keep_memory_together();
  BuildOptions options = build_options(arguments);
  if (arguments.share) options.edition.folder = arguments.secret + "/";
  // Before anything is read, so that a change during it is not missed.
  Watch watch({arguments.site, home_folder() / "themes", home_folder() / "easy-read"});
  Desk desk(arguments.site, options);
  desk.take_in();
  std::string base, theme;
  desk.read([&](const SiteView& site) {
    base = site.settings().base_path;
    theme = site.settings().theme;
  });
  Inputs folders;
  folders.theme_folder = theme_folder(arguments.site, theme).string() + "/";
  const ShownFolders shown = shown_folders(folders, arguments);
  Preview preview(desk, {.base = base,
                         .folders = shown,
                         .site = arguments.site,
                         .options = options,
                         .published = arguments.out_or("public")});
  Server server({.port = arguments.port, .start = base, .secret = arguments.share ? arguments.secret : ""}, [&](const Question& question) {
    // ?as=built: the very bytes that `build` writes, for programs.
    const auto as = question.words.find("as");
    return as != question.words.end() && as->second == "built" ? site_answer(desk, base, question) : preview.answer(question);
  });
  std::cout << greeting(server, arguments, base);
  std::cout.flush();

  std::atomic<bool> stopped{false};
  std::jthread ender([&] {
    int received = 0;
    sigwait(&signals, &received);
    stopped = true;
    desk.stop_waiting();
    server.stop();
  });
  bool missed = false;              // both are the watcher's
  bool said_that_it_moved = false;
  std::jthread watcher([&] {
    while (watch.wait(stopped)) {
      try {
        desk.take_in(missed ? std::nullopt : watch.changed_files());
        missed = false;
        desk.read([&](const SiteView& site) {
          const bool readable = !site.settings().name.empty();
          if (readable && site.settings().base_path != base && !std::exchange(said_that_it_moved, true))
            std::cerr << "local-offer: the site's address in site.yml has changed\n    help: To see it there, end this with Ctrl-C and start serve again.\n";
        });
      } catch (const std::exception& trouble) {  // a folder that is away for a moment; when it is back, everything is looked at
        missed = true;
        std::cerr << "local-offer: " << trouble.what() << "\n";
      }
    }
  });
  std::jthread herald([&] {  // tells the pages that wait
    for (uint64_t edition = desk.edition(); !stopped; server.something_happened()) edition = desk.wait_for_more_than(edition, std::chrono::minutes(1));
  });
  std::jthread teller([&] {
    tell_findings(desk, {.colour = wants_colour(STDOUT_FILENO), .most_of_a_code = arguments.all ? size_t{0} : size_t{5}, .folders = shown}, stopped);
  });
  server.run();
  stopped = true;
  desk.stop_waiting();
  pthread_kill(ender.native_handle(), SIGTERM);
  return exit_status::fine;
}

}  // namespace

const Command serve_command{
    .name = "serve",
    .says = "show the site on this machine and follow every change",
    .options = {site_option,
                {.name = "--port", .value = "N", .says = "where to listen (4000); 0 takes any free port", .number = &Arguments::port},
                {.name = "--share", .value = "", .says = "also show it to others on your network, at an address that nobody can guess", .flag = &Arguments::share},
                {.name = "--out", .value = "DIR", .says = "the folder that build writes (public): to show what changed since", .text = &Arguments::out},
                today_option, drafts_option, threads_option, all_option},
    .run = run_serve,
};

}  // namespace offer
