// site_answer: what stands at an address of the site itself. Any thread.
#pragma once

#include <string>
#include <string_view>

#include "serve/answer.h"
#include "serve/desk.h"

namespace offer {

// The type of a file by its ending: "text/html; charset=utf-8".
const char* type_of(std::string_view path);

// An answer that keeps its own bytes.
Answer own_answer(int status, const char* type, std::string bytes);
Answer text_answer(int status, std::string text);
// location: any address of ours, "/pathways/".
Answer redirect_answer(int status, std::string_view location);

// The path below the output folder that an address asks for: "/send/news/" of a site at "/send/" is "news/index.html". base: where the site lives;
// begins and ends with '/'. False if the address is outside the site.
bool file_path_of(std::string_view base, std::string_view address, std::string& path);

// The file at this address; a redirect from "/news" to "/news/"; the site's own page for what is not there, or plain words. Only exact addresses
// find something: nothing is taken apart or put together, and no file is opened.
Answer site_answer(const Desk& desk, std::string_view base, const Question& question);

}  // namespace offer
