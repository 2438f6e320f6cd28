#include <doctest/doctest.h>

#include <algorithm>

#include "exchange/guide/pages.h"
#include "exchange/guide/template.h"
#include "exchange/platform_export.h"
#include "support/read_text.h"

using namespace matter;
using namespace matter::test;

namespace {

using Lines = std::vector<std::string>;

struct Site {
  std::vector<ExportFile> files;
  std::vector<Added> added;
  Lines losses;                       // "why field"
  std::vector<std::size_t> left_out;  // by reason, in the mapping's order

  /// The bytes of the file of this name; empty where there is none.
  [[nodiscard]] std::string file(std::string_view name) const {
    const auto at = std::find_if(files.begin(), files.end(), [&](const ExportFile& f) { return f.name == name; });
    return at == files.end() ? std::string() : at->pending;
  }
  [[nodiscard]] Lines names() const {
    Lines all;
    for (const ExportFile& one : files) all.push_back(one.name);
    return all;
  }
};

Site site(const std::string& yaml, std::string_view medium = "html", bool incomplete = false) {
  Sources sources;
  Collector findings(Lang::en);
  const auto mapping = load_mapping("guide", sources, findings);
  REQUIRE(mapping != nullptr);
  REQUIRE(choose_medium(*mapping, medium, findings));
  const auto read = read_text(yaml);
  Losses losses;
  PlatformExport platform_export(*mapping, {{2026, 2, 28}}, losses);
  CatalogContext context;
  Site made;
  for (const Matter& m : read->file.matters)
    made.added.push_back(platform_export.add({m, context, "hidden/path.yaml#1", "f.yaml", false, incomplete}));
  platform_export.finish();
  made.files = platform_export.files();
  for (const LeftOut& one : platform_export.left_out()) made.left_out.push_back(one.matters);
  for (const Loss& loss : losses.list)
    made.losses.push_back(std::string(name(loss.why)) + " " + std::string(loss.field));
  return made;
}

bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

/// A section of a page, from its heading to the next.
std::string section(const std::string& page, const std::string& label) {
  const std::size_t from = page.find("-name\">" + label + "</h2>");
  if (from == std::string::npos) return {};
  return page.substr(from, page.find("</section>", from) - from);
}

/// What `label` says in a list of facts.
std::string fact(const std::string& page, const std::string& label) {
  const std::string before = "<dt>" + label + "</dt><dd>";
  const std::size_t from = page.find(before);
  if (from == std::string::npos) return {};
  return page.substr(from + before.size(), page.find("</dd>", from) - from - before.size());
}

}  // namespace

TEST_CASE("guide: what is not written is promised nowhere") {
  const std::string page = site("name: 甲\ncode: C1\ntype: 行政许可\n").file("guide/C1.html");
  CHECK(fact(section(page, "要点"), "要不要钱") == "未载明");
  CHECK(fact(section(page, "要点"), "多久办好") == "未载明");
  CHECK(fact(section(page, "要点"), "跑几次") == "未载明");
  CHECK(fact(section(page, "要点"), "怎么办") == "未载明");
  CHECK(has(section(page, "要准备的材料"), "没有写明不等于不需要"));
  CHECK(has(section(page, "收费"), "是否收费请先咨询"));
  CHECK(has(section(page, "要符合的条件"), "未载明"));
  CHECK(has(section(page, "到哪里办（窗口）"), "未载明"));
  for (const char* const unsaid : {"不收费", "不需要交", "不用", "不能", "没有另外", "免交"})
    CHECK_FALSE(has(page, unsaid));
  CHECK(section(page, "网上办理").empty());
  CHECK(section(page, "特别程序").empty());
}

TEST_CASE("guide: 无 is said where it has a meaning, in the words of people") {
  const std::string page =
      site(
          "name: 甲\ncode: C1\ntype: 公共服务\nfees: 无\nmaterials: 无\nconditions: 无\nspecial: 无\n"
          "limits: {legal: 无, promised: 无}\nquantity_limit: 无\nintermediaries: 无\n"
          "channels: {visits: 0, online: 无, mail: {supported: 否, address: 示例路}, windows: 无}\n")
          .file("guide/C1.html");
  CHECK(fact(section(page, "要点"), "要不要钱") == "不收费");
  CHECK(fact(section(page, "要点"), "跑几次") == "不用到现场");
  CHECK(has(section(page, "收费"), "不收费。"));
  CHECK(has(section(page, "要准备的材料"), "不需要交材料。"));
  CHECK(has(section(page, "要符合的条件"), "没有另外的条件。"));
  CHECK(fact(section(page, "多久办好"), "法定办结") == "法律法规没有规定");
  CHECK(has(section(page, "网上办理"), "不能在网上办。"));
  CHECK(has(section(page, "邮寄办理"), "不能邮寄。"));
  CHECK_FALSE(has(page, "示例路"));
  CHECK(has(section(page, "到哪里办（窗口）"), "不设窗口。"));
}

TEST_CASE("guide: a filler 无 says nothing, a licence without conditions least of all") {
  const std::string page = site(
                               "name: 甲\ncode: C1\ntype: 行政许可\nconditions: 无\nresults: 无\n"
                               "channels: {windows: [{name: 一号窗口, place: 无, hours: 无}]}\n"
                               "contacts: {consult: 无}\nmaterials: [{name: 申请表, fill_note: 无, remark: 无}]\n")
                               .file("guide/C1.html");
  CHECK(has(section(page, "要符合的条件"), "未载明"));
  CHECK(has(section(page, "办好后拿到什么"), "未载明"));
  CHECK(fact(section(page, "到哪里办（窗口）"), "地点") == "未载明");
  CHECK(fact(section(page, "咨询和投诉"), "咨询") == "未载明");
  CHECK_FALSE(has(page, "填写须知"));
  CHECK_FALSE(has(page, ">无<"));
}

TEST_CASE("guide: materials stand under their situations, each of which is named though it adds nothing") {
  const std::string page =
      site(
          "name: 甲\ncode: C1\nsituations: [{name: 个人, group: 谁来办, note: 自然人}, 单位, 其他]\n"
          "materials: [申请表, {name: 执照, for: [单位]}, {name: 身份证, for: [个人, 外地人]}]\n")
          .file("guide/C1.html");
  const std::string part = section(page, "要准备的材料");
  Lines seen;
  for (std::size_t at = part.find("<h3>"); at != std::string::npos; at = part.find("<h3>", at + 1))
    seen.push_back(part.substr(at + 4, part.find("</h3>", at) - at - 4));
  CHECK(seen == Lines{"各种情形都要", "谁来办：个人", "单位", "其他", "外地人"});
  CHECK(has(part, "<p class=\"note\">自然人</p>"));
  CHECK(has(part.substr(part.find("<h3>其他")), "没有另外的要求。"));
  CHECK(has(part.substr(part.find("<h3>外地人")), "身份证"));
}

TEST_CASE("guide: what relieves is told, a material that must be there is not called spared") {
  const std::string page =
      site(
          "name: 甲\ncode: C1\nmaterials:\n  - {name: 执照, necessity: 必要, waiver: 电子证照}\n"
          "  - {name: 证明, necessity: 容缺后补, within: 5 工作日, waiver: 无法免交, originals: 1, copies: 2}\n"
          "  - {name: 照片, demand: [原件(验), 复印件]}\n")
          .file("guide/C1.html");
  const std::string part = section(page, "要准备的材料");
  CHECK(
      has(part, "执照</span> <span class=\"tag\">必要</span> <span class=\"tag relief\">免交（调取电子证照）</span>"));
  CHECK(has(part, "证明</span> <span class=\"tag\">可以后补</span></p>"));
  CHECK(fact(part, "补交期限") == "5 工作日内");
  CHECK(fact(part, "原件") == "1 份");
  CHECK(fact(part, "复印件") == "2 份");
  CHECK(fact(part, "要求") == "出示原件、交复印件");
}

TEST_CASE("guide: only addresses of the web are links, one good number can be called") {
  const std::string page =
      site(
          "name: 甲\ncode: C1\nchannels: {online: {available: 是, url: \"javascript:alert(1)\", mobile_url: "
          "\"https://example.gov.cn/?a=1&b=2\"}}\ncontacts: {consult: 0592-0000001, complain: 0592-0000001 或 12345}\n"
          "materials: [{name: 表, blank_form: files/内部/申请表.docx}]\n")
          .file("guide/C1.html");
  CHECK(fact(page, "网址") == "javascript:alert(1)");
  CHECK(fact(page, "手机网址") ==
        "<a href=\"https://example.gov.cn/?a=1&amp;b=2\" rel=\"noopener\">https://example.gov.cn/?a=1&amp;b=2</a>");
  CHECK(fact(page, "咨询") == "<a href=\"tel:05920000001\">0592-0000001</a>");
  CHECK(fact(page, "投诉") == "0592-0000001 或 12345");
  CHECK(fact(page, "空白表格") == "申请表.docx");
}

TEST_CASE("guide: what is withheld, internal, a draft or over is on no page, in no name and in no index") {
  const Site made = site(
      "name: 甲\ncode: SECRET1\npublicity: 公开\nwithheld: [code, contacts.consult]\n"
      "contacts: {consult: 0592-0000001, complain: \"12345\", person: 某人}\n---\nname: 乙\ncode: C2\npublicity: "
      "不公开\n"
      "---\nname: 丙\ncode: C3\nstatus: 草稿\n---\nname: 丁\ncode: C4\ncancelled: 2026-02-28\n---\n"
      "name: 戊\ncode: C5\ntype: 行政处罚\n");
  CHECK(made.added ==
        std::vector<Added>{Added::yes, Added::withheld, Added::left_out, Added::left_out, Added::left_out});
  CHECK(made.names() == Lines{"guide/甲.html", "notice/甲.html", "index.html", "style.css", "search.js"});
  for (const ExportFile& file : made.files) {
    for (const char* const gone : {"SECRET1", "0592-0000001", "某人", "乙", "C3", "C4", "C5", "hidden/path"})
      CHECK_FALSE_MESSAGE(has(file.pending, gone), file.name, ": ", gone);
  }
  const auto lost = [&](const char* what) {
    return std::count(made.losses.begin(), made.losses.end(), std::string(what)) != 0;
  };
  CHECK(lost("withheld code"));
  CHECK(lost("withheld contacts.person"));
  CHECK(made.left_out == std::vector<std::size_t>{1, 1, 1, 0});
}

TEST_CASE("guide: what people must know before they set out stands above all else") {
  const Site made = site(
      "name: 甲\ncode: C1\nstatus: 暂停\n---\nname: 乙\ncode: C2\neffective: 2026-03-01\ncancelled: 2026-12-31\n---\n"
      "name: 丙\ncode: C3\nstatus: 在用\n",
      "html", true);
  const auto warned = [&](const char* file, const char* words) {
    return has(made.file(file), std::string("<p class=\"warning\">") + words);
  };
  CHECK(warned("guide/C1.html", "本事项暂停办理。"));
  CHECK(warned("notice/C1.html", "本事项暂停办理。"));
  CHECK(warned("guide/C2.html", "自 2026-03-01 起实施"));
  CHECK(warned("guide/C2.html", "自 2026-12-31 起取消。"));
  CHECK(warned("guide/C3.html", "这份指南的来源没有读全"));
}

TEST_CASE("guide: samples have pages, names and an index of their own, and say so on each") {
  const Site made = site("name: 甲\ncode: C1\n---\nsample: true\nname: 乙\ncode: C1\n");
  CHECK(made.names() == Lines{"guide/C1.html", "notice/C1.html", "guide/C1-2.sample.html", "notice/C1-2.sample.html",
                              "index.html", "index.sample.html", "style.css", "search.js"});
  for (const ExportFile& file : made.files) {
    if (file.shared) continue;
    CHECK(has(file.pending, "不能据此办事") == file.sample);
    CHECK(has(file.pending, ".sample.") == file.sample);
  }
}

TEST_CASE("guide: the index stands by region and agency, and says of each matter what the filters ask") {
  const std::string index =
      site(
          "name: 甲\ncode: C1\nagency: {name: 区局, region: \"350203000000\"}\nclients: [企业法人]\n---\n"
          "name: 乙\nhandling: 首次申请\ncommon_name: 俗称\ncode: C2\nagency: {name: 市局, region: \"350200000000\"}\n"
          "clients: [企业法人, 自然人]\nchannels: {windows: [{place: 示例路}], online: {available: 否, url: "
          "\"https://e\"}}\n")
          .file("index.html");
  CHECK(index.find("市局</h2>") < index.find("区局</h2>"));
  CHECK(has(index,
            "<li data-c=\"1 0\" data-m=\"0\"><a class=\"go\" href=\"guide/C2.html\">乙（首次申请）</a>"
            "<span class=\"also\">俗称 · <code>C2</code></span>"));
  CHECK(has(index, "<option value=\"0\">自然人</option>\n<option value=\"1\">企业法人</option>"));
  CHECK(has(index, "<option value=\"0\">窗口办理</option></select>"));
  CHECK(has(index, "<li data-c=\"1\" data-m=\"\">"));
}

TEST_CASE("guide: a text stays a text in HTML and in Markdown") {
  CHECK(html_text("<a href='x'>&\"\x01\xE2\x80\xAE") == "&lt;a href=&#39;x&#39;&gt;&amp;&quot;");
  CHECK(path_address("guide/甲#?%.html") == "guide/%E7%94%B2%23%3F%25.html");
  const std::string yaml =
      "name: \"1. <script>*甲*\"\ncode: \"../C/1\"\nconditions: [\"- 一\", \"{{name}} # 二\"]\nreview: [\"1) "
      "`三`\\n续\"]\n";
  const Site html = site(yaml);
  CHECK(html.names()[0] == "guide/_.._C_1.html");
  CHECK(has(html.files[0].pending, "<h1>1. &lt;script&gt;*甲*</h1>"));
  CHECK(has(html.files[0].pending, "<li>{{name}} # 二</li>"));
  const Site markdown = site(yaml, "markdown");
  CHECK(markdown.names() == Lines{"guide/_.._C_1.md", "notice/_.._C_1.md", "index.md"});
  CHECK(has(markdown.files[0].pending, "# 1. &lt;script&gt;\\*甲\\*\n"));
  CHECK(has(markdown.files[0].pending, "1. \\- 一\n2. {{name}} \\# 二\n"));
  CHECK(has(markdown.files[0].pending, "- 1\\) \\`三\\`<br>续\n"));
  const Site noted = site(
      "name: 甲\ncode: C1\nsituations: [{name: 个人, note: \"---\"}]\nmaterials: [{name: 申请表, for: "
      "[个人]}]\n",
      "markdown");
  CHECK(has(noted.files[0].pending, "\n\n\\---\n\n"));
}

TEST_CASE("guide: the notice is a list to be ticked off; columns that nothing fills are left out") {
  const std::string page =
      site("name: 甲\ncode: C1\nmaterials: [{name: 申请表, originals: 1}, 身份证]\n").file("notice/C1.html");
  CHECK(has(page, "<th scope=\"col\">核对</th><th scope=\"col\">材料</th><th scope=\"col\">原件</th></tr>"));
  CHECK(has(page, "<th scope=\"row\">身份证</th><td data-label=\"原件\"></td>"));
}
