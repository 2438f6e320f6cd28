#pragma once

#include "checks/rule.h"

namespace matter {

/// Values that are understood and not in their one canonical form (`20个工作日` for `20 工作日`, `许可` for `行政许可`,
/// `yes` for `是`): infos, each with a safe fix. Only what the matter writes itself.
void report_forms(const MatterView& view, RuleReport& out);

}  // namespace matter
