#include <doctest/doctest.h>

#include "catalog/catalog.h"
#include "model/path.h"

using namespace matter;

namespace {

constexpr std::string_view entry_text = R"(sample: true
directory_code: "00019900100001"
basic_code: "000199001000"
version: 3
status: 在用
level: 市级
name: 公共场所卫生许可（示例）
type: 行政许可
agency: {name: 示例省卫生健康委员会}
power: {source: 法定本级行使}
conditions: [有固定的经营场所]
materials: [{name: 申请表}, {name: 营业执照}]
limits: {legal: 20 工作日, promised: 5 工作日, legal_note: 说明}
fees: 无
channels:
  visits: 0
  online: {url: "https://example.gov.cn/", platform: 示例平台}
  windows: [{name: 示例窗口}]
  mail: {supported: 是, recipient: 示例, phone: "12345"}
  kiosk: {supported: 是, device: 示例机}
  telephone: "12345"
contacts: {consult: "12345"}
extra: {x: y}
)";

struct Bound {
  Sources sources;
  LoadedFile standard, file;
  Collector findings{Lang::en};

  explicit Bound(std::string text) {
    load_file(sources, sources.add_text(SourceKind::memory, "s.yaml", std::string(entry_text)), standard, findings);
    load_file(sources, sources.add_text(SourceKind::memory, "m.yaml", std::move(text)), file, findings);
    REQUIRE(findings.found().empty());
    make_effective(file.matters.at(0), &standard.matters.at(0));
  }
  [[nodiscard]] const Matter& m() const { return file.matters[0]; }
  [[nodiscard]] bool inherited(const Mark& mark) const { return mark.source == standard.source; }
};

}  // namespace

TEST_CASE("effective: what is left out comes from the standard entry and points there") {
  const Bound b("code: x\n");
  CHECK(b.m().name.text == "公共场所卫生许可（示例）");
  CHECK(b.inherited(b.m().name.mark));
  CHECK(slice(entry_text, b.m().name.mark.value) == "公共场所卫生许可（示例）");
  CHECK(b.m().conditions.size() == 1);
  CHECK(b.m().limits.promised.amount == 5);
  CHECK(b.inherited(b.m().limits.mark));
  CHECK(b.m().contacts.consult.text == "12345");
  CHECK(b.m().fees.none());
  CHECK(b.m().type.name() == "行政许可");
  CHECK(b.m().standard_entry == &b.standard.matters[0]);
}

TEST_CASE("effective: records are taken key by key, a list that is written replaces the whole list") {
  const Bound b("limits: {promised: 3 工作日}\nmaterials: [{name: 申请表}]\nchannels: {online: {platform: 本地}}\n");
  CHECK(b.m().limits.promised.amount == 3);
  CHECK_FALSE(b.inherited(b.m().limits.promised.mark));
  CHECK(b.m().limits.legal.amount == 20);
  CHECK(b.inherited(b.m().limits.legal.mark));
  CHECK_FALSE(b.inherited(b.m().limits.mark));
  CHECK(b.m().materials.size() == 1);
  CHECK(b.m().channels.online.platform.text == "本地");
  CHECK(b.m().channels.online.url.text == "https://example.gov.cn/");
  CHECK(b.m().channels.visits.given());
}

TEST_CASE("effective: 无 and what could not be understood are written") {
  const Bound b(
      "limits: {legal: 无, promised: 若干}\nconditions: 无\nmaterials: []\nfees: [{name: 工本费, amount: 10 元/本}]\n");
  CHECK(b.m().limits.legal.none());
  CHECK(b.m().limits.promised.mark.state == State::wrong);
  CHECK(b.m().conditions.none());
  CHECK(b.m().conditions.empty());
  CHECK(b.m().materials.empty());
  CHECK_FALSE(b.inherited(b.m().materials.mark));
  CHECK(b.m().fees.size() == 1);
}

TEST_CASE("effective: what belongs to the office is never inherited") {
  const Bound b("channels: {mail: {phone: \"0592-0000001\"}}\n");
  const Matter& m = b.m();
  CHECK(m.sample.absent());
  CHECK(m.directory_code.absent());
  CHECK(m.basic_code.absent());
  CHECK(m.version.absent());
  CHECK(m.status.absent());
  CHECK(m.level.absent());
  CHECK(m.agency.mark.absent());
  CHECK(m.agency.name.absent());
  CHECK(m.power.source.absent());
  CHECK(m.channels.windows.absent());
  CHECK(m.channels.mail.supported.yes());
  CHECK(m.channels.mail.recipient.absent());
  CHECK(m.channels.mail.phone.text == "0592-0000001");
  CHECK(m.channels.kiosk.supported.yes());
  CHECK(m.channels.kiosk.device.absent());
  CHECK(m.channels.telephone.absent());
  CHECK_FALSE(m.extra.given());
}

TEST_CASE("effective: without an entry nothing changes") {
  Bound b("name: 本地\n");
  Matter m;
  make_effective(m, nullptr);
  CHECK(m.name.absent());
  CHECK(m.standard_entry == nullptr);
}

TEST_CASE("effective: the list of what is never inherited names fields that exist") {
  for (const char* path : {"code", "handling_code", "parent_code", "local_code", "local_basic_code", "standard",
                           "binding", "effective", "cancelled", "extra", "channels.booking.url",
                           "channels.kiosk.regions", "channels.on_site", "channels.agents", "channels.mail.address"}) {
    CAPTURE(path);
    const auto found = resolve_path(path);
    REQUIRE(found);
    CHECK(found->last().local);
  }
  CHECK_FALSE(resolve_path("name")->last().local);
  CHECK_FALSE(resolve_path("contacts.consult")->last().local);
  CHECK_FALSE(resolve_path("channels.online.url")->last().local);
}
