#include "model/family_name.h"
#include "report/stats_report.h"

namespace matter {

namespace {

void tally(std::string_view key, const Tally& all, JsonWriter& json) {
  json.key(key);
  json.begin_array();
  for (const auto& [name, matters] : all) {
    json.begin_object();
    json.member("name", name);
    json.member("matters", matters);
    json.end_object();
  }
  json.end_array();
}

void ranges(const Histogram& of, JsonWriter& json) {
  json.member("said", of.said);
  json.member("sum", of.sum);
  json.key("ranges");
  json.begin_array();
  for (std::size_t i = 0; i < of.counts.size(); ++i) {
    json.begin_object();
    json.member("from", of.ranges[i].from);
    if (of.ranges[i].to) json.member("to", *of.ranges[i].to);
    json.member("matters", of.counts[i]);
    json.end_object();
  }
  json.end_array();
}

void histogram(std::string_view key, const Histogram& of, JsonWriter& json) {
  json.key(key);
  json.begin_object();
  ranges(of, json);
  json.end_object();
}

void limits(std::string_view key, const Histogram& of, const OtherLimits& other, JsonWriter& json) {
  json.key(key);
  json.begin_object();
  ranges(of, json);
  json.member("days", other.days);
  json.member("months", other.months);
  json.member("none", other.none);
  json.member("unknown", other.unknown);
  json.end_object();
}

void against(std::string_view key, const AgainstStandard& one, JsonWriter& json) {
  json.key(key);
  json.begin_object();
  json.member("fewer", one.fewer);
  json.member("same", one.same);
  json.member("more", one.more);
  json.member("unknown", one.unknown);
  json.end_object();
}

}  // namespace

void write_spread_json(const Spread& spread, JsonWriter& json) {
  static constexpr std::string_view classes[material_classes] = {"demanded", "waived", "shared", "promised",
                                                                 "optional"};
  json.key("spread");
  json.begin_object();
  json.member("samples", spread.samples);
  json.key("families");
  json.begin_object();
  for (std::size_t i = 0; i < family_number; ++i) json.member(name_of(static_cast<Family>(i)).key, spread.families[i]);
  json.end_object();
  tally("types", spread.types, json);
  json.member("says_channels", spread.says_channels);
  tally("channels", spread.channels, json);
  json.member("on_tongban", spread.on_tongban);
  tally("tongban", spread.tongban, json);
  limits("legal", spread.legal, spread.other_legal, json);
  limits("promised", spread.promised, spread.other_promised, json);
  histogram("materials", spread.materials, json);
  json.key("classes");
  json.begin_object();
  for (std::size_t i = 0; i < material_classes; ++i) json.member(classes[i], spread.classes[i]);
  json.end_object();
  histogram("steps", spread.steps, json);
  histogram("visits", spread.visits, json);
  json.key("standard");
  json.begin_object();
  json.member("bound", spread.bound);
  against("time", spread.time, json);
  against("steps", spread.fewer_steps, json);
  against("materials", spread.fewer_materials, json);
  against("visits", spread.fewer_visits, json);
  json.end_object();
  json.end_object();
}

}  // namespace matter
