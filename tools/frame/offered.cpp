#include "frame/offered.h"

#include "checks/profile.h"
#include "checks/rule.h"
#include "exchange/mapping.h"
#include "model/named.h"
#include "ops/matter_query.h"
#include "report/field_list.h"

namespace matter::cli {

std::vector<Choice> nothing_offered() { return {}; }

std::vector<Choice> command_names() {
  std::vector<Choice> names;
  for (const Command* command : all_commands()) names.push_back({command->name, command->summary});
  return names;
}

std::vector<Choice> rule_ids() {
  std::vector<Choice> ids;
  for (const Rule* rule : all_rules()) ids.push_back({rule->id, rule->summary});
  return ids;
}

std::vector<Choice> field_paths() {
  static const std::vector<FieldRow> rows = field_rows();
  std::vector<Choice> paths;
  paths.reserve(rows.size());
  for (const FieldRow& row : rows) paths.push_back({row.path, row.field->help});
  return paths;
}

std::vector<Choice> platforms() {
  std::vector<Choice> ids;
  for (const std::string_view id : known_platforms()) ids.push_back({id, {}});
  return ids;
}

std::vector<Choice> media() {
  std::vector<Choice> names;
  for (const MediumKind& kind : all_media()) names.push_back({kind.name, {}});
  return names;
}

std::vector<Choice> elements() {
  static Sources sources;
  static const std::shared_ptr<const Profile> profile = [] {
    Collector unheard(Lang::en);
    return find_profile(usual_profile, sources, unheard);
  }();
  std::vector<Choice> names;
  for (const Element& element : profile->elements) names.push_back({element.id, {element.label, element.id}});
  for (const Choice& field : field_paths()) names.push_back(field);
  return names;
}

namespace {

std::vector<Choice> values_of(std::initializer_list<std::string_view> lists) {
  std::vector<Choice> names;
  for (const std::string_view id : lists) {
    const NamedList* const list = named_list(id);
    if (list == nullptr) continue;
    for (const NamedValue& value : list->values) names.push_back({value.name, {}});
  }
  return names;
}

}  // namespace

std::vector<Choice> levels() { return values_of({"level"}); }
std::vector<Choice> modes() { return values_of({"channel", "tongban_mode"}); }
std::vector<Choice> matter_types() { return values_of({"matter_type"}); }

std::vector<Choice> matter_families() {
  std::vector<Choice> names;
  for (const FamilyWord& word : family_words()) names.push_back({word.name, {word.name, word.key}});
  return names;
}

}  // namespace matter::cli
