#include "ops/live_index.h"

#include <iterator>

#include "model/path.h"

namespace matter {

namespace {

std::string own_text(const Matter& m, const Text& text) {
  return text.given() && text.mark.source == m.mark.source ? std::string(text.text) : std::string{};
}

}  // namespace

bool is_code(const Field& field) {
  switch (field.format) {
    case Format::usc:
    case Format::basic_code:
    case Format::implementing_code:
    case Format::handling_code:
    case Format::directory_code:
    case Format::code:
    case Format::standard: return true;
    default: return false;
  }
}

void LiveIndex::append(LiveIndex&& more) {
  matters.insert(matters.end(), std::make_move_iterator(more.matters.begin()),
                 std::make_move_iterator(more.matters.end()));
  codes.insert(codes.end(), std::make_move_iterator(more.codes.begin()), std::make_move_iterator(more.codes.end()));
  for (const auto& [name, count] : more.materials) materials[name] += count;
  for (auto& [name, code] : more.agencies) {
    std::string& known = agencies[name];
    if (known.empty()) known = std::move(code);
  }
}

void add_to_index(const Matter& m, bool standard, std::string_view identity, LiveIndex& into) {
  IndexedMatter& one = into.matters.emplace_back();
  one.identity = identity;
  one.name = display_name(m);
  one.agency = own_text(m, m.agency.name);
  one.agency_code = own_text(m, m.agency.code);
  const bool named = m.name.given() && m.name.mark.source == m.mark.source;
  one.at = named ? m.name.at() : m.mark.at();
  one.is_standard = standard;
  if (!standard && m.standard.given()) {
    one.standard = m.standard.text;
    one.standard_at = m.standard.at();
  }
  if (!one.agency.empty()) {
    std::string& code = into.agencies[one.agency];
    if (code.empty()) code = one.agency_code;
  }
  for (const Material& material : m.materials) {
    if (material.name.given()) ++into.materials[std::string(material.name.text)];
  }
  visit_fields(m, [&](const Trail&, const Field& field, const void* value) {
    if (field.kind != Kind::text || !is_code(field)) return;
    const Scalar& text = *static_cast<const Scalar*>(value);
    if (text.given() && text.mark.source == m.mark.source)
      into.codes.push_back({std::string(text.text), text.at(), &field});
  });
}

}  // namespace matter
