#pragma once

#include <string_view>

#include "catalog/catalog.h"
#include "model/matter.h"

namespace matter {

/// An agency's name without what stands in brackets behind it.
[[nodiscard]] std::string_view bare_name(std::string_view name);
/// Whether a 统一社会信用代码 has the organisation code 00000000-0, which nobody has: samples of many agencies bear it.
[[nodiscard]] bool is_nobodys(std::string_view code);
/// What tells an agency from others: its code, else its name.
[[nodiscard]] std::string_view agency_of(const Matter& m);

/// Each is a part of `name`, empty where there is none.
/// The province, city or county of the agency, where the name begins with it (厦门市…, 厦门…). Proper names
/// (广东美术馆) are passed over.
[[nodiscard]] std::string_view own_place_in(std::string_view name, const Matter& m, const CatalogContext& context);
/// A document number (示例发〔2020〕1号) or a number of a list at the front (3.、（三）).
[[nodiscard]] std::string_view document_number_in(std::string_view name);

}  // namespace matter
