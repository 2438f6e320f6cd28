#include "change/change_type.h"

namespace matter::kinds {
namespace {

constexpr std::string_view scope_steps[] = {"全国", "全省", "全市", "全县", "全镇", "全村"};
constexpr Scale scales[] = {{"tongban[].scope", scope_steps, {}}};

constexpr KindRow rows[] = {
    {"channels.visits", Verb::lowered, Burden::less, {"少跑现场", "fewer visits"}, "1", "0", "visit-removed"},
    {"channels.visits", Verb::raised, Burden::more, {"多跑现场", "more visits"}, "0", "1", "visit-added"},
    {"channels.online", Verb::introduced, Burden::less},
    {"channels.online",
     Verb::abolished,
     Burden::more,
     {"不再网上办理", "no longer online"},
     {},
     {},
     {},
     Systems::breaking},
    {"channels.online.available", Verb::enabled, Burden::less},
    {"channels.online.available", Verb::disabled, Burden::more},
    {"channels.online.depth[]", Verb::added, Burden::less},
    {"channels.online.depth[]", Verb::removed, Burden::more},
    {"channels.online.payment", Verb::enabled, Burden::less},
    {"channels.online.payment", Verb::disabled, Burden::more},
    {"channels.star", Verb::raised, Burden::less},
    {"channels.star", Verb::lowered, Burden::more},
    {"channels.windows[]", Verb::added, Burden::less, {"新增办理窗口", "counter added"}},
    {"channels.windows[]", Verb::removed, Burden::more, {"撤销办理窗口", "counter closed"}},
    {"channels.mail", Verb::introduced, Burden::less},
    {"channels.mail", Verb::abolished, Burden::more},
    {"channels.mail.supported", Verb::enabled, Burden::less},
    {"channels.mail.supported", Verb::disabled, Burden::more},
    {"channels.booking", Verb::introduced, Burden::less},
    {"channels.booking", Verb::abolished, Burden::more},
    {"channels.booking.supported", Verb::enabled, Burden::less},
    {"channels.booking.supported", Verb::disabled, Burden::more},
    {"channels.kiosk", Verb::introduced, Burden::less},
    {"channels.kiosk", Verb::abolished, Burden::more},
    {"channels.kiosk.supported", Verb::enabled, Burden::less},
    {"channels.kiosk.supported", Verb::disabled, Burden::more},
    {"channels.kiosk.regions[]", Verb::added, Burden::less},
    {"channels.kiosk.regions[]", Verb::removed, Burden::more},
    {"channels.telephone", Verb::introduced, Burden::less},
    {"channels.telephone", Verb::abolished, Burden::more},
    {"channels.on_site", Verb::introduced, Burden::less},
    {"channels.on_site", Verb::abolished, Burden::more},
    {"channels.agents[]", Verb::added, Burden::less, {"新增代办点", "agency point added"}, {}, "村级代办"},
    {"channels.agents[]", Verb::removed, Burden::more, {"撤销代办点", "agency point closed"}, "村级代办"},
    {"tongban[]", Verb::added, Burden::less, {"列入通办清单", "put on a list of cross-region service"}, {}, "跨省通办"},
    {"tongban[]",
     Verb::removed,
     Burden::more,
     {"退出通办清单", "taken off a list of cross-region service"},
     "跨省通办"},
    {"tongban", Verb::introduced, Burden::less},
    {"tongban", Verb::abolished, Burden::more},
    {"tongban[].scope", Verb::eased, Burden::less, {"通办范围扩大", "cross-region service widened"}},
    {"tongban[].scope", Verb::tightened, Burden::more, {"通办范围缩小", "cross-region service narrowed"}},
    {"tongban[].regions[]", Verb::added, Burden::less},
    {"tongban[].regions[]", Verb::removed, Burden::more},
};

}  // namespace

extern const KindGroup service_kinds;
const KindGroup service_kinds{rows, scales};

}  // namespace matter::kinds
