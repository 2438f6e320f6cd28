#pragma once

#include <memory>
#include <string>
#include <vector>

#include "checks/rule_book.h"
#include "diag/diagnostic.h"
#include "diag/lang.h"

namespace matter {

/// The rules that the matters of a folder are checked with: the program's, and those of its catalog.
class KnownRules {
 public:
  /// Throws std::system_error for a folder that does not exist or a file that cannot be read.
  KnownRules(const std::string& folder, Lang lang);

  [[nodiscard]] const std::vector<const Rule*>& rules() const { return rules_; }
  /// What is wrong in the catalog's own files.
  [[nodiscard]] const std::vector<Diagnostic>& mistakes() const { return mistakes_; }

 private:
  Sources sources_;
  std::unique_ptr<Catalog> catalog_;
  RuleBook book_;
  std::vector<const Rule*> rules_;
  std::vector<Diagnostic> mistakes_;
};

}  // namespace matter
