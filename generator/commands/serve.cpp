// serve: shows the site on this machine while an editor works, and follows every change.
#include <pthread.h>
#include <signal.h>

#include <iostream>
#include <thread>

#include "base/text.h"
#include "commands/printing.h"
#include "serve/desk.h"
#include "serve/server.h"
#include "serve/site_answer.h"
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
  std::string base;
  desk.read([&](const SiteView& site) { base = site.settings().base_path; });
  Server server({.port = arguments.port, .start = base}, [&](const Question& question) { return site_answer(desk, base, question); });
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
                today_option, drafts_option, threads_option, all_option},
    .run = run,
};

}  // namespace offer
