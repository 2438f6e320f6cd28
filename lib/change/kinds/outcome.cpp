#include "change/change_type.h"

namespace matter::kinds {
namespace {

constexpr KindRow rows[] = {
    {"basis[]", Verb::added, Burden::neutral, {"新增设定依据", "basis added"}, {}, "《示例管理条例》第七条"},
    {"basis[]", Verb::removed, Burden::neutral, {"取消设定依据", "basis dropped"}, "《示例管理条例》第七条"},
    {"basis[].title",
     Verb::renamed,
     Burden::neutral,
     {"设定依据替换", "basis replaced"},
     "《示例管理办法》",
     "《示例管理条例》",
     "basis-replaced"},
    {"clients[]", Verb::added, Burden::less, {"服务对象扩大", "more may apply"}, {}, "自然人"},
    {"clients[]", Verb::removed, Burden::more, {"服务对象缩小", "fewer may apply"}, "自然人"},
    {"results[]", Verb::added, Burden::neutral, {"新增办理结果", "result added"}, {}, "卫生许可证"},
    {"results[]",
     Verb::removed,
     Burden::neutral,
     {"取消办理结果", "result dropped"},
     "卫生许可证",
     {},
     {},
     Systems::breaking},
    {"results[].name",
     Verb::renamed,
     Burden::neutral,
     {"办理结果改名", "result renamed"},
     "卫生许可证",
     "公共场所卫生许可证",
     {},
     Systems::breaking},
    {"results[].kind", Verb::changed, Burden::neutral, {}, {}, {}, {}, Systems::breaking},
    {"results[].delivery[]", Verb::added, Burden::less, {"新增发证方式", "one more way of delivery"}, {}, "邮寄送达"},
    {"results[].delivery[]", Verb::removed, Burden::more, {"减少发证方式", "one way of delivery less"}, "邮寄送达"},
};

}  // namespace

extern const KindGroup outcome_kinds;
const KindGroup outcome_kinds{rows};

}  // namespace matter::kinds
