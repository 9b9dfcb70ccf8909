// LateBodies: the bodies of a site of which only settings were read: each is read when somebody first looks at it, or wants to know what is wrong with it.
#pragma once

#include <deque>
#include <filesystem>
#include <mutex>
#include <string>
#include <vector>

#include "model/open_bodies.h"
#include "model/site.h"
#include "diagnose/report.h"

namespace offer {

class LateBodies final : public BodySource {
 public:
  // site: its pages lose their empty bodies; must outlive this. folder: where their files are.
  LateBodies(Site& site, std::filesystem::path folder);

  void make_ready(const Page& page) override;
  // Reads it now. What is wrong with it; whether the headings that it names exist is asked as well, so that those pages are read too.
  Report read(size_t page);

 private:
  Report read_body(size_t page);

  Site& site_;
  size_t count_;  // of pages that have files
  std::filesystem::path folder_;
  std::recursive_mutex guard_;  // understanding a body may look at another one
  std::deque<SourceFile> read_;
  std::vector<const SourceFile*> files_;  // of each page, or nothing
};

}  // namespace offer
