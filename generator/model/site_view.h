// SiteView: the only way in which one page sees the rest of the site.
//
// Types and formats ask it instead of reading Site, so that what a page depends on can be recorded in one place.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/site.h"

namespace offer {

class SiteView {
 public:
  // threads: how many a format may use that makes files of the whole site.
  explicit SiteView(const Site& site, unsigned threads = 1) : site_(site), threads_(threads) {}

  const Page* page(std::string_view id) const;                 // nothing if there is none
  const Page* page_at(std::string_view address) const;
  const Page* twin(const Page& page) const;                    // its Easy Read version, or the full page of an Easy Read version
  std::vector<const Page*> pages_of(std::string_view type) const;  // in order of path, without index pages and Easy Read versions
  const std::vector<Page>& all_pages() const { return site_.pages; }
  const std::vector<SourceFile>& files() const { return site_.files; }  // of the content folder, besides pages
  std::map<std::string, std::string> redirects() const;        // old address to new address, sorted
  const std::vector<const ContentType*>& types() const { return site_.types; }
  const std::vector<KeptAddress>& kept_addresses() const { return site_.kept_addresses; }
  const Term* term(std::string_view id) const;
  const std::vector<Term>& terms() const { return site_.terms; }
  const TermFinder& term_finder() const { return *site_.term_finder; }
  const Role* role(std::string_view id) const;
  const std::map<std::string, std::string, std::less<>>& needs() const { return site_.needs; }
  std::string topic(std::string_view id) const;                // its title
  std::string need(std::string_view id) const;                 // its title
  const std::map<std::string, Role, std::less<>>& roles() const { return site_.roles; }
  const std::map<std::string, std::string, std::less<>>& topics() const { return site_.topics; }
  const std::map<std::string, std::string, std::less<>>& law() const { return site_.law; }
  const Deadline* deadline(std::string_view id) const;
  const std::vector<SearchWords>& search_words() const { return site_.search_words; }
  unsigned threads() const { return threads_; }
  const std::vector<Ended>& ended() const { return site_.ended; }
  const TermFinder& ended_finder() const { return *site_.ended_finder; }
  const std::set<std::string, std::less<>>& known_names() const { return site_.known_names; }
  const std::vector<Date>& bank_holidays() const { return site_.bank_holidays; }
  // Pages that name `page` in this field, in order of path.
  std::vector<const Page*> named_by(const Page& page, const FieldInfo& field) const;
  // Pages that share topics, needs and words with this one, the nearest first; more than a page shows, as some may be linked in its text.
  std::vector<const Page*> related(const Page& page) const;
  // The page that a view shows something of; else the page itself.
  const Page& whole(const Page& page) const { return page.view == nullptr ? page : site_.pages[page.view_of]; }
  const Picture* picture(std::string_view concept_name) const;
  const ByName<Picture>& pictures() const { return site_.pictures; }
  const EasyReadRules& easy_read() const { return *site_.easy_read; }
  const PlainEnglish& plain_english() const { return *site_.plain_english; }
  // word: in small letters. It is one of the site's own terms, roles, topics or names.
  bool is_site_word(std::string_view word) const { return site_.site_words.contains(word); }
  const Settings& settings() const { return site_.settings; }
  // Its own, or that of the site: "en-GB".
  const std::string& language_of(const Page& page) const;
  // The page to which this address leads, with or without '#', if it names a language of its own; else nothing.
  const Page* in_another_language(std::string_view target) const;
  // That of the page to which a link on `from` leads; of `from` itself if it leads to none of ours.
  const std::string& language_at(std::string_view target, const Page& from) const;
  Date today() const { return site_.today; }
  // What the type's list can be narrowed by; nothing as long as the made pages are not known.
  const std::vector<CountedFilter>* filters_of(std::string_view type) const;
  const std::string* filter_values_of(const Page& page) const;
  // From home down, without the page itself. Those of an Easy Read version lead to Easy Read where there is one.
  std::vector<const Page*> breadcrumbs(const Page& page) const;
  const Page* index_of(const Page& page) const;                // the list page of its folder

  // An address below the root as a browser needs it: base path in front.
  std::string href(std::string_view address) const;
  void add_href(std::string_view address, std::string& to) const;
  // The same with the site's own address in front: for canonical links, feeds and the sitemap.
  std::string whole_address(std::string_view address) const;

 private:
  const Site& site_;
  unsigned threads_;
};

}  // namespace offer
