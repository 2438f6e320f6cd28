#include "report/find_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "diag/words.h"
#include "report/places.h"
#include "report/shown.h"
#include "text/unicode.h"

namespace matter {

namespace {

constexpr std::size_t most_said = 40;  // characters of a long text that are shown

struct Group {
  std::string agency;
  std::vector<const FoundMatter*> matters;
};

/// Agencies with most matters first, then by name; entries of standard catalogs before all: they are mended first.
std::vector<Group> grouped(const FindResult& result, bool standard) {
  std::map<std::string, Group> by_agency;
  for (const FoundMatter& one : result.found) {
    if (one.standard != standard) continue;
    Group& group = by_agency[one.agency];
    group.agency = one.agency;
    group.matters.push_back(&one);
  }
  std::vector<Group> groups;
  groups.reserve(by_agency.size());
  for (auto& [agency, group] : by_agency) groups.push_back(std::move(group));
  std::stable_sort(groups.begin(), groups.end(),
                   [](const Group& a, const Group& b) { return a.matters.size() > b.matters.size(); });
  return groups;
}

std::string cut(const std::string& text) {
  std::size_t at = 0;
  for (std::size_t n = 0; n < most_said && at < text.size(); ++n) static_cast<void>(next_code_point(text, at));
  return at < text.size() ? text.substr(0, at) + "…" : text;
}

std::string agency_words(const std::string& agency, bool standard, Lang lang) {
  std::string name = shown_text(agency);
  if (name.empty()) name = say(lang, {"没有写实施主体", "no agency is named"});
  if (standard) name += say(lang, {"（标准化目录）", " (standard catalog)"});
  return name;
}

class FindText {
 public:
  FindText(const FindResult& result, const Sources& sources, const TextStyle& style)
      : result_(result), places_(sources), style_(style) {
    for (const FoundMatter& one : result.found) {
      if (one.standard) entries_.insert(one.identity);
    }
  }

  void write(const Sink& to) {
    out_ += found_heading(result_, style_.lang);
    for (const bool standard : {true, false}) {
      for (const Group& group : grouped(result_, standard)) {
        agency(group, standard);
        for (const FoundMatter* one : group.matters) matter(*one);
        to(std::exchange(out_, {}));
      }
    }
    out_ += damaged_line(result_, style_.lang);
    to(out_);
  }

 private:
  void agency(const Group& group, bool standard) {
    const std::string name = agency_words(group.agency, standard, style_.lang);
    out_ += say(style_.lang, {"\n{}：{} 个事项\n", "\n{}: {:matter}\n"}, name, Counted{group.matters.size()});
  }

  void line(std::size_t indent, const std::string& left, const std::string& right) {
    out_.append(indent, ' ').append(left);
    if (right.empty()) {
      out_ += '\n';
    } else if (indent + display_width(left) + 2 + display_width(right) <= style_.width) {
      out_.append("  ").append(right).append("\n");
    } else {
      out_.append("\n").append(indent + 2, ' ').append(right).append("\n");
    }
  }

  void matter(const FoundMatter& one) {
    line(2, shown_name(one, style_.lang), shown_text(one.identity));
    if (one.places.empty()) out_ += "    " + places_.shown(one.at) + '\n';
    const auto taken_over = static_cast<std::size_t>(
        std::count_if(one.places.begin(), one.places.end(), [](const FoundPlace& place) { return place.inherited; }));
    const bool above = taken_over > 0 && entries_.contains(one.entry);
    if (above) {
      line(4,
           say(style_.lang, {"沿用 {} 的 {} 处", "{1:place is|places are} taken over from {0}"}, shown_text(one.entry),
               Counted{taken_over}),
           {});
    }
    for (const FoundPlace& place : one.places) {
      if (above && place.inherited) continue;
      std::string what = shown_text(style_.lang == Lang::zh ? place.label : place.field);
      const std::string said = shown_text(cut(place.said));
      if (what.find(said) == std::string::npos) what += ": " + said;
      what += remark(place.certainty);
      std::string where = places_.shown(place.at);
      if (place.inherited) where = say(style_.lang, {"沿用 {}", "taken over: {}"}, where);
      line(4, what, where);
    }
  }

  [[nodiscard]] std::string remark(Certainty certainty) const {
    switch (certainty) {
      case Certainty::named: return {};
      case Certainty::own: return say(style_.lang, {"（只写了条款）", " (its article only)"});
      case Certainty::unspecified: break;
    }
    return say(style_.lang, {"（没有写条款）", " (without an article)"});
  }

  const FindResult& result_;
  Places places_;
  const TextStyle& style_;
  std::set<std::string> entries_;  // listed above, with all that is taken over from them
  std::string out_;
};

}  // namespace

std::string found_heading(const FindResult& result, Lang lang) {
  const auto of_standard = static_cast<std::size_t>(
      std::count_if(result.found.begin(), result.found.end(), [](const FoundMatter& m) { return m.standard; }));
  std::string line = say(lang, {"{} 个事项中找到 {} 个", "{1} found in {0:matter}"}, Counted{result.matters},
                         result.found.size() - of_standard);
  if (of_standard > 0) {
    line +=
        say(lang, {"，标准化目录业务项 {} 个", ", and {:entry|entries} of standard catalogs"}, Counted{of_standard});
  }
  return line + '\n';
}

std::string damaged_line(const FindResult& result, Lang lang) {
  if (result.damaged == 0) return {};
  return say(lang,
             {"\n{} 个文件没有读全，其中可能还有（详见 matter validate）\n",
              "\n{:file was|files were} not read whole, there may be more in them (see matter validate)\n"},
             Counted{result.damaged});
}

std::string shown_name(const FoundMatter& one, Lang lang) {
  std::string name = shown_text(one.name);
  if (name.empty()) name = say(lang, {"（没有名称）", "(no name)"});
  if (one.sample && one.name.find("示例") == std::string::npos) name += say(lang, {"（样例）", " (a sample)"});
  return name;
}

std::string shown_agency(const FoundMatter& one, Lang lang) { return agency_words(one.agency, one.standard, lang); }

void write_find_text(const FindResult& result, const Sources& sources, const TextStyle& style, const Sink& to) {
  FindText(result, sources, style).write(to);
}

}  // namespace matter
