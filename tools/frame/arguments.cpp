#include "frame/arguments.h"

#include <algorithm>
#include <charconv>

namespace matter::cli {

const Command* find_command(std::string_view name) {
  const auto commands = all_commands();
  const auto at = std::find_if(commands.begin(), commands.end(), [&](const Command* c) { return c->name == name; });
  return at == commands.end() ? nullptr : *at;
}

std::vector<ExitMeaning> exits_of(const Command& command) {
  std::vector<ExitMeaning> all(command.exits.begin(), command.exits.end());
  if (all.empty() || all.back().code != exit_code::bug)
    all.push_back({exit_code::bug, {"程序自身出错", "a bug in the program"}});
  return all;
}

bool Arguments::has(const Option& option) const {
  return std::any_of(values_.begin(), values_.end(), [&](const auto& given) { return given.first == &option; });
}

std::string_view Arguments::text(const Option& option) const {
  const auto at =
      std::find_if(values_.rbegin(), values_.rend(), [&](const auto& given) { return given.first == &option; });
  return at == values_.rend() ? option.initial : std::string_view(at->second);
}

std::vector<std::string> Arguments::all(const Option& option) const {
  std::vector<std::string> found;
  for (const auto& [of, value] : values_) {
    if (of == &option) found.push_back(value);
  }
  return found;
}

unsigned Arguments::number(const Option& option) const {
  const std::string_view digits = text(option);
  unsigned value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

}  // namespace matter::cli
