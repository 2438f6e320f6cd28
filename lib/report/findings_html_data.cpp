#include <span>
#include <unordered_map>

#include "diag/words.h"
#include "doc/json_write.h"
#include "report/findings_html_parts.h"
#include "report/findings_text.h"
#include "report/html_parts.h"
#include "report/shown.h"

namespace matter {

namespace {

constexpr std::size_t findings_a_part = 250;

/// JSON that may stand in a `script` element: nothing in it ends the element or begins another, and old readers of
/// JavaScript see no line break in a text. These characters stand in strings only.
std::string safe_in_script(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  for (std::size_t at = 0; at < json.size(); ++at) {
    const char c = json[at];
    if (c == '<') {
      out += "\\u003c";
    } else if (c == '>') {
      out += "\\u003e";
    } else if (c == '&') {
      out += "\\u0026";
    } else {
      out += c;
    }
  }
  return out;
}

/// Texts that come again and again, once each.
class Texts {
 public:
  Texts() { static_cast<void>(number("")); }
  std::size_t number(std::string_view text) {
    std::string shown = shown_text(text);
    const auto [at, fresh] = numbers_.try_emplace(std::move(shown), numbers_.size());
    if (fresh) order_.push_back(&at->first);
    return at->second;
  }
  [[nodiscard]] std::span<const std::string* const> all() const { return order_; }

 private:
  std::unordered_map<std::string, std::size_t> numbers_;
  std::vector<const std::string*> order_;
};

/// The script knows the members of a finding by their place in its array (findings_html_script.h).
class Data {
 public:
  Data(const FindingsPage& page, const Sink& to)
      : page_(page), report_(page.report), lang_(page.lang), places_(page.report.sources), to_(to) {}

  void operator()() {
    to_("<section class=\"every\" id=\"findings\" hidden>\n" + html_element("h2", in({"全部结果", "All findings"})) +
        "\n" + form() + results());
    const std::vector<Diagnostic>& findings = report_.result.findings;
    for (std::size_t i = 0; i < findings.size(); ++i) {
      if (i % findings_a_part == 0) json_.begin_array();
      finding(findings[i], page_.belongs[i]);
      if ((i + 1) % findings_a_part == 0 || i + 1 == findings.size()) {
        json_.end_array();
        part("class=\"part\"");
      }
    }
    tables();
    part("id=\"tables\"");
    to_("</section>\n");
  }

 private:
  [[nodiscard]] std::string in(Bilingual words) const { return page_.in(words); }

  void part(std::string_view mark) {
    to_(std::string("<script type=\"application/json\" ").append(mark).append(">"));
    to_(safe_in_script(json_.take()));
    to_("</script>\n");
  }

  using Choices = std::vector<std::pair<std::string, std::string>>;  ///< values and words

  [[nodiscard]] std::string select(std::string_view id, Bilingual label, const Choices& choices,
                                   bool all = true) const {
    std::string options = all ? html_element("option value=\"\"", in({"全部", "all"})) : std::string();
    for (const auto& [value, words] : choices) options += html_element("option value=\"" + value + "\"", words);
    return html_around("label",
                       html_escaped(in(label)) + html_around("select id=\"" + std::string(id) + "\"", options)) +
           "\n";
  }
  static void choice(Choices& to, std::size_t value, const std::string& words, std::size_t count) {
    if (count > 0) to.emplace_back(std::to_string(value), words + " (" + std::to_string(count) + ")");
  }

  [[nodiscard]] std::string form() const {
    const ValidateResult& r = report_.result;
    Choices severities, rules, agencies, levels, elements;
    for (const auto& [severity, count] :
         {std::pair{Severity::error, r.errors}, std::pair{Severity::warning, r.warnings},
          std::pair{Severity::info, r.infos}}) {
      if (count > 0)
        severities.emplace_back(name(severity), in(severity_word(severity)) + " (" + std::to_string(count) + ")");
    }
    for (std::size_t i = 0; i < page_.rules.size(); ++i)
      choice(rules, i, page_.rule_words(page_.rules[i].rule), page_.rules[i].count);
    for (std::size_t i = 0; i < page_.elements.size(); ++i) {
      const ElementCount& one = page_.elements[i];
      choice(elements, i, one.label, one.errors + one.warnings + one.infos);
    }
    if (report_.whose != nullptr) {
      for (std::size_t i = 0; i < report_.whose->agencies.size(); ++i)
        choice(agencies, i, page_.agency_name(i), report_.whose->agencies[i].rows.size());
      for (std::size_t i = 0; i < report_.whose->levels.size(); ++i) {
        const LevelTotal& one = report_.whose->levels[i];
        choice(levels, i, level_name(i), one.errors + one.warnings + one.infos);
      }
    }
    std::string out =
        "<form class=\"filter\" role=\"search\" aria-label=\"" + in({"筛选", "Filter"}) + "\">\n" +
        html_around("label class=\"words\"", html_escaped(in({"查找（事项、编码、文件、问题中的文字）",
                                                              "Search (matters, codes, files, words of a finding)"})) +
                                                 "<input type=\"search\" id=\"words\" autocomplete=\"off\">") +
        "\n" + select("severity", {"程度", "Severity"}, severities) + select("rule", {"规则", "Rule"}, rules);
    if (!agencies.empty()) out += select("agency", {"实施主体", "Agency"}, agencies);
    if (!levels.empty()) out += select("level", {"层级", "Level"}, levels);
    out += select("element", {"要素", "Element"}, elements);
    out += select("mend", {"怎么改", "How to mend"},
                  {{"safe", in({"可由程序修正", "the program can"})},
                   {"unsafe", in({"程序修正，须人确认", "the program, once somebody agrees"})},
                   {"hand", in({"要人改", "by hand"})}});
    Choices orders{
        {"severity", in({"程度", "severity"})}, {"rule", in({"规则", "rule"})}, {"file", in({"文件", "file"})}};
    if (!agencies.empty()) orders.emplace_back("agency", in({"实施主体", "agency"}));
    out += select("order", {"排列", "Order"}, orders, false);
    return out + html_element("button type=\"reset\"", in({"清除筛选", "Clear"})) + "\n</form>\n";
  }

  [[nodiscard]] std::string results() const {
    const std::string turn = html_element("button type=\"button\" class=\"back\"", in({"上一页", "Back"})) +
                             html_element("button type=\"button\" class=\"on\"", in({"下一页", "On"}));
    return "<p class=\"found\" role=\"status\" tabindex=\"-1\"></p>\n" + html_around("div class=\"turn\"", turn) +
           "\n<ol class=\"results\"></ol>\n" + html_around("div class=\"turn\"", turn) + "\n";
  }

  [[nodiscard]] std::string level_name(std::size_t i) const {
    const std::string& level = report_.whose->levels[i].level;
    return level.empty() ? in({"没有写层级", "no level is given"}) : shown_text(level);
  }

  void number_or_none(std::uint32_t number) {
    json_.number(number == FindingsPage::none ? -1 : static_cast<int>(number));
  }

  void finding(const Diagnostic& d, const FindingsPage::Belongs& belongs) {
    json_.begin_array();
    json_.number(2 - static_cast<int>(d.severity));
    number_or_none(belongs.rule);
    Position at;
    if (d.at.known()) {
      json_.number(file(d.at.source));
      const Places::View& view = places_.view(d.at.source);
      if (view) at = view.lines->position(d.at.span.begin);
    } else {
      json_.number(-1);
    }
    json_.number(at.line);
    json_.number(at.column);
    number_or_none(belongs.agency);
    number_or_none(belongs.level);
    number_or_none(belongs.element);
    json_.number(texts_.number(belongs.row == nullptr ? std::string_view() : std::string_view(belongs.row->matter)));
    json_.number(texts_.number(d.matter));
    json_.number(texts_.number(page_.field_of(d)));
    json_.string(shown_text(d.message));
    line(d);
    notes(d);
    json_.number(texts_.number(d.hint));
    fix(d);
    json_.number(page_.in_one_file(d) ? 1 : 0);
    json_.end_array();
  }

  int file(SourceId source) {
    const auto [at, fresh] = file_of_.try_emplace(source, static_cast<int>(files_.size()));
    if (fresh) files_.push_back(source);
    return at->second;
  }

  void line(const Diagnostic& d) {
    const MarkedLine line = marked_line(d.at, places_);
    if (line.number == 0) return json_.number(0);
    json_.begin_array();
    for (const std::string* const one : {&line.before, &line.marked, &line.after}) json_.string(*one);
    json_.end_array();
  }

  void notes(const Diagnostic& d) {
    if (d.notes.empty()) return json_.number(0);
    json_.begin_array();
    for (const Note& note : d.notes) {
      std::string text = note.message;
      if (note.at.known()) text += say(lang_, {"（{}）", " ({})"}, places_.shown(note.at));
      json_.string(shown_text(text));
    }
    json_.end_array();
  }

  void fix(const Diagnostic& d) {
    if (!d.fix) return json_.number(0);
    json_.begin_array();
    const Fix& f = *d.fix;
    json_.number(texts_.number(
        f.usable() ? f.what : say(lang_, {"{}（不能自动做：{}）", "{} (not by itself: {})"}, f.what, f.withheld)));
    json_.number(!f.usable() ? 2 : f.safe ? 0 : 1);
    json_.end_array();
  }

  void strings(std::string_view key, std::span<const std::string* const> all) {
    json_.key(key);
    json_.begin_array();
    for (const std::string* const one : all) json_.string(*one);
    json_.end_array();
  }

  template <class Each>
  void list(std::string_view key, std::size_t count, const Each& each) {
    json_.key(key);
    json_.begin_array();
    for (std::size_t i = 0; i < count; ++i) each(i);
    json_.end_array();
  }

  void tables() {
    json_.begin_object();
    list("rules", page_.rules.size(), [&](std::size_t i) {
      const std::string_view id = page_.rules[i].rule;
      json_.begin_array();
      const std::string asks = page_.rule_words(id);  // outlives the list
      for (const std::string_view text : {id, std::string_view(asks), page_.why_of(id), page_.source_of(id)})
        json_.string(shown_text(text));
      json_.end_array();
    });
    list("files", files_.size(), [&](std::size_t i) {
      const std::string_view name = report_.sources.name(files_[i]);
      json_.begin_array();
      json_.string(shown_text(name));
      json_.string(shown_text(shell_word(name)));
      json_.end_array();
    });
    const std::size_t agencies = report_.whose == nullptr ? 0 : report_.whose->agencies.size();
    list("agencies", agencies, [&](std::size_t i) { json_.string(page_.agency_name(i)); });
    const std::size_t levels = report_.whose == nullptr ? 0 : report_.whose->levels.size();
    list("levels", levels, [&](std::size_t i) { json_.string(level_name(i)); });
    strings("texts", texts_.all());
    words();
    json_.end_object();
  }

  void words() {
    json_.key("words");
    json_.begin_object();
    list("severities", 3, [&](std::size_t i) { json_.string(severity_word(static_cast<Severity>(2 - i)).in(lang_)); });
    json_.member("found",
                 in({"第 {0}–{1} 处，符合条件的共 {2} 处，全部 {3} 处", "{0}–{1} of {2} that match, {3} in all"}));
    json_.member("nothing", in({"没有符合条件的；全部 {3} 处", "None matches; {3} in all"}));
    json_.member("note", in({"注：", "Note: "}));
    json_.member("mend", in({"怎么改：", "How to mend: "}));
    json_.member("more", in({"为什么、依据、重查的命令", "Why, source, command"}));
    json_.member("why", in({"为什么：", "Why: "}));
    json_.member("source", in({"依据：", "Source: "}));
    json_.member("rule", in({"规则：", "Rule: "}));
    json_.member("check", in({"重查：", "Check again: "}));
    json_.member("whole", shown_text(page_.command()));
    json_.member("date", report_.day.year == 0 ? "" : " --date " + to_text(report_.day));
    json_.end_object();
  }

  const FindingsPage& page_;
  const Report& report_;
  Lang lang_;
  Places places_;
  const Sink& to_;
  JsonWriter json_{JsonWriter::Layout::one_line};
  Texts texts_;
  std::unordered_map<SourceId, int> file_of_;
  std::vector<SourceId> files_;
};

}  // namespace

void write_findings_data(const FindingsPage& page, const Sink& to) { Data(page, to)(); }

}  // namespace matter
