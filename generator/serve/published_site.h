// PublishedSite: what `build` last wrote: the words of each page, to compare with what the preview shows.
//
// Read from the disk by a thread of its own, when the first page was answered and whenever another build has taken the folder's place; a request
// never opens a file. Of each page only what stands in <main> is kept. Safe from any thread.
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace offer {

class PublishedSite {
 public:
  using Pages = std::map<std::string, std::string, std::less<>>;  // path below the folder, "news/index.html", to the bytes of its <main>

  // folder: it may be missing, or empty for none. root: where the published site begins, "/"; base: where the preview begins, which is elsewhere when it
  // is shared. Addresses are kept as the preview has them.
  PublishedSite(std::string folder, std::string_view root, std::string_view base);
  ~PublishedSite();
  PublishedSite(const PublishedSite&) = delete;
  PublishedSite& operator=(const PublishedSite&) = delete;

  const std::string& folder() const { return folder_; }

  // The pages as far as they are known. known: they have been looked for. Also asks for another look, if the last one is some seconds old.
  struct Snapshot {
    std::shared_ptr<const Pages> pages;  // nothing: there is no site in the folder, or we do not know yet
    bool known = false;
  };
  Snapshot now();
  // The same, after waiting for the first look at most this long.
  Snapshot now(std::chrono::milliseconds patience);

 private:
  struct State;
  std::string folder_;
  std::unique_ptr<State> state_;
};

// What stands in <main> of a page, with its tags; the whole if there is none.
std::string_view main_of(std::string_view html);

}  // namespace offer
