#include "report/compare_report.h"
#include "report/json_parts.h"

namespace matter {

namespace {

constexpr std::string_view kinds[] = {"better", "worse", "missing", "extra", "differs", "order", "incomparable"};
constexpr std::string_view silences[] = {
    "", "level", "not-carried", "own-silent", "other-silent", "not-understood", "incomparable"};
constexpr std::size_t piece = 64 * 1024;

class CompareJson {
 public:
  CompareJson(const CompareResult& result, const CompareShow& show, const Sources& sources, Lang lang, const Sink& to)
      : result_(result), show_(show), places_(sources), lang_(lang), to_(to) {}

  void write() {
    json_.begin_object();
    json_.member("schema", "matter.compare/1");
    strings("profiles", result_.profiles);
    json_.key("verified");
    json_.boolean(result_.verified);
    json_.member("files", result_.files);
    json_.member("damaged", result_.damaged);
    json_.member("matters", result_.matters);
    json_.member("standard_entries", result_.entries);
    json_.member("against_entries", result_.bound);
    json_.member("against_one_another", result_.others);
    json_.member("groups", result_.items);
    not_compared();
    json_.key("all");
    json_.begin_object();
    totals(result_.all);
    json_.end_object();
    named("by_element", result_.elements, true);
    named("by_level", result_.levels, false);
    named("by_agency", result_.agencies, false);
    json_.key("compared");
    json_.begin_array();
    result_.each(show_, [&](const ComparedMatter& matter) {
      compared(matter);
      if (json_.pending() > piece) to_(json_.drain());
    });
    json_.end_array();
    json_.end_object();
    to_(json_.take());
  }

 private:
  void strings(std::string_view key, const std::vector<std::string>& all) {
    json_.key(key);
    json_.begin_array();
    for (const std::string& one : all) json_.string(one);
    json_.end_array();
  }

  void not_compared() {
    json_.key("not_compared");
    json_.begin_array();
    for (const NotChecked& row : result_.not_compared) {
      json_.begin_object();
      json_.member("what", row.what);
      json_.member("reason", row.reason);
      json_.member("count", row.count);
      json_.end_object();
    }
    json_.end_array();
  }

  void totals(const CompareTotals& of) {
    json_.member("matters", of.matters);
    json_.member("departing", of.departing);
    json_.key("cells");
    json_.begin_object();
    for (std::size_t i = 0; i < verdicts; ++i) json_.member(name(static_cast<Verdict>(i)), of.cells[i]);
    json_.end_object();
  }

  void named(std::string_view key, const std::vector<NamedTotals>& all, bool elements) {
    json_.key(key);
    json_.begin_array();
    for (const NamedTotals& one : all) {
      json_.begin_object();
      json_.member(elements ? "id" : "name", one.name);
      if (elements) json_.member("label", one.label);
      totals(one.totals);
      json_.end_object();
    }
    json_.end_array();
  }

  void place(std::string_view key, Location at) { write_place_as(key, at, PlaceParts::line, places_, json_); }

  void compared(const ComparedMatter& matter) {
    json_.begin_object();
    json_.member("item", matter.item);
    json_.member("item_name", matter.item_name);
    json_.member("matter", matter.identity);
    json_.member("name", matter.name);
    json_.member("level", matter.level);
    json_.member("agency", matter.agency);
    json_.member("against", matter.reference ? "itself" : matter.bound ? "entry" : "matter");
    json_.member("other", matter.other);
    place("at", matter.at);
    place("other_at", matter.other_at);
    json_.key("cells");
    json_.begin_array();
    for (const ComparedMatter::Cell& one : matter.cells) {
      if (!matter.reference && show_.wants(one.result.verdict)) cell(one);
    }
    json_.end_array();
    json_.end_object();
  }

  void cell(const ComparedMatter::Cell& one) {
    json_.begin_object();
    json_.member("element", one.spec->id);
    json_.member("label", one.spec->label);
    json_.member("verdict", name(one.result.verdict));
    if (one.result.silence != Silence::none)
      json_.member("reason", silences[static_cast<std::size_t>(one.result.silence)]);
    place("at", one.result.at);
    place("other_at", one.result.other_at);
    json_.key("differences");
    json_.begin_array();
    for (const Difference& d : one.result.differences) {
      json_.begin_object();
      json_.member("kind", kinds[static_cast<std::size_t>(d.kind)]);
      json_.member("field", d.path);
      json_.member("label", d.label);
      value("own", d.own);
      value("other", d.other);
      json_.member("told", told(d, lang_));
      place("at", d.at);
      place("other_at", d.other_at);
      json_.end_object();
    }
    json_.end_array();
    json_.end_object();
  }

  void value(std::string_view key, const std::string& text) { write_text_or_null(key, text, json_); }

  const CompareResult& result_;
  const CompareShow& show_;
  Places places_;
  Lang lang_;
  const Sink& to_;
  JsonWriter json_;
};

}  // namespace

void write_compare_json(const CompareResult& result, const CompareShow& show, const Sources& sources, Lang lang,
                        const Sink& to) {
  CompareJson(result, show, sources, lang, to).write();
}

}  // namespace matter
