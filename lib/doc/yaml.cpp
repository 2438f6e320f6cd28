#include "doc/yaml.h"

#include "doc/yaml/dialect.h"
#include "doc/yaml/general.h"

namespace matter {

namespace {

Bilingual name_of(Construct what) {
  switch (what) {
    case Construct::none: break;
    case Construct::anchor: return {"锚点（&名称）", "an anchor (&name)"};
    case Construct::alias: return {"别名（*名称）", "an alias (*name)"};
    case Construct::tag: return {"标签（!类型）", "a tag (!type)"};
    case Construct::directive: return {"指令（%YAML、%TAG）", "a directive (%YAML, %TAG)"};
    case Construct::complex_key:
      return {"复杂键（? 或以列表、对象为键）", "a complex key (? or a collection as a key)"};
  }
  return {"特殊写法", "a special construct"};
}

void say_handed_over(const Outside& outside, SourceId source, Collector& findings) {
  Diagnostic& note =
      findings.add("yaml-syntax", Severity::info, {source, outside.at},
                   {"文件用了{}：可以读取和检查，但会改写文件的命令不处理它",
                    "the file uses {}: it can be read and checked, but commands that rewrite files will refuse it"},
                   name_of(outside.what).in(findings.lang()));
  note.hint = findings.lang() == Lang::zh ? "要让这些命令能处理，请改用普通写法"
                                          : "write it plainly so that these commands can handle it";
}

void say_not_understood(const Outside& outside, SourceId source, Collector& findings) {
  findings.add("yaml-syntax", Severity::error, {source, outside.at},
               {"{}用在这里，整个文件读不懂", "with {} here, the file as a whole is not understood"},
               name_of(outside.what).in(findings.lang()));
}

}  // namespace

YamlOutcome read_yaml(std::string_view text, SourceId source, Document& into, Collector& findings,
                      const YamlLimits& limits) {
  Outside outside;
  switch (read_dialect(text, source, into, findings, limits, outside)) {
    case DialectOutcome::read: return YamlOutcome::read;
    case DialectOutcome::wrong: return YamlOutcome::wrong;
    case DialectOutcome::outside: break;
  }
  const std::size_t before = findings.found().size();
  if (!read_general(text, source, into, findings, limits, outside)) {
    // A file is never refused in silence, even where the parts that it was taken apart into said nothing themselves.
    if (findings.found().size() == before) say_not_understood(outside, source, findings);
    return YamlOutcome::wrong;
  }
  say_handed_over(outside, source, findings);
  return YamlOutcome::handed_over;
}

}  // namespace matter
