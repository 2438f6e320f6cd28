#include "checks/places.h"
#include "checks/regions.h"
#include "checks/sample.h"
#include "model/codes.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad = "common_name: 办卫生证\nshort_name：卫生许可\n";
constexpr std::string_view good = "common_name: 办卫生证\nshort_name: 卫生许可\n";

/// A code typed with an input method for Chinese: nobody can have meant anything but the ASCII characters.
void judge(const Matter& m, const Text& code, std::string path, RuleReport& out) {
  if (!code.given() || code.mark.source != m.mark.source || !has_wide(code.text)) return;
  std::string meant = meant_code(code.text);
  Diagnostic& d = out.add(code.at(), std::move(path),
                          {"编码 {} 里有全角字符，应为 {}", "code {} holds full-width characters; it should be {}"},
                          code.text, meant);
  d.hint = say(out.lang(), {"编码只用半角的数字和字母", "codes are written in ASCII digits and letters"});
  d.subject = code.text;
  offer(d, out.lang(), code, std::move(meant));
}

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  judge(m, m.code, "code", out);
  judge(m, m.handling_code, "handling_code", out);
  judge(m, m.basic_code, "basic_code", out);
  judge(m, m.directory_code, "directory_code", out);
  judge(m, m.parent_code, "parent_code", out);
  judge(m, m.agency.code, "agency.code", out);
  each_region(m, [&](const Text& region, const auto& path) {
    if (has_wide(region.text)) judge(m, region, path(), out);
  });
}

}  // namespace

// What stands where YAML needs ASCII is reported by the reader (lib/doc/yaml); what a code is, only the model knows.
extern const Rule yaml_fullwidth;
const Rule yaml_fullwidth{
    .id = "yaml-fullwidth",
    .severity = Severity::error,
    .scope = Scope::file,
    .families = families::all,
    .summary = {"该用半角的地方用了全角标点、数字或空格",
                "full-width punctuation, digits or spaces stand where ASCII is due"},
    .why = {"全角冒号看着像冒号，YAML 却不认：整行成了一段文字，要素就没了；全角数字的编码也对不上。",
            "A full-width colon looks like one and is none: the line becomes text and the field is gone; codes match "
            "nothing."},
    .source = "—",
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .mends = {sample_with<bad>, sample_with<good>},
    .evidence = {"2026-11-22 读广东公布的 2,262 个事项：没有，也没有误报",
                 "2026-11-22, 2,262 published matters: no finding, no false alarm"},
    .check = check,
};

}  // namespace matter::rules
