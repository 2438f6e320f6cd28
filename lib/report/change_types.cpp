#include "report/change_types.h"

#include <fmt/format.h>

#include "change/change_type.h"
#include "diag/words.h"
#include "doc/json_write.h"

namespace matter {

void write_change_types(Lang lang, const Sink& to) {
  std::string out = say(lang,
                        {"共 {} 种变化；可在 catalog.yaml 的 changes: 中另行评级\n",
                         "{} kinds of changes; `changes:` in catalog.yaml judges them otherwise\n"},
                        all_change_types().size());
  std::string_view field;
  for (const ChangeType& type : all_change_types()) {
    if (type.field != field) out.append("\n").append(type.field).append("\n");
    field = type.field;
    out += fmt::format("  {}: {}\n", type.id, type.summary(lang));
    const std::string nothing = lang == Lang::zh ? "（空）" : "(nothing)";
    out += say(lang, {"    {}，{}；如 {} → {}\n", "    {}, {}; such as {} → {}\n"}, words(type.judged.burden).in(lang),
               words(type.judged.systems).in(lang), type.before.empty() ? nothing : type.before,
               type.after.empty() ? nothing : type.after);
  }
  to(out);
}

void write_change_types_json(const Sink& to) {
  JsonWriter json;
  const auto text = [&](std::string_view key, const std::string& value) {
    json.key(key);
    if (value.empty()) {
      json.null();
    } else {
      json.string(value);
    }
  };
  json.begin_object();
  json.member("schema", "matter.changes/1");
  json.key("changes");
  json.begin_array();
  for (const ChangeType& type : all_change_types()) {
    json.begin_object();
    json.member("id", type.id);
    text("field", type.field);
    json.member("public", name(type.judged.burden));
    json.member("systems", name(type.judged.systems));
    json.key("summary");
    json.begin_object();
    json.member("zh", type.summary_zh);
    json.member("en", type.summary_en);
    json.end_object();
    json.key("example");
    json.begin_object();
    text("old", type.before);
    text("new", type.after);
    json.end_object();
    json.end_object();
  }
  json.end_array();
  json.end_object();
  to(json.take());
}

}  // namespace matter
