#include "ops/known_rules.h"

namespace matter {

KnownRules::KnownRules(const std::string& folder, Lang lang) {
  Collector findings(lang);
  catalog_ = std::make_unique<Catalog>(catalog_of_path(folder, sources_, findings));
  book_.add(*catalog_, sources_, findings);
  rules_ = book_.of(catalog_.get());
  mistakes_ = findings.take();
}

}  // namespace matter
