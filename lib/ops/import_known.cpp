#include "ops/import_known.h"

#include "catalog/catalog.h"
#include "model/path.h"

namespace matter {

std::string known_by(const Matter& m, bool standard) {
  if (!standard && !identity(m).empty()) return std::string(identity(m));
  if (!standard_code(m).empty()) return std::string(standard_code(m)) + "@" + std::to_string(standard_version(m));
  return std::string("\n")
      .append(m.name.text)
      .append("\n")
      .append(m.handling.text)
      .append("\n")
      .append(m.agency.name.text);
}

Content content_of_scalar(const Text& text) {
  return text.absent() ? Content{} : text_content(scalar_text(Kind::text, text));
}

std::string plain_path(const FieldPath& path) {
  std::string text;
  for (const Field* const field : path) text.append(text.empty() ? "" : ".").append(field->key);
  return text;
}

std::string count_in(const Matter& m, const FieldPath& path) {
  std::string count;
  visit_path(path, &m, [&](const Trail&, const Field& field, const void* at) {
    if (field.kind == Kind::list) count = std::to_string(static_cast<const AnyList*>(at)->count);
    if (static_cast<const Mark*>(at)->none()) count = "无";
  });
  return count;
}

std::string shown(const std::string& known) {
  return known.starts_with('\n') ? known.substr(1, known.find('\n', 1) - 1) : known;
}

}  // namespace matter
