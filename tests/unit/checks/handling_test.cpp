#include <doctest/doctest.h>

#include "support/check.h"

using namespace matter;
using namespace matter::test;

namespace {

std::vector<Diagnostic> with(std::string_view rule, std::string_view fragment) {
  return of_rule(rule, sample_with(fragment));
}
std::vector<Diagnostic> process(std::string_view rule, std::string_view steps, std::string_view more = {}) {
  return with(rule, "process: [" + std::string(steps) + "]\n" + std::string(more));
}
std::vector<Diagnostic> channels(std::string_view rule, std::string_view members) {
  return with(rule, "channels: {" + std::string(members) + "}\n");
}
std::vector<Diagnostic> result(std::string_view rule, std::string_view members, std::string_view more = {}) {
  return with(rule, "results: [{" + std::string(members) + "}]\n" + std::string(more));
}

}  // namespace

TEST_CASE("handling: a licence is accepted, examined, decided and handed over") {
  CHECK(process("process-missing", "受理, 审查, 决定, 送达").empty());
  CHECK(process("process-missing", "预受理, 受理, 现场审核, 审查决定, 制证与送达").empty());
  const auto found = process("process-missing", "受理, 决定");
  REQUIRE(found.size() == 1);
  CHECK(found[0].message == "the process lacks 审查, 送达");
  CHECK(process("process-missing", "第一步, 第二步").empty());
  CHECK(process("process-missing", "受理, 决定", "kind: 即办件\n").empty());
}

TEST_CASE("handling: no step comes before what it needs") {
  CHECK(process("process-order", "受理, 审查, 决定, 制证, 送达").empty());
  CHECK(process("process-order", "受理, 审查, 听证, 审查, 决定").empty());
  const auto found = process("process-order", "决定, 受理");
  REQUIRE(found.size() == 1);
  CHECK(found[0].message == "受理 stands after 决定");
  CHECK(process("process-order", "受理, 决定, {step: 审查, parallel: 是}").empty());
  CHECK(process("process-order", "送达, 受理, 决定").size() == 1);
}

TEST_CASE("handling: name and type of a result") {
  CHECK(result("result-kind", "name: 卫生许可证（副本）, kind: 批文").size() == 1);
  CHECK(result("result-kind", "name: 关于项目的批复, kind: 证照").size() == 1);
  CHECK(result("result-kind", "name: 公证书, kind: 其他").empty());
  CHECK(result("result-kind", "name: 登记结果, kind: 批文").empty());
  CHECK(result("result-kind", "name: 卫生许可证, kind: 证照").empty());
}

TEST_CASE("handling: a result that can be shown is shown") {
  CHECK(result("result-type", "name: 卫生许可证, kind: 证照").size() == 1);
  CHECK(result("result-type", "name: 津贴, kind: 其他").empty());
}

TEST_CASE("handling: how a result is handed over") {
  const char* online = "tongban: [{list: 跨省通办, mode: 全程网办}]\n";
  CHECK(result("result-delivery", "name: 卫生许可证, kind: 证照").size() == 1);
  CHECK(result("result-delivery", "name: 卫生许可证, kind: 证照, delivery: [窗口领取]").empty());
  CHECK(result("result-delivery", "name: 卫生许可证, kind: 证照, delivery: [窗口领取]", online).size() == 1);
  CHECK(result("result-delivery", "name: 卫生许可证, kind: 证照, delivery: [窗口领取, 网上下载]", online).empty());
}

TEST_CASE("handling: one channel alone") {
  CHECK(channels("channel-single", "visits: 0, online: {available: 是}").size() == 1);
  CHECK(channels("channel-single", "visits: 1, windows: [{place: 一楼大厅}]").size() == 1);
  CHECK(channels("channel-single", "visits: 1, windows: [{place: 一楼大厅}], mail: {supported: 否}").size() == 1);
  CHECK(channels("channel-single", "visits: 1, windows: [{place: 一楼大厅}], mail: {supported: 是}").empty());
  CHECK(channels("channel-single", "visits: 0").empty());
}

TEST_CASE("handling: an address is one") {
  CHECK(channels("channel-url", "online: {available: 是}").size() == 1);
  CHECK(channels("channel-url", "online: {available: 是, mobile_url: \"https://example.gov.cn/m\"}").empty());
  CHECK(channels("channel-url", "online: {available: 否}").empty());
  for (const char* wrong : {"省网上办事大厅", "www.example.gov.cn", "https://", "https:// example.gov.cn"}) {
    CAPTURE(std::string(wrong));
    CHECK(channels("channel-url", "online: {available: 是, url: \"" + std::string(wrong) + "\"}").size() >= 1);
  }
}

TEST_CASE("handling: post has a recipient, a telephone and an address") {
  CHECK(channels("express-recipient", "mail: {supported: 是}").size() == 3);
  CHECK(channels("express-recipient", "mail: {supported: 否}").empty());
  CHECK(channels("express-recipient",
                 "mail: {supported: 是, recipient: 综合窗口, phone: 0592-0000003, address: 示例路 1 号}")
            .empty());
}

TEST_CASE("handling: a place can be found and has hours") {
  CHECK(channels("window-detail", "windows: [{place: 示例路 1 号, hours: 9:00-17:00}]").size() == 1);
  CHECK(channels("window-detail", "windows: [{name: 3 号窗口, place: 示例路 1 号, hours: 9:00-17:00}]").empty());
  CHECK(channels("window-detail", "windows: [{place: 示例路 1 号三楼, hours: 工作日}]").size() == 1);
  CHECK(channels("window-detail", "windows: [{place: 示例路 1 号三楼, hours: 24 小时}]").empty());
}

TEST_CASE("handling: a kiosk takes no paper") {
  const std::string kiosk = "channels: {visits: 0, kiosk: {supported: 是}}\nmaterials: [{name: 平面图, ";
  CHECK(with("kiosk-steps", kiosk + "form: 纸质, originals: 1}]\n").size() == 1);
  CHECK(with("kiosk-steps", kiosk + "form: 纸质, originals: 1, waiver: 电子证照}]\n").empty());
  CHECK(with("kiosk-steps", kiosk + "form: 纸质和电子化, originals: 1}]\n").empty());
  CHECK(channels("kiosk-steps", "visits: 2, kiosk: {supported: 是}").size() == 1);
}

TEST_CASE("handling: each mode of 通办 has what it needs") {
  const auto tongban = [](std::string_view rule, std::string_view members, std::string_view more = {}) {
    return with(rule, "tongban: [{list: 跨省通办, " + std::string(members) + "}]\n" + std::string(more)).size();
  };
  CHECK(tongban("tongban-mode", "scope: 全国") == 1);
  CHECK(tongban("tongban-mode", "mode: 自助办") == 0);
  CHECK(tongban("tongban-collect", "mode: 异地代收代办") == 1);
  CHECK(tongban("tongban-collect", "mode: 异地代收代办, scope: 全国") == 0);
  CHECK(tongban("tongban-collect", "mode: 异地代收代办, scope: 全市") == 1);
  CHECK(tongban("tongban-collect", "mode: 异地代收代办, regions: [全国]") == 0);
  CHECK(tongban("tongban-joint", "mode: 多地联办") == 1);
  CHECK(tongban("tongban-window", "mode: 就地批办") == 1);
  CHECK(tongban("tongban-window", "mode: 全程网办") == 0);
  const char* paper = "materials: [{name: 平面图, form: 纸质}]\n";
  CHECK(tongban("tongban-post", "mode: 异地代收代办", paper) == 1);
  CHECK(
      tongban(
          "tongban-post", "mode: 异地代收代办",
          "materials: [{name: 平面图, form: 电子化}]\nresults: [{name: 许可证, kind: 证照, delivery: [网上下载]}]\n") ==
      0);
}
