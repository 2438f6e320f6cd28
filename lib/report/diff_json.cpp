#include "report/diff_json.h"

#include <cmath>

#include "change/change_type.h"
#include "report/diff_words.h"
#include "report/json_parts.h"
#include "report/not_checked.h"

namespace matter {

namespace {

constexpr std::size_t flush_at = 65'536;
constexpr std::string_view unit_names[day_units] = {"working_day", "day", "month"};

class DiffJson {
 public:
  DiffJson(const Sources& sources, const Sink& to) : places_(sources), to_(to) {}

  void write(const DiffResult& result) {
    json_.begin_object();
    json_.member("schema", "matter.diff/1");
    if (!result.against.empty()) json_.member("against", result.against);
    summary(result);
    json_.key("matters");
    json_.begin_array();
    for (const MatterDiff& diff : result.matters) matter(diff);
    json_.end_array();
    json_.key("catalogs");
    json_.begin_array();
    for (const CatalogDiff& diff : result.catalogs) catalog(diff);
    json_.end_array();
    json_.end_object();
    to_(json_.take());
  }

 private:
  void summary(const DiffResult& r);
  void reductions(const Reductions& all);
  void reduction(std::string_view name, const Reduction& one);
  void groups(std::string_view key, const std::map<std::string, Reductions>& groups);
  void impact(const Impact& one);
  void figures(const Impact& one);
  void doubts(const std::vector<Diagnostic>& doubts);
  void matter(const MatterDiff& diff);
  void catalog(const CatalogDiff& diff);
  void type(const ChangeType* type, Judgement judged);
  void sides(const Location& before, const Location& after);
  void changes(const std::vector<Change>& changes);
  void change(const Change& change);
  void words(const Change& change);
  void content(const Content& content);
  void place(std::string_view key, Location at, bool column);
  void flag(std::string_view key, bool value) {
    json_.key(key);
    json_.boolean(value);
  }

  Places places_;
  const Sink& to_;
  JsonWriter json_;
};

void DiffJson::summary(const DiffResult& r) {
  json_.key("summary");
  json_.begin_object();
  json_.key("files");
  json_.begin_object();
  json_.member("old", r.files_before);
  json_.member("new", r.files_after);
  json_.end_object();
  json_.key("matters");
  json_.begin_object();
  json_.member("added", r.added);
  json_.member("removed", r.removed);
  json_.member("changed", r.changed);
  json_.member("same", r.same);
  json_.end_object();
  json_.member("fields", r.fields);
  json_.key("public");
  json_.begin_object();
  json_.member(name(Burden::less), r.judged.less);
  json_.member(name(Burden::neutral), r.judged.neutral);
  json_.member(name(Burden::more), r.judged.more);
  json_.end_object();
  json_.key("systems");
  json_.begin_object();
  json_.member(name(Systems::compatible), r.judged.less + r.judged.neutral + r.judged.more - r.judged.breaking);
  json_.member(name(Systems::breaking), r.judged.breaking);
  json_.end_object();
  json_.key("reductions");
  reductions(r.reductions);
  groups("by_agency", r.by_agency);
  groups("by_level", r.by_level);
  json_.member("doubts", r.doubts);
  write_not_checked("not_compared", r.not_compared, json_);
  json_.end_object();
}

void DiffJson::reductions(const Reductions& all) {
  json_.begin_object();
  json_.key("promised_days");
  json_.begin_object();
  for (std::size_t i = 0; i < day_units; ++i) json_.member(unit_names[i], all.days[i]);
  json_.key("old");
  json_.begin_object();
  for (std::size_t i = 0; i < day_units; ++i) json_.member(unit_names[i], all.days_before[i]);
  json_.end_object();
  json_.member("matters", all.days_matters);
  json_.member("not_comparable", all.days_not_comparable);
  json_.end_object();
  reduction("steps", all.steps);
  reduction("materials", all.materials);
  reduction("visits", all.visits);
  reduction("waived", all.waived);
  reduction("shared", all.shared);
  reduction("promised", all.promised);
  json_.end_object();
}

void DiffJson::groups(std::string_view key, const std::map<std::string, Reductions>& groups) {
  if (groups.empty()) return;
  json_.key(key);
  json_.begin_array();
  for (const auto& [name, all] : groups) {
    json_.begin_object();
    json_.member("name", name);
    json_.key("reductions");
    reductions(all);
    json_.end_object();
  }
  json_.end_array();
}

/// Every number that changed, with what was counted on both sides.
void DiffJson::figures(const Impact& one) {
  const auto figure = [&](std::string_view what, std::string_view key, std::string_view which, const Delta& delta) {
    if (delta.amount == 0) return;
    json_.begin_object();
    json_.member("what", what);
    if (!key.empty()) json_.member(key, which);
    json_.member("old", delta.before);
    json_.member("new", delta.before + delta.amount);
    place("old_place", delta.before_at, true);
    place("new_place", delta.after_at, true);
    json_.end_object();
  };
  json_.key("figures");
  json_.begin_array();
  for (std::size_t i = 0; i < day_units; ++i) {
    const Delta days{one.days[i], true, one.days_before[i], one.days_before_at, one.days_after_at};
    figure("promised_days", "unit", unit_names[i], days);
  }
  figure("steps", {}, {}, one.steps);
  figure("materials", {}, {}, one.materials);
  for (const Impact::OfSituation& of : one.situations) figure("materials", "situation", of.situation, of.materials);
  figure("waived", {}, {}, one.waived);
  figure("shared", {}, {}, one.shared);
  figure("promised", {}, {}, one.promised);
  figure("visits", {}, {}, one.visits);
  json_.end_array();
}

void DiffJson::doubts(const std::vector<Diagnostic>& doubts) {
  if (doubts.empty()) return;
  json_.key("doubts");
  json_.begin_array();
  for (const Diagnostic& d : doubts) {
    json_.begin_object();
    json_.member("id", d.rule);
    json_.member("field", d.field);
    json_.member("message", d.message);
    place("place", d.at, true);
    json_.end_object();
  }
  json_.end_array();
}

void DiffJson::reduction(std::string_view name, const Reduction& one) {
  json_.key(name);
  json_.begin_object();
  json_.member("delta", one.amount);
  json_.member("old", one.before);
  json_.member("matters", one.matters);
  json_.member("not_comparable", one.not_comparable);
  json_.end_object();
}

/// Only what is not zero, and what could not be compared.
void DiffJson::impact(const Impact& one) {
  if (one.none()) return;
  json_.key("reductions");
  json_.begin_object();
  bool days = false;
  for (std::size_t i = 0; i < day_units; ++i) {
    if (one.days[i] == 0) continue;
    if (!days) {
      json_.key("promised_days");
      json_.begin_object();
      days = true;
    }
    json_.member(unit_names[i], one.days[i]);
  }
  if (days) json_.end_object();
  const std::pair<std::string_view, const Delta*> counts[] = {
      {"steps", &one.steps}, {"materials", &one.materials}, {"visits", &one.visits}};
  bool unknown = !one.days_comparable;
  for (const auto& [name, delta] : counts) {
    if (delta->amount != 0) json_.member(name, delta->amount);
    unknown = unknown || !delta->comparable;
  }
  if (unknown) {
    json_.key("not_comparable");
    json_.begin_array();
    if (!one.days_comparable) json_.string("promised_days");
    for (const auto& [name, delta] : counts) {
      if (!delta->comparable) json_.string(name);
    }
    json_.end_array();
  }
  json_.end_object();
}

void DiffJson::matter(const MatterDiff& diff) {
  json_.begin_object();
  json_.member("kind", name(diff.kind));
  json_.member("matter", diff.matter);
  json_.member("name", diff.name);
  type(diff.type, diff.judged);
  if (!diff.other.empty()) json_.member("other", diff.other);
  if (diff.likeness > 0) json_.member("likeness", static_cast<std::uint64_t>(std::lround(100 * diff.likeness)));
  sides(diff.before, diff.after);
  if (!diff.agency.empty()) json_.member("agency", diff.agency);
  if (!diff.level.empty()) json_.member("level", diff.level);
  if (diff.kind == ChangeKind::changed) impact(diff.impact);
  if (diff.kind == ChangeKind::changed) figures(diff.impact);
  doubts(diff.doubts);
  changes(diff.changes);
  json_.end_object();
  if (json_.pending() >= flush_at) to_(json_.drain());
}

void DiffJson::catalog(const CatalogDiff& diff) {
  json_.begin_object();
  json_.member("kind", name(diff.kind));
  json_.member("file", diff.file);
  type(diff.type, diff.judged);
  sides(diff.before, diff.after);
  changes(diff.changes);
  json_.end_object();
}

void DiffJson::type(const ChangeType* type, Judgement judged) {
  if (type == nullptr) return;
  json_.member("id", type->id);
  json_.member("public", name(judged.burden));
  json_.member("systems", name(judged.systems));
}

void DiffJson::sides(const Location& before, const Location& after) {
  place("old", before, false);
  place("new", after, false);
}

void DiffJson::changes(const std::vector<Change>& changes) {
  json_.key("changes");
  json_.begin_array();
  for (const Change& one : changes) change(one);
  json_.end_array();
}

void DiffJson::change(const Change& change) {
  json_.begin_object();
  json_.member("field", english(change.path));
  json_.member("label", chinese(change.path));
  json_.member("kind", name(change.kind));
  type(change.type, change.judged);
  json_.key("old");
  content(change.before.value);
  json_.key("new");
  content(change.after.value);
  words(change);
  place("old_place", change.before.at, true);
  place("new_place", change.after.at, true);
  json_.key("inherited");
  json_.begin_object();
  flag("old", change.before.inherited);
  flag("new", change.after.inherited);
  json_.end_object();
  if (change.position > 0) json_.member("position", change.position);
  json_.end_object();
}

/// Of long texts that have much in common: what stayed, went and came, in order. Without what was added they are the
/// old text, without what was removed the new one.
void DiffJson::words(const Change& change) {
  const auto pieces = word_pieces(change);
  if (!pieces) return;
  json_.key("words");
  json_.begin_array();
  for (const WordPiece& piece : *pieces) {
    const bool same = piece.kind == WordPiece::Kind::same;
    json_.begin_object();
    json_.member(same ? "same" : piece.kind == WordPiece::Kind::removed ? "removed" : "added", piece.text);
    json_.end_object();
  }
  json_.end_array();
}

void DiffJson::content(const Content& content) {
  switch (content.kind) {
    case Content::Kind::absent: return json_.null();
    case Content::Kind::none:
    case Content::Kind::text: return json_.string(content.text);
    case Content::Kind::record:
      json_.begin_object();
      for (const Content& part : content.parts) {
        json_.key(part.key);
        this->content(part);
      }
      return json_.end_object();
    case Content::Kind::list: break;
  }
  json_.begin_array();
  for (const Content& item : content.parts) this->content(item);
  json_.end_array();
}

void DiffJson::place(std::string_view key, Location at, bool column) {
  if (!at.known()) return;
  write_place_as(key, at, column ? PlaceParts::line_and_column : PlaceParts::line, places_, json_);
}

}  // namespace

void write_diff_json(const DiffResult& result, const Sources& sources, const Sink& to) {
  DiffJson(sources, to).write(result);
}

}  // namespace matter
