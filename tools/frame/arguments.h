#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "frame/command.h"

namespace matter::cli {

/// What was given on the command line, checked against the records.
class Arguments {
 public:
  [[nodiscard]] bool has(const Option& option) const;
  /// The last value given, else the option's initial value.
  [[nodiscard]] std::string_view text(const Option& option) const;
  /// Every value given, in order.
  [[nodiscard]] std::vector<std::string> all(const Option& option) const;
  [[nodiscard]] unsigned number(const Option& option) const;
  [[nodiscard]] const std::vector<std::string>& operands() const { return operands_; }

  void add(const Option& option, std::string value) { values_.emplace_back(&option, std::move(value)); }
  void add_operand(std::string value) { operands_.push_back(std::move(value)); }

 private:
  std::vector<std::pair<const Option*, std::string>> values_;
  std::vector<std::string> operands_;
};

/// A command line as CLI11 divided it: nothing is judged yet, so that mistakes can be told in the user's language.
struct RawArguments {
  const Command* command = nullptr;
  Arguments given;
  std::vector<const Option*> without_value;   ///< given, but the value is missing
  std::vector<const Option*> unwanted_value;  ///< flags that were given a value
  std::vector<std::string> unknown;           ///< options nobody knows, and words where a command should stand
};

/// Divides the command line. The only place that knows CLI11.
[[nodiscard]] RawArguments parse(int argc, const char* const* argv);

}  // namespace matter::cli
