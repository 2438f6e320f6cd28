#include "catalog/data_file.h"

#include "diag/words.h"
#include "model/named.h"
#include "model/read.h"

namespace matter {

namespace {

void say_unknown(const Problem& p, Collector& to) {
  Diagnostic& d =
      to.add("field-unknown", Severity::error, p.at, {"这里没有“{}”这一项", "there is no '{}' here"}, p.written);
  const std::string_view near = p.table != nullptr ? nearest_field(*p.table, p.written) : std::string_view{};
  if (!near.empty()) d.hint = say(to.lang(), {"是不是“{}”？", "did you mean '{}'?"}, near);
}

void say_value(const Problem& p, Collector& to) {
  Diagnostic& d =
      to.add("field-value", Severity::error, p.at, {"“{}”不能是“{}”", "'{}' cannot be '{}'"}, p.path, p.written);
  const NamedList* const list = p.field != nullptr ? named_list(p.field->values) : nullptr;
  const std::string_view near = list != nullptr ? nearest_name(*list, p.written) : std::string_view{};
  if (!near.empty()) d.hint = say(to.lang(), {"是不是“{}”？", "did you mean '{}'?"}, near);
}

}  // namespace

void say_problems(const std::vector<Problem>& problems, Collector& findings) {
  for (const Problem& p : problems) {
    switch (p.kind) {
      case ProblemKind::unknown_field: say_unknown(p, findings); break;
      case ProblemKind::twice:
        findings.add("yaml-duplicate-key", Severity::error, p.at, {"“{}”写了两次", "'{}' stands here twice"}, p.written)
            .notes.push_back({say(findings.lang(), {"第一次在这里", "first here"}), p.first});
        break;
      case ProblemKind::wrong_value: say_value(p, findings); break;
      case ProblemKind::wrong_type:
      case ProblemKind::not_a_matter:
        findings.add("field-type", Severity::error, p.at, {"“{}”这里不能这样写", "'{}' cannot be written so"},
                     p.path.empty() ? p.written : p.path);
        break;
    }
  }
}

bool read_data(SourceId source, const Sources& sources, const Table& table, void* record, DataFile& into,
               Collector& findings) {
  into.source = source;
  sources.read(source, into.text);
  if (read_yaml(into.text, source, into.document, findings) == YamlOutcome::wrong) return false;
  const Document& doc = into.document;
  if (doc.roots.size() != 1 || !doc.node(doc.roots[0]).is(NodeKind::mapping)) {
    const Span at = doc.roots.empty() ? Span{0, 0} : doc.node(doc.roots.back()).span;
    findings.add("field-type", Severity::error, {source, at},
                 {"这个文件应当是一组字段", "this file should be one group of fields"});
    return false;
  }
  std::vector<Problem> problems;
  std::string path;
  read_record(doc, doc.roots[0], table, record, into.arena, problems, path);
  say_problems(problems, findings);
  return problems.empty();
}

}  // namespace matter
