#include "change/change_type.h"

namespace matter::kinds {
namespace {

constexpr std::string_view status_steps[] = {"在用", "暂停", "取消"};
constexpr Scale scales[] = {{"status", status_steps, {}}};

constexpr KindRow rows[] = {
    {"name",
     Verb::reworded,
     Burden::neutral,
     {"事项改名", "matter renamed"},
     "公共场所卫生许可（示例）",
     "公共场所卫生许可证核发（示例）",
     "matter-renamed"},
    {"code",
     Verb::changed,
     Burden::neutral,
     {"实施编码改变，事项换了身份", "another code: the matter has a new identity"},
     "11350200000000000Y3000199001000",
     "11350200000000000Y3000199002000",
     "matter-recoded"},
    {"status",
     Verb::tightened,
     Burden::more,
     {"事项暂停或取消", "matter suspended or cancelled"},
     {},
     {},
     "matter-suspended",
     Systems::breaking},
    {"status", Verb::eased, Burden::less, {"事项恢复办理", "matter in service again"}, {}, {}, "matter-resumed"},
    {"type",
     Verb::changed,
     Burden::neutral,
     {"事项类型改变", "another type of matter"},
     "其他行政权力",
     "行政确认",
     {},
     Systems::breaking},
    {"level",
     Verb::changed,
     Burden::neutral,
     {"行使层级改变", "another level of government"},
     "市级",
     "县级",
     {},
     Systems::breaking},
    {"binding.status", Verb::changed, Burden::neutral, {}, {}, {}, {}, Systems::breaking},
};

}  // namespace

extern const KindGroup identity_kinds;
const KindGroup identity_kinds{rows, scales};

}  // namespace matter::kinds
