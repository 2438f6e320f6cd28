#include "report/schema_values.h"

#include <initializer_list>
#include <string>

#include "model/named.h"

namespace matter {

namespace {

void types(std::initializer_list<std::string_view> names, JsonWriter& json) {
  json.key("type");
  json.begin_array();
  for (const std::string_view name : names) json.string(name);
  json.end_array();
}

/// Anchored, and with what the reader takes for nothing and for 无.
std::string whole(const std::string& pattern) { return "^(?:|无|" + pattern + ")$"; }

std::string escaped(std::string_view text) {
  constexpr std::string_view special = R"(\^$.|?*+()[]{}/)";
  std::string out;
  for (const char c : text) {
    if (special.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

/// A digit in both widths: the reader takes full-width ones as their ASCII forms.
std::string digits(char from, char to) {
  std::string wide_from = "０";
  std::string wide_to = wide_from;
  wide_from.back() = static_cast<char>(wide_from.back() + (from - '0'));
  wide_to.back() = static_cast<char>(wide_to.back() + (to - '0'));
  return std::string("[") + from + '-' + to + wide_from + '-' + wide_to + ']';
}

/// `d` any digit, `<1-9>` a range, a digit itself: in both widths. The rest as it stands.
std::string both_widths(std::string_view pattern) {
  std::string out;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const char c = pattern[i];
    if (c == 'd') {
      out += digits('0', '9');
    } else if (c == '<') {
      out += digits(pattern[i + 1], pattern[i + 3]);
      i += 4;
    } else if (c >= '0' && c <= '9') {
      out += digits(c, c);
    } else {
      out += c;
    }
  }
  return out;
}

/// Also the wide and the no-break one, as `Scan` takes them.
const std::string blank = "[ \xE3\x80\x80\xC2\xA0]*";

std::string limit_pattern() {
  const std::string amount = digits('0', '9') + "{1,6}" + blank + "(?:个" + blank + ")?";
  return blank + "(?:(?:当场|即时)(?:办结|办理)?|即办|" + amount + "(?:工作日|自然日|日历日|日|天|周|星期|月|年))" +
         blank;
}

/// One way of writing a date: what stands behind year, month and day, and what a month or day below ten begins with.
struct DateForm {
  std::string_view year;
  std::string_view month;
  std::string_view day;
  std::string_view zero;
};

/// Days that exist: 29 February in leap years only.
std::string days(const DateForm& form) {
  const auto part = [&](std::string_view months, std::string_view days_of_month) {
    return "(?:" + both_widths(months) + ")" + std::string(form.month) + "(?:" + both_widths(days_of_month) + ")";
  };
  const std::string zero(form.zero);
  const std::string leap =
      "<1-9>d(?:0(?:4|8)|(?:2|4|6|8)(?:0|4|8)|(?:1|3|5|7|9)(?:2|6))|(?:(?:2|4|6|8)(?:0|4|8)|(?:1|3|5|7|9)(?:2|6))00";
  const std::string to_9 = zero + "<1-9>|";
  return "(?:" + both_widths("<1-9>ddd") + std::string(form.year) +
         "(?:" + part(zero + "(?:1|3|5|7|8)|1(?:0|2)", to_9 + "(?:1|2)d|3(?:0|1)") + '|' +
         part(zero + "(?:4|6|9)|11", to_9 + "(?:1|2)d|30") + '|' + part(zero + "2", to_9 + "1d|2<0-8>") +
         ")|(?:" + both_widths(leap) + ")" + std::string(form.year) + part(zero + "2", "29") + ')' +
         std::string(form.day);
}

std::string date_pattern() {
  constexpr DateForm forms[] = {{"[-－]", "[-－]", "", "0?"},
                                {"[/／]", "[/／]", "", "0?"},
                                {"[.．]", "[.．]", "", "0?"},
                                {"年", "月", "日", "0?"},
                                {"", "", "", "0"}};
  std::string all;
  for (const DateForm& form : forms) (all += all.empty() ? "" : "|") += days(form);
  return blank + "(?:" + all + ")" + blank;
}

void write_named(const NamedList& list, JsonWriter& json) {
  if (list.open) {
    types({"string", "number", "boolean", "null"}, json);
    json.key("examples");
    json.begin_array();
    for (const NamedValue& value : list.values) json.string(value.name);
    json.end_array();
    return;
  }
  types({"string", "null"}, json);
  json.key("anyOf");
  json.begin_array();
  json.begin_object();
  json.key("enum");
  json.begin_array();
  for (const NamedValue& value : list.values) json.string(value.name);
  json.end_array();
  json.end_object();
  json.begin_object();
  json.member("type", "null");
  json.end_object();
  // Other spellings are understood; a pattern keeps an editor from offering them.
  std::string others;
  for (const NamedValue& value : list.values)
    for (const std::string_view alias : value.aliases) (others += others.empty() ? "" : "|") += escaped(alias);
  json.begin_object();
  json.member("type", "string");
  json.member("pattern", others.empty() ? "^无?$" : whole(others));
  json.end_object();
  json.end_array();
}

void write_flag(JsonWriter& json) {
  types({"string", "boolean", "null"}, json);
  json.key("anyOf");
  json.begin_array();
  json.begin_object();
  json.key("enum");
  json.begin_array();
  json.string("是");
  json.string("否");
  json.end_array();
  json.end_object();
  json.begin_object();
  types({"boolean", "null"}, json);
  json.end_object();
  json.begin_object();
  json.member("type", "string");
  json.member("pattern", whole("true|yes|True|TRUE|Yes|YES|false|no|False|FALSE|No|NO"));
  json.end_object();
  json.end_array();
}

struct FormatPattern {
  Format format;
  std::string_view name;
  std::string_view pattern;
};
constexpr FormatPattern format_patterns[] = {
    {Format::usc, "format_usc", "[0-9A-Z]{18}"},
    {Format::basic_code, "format_basic_code", "[0-9]{4}[0-9A-Z]{8}"},
    // Codes of the older scheme stand for a while yet: the rule code-legacy warns.
    {Format::implementing_code, "format_implementing_code",
     "[0-9A-Z]{18}[1-6][0-9]{4}[0-9A-Z]{8}(?:[0-9]{2})?|[0-9][0-9A-Z]{9}|[0-9][0-9A-Z]{23}"},
    {Format::handling_code, "format_handling_code", "[0-9A-Z]{18}[1-6][0-9]{4}[0-9A-Z]{8}[0-9]{2}"},
    {Format::directory_code, "format_directory_code", "[^\\s]+"},
    {Format::code, "format_code", "[^\\n]+"},
    {Format::standard, "format_standard", "[^@ \\t]+(?:@0*[1-9][0-9]*)?"},
    {Format::region, "format_region", "[0-9]{12}"},
};

}  // namespace

bool is_code(Format format) { return !definition_of(format).empty(); }

std::string_view definition_of(Format format) {
  for (const FormatPattern& one : format_patterns)
    if (one.format == format) return one.name;
  return {};
}

void write_format_definitions(JsonWriter& json) {
  for (const FormatPattern& one : format_patterns) {
    json.key(one.name);
    json.begin_object();
    types({"string", "null"}, json);
    json.member("pattern", whole(std::string(one.pattern)));
    json.end_object();
  }
}

void write_scalar_schema(const Field& field, Kind kind, JsonWriter& json) {
  switch (kind) {
    case Kind::named:
      if (const NamedList* const list = named_list(field.values)) write_named(*list, json);
      return;
    case Kind::flag: return write_flag(json);
    case Kind::count:
      types({"integer", "string", "null"}, json);
      json.member("minimum", 0);
      json.member("maximum", 999'999'999);
      return json.member("pattern", whole(digits('0', '9') + "{1,9}"));
    case Kind::limit: types({"string", "null"}, json); return json.member("pattern", whole(limit_pattern()));
    case Kind::date:
      types({"string", "integer", "null"}, json);
      json.member("minimum", 10'000'101);
      json.member("maximum", 99'991'231);
      return json.member("pattern", whole(date_pattern()));
    default:
      if (is_code(field.format)) return json.member("$ref", "#/$defs/" + std::string(definition_of(field.format)));
      types({"string", "number", "boolean", "null"}, json);
  }
}

std::string_view example_of(const Field& field) {
  constexpr std::string_view mark = "如 ";
  const std::string_view help = field.help.zh;
  const std::size_t at = help.rfind(mark);
  if (at == std::string_view::npos) return {};
  std::string_view text = help.substr(at + mark.size());
  text = text.substr(0, text.find("；"));
  if (text.size() > 2 && text.front() == '"' && text.back() == '"') text = text.substr(1, text.size() - 2);
  // Several examples in one sentence are none that could be taken over as it stands.
  for (const std::string_view sign : {"、", " 或 ", "[", "{", "，"})
    if (text.find(sign) != std::string_view::npos) return {};
  return text;
}

}  // namespace matter
