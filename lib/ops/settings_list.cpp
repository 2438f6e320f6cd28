#include "ops/settings_list.h"

#include <algorithm>
#include <filesystem>

#include "catalog/catalog_data.h"
#include "catalog/ignore.h"
#include "catalog/registers.h"
#include "checks/engine.h"
#include "checks/profile.h"
#include "checks/rule_book.h"
#include "diag/words.h"
#include "model/content.h"
#include "model/field.h"

namespace matter {

namespace {

std::string_view word(Grade grade, Severity usual) {
  const auto severity = severity_of(grade, usual);
  return severity ? name(*severity) : std::string_view("off");
}

/// What is written, on one line.
std::string one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n' || c == '\r' || c == '\t' || c == ' ') {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else {
      out += c;
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

class SettingsLister {
 public:
  SettingsLister(SettingsList& list, bool all, const RunOptions& options, Sources& sources, Collector& findings)
      : list_(list), all_(all), options_(options), sources_(sources), to_(findings) {}

  void run(const std::string& path) {
    Catalog catalog = catalog_of_path(path, sources_, to_);
    if (catalog.config_file != nullptr) list_.catalog = sources_.name(catalog.config_file->source);
    fields(catalog);
    data(catalog);
    catalog.registers = read_registers(catalog, sources_, to_);
    if (catalog.registers != nullptr) registers(*catalog.registers);
    ignored(path);
    rules(catalog);
  }

 private:
  void built_in(std::string key, std::string value, std::string detail = {}) {
    list_.rows.push_back({std::move(key), std::move(value), SettingRow::Origin::built_in, {}, std::move(detail)});
  }
  void written(std::string key, std::string value, Location at, std::string detail = {}) {
    list_.rows.push_back({std::move(key), std::move(value), SettingRow::Origin::file, at, std::move(detail)});
  }

  void fields(const Catalog& catalog) {
    for (const Field& field : table_of<CatalogConfig>()->fields) {
      const Mark& mark = mark_of(field, &catalog.config);
      if (mark.absent() || catalog.config_file == nullptr) {
        usual(field.key);
      } else if (field.kind == Kind::extra) {
        if (field.key != "rules") tree(catalog, field, &catalog.config);
      } else {
        written(std::string(field.key), value_of(field, &catalog.config), mark.at());
      }
    }
  }

  /// What holds where catalog.yaml says nothing.
  void usual(std::string_view key) {
    if (key == "role") built_in("role", "实施清单");
    if (key == "profile")
      built_in("profile", std::string(usual_profile), "schemas/standards/" + std::string(usual_profile) + ".yaml");
    if (key == "preset")
      built_in("preset", std::string(usual_preset), "schemas/presets/" + std::string(usual_preset) + ".yaml");
  }

  static std::string value_of(const Field& field, const void* config) {
    if (is_scalar(field.kind)) return scalar_text(field.kind, scalar_of(field, config));
    const AnyList& items = list_of(field, config);
    std::string text;
    for (std::uint32_t i = 0; i < items.count; ++i) {
      if (i > 0) text += ", ";
      const void* const item = item_of(field, items, i);
      if (is_scalar(field.item)) {
        text += scalar_text(field.item, *static_cast<const Scalar*>(item));
        continue;
      }
      const char* between = "";
      for (const Field& part : field.table()->fields) {
        text += between + scalar_text(part.kind, scalar_of(part, item));
        between = " = ";
      }
    }
    return text;
  }

  void tree(const Catalog& catalog, const Field& field, const void* config) {
    const Extra& extra = *static_cast<const Extra*>(member(field, config));
    if (extra.given()) branch(catalog.config_file->document, NodeId{extra.node}, std::string(field.key));
  }

  void branch(const Document& doc, NodeId node, const std::string& key) {
    if (!doc.node(node).is(NodeKind::mapping)) {
      const Span span = doc.node(node).span;
      written(key, one_line(slice(doc.text, span)), {doc.source, span});
      return;
    }
    for (const Entry entry : entries(doc, node))
      branch(doc, entry.value, key + '.' + std::string(doc.node(entry.key).text()));
  }

  /// What is compiled in, and in the rows of catalog.yaml what its files add.
  void data(const Catalog& catalog) {
    built_in("values", say(options_.lang, {"取值表", "named values"}), "schemas/values.yaml");
    built_in("regions", say(options_.lang, {"行政区划", "administrative divisions"}), "schemas/regions.csv");
    const CalendarYears years = calendar_years();
    built_in("calendar", say(options_.lang, {"{} 年至 {} 年", "{} to {}"}, years.first, years.last),
             "schemas/calendar.csv");
    if (catalog.data == nullptr) return;
    const CatalogData& added = *catalog.data;
    const std::size_t words = added.vocabulary != nullptr ? added.vocabulary->words().size() : 0;
    const CalendarYears now = added.calendar.years();
    for (SettingRow& row : list_.rows) {
      if (row.origin == SettingRow::Origin::built_in) continue;
      if (row.key == "values") row.detail = say(options_.lang, {"补充 {} 个名称", "adds {:name}"}, Counted{words});
      if (row.key == "regions")
        row.detail = say(options_.lang, {"补充 {} 行", "adds {:row}"}, Counted{added.regions.size()});
      if (row.key == "calendar")
        row.detail = say(options_.lang, {"补充后为 {} 年至 {} 年", "with it, {} to {}"}, now.first, now.last);
    }
  }

  /// What .matterignore files say, the outermost first: the last one that fits a file decides.
  void ignored(const std::string& path) {
    const bool folder = std::filesystem::is_directory(path);
    const std::string around = std::filesystem::path(path).parent_path().string();
    const Ignoring holds = ignoring_in(folder ? path : around.empty() ? "." : around, sources_, to_);
    if (holds == nullptr) return;
    for (const IgnorePattern* pattern : holds->patterns()) {
      const SharedText text = sources_.text(pattern->at.source);
      written("ignored", std::string(slice(*text, pattern->at.span)), pattern->at);
    }
  }

  void registers(const Registers& all) {
    for (SettingRow& row : list_.rows) {
      if (row.key == "agencies") row.detail = say(options_.lang, {"{} 行", "{:row}"}, Counted{all.agencies.size()});
      if (row.key == "licences")
        row.detail = say(options_.lang, {"{} 项", "{:licence}"}, Counted{all.licence_names.size()});
    }
  }

  void rules(const Catalog& catalog) {
    RuleBook book;
    book.add(catalog, sources_, to_);
    const std::vector<const Rule*> own = book.of(&catalog);
    CatalogContext context;
    context.catalog = &catalog;
    context.today = options_.today;
    const CheckPlan plan(context, to_, own, preset_of(&catalog, sources_, own, to_), book.all());
    for (std::size_t i = 0; i < own.size(); ++i) rule(*own[i], plan.settings(i), plan.preset(), catalog);
    for (const CheckPlan::Skipped& skipped : plan.skipped())
      written("rules." + std::string(skipped.rule->id), "off", catalog.config.not_carried.at(),
              say(options_.lang, {"来源不提供 {}", "the source never carries {}"}, skipped.path));
  }

  void rule(const Rule& rule, const RuleSettings& settings, const Preset* preset, const Catalog& catalog) {
    const std::string key = "rules." + std::string(rule.id);
    const Grade before = preset != nullptr ? preset->grade(rule) : Grade::usual;
    const bool changed = !settings.entries.empty();
    if (all_ || (before != Grade::usual && !changed)) {
      const std::string from =
          before != Grade::usual ? say(options_.lang, {"规则组 {}", "preset {}"}, preset->id) : std::string();
      if (rule.custom != nullptr)
        written(key, std::string(word(before, rule.severity)), rule.custom->at, from);
      else if (before != Grade::usual && sources_.kind(preset->file.source) != SourceKind::compiled_in)
        written(key, std::string(word(before, rule.severity)), {preset->file.source, {0, 0}}, from);
      else
        built_in(key, std::string(word(before, rule.severity)), from);
      for (std::size_t i = 0; i < rule.options.size() && !changed; ++i)
        built_in(key + '.' + std::string(rule.options[i].key), std::to_string(rule.options[i].usual));
    }
    for (const RuleEntry& entry : settings.entries) {
      const std::string text = one_line(slice(catalog.config_file->document.text, entry.at.span));
      written(key, text, entry.at);
    }
  }

  SettingsList& list_;
  bool all_;
  const RunOptions& options_;
  Sources& sources_;
  Collector& to_;
};

}  // namespace

SettingsList list_settings(const std::string& path, bool all, const RunOptions& options, Sources& sources) {
  SettingsList list;
  Collector findings(options.lang);
  SettingsLister(list, all, options, sources, findings).run(path);
  list.mistakes = findings.take();
  return list;
}

}  // namespace matter
