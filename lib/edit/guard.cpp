#include "edit/guard.h"

#include <algorithm>

#include "diag/words.h"
#include "doc/yaml.h"
#include "text/lines.h"
#include "text/unicode.h"

namespace matter {

namespace {

std::ptrdiff_t errors_in(const Collector& findings) {
  return std::count_if(findings.found().begin(), findings.found().end(),
                       [](const Diagnostic& d) { return d.severity == Severity::error; });
}

std::ptrdiff_t errors_of(std::string_view text) {
  Document doc;
  Collector findings(Lang::en);
  read_yaml(text, 0, doc, findings);
  return errors_in(findings);
}

/// The comments of a document that lie outside some spans, sorted.
std::vector<std::string_view> comments_of(const Document& doc, const std::vector<Span>& without) {
  std::vector<std::string_view> all;
  for (const Comment& comment : doc.comments) {
    const bool left_out = std::any_of(without.begin(), without.end(),
                                      [&](const Span& span) { return span.contains(comment.span.begin); });
    if (!left_out) all.push_back(trimmed(slice(doc.text, comment.span)));
  }
  std::sort(all.begin(), all.end());
  return all;
}

/// The first thing that one sorted list has and the other has not.
std::string_view first_difference(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b) {
  for (std::size_t i = 0; i < a.size() || i < b.size(); ++i) {
    if (i >= a.size()) return b[i];
    if (i >= b.size() || a[i] != b[i]) return a[i];
  }
  return {};
}

/// The way to the first difference of two trees: keys and numbers.
std::string different_at(const Draft& a, const Draft& b) {
  if (a.kind != b.kind || a.text != b.text || !a.collection()) return {};
  for (std::size_t i = 0; i < a.parts.size() || i < b.parts.size(); ++i) {
    std::string here =
        a.kind == NodeKind::mapping && i < a.parts.size() ? a.parts[i].key : "[" + std::to_string(i + 1) + "]";
    if (i >= a.parts.size() || i >= b.parts.size() || a.parts[i].key != b.parts[i].key) return here;
    if (same_tree(a.parts[i], b.parts[i])) continue;
    const std::string below = different_at(a.parts[i], b.parts[i]);
    if (!below.empty()) here.append(".").append(below);
    return here;
  }
  return {};
}

}  // namespace

std::string guard(const Document& before, const EditResult& result, Lang lang) {
  Document after;
  return guard(before, result, after, lang);
}

std::string guard(const Document& before, const EditResult& result, Document& after, Lang lang) {
  if (edited_text(before.text, result.edits) != result.text)
    return say(lang, {"各处修改合起来不是改后的全文", "the edits do not lead to the new text"});
  Collector findings(lang);
  read_yaml(result.text, before.source, after, findings);
  after.vocabulary = before.vocabulary;
  // What was not right before and did not hide anything may stay: it is not what was asked for.
  const std::ptrdiff_t errors = errors_in(findings);
  if (after.damaged || after.reader != Reader::dialect || (errors > 0 && errors > errors_of(before.text))) {
    const auto& found = findings.found();
    const auto first =
        std::find_if(found.begin(), found.end(), [](const Diagnostic& d) { return d.severity == Severity::error; });
    if (first == found.end()) return say(lang, {"改后的文件读不懂", "the edited file would not be understood"});
    return say(lang, {"改后的文件读不懂：第 {0} 行：{1}", "the edited file would not be understood: line {0}: {1}"},
               Lines(result.text).position(first->at.span.begin).line, first->message);
  }
  if (result.intended.size() != after.roots.size()) {
    return say(lang, {"改后文件中的文档数变了", "the edited file would have another number of documents"});
  }
  for (std::size_t n = 0; n < after.roots.size(); ++n) {
    if (same_tree(after, after.roots[n], result.intended[n])) continue;
    return say(lang, {"改后的内容与要改成的不一致：{}", "the edited file would say something else than intended: {}"},
               different_at(result.intended[n], draft_of(after, after.roots[n])));
  }
  const auto had = comments_of(before, result.released);
  const auto has = comments_of(after, {});
  if (had != has)
    return say(lang, {"有注释会丢失或改变：{}", "a comment would be lost or changed: {}"}, first_difference(had, has));
  return {};
}

}  // namespace matter
