#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace matter {

/// Writes one JSON value: members in the order given, two blanks of indentation (or none at all),
/// all of Unicode as it is, bytes that are no UTF-8 as U+FFFD. The caller closes what it opens.
class JsonWriter {
 public:
  enum class Layout : std::uint8_t { indented, one_line };
  explicit JsonWriter(Layout layout = Layout::indented) : layout_(layout) {}

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }

  /// The next value written is the member's.
  void key(std::string_view name);

  void string(std::string_view value);
  void boolean(bool value) { raw(value ? "true" : "false"); }
  void null() { raw("null"); }
  template <std::integral Number>
  void number(Number value) {
    raw(std::to_string(value));
  }

  void member(std::string_view name, std::string_view value) {
    key(name);
    string(value);
  }
  template <std::integral Number>
  requires(!std::same_as<Number, bool>) void member(std::string_view name, Number value) {
    key(name);
    number(value);
  }

  /// What was written so far, so that a long text need not be held whole; the writer goes on behind it.
  [[nodiscard]] std::string drain() { return std::exchange(out_, {}); }
  [[nodiscard]] std::size_t pending() const { return out_.size(); }

  /// What was written, ended by a line break; the writer is empty afterwards.
  [[nodiscard]] std::string take();

 private:
  void open(char bracket);
  void close(char bracket);
  void raw(std::string_view text);
  void separate();
  void new_line();

  Layout layout_;
  std::string out_;
  std::size_t depth_ = 0;
  bool first_ = true;  // nothing stands in the current object or array yet
  bool after_key_ = false;
};

/// One value that was written on a line, and a line break: objects and arrays with a member or item a line.
void append_indented_json(std::string& to, std::string_view line);

/// `"…"` with everything escaped that JSON asks for.
void append_json_string(std::string& to, std::string_view value);

}  // namespace matter
