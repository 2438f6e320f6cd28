#include "style/format.h"

#include <algorithm>

#include "catalog/config.h"
#include "edit/field_edit.h"
#include "edit/guard.h"
#include "edit/style.h"
#include "model/read.h"
#include "style/intended.h"
#include "style/survey.h"
#include "text/line_diff.h"

namespace matter {

namespace {

/// Lines of the file's own kind.
void with_line_breaks(std::string_view line_break, std::string& text) {
  if (line_break == "\n") return;
  std::string broken;
  broken.reserve(text.size() + text.size() / 16);
  for (const char c : text) {
    if (c == '\n') {
      broken += line_break;
    } else {
      broken += c;
    }
  }
  text = std::move(broken);
}

std::vector<TextEdit> edits_between(std::string_view before, std::string_view after, SourceId source) {
  const auto old_lines = lines_of(before);
  const auto new_lines = lines_of(after);
  std::vector<TextEdit> edits;
  std::uint32_t line = 0;
  std::uint32_t at = 0;
  const auto to_line = [&](std::uint32_t n) {
    for (; line < n; ++line) at += static_cast<std::uint32_t>(old_lines[line].size());
    return at;
  };
  for (const LineChange& change : line_changes(old_lines, new_lines)) {
    TextEdit& edit = edits.emplace_back();
    edit.at.source = source;
    edit.at.span.begin = to_line(change.before);
    edit.at.span.end = to_line(change.before + change.removed);
    for (std::uint32_t i = 0; i < change.added; ++i) edit.text += new_lines[change.after + i];
  }
  return edits;
}

/// What the model says of a record, or of every record of a list.
std::vector<Content> model_of(const Document& doc, NodeId root, const Table& table, bool& comparable) {
  std::vector<Content> all;
  Arena arena;
  std::vector<NodeId> nodes;
  if (doc.node(root).is(NodeKind::sequence)) {
    for (const NodeId item : children(doc, root)) nodes.push_back(item);
  } else {
    nodes.push_back(root);
  }
  for (const NodeId node : nodes) {
    if (!doc.node(node).is(NodeKind::mapping)) continue;
    std::vector<Problem> problems;
    std::string path;
    if (&table == table_of<Matter>()) {
      Matter m;
      read_matter(doc, node, arena, m);
      all.push_back(content_of_record(table, &m, {m.problems, &doc}));
      problems.assign(m.problems.begin(), m.problems.end());
    } else {
      CatalogConfig config;
      read_record(doc, node, table, &config, arena, problems, path);
      all.push_back(content_of_record(table, &config, {problems, &doc}));
    }
    // A collection where a text belongs is told by how it was written.
    for (const Problem& p : problems) {
      const bool collection = p.node != no_node && !doc.node(p.node).is(NodeKind::scalar);
      comparable = comparable && !(p.kind == ProblemKind::wrong_type && collection);
    }
  }
  return all;
}

/// Both have as many documents. Only those whose text is another one now are read as matters.
bool same_model(const Document& before, const Document& after, const Table& table) {
  for (std::size_t n = 0; n < before.roots.size(); ++n) {
    if (slice(before.text, before.root_spans[n]) == slice(after.text, after.root_spans[n])) continue;
    bool comparable = true;
    const auto was = model_of(before, before.roots[n], table, comparable);
    const auto is = model_of(after, after.roots[n], table, comparable);
    if (!comparable) continue;  // the trees are the same
    if (!std::equal(was.begin(), was.end(), is.begin(), is.end(), says_the_same)) return false;
  }
  return true;
}

}  // namespace

const Table& table_for(const Document& doc) {
  for (const NodeId root : doc.roots) {
    if (!doc.node(root).is(NodeKind::mapping)) continue;
    const Table& config = *table_of<CatalogConfig>();
    for (const Entry entry : entries(doc, root)) {
      const Field* const field =
          doc.node(entry.key).is(NodeKind::scalar) ? find_field(config, doc.node(entry.key).text()) : nullptr;
      if (field != nullptr && field->key == "format") return config;
    }
  }
  return *table_of<Matter>();
}

Formatted Formatter::format(const Document& doc, const Table& table, const FormatOptions& options, Lang lang) {
  Formatted result;
  const auto refuse = [&](Formatted::State state, std::string why, Span at) -> Formatted {
    result.state = state;
    result.why = std::move(why);
    result.at = at;
    return std::move(result);
  };
  const Bilingual no = refusal(doc);
  if (!no.en.empty()) return refuse(Formatted::State::refused, std::string(no.in(lang)), {});
  const bool nothing =
      std::all_of(doc.roots.begin(), doc.roots.end(), [&](NodeId root) { return doc.node(root).is(NodeKind::null); });
  if (nothing) return result;
  const InTheWay way = survey(doc, table, options.keys);
  if (!way.why.en.empty()) return refuse(Formatted::State::refused, std::string(way.why.in(lang)), way.at);
  const std::string_view line_break = first_break(doc.text);
  writer_.write(doc, table, options.keys, text_);
  with_line_breaks(line_break, text_);
  if (text_ == doc.text) return result;
  result.state = Formatted::State::changed;
  if (options.only_whether) return result;

  EditResult& edited = result.edited;
  edited.text = text_;
  edited.edits = edits_between(doc.text, text_, doc.source);
  for (const NodeId root : doc.roots)
    edited.intended.push_back(intended_form(doc, root, sense_of_root(table, doc.node(root)), options.keys));
  Document after;
  std::string wrong = guard(doc, edited, after, lang);
  if (!wrong.empty()) return refuse(Formatted::State::failed, std::move(wrong), {});
  if (!same_model(doc, after, table)) {
    return refuse(Formatted::State::failed,
                  say(lang, {"改后的文件读作另一个事项", "the formatted file would be read as another matter"}), {});
  }
  writer_.write(after, table, options.keys, again_);
  with_line_breaks(line_break, again_);
  if (again_ != edited.text) {
    return refuse(Formatted::State::failed,
                  say(lang, {"改后的文件再整理一遍还会变", "the formatted file would be formatted again"}), {});
  }
  return result;
}

}  // namespace matter
