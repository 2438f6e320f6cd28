#include "checks/references.h"

#include "model/codes.h"

namespace matter {

namespace {

void write(FactWriter& facts, Reference::Kind kind, Location at, std::string_view field, std::string_view text) {
  facts.number(static_cast<std::uint64_t>(kind));
  facts.text(text);
  if (kind == Reference::Kind::own_code) return;
  facts.place(at);
  facts.text(field);
}

/// A path that can be looked for beside the matter's file: relative, and with a file's ending.
bool is_relative_file(std::string_view path) {
  if (path.empty() || path.front() == '/' || path.find("://") != std::string_view::npos) return false;
  if (path.find_first_of(" \n\t\\") != std::string_view::npos) return false;
  const std::size_t dot = path.rfind('.');
  return dot != std::string_view::npos && dot != 0 && path.size() - dot >= 3 && path.size() - dot <= 6;
}

void write_file(const Matter& m, const Text& path, std::string_view field, FactWriter& facts) {
  if (!path.given() || path.mark.source != m.mark.source || !is_relative_file(path.text)) return;
  write(facts, Reference::Kind::file, path.at(), field, path.text);
}

void write_standard(const MatterView& view, FactWriter& facts) {
  const Matter& m = view.matter;
  if (!m.standard.given() || m.standard_entry != nullptr) return;
  const auto reference = parse_standard_reference(m.standard.text);
  const Standards* standards = view.context.standards;
  const bool code_known = reference && standards != nullptr && standards->has_code(reference->code);
  write(facts, code_known ? Reference::Kind::other_version : Reference::Kind::standard, m.standard.at(), "standard",
        m.standard.text);
}

}  // namespace

void collect_references(const MatterView& view, FactWriter& facts) {
  const Matter& m = view.matter;
  if (!view.standard) write_standard(view, facts);
  for (const Material& material : m.materials) {
    write_file(m, material.blank_form, "materials.blank_form", facts);
    write_file(m, material.sample, "materials.sample", facts);
  }
  write_file(m, m.promise.form, "promise.form", facts);
  for (const Result& result : m.results) write_file(m, result.sample, "results.sample", facts);
  if (view.context.standards == nullptr || view.context.standards->empty()) return;
  const std::string_view own = basic_code(m);
  if (!own.empty()) write(facts, Reference::Kind::own_code, {}, {}, own);
  if (m.parent_code.given() && m.parent_code.text != own && parse_basic_code(m.parent_code.text))
    write(facts, Reference::Kind::parent, m.parent_code.at(), "parent_code", m.parent_code.text);
}

Reference read_reference(FactReader& facts) {
  Reference reference;
  reference.kind = static_cast<Reference::Kind>(facts.number());
  reference.text = facts.text();
  if (reference.kind == Reference::Kind::own_code) return reference;
  reference.at = facts.place();
  reference.field = facts.text();
  return reference;
}

std::unordered_set<std::string_view> known_basic_codes(const CatalogView& view) {
  std::unordered_set<std::string_view> codes;
  for (const Matter* entry : view.standards.entries()) codes.insert(basic_code(*entry));
  for (const RuleFacts::Record& record : view.own.records) {
    for (FactReader facts = view.own.reader(record); !facts.done();) {
      const Reference reference = read_reference(facts);
      if (reference.kind == Reference::Kind::own_code) codes.insert(reference.text);
    }
  }
  return codes;
}

}  // namespace matter
