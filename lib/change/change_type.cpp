#include "change/change_type.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "catalog/config.h"
#include "change/verbs.h"
#include "model/matter.h"
#include "model/named.h"

namespace matter {

namespace {

std::string replaced(std::string_view sentence, std::string_view what) {
  std::string text(sentence);
  text.replace(text.find("{}"), 2, what);
  return text;
}

std::string with(std::string text, char from, char to) {
  std::replace(text.begin(), text.end(), from, to);
  return text;
}

/// What the fields of a table are called together: nothing for those that speak of the matter itself.
std::string group_name(const Table& table) {
  if (table.name == "matter" || table.name == "channels") return {};
  return table.name == "limits" ? "limit" : with(std::string(table.name), '_', '-');
}

std::string singular(std::string_view key) {
  if (key.size() > 3 && key.ends_with('s')) key.remove_suffix(1);
  return std::string(key);
}

/// `material-form` of a field, `material` of the items of a list.
std::string noun(const ChangePlace& place, Verb verb) {
  const Field& field = *place.field;
  // An item as a whole changes only where one side could not be understood.
  const std::string item = place.item && verb == Verb::changed ? "-item" : "";
  if (place.item && field.item == Kind::record) return group_name(*field.table()) + item;
  std::string group = group_name(*place.owner);
  const std::string key = with(place.item ? singular(field.key) : std::string(field.key), '_', '-') + item;
  const bool called_by_it = field.main_text && verb == Verb::renamed;
  if (!group.empty() && (called_by_it || key == group)) return group;
  return group.empty() ? key : group + '-' + key;
}

constexpr std::string_view code_example(Format format) {
  switch (format) {
    case Format::usc: return "113502000000000000";
    case Format::region: return "350200000000";
    case Format::phone: return "0592-1000001";
    case Format::url: return "https://example.gov.cn/apply";
    case Format::file: return "files/示例.pdf";
    case Format::money: return "10 元/本";
    case Format::none: return "示例";
    default: return "000199001000";
  }
}

/// Two values that a field of this kind may have, the smaller or first one first.
std::array<std::string, 2> two_values(const Field& field) {
  const Kind kind = field.kind == Kind::list ? field.item : field.kind;
  switch (kind) {
    case Kind::count: return {"1", "2"};
    case Kind::limit: return {"5 工作日", "10 工作日"};
    case Kind::flag: return {"否", "是"};
    case Kind::date: return {"2026-01-01", "2026-12-31"};
    case Kind::named: {
      const auto values = named_list(field.values)->values;
      return {std::string(values[0].name), std::string(values[1].name)};
    }
    default: break;
  }
  if (field.format == Format::money) return {"10 元/本", "20 元/本"};
  const std::string first(code_example(field.format));
  return {first, first + (field.format == Format::none ? "（改后）" : "2")};
}

void make_example(const ChangePlace& place, ChangeType& type) {
  const auto [one, other] = two_values(*place.field);
  switch (type.verb) {
    case Verb::added:
    case Verb::added_optional:
    case Verb::added_waived:
    case Verb::stated: type.after = one; return;
    case Verb::removed:
    case Verb::removed_optional:
    case Verb::removed_waived:
    case Verb::withdrawn: type.before = one; return;
    case Verb::declared_none: type.after = "无"; return;
    case Verb::introduced:
      type.before = "无";
      type.after = one;
      return;
    case Verb::abolished:
      type.before = one;
      type.after = "无";
      return;
    case Verb::reordered:
      type.before = "甲、乙";
      type.after = "乙、甲";
      return;
    case Verb::lowered:
    case Verb::shortened:
    case Verb::disabled:
    case Verb::earlier:
      type.before = other;
      type.after = one;
      return;
    case Verb::eased:
    case Verb::tightened: {
      const auto first = [](std::string_view step) { return step.substr(0, step.find('|')); };
      const auto& steps = place.scale->light_to_heavy;
      type.before = first(type.verb == Verb::eased ? steps.back() : steps.front());
      type.after = first(type.verb == Verb::eased ? steps.front() : steps.back());
      return;
    }
    default:
      type.before = one;
      type.after = other;
      return;
  }
}

bool is_identity(const Field& field, const Table& owner) {
  switch (field.format) {
    case Format::usc:
    case Format::basic_code:
    case Format::implementing_code:
    case Format::handling_code:
    case Format::directory_code:
    case Format::code:
    case Format::standard: return true;
    default: return field.list_key && owner.name != "window";
  }
}

/// What follows for systems where no group says it: an identity or a demanded field that is gone breaks them.
Systems systems_of(const ChangePlace& place, Verb verb) {
  const bool gone = verb == Verb::withdrawn || verb == Verb::removed;
  const bool demanded = !place.item && !place.field->required.empty();
  if (gone && demanded) return Systems::breaking;
  const bool identity = place.field->kind == Kind::text && is_identity(*place.field, *place.owner);
  if (identity && verb != Verb::stated && verb != Verb::added) return Systems::breaking;
  const bool named_item = place.item && place.field->item == Kind::named;
  return named_item && verb != Verb::added ? Systems::breaking : Systems::compatible;
}

class Registry {
 public:
  Registry() {
    whole("matter", {"事项", "matter"});
    fixed("matter-moved", Verb::changed, {"没有编码的事项换了位置", "a matter without a code stands in another place"},
          {}, "a.yaml#1", "b.yaml#1");
    walk(*table_of<Matter>(), {}, {}, {});
    unknown();
    whole("catalog", {"目录设置", "catalog settings"});
    walk(*table_of<CatalogConfig>(), "catalog:", {}, "catalog");
    index();
  }

  struct Row {
    ChangePlace place;
    std::array<std::uint32_t, verbs> types{};  ///< 1 + the place in `types`; 0: no such verb
  };

  std::vector<ChangeType> types;
  std::unordered_map<const Field*, Row> fields, items;

  [[nodiscard]] const ChangeType& of(const Row& row, Verb verb) const {
    const std::uint32_t type = row.types[static_cast<std::size_t>(verb)];
    return types[(type != 0 ? type : row.types[static_cast<std::size_t>(Verb::changed)]) - 1];
  }

  [[nodiscard]] const ChangeType& find(std::string_view id) const { return types[ids_.at(id)]; }
  [[nodiscard]] const ChangeType* look(std::string_view id) const {
    const auto at = ids_.find(id);
    return at == ids_.end() ? nullptr : &types[at->second];
  }

 private:
  void walk(const Table& table, const std::string& path, const std::string& labels, const std::string& keys);
  void place(ChangePlace at, const std::string& label, const std::string& key);
  void add(const ChangePlace& at, Verb verb, const std::string& label, const std::string& key);
  void fixed(std::string id, Verb verb, const Bilingual& summary, Judgement judged, std::string before,
             std::string after);
  void whole(const std::string& what, const Bilingual& called);
  void unknown();
  void index() {
    for (std::uint32_t i = 0; i < types.size(); ++i) ids_.emplace(types[i].id, i);
  }

  std::unordered_map<std::string_view, std::uint32_t> ids_;
};

template <class Rows>
auto* row_of(const Rows& rows, std::string_view path) {
  const auto at = std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.field == path; });
  return at == rows.end() ? nullptr : &*at;
}

void Registry::walk(const Table& table, const std::string& path, const std::string& labels, const std::string& keys) {
  for (const Field& field : table.fields) {
    const std::string here = path + std::string(field.key);
    const std::string label = labels + std::string(field.label);
    const std::string key = keys + (keys.empty() ? "" : " ") + with(std::string(field.key), '_', ' ');
    place({&field, &table, false, here}, label, key);
    if (field.kind == Kind::record) walk(*field.table(), here + '.', label + "的", key);
    if (field.kind != Kind::list) continue;
    const std::string item =
        field.item == Kind::record ? with(std::string(field.table()->name), '_', ' ') : singular(key);
    place({&field, &table, true, here + "[]"}, label, item);
    if (field.item == Kind::record) walk(*field.table(), here + "[].", label + "的", item);
  }
}

void Registry::place(ChangePlace at, const std::string& label, const std::string& key) {
  for (const KindGroup* group : all_kind_groups()) {
    if (const auto* scale = row_of(group->scales, at.path)) at.scale = scale;
    if (const auto* refinement = row_of(group->refinements, at.path)) at.refinement = refinement;
  }
  Row& row = (at.item ? items : fields)[at.field];
  for (const Verb verb : verbs_of(at)) {
    add(at, verb, label, key);
    row.types[static_cast<std::size_t>(verb)] = static_cast<std::uint32_t>(types.size());
  }
  row.place = std::move(at);
}

void Registry::add(const ChangePlace& at, Verb verb, const std::string& label, const std::string& key) {
  ChangeType type;
  type.field = at.path;
  type.verb = verb;
  type.id = noun(at, verb) + '-' + std::string(name(verb));
  type.summary_zh = replaced(words(verb).zh, label);
  type.summary_en = replaced(words(verb).en, key);
  type.judged.systems = systems_of(at, verb);
  make_example(at, type);
  for (const KindGroup* group : all_kind_groups()) {
    const auto row = std::find_if(group->rows.begin(), group->rows.end(),
                                  [&](const KindRow& one) { return one.field == at.path && one.verb == verb; });
    if (row == group->rows.end()) continue;
    type.curated = true;
    type.judged.burden = row->burden;
    if (row->systems) type.judged.systems = *row->systems;
    if (!row->id.empty()) type.id = row->id;
    if (!row->summary.zh.empty()) {
      type.summary_zh = row->summary.zh;
      type.summary_en = row->summary.en;
    }
    if (row->before.empty() && row->after.empty()) continue;
    type.before = row->before;
    type.after = row->after;
  }
  types.push_back(std::move(type));
}

void Registry::fixed(std::string id, Verb verb, const Bilingual& summary, Judgement judged, std::string before,
                     std::string after) {
  ChangeType& type = types.emplace_back();
  type.id = std::move(id);
  type.verb = verb;
  type.summary_zh = summary.zh;
  type.summary_en = summary.en;
  type.judged = judged;
  type.before = std::move(before);
  type.after = std::move(after);
  type.curated = true;
}

void Registry::whole(const std::string& what, const Bilingual& called) {
  const auto summary = [&](Verb verb) {
    return std::pair(replaced(words(verb).zh, called.zh), replaced(words(verb).en, called.en));
  };
  const auto [zh, en] = summary(Verb::added);
  fixed(what + "-added", Verb::added, {zh, en}, {}, {}, "甲（示例）");
  const auto [gone_zh, gone_en] = summary(Verb::removed);
  fixed(what + "-removed", Verb::removed, {gone_zh, gone_en}, {Burden::neutral, Systems::breaking}, "甲（示例）", {});
}

void Registry::unknown() {
  fixed("unknown-field-stated", Verb::stated, {"写明字段表之外的内容", "something stated that no field table knows"},
        {}, {}, "示例");
  fixed("unknown-field-withdrawn", Verb::withdrawn,
        {"不再写明字段表之外的内容", "something no longer stated that no field table knows"}, {}, "示例", {});
  fixed("unknown-field-changed", Verb::changed, {"字段表之外的内容改变", "something changed that no field table knows"},
        {}, "示例", "示例（改后）");
}

const Registry& registry() {
  static const Registry made;
  return made;
}

const ChangeType& unknown_type(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::added: return registry().find("unknown-field-stated");
    case ChangeKind::removed: return registry().find("unknown-field-withdrawn");
    default: return registry().find("unknown-field-changed");
  }
}

}  // namespace

const std::vector<ChangeType>& all_change_types() { return registry().types; }

const ChangeType* find_change_type(std::string_view id) { return registry().look(id); }

const ChangeType& classify(const Change& change) {
  const Registry& all = registry();
  // Below `extra:` there are keys without a field: all of it is one place.
  const bool extra =
      !change.path.empty() && change.path[0].field != nullptr && change.path[0].field->kind == Kind::extra;
  if (extra) {
    const Verb verb = change.kind == ChangeKind::added     ? Verb::stated
                      : change.kind == ChangeKind::removed ? Verb::withdrawn
                                                           : Verb::changed;
    return all.of(all.fields.at(change.path[0].field), verb);
  }
  const PathStep* last = change.path.empty() ? nullptr : &change.path.back();
  if (last == nullptr || last->field == nullptr) return unknown_type(change.kind);
  const auto& rows = last->item.empty() ? all.fields : all.items;
  const auto row = rows.find(last->field);
  if (row == rows.end()) return unknown_type(change.kind);
  return all.of(row->second, verb_of(row->second.place, change));
}

const ChangeType& classify(Whole what, ChangeKind kind) {
  const bool added = kind == ChangeKind::added;
  if (what == Whole::matter && kind == ChangeKind::changed) return registry().find("matter-moved");
  if (what == Whole::matter) return registry().find(added ? "matter-added" : "matter-removed");
  return registry().find(added ? "catalog-added" : "catalog-removed");
}

std::string_view name(Burden burden) {
  switch (burden) {
    case Burden::less: return "less-burden";
    case Burden::neutral: return "neutral";
    case Burden::more: break;
  }
  return "more-burden";
}

std::string_view name(Systems systems) { return systems == Systems::compatible ? "compatible" : "breaking"; }

Bilingual words(Burden burden) {
  switch (burden) {
    case Burden::less: return {"减负", "less burden"};
    case Burden::neutral: return {"不变", "neutral"};
    case Burden::more: break;
  }
  return {"增负", "more burden"};
}

Bilingual words(Systems systems) {
  if (systems == Systems::compatible) return {"兼容", "compatible"};
  return {"不兼容", "breaking"};
}

}  // namespace matter
