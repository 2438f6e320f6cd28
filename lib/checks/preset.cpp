#include "checks/preset.h"

#include <algorithm>

#include "catalog/names.h"
#include "checks/settings.h"
#include "diag/words.h"
#include "model/field.h"
#include "text/embedded.h"
#include "text/nearest.h"

namespace matter {

template <>
const Table* table_of<PresetSpec>() {
  static constexpr Field fields[] = {
      field<MATTER_MEMBER(PresetSpec, format)>("format", "格式版本",
                                               {"本格式的版本，现在是 1", "Version of this format, now 1"}),
      field<MATTER_MEMBER(PresetSpec, id)>("id", "代号", {"即文件名", "The file's name"}),
      field<MATTER_MEMBER(PresetSpec, label)>("label", "名称", {"规则组的名称", "Name of the preset"}),
      field<MATTER_MEMBER(PresetSpec, description)>("description", "说明", {"给谁用", "Who it is for"}),
      field<MATTER_MEMBER(PresetSpec, others)>("others", "其余规则",
                                               {"关闭，或不写：照原样", "off, or nothing: as usual"}),
      field<MATTER_MEMBER(PresetSpec, rules)>("rules", "规则", {"各条规则的程度", "A grade for each rule"}),
  };
  static constexpr Table table{"preset", fields, {}};
  return &table;
}

namespace {

constexpr std::string_view folder = "presets/";
constexpr std::string_view suffix = ".yaml";
constexpr int preset_format = 1;

class PresetReader {
 public:
  PresetReader(Preset& preset, std::span<const Rule* const> rules, Collector& findings)
      : preset_(preset), rules_(rules), to_(findings) {}

  bool read() {
    const PresetSpec& spec = preset_.spec;
    const Location whole = spec.mark.at();
    if (!spec.format.given())
      missing(whole, "format");
    else if (spec.format.value != preset_format)
      wrong("field-value", spec.format.at(),
            {"没有规则组格式 {}；本程序认得的是 {}", "there is no format {} of presets; this program knows {}"},
            spec.format.value, preset_format);
    if (!spec.id.given()) missing(whole, "id");
    preset_.id = spec.id.text;
    preset_.label = spec.label.given() ? spec.label.text : spec.id.text;
    preset_.description = spec.description.text;
    if (spec.others.given()) {
      preset_.others_off = grade_named(spec.others.text) == Grade::off;
      if (!preset_.others_off) not_a_grade(spec.others.at(), spec.others.text, {"off（关闭）", "off"});
    }
    if (spec.rules.given()) grades(NodeId{spec.rules.node});
    return good_;
  }

 private:
  template <class... Args>
  Diagnostic& wrong(std::string_view rule, Location at, const WordsFor<Args...>& words, Args&&... args) {
    good_ = false;
    return to_.add(rule, Severity::error, at, words, std::forward<Args>(args)...);
  }

  void missing(Location at, std::string_view key) {
    wrong("field-missing", at, {"规则组没有写“{}”", "the preset does not say '{}'"}, key);
  }

  void not_a_grade(Location at, std::string_view written, Bilingual allowed) {
    wrong("field-value", at, {"程度不能是“{}”", "'{}' is no grade"}, written).hint =
        say(to_.lang(), {"可以写：{}", "one of: {}"}, allowed.in(to_.lang()));
  }

  void grades(NodeId node) {
    const Document& doc = preset_.file.document;
    if (!doc.node(node).is(NodeKind::mapping)) {
      wrong("field-type", preset_.file.at(node), {"“rules”这里应当是一组规则", "'rules' should be a group of rules"});
      return;
    }
    for (const Entry entry : entries(doc, node)) {
      const std::string_view id = doc.node(entry.key).text();
      const auto rule = std::find_if(rules_.begin(), rules_.end(), [&](const Rule* r) { return r->id == id; });
      const auto grade = grade_named(doc.node(entry.value).text());
      if (rule == rules_.end()) {
        no_rule(entry.key, id);
      } else if (!grade) {
        not_a_grade(preset_.file.at(entry.value), doc.node(entry.value).text(),
                    {"off（关闭）、info（提示）、warning（警告）、error（错误）", "off, info, warning, error"});
      } else if (!may_be_weakened(**rule)) {
        wrong("field-value", preset_.file.at(entry.key),
              {"{} 说的是读不懂的文件，不能另行评级", "{} is about files that cannot be read, and is never graded"},
              id);
      } else {
        preset_.rules.emplace_back((*rule)->id, *grade);
      }
    }
  }

  void no_rule(NodeId key, std::string_view id) {
    std::vector<std::string_view> ids;
    for (const Rule* rule : rules_) ids.push_back(rule->id);
    const std::string_view near = nearest(id, ids);
    Diagnostic& d = wrong("field-unknown", preset_.file.at(key), {"没有规则“{}”", "there is no rule '{}'"}, id);
    if (!near.empty()) d.hint = say(to_.lang(), {"是不是“{}”？", "did you mean '{}'?"}, near);
  }

  Preset& preset_;
  std::span<const Rule* const> rules_;
  Collector& to_;
  bool good_ = true;
};

}  // namespace

Grade Preset::grade(const Rule& rule) const {
  for (const auto& [listed, grade] : rules) {
    if (listed == rule.id) return grade;
  }
  return others_off && may_be_weakened(rule) && rule.custom == nullptr ? Grade::off : Grade::usual;
}

std::vector<std::string_view> known_presets() {
  std::vector<std::string_view> found;
  for (unsigned n = 0; const auto path = embedded_path(n); ++n) {
    if (!path->starts_with(folder) || !path->ends_with(suffix)) continue;
    found.push_back(path->substr(folder.size(), path->size() - folder.size() - suffix.size()));
  }
  return found;
}

std::shared_ptr<const Preset> read_preset(SourceId source, const Sources& sources, std::span<const Rule* const> rules,
                                          Collector& findings) {
  auto preset = std::make_shared<Preset>();
  if (!read_data(source, sources, *table_of<PresetSpec>(), &preset->spec, preset->file, findings)) return nullptr;
  return PresetReader(*preset, rules, findings).read() ? preset : nullptr;
}

std::shared_ptr<const Preset> preset_of(const Catalog* catalog, Sources& sources, std::span<const Rule* const> rules,
                                        Collector& findings) {
  static const Text none;
  const Text& named = catalog != nullptr ? catalog->config.preset : none;
  const std::string_view id = named.given() ? named.text : usual_preset;
  if (catalog != nullptr && is_yaml_name(id)) {
    const auto source = named_file(*catalog, named, "preset", sources, findings);
    return source ? read_preset(*source, sources, rules, findings) : nullptr;
  }
  const std::string name = std::string(folder).append(id).append(suffix);
  if (const auto bytes = embedded(name)) {
    return read_preset(sources.add_text(SourceKind::compiled_in, "schemas/" + name, std::string(*bytes)), sources,
                       rules, findings);
  }
  const std::vector<std::string_view> known = known_presets();
  Diagnostic& d =
      findings.add("field-value", Severity::error, named.at(), {"没有名为“{}”的规则组", "there is no preset '{}'"}, id);
  d.field = "preset";
  d.subject = id;
  std::string all;
  for (const std::string_view one : known) all.append(all.empty() ? "" : ", ").append(one);
  const std::string_view near = nearest(id, known);
  d.hint = near.empty()
               ? say(findings.lang(), {"可以写：{}，或一个文件的路径", "one of: {}, or the path of a file"}, all)
               : say(findings.lang(), {"是不是“{}”？", "did you mean '{}'?"}, near);
  return nullptr;
}

}  // namespace matter
