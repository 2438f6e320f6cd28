#include "support/mappings.h"

#include "text/lines.h"

namespace matter::test {

const std::string_view small_import_head =
    "format: 1\nplatform: t\nlabel: T\ndirection: import\nmedium: jsonl\nfile_name: \"{code}\"\n"
    "codes:\n  types: {行政许可: \"01\", 公共服务: \"21\"}\n  yes: {是: [\"1\", Y], 否: \"0\"}\n"
    "tables:\n  - table: t\n    columns:\n";

std::string LoadedMapping::said() const {
  std::string text;
  for (const Diagnostic& d : findings.found()) {
    if (d.at.known()) {
      const SharedText source = sources.text(d.at.source);
      const Position at = Lines(*source).position(d.at.span.begin);
      text.append(std::to_string(at.line)).append(":").append(std::to_string(at.column)).append(": ");
    }
    text.append(d.message).append("\n");
  }
  return text;
}

std::unique_ptr<LoadedMapping> load_mapping_text(std::string_view yaml) {
  auto loaded = std::make_unique<LoadedMapping>();
  loaded->path = loaded->tree.add("m.yaml", yaml);
  loaded->mapping = load_mapping(loaded->path, loaded->sources, loaded->findings);
  return loaded;
}

}  // namespace matter::test
