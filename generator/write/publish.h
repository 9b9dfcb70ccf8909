// Publishing: putting a finished site where readers' browsers find it, in one step.
//
//   Publication p(out);  takes the lock beside `out`, refuses a folder that we did not make, opens
//   a
//                        new empty tree beside it
//   p.add(file);         from any thread: writes one file into the new tree
//   p.publish();         swaps the new tree with the old one (one atomic rename), removes the old
//                        or, if p has only what changed: p.publish_into(files that are gone)
//
// A Publication that is destroyed without publish() removes its new tree: `out` is as it was. A
// build that is killed leaves a tree named ".NAME.new" beside `out`, which the next build removes.
// Two builds to one `out` wait for each other (at most 60 seconds) by the lock file ".NAME.lock",
// which stays. `out` may be a link to a folder: the folder is replaced, the link stays.
//
// Where the file system cannot swap two folders, there is a moment without `out` between two
// renames; a build that is killed in it leaves ".NAME.old", which the next build puts back.
//
// Our mark in a folder that we made is the file ".local-offer". An empty folder, or none, is also
// fine. Never replaced, mark or not: a folder with a Git repository, and the folder we are run in.
// Throws Failure with plain words; never touches `out` before the swap.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "model/output.h"

namespace offer {

struct PublishedFile {
  std::string path;   // below the site's folder
  uint64_t size = 0;  // bytes
};

class Publication {
 public:
  explicit Publication(const std::filesystem::path& out);
  ~Publication();
  Publication(const Publication&) = delete;
  Publication& operator=(const Publication&) = delete;

  void add(const OutputFile& file);
  const std::vector<PublishedFile>& added() const;  // in no order; when no other thread adds
  void publish();  // once, after the last add()
  // Instead of publish(): puts the files into the tree that is there, each in one step, and then takes out the files that are gone, with folders that
  // are empty then. Whoever reads meanwhile gets the old site, with some pages of the new one. Throws before anything is changed if that tree is not ours.
  void publish_into(const std::vector<std::string>& gone);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace offer
