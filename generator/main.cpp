// local-offer: the one place where the clock is read, dice are thrown, exceptions end, and an exit status leaves.
#include <chrono>
#include <ctime>
#include <exception>
#include <iostream>
#include <random>

#include "base/date.h"
#include "base/failure.h"
#include "base/secret.h"
#include "commands/command_line.h"

// For jemalloc, which gives all memory: in huge pages where the system has them for those who ask; from two places, each thread keeping some of its own.
extern "C" const char* malloc_conf;
const char* malloc_conf = "thp:always,narenas:2";

namespace {

std::string today() {
  const std::time_t now = std::time(nullptr);
  std::tm here{};
  localtime_r(&now, &here);
  return offer::iso(offer::Date{std::chrono::year{here.tm_year + 1900} / std::chrono::month{static_cast<unsigned>(here.tm_mon) + 1} /
                                std::chrono::day{static_cast<unsigned>(here.tm_mday)}});
}

// What nobody can guess. The only thing that differs between two runs, besides the day.
std::string secret() {
  std::random_device chance;
  return offer::secret_of({chance(), chance(), chance(), chance()});
}

}  // namespace

int main(int count, char** words) {
  try {
    const int status = offer::run_command_line({words + 1, words + count}, today(), secret());
    std::cout.flush();
    if (!std::cout) throw offer::Failure("what there was to say could not be printed");
    return status;
  } catch (const offer::Failure& failure) {
    std::cerr << "local-offer: " << failure.what() << "\n";
    if (!failure.help().empty()) std::cerr << "    help: " << failure.help() << "\n";
    return offer::exit_status::machine;
  } catch (const std::exception& mistake) {
    std::cerr << "local-offer: we made a mistake: " << mistake.what() << "\nYour files are as they were. Please report this.\n";
    return offer::exit_status::ourselves;
  }
}
