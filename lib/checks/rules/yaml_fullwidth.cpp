#include "checks/rule.h"
#include "checks/sample.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad = "common_name: 办卫生证\nshort_name：卫生许可\n";
constexpr std::string_view good = "common_name: 办卫生证\nshort_name: 卫生许可\n";

}  // namespace

// Reported by the reader (lib/doc/yaml); here is what it means.
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
    .evidence = {"2026-11-22 读广东公布的 2,262 个事项：没有，也没有误报",
                 "2026-11-22, 2,262 published matters: no finding, no false alarm"},
};

}  // namespace matter::rules
