#include "checks/agency_register.h"

#include "catalog/registers.h"
#include "text/unicode.h"

namespace matter {

namespace {

const Registers* registers_of(const MatterView& view) {
  return view.context.catalog != nullptr ? view.context.catalog->registers.get() : nullptr;
}

}  // namespace

std::pair<std::string_view, std::string_view> departure_from_register(const MatterView& view, std::string_view code,
                                                                      std::string_view name) {
  const Registers* const registers = registers_of(view);
  if (registers == nullptr) return {};
  if (const AgencyRecord* const of_code = registers->agency(code, view.context.today)) {
    if (normalised(of_code->name) != normalised(name)) return {of_code->name, {}};
    return {};
  }
  if (const AgencyRecord* const of_name = registers->agency_named(name, view.context.today)) return {{}, of_name->code};
  return {};
}

std::string_view registered_code(const MatterView& view) {
  const Registers* const registers = registers_of(view);
  if (registers == nullptr || !view.matter.agency.name.given()) return {};
  const AgencyRecord* const known = registers->agency_named(view.matter.agency.name.text, view.context.today);
  return known != nullptr ? std::string_view(known->code) : std::string_view{};
}

}  // namespace matter
