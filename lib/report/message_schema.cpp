#include "report/message_schema.h"

#include <algorithm>
#include <array>
#include <vector>

#include "exchange/flat.h"
#include "media/xml.h"
#include "model/value.h"

namespace matter {

namespace {

constexpr std::string_view number = "[0-9]+", day = R"([0-9]{4}-[0-9]{2}-[0-9]{2})";

/// A text as a part of a pattern that matches it alone.
std::string literal(std::string_view text) {
  std::string pattern;
  for (const char c : text) {
    if (c == '\n') {
      pattern += "\\n";
      continue;
    }
    if (std::string_view(".\\?*+{}()[]|-^").find(c) != std::string_view::npos) pattern += '\\';
    pattern += c;
  }
  return pattern;
}

std::string attribute_text(std::string_view value) {
  std::string text;
  append_xml_text(text, value);
  for (std::size_t at = text.find('"'); at != std::string::npos; at = text.find('"', at)) text.replace(at, 1, "&quot;");
  return text;
}

const Field* field_of(const Column& column) {
  const bool plain = column.function == nullptr || column.is(FunctionId::offered);
  return column.mapped() && plain && column.otherwise.count == 0 ? &column.path.last() : nullptr;
}

class MessageSchema {
 public:
  explicit MessageSchema(const Mapping& mapping) : mapping_(mapping) {}

  std::string write() {
    text_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!--\n";
    text_.append("  ").append(mapping_.label).append(" (").append(mapping_.platform).append("), ");
    text_.append(std::to_string(mapping_.version)).append("\n");
    text_ +=
        "  由字段映射推导，不是平台公布的格式说明；由 scripts/schemas 生成，请勿手改。\n"
        "  Derived from the mapping of matter, not published by the platform; generated, do not edit.\n-->\n"
        "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" elementFormDefault=\"qualified\">\n";
    depth_ = 1;
    const MappedTable& table = mapping_.tables[0];
    for (std::size_t i = 0; i < mapping_.root.size(); ++i) {
      open("xs:element name=\"" + std::string(mapping_.root[i]) + "\"");
      if (i + 1 == mapping_.root.size()) {
        document(table.label, {});
        content(table);
        close("xs:element");
      } else {
        open("xs:complexType");
        open("xs:sequence");
      }
    }
    for (std::size_t i = 1; i < mapping_.root.size(); ++i) {
      close("xs:sequence");
      close("xs:complexType");
      close("xs:element");
    }
    simple_type("text", "<xs:minLength value=\"1\"/>");
    simple_type("number", "<xs:pattern value=\"" + std::string(number) + "\"/>");
    for (const auto& codes : mapping_.codes) code_type(*codes);
    return text_ + "</xs:schema>\n";
  }

 private:
  /// What one value may be: a pattern; nothing where it may be any text.
  struct Value {
    std::string pattern;
    std::vector<std::string_view> others;  ///< texts that are right too
  };

  void line(std::string_view what) { text_.append(depth_ * 2, ' ').append(what).append("\n"); }
  void open(std::string_view what) {
    line(std::string("<").append(what).append(">"));
    ++depth_;
  }
  void close(std::string_view what) {
    --depth_;
    line(std::string("</").append(what).append(">"));
  }

  void document(std::string_view label, std::string_view note) {
    if (label.empty()) return;
    std::string words(label);
    if (!note.empty()) words.append("：").append(note);
    std::string shown;
    append_xml_text(shown, words);
    line("<xs:annotation><xs:documentation>" + shown + "</xs:documentation></xs:annotation>");
  }

  /// The elements of a table or an object, one after another.
  void content(const MappedTable& table) {
    open("xs:complexType");
    open("xs:sequence");
    for (const Column& column : table.columns) {
      if (column.flat) {
        for (const Column& inner : column.object[0].columns) leaf(inner, &column);
      } else if (!column.object.empty()) {
        object(column);
      } else {
        leaf(column, nullptr);
      }
    }
    close("xs:sequence");
    close("xs:complexType");
  }

  void object(const Column& column) {
    const MappedTable& inner = column.object[0];
    const bool needed = column.required || (!column.repeats && column.when.path.count == 0 &&
                                            std::any_of(inner.columns.begin(), inner.columns.end(),
                                                        [](const Column& one) { return one.required; }));
    std::string element = "xs:element name=\"" + std::string(column.name) + "\"";
    if (!needed) element += " minOccurs=\"0\"";
    if (column.repeats) element += " maxOccurs=\"unbounded\"";
    open(element);
    document(column.label, {});
    content(inner);
    close("xs:element");
  }

  void leaf(const Column& column, const Column* flat) {
    std::string element = "xs:element name=\"" + std::string(column.name) + "\"";
    if (!column.required || flat != nullptr) element += " minOccurs=\"0\"";
    const Value value = value_of(column, flat);
    const std::string name = named_type(column, flat, value);
    if (!name.empty()) element += " type=\"" + name + "\"";
    open(element);
    document(column.label, column.spec->note.text);
    if (name.empty()) type(column, value);
    close("xs:element");
  }

  /// The type at the end that says all of it; empty where it needs one of its own.
  static std::string named_type(const Column& column, const Column* flat, const Value& value) {
    if (flat == nullptr && column.codes != nullptr && !joins(column) && value.others.empty())
      return "code-" + std::string(column.codes->id);
    if (column.length != 0) return {};
    if (value.pattern.empty()) return "text";
    return value.pattern == number && value.others.empty() ? "number" : std::string{};
  }

  static bool joins(const Column& column) { return column.several() || column.is(FunctionId::channel_names); }

  void type(const Column& column, const Value& value) {
    open("xs:simpleType");
    open("xs:restriction base=\"xs:string\"");
    line("<xs:minLength value=\"1\"/>");
    if (!value.pattern.empty()) {
      std::string pattern = value.pattern;
      for (const std::string_view other : value.others) pattern.append("|").append(literal(other));
      line("<xs:pattern value=\"" + attribute_text(pattern) + "\"/>");
    }
    if (column.length != 0) line("<xs:maxLength value=\"" + std::to_string(column.length) + "\"/>");
    close("xs:restriction");
    close("xs:simpleType");
  }

  Value value_of(const Column& column, const Column* flat) const {
    Value value;
    value.pattern = pattern_of(column);
    if (value.pattern.empty()) return value;
    const std::string one = value.pattern;
    if (joins(column) && column.join) {
      const std::string more = "(" + literal(*column.join) + "(" + one + "))*";
      value.pattern = "(" + one + ")" + more;
    }
    if (flat != nullptr) {
      const std::string item = "(" + value.pattern + ")?";
      value.pattern = item + "(" + literal(separator_of(*flat, column)) + item + ")*";
      if (&column == flat->object[0].columns.data() && flat->none) value.others.push_back(*flat->none);
    }
    for (const auto& other : {column.none, column.absent, column.constant, column.fallback}) {
      if (other && flat == nullptr && !is_code(column, *other)) value.others.push_back(*other);
    }
    return value;
  }

  static bool is_code(const Column& column, std::string_view text) {
    return column.codes != nullptr && column.codes->by_code(text) != nullptr;
  }

  /// One value; nothing where any text is right.
  std::string pattern_of(const Column& column) const {
    if (column.codes != nullptr) {
      std::string codes;
      for (const CodeMap::Row& row : column.codes->rows)
        codes.append(codes.empty() ? "" : "|").append(literal(row.code));
      return codes;
    }
    if (column.constant) return literal(*column.constant);
    if (column.is(FunctionId::order)) return std::string(number);
    const Field* const field = field_of(column);
    if (field == nullptr) return {};
    const Kind kind = field->kind == Kind::list ? field->item : field->kind;
    if (kind == Kind::count) return std::string(number);
    if (kind == Kind::date) return std::string(day);
    if (kind == Kind::limit && column.pattern.size() == 1) {
      if (column.pattern[0].kind == PatternPart::Kind::amount) return std::string(number);
      if (column.pattern[0].kind == PatternPart::Kind::unit) return units();
    }
    return {};
  }

  static std::string units() {
    std::string names;
    for (const LimitUnit unit : {LimitUnit::instant, LimitUnit::working_day, LimitUnit::day, LimitUnit::week,
                                 LimitUnit::month, LimitUnit::year})
      names.append(names.empty() ? "" : "|").append(literal(unit_name(unit)));
    return names;
  }

  void simple_type(std::string_view name, std::string_view facet) {
    open("xs:simpleType name=\"" + std::string(name) + "\"");
    open("xs:restriction base=\"xs:string\"");
    line(facet);
    close("xs:restriction");
    close("xs:simpleType");
  }

  void code_type(const CodeMap& codes) {
    open("xs:simpleType name=\"code-" + std::string(codes.id) + "\"");
    open("xs:restriction base=\"xs:string\"");
    for (const CodeMap::Row& row : codes.rows) {
      open("xs:enumeration value=\"" + attribute_text(row.code) + "\"");
      document(row.name, {});
      close("xs:enumeration");
    }
    close("xs:restriction");
    close("xs:simpleType");
  }

  const Mapping& mapping_;
  std::string text_;
  std::size_t depth_ = 0;
};

}  // namespace

std::string message_schema(const Mapping& mapping) { return MessageSchema(mapping).write(); }

}  // namespace matter
