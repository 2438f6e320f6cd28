#pragma once

#include <vector>

#include "diag/diagnostic.h"
#include "diag/words.h"

namespace matter {

/// The one place findings go to. Not thread-safe: each worker has its own, joined in file order.
class Collector {
 public:
  explicit Collector(Lang lang) : lang_(lang) {}

  [[nodiscard]] Lang lang() const { return lang_; }

  /// Adds a finding and returns it, so that hint, notes or a fix can be set.
  Diagnostic& add(Diagnostic diagnostic) { return found_.emplace_back(std::move(diagnostic)); }

  template <class... Args>
  Diagnostic& add(std::string_view rule, Severity severity, Location at, const WordsFor<Args...>& words,
                  Args&&... args) {
    Diagnostic diagnostic;
    diagnostic.rule = rule;
    diagnostic.severity = severity;
    diagnostic.at = at;
    diagnostic.message = say(lang_, words, std::forward<Args>(args)...);
    return add(std::move(diagnostic));
  }

  [[nodiscard]] const std::vector<Diagnostic>& found() const { return found_; }
  [[nodiscard]] std::vector<Diagnostic> take() { return std::move(found_); }
  [[nodiscard]] bool any(Severity at_least) const;

 private:
  Lang lang_;
  std::vector<Diagnostic> found_;
};

}  // namespace matter
