#include "checks/agency_code.h"

namespace matter {

namespace {

constexpr std::size_t usc_length = 18;

bool has_agency(const Scalar& code) { return code.given() && (code.text.size() == 31 || code.text.size() == 33); }

}  // namespace

AgencyCode agency_code(const Matter& m) {
  if (m.agency.code.given()) return {m.agency.code.text, &m.agency.code, "agency.code"};
  if (has_agency(m.code)) return {m.code.text.substr(0, usc_length), &m.code, "code"};
  if (has_agency(m.handling_code))
    return {m.handling_code.text.substr(0, usc_length), &m.handling_code, "handling_code"};
  return {};
}

}  // namespace matter
