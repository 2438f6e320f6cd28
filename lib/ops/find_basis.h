#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/matter.h"
#include "ops/find.h"

namespace matter {

/// Finds where matters cite one law.
class BasisSearch {
 public:
  explicit BasisSearch(const FindQuery& query);

  [[nodiscard]] std::vector<FoundPlace> places(const Matter& m) const;
  /// Titles most like the one that was asked for, of the bases that this has been shown.
  void meet(const Matter& m);
  [[nodiscard]] std::vector<std::string> nearest() const;

 private:
  [[nodiscard]] bool is_it(const Basis& basis) const;
  [[nodiscard]] std::optional<Certainty> judged(const std::vector<Articles>& articles, bool whole) const;
  [[nodiscard]] std::optional<Certainty> in_basis(const Basis& basis) const;
  [[nodiscard]] std::optional<Certainty> in_text(std::string_view text, bool only_law) const;

  std::string title_, number_;
  std::optional<Article> article_;
  std::map<std::size_t, std::map<std::string, std::string>> near_;  // by distance: compared title → as written
};

}  // namespace matter
