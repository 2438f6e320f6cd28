#include "checks/channels.h"

#include "checks/wording.h"

namespace matter {

namespace {

/// Written and not denied: `mail: {recipient: …}` says that it is offered.
template <class Channel>
bool offers(const Channel& channel) {
  return channel.mark.given() && !channel.supported.no();
}

bool offers_any(const AnyList& list) { return list.given() && !list.empty(); }

}  // namespace

const Named* claims_all_online(const Matter& m) {
  for (const Tongban& tongban : m.tongban)
    if (tongban.mode.is("全程网办")) return &tongban.mode;
  for (const Named& depth : m.channels.online.depth)
    if (depth.is("Ⅳ级")) return &depth;
  return nullptr;
}

bool works_online(const Online& online) {
  if (!online.mark.given() || online.available.no()) return false;
  if (online.available.yes() || !says_nothing(online.url) || !says_nothing(online.mobile_url)) return true;
  for (const Named& depth : online.depth)
    if (depth.is("受理") || depth.is("办理") || depth.is("Ⅳ级")) return true;
  return false;
}

bool works_without_coming(const Channels& channels) {
  return works_online(channels.online) || offers(channels.mail) || offers(channels.kiosk) ||
         !says_nothing(channels.telephone) || !says_nothing(channels.on_site) || offers_any(channels.agents);
}

OfferedChannels offered_channels(const Channels& channels) {
  OfferedChannels offered;
  const auto add = [&](bool is_offered, const Mark& mark, Bilingual label) {
    if (!is_offered) return;
    if (offered.count++ != 0) return;
    offered.first = &mark;
    offered.label = label;
  };
  add(works_online(channels.online), channels.online.mark, {"网上办理", "online"});
  add(offers_any(channels.windows), channels.windows.mark, {"窗口办理", "the counter"});
  add(offers(channels.mail), channels.mail.mark, {"物流快递", "post"});
  add(offers(channels.kiosk), channels.kiosk.mark, {"自助终端办理", "the kiosk"});
  add(!says_nothing(channels.telephone), channels.telephone.mark, {"电话办理", "telephone"});
  add(!says_nothing(channels.on_site), channels.on_site.mark, {"上门办理", "上门办理"});
  add(offers_any(channels.agents), channels.agents.mark, {"代办", "agents"});
  return offered;
}

}  // namespace matter
