#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diag/diagnostic.h"
#include "doc/json_write.h"

namespace matter {

/// An object whose members stand on lines of their own; each item of its lists on one line.
class Summary {
 public:
  explicit Summary(std::string_view schema) { text("schema", schema); }

  void text(std::string_view name, std::string_view value) { append_json_string(key(name), value); }
  void number(std::string_view name, std::size_t value) { key(name) += std::to_string(value); }
  void flag(std::string_view name, bool value) { key(name) += value ? "true" : "false"; }

  template <class Items, class Write>
  void list(std::string_view name, const Items& items, Write write) {
    key(name) += '[';
    const std::string line_start = "\n" + std::string(depth_ + 2, ' ');
    std::string_view before;
    for (const auto& item : items) {
      JsonWriter line(JsonWriter::Layout::one_line);
      line.begin_object();
      write(item, line);
      line.end_object();
      const std::string written = line.take();
      out_.append(before).append(line_start).append(written, 0, written.size() - 1);
      before = ",";
    }
    out_ += items.empty() ? "]" : line_start.substr(0, line_start.size() - 2) + "]";
  }
  /// An object on one line.
  template <class Write>
  void object(std::string_view name, Write write) {
    JsonWriter line(JsonWriter::Layout::one_line);
    line.begin_object();
    write(line);
    line.end_object();
    const std::string written = line.take();
    key(name).append(written, 0, written.size() - 1);
  }
  /// A list whose items have a line for each member, as this object has.
  template <class Items, class Write>
  void objects(std::string_view name, const Items& items, Write write) {
    key(name) += '[';
    for (std::size_t i = 0; i < items.size(); ++i) {
      Summary item(depth_ + 4);
      write(items[i], item);
      out_.append(i == 0 ? "\n" : ",\n").append(depth_ + 2, ' ').append(item.close());
    }
    if (!items.empty()) out_.append("\n").append(depth_, ' ');
    out_ += ']';
  }
  void findings(const std::vector<Diagnostic>& findings) {
    list("findings", findings, [](const Diagnostic& d, JsonWriter& json) {
      json.member("rule", d.rule);
      json.member("severity", name(d.severity));
      json.member("message", d.message);
    });
  }
  [[nodiscard]] std::string take() { return close() + "\n"; }

 private:
  explicit Summary(std::size_t depth) : depth_(depth) {}

  std::string& key(std::string_view name) {
    out_.append(out_.empty() ? "{\n" : ",\n").append(depth_, ' ');
    append_json_string(out_, name);
    return out_ += ": ";
  }
  [[nodiscard]] std::string close() {
    out_.append("\n").append(depth_ - 2, ' ').append("}");
    return std::move(out_);
  }

  std::size_t depth_ = 2;  // blanks before a member
  std::string out_;
};

}  // namespace matter
