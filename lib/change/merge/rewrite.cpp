#include "change/merge/rewrite.h"

#include <algorithm>

#include "change/merge/lines.h"
#include "edit/render.h"

namespace matter::merge {

namespace {

bool one_line(std::string_view text) { return text.find('\n') == std::string_view::npos; }
bool quoted(std::string_view text) { return text.starts_with('"') || text.starts_with('\''); }

/// A scalar's text that means the same in brackets.
bool fits_flow(const Node& node, std::string_view text) {
  if (!one_line(text) || text.empty() || node.style == NodeStyle::literal || node.style == NodeStyle::folded)
    return false;
  return quoted(text) || text.find_first_of(",[]{}") == std::string_view::npos;
}

class Rewriter {
 public:
  Rewriter(const Version& in, const Wants& wants, bool padded) : in_(in), wants_(wants) { style_.padded = padded; }

  std::string part(const Part& part, std::uint32_t column) const {
    const Want want = wants_.at(part.node);
    const std::string_view head = in_.at(part.head);
    const std::string_view tail = in_.at(part.tail);
    std::string out;
    if (want.flow) {
      const bool block = is_block_collection(in_.doc, part.node);
      const std::size_t value =
          block && part.key != no_node ? head.find_last_of(':', behind_key(part)) + 1 : head.size();
      out.append(head.substr(0, value));
      if (!out.ends_with(' ')) out.push_back(' ');
      out.append(flow(part.node));
      // The rest of the key's line, with its comment.
      out.append(part.key != no_node && block ? head.substr(value) : std::string_view("\n"));
      out.append(tail);
      return out;
    }
    const std::size_t line = std::min(tail.find('\n'), tail.size() - 1) + 1;
    std::string_view comment = tail.substr(0, line);
    if (part.key != no_node) {
      out.append(head.substr(0, head.find_last_not_of(' ') + 1)).append(comment);
      block(part.node, column + want.step, out);
    } else {
      if (comment.find('#') != std::string_view::npos)
        out.append(column, ' ').append(comment.substr(comment.find('#')));
      out.append(item(part.node, column, head, want));
    }
    return out.append(tail.substr(line));
  }

  std::string flow(NodeId id) const {
    const Node& node = in_.doc.node(id);
    const std::string_view text = in_.at(node.span);
    if (node.is(NodeKind::scalar) && fits_flow(node, text)) return std::string(text);
    const bool collection = node.is(NodeKind::mapping) || node.is(NodeKind::sequence);
    if (!collection) return render_inline(draft_of(in_.doc, id), true, style_);
    if (node.style == NodeStyle::flow && one_line(text)) return std::string(text);
    std::string out;
    const bool mapping = node.is(NodeKind::mapping);
    const auto separate = [&] { out.append(out.empty() ? "" : ", "); };
    if (mapping) {
      for (const Entry entry : entries(in_.doc, id)) {
        separate();
        out.append(flow(entry.key)).append(": ").append(flow(entry.value));
      }
    } else {
      for (const NodeId one : children(in_.doc, id)) {
        separate();
        out.append(flow(one));
      }
    }
    const std::string_view gap = mapping && style_.padded && !out.empty() ? " " : "";
    return std::string(mapping ? "{" : "[").append(gap).append(out).append(gap).append(mapping ? "}" : "]");
  }

 private:
  /// Where in the head of an entry its key has ended.
  [[nodiscard]] std::size_t behind_key(const Part& part) const {
    const std::size_t end = in_.doc.node(part.key).span.end - part.head.begin;
    return in_.at(part.head).find(':', end);
  }

  /// A collection written in brackets, as lines.
  void block(NodeId id, std::uint32_t column, std::string& out) const {
    Layout layout;
    lay_out(in_.doc, id, in_.doc.node(id).span, layout);
    std::uint32_t from = layout.region.begin;
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
      const Part& part = layout.parts[i];
      const std::uint32_t next = i + 1 < layout.parts.size() ? layout.parts[i + 1].head.begin : layout.region.end;
      for (const Comment& comment : in_.doc.comments) {
        if (comment.span.begin < from || comment.span.begin >= part.head.begin) continue;
        if (comment.own_line || i == 0) out.append(column, ' ').append(in_.at(comment.span)).push_back('\n');
      }
      std::string behind;
      for (const Comment& comment : in_.doc.comments) {
        const bool between = comment.span.begin >= part.value.end && comment.span.begin < next;
        if (between && !comment.own_line) behind.append("  ").append(in_.at(comment.span));
      }
      lines(part, column, behind, out);
      from = part.value.end;
    }
    for (const Comment& comment : in_.doc.comments) {
      if (comment.span.begin >= from && comment.span.end <= layout.region.end && comment.own_line)
        out.append(column, ' ').append(in_.at(comment.span)).push_back('\n');
    }
  }

  void lines(const Part& part, std::uint32_t column, const std::string& behind, std::string& out) const {
    const auto want = wants_.find(part.node);
    const bool nested = want != wants_.end() && !want->second.flow && in_.doc.node(part.node).count > 0;
    if (part.key == no_node) {
      if (nested) {
        if (!behind.empty()) out.append(column, ' ').append(behind, 2, std::string::npos).push_back('\n');
        out.append(item(part.node, column, {}, want->second));
        return;
      }
      out.append(column, ' ').append("- ");
    } else {
      out.append(column, ' ').append(in_.at(in_.doc.node(part.key).span)).push_back(':');
      if (nested) {
        out.append(behind).push_back('\n');
        block(part.node, column + want->second.step, out);
        return;
      }
      out.push_back(' ');
    }
    append_shifted(in_.at(part.value), static_cast<std::int32_t>(column) + 2, false, out);
    while (out.back() == ' ') out.pop_back();
    out.append(behind).push_back('\n');
  }

  /// A collection behind a dash; what is said above its first entry stands above the dash.
  [[nodiscard]] std::string item(NodeId id, std::uint32_t column, std::string_view head, const Want& want) const {
    std::string inner;
    const std::uint32_t inside = column + want.step;
    block(id, inside, inner);
    std::string out;
    while (inner.find_first_not_of(' ') != std::string::npos && inner[inner.find_first_not_of(' ')] == '#') {
      const std::size_t end = inner.find('\n') + 1;
      out.append(column, ' ').append(inner, inside, end - inside);
      inner.erase(0, end);
    }
    const std::string dash =
        head.empty() ? std::string(column, ' ') + "-" : std::string(head.substr(0, head.find('-') + 1));
    out.append(dash).append(want.step > 1 ? want.step - 1 : 1, ' ');
    return out.append(inner, std::min<std::size_t>(inside, inner.size()), std::string::npos);
  }

  const Version& in_;
  const Wants& wants_;
  FileStyle style_;
};

}  // namespace

std::string rewritten_part(const Version& in, const Part& part, std::uint32_t column, const Wants& wants, bool padded) {
  return Rewriter(in, wants, padded).part(part, column);
}

}  // namespace matter::merge
