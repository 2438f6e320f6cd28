#include "catalog/config_read.h"

#include "catalog/merge_settings.h"
#include "model/field.h"
#include "model/named.h"
#include "model/path.h"
#include "model/read.h"

namespace matter {

namespace {

/// What a field of this kind wants, for messages.
Bilingual wanted(Kind kind) {
  switch (kind) {
    case Kind::text:
    case Kind::named: return {"一个文本", "a text"};
    case Kind::flag: return {"是 或 否", "是 or 否"};
    case Kind::count: return {"一个整数", "a whole number"};
    case Kind::limit: return {"一个时限，如 20 工作日", "a time limit such as 20 工作日"};
    case Kind::date: return {"一个日期，如 2026-01-31", "a date such as 2026-01-31"};
    case Kind::list: return {"一个列表", "a list"};
    case Kind::record:
    case Kind::extra: return {"一组字段", "a group of fields"};
  }
  return {"另一种值", "something else"};
}

std::string did_you_mean(Lang lang, std::string_view name) {
  if (name.empty()) return {};
  return say(lang, {"是不是“{}”？", "did you mean '{}'?"}, name);
}

class ProblemWords {
 public:
  explicit ProblemWords(Collector& findings) : to_(findings) {}

  void add(const Problem& p) {
    Diagnostic& d = make(p);
    d.field = p.path;
    d.subject = p.written;
  }

 private:
  Diagnostic& make(const Problem& p) {
    switch (p.kind) {
      case ProblemKind::unknown_field: return unknown(p);
      case ProblemKind::wrong_value: return value(p);
      case ProblemKind::twice: return twice(p);
      case ProblemKind::wrong_type:
      case ProblemKind::not_a_matter: break;
    }
    const Bilingual want = wanted(p.field != nullptr ? p.field->kind : Kind::record);
    return to_.add("field-type", Severity::error, p.at, {"“{}”这里应当是{}", "'{}' should be {} here"},
                   p.field != nullptr ? p.field->key : "catalog.yaml", want.in(to_.lang()));
  }

  Diagnostic& unknown(const Problem& p) {
    Diagnostic& d = to_.add("field-unknown", Severity::error, p.at,
                            {"catalog.yaml 没有“{}”这个字段", "catalog.yaml has no field '{}'"}, p.written);
    if (p.table != nullptr) d.hint = did_you_mean(to_.lang(), nearest_field(*p.table, p.written));
    return d;
  }

  Diagnostic& value(const Problem& p) {
    Diagnostic& d = to_.add("field-value", Severity::error, p.at, {"“{}”不能是“{}”", "'{}' cannot be '{}'"},
                            p.field != nullptr ? p.field->key : p.path, p.written);
    const NamedList* list = p.field != nullptr ? named_list(p.field->values) : nullptr;
    if (list == nullptr) return d;
    d.hint = did_you_mean(to_.lang(), nearest_name(*list, p.written));
    if (!d.hint.empty()) return d;
    for (const NamedValue& v : list->values) {
      if (!d.hint.empty()) d.hint += to_.lang() == Lang::zh ? "、" : ", ";
      d.hint += v.name;
    }
    d.hint = say(to_.lang(), {"可以写：{}", "one of: {}"}, d.hint);
    return d;
  }

  Diagnostic& twice(const Problem& p) {
    Diagnostic& d =
        to_.add("yaml-duplicate-key", Severity::error, p.at, {"“{}”写了两次", "'{}' stands here twice"}, p.written);
    d.notes.push_back({say(to_.lang(), {"第一次在这里", "first here"}), p.first});
    return d;
  }

  Collector& to_;
};

void check_format(Catalog& catalog, SourceId source, Collector& findings) {
  const Count& format = catalog.config.format;
  if (format.absent()) {
    if (catalog.config_file->document.damaged) return;
    Diagnostic& d = findings.add("field-missing", Severity::error, {source, {0, 0}},
                                 {"catalog.yaml 没有写格式版本 format", "catalog.yaml does not say its format"});
    d.field = "format";
    d.hint = say(findings.lang(), {"在第一行写 format: {}", "write format: {} on the first line"}, current_format);
    return;
  }
  if (!format.given() || format.value == current_format) return;
  catalog.refused = format.value > current_format;
  Diagnostic& d = findings.add("field-value", Severity::error, format.at(),
                               {"没有格式版本 {}；本程序认得的是 {}", "there is no format {}; this program knows {}"},
                               format.value, current_format);
  d.field = "format";
  d.subject = format.text;
  if (!catalog.refused) return;
  d.message = say(findings.lang(),
                  {"目录用的是更新的格式 {}，本程序只认得到 {}，其中的文件没有读",
                   "the catalog is written in the newer format {}; this program knows up to {} and "
                   "did not read its files"},
                  format.value, current_format);
  d.hint = say(findings.lang(), {"请换用较新的 matter；`matter upgrade` 只能把旧格式升到新格式",
                                 "use a newer matter; `matter upgrade` turns older formats into newer ones only"});
}

/// A path that is none would make rules silent, or not, without anybody noticing.
void check_paths(const CatalogConfig& config, Collector& findings) {
  for (const Text& path : config.not_carried) {
    if (!path.given() || resolve_path(path.text)) continue;
    Diagnostic& d = findings.add("field-value", Severity::error, path.at(),
                                 {"“{}”不是字段的路径", "'{}' is no path of a field"}, path.text);
    d.field = "not_carried";
    d.subject = path.text;
    d.hint = say(findings.lang(),
                 {"路径用英文键，如 fees、materials.kind", "paths are made of English keys: fees, materials.kind"});
  }
}

}  // namespace

void read_config(const Sources& sources, SourceId source, Catalog& catalog, Collector& findings) {
  catalog.config_file = std::make_shared<LoadedFile>();
  LoadedFile& file = *catalog.config_file;
  file.source = source;
  sources.read(source, file.text);
  file.outcome = read_yaml(file.text, source, file.document, findings);
  std::vector<NodeId> roots;
  for (const NodeId root : file.document.roots) {
    if (!file.document.node(root).is(NodeKind::null)) roots.push_back(root);
  }
  ProblemWords words(findings);
  if (!roots.empty() && file.document.node(roots[0]).is(NodeKind::mapping)) {
    std::vector<Problem> problems;
    std::string path;
    read_record(file.document, roots[0], *table_of<CatalogConfig>(), &catalog.config, file.arena, problems, path);
    for (const Problem& p : problems) words.add(p);
    check_format(catalog, source, findings);
    check_paths(catalog.config, findings);
    (void)read_merge_settings(catalog.config, findings);
  } else if (!roots.empty() && !file.document.damaged) {
    Problem p;
    p.kind = ProblemKind::wrong_type;
    p.at = {source, file.document.node(roots[0]).span};
    words.add(p);
  } else {
    check_format(catalog, source, findings);
  }
  if (roots.size() > 1) {
    findings.add("field-type", Severity::error, {source, file.document.node(roots[1]).span},
                 {"catalog.yaml 只能有一个文档", "catalog.yaml holds one document only"});
  }
  catalog.standard = catalog.config.role.is("标准化目录");
}

}  // namespace matter
