#include "edit/render.h"

#include <algorithm>

#include "doc/yaml_writer.h"
#include "text/unicode.h"

namespace matter {

namespace {

constexpr std::size_t most_in_flow = 4;  ///< entries of a new mapping that nobody asked to be in flow style

bool number_like(std::string_view text) {
  return !text.empty() && text.size() < 10 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }) &&
         (text == "0" || text.front() != '0');
}

bool printable(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFEFF || c == 0x2028 || c == 0x2029 || c >= 0xFFFD) return false;
  }
  return true;
}

void scalar(const Draft& draft, bool in_flow, std::string& to) {
  if (draft.kind == NodeKind::null) {
    to += "null";
  } else if (draft.number && number_like(draft.text)) {
    to += draft.text;
  } else if (draft.style == NodeStyle::single_quoted && printable(draft.text)) {
    to += '\'';
    for (const char c : draft.text) to.append(c == '\'' ? 2 : 1, c);
    to += '\'';
  } else if (draft.style == NodeStyle::single_quoted || draft.style == NodeStyle::double_quoted) {
    write_double_quoted(draft.text, to);
  } else {
    write_yaml_text(draft.text, in_flow, to);
  }
}

void flow(const Draft& draft, const FileStyle& style, std::string& to) {
  if (!draft.collection()) return scalar(draft, true, to);
  const bool mapping = draft.kind == NodeKind::mapping;
  to += mapping ? '{' : '[';
  const bool padded = mapping && style.padded && !draft.parts.empty();
  if (padded) to += ' ';
  for (const Draft& part : draft.parts) {
    if (&part != draft.parts.data()) to += ", ";
    if (mapping) {
      write_yaml_text(part.key, true, to);
      to += ": ";
    }
    flow(part, style, to);
  }
  if (padded) to += ' ';
  to += mapping ? '}' : ']';
}

/// Whether a text is to be a block scalar, and may.
bool block_scalar(const Draft& draft) {
  if (draft.kind != NodeKind::scalar || draft.text.empty()) return false;
  if (draft.text.ends_with("\n\n")) return false;  // would take the blank lines behind it for its own
  if (draft.style == NodeStyle::single_quoted || draft.style == NodeStyle::double_quoted) return false;
  const bool several = draft.text.find('\n') != std::string::npos;
  const bool asked = draft.style == NodeStyle::literal || draft.style == NodeStyle::folded;
  return (several || asked) && fits_literal(several ? draft.text : draft.text + '\n');
}

bool any_of_several_lines(const Draft& draft) {
  if (draft.text.find('\n') != std::string::npos) return true;
  return std::any_of(draft.parts.begin(), draft.parts.end(), any_of_several_lines);
}

bool only_scalars(const Draft& draft) {
  return std::none_of(draft.parts.begin(), draft.parts.end(), [](const Draft& part) { return part.collection(); });
}

/// Whether a collection that nobody asked anything of reads well on one line.
bool short_enough(const Draft& draft) {
  if (draft.kind == NodeKind::sequence) return only_scalars(draft);
  return draft.parts.size() <= most_in_flow &&
         std::all_of(draft.parts.begin(), draft.parts.end(), [](const Draft& part) {
           return !part.collection() || (part.kind == NodeKind::sequence && only_scalars(part));
         });
}

bool goes_in_flow(const Draft& draft, std::size_t used, const FileStyle& style) {
  if (draft.parts.empty()) return true;
  if (draft.style == NodeStyle::block || any_of_several_lines(draft)) return false;
  if (draft.style != NodeStyle::flow && !short_enough(draft)) return false;
  std::string text;
  flow(draft, style, text);
  return used + 1 + display_width(text) <= style.width;
}

class Writer {
 public:
  explicit Writer(const FileStyle& style) : style_(style) {}

  Rendered value(const Draft& draft, const Place& place) {
    Rendered to;
    if (draft.collection() && !goes_in_flow(draft, place.used, style_)) {
      std::string lines;
      block(draft, place.inside, lines, to.open);
      if (!place.behind_dash) {
        to.rest = std::move(lines);
        return to;
      }
      const std::size_t end = lines.find(style_.line_break) + style_.line_break.size();
      to.first = lines.substr(place.inside, end - place.inside - style_.line_break.size());
      to.rest = lines.substr(end);
    } else if (block_scalar(draft)) {
      literal(draft, place.inside, to);
    } else if (draft.collection()) {
      flow(draft, style_, to.first);
    } else if (draft.kind != NodeKind::null) {
      scalar(draft, false, to.first);
    }
    return to;
  }

  Rendered entry(const Draft& draft, std::uint32_t column) {
    std::string line(column, ' ');
    write_yaml_text(draft.key, false, line);
    line += ':';
    const bool list = draft.kind == NodeKind::sequence;
    const Place place{column, column + (list ? style_.dash : style_.step), display_width(line), false};
    return joined(std::move(line), value(draft, place), " ");
  }

  Rendered item(const Draft& draft, std::uint32_t column, std::uint32_t dash) {
    const Place place{column, column + dash, column + dash - 1, true};
    return joined(std::string(column, ' ') + '-', value(draft, place), std::string(dash - 1, ' '));
  }

 private:
  Rendered joined(std::string line, const Rendered& value, const std::string& gap) const {
    Rendered to;
    to.open = value.open;
    to.rest = std::move(line);
    if (!value.first.empty()) to.rest.append(gap).append(value.first);
    to.rest.append(style_.line_break).append(value.rest);
    return to;
  }

  void block(const Draft& draft, std::uint32_t column, std::string& to, bool& open) {
    const bool mapping = draft.kind == NodeKind::mapping;
    // Items of one list look alike.
    const bool all_short = std::all_of(draft.parts.begin(), draft.parts.end(), [&](const Draft& part) {
      return !part.collection() || goes_in_flow(part, column + 2, style_);
    });
    for (const Draft& part : draft.parts) {
      const bool apart = !mapping && !all_short && part.collection() && part.style == NodeStyle::plain;
      Draft as_block;
      if (apart) {
        as_block = part;
        as_block.style = NodeStyle::block;
      }
      const Rendered written = mapping ? entry(part, column) : item(apart ? as_block : part, column, 2);
      to += written.rest;
      open = written.open;
    }
  }

  void literal(const Draft& draft, std::uint32_t indent, Rendered& to) const {
    std::string_view body = draft.text;
    while (body.ends_with('\n')) body.remove_suffix(1);
    const std::size_t breaks = draft.text.size() - body.size();
    const bool folded = draft.style == NodeStyle::folded && body.find('\n') == std::string_view::npos;
    to.first.append(1, folded ? '>' : '|').append(breaks == 0 ? "-" : "");
    to.open = breaks > 0;
    while (true) {
      const std::size_t end = body.find('\n');
      const std::string_view line = body.substr(0, end);
      if (!line.empty()) to.rest.append(indent, ' ').append(line);
      to.rest.append(style_.line_break);
      if (end == std::string_view::npos) break;
      body.remove_prefix(end + 1);
    }
  }

  const FileStyle& style_;
};

}  // namespace

std::string render_inline(const Draft& draft, bool in_flow, const FileStyle& style) {
  std::string text;
  if (draft.collection()) {
    flow(draft, style, text);
  } else {
    scalar(draft, in_flow, text);
  }
  return text;
}

Rendered render_value(const Draft& draft, const Place& place, const FileStyle& style) {
  return Writer(style).value(draft, place);
}

Rendered render_entry(const Draft& draft, std::uint32_t column, const FileStyle& style) {
  return Writer(style).entry(draft, column);
}

Rendered render_item(const Draft& draft, std::uint32_t column, std::uint32_t dash, const FileStyle& style) {
  return Writer(style).item(draft, column, dash);
}

}  // namespace matter
