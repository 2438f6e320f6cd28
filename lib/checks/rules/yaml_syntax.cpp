#include "checks/rule.h"
#include "checks/sample.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad = "common_name: 办卫生证\nshort_name:卫生许可  # 冒号后少一个空格\n";
constexpr std::string_view mended = "common_name: 办卫生证\nshort_name: 卫生许可  # 冒号后少一个空格\n";
constexpr std::string_view good = "common_name: 办卫生证\nshort_name: 卫生许可\n";

}  // namespace

// Reported by the reader (lib/doc/yaml); here is what it means.
extern const Rule yaml_syntax;
const Rule yaml_syntax{
    .id = "yaml-syntax",
    .severity = Severity::error,
    .scope = Scope::file,
    .families = families::all,
    .summary = {"文件不是能读的 YAML", "the file cannot be read as YAML"},
    .why = {"读不懂的那一段不进比对、不进导出，事项就缺了一块，而写的人并不知道。",
            "What cannot be read is left out of comparisons and exports: the matter loses a piece unnoticed."},
    .source = "—",
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .mends = {sample_with<bad>, sample_with<mended>},
    .evidence = {"2026-11-22 读广东公布的 2,262 个事项：没有，也没有误报",
                 "2026-11-22, 2,262 published matters: no finding, no false alarm"},
};

}  // namespace matter::rules
