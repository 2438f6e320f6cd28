#pragma once

#include <cstdint>
#include <vector>

#include "checks/same_matters.h"

namespace matter {

/// What the rule same-element remembers of a matter that is bound, and how it is said: a finding for each element that
/// departs from the entry, one info for all that are `better` where that is asked for. Materials that the entry has not
/// are left to same-material-unbound.
void write_against_entry(const MatterView& view, bool better, FactWriter& facts);
void say_against_entry(std::uint32_t matter, FactReader& facts, CatalogReport& out);

/// One warning for each matter that several offices have, none of them with an entry, and not alike.
void say_groups(const CatalogView& view, const std::vector<RuleFacts::Record>& records, CatalogReport& out);

}  // namespace matter
