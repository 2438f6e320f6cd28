#include "report/content_lines.h"

#include <algorithm>
#include <string_view>

#include "report/shown.h"
#include "text/unicode.h"

namespace matter {

namespace {

constexpr std::size_t short_list = 60;

const Table* table_of_items(const Field* field) {
  return field == nullptr || field->table == nullptr ? nullptr : field->table();
}

/// One line, whatever it is.
class OneLine {
 public:
  explicit OneLine(Lang lang) : lang_(lang) {}

  std::string text(const Content& content, const Field* field) const {
    switch (content.kind) {
      case Content::Kind::absent: return lang_ == Lang::zh ? "（空）" : "(nothing)";
      case Content::Kind::none:
      case Content::Kind::text: return flat(content.text);
      case Content::Kind::record: return record(content, table_of_items(field));
      case Content::Kind::list: break;
    }
    std::string all;
    for (const Content& item : content.parts) all.append(all.empty() ? "" : "、").append(text(item, field));
    return all.empty() ? "[]" : all;
  }

 private:
  /// The main text, then the other fields with their labels in brackets.
  std::string record(const Content& content, const Table* table) const {
    const Field* main = table == nullptr ? nullptr : main_field(*table);
    const Content* head = main == nullptr ? nullptr : content.part(main->key);
    std::string rest;
    for (const Content& part : content.parts) {
      if (&part == head) continue;
      const Field* field = table == nullptr ? nullptr : find_field(*table, part.key);
      const std::string_view label = field == nullptr || lang_ == Lang::en ? std::string_view(part.key) : field->label;
      rest.append(rest.empty() ? "" : pick("；", "; ")).append(shown_text(label)).append(pick("：", ": "));
      rest.append(text(part, field));
    }
    if (head == nullptr) return "{" + rest + "}";
    std::string all = text(*head, main);
    if (!rest.empty()) all.append(pick("（", " (")).append(rest).append(pick("）", ")"));
    return all;
  }

  static std::string flat(std::string_view text) {
    std::string out = shown_text(text);
    std::replace(out.begin(), out.end(), '\n', ' ');
    return out;
  }

  [[nodiscard]] const char* pick(const char* zh, const char* en) const { return lang_ == Lang::zh ? zh : en; }

  Lang lang_;
};

bool closes(char32_t c) { return std::u32string_view(U"，。；：、）》”’！？…]").find(c) != std::u32string_view::npos; }

std::vector<std::string> text_lines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(shown_text(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  if (lines.empty()) lines.emplace_back("\"\"");
  return lines;
}

}  // namespace

std::vector<std::string> content_lines(const Content& content, const Field* field, Lang lang) {
  if (content.kind == Content::Kind::text) return text_lines(content.text);
  const OneLine one_line(lang);
  std::string all = one_line.text(content, field);
  if (content.kind != Content::Kind::list || display_width(all) <= short_list) return {std::move(all)};
  std::vector<std::string> lines;
  for (const Content& item : content.parts) lines.push_back("· " + one_line.text(item, field));
  return lines;
}

std::vector<std::string> wrapped_parts(std::string_view line, std::size_t width, std::size_t indent) {
  std::vector<std::string> rows;
  std::string row;
  const std::string blanks(indent, ' ');
  const auto put = [&] {
    if (row.ends_with(' ')) row.pop_back();
    for (const std::string& whole : wrapped({row}, width)) rows.push_back(rows.empty() ? whole : blanks + whole);
    row.clear();
  };
  while (!line.empty()) {
    std::size_t end = line.size();
    for (const std::string_view mark : {"，", "；", ", ", "; "}) {
      const std::size_t at = line.find(mark);
      if (at != std::string_view::npos) end = std::min(end, at + mark.size());
    }
    const std::string_view part = line.substr(0, end);
    const std::size_t margin = part.ends_with(' ') ? 1 : 0;  // a blank may stand there
    if (!row.empty() && display_width(row) + display_width(part) - margin > width) {
      if (rows.empty()) {
        put();
        width -= std::min(indent, width / 2);
      } else {
        put();
      }
    }
    row += part;
    line.remove_prefix(end);
  }
  put();
  return rows;
}

std::vector<std::string> wrapped(const std::vector<std::string>& lines, std::size_t width) {
  std::vector<std::string> out;
  for (const std::string& line : lines) {
    std::size_t start = 0;
    std::size_t used = 0;
    std::size_t blank = 0;     // behind the last blank of this row
    std::size_t previous = 0;  // where the character before began
    for (std::size_t at = 0; at < line.size();) {
      const std::size_t here = at;
      const char32_t c = next_code_point(line, at);
      const auto columns = static_cast<std::size_t>(display_width(c));
      if (used + columns > width && here > start) {
        // Words of letters stay whole where the row has a blank; Chinese may be broken anywhere but before
        // a mark that closes: then the character before it goes down with it.
        std::size_t end = c < 0x80 && c != U' ' && blank > start ? blank : here;
        if (closes(c) && previous > start) end = previous;
        out.push_back(line.substr(start, end - start));
        if (out.back().ends_with(' ')) out.back().pop_back();
        start = end;
        used = display_width(std::string_view(line).substr(start, here - start));
      }
      used += columns;
      if (c == U' ') blank = at;
      previous = here;
    }
    out.push_back(line.substr(start));
  }
  return out;
}

}  // namespace matter
