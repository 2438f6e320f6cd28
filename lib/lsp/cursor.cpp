#include "lsp/cursor.h"

#include <algorithm>
#include <optional>

#include "text/unicode.h"

namespace matter::lsp {

namespace {

constexpr std::size_t farthest = 64U << 10U;  // bytes above the cursor that are looked at
constexpr std::size_t deepest = 64;           // brackets in brackets

std::string unquoted(std::string_view written) {
  written = trimmed(written);
  if (!written.empty() && (written.front() == '"' || written.front() == '\'')) {
    const char quote = written.front();
    written.remove_prefix(1);
    if (written.ends_with(quote)) written.remove_suffix(1);
  }
  return std::string(written);
}

std::size_t indentation(std::string_view line) { return std::min(line.find_first_not_of(' '), line.size()); }

/// What an entry at the margin, or a line that parts documents, begins.
bool at_margin(std::string_view line) {
  return !line.empty() && line.front() != ' ' && line.front() != '#' && line.front() != '\r' && line.front() != '\t';
}

/// Reads lines from an entry at the margin down to the cursor.
class Walk {
 public:
  Walk(std::string_view text, std::uint32_t from, std::uint32_t offset) : text_(text), at_(from), end_(offset) {}

  Cursor run() {
    while (at_ <= end_) {
      line_end_ = static_cast<std::uint32_t>(std::min(text_.find('\n', at_), text_.size()));
      const bool last = end_ <= line_end_;
      if (last) line_end_ = end_;
      line(last);
      if (last) break;
      at_ = line_end_ + 1;
    }
    return std::move(cursor_);
  }

 private:
  struct Level {
    std::size_t indent = 0;
    bool item = false;
    std::string key;
  };
  struct Bracket {
    bool record = false;
    std::string key;
    std::vector<std::string> before;
  };

  void line(bool last) {
    const std::string_view line = text_.substr(at_, line_end_ - at_);
    std::size_t indent = indentation(line);
    if (brackets_.empty() && literal_ && (indent > *literal_ || indent == line.size())) {
      if (last) cursor_ = {};
      if (!last || indent > *literal_) return;
    }
    if (brackets_.empty()) literal_.reset();
    if (!brackets_.empty()) return flow(at_, last);
    if (indent == line.size()) return last ? here(at_ + static_cast<std::uint32_t>(indent), indent, false) : void();
    if (line[indent] == '#') return last ? comment() : void();
    if (line.starts_with("---") || line.starts_with("...")) return levels_.clear();
    bool item = false;
    while (indent < line.size() && line[indent] == '-' && (indent + 1 == line.size() || line[indent + 1] == ' ')) {
      pop(indent, true);
      levels_.push_back({indent, true, {}});
      item = true;
      indent = std::min(line.find_first_not_of(' ', indent + 1), line.size());
    }
    entry(at_ + static_cast<std::uint32_t>(indent), indent, last, item);
  }

  /// Leaves what is not around a part at this indentation. A list may stand at the margin of its key.
  void pop(std::size_t indent, bool dash) {
    while (!levels_.empty() &&
           (levels_.back().indent > indent || (levels_.back().indent == indent && (!dash || levels_.back().item)))) {
      levels_.pop_back();
    }
  }

  /// `key: value`, `key:`, or a value alone.
  void entry(std::uint32_t begin, std::size_t indent, bool last, bool item) {
    const std::uint32_t colon = colon_in(begin);
    if (colon == none) {
      if (begin < line_end_ && (text_[begin] == '{' || text_[begin] == '[')) return flow(begin, last);
      if (last && in_comment(begin)) return comment();
      if (last) here(begin, indent, item);
      return;
    }
    pop(indent, false);
    levels_.push_back({indent, false, unquoted(text_.substr(begin, colon - begin))});
    const auto value =
        static_cast<std::uint32_t>(std::min<std::size_t>(text_.find_first_not_of(' ', colon + 1), line_end_));
    const char first = value < line_end_ ? text_[value] : '\0';
    if (first == '{' || first == '[') return flow(value, last);
    if (first == '|' || first == '>') literal_ = indent;
    if (!last) return;
    if (in_comment(value)) return comment();
    cursor_.at = literal_ ? Cursor::At::nothing : Cursor::At::value;
    if (end_ <= colon) cursor_.at = Cursor::At::nothing;
    fill(value);
  }

  /// The cursor stands where a key, or an item, begins.
  void here(std::uint32_t begin, std::size_t indent, bool item) {
    if (!item) pop(indent, false);
    cursor_.at = Cursor::At::key;
    cursor_.item = item;
    fill(begin);
    if (!item) above(begin, indent);
    below(indent);
  }

  void fill(std::uint32_t begin) {
    for (const Level& level : levels_) {
      if (!level.item) cursor_.keys.push_back(level.key);
    }
    word(begin);
  }

  void word(std::uint32_t begin) {
    cursor_.word = {std::min(begin, end_), end_};
    cursor_.written = unquoted(slice(text_, cursor_.word));
  }

  void add_sibling(std::string_view line, std::size_t from) {
    const std::size_t colon = line.find(':', from);
    if (colon != std::string_view::npos) cursor_.siblings.push_back(unquoted(line.substr(from, colon - from)));
  }

  /// Keys of the same record above the cursor; the first of an item stands behind its dash.
  void above(std::uint32_t begin, std::size_t indent) {
    std::size_t line_begin = begin - std::min<std::size_t>(indent, begin);
    const std::size_t limit = line_begin > farthest ? line_begin - farthest : 0;
    while (line_begin > limit) {
      const std::size_t end = line_begin - 1;
      line_begin = end == 0 ? 0 : text_.rfind('\n', end - 1) + 1;
      const std::string_view line = text_.substr(line_begin, end - line_begin);
      const std::size_t in = indentation(line);
      if (in == line.size() || line[in] == '#') continue;
      if (line.starts_with("---")) return;
      if (in < indent) {
        if (line[in] == '-' && line.find_first_not_of(" -", in) == indent) add_sibling(line, indent);
        return;
      }
      if (in == indent && line[in] != '-') add_sibling(line, in);
    }
  }

  /// Keys of the same record below the cursor.
  void below(std::size_t indent) {
    std::size_t at = text_.find('\n', end_);
    const std::size_t limit = std::min(text_.size(), static_cast<std::size_t>(end_) + farthest);
    while (at != std::string_view::npos && at < limit) {
      const std::size_t begin = at + 1;
      at = text_.find('\n', begin);
      const std::string_view line = text_.substr(begin, std::min(at, text_.size()) - begin);
      const std::size_t in = indentation(line);
      if (in == line.size() || line[in] == '#') continue;
      if (in < indent || line.starts_with("---") || (in == indent && line[in] == '-')) return;
      if (in == indent) add_sibling(line, in);
    }
  }

  void comment() {
    cursor_ = {};
    cursor_.at = Cursor::At::comment;
  }

  /// Reads brackets from `begin` on, which may go on in the lines below.
  void flow(std::uint32_t begin, bool last) {
    if (brackets_.empty()) token_ = begin;
    for (std::uint32_t i = begin; i < line_end_; ++i) {
      const char c = text_[i];
      if (quote_ != '\0') {
        if (c == '\\' && quote_ == '"') ++i;
        if (c == quote_) quote_ = '\0';
        continue;
      }
      const bool starts = blank_before(i);
      if (c == '#' && starts) {
        if (last) comment();
        return;
      }
      if ((c == '"' || c == '\'') && trimmed(slice(text_, {token_, i})).empty()) quote_ = c;
      if (c == '{' || c == '[') open(c == '{', i);
      if (c == ',') next(i);
      if (c == ':' && !brackets_.empty() && brackets_.back().record && brackets_.back().key.empty() &&
          (i + 1 >= line_end_ || text_[i + 1] == ' ' || text_[i + 1] == ','))
        keyed(i);
      if (c == '}' || c == ']') {
        if (!brackets_.empty()) brackets_.pop_back();
        token_ = i + 1;
        if (brackets_.empty()) return;
      }
    }
    if (!last || brackets_.empty()) return;
    cursor_.flow = true;
    const Bracket& inner = brackets_.back();
    const bool key = inner.record && inner.key.empty();
    cursor_.at = key ? Cursor::At::key : Cursor::At::value;
    cursor_.item = !inner.record;
    if (key) cursor_.siblings = inner.before;
    for (const Level& level : levels_) {
      if (!level.item) cursor_.keys.push_back(level.key);
    }
    for (const Bracket& bracket : brackets_) {
      if (!bracket.key.empty()) cursor_.keys.push_back(bracket.key);
    }
    word(static_cast<std::uint32_t>(std::min<std::size_t>(text_.find_first_not_of(" \r\n", token_), end_)));
  }

  void open(bool record, std::uint32_t at) {
    if (brackets_.size() < deepest) brackets_.push_back({record, {}, {}});
    token_ = at + 1;
  }
  void next(std::uint32_t at) {
    token_ = at + 1;
    if (brackets_.empty() || brackets_.back().key.empty()) return;
    brackets_.back().before.push_back(std::move(brackets_.back().key));
    brackets_.back().key.clear();
  }
  void keyed(std::uint32_t at) {
    brackets_.back().key = unquoted(slice(text_, {token_, at}));
    token_ = at + 1;
  }

  [[nodiscard]] bool blank_before(std::uint32_t at) const { return at == 0 || text_[at - 1] == ' '; }

  /// Whether a `#` that begins a comment stands between here and the end of what is read of the line.
  [[nodiscard]] bool in_comment(std::uint32_t begin) const {
    char quote = '\0';
    for (std::uint32_t i = begin; i < line_end_; ++i) {
      if (quote != '\0') {
        if (text_[i] == quote) quote = '\0';
      } else if (i == begin && (text_[i] == '"' || text_[i] == '\'')) {
        quote = text_[i];
      } else if (text_[i] == '#' && blank_before(i)) {
        return true;
      }
    }
    return false;
  }

  /// The colon behind a key that begins here.
  [[nodiscard]] std::uint32_t colon_in(std::uint32_t begin) const {
    if (begin >= line_end_ || text_[begin] == '{' || text_[begin] == '[') return none;
    char quote = text_[begin] == '"' || text_[begin] == '\'' ? text_[begin] : '\0';
    for (std::uint32_t i = begin + (quote != '\0' ? 1U : 0U); i < line_end_; ++i) {
      if (quote != '\0') {
        if (text_[i] == quote) quote = '\0';
      } else if (text_[i] == '#' && blank_before(i)) {
        return none;
      } else if (text_[i] == ':' && (i + 1 >= line_end_ || text_[i + 1] == ' ' || text_[i + 1] == '\r')) {
        return i;
      }
    }
    return none;
  }

  static constexpr std::uint32_t none = 0xFFFFFFFFU;
  std::string_view text_;
  std::uint32_t at_, end_, line_end_ = 0;
  std::vector<Level> levels_;
  std::vector<Bracket> brackets_;
  char quote_ = '\0';
  std::uint32_t token_ = 0;
  std::optional<std::size_t> literal_;  // indentation of the key of a block text
  Cursor cursor_;
};

}  // namespace

Cursor cursor_at(std::string_view text, std::uint32_t offset) {
  offset = std::min(offset, static_cast<std::uint32_t>(text.size()));
  std::size_t from = offset == 0 ? 0 : text.rfind('\n', offset - 1) + 1;  // npos + 1: the first line
  const std::size_t limit = offset > farthest ? offset - farthest : 0;
  const std::string_view current = text.substr(from, offset - from);
  if (!at_margin(current) || current.starts_with('-')) {
    while (from > limit) {
      const std::size_t above = from < 2 ? 0 : text.rfind('\n', from - 2) + 1;
      from = above;
      if (at_margin(text.substr(above, 1)) && text[above] != '-') break;
    }
  }
  Cursor cursor = Walk(text, static_cast<std::uint32_t>(from), offset).run();
  return cursor;
}

const Table* table_at(const Table& first, const std::vector<std::string>& keys) {
  const Table* table = &first;
  for (const std::string& key : keys) {
    const Field* const field = find_field(*table, key);
    if (field == nullptr || field->table == nullptr) return nullptr;
    table = field->table();
  }
  return table;
}

const Field* field_at(const Table& first, const std::vector<std::string>& keys) {
  if (keys.empty()) return nullptr;
  const Table* const table = table_at(first, {keys.begin(), keys.end() - 1});
  return table == nullptr ? nullptr : find_field(*table, keys.back());
}

std::string path_at(const Table& first, const std::vector<std::string>& keys) {
  std::string path;
  const Table* table = &first;
  for (const std::string& key : keys) {
    const Field* const field = table == nullptr ? nullptr : find_field(*table, key);
    if (field == nullptr) return {};
    path += (path.empty() ? "" : ".") + std::string(field->key);
    table = field->table != nullptr ? field->table() : nullptr;
  }
  return path;
}

}  // namespace matter::lsp
