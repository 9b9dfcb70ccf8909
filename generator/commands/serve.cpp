// serve: shows the site on this machine while an editor works, and follows every change.
#include <pthread.h>
#include <signal.h>

#include <iostream>
#include <thread>

#include "base/text.h"
#include "commands/printing.h"
#include "serve/server.h"
#include "serve/watch.h"

namespace offer {

namespace {

// Builds in memory. When the content has errors the last good pages stay, with the findings beside them.
std::shared_ptr<const Outputs> build(const Arguments& arguments, const std::shared_ptr<const Outputs>& last) {
  const auto start = std::chrono::steady_clock::now();
  const Inputs inputs = read_inputs(arguments.site);
  Report report;
  auto outputs = std::make_shared<Outputs>();
  outputs->files = build_in_memory(inputs, build_options(arguments), report);
  print_findings(report, inputs, arguments);
  if (report.has_errors()) {
    if (last != nullptr) outputs->files = last->files;
    else outputs->files.clear();
    outputs->trouble = findings(report, inputs, arguments, false);
    std::cout << fmt::format("{}: {}\n", problems_in_words(report),
                             outputs->files.empty() ? "nothing can be shown until they are mended." : "you see the last good pages until they are mended.");
  } else {
    const std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - start;
    std::cout << fmt::format("Built in {:.0f} ms, with {}.\n", time.count(), problems_in_words(report));
  }
  std::cout.flush();
  return outputs;
}

int run(const Arguments& arguments) {
  // Ctrl-C and a plain kill end the server in good order: one thread waits for them, all others leave them alone.
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);

  // Before the first build, so that a change during it is not missed.
  Watch watch({arguments.site, home_folder() / "themes", home_folder() / "easy-read"});
  const Inputs first = read_inputs(arguments.site);
  Report ignored;
  const std::string base_path = prepare(first, build_options(arguments), ignored).site.settings.base_path;
  Server server(arguments.port, base_path);
  auto outputs = build(arguments, nullptr);
  server.publish(outputs);
  std::cout << fmt::format("The site is at http://localhost:{}{}\nChange a file in '{}' and look again. Ctrl-C ends it.\n", server.port(),
                           base_path, arguments.site);
  std::cout.flush();

  std::atomic<bool> stopped{false};
  std::jthread waiter([&] {
    int received = 0;
    sigwait(&signals, &received);
    stopped = true;
    server.stop();
  });
  std::jthread watcher([&] {
    while (watch.wait(stopped)) {
      try {
        outputs = build(arguments, outputs);
        server.publish(outputs);
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
