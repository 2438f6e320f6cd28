#include <algorithm>
#include <string>

#include "model/named.h"
#include "model/values.h"
#include "support/matter_generator.h"
#include "text/unicode.h"

namespace matter::test {

namespace {

bool letter_or_digit(char32_t c) {
  return (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') ||
         (c >= 0x4E00 && c < 0xA000);
}

/// Whether a text may stand without quotes anywhere, brackets included; stricter than YAML.
bool plain(std::string_view text) {
  for (const std::string_view word : {"null", "Null", "NULL", "~"}) {
    if (text == word) return false;
  }
  std::size_t at = 0;
  if (text.empty() || !letter_or_digit(next_code_point(text, at))) return false;
  char32_t last = U'x';
  for (at = 0; at < text.size();) {
    last = next_code_point(text, at);
    const bool mark = last == U'@' || last == U'.' || last == U'/' || last == U'-' || last == U' ';
    if (!letter_or_digit(last) && !mark && last < 0x3000) return false;
  }
  return last != U' ';
}

bool one_line(std::string_view text) { return text.find('\n') == std::string_view::npos; }

std::string double_quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
      continue;
    }
    if (c == '"' || c == '\\') out.push_back('\\');
    out.push_back(c);
  }
  return out + "\"";
}

std::string single_quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out.append(c == '\'' ? 2 : 1, c);
  return out + "'";
}

/// The same value, spelled differently.
std::string respelled(Kind kind, const Field& field, const std::string& text, Random& random) {
  if (kind == Kind::flag)
    return text == "是" ? (random.chance(50) ? "true" : "是") : (random.chance(50) ? "false" : "否");
  if (kind == Kind::limit) {
    const auto limit = parse_limit(text);
    if (!limit || limit->unit != LimitUnit::working_day) return text;
    return std::to_string(limit->amount) + (random.chance(50) ? "工作日" : "个工作日");
  }
  if (kind == Kind::named) {
    const NamedList* list = named_list(field.values);
    const NamedValue* value = list == nullptr ? nullptr : find_named(*list, text);
    return value == nullptr || value->aliases.empty() ? text : std::string(random.pick(value->aliases));
  }
  if (kind != Kind::text || (field.format != Format::none && field.format != Format::phone)) return text;
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    const bool ascii_mark = c > U' ' && c < 0x7F && !letter_or_digit(c);
    append_utf8(out, ascii_mark && random.chance(50) ? c + 0xFEE0 : narrow(c));
  }
  return out;
}

class Writer {
 public:
  Writer(Random& random, const WritingStyle& style) : random_(random), style_(style) {}

  void record(const Table* table, const Content& content, std::size_t indent, bool first_inline = false) {
    for (const Content* part : ordered_parts(content)) {
      const Field* field = known_field(table, part->key);
      if (!first_inline) {
        if (style_.comments && random_.chance(10)) line(indent, "# 说明：: [注]\n");
        out_.append(indent, ' ');
      }
      first_inline = false;
      out_.append(key(field, part->key)).push_back(':');
      value(field, *part, indent);
    }
  }

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  void line(std::size_t indent, std::string_view text) { out_.append(indent, ' ').append(text); }

  std::string key(const Field* field, const std::string& written) {
    if (field == nullptr) return plain(written) ? written : double_quoted(written);
    return std::string(style_.chinese_keys && random_.chance(50) ? field->label : field->key);
  }

  /// What stands below `extra:` has no field: it is written as it is, in its order.
  static const Field* inside(const Field* field) {
    return field != nullptr && field->kind == Kind::extra ? nullptr : field;
  }

  std::vector<const Content*> ordered_parts(const Content& content) {
    std::vector<const Content*> parts;
    for (const Content& part : content.parts) parts.push_back(&part);
    if (style_.shuffle_keys) random_.shuffle(parts);
    return parts;
  }

  std::vector<const Content*> items(const Field* field, const Content& list) {
    std::vector<const Content*> items;
    for (const Content& item : list.parts) items.push_back(&item);
    if (style_.shuffle_keys && field != nullptr && !field->ordered) random_.shuffle(items);
    return items;
  }

  void value(const Field* outer, const Content& content, std::size_t indent) {
    const Field* field = inside(outer);
    if (content.kind == Content::Kind::record || content.kind == Content::Kind::list) {
      if (content.parts.empty() || (style_.flow && random_.chance(25))) {
        out_.append(" ").append(flow(field, content));
        return end_line();
      }
      end_line();
      if (content.kind == Content::Kind::record) return record(table_of_part(field), content, indent + 2);
      return list(field, content, indent + (random_.chance(50) && style_.quotes ? 0 : 2));
    }
    out_.push_back(' ');
    scalar(field, field == nullptr ? Kind::text : field->kind, content, indent);
  }

  static const Field* known_field(const Table* table, std::string_view key) {
    return table == nullptr ? nullptr : find_field(*table, key);
  }

  [[nodiscard]] static const Table* table_of_part(const Field* field) {
    return field == nullptr || field->table == nullptr ? nullptr : field->table();
  }

  void list(const Field* field, const Content& content, std::size_t indent) {
    for (const Content* item : items(field, content)) {
      line(indent, "- ");
      if (const Content* text = just_text(field, *item); text != nullptr) {
        scalar(main_field(*field->table()), Kind::text, *text, indent);
      } else if (item->kind == Content::Kind::record && !item->parts.empty()) {
        record(table_of_part(field), *item, indent + 2, true);
      } else if (item->kind == Content::Kind::record || item->kind == Content::Kind::list) {
        out_.append(flow(nullptr, *item));
        end_line();
      } else {
        scalar(field, field == nullptr ? Kind::text : field->item, *item, indent);
      }
    }
  }

  /// The text of an item that has nothing but its main text, when it is to be written as just that.
  const Content* just_text(const Field* field, const Content& item) {
    const Table* table = table_of_part(field);
    if (table == nullptr || item.kind != Content::Kind::record || item.parts.size() != 1) return nullptr;
    const Field* main = main_field(*table);
    if (main == nullptr || main->kind != Kind::text || item.parts[0].key != main->key) return nullptr;
    return !style_.quotes || random_.chance(50) ? &item.parts[0] : nullptr;
  }

  std::string flow(const Field* field, const Content& content) {
    std::string out;
    if (content.kind == Content::Kind::record) {
      const Table* table = table_of_part(field);
      for (const Content* part : ordered_parts(content)) {
        const Field* inner = known_field(table, part->key);
        if (!out.empty()) out += ", ";
        out.append(key(inner, part->key)).append(": ").append(flow(inside(inner), *part));
      }
      return "{" + out + "}";
    }
    if (content.kind == Content::Kind::list) {
      for (const Content* item : items(field, content)) {
        if (!out.empty()) out += ", ";
        out += item->kind == Content::Kind::text && field != nullptr
                   ? inline_scalar(spelled(field, field->item, item->text))
                   : flow(field, *item);
      }
      return "[" + out + "]";
    }
    return inline_scalar(spelled(field, field == nullptr ? Kind::text : field->kind, content.text));
  }

  std::string spelled(const Field* field, Kind kind, const std::string& text) {
    return field != nullptr && style_.width && random_.chance(30) ? respelled(kind, *field, text, random_) : text;
  }

  std::string inline_scalar(const std::string& text) {
    if (!one_line(text)) return double_quoted(text);
    const std::size_t way = style_.quotes ? random_.below(3) : 0;
    if (way == 1) return single_quoted(text);
    return way == 0 && plain(text) ? text : double_quoted(text);
  }

  void scalar(const Field* field, Kind kind, const Content& content, std::size_t indent) {
    const std::string text = content.kind == Content::Kind::none ? content.text : spelled(field, kind, content.text);
    if (style_.quotes && text.front() != '\n' && text.back() != '\n' && random_.chance(one_line(text) ? 5 : 60)) {
      return literal(text, indent + 2);
    }
    out_.append(inline_scalar(text));
    end_line();
  }

  void literal(std::string_view text, std::size_t indent) {
    out_ += "|-\n";
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      if (end > 0) line(indent, text.substr(0, end));
      out_.push_back('\n');
      text.remove_prefix(std::min(end + 1, text.size()));
    }
  }

  void end_line() {
    if (style_.comments && random_.chance(10)) out_ += "  # 注";
    out_.push_back('\n');
  }

  Random& random_;
  const WritingStyle& style_;
  std::string out_;
};

}  // namespace

std::string write_yaml(const Content& matter, Random& random, const WritingStyle& style) {
  Writer writer(random, style);
  writer.record(table_of<Matter>(), matter, 0);
  return writer.take();
}

}  // namespace matter::test
