#include "checks/rule.h"
#include "checks/sample.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad = std::string_view("short_name: 卫生\0许可\n", 26);
constexpr std::string_view good = "short_name: 卫生许可\n";

}  // namespace

// Reported by the reader (lib/doc/yaml); here is what it means.
extern const Rule yaml_encoding;
const Rule yaml_encoding{
    .id = "yaml-encoding",
    .severity = Severity::error,
    .scope = Scope::file,
    .families = families::all,
    .summary = {"文件不是 UTF-8 编码", "the file is not UTF-8"},
    .why = {"别的编码读进来是乱码；强行转换会把生僻字、人名地名换成问号。",
            "Another encoding reads as garbage, and forced conversion turns rare characters into question marks."},
    .source = "—",
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .evidence = {"2026-11-22 读广东公布的 2,262 个事项：没有，也没有误报",
                 "2026-11-22, 2,262 published matters: no finding, no false alarm"},
};

}  // namespace matter::rules
