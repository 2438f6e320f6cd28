#include "checks/rule.h"
#include "checks/sample.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad =
    "contacts: {consult: 0592-0000001, complain: 0592-0000002}  # matter: ignore contact-same 示例：只有一部电话\n";
constexpr std::string_view good =
    "contacts: {consult: 0592-0000001, complain: 0592-0000001}  # matter: ignore contact-same 示例：只有一部电话 至 "
    "2027-01-01\n";

}  // namespace

// Reported by whoever checks files (suppressions.h); here is what it means.
extern const Rule suppression_unused;
const Rule suppression_unused{
    .id = "suppression-unused",
    .severity = Severity::warning,
    .scope = Scope::file,
    .families = families::all,
    .summary = {"忽略规则的注释不起作用、已经到期，或没有写理由",
                "A comment that ignores a rule is of no use, has expired, or gives no reason"},
    .why = {"注释留在那里，以后真有问题也会被它遮住；没有理由，接手的人不知道还该不该留。",
            "It stays and hides the next fault that is real; without a reason nobody knows whether it may go."},
    .source = "—",
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .evidence = {"2026-11-23 读广东公布的 2,262 个事项：没有这种注释，也没有误报",
                 "2026-11-23, 2,262 published matters: no such comment, no false alarm"},
};

}  // namespace matter::rules
