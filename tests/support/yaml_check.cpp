#include "support/yaml_check.h"

#include <fmt/format.h>

#include "doc/yaml.h"
#include "doc/yaml/dialect.h"
#include "doc/yaml/general.h"
#include "support/trees.h"
#include "support/yaml_cpp_tree.h"

namespace matter::test {

namespace {

std::string findings_fault(const Collector& findings, std::size_t size, const YamlLimits& limits) {
  if (findings.found().size() > limits.findings + 2) return "more findings than the limit";
  const auto outside = [size](const Location& at) { return at.span.begin > at.span.end || at.span.end > size; };
  for (const Diagnostic& finding : findings.found()) {
    if (finding.message.empty()) return "a finding without a message";
    if (outside(finding.at)) return fmt::format("a finding outside the text: {}", finding.message);
    for (const Note& note : finding.notes) {
      if (note.at.known() && outside(note.at)) return "a note outside the text";
    }
    if (!finding.fix) continue;
    for (const TextEdit& edit : finding.fix->edits) {
      if (outside(edit.at)) return "a fix outside the text";
    }
  }
  return {};
}

}  // namespace

std::string reading_fault(std::string_view text) {
  const YamlLimits limits;
  Document document;
  Collector findings(Lang::zh);
  const YamlOutcome outcome = read_yaml(text, 0, document, findings, limits);
  if (auto fault = findings_fault(findings, text.size(), limits); !fault.empty()) return fault;
  if (auto fault = broken_invariant(document); !fault.empty()) return fault;
  if (outcome == YamlOutcome::wrong) {
    return findings.any(Severity::error) ? std::string() : "refused without a finding";
  }
  if (document.damaged) return "read, and yet damaged";
  Document again;
  Collector ignored(Lang::en);
  if (!read_general(text, 0, again, ignored, limits, {})) return {};
  if (auto fault = broken_invariant(again); !fault.empty()) return "general reader: " + fault;
  return tree_text(document) == tree_text(again) ? std::string() : "the general reader gives another tree";
}

bool known_yaml_cpp_fault(std::string_view text) {
  // A byte order mark is text.
  if (text.find("\xEF\xBB\xBF") != std::string_view::npos) return true;
  // The escapes \_ and \N become single bytes that are no UTF-8.
  if (text.find("\\_") != std::string_view::npos || text.find("\\N") != std::string_view::npos) return true;
  // A lone CR ends a line only where the first line of the text ends so.
  for (std::size_t at = text.find('\r'); at != std::string_view::npos; at = text.find('\r', at + 1)) {
    if (!text.substr(at + 1).starts_with('\n')) return true;
  }
  // An entry with an empty key becomes the value of an entry without one before it.
  for (std::size_t at = text.find(':'); at != std::string_view::npos; at = text.find(':', at + 1)) {
    const std::size_t before = text.substr(0, at).find_last_not_of(" \t");
    if (before == std::string_view::npos || text[before] == '\n' || text[before] == '\r') return true;
  }
  // A quoted scalar of nothing but line breaks loses one (NAT4).
  for (std::size_t at = text.find_first_of("\"'"); at != std::string_view::npos;
       at = text.find_first_of("\"'", at + 1)) {
    const std::size_t next = text.find_first_not_of(" \t\r\n", at + 1);
    if (next != std::string_view::npos && next > at + 1 && text[next] == text[at]) return true;
  }
  const bool ends_with_break = text.ends_with('\n') || text.ends_with('\r');
  for (std::size_t at = text.find_first_of("|>"); at != std::string_view::npos; at = text.find_first_of("|>", at + 1)) {
    // A block scalar loses its last line's break where the text ends without one (JEF9-02, L24T-01).
    if (!ends_with_break) return true;
    // A folded scalar loses the line breaks at its end that are to be kept.
    if (text[at] == '>' && text.substr(at + 1, 2).find('+') != std::string_view::npos) return true;
    // A block scalar that is the whole document may stand without indentation (DK3J, FP8R).
    const std::size_t before = text.find_last_of("\r\n", at);
    std::string_view line = text.substr(before == std::string_view::npos ? 0 : before + 1, at);
    line = line.substr(0, line.find_first_of("|>"));
    if (line.starts_with("---")) line.remove_prefix(3);
    if (line.find_first_not_of(" \t") == std::string_view::npos) return true;
  }
  // `...` with nothing before it becomes an empty document (HWV9, QT73, M7A3).
  return text.starts_with("...") || text.find("\n...") != std::string_view::npos ||
         text.find("\r...") != std::string_view::npos;
}

std::string disagreement(std::string_view text) {
  Document document;
  Collector findings(Lang::en);
  Outside outside;
  if (read_dialect(text, 0, document, findings, {}, outside) != DialectOutcome::read) return {};
  const std::string ours = bare_tree(tree_text(document));
  const auto theirs = yaml_cpp_tree(text);
  if (!theirs || *theirs == ours || known_yaml_cpp_fault(text)) return {};
  return fmt::format("dialect reader:\n{}yaml-cpp:\n{}", ours, *theirs);
}

}  // namespace matter::test
