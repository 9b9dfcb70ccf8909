// OtherDesks: the same site made with other options: as on another day, with drafts or without. Each is made when somebody first asks for it, and follows
// the files' changes from then on, when it is asked for again. At most two are kept: each holds a whole site in memory. Safe from any thread.
#pragma once

#include <list>
#include <memory>
#include <mutex>
#include <string>

#include "serve/desk.h"

namespace offer {

class OtherDesks {
 public:
  // main: whose changes they follow; must outlive this.
  OtherDesks(const Desk& main, std::string site, BuildOptions options);

  // The site with other options, as new as `main`. The caller may hold it for as long as it answers one question.
  std::shared_ptr<const Desk> with(Date today, bool drafts);

 private:
  static constexpr size_t most = 2;
  struct Other {
    Other(const std::string& site, const BuildOptions& made_with) : options(made_with), desk(site, made_with) {}
    BuildOptions options;
    std::mutex guard;        // of taking in
    uint64_t edition = 0;    // of `main`, when this one last took in the files; 0: never
    Desk desk;
  };

  const Desk& main_;
  std::string site_;
  BuildOptions options_;
  std::mutex guard_;                         // of the list
  std::list<std::shared_ptr<Other>> others_;  // the last one asked for first
};

}  // namespace offer
