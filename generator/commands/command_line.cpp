#include "commands/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>

#include "base/date.h"
#include "base/text.h"
#include "diagnose/near_word.h"

namespace offer {

namespace {

constexpr std::string_view how_it_ends =
    "How it ends (exit status):\n"
    "  0   done; there may be warnings\n"
    "  1   the content has errors: nothing was published; check: or more warnings than --max-warnings\n"
    "  2   the command was used wrongly\n"
    "  3   the machine said no: disk full, no permission, port taken\n"
    "  70  a mistake in local-offer itself";

void add_option(CLI::App& app, const Option& option, Arguments& arguments) {
  const std::string name(option.name);
  const std::string says(option.says);
  CLI::Option* added = nullptr;
  if (option.flag != nullptr) added = app.add_flag(name, arguments.*option.flag, says);
  else if (option.number != nullptr) added = app.add_option(name, arguments.*option.number, says);
  else if (option.texts != nullptr) added = app.add_option(name, arguments.*option.texts, says);
  else added = app.add_option(name, arguments.*option.text, says);
  if (option.texts != nullptr && name.starts_with('-')) added->delimiter(',')->allow_extra_args(false);
  if (!option.value.empty()) added->type_name(std::string(option.value));
  added->required(option.required);
}

int usage_trouble(const std::string& words, const std::string& help) {
  std::cerr << "local-offer: " << words << "\n";
  if (!help.empty()) std::cerr << "    help: " << help << "\n";
  return exit_status::usage;
}

int unknown_word(const std::string& word, const Command* command) {
  std::vector<std::string_view> known;
  if (command == nullptr && !word.starts_with('-')) {
    for (const Command* one : all_commands()) known.push_back(one->name);
    const std::string near = did_you_mean(word, known);
    return usage_trouble(fmt::format("there is no command '{}'", word),
                         near.empty() ? "The commands are: " + join({known.begin(), known.end()}, ", ") + "." : near);
  }
  known.push_back("--help");
  if (command == nullptr) known.push_back("--version");
  else
    for (const Option& option : command->options)
      if (option.name.starts_with('-')) known.push_back(option.name);
  const std::string where = command == nullptr ? "local-offer" : fmt::format("local-offer {}", command->name);
  const std::string near = did_you_mean(word.substr(0, word.find('=')), known);
  return usage_trouble(fmt::format("{} does not know '{}'", where, word),
                       near.empty() ? fmt::format("See: {} --help", where) : near);
}

}  // namespace

namespace {

std::string help_of_program() {
  std::string text = "Makes the website of a SEND Local Offer out of a folder of Markdown.\nUsage: local-offer COMMAND [OPTION...]\n\nCommands:\n";
  for (const Command* command : all_commands()) text += fmt::format("  {:<10} {}\n", command->name, command->says);
  return text + "\nOptions of local-offer itself:\n  --help, -h print this; after a command, its own options\n  --version  print the version\n\n" +
         std::string(how_it_ends) + "\n";
}

// CLI11's messages in plain words. They begin with the option's name: "--port: 1 required N missing", "Could not convert: --port = many".
std::string words_for_error(const CLI::ParseError& error, const Command& command) {
  const std::string_view message = error.what();
  for (const Option& option : command.options) {
    if (!option.name.starts_with('-') || message.find(option.name) == std::string_view::npos) continue;
    const std::string_view value = message.substr(std::min(message.rfind(" = "), message.size()));
    if (error.get_name() == "ConversionError" && value.size() > 3) return fmt::format("{} takes a number, not '{}'", option.name, value.substr(3));
    if (error.get_name() == "ArgumentMismatch") return fmt::format("{} needs a word after it: {} {}", option.name, option.name, option.value);
  }
  if (error.get_name() == "RequiredError" && message.ends_with(" is required"))
    return fmt::format("{} is missing", message.substr(0, message.size() - std::string_view(" is required").size()));
  return std::string(message);
}

int run_command(const Command& command, const std::vector<std::string>& words, Arguments arguments) {
  CLI::App app(std::string(command.says), fmt::format("local-offer {}", command.name));
  app.set_help_flag("--help,-h", "print this");
  app.allow_extras();
  for (const Option& option : command.options) add_option(app, option, arguments);
  try {
    app.parse(std::vector<std::string>(words.rbegin(), words.rend()));
  } catch (const CLI::Success& done) {  // --help
    return app.exit(done) == 0 ? exit_status::fine : exit_status::usage;
  } catch (const CLI::ParseError& error) {
    return usage_trouble(words_for_error(error, command), fmt::format("See: local-offer {} --help", command.name));
  }
  if (!app.remaining().empty()) return unknown_word(app.remaining().front(), &command);
  if (!parse_date(arguments.today))
    return usage_trouble(fmt::format("'{}' is not a day that exists", arguments.today), "Write it as year-month-day: --today 2026-11-21");
  if (arguments.threads < 0 || arguments.threads > 256) return usage_trouble("--threads takes a number from 1 to 256", "");
  if (arguments.port < 0 || arguments.port > 65535) return usage_trouble("--port takes a number from 1 to 65535", "");
  return command.run(arguments);
}

}  // namespace

int run_command_line(const std::vector<std::string>& words, const std::string& today, const std::string& secret) {
  Arguments arguments;
  arguments.today = today;
  arguments.secret = secret;
  if (words.empty()) {
    std::cout << help_of_program();
    return exit_status::usage;
  }
  const std::string& first = words.front();
  if (first == "--help" || first == "-h") {
    std::cout << help_of_program();
    return exit_status::fine;
  }
  if (first == "--version") {
    std::cout << "local-offer " OFFER_VERSION "\n";
    return exit_status::fine;
  }
  for (const Command* command : all_commands())
    if (command->name == first) return run_command(*command, {words.begin() + 1, words.end()}, arguments);
  return unknown_word(first, nullptr);
}

}  // namespace offer
