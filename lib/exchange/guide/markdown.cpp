#include <algorithm>

#include "exchange/guide/pages.h"
#include "exchange/guide/template.h"

namespace matter {

namespace {

/// A character that no reader sees and that keeps `@name`, `#1` and addresses from being mentions or links: platforms
/// look for these in the text that came of the Markdown.
constexpr std::string_view apart = "&#8203;";

/// A text as text: no markup, no mention, no link. Never at the beginning of a line. Lines stay lines.
std::string plain(std::string_view text) {
  const std::string safe = html_text(text);
  std::string out;
  for (std::size_t i = 0; i < safe.size(); ++i) {
    const char c = safe[i];
    const std::string_view rest = std::string_view(safe).substr(i);
    if (c == '\n') {
      out += "<br>";
    } else if (c == '@' || rest.starts_with("://") || rest.starts_with("www.") || rest.starts_with("WWW.")) {
      out.append(1, c).append(apart);
    } else if (rest.starts_with("&#39;")) {
      out += '\'';
      i += 4;
    } else if (rest.starts_with("&quot;")) {
      out += '"';
      i += 5;
    } else {
      if (std::string_view("\\`*_[]~$^=|#").find(c) != std::string_view::npos) out += '\\';
      out += c;
    }
  }
  return out;
}

/// The same at the beginning of a line or an item, where `1.` and `-` would begin a list.
std::string first_plain(std::string_view text) {
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  const bool listed = digits != 0 && digits < text.size() && (text[digits] == '.' || text[digits] == ')');
  if (listed) return std::string(text.substr(0, digits)) + "\\" + plain(text.substr(digits));
  return (text.starts_with('-') || text.starts_with('+') ? "\\" : "") + plain(text);
}

std::string value_of(const GuideFact& fact) {
  if (fact.kind == GuideFact::Kind::file) return "[" + plain(fact.text) + "](" + path_address(fact.target) + ")";
  if (fact.kind != GuideFact::Kind::address) return plain(fact.text);
  std::string target;
  for (const char c : fact.target) target += c == '(' ? "%28" : c == ')' ? "%29" : std::string(1, c);
  return "[" + plain(fact.text) + "](" + html_text(target) + ")";
}

std::string facts(const std::vector<GuideFact>& all, std::string_view indent) {
  std::string out;
  for (const GuideFact& fact : all)
    out.append(indent).append("- ").append(plain(fact.label)).append("：").append(value_of(fact)).append("\n");
  return out;
}

std::string head(const GuideItem& item, bool strong) {
  std::string out = item.title.empty() ? std::string()
                    : strong           ? "**" + plain(item.title) + "**"
                                       : first_plain(item.title);
  for (const GuideTag& tag : item.tags)
    out.append(out.empty() ? "" : " ").append("〔").append(plain(tag.text)).append("〕");
  return out;
}

std::string item_lines(const GuideSection& section, const std::vector<std::uint32_t>& numbers) {
  const bool ordered = section.ordered || section.layout == GuideSpot::Layout::steps;
  const bool boxes = section.layout == GuideSpot::Layout::checklist;
  std::string out;
  std::size_t n = 0;
  for (const std::uint32_t i : numbers) {
    const GuideItem& item = section.items[i];
    const std::string mark = boxes ? "- [ ] " : ordered ? std::to_string(++n) + ". " : "- ";
    const std::string title = head(item, !item.facts.empty() && !boxes);
    out += mark + (title.empty() ? "—" : title) + "\n" + facts(item.facts, std::string(boxes ? 2 : mark.size(), ' '));
  }
  return out;
}

std::string body_of(const GuideSection& section) {
  if (!section.said.empty()) return plain(section.said) + "\n";
  std::vector<std::uint32_t> all(section.items.size());
  for (std::uint32_t i = 0; i < all.size(); ++i) all[i] = i;
  if (section.groups.empty()) return facts(section.facts, "") + item_lines(section, all);
  std::string out;
  for (const GuideGroup& group : section.groups) {
    out.append(out.empty() ? "" : "\n").append("### ");
    out += plain(group.name.empty() ? for_all : std::string_view(group.name)) + "\n\n";
    if (!group.note.empty()) out += first_plain(group.note) + "\n\n";
    out += group.items.empty() ? std::string(nothing_more) + "\n" : item_lines(section, group.items);
  }
  return out;
}

std::string sections(const std::vector<GuideSection>& all) {
  std::string out;
  std::string_view last;
  for (const GuideSection& section : all) {
    out += section.label == last ? "\n" : "\n## " + plain(section.label) + "\n\n";
    last = section.label;
    out += body_of(section);
  }
  return out;
}

std::string top(const Guide& guide, std::string_view kind) {
  std::string out = "# " + plain(guide.name) + std::string(kind) + "\n";
  if (guide.sample) out += "\n> **" + plain(sample_words) + "**\n";
  for (const std::string& one : guide.warnings) out += "\n> **" + plain(one) + "**\n";
  const GuideEntry entry = entry_of(guide);
  out += "\n" + first_plain(guide.agency.empty() ? no_agency : std::string_view(guide.agency));
  if (!entry.other_names.empty()) out += " · 又称：" + plain(entry.other_names);
  if (!entry.code.empty()) out += " · 编码 " + plain(entry.code);
  return out + "\n";
}

std::string link(std::string_view words, std::string_view path) {
  return "[" + plain(words) + "](" + path_address(path) + ")";
}

}  // namespace

std::string guide_markdown(const Guide& guide, const GuidePlace& place) {
  return top(guide, "") + "\n" + link("全部事项", place.index) + " · " + link("一次性告知单", place.notice) + "\n" +
         sections(guide.guide) + "\n---\n\n导出日期：" + place.date + "\n";
}

std::string notice_markdown(const Guide& guide, const GuidePlace& place) {
  return top(guide, "：一次性告知单") + "\n" + link("全部事项", place.index) + " · " + link("办事指南", place.guide) +
         "\n" + sections(guide.notice) + "\n---\n\n导出日期：" + place.date + "\n";
}

std::string index_markdown(const std::vector<GuideEntry>& entries, bool sample, std::string_view date) {
  std::string out = "# 办事指南\n";
  if (sample) out += "\n> **" + plain(sample_words) + "**\n";
  for (const GuideAgency& agency : by_agency(entries)) {
    out += "\n## " + plain(agency.name) + "\n\n";
    for (const GuideEntry* const entry : agency.matters) {
      out += "- " + link(entry->name, entry->guide);
      if (!entry->other_names.empty()) out += "（又称：" + plain(entry->other_names) + "）";
      out += "，" + link("一次性告知单", entry->notice) + "\n";
    }
  }
  return out.append("\n---\n\n导出日期：").append(date).append("\n");
}

}  // namespace matter
