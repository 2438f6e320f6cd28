#include "doc/yaml/general.h"

namespace matter {

bool read_general(std::string_view text, SourceId source, Document& into, Collector& findings, const YamlLimits&,
                  const Outside& outside) {
  into.clear(source, text);
  into.reader = Reader::yaml_cpp;
  into.damaged = true;
  findings.add("yaml-syntax", Severity::error, {source, outside.at},
               {"锚点、别名、标签、指令或复杂键暂不能读取",
                "anchors, aliases, tags, directives and complex keys cannot be read"});
  return false;
}

}  // namespace matter
