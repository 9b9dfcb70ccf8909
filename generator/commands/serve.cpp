// serve: shows the site on this machine while an editor works, and follows every change.
#include <pthread.h>
#include <signal.h>

#include <iostream>
#include <thread>

#include "base/text.h"
#include "commands/printing.h"
#include "serve/desk.h"
#include "serve/preview.h"
#include "serve/server.h"
#include "serve/watch.h"

namespace offer {

namespace {

int run(const Arguments& arguments) {
  // Ctrl-C and a plain kill end the server in good order: one thread waits for them, all others leave them alone.
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);

  // Before anything is read, so that a change during it is not missed.
  Watch watch({arguments.site, home_folder() / "themes", home_folder() / "easy-read"});
  Desk desk(arguments.site, build_options(arguments));
  desk.take_in();
  std::string base, theme;
  desk.read([&](const SiteView& site) {
    base = site.settings().base_path;
    theme = site.settings().theme;
  });
  if (base.empty()) base = "/";  // settings that cannot be read yet
  Inputs folders;
  folders.theme_folder = theme_folder(arguments.site, theme).string() + "/";
  Preview preview(desk, {.base = base,
                         .folders = shown_folders(folders, arguments),
                         .site = arguments.site,
                         .options = build_options(arguments),
                         .published = arguments.out});
  Server server({.port = arguments.port, .start = base}, [&](const Question& question) { return preview.answer(question); });
  std::cout << fmt::format("The site is at http://localhost:{}{}\nChange a file in '{}' and look again. Ctrl-C ends it.\n", server.port(), base,
                           arguments.site);
  std::cout.flush();

  std::atomic<bool> stopped{false};
  std::jthread waiter([&] {
    int received = 0;
    sigwait(&signals, &received);
    stopped = true;
    desk.stop_waiting();
    server.stop();
  });
  std::jthread watcher([&] {
    while (watch.wait(stopped)) {
      try {
        if (desk.take_in()) server.something_happened();
      } catch (const std::exception& trouble) {  // a folder that is away for a moment
        std::cerr << "local-offer: " << trouble.what() << "\n";
      }
    }
  });
  server.run();
  stopped = true;
  pthread_kill(waiter.native_handle(), SIGTERM);
  return exit_status::fine;
}

}  // namespace

const Command serve_command{
    .name = "serve",
    .says = "show the site on this machine and follow every change",
    .options = {site_option,
                {.name = "--port", .value = "N", .says = "where to listen (4000); 0 takes any free port", .number = &Arguments::port},
                {.name = "--out", .value = "DIR", .says = "the folder that build writes (public): to show what changed since", .text = &Arguments::out},
                today_option, drafts_option, threads_option, all_option},
    .run = run,
};

}  // namespace offer
