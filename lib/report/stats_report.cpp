#include "report/stats_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "checks/same_matters.h"
#include "diag/words.h"
#include "doc/json_write.h"
#include "report/shown.h"
#include "text/unicode.h"

namespace matter {

namespace {

constexpr std::string_view unit_keys[day_units] = {"working_day", "day", "month"};
constexpr Bilingual unit_words[day_units] = {{"工作日", "working days"}, {"自然日", "days"}, {"个月", "months"}};

struct Row {
  std::string_view key;
  Bilingual label, brief;
  Bilingual of;
  Share Standing::*share;
};
constexpr Row rows[] = {
    {"instant",
     {"即办件率", "done at once"},
     {"即办", "at once"},
     {"写明办件类型的事项", "matters that say their kind"},
     &Standing::instant},
    {"online",
     {"全程网办率", "wholly online"},
     {"全程网办", "online"},
     {"写明网办深度的事项", "matters that say how far"},
     &Standing::online},
    {"no_visit",
     {"一趟不用跑率", "no visit"},
     {"不用跑", "0 visits"},
     {"写明到现场次数的事项", "matters that say visits"},
     &Standing::no_visit},
    {"one_visit",
     {"最多跑一趟率", "one visit at most"},
     {"最多一趟", "≤1 visit"},
     {"写明到现场次数的事项", "matters that say visits"},
     &Standing::one_visit},
    {"waived",
     {"免交率", "need not be handed in"},
     {"免交", "waived"},
     {"份必要材料", "required materials"},
     &Standing::waived},
};

/// In percent; — where there is nothing that it could be of.
std::string percent(const Share& share) {
  if (share.of == 0) return "—";
  return fmt::format("{:.1f}", 100.0 * static_cast<double>(share.part) / static_cast<double>(share.of));
}

std::string share_text(const Share& share) { return share.of == 0 ? percent(share) : percent(share) + '%'; }

void text(const Standing& one, Lang lang, const std::string& indent, std::string& out) {
  bool any = false;
  for (std::size_t i = 0; i < day_units; ++i) {
    const Share& share = one.compression[i];
    if (one.compressed_matters[i] == 0) continue;
    any = true;
    out +=
        indent + say(lang,
                     {"压缩率 {}（法定合计 {} {}，承诺合计 {}；{} 个两者都有的事项）\n",
                      "time saved {} (legal {} {} in all, promised {}; {:matter that has|matters that have} both)\n"},
                     share_text(share), share.of, unit_words[i].in(lang), share.of - share.part,
                     Counted{one.compressed_matters[i]});
  }
  if (!any)
    out += indent + say(lang, {"压缩率 —（没有两者都有的事项）\n", "time saved — (no matter has both limits)\n"});
  if (one.limits_apart > 0) {
    out += indent + say(lang,
                        {"  另有 {} 个事项两个时限的单位不同，未计入\n",
                         "  {:more has|more have} limits in different units: not counted\n"},
                        Counted{one.limits_apart});
  }
  for (const Row& row : rows) {
    const Share& share = one.*row.share;
    out += indent + say(lang, {"{} {}（{}/{} {}）\n", "{} {} ({} of {} {})\n"}, row.label.in(lang), share_text(share),
                        share.part, share.of, row.of.in(lang));
  }
}

using Group = std::pair<const std::string, Standing>;

/// Levels from the nation down to the village, agencies by name.
std::vector<const Group*> in_order(const std::map<std::string, Standing>& all) {
  std::vector<const Group*> groups;
  groups.reserve(all.size());
  for (const Group& group : all) groups.push_back(&group);
  std::stable_sort(groups.begin(), groups.end(),
                   [](const Group* a, const Group* b) { return level_rank(a->first) < level_rank(b->first); });
  return groups;
}

std::string right(std::string_view cell, std::size_t width) {
  const std::size_t wide = display_width(cell);
  return std::string(wide < width ? width - wide : 0, ' ').append(cell);
}

constexpr std::size_t column = 9;
constexpr auto in_working_days = 0;  // of the sums of limits

/// Limits in units that the column does not show, or that do not go together.
bool has_other_limits(const Standing& one) {
  for (std::size_t i = 1; i < day_units; ++i) {
    if (one.compressed_matters[i] > 0) return true;
  }
  return one.limits_apart > 0;
}

/// A line a group: shares in percent, how many matters, and last the name, which may be of any length.
void table(const std::map<std::string, Standing>& all, const Bilingual& title, Lang lang, std::string& out) {
  if (all.empty()) return;
  out += say(lang, {"\n{}（%）\n", "\n{} (%)\n"}, title.in(lang));
  out += right(Bilingual{"压缩", "saved"}.in(lang), column - 1) + ' ';
  for (const Row& row : rows) out += right(row.brief.in(lang), column);
  out += right(Bilingual{"事项", "matters"}.in(lang), column) + '\n';
  bool others = false;
  for (const Group* const group : in_order(all)) {
    const Standing& one = group->second;
    const bool other = has_other_limits(one);
    others = others || other;
    out += right(percent(one.compression[in_working_days]), column - 1) + (other ? '*' : ' ');
    for (const Row& row : rows) out += right(percent(one.*row.share), column);
    out += right(fmt::format("{}", one.matters), column) + "  " + shown_text(group->first) + '\n';
  }
  if (others) {
    out += say(lang, {"* 另有不以工作日计或两个时限单位不同的事项，见 --verbose\n",
                      "* other limits are not in working days, or in two units: see --verbose\n"});
  }
}

void details(const std::map<std::string, Standing>& all, const Bilingual& title, Lang lang, std::string& out) {
  for (const Group* const group : in_order(all)) {
    out += say(lang, {"\n{}：{}（{} 个事项）\n", "\n{}: {} ({:matter})\n"}, title.in(lang), shown_text(group->first),
               Counted{group->second.matters});
    text(group->second, lang, "  ", out);
  }
}

void json_share(std::string_view key, const Share& share, JsonWriter& json) {
  json.key(key);
  json.begin_object();
  json.member("part", share.part);
  json.member("of", share.of);
  json.end_object();
}

void json_position(const Standing& one, JsonWriter& json) {
  json.member("matters", one.matters);
  json.key("compression");
  json.begin_object();
  for (std::size_t i = 0; i < day_units; ++i) {
    json.key(unit_keys[i]);
    json.begin_object();
    json.member("part", one.compression[i].part);
    json.member("of", one.compression[i].of);
    json.member("matters", one.compressed_matters[i]);
    json.end_object();
  }
  json.end_object();
  json.member("limits_apart", one.limits_apart);
  for (const Row& row : rows) json_share(row.key, one.*row.share, json);
}

void json_groups(std::string_view key, const std::map<std::string, Standing>& all, JsonWriter& json) {
  if (all.empty()) return;
  json.key(key);
  json.begin_array();
  for (const auto& [name, one] : all) {
    json.begin_object();
    json.member("name", name);
    json_position(one, json);
    json.end_object();
  }
  json.end_array();
}

}  // namespace

void write_stats_text(const StatsResult& result, Lang lang, bool verbose, const Sink& to) {
  std::string out = say(lang, {"{} 个事项，{} 个文件\n", "{:matter} in {:file}\n"}, Counted{result.all.matters},
                        Counted{result.files});
  text(result.all, lang, {}, out);
  const auto groups = verbose ? details : table;
  groups(result.by_level, {"层级", "level"}, lang, out);
  groups(result.by_agency, {"实施主体", "agency"}, lang, out);
  out += stats_bars(result, lang, 80);
  if (result.standard_entries > 0) {
    out += say(lang, {"\n未计入：标准化目录的 {} 个业务项\n", "\nNot counted: {} entries of standard catalogs\n"},
               result.standard_entries);
  }
  if (result.damaged > 0) {
    out += say(lang,
               {"\n{} 个文件没有读全，只计入读到的（详见 matter validate）\n",
                "\n{} files could not be read whole and count as far as they were read (see matter validate)\n"},
               result.damaged);
  }
  to(out);
}

void write_stats_json(const StatsResult& result, const Sink& to) {
  JsonWriter json;
  json.begin_object();
  json.member("schema", "matter.stats/1");
  json.member("files", result.files);
  json.member("damaged", result.damaged);
  json.member("standard_entries", result.standard_entries);
  json.key("all");
  json.begin_object();
  json_position(result.all, json);
  json.end_object();
  write_spread_json(result.spread, json);
  json_groups("by_level", result.by_level, json);
  json_groups("by_agency", result.by_agency, json);
  json.end_object();
  to(json.take());
}

}  // namespace matter
