#include "model/matter.h"

#include "model/codes.h"
#include "model/field.h"
#include "text/unicode.h"

namespace matter {

namespace {

constexpr std::size_t implementing_length = 31;
constexpr std::size_t handling_length = 33;
constexpr std::size_t basic_length = 12;

std::string_view text_of(const Text& value) { return value.given() ? value.text : std::string_view{}; }

std::string shortened(std::string_view text) {
  std::size_t at = 0;
  for (std::size_t n = 0; n < label_characters && at < text.size(); ++n) static_cast<void>(next_code_point(text, at));
  return at < text.size() ? std::string(text.substr(0, at)) + "…" : std::string(text);
}

/// The text of a scalar member; empty where none is given.
std::string_view written(const Field& field, const void* record) {
  const Scalar& value = scalar_of(field, record);
  return value.given() || value.mark.state == State::wrong ? value.text : std::string_view{};
}

}  // namespace

std::string_view identity(const Matter& m) {
  if (m.handling_code.given()) return m.handling_code.text;
  if (m.code.given()) return m.code.text;
  if (m.bundle.code.given()) return m.bundle.code.text;
  return text_of(m.local_code);
}

std::string_view implementing_code(const Matter& m) {
  const std::string_view code = m.code.given() ? m.code.text : text_of(m.handling_code);
  return code.size() == handling_length ? code.substr(0, implementing_length) : code;
}

std::string_view basic_code(const Matter& m) {
  if (m.basic_code.given()) return m.basic_code.text;
  const std::string_view code = implementing_code(m);
  if (!parse_implementing_code(code)) return {};
  return code.substr(implementing_length - basic_length);
}

std::string_view standard_code(const Matter& m) {
  return m.directory_code.given() ? m.directory_code.text : basic_code(m);
}

std::string display_name(const Matter& m) {
  std::string name(text_of(m.name));
  const std::string_view handling = text_of(m.handling);
  if (handling.empty() || name.find(handling) != std::string::npos) return name;
  const bool bracketed = (handling.starts_with("（") || handling.starts_with('(')) &&
                         (handling.ends_with("）") || handling.ends_with(')'));
  return bracketed ? name.append(handling) : name.append("（").append(handling).append("）");
}

std::string item_label(const Field& list, const void* item, std::uint32_t index) {
  if (is_scalar(list.item)) {
    const auto& value = *static_cast<const Scalar*>(item);
    if (!value.absent() && !value.text.empty()) return shortened(value.text);
  } else if (list.item == Kind::record) {
    for (const Field& field : list.table()->fields) {
      if (!field.list_key || !is_scalar(field.kind)) continue;
      if (const std::string_view key = written(field, item); !key.empty()) return shortened(key);
    }
    std::string names;
    for (const Field& field : list.table()->fields) {
      if (!field.list_name || !is_scalar(field.kind)) continue;
      const std::string_view name = written(field, item);
      if (name.empty()) continue;
      if (!names.empty()) names += ' ';
      names += name;
    }
    if (!names.empty()) return shortened(names);
  }
  return std::to_string(index + 1);
}

std::string item_identity(const Field& list, const void* item) {
  if (is_scalar(list.item)) return normalised(static_cast<const Scalar*>(item)->text);
  if (list.item != Kind::record) return {};
  for (const Field& field : list.table()->fields) {
    if (!field.list_key) continue;
    if (const std::string_view key = written(field, item); !key.empty()) return normalised(key);
  }
  std::string names;
  for (const Field& field : list.table()->fields) {
    if (!field.list_name) continue;
    const std::string name = normalised(written(field, item));
    if (name.empty()) continue;
    if (!names.empty()) names += '\n';
    names += name;
  }
  return names;
}

}  // namespace matter
