// What a disk refuses, in plain words.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace offer {

// error: an errno. "the disk is full"
std::string reason_of(int error);

// Why a file cannot be read: "we may not read it (permission denied)"
std::string trouble_of(int error);

// Throws Failure, with what to do about it. did: "written", "made" …
[[noreturn]] void fail(const std::filesystem::path& path, std::string_view did, int error);

}  // namespace offer
