// StormEditor: somebody who does everything to a site that can be done to files: saves in every way that editors save, half files, broken settings,
// renamed and deleted files and folders, copies, rubbish. And who can put it all right in the end.
#pragma once

#include <deque>
#include <filesystem>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace offer {

class StormEditor {
 public:
  // site: a folder of its own. What it holds now is what restore() brings back.
  StormEditor(std::filesystem::path site, uint64_t seed);

  // One random thing. Takes up to some ten milliseconds; gives what was done, for the record.
  std::string do_something();

  // Everything as it was, then some edits that stop no build.
  void restore();

  // Addresses that there were at some time and that restore() took away: "/storm-12/".
  const std::vector<std::string>& gone() const { return made_; }

 private:
  std::string any(const std::string& ending);  // a path that is there now, or one that was there
  size_t dice(size_t sides) { return std::uniform_int_distribution<size_t>(0, sides - 1)(chance_); }
  void save(const std::string& path, const std::string& bytes);

  const std::filesystem::path site_;
  std::mt19937_64 chance_;
  std::map<std::string, std::string> first_;  // path -> bytes
  std::vector<std::string> paths_;
  std::vector<std::string> folders_;
  std::vector<std::string> made_;
  std::deque<std::string> strays_;  // files and folders that were not there at first; the oldest go again, so that the site does not grow
  size_t count_ = 0;
};

}  // namespace offer
