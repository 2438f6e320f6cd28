#include "report/stats_report.h"

#include <fmt/format.h>

#include "diag/words.h"
#include "doc/json_write.h"
#include "report/shown.h"

namespace matter {

namespace {

constexpr std::string_view unit_keys[day_units] = {"working_day", "day", "month"};
constexpr Bilingual unit_words[day_units] = {{"工作日", "working days"}, {"自然日", "days"}, {"个月", "months"}};

struct Row {
  std::string_view key;
  Bilingual label;
  Bilingual of;
  Share Standing::*share;
};
constexpr Row rows[] = {
    {"instant",
     {"即办件率", "done at once"},
     {"写明办件类型的事项", "matters that say their kind"},
     &Standing::instant},
    {"online", {"全程网办率", "wholly online"}, {"写明网办深度的事项", "matters that say how far"}, &Standing::online},
    {"no_visit",
     {"一趟不用跑率", "no visit"},
     {"写明到现场次数的事项", "matters that say visits"},
     &Standing::no_visit},
    {"one_visit",
     {"最多跑一趟率", "one visit at most"},
     {"写明到现场次数的事项", "matters that say visits"},
     &Standing::one_visit},
    {"waived", {"免交率", "need not be handed in"}, {"份必要材料", "required materials"}, &Standing::waived},
};

std::string share_text(const Share& share) {
  if (share.of == 0) return "—";
  return fmt::format("{:.1f}%", 100.0 * static_cast<double>(share.part) / static_cast<double>(share.of));
}

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

void groups(const std::map<std::string, Standing>& all, const Bilingual& title, Lang lang, std::string& out) {
  for (const auto& [name, one] : all) {
    out += say(lang, {"\n{}：{}（{} 个事项）\n", "\n{}: {} ({:matter})\n"}, title.in(lang), shown_text(name),
               Counted{one.matters});
    text(one, lang, "  ", out);
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

void write_stats_text(const StatsResult& result, Lang lang, const Sink& to) {
  std::string out = say(lang, {"{} 个事项，{} 个文件\n", "{:matter} in {:file}\n"}, Counted{result.all.matters},
                        Counted{result.files});
  text(result.all, lang, {}, out);
  groups(result.by_level, {"层级", "level"}, lang, out);
  groups(result.by_agency, {"实施主体", "agency"}, lang, out);
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
  json_groups("by_level", result.by_level, json);
  json_groups("by_agency", result.by_agency, json);
  json.end_object();
  to(json.take());
}

}  // namespace matter
