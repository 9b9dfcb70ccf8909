// LiveSite: a site that is taken in piece by piece and changed file by file: what the preview knows, without threads or a network.
//
// The settings of all pages are known from the start; bodies are read when they are wanted, and the rest by and by:
//
//   take_in(all files)        settings of all pages; the site hangs together, but no body is read
//   make_ready(page)          its body, and those that it shows parts of
//   read_on(n)                n more bodies; false when all are read
//   finish()                  what takes all bodies: related pages, and pages that are made of other pages
//   change_body(file)         a page's text changed, and nothing that another page knows of it
//   change_theme(files)       the theme changed: what pages look like, not what they say
//
// When it is finished, every page is what `build` would make of the same files. One thread at a time; const functions from several.
#pragma once

#include <optional>
#include <vector>

#include "load/load.h"
#include "pipeline.h"

namespace offer {

class LiveSite {
 public:
  explicit LiveSite(BuildOptions options) : options_(options) {}

  // All files at once. False if nothing can be made of them (site.yml or the theme is broken) and an older state is there: that stays, and what is
  // wrong is in trouble().
  // changed: the content's files that differ, where that is known and none came or went.
  bool take_in(Inputs&& inputs, const std::vector<std::string>* changed = nullptr);
  // The page of this file with other bytes. What that changed, or nothing if more depends on it than its text: then the caller has to take in all.
  struct BodyChange {
    std::vector<size_t> pages;   // numbers of pages that show something of it, itself among them
    bool anchors = false;        // links of other pages may be broken now, or mended
    bool words = false;          // other pages may be related to it now, or no more
  };
  std::optional<BodyChange> change_body(const SourceFile& file);
  // All files of the theme, some with other bytes; only while there is no trouble(). False if nothing can be made with them: the older theme stays, and
  // what is wrong is in trouble().
  bool change_theme(std::vector<SourceFile>&& files);

  // What stood here before the last take_in(): to give back ten thousand pages takes longer than to take them in, so whoever has the time may do it.
  Site take_old() { return std::move(old_); }

  // The inputs, to be changed before they are taken in again. Bodies that were not read yet are read from them.
  const Inputs& inputs() const { return inputs_; }
  Inputs take_inputs() { return std::move(inputs_); }

  bool is_ready(size_t page) const;
  void make_ready(size_t page);
  bool read_on(size_t count);
  bool bodies_are_read() const { return next_ == order_.size(); }

  // related: of related_pages(). Adds the made pages.
  void finish(std::vector<std::vector<uint32_t>>&& related);
  bool is_finished() const { return finished_; }
  void set_related(std::vector<std::vector<uint32_t>>&& related) { site_.related = std::move(related); }
  // Pages whose links lead to a heading of this page; their bodies are read again by read_on.
  std::vector<size_t> pages_that_link_into(size_t page) const;
  void read_again(size_t page);

  // False while site.yml or the theme is broken and nothing older is there.
  bool can_be_shown() const { return can_be_shown_; }
  size_t count_of_bodies() const { return bodies_.size(); }

  const Site& site() const { return site_; }
  const Theme& theme() const { return *theme_; }
  const BuildOptions& options() const { return options_; }

  // Findings of settings, theme and bodies as far as they are read.
  Report report() const;
  const std::vector<Diagnostic>& findings_of_body(size_t page) const { return bodies_[page].report.all(); }
  const std::vector<Diagnostic>& findings_of_settings() const { return settings_report_.all(); }
  const std::optional<Report>& trouble() const { return trouble_; }

 private:
  enum class Stage : uint8_t { not_read, read_early, read, ready };  // read_early: ready, but before the headings of all pages were known
  struct Body {
    Stage stage = Stage::not_read;
    const SourceFile* file = nullptr;
    Report report;
  };

  void read_theme_if_new();
  void load(size_t page);
  void understand(size_t page);
  std::vector<size_t> shown_with(size_t page) const;
  void find_files();

  BuildOptions options_;
  Inputs inputs_;
  KnownSettings known_;
  Site site_;
  Site old_;
  std::shared_ptr<const Theme> theme_;
  std::string theme_hash_;
  std::shared_ptr<const Theme> new_theme_;  // as it was read last, whether or not it can be shown
  Report theme_report_;
  Report settings_report_;  // settings, addresses
  Report made_report_;      // of pages that are made of others
  std::optional<Report> trouble_;
  std::vector<Body> bodies_;    // by page number, without made pages
  std::vector<size_t> order_;   // bodies that read_on has to go through: twice the pages, first to load, then to understand
  size_t next_ = 0;
  bool finished_ = false;
  bool can_be_shown_ = false;
};

}  // namespace offer
