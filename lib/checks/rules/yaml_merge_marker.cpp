#include "checks/rule.h"
#include "checks/sample.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "<<<<<<< 本地\nshort_name: 卫生许可\n=======\nshort_name: 公共场所许可\n>>>>>>> 上级\n";
constexpr std::string_view good = "short_name: 卫生许可\n";

}  // namespace

// Reported by the reader (lib/doc/yaml); here is what it means.
extern const Rule yaml_merge_marker;
const Rule yaml_merge_marker{
    .id = "yaml-merge-marker",
    .severity = Severity::error,
    .scope = Scope::file,
    .families = families::all,
    .summary = {"文件里留有合并冲突的标记", "a conflict marker was left in the file"},
    .why = {"冲突没有解决就保存了，两个版本都在文件里，发布出去的可能是任何一个。",
            "The conflict was saved unresolved: both versions are in the file, and either may be published."},
    .source = "—",
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .evidence = {"2026-11-22 读广东公布的 2,262 个事项：没有，也没有误报",
                 "2026-11-22, 2,262 published matters: no finding, no false alarm"},
};

}  // namespace matter::rules
