#include "checks/places.h"
#include "checks/sample.h"
#include "checks/wording.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad = "channels: {visits: 0, online: {available: 是}, telephone: 0592-0000004}\n";
constexpr std::string_view good =
    "channels: {visits: 0, online: {available: 是, url: \"https://example.gov.cn/apply\"}, telephone: 0592-0000004}\n";

constexpr std::string_view needs[] = {"channels.online"};

bool is_url(std::string_view text) {
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (!text.starts_with(scheme)) continue;
    const std::string_view rest = text.substr(scheme.size());
    return !rest.empty() && rest[0] != '/' && rest.find_first_of(" \t\n") == std::string_view::npos;
  }
  return false;
}

void judge(const Matter& m, const Text& address, std::string_view path, RuleReport& out) {
  if (!address.given() || is_url(address.text) || is_filler(address.text) || !written_by(m, address.mark)) return;
  Diagnostic& d = out.add(address.at(), std::string(path), {"“{}”不是网址", "{} is no URL"}, address.text);
  d.hint = say(out.lang(), {"写完整地址，以 https:// 或 http:// 开头", "write it whole, from https:// or http:// on"});
}

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  const Online& online = m.channels.online;
  judge(m, online.url, "channels.online.url", out);
  judge(m, online.mobile_url, "channels.online.mobile_url", out);
  judge(m, m.channels.booking.url, "channels.booking.url", out);
  // A standard entry leaves the address to the offices.
  if (view.standard || !online.available.yes() || !absences_known(view)) return;
  if (!says_nothing(online.url) || !says_nothing(online.mobile_url)) return;
  Diagnostic& d = out.add(online.available.at(), "channels.online.url",
                          {"写明能网办，却没有办理地址", "it can be done online, but no address is given"});
  d.hint = say(out.lang(), {"写上办理页面的地址；不能网办的，available 写 否",
                            "give the address of the page; where it cannot be done online, available is 否"});
}

}  // namespace

extern const Rule channel_url;
const Rule channel_url{
    .id = "channel-url",
    .severity = Severity::warning,
    .scope = Scope::matter,
    .families = families::on_application,
    .summary = {"能网办却没有地址，或地址不是网址", "online without an address, or with one that is no URL"},
    .why = {"写着能网办，点不开或没处点，群众白找一圈还是得跑窗口。",
            "It says online, and there is nothing to click: people search in vain and go to the counter."},
    .source = {"全国一体化政务服务平台数据交换表", "national exchange tables"},
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-23 读广东公布的 2,262 个事项：没有，也没有误报",
                 "2026-11-23, 2,262 published matters: no finding, no false alarm"},
    .check = check,
};

}  // namespace matter::rules
