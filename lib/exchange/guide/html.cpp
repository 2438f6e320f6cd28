#include <algorithm>

#include "exchange/guide/pages.h"
#include "exchange/guide/template.h"

namespace matter {

namespace {

using Layout = GuideSpot::Layout;

/// An element around markup that is made already.
std::string around(std::string_view open, std::string_view markup) {
  const std::string_view name = open.substr(0, open.find(' '));
  return std::string("<").append(open).append(">").append(markup).append("</").append(name).append(">");
}
/// An element around a text.
std::string element(std::string_view open, std::string_view text) { return around(open, html_text(text)); }

std::string value_of(const GuideFact& fact) {
  switch (fact.kind) {
    case GuideFact::Kind::text: break;
    case GuideFact::Kind::address:
      return around("a href=\"" + html_text(fact.target) + "\" rel=\"noopener\"", html_text(fact.text));
    case GuideFact::Kind::file: return around("a href=\"" + path_address(fact.target) + "\"", html_text(fact.text));
    case GuideFact::Kind::phone: return around("a href=\"tel:" + html_text(fact.target) + "\"", html_text(fact.text));
  }
  return html_text(fact.text);
}

std::string facts(const std::vector<GuideFact>& all, std::string_view look) {
  if (all.empty()) return {};
  std::string out = "<dl class=\"" + std::string(look) + "\">\n";
  for (const GuideFact& fact : all)
    out += around("div", element("dt", fact.label) + around("dd", value_of(fact))) + "\n";
  return out + "</dl>\n";
}

std::string tags(const GuideItem& item) {
  std::string out;
  for (const GuideTag& tag : item.tags)
    out.append(" ").append(element(tag.relief ? "span class=\"tag relief\"" : "span class=\"tag\"", tag.text));
  return out;
}

bool is_plain(const GuideItem& item) { return item.facts.empty(); }

std::string list(const GuideSection& section, const std::vector<std::uint32_t>& numbers) {
  const bool plain = std::all_of(numbers.begin(), numbers.end(), [&](auto i) { return is_plain(section.items[i]); });
  const bool steps = section.layout == Layout::steps;
  const std::string_view name = steps || (plain && section.ordered) ? "ol" : "ul";
  std::string out = std::string("<").append(name).append(" class=\"");
  out.append(plain && !steps ? "plain" : steps ? "steps" : "items").append("\">\n");
  for (const std::uint32_t i : numbers) {
    const GuideItem& item = section.items[i];
    if (plain && !steps) {
      out += around("li", html_text(item.title) + tags(item)) + "\n";
      continue;
    }
    const std::string title = item.title.empty() ? std::string() : element("span class=\"name\"", item.title);
    out += around("li", around("p class=\"head\"", title + tags(item)) + facts(item.facts, "facts")) + "\n";
  }
  return out.append("</").append(name).append(">\n");
}

std::string items(const GuideSection& section) {
  std::vector<std::uint32_t> all(section.items.size());
  for (std::uint32_t i = 0; i < all.size(); ++i) all[i] = i;
  if (section.groups.empty()) return all.empty() ? std::string() : list(section, all);
  std::string out;
  for (const GuideGroup& group : section.groups) {
    out += element("h3", group.name.empty() ? for_all : std::string_view(group.name)) + "\n";
    if (!group.note.empty()) out += element("p class=\"note\"", group.note) + "\n";
    out += group.items.empty() ? element("p", nothing_more) + "\n" : list(section, group.items);
  }
  return out;
}

/// One line for each item, to be ticked off; columns that no item fills are left out.
std::string checklist(const GuideSection& section) {
  std::vector<std::string_view> columns;
  for (const GuideItem& item : section.items) {
    for (const GuideFact& fact : item.facts) {
      if (std::find(columns.begin(), columns.end(), fact.label) == columns.end()) columns.push_back(fact.label);
    }
  }
  std::string head = element("th scope=\"col\"", "核对") + element("th scope=\"col\"", section.item_label);
  for (const std::string_view column : columns) head += element("th scope=\"col\"", column);
  std::string out = "<table>\n" + around("thead", around("tr", head)) + "\n<tbody>\n";
  for (const GuideItem& item : section.items) {
    std::string row = "<td class=\"box\"><span aria-hidden=\"true\">□</span></td>" +
                      around("th scope=\"row\"", html_text(item.title) + tags(item));
    for (const std::string_view column : columns) {
      const auto at = std::find_if(item.facts.begin(), item.facts.end(),
                                   [&](const GuideFact& fact) { return fact.label == column; });
      row += around("td data-label=\"" + html_text(column) + "\"", at == item.facts.end() ? "" : value_of(*at));
    }
    out += around("tr", row) + "\n";
  }
  return out + "</tbody>\n</table>\n";
}

std::string body_of(const GuideSection& section) {
  if (!section.said.empty()) return element("p class=\"said\"", section.said) + "\n";
  if (section.layout == Layout::tiles) return facts(section.facts, "tiles");
  if (section.layout == Layout::checklist) return checklist(section);
  return facts(section.facts, "facts") + items(section);
}

/// Sections of one name that stand together are one section of the page.
std::string sections(const std::vector<GuideSection>& all, std::string& parts) {
  std::string out;
  std::size_t number = 0;
  for (std::size_t i = 0; i < all.size();) {
    const std::string id = "part" + std::to_string(++number);
    const std::string_view label = all[i].label;
    parts += around("li", element("a href=\"#" + id + "\"", label)) + "\n";
    out.append("<section id=\"").append(id).append("\" aria-labelledby=\"").append(id).append("-name\">\n");
    out.append(element("h2 id=\"" + id + "-name\"", label)).append("\n");
    for (; i < all.size() && all[i].label == label; ++i) out += "<div class=\"part\">\n" + body_of(all[i]) + "</div>\n";
    out += "</section>\n";
  }
  return out;
}

std::string banner(bool sample) {
  return sample ? element("aside class=\"sample\" aria-label=\"样例\"", sample_words) + "\n" : std::string();
}
std::string title_of(std::string_view name, std::string_view kind) { return html_text(name) + " · " + html_text(kind); }

/// What every page begins with. The index (`start`) stands at the top and is the only one that may run a script: ours.
std::string head_of(std::string title, std::string look, bool sample) {
  const bool index = look == "start";
  if (sample) title += "（样例）", look += " is-sample";
  return fill_template("head.html", {{"allowed", index ? "; script-src 'self' file:" : ""},
                                     {"title", title},
                                     {"top", index ? "" : "../"},
                                     {"script", index ? "<script src=\"search.js\" defer></script>\n" : ""},
                                     {"look", look},
                                     {"banner", banner(sample)}});
}

std::string warnings(const Guide& guide) {
  std::string out;
  for (const std::string& one : guide.warnings) out += element("p class=\"warning\"", one) + "\n";
  return out;
}

std::string agency_of(const Guide& guide) {
  return html_text(guide.agency.empty() ? no_agency : std::string_view(guide.agency));
}

/// Other names and the code, under the name.
std::string known_as(const Guide& guide) {
  const GuideEntry entry = entry_of(guide);
  std::string out = entry.other_names.empty() ? std::string() : "又称：" + html_text(entry.other_names);
  if (!entry.code.empty()) out.append(out.empty() ? "" : " · ").append("编码 ").append(element("code", entry.code));
  return out.empty() ? out : around("p class=\"known\"", out) + "\n";
}

std::string options(const std::vector<std::string_view>& names) {
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i)
    out += "\n" + element("option value=\"" + std::to_string(i) + "\"", names[i]);
  return out;
}

std::string numbers(const std::vector<std::string_view>& of, const std::vector<std::string_view>& all) {
  std::string out;
  for (const std::string_view one : of) {
    const auto at = std::find(all.begin(), all.end(), one) - all.begin();
    out.append(out.empty() ? "" : " ").append(std::to_string(at));
  }
  return out;
}

/// The values of a named list that some matter has, in the list's order, and then those of catalogs.
std::vector<std::string_view> seen(const std::vector<GuideEntry>& entries, std::string_view list,
                                   std::vector<std::string_view> GuideEntry::*values) {
  std::vector<std::string_view> names;
  const auto add = [&](std::string_view name) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  };
  for (const NamedValue& value : named_list(list)->values) {
    const bool any = std::any_of(entries.begin(), entries.end(), [&](const GuideEntry& e) {
      return std::find((e.*values).begin(), (e.*values).end(), value.name) != (e.*values).end();
    });
    if (any) add(value.name);
  }
  for (const GuideEntry& entry : entries) std::for_each((entry.*values).begin(), (entry.*values).end(), add);
  return names;
}

std::string line_of(const GuideEntry& entry, const std::vector<std::string_view>& clients,
                    const std::vector<std::string_view>& channels) {
  std::string also = entry.other_names.empty() ? std::string() : html_text(entry.other_names);
  if (!entry.code.empty()) also.append(also.empty() ? "" : " · ").append(element("code", entry.code));
  return "<li data-c=\"" + numbers(entry.clients, clients) + "\" data-m=\"" + numbers(entry.channels, channels) +
         "\">" + element("a class=\"go\" href=\"" + path_address(entry.guide) + "\"", entry.name) +
         (also.empty() ? also : around("span class=\"also\"", also)) +
         element("a class=\"more\" href=\"" + path_address(entry.notice) + "\" aria-label=\"一次性告知单：" +
                     html_text(entry.name) + "\"",
                 "告知单") +
         "</li>\n";
}

}  // namespace

std::string guide_html(const Guide& guide, const GuidePlace& place) {
  std::string parts;
  const std::string body = sections(guide.guide, parts);
  return fill_template("page.html", {{"head", head_of(title_of(guide.name, "办事指南"), "guide", guide.sample)},
                                     {"index", path_address(place.index)},
                                     {"notice", path_address(place.notice)},
                                     {"agency", agency_of(guide)},
                                     {"name", html_text(guide.name)},
                                     {"known_as", known_as(guide)},
                                     {"warnings", warnings(guide)},
                                     {"parts", parts},
                                     {"sections", body},
                                     {"date", html_text(place.date)}});
}

std::string notice_html(const Guide& guide, const GuidePlace& place) {
  std::string parts;
  const std::string body = sections(guide.notice, parts);
  const std::string code = guide.code.empty() ? std::string() : " · 编码 " + element("code", guide.code);
  return fill_template("notice.html", {{"head", head_of(title_of(guide.name, "一次性告知单"), "notice", guide.sample)},
                                       {"index", path_address(place.index)},
                                       {"guide", path_address(place.guide)},
                                       {"agency", agency_of(guide)},
                                       {"code", code},
                                       {"name", html_text(guide.name)},
                                       {"warnings", warnings(guide)},
                                       {"sections", body},
                                       {"date", html_text(place.date)}});
}

std::string index_html(const std::vector<GuideEntry>& entries, bool sample, std::string_view date) {
  constexpr std::size_t most_open = 30;  ///< matters: more of them begin with their agencies closed
  const std::vector<GuideAgency> agencies = by_agency(entries);
  const auto clients = seen(entries, "client", &GuideEntry::clients);
  const auto channels = seen(entries, "channel", &GuideEntry::channels);
  std::vector<std::string_view> names;
  std::string list;
  for (std::size_t i = 0; i < agencies.size(); ++i) {
    const GuideAgency& agency = agencies[i];
    names.push_back(agency.name);
    list += "<details data-a=\"" + std::to_string(i) + (entries.size() <= most_open ? "\" open>\n" : "\">\n") +
            around("summary", element("h2", agency.name) +
                                  element("span class=\"count\"", std::to_string(agency.matters.size()) + " 项")) +
            "\n<ul>\n";
    for (const GuideEntry* const entry : agency.matters) list += line_of(*entry, clients, channels);
    list += "</ul>\n</details>\n";
  }
  return fill_template("index.html", {{"head", head_of("办事指南", "start", sample)},
                                      {"count", std::to_string(entries.size())},
                                      {"agencies", std::to_string(agencies.size())},
                                      {"agency_options", options(names)},
                                      {"client_options", options(clients)},
                                      {"mode_options", options(channels)},
                                      {"list", list},
                                      {"date", html_text(date)}});
}

}  // namespace matter
