#include "catalog/named_file.h"

#include <string>

#include "catalog/folder.h"
#include "catalog/names.h"
#include "diag/words.h"

namespace matter {

std::optional<SourceId> named_file(const Catalog& catalog, const Text& named, std::string_view field, Sources& sources,
                                   Collector& findings) {
  const std::string_view name = named.text;
  const auto wrong = [&](Diagnostic& d) -> Diagnostic& {
    d.field = field;
    d.subject = name;
    return d;
  };
  if (is_yaml_name(name) && !leads_past_search(name) && !name.starts_with("../") && !name.starts_with('/')) {
    wrong(findings.add("field-value", Severity::error, named.at(),
                       {"文件“{}”放在事项中间，会被当作事项来读",
                        "the file '{}' stands among the matters and would be read as one"},
                       name))
        .hint = say(findings.lang(),
                    {"放到目录之外，或以点开头的文件夹中，如 .matter/{}",
                     "put it outside of the catalog, or into a folder that begins with a dot: .matter/{}"},
                    name.substr(name.rfind('/') == std::string_view::npos ? 0 : name.rfind('/') + 1));
    return std::nullopt;
  }
  const std::string path = name.starts_with('/') ? std::string(name) : join_path(catalog.root, name);
  PathStatus status;
  if (find_path(path, status) && status.kind == EntryKind::file) return sources.add_file(path);
  wrong(findings.add("field-value", Severity::error, named.at(), {"没有文件“{}”", "there is no file '{}'"}, path));
  return std::nullopt;
}

}  // namespace matter
