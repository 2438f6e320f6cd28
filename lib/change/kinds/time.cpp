#include "change/change_type.h"

namespace matter::kinds {
namespace {

constexpr std::string_view kind_steps[] = {"即办件", "承诺件"};
constexpr Scale scales[] = {{"kind", kind_steps, {}}};

constexpr KindRow rows[] = {
    {"limits.promised",
     Verb::shortened,
     Burden::less,
     {"承诺办结时限缩短", "promised limit shortened"},
     "10 工作日",
     "5 工作日"},
    {"limits.promised",
     Verb::lengthened,
     Burden::more,
     {"承诺办结时限延长", "promised limit lengthened"},
     "5 工作日",
     "10 工作日"},
    {"limits.promised",
     Verb::changed,
     Burden::neutral,
     {"承诺办结时限改变，长短无法比较", "promised limit changed; which is longer cannot be told"},
     "20 工作日",
     "1 个月"},
    {"limits.promised", Verb::abolished, Burden::more},
    {"limits.promised", Verb::introduced, Burden::less},
    {"limits.legal",
     Verb::shortened,
     Burden::less,
     {"法定办结时限缩短", "legal limit shortened"},
     "20 工作日",
     "15 工作日"},
    {"limits.legal",
     Verb::lengthened,
     Burden::more,
     {"法定办结时限延长", "legal limit lengthened"},
     "15 工作日",
     "20 工作日"},
    {"limits.legal", Verb::abolished, Burden::more},
    {"limits.legal", Verb::introduced, Burden::less},
    {"kind", Verb::eased, Burden::less, {"承诺件改为即办件", "done at once now"}, {}, {}, "kind-instant"},
    {"kind", Verb::tightened, Burden::more, {"即办件改为承诺件", "no longer done at once"}, {}, {}, "kind-promised"},
    {"special[]", Verb::added, Burden::more, {"新增特别程序", "special procedure added"}, {}, "专家评审"},
    {"special[]", Verb::removed, Burden::less, {"取消特别程序", "special procedure dropped"}, "专家评审"},
    {"special", Verb::introduced, Burden::more},
    {"special", Verb::abolished, Burden::less},
    {"special[].limit", Verb::shortened, Burden::less},
    {"special[].limit", Verb::lengthened, Burden::more},
    {"special[].counted",
     Verb::enabled,
     Burden::less,
     {"特别程序改为计入办结时限", "special procedure counts towards the limit now"}},
    {"special[].counted",
     Verb::disabled,
     Burden::more,
     {"特别程序不再计入办结时限", "special procedure no longer counts towards the limit"}},
    {"process[]", Verb::added, Burden::more, {"新增办理环节", "step added"}, {}, "现场核查"},
    {"process[]", Verb::removed, Burden::less, {"减少办理环节", "step dropped"}, "现场核查"},
    // A step's limit lies within the promised one: that is what the public sees.
    {"process[].limit", Verb::shortened, Burden::neutral},
    {"process[].limit", Verb::lengthened, Burden::neutral},
    {"process[].parallel", Verb::enabled, Burden::less},
    {"process[].parallel", Verb::disabled, Burden::more},
};

}  // namespace

extern const KindGroup time_kinds;
const KindGroup time_kinds{rows, scales};

}  // namespace matter::kinds
