#include "report/findings_html_parts.h"

#include <fmt/format.h>

#include <algorithm>

#include "checks/rule.h"
#include "diag/words.h"
#include "model/field.h"
#include "model/matter.h"
#include "report/finding_parts.h"
#include "report/ledger.h"
#include "report/shown.h"
#include "text/unicode.h"

namespace matter {

namespace {

constexpr std::size_t most_beside = 60;  ///< characters of a line in front of and behind what is marked
constexpr std::size_t most_marked = 160;

/// What a finding is of: the element of the matter, by its label.
std::string element_label(std::string_view field, Lang lang) {
  if (field.empty()) return say(lang, {"整个事项或文件", "the whole matter or file"});
  const std::string_view key = field.substr(0, field.find_first_of(".["));
  const Field* const known = find_field(*table_of<Matter>(), key);
  if (known == nullptr) return say(lang, {"模型以外的", "outside the model"});
  return std::string(lang == Lang::zh ? known->label : known->key);
}

void count(ElementCount& to, Severity severity) {
  ++(severity == Severity::error ? to.errors : severity == Severity::warning ? to.warnings : to.infos);
}

/// The last, or the first, so many characters.
std::string_view end_of(std::string_view text, std::size_t most, bool& cut) {
  std::size_t at = text.size(), seen = 0;
  while (at > 0 && seen < most) {
    --at;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
    ++seen;
  }
  cut = at > 0;
  return text.substr(at);
}
std::string_view start_of(std::string_view text, std::size_t most, bool& cut) {
  std::size_t at = 0;
  for (std::size_t seen = 0; at < text.size() && seen < most; ++seen) static_cast<void>(next_code_point(text, at));
  cut = at < text.size();
  return text.substr(0, at);
}

}  // namespace

FindingsPage::FindingsPage(const Report& of)
    : report(of), lang(of.style.lang), rules(rule_counts(of.result.findings)), belongs(of.result.findings.size()) {
  std::unordered_map<std::string_view, std::uint32_t> rule_number;
  for (std::uint32_t i = 0; i < rules.size(); ++i) rule_number.emplace(rules[i].rule, i);
  std::unordered_map<std::string, std::uint32_t> element_number;
  for (std::size_t i = 0; i < belongs.size(); ++i) {
    const Diagnostic& d = report.result.findings[i];
    belongs[i].rule = rule_number.at(d.rule);
    std::string label = element_label(d.field, lang);
    const auto [at, fresh] = element_number.try_emplace(label, static_cast<std::uint32_t>(elements.size()));
    if (fresh) elements.push_back({std::move(label)});
    belongs[i].element = at->second;
    count(elements[at->second], d.severity);
  }
  if (report.whose == nullptr) return;
  by_agency.resize(report.whose->agencies.size());
  for (std::uint32_t agency = 0; agency < by_agency.size(); ++agency) {
    by_agency[agency].resize(rules.size());
    for (const LedgerRow& row : report.whose->agencies[agency].rows) {
      Belongs& one = belongs[row.finding];
      one.agency = agency;
      one.row = &row;
      const auto& levels = report.whose->levels;
      const auto level =
          std::find_if(levels.begin(), levels.end(), [&](const auto& l) { return l.level == row.level; });
      one.level = static_cast<std::uint32_t>(level - levels.begin());
      ++by_agency[agency][one.rule];
    }
  }
}

bool FindingsPage::fails() const {
  if (!report.fails_at) return false;
  const ValidateResult& r = report.result;
  return r.errors > 0 || (*report.fails_at <= Severity::warning && r.warnings > 0) ||
         (*report.fails_at == Severity::info && r.infos > 0);
}

std::string FindingsPage::command(std::string_view file) const {
  std::string text = "matter validate";
  if (!file.empty()) text += " " + shell_word(file);
  if (report.day.year != 0) text += " --date " + to_text(report.day);
  return text;
}

std::string FindingsPage::command() const {
  std::string text = "matter validate";
  for (const std::string& path : report.paths) text += " " + (path == "-" ? std::string("-") : shell_word(path));
  if (report.since != nullptr) text += " --since " + shell_word(report.commit);
  if (report.baseline != nullptr) text += " --baseline " + shell_word(report.baseline->file);
  if (report.day.year != 0) text += " --date " + to_text(report.day);
  return text;
}

bool FindingsPage::in_one_file(const Diagnostic& d) const {
  if (!d.at.known() || report.sources.kind(d.at.source) != SourceKind::disk) return false;
  if (is_workbook_cell(report.sources, d.at.source)) return false;
  const Rule* const rule = find_rule(d.rule);
  if (rule != nullptr && rule->scope == Scope::catalog) return false;
  return std::all_of(d.notes.begin(), d.notes.end(),
                     [&](const Note& note) { return !note.at.known() || note.at.source == d.at.source; });
}

std::string_view FindingsPage::source_of(std::string_view rule) const {
  const Rule* const known = find_rule(rule);
  const std::string_view source = known == nullptr ? std::string_view() : known->source.in(lang);
  return source == "—" ? std::string_view() : source;
}

std::string_view FindingsPage::why_of(std::string_view rule) const {
  const Rule* const known = find_rule(rule);
  return known == nullptr ? Bilingual{"目录自定的规则。", "A rule of the catalog's own."}.in(lang)
                          : known->why.in(lang);
}

std::string FindingsPage::agency_name(std::size_t number) const {
  const std::vector<AgencyLedger>& all = report.whose->agencies;
  const AgencyLedger& one = all[number];
  const std::string name = shown_text(name_of(one, lang));
  const bool shared = !one.agency.empty() && std::count_if(all.begin(), all.end(), [&](const AgencyLedger& other) {
                                               return other.agency == one.agency;
                                             }) > 1;
  if (!shared) return name;
  return name + " " + (one.code.empty() ? in({"（没有代码）", "(no code)"}) : shown_text(one.code));
}

std::string FindingsPage::rule_words(std::string_view rule) const {
  const std::string_view summary = summary_of(rule, lang);
  return shown_text(summary.empty() ? rule : summary);
}

bool FindingsPage::scored() const {
  return report.whose != nullptr && report.since == nullptr && report.whose->looked_at.all > 0;
}

std::string FindingsPage::field_of(const Diagnostic& d) const {
  return shown_text(lang == Lang::zh ? labels_of(d.field) : d.field);
}

std::size_t score_tenths(const MatterCounts& counts) {
  const std::size_t good = counts.all - counts.errors - counts.warnings;
  return counts.all == 0 ? 0 : (good * 2 + counts.warnings) * 500 / counts.all;
}
std::string score_text(const MatterCounts& counts) {
  if (counts.all == 0) return "—";
  const std::size_t tenths = score_tenths(counts);
  return fmt::format("{}.{}", tenths / 10, tenths % 10);
}

MarkedLine marked_line(Location at, Places& places) {
  MarkedLine out;
  if (!at.known()) return out;
  const Places::View& view = places.view(at.source);
  if (!view) return out;
  out.number = view.lines->position(at.span.begin).line;
  const Span line = view.lines->line_span(out.number);
  const std::uint32_t begin = std::clamp(at.span.begin, line.begin, line.end);
  std::uint32_t end = std::clamp(at.span.end, begin, line.end);
  const std::string_view text(*view.text);
  if (end == begin && begin < line.end) {
    std::size_t next = begin;
    static_cast<void>(next_code_point(text, next));
    end = static_cast<std::uint32_t>(next);
  }
  bool cut = false;
  out.before = shown_text(end_of(slice(text, {line.begin, begin}), most_beside, cut));
  if (cut) out.before = "…" + out.before;
  out.marked = shown_text(start_of(slice(text, {begin, end}), most_marked, cut));
  if (cut) out.marked += "…";
  out.after = shown_text(start_of(slice(text, {end, line.end}), most_beside, cut));
  if (cut) out.after += "…";
  return out;
}

std::string shell_word(std::string_view text) {
  const bool plain = !text.empty() && std::all_of(text.begin(), text.end(), [](unsigned char c) {
    return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           std::string_view("-._/+:@%,").find(static_cast<char>(c)) != std::string_view::npos;
  });
  if (plain && text.front() != '-') return std::string(text);
  std::string out = text.starts_with('-') ? "./'" : "'";
  for (const char c : text) out.append(c == '\'' ? "'\\''" : std::string(1, c));
  return out + "'";
}

std::string fix_command(const Diagnostic& d, std::string_view file) {
  if (!d.fix || !d.fix->usable() || file.empty()) return {};
  return std::string(d.fix->safe ? "matter validate --fix " : "matter validate --unsafe-fixes --diff ") +
         shell_word(file);
}

}  // namespace matter
