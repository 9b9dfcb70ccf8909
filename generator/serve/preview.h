// Preview: what an editor's browser gets: the site's files, with the editor's panel put into HTML pages, and the preview's own addresses below "/-/".
//
// Nothing of the preview is in what `build` writes or in what the Desk holds: the panel is put in when a page is answered. Safe from any thread.
#pragma once

#include <memory>
#include <string>

#include "diagnose/print_text.h"
#include "serve/answer.h"
#include "serve/desk.h"

namespace offer {

struct PreviewSettings {
  std::string base = "/";     // where the site lives: begins and ends with '/'
  ShownFolders folders = {};  // what files are called: "content/"
  std::string site = {};      // the site's folder and what its Desk was made with: to show the site as on another day, or with drafts
  BuildOptions options = {};
  std::string published = {}; // the folder that `build` writes, to say what changed since; it may be missing
};

class Preview {
 public:
  // desk must outlive it, and have taken in the site once before the first question.
  Preview(Desk& desk, PreviewSettings settings);
  ~Preview();
  Preview(const Preview&) = delete;
  Preview& operator=(const Preview&) = delete;

  Answer answer(const Question& question);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace offer
