#include "checks/expression.h"

#include <re2/re2.h>

#include <utility>

namespace matter {

struct Expression::Machine {
  Machine(const re2::StringPiece& written, const RE2::Options& options) : re(written, options) {}
  RE2 re;
};

namespace {

/// Repetitions within repetitions grow the program, not the time of each step: this bounds both.
constexpr std::int64_t most_memory = 1 << 20;

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

}  // namespace

Expression::Expression(std::unique_ptr<const Machine> machine) : machine_(std::move(machine)) {}
Expression::~Expression() = default;

std::unique_ptr<const Expression> Expression::compile(std::string_view written, std::string& mistake) {
  if (written.size() > most_characters) {
    mistake = "> " + std::to_string(most_characters);
    return nullptr;
  }
  RE2::Options options;
  options.set_log_errors(false);
  options.set_never_capture(true);
  options.set_max_mem(most_memory);
  auto machine = std::make_unique<Machine>(piece(written), options);
  if (!machine->re.ok()) {
    mistake = machine->re.error();
    return nullptr;
  }
  return std::unique_ptr<const Expression>(new Expression(std::move(machine)));
}

bool Expression::matches_all(std::string_view text) const { return RE2::FullMatch(piece(text), machine_->re); }
bool Expression::occurs_in(std::string_view text) const { return RE2::PartialMatch(piece(text), machine_->re); }

}  // namespace matter
