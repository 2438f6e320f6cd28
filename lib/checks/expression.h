#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace matter {

/// A regular expression that somebody else wrote: it takes time in proportion to the text, whatever it says.
class Expression {
 public:
  /// Null where it is none; `mistake` says why.
  [[nodiscard]] static std::unique_ptr<const Expression> compile(std::string_view written, std::string& mistake);
  Expression(const Expression&) = delete;
  Expression& operator=(const Expression&) = delete;
  ~Expression();

  [[nodiscard]] bool matches_all(std::string_view text) const;
  [[nodiscard]] bool occurs_in(std::string_view text) const;

  static constexpr std::size_t most_characters = 1000;

 private:
  struct Machine;
  explicit Expression(std::unique_ptr<const Machine> machine);
  std::unique_ptr<const Machine> machine_;
};

}  // namespace matter
