// Settings and shared data of a site: site.yml, roles.yml, topics.yml, needs.yml, and the points of the law.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/files.h"
#include "diagnose/report.h"
#include "model/site.h"

namespace offer {

// A file of `files` by its path, or nothing.
const SourceFile* find_file(const std::vector<SourceFile>& files, std::string_view path);

Settings read_settings(const std::vector<SourceFile>& content, Report& report);
std::map<std::string, Role, std::less<>> read_roles(const std::vector<SourceFile>& content, Report& report);
// topics.yml and needs.yml: id to title. what: "topic", for messages.
std::map<std::string, std::string, std::less<>> read_titles(const std::vector<SourceFile>& content, std::string_view path, std::string_view what, Report& report);
std::map<std::string, std::string, std::less<>> read_law(const std::vector<SourceFile>& law, Report& report);

// Makes these the settings of an edition of the site.
void make_edition(const Edition& edition, Settings& settings);

// "https://www.example.org/send/": a scheme, a host, and nothing that an address cannot have.
bool is_web_address(std::string_view address);

// True for the data files above: they are not published.
bool is_settings_file(std::string_view path);

}  // namespace offer
