#include "matter_text.h"

#include <fmt/format.h>

#include "model/field.h"
#include "model/matter.h"

namespace matter::bench {

namespace {

using test::Random;

constexpr std::string_view objects[] = {
    "公共场所卫生", "食品小作坊",   "户外广告设置", "临时占用道路", "城市绿化迁移", "养老机构", "民办学校",
    "诊所执业",     "建筑垃圾处置", "瓶装燃气经营", "水利设施",     "林木采伐",     "渔业捕捞", "旅行社",
    "劳务派遣",     "人力资源服务", "道路客运",     "出版物零售",   "娱乐场所",     "体育场馆", "残疾人辅具",
    "高龄老人",     "创业担保",     "就业困难人员", "职业技能",     "住房租赁",     "公租房",   "农村宅基地",
    "社会团体",     "慈善组织",     "农家书屋",     "殡葬服务",     "种子生产",     "兽药经营", "农业机械",
    "动物防疫",     "烟花爆竹",     "电梯安装",     "计量器具",     "电影放映"};

struct Action {
  std::string_view name, type, code;
};
constexpr Action actions[] = {{"许可", "行政许可", "01"},
                              {"资格确认", "行政确认", "07"},
                              {"补贴发放", "行政给付", "05"},
                              {"备案", "其他行政权力", "10"},
                              {"信息登记", "公共服务", "20"}};

constexpr std::string_view conditions[] = {"有固定的经营场所，并与居民住宅分开设置",
                                           "从业人员取得有效的健康证明",
                                           "配备与经营规模相适应的消毒设施",
                                           "有健全的安全管理制度和应急预案",
                                           "具有完全民事行为能力",
                                           "在本省居住满六个月",
                                           "近三年没有被列入严重失信主体名单",
                                           "有符合标准的场地、设备和人员",
                                           "已完成上一年度的信息报送",
                                           "申请人为年满18周岁的自然人或者依法成立的单位"};
constexpr std::string_view papers[] = {"场所平面布局图", "从业人员名册",    "设备清单",     "管理制度文本",
                                       "场地使用说明",   "安全责任书",      "人员培训记录", "服务承诺书",
                                       "经费来源说明",   "上一年度工作报告"};
constexpr std::string_view sentences[] = {"材料应当真实、完整、清晰，复印件加盖公章并注明与原件一致。",
                                          "通过网上办事大厅提交的，上传扫描件或者电子证照，不再另行提交纸质材料。",
                                          "填写时请使用黑色签字笔，姓名、证件号码与身份证件保持一致。",
                                          "受理人员当场核对材料，材料齐全且符合形式要求的出具受理通知书。",
                                          "不符合要求的，一次性告知需要补正的全部内容和期限。",
                                          "审查人员对场所、设备和人员三个方面逐项核对，并在系统中记录结果。",
                                          "决定文书自作出之日起通过短信告知，可以网上下载，也可以邮寄送达。"};

/// YAML text line by line; keys by English name or official label for the whole file.
class Page {
 public:
  Page(const Table& table, bool chinese) : table_(table), chinese_(chinese) {}

  [[nodiscard]] std::string key(const Table& table, std::string_view name) const {
    return std::string(chinese_ ? find_field(table, name)->label : name);
  }
  void put(std::string_view name, std::string_view value) {
    text_ += fmt::format("{}: {}\n", key(table_, name), value);
  }
  void open(std::string_view name) { text_ += fmt::format("{}:\n", key(table_, name)); }
  void line(std::string_view text) { text_.append(text).push_back('\n'); }
  [[nodiscard]] const Table& table_at(std::string_view name) const { return *find_field(table_, name)->table(); }

  /// `  - key: value` lines of one item of a list.
  class Item {
   public:
    Item(Page& page, std::string_view list) : page_(page), table_(page.table_at(list)) {}
    Item& add(std::string_view name, std::string_view value) {
      page_.text_ += fmt::format("{}{}: {}\n", first_ ? "  - " : "    ", page_.key(table_, name), value);
      first_ = false;
      return *this;
    }

   private:
    Page& page_;
    const Table& table_;
    bool first_ = true;
  };

  /// `key: {a: 1, b: 2}`; `pairs` are name and value by turns.
  [[nodiscard]] std::string flow(const Table& table, std::initializer_list<std::string_view> pairs) const {
    std::string out = "{";
    for (auto at = pairs.begin(); at != pairs.end(); at += 2) {
      if (out.size() > 1) out += ", ";
      out += fmt::format("{}: {}", key(table, *at), *(at + 1));
    }
    return out + "}";
  }

  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  const Table& table_;
  bool chinese_;
  std::string text_;
};

std::string quoted(std::string_view text) { return fmt::format("\"{}\"", text); }

std::string page_of(Random& random, std::size_t count) {
  std::string text;
  for (; count > 0; --count) text += random.pick(sentences);
  return text;
}

void put_basis(Page& page, const EntryKind& entry, Random& random) {
  page.open("basis");
  const std::size_t law = 1 + entry.number % 30;
  Page::Item(page, "basis")
      .add("title", fmt::format("示例{}管理条例", objects[entry.number % std::size(objects)]))
      .add("number", fmt::format("示例省人大公告第{}号", law))
      .add("article", fmt::format("第{}条第一款", std::string_view("四五六七八九").substr(3 * (law % 6), 3)))
      .add("issuer", "示例省人民代表大会常务委员会")
      .add("rank", "地方性法规")
      .add("text", page_of(random, 1));
  Page::Item(page, "basis")
      .add("title", "示例政务服务办理规定")
      .add("number", fmt::format("示例省人民政府令第{}号", law + 100))
      .add("article", "第十二条")
      .add("issuer", "示例省人民政府")
      .add("rank", "省级政府规章")
      .add("text", page_of(random, 1));
}

/// Those of the standard entry, as the fifteen elements are to be the same on all levels.
void put_conditions(Page& page, const EntryKind& entry, bool edited) {
  page.open("conditions");
  const std::size_t start = entry.number % std::size(conditions);
  const std::size_t count = 3 + entry.number % 3;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string_view text = conditions[(start + i) % std::size(conditions)];
    if (i == 1) {
      page.line("  - " + page.flow(page.table_at("conditions"), {"text", text, "basis", "第七条"}));
    } else {
      page.line(fmt::format("  - {}{}", text, edited && i == 0 ? "（以现场核查为准）" : ""));
    }
  }
}

/// Those of the standard entry likewise.
void put_materials(Page& page, const EntryKind& entry, Random& random, bool edited) {
  page.open("materials");
  Page::Item(page, "materials")
      .add("name", "申请表")
      .add("kind", "申请表格文书")
      .add("necessity", "必要")
      .add("form", "纸质和电子化")
      .add("originals", "1")
      .add("source", "申请人自备")
      .add("blank_form", quoted("https://example.gov.cn/files/申请表.docx"))
      .add("sample", quoted("https://example.gov.cn/files/申请表样表.pdf"))
      .add("basis", "第八条")
      .add("fill_note", page_of(random, 1))
      .add("paper", "A4");
  Page::Item licence(page, "materials");
  licence.add("name", "营业执照").add("kind", "证件证书证明").add("necessity", "必要").add("form", "电子化");
  licence.add("source", "政府部门核发").add("waiver", "电子证照").add("basis", "第八条").add("for", "[单位办理]");
  Page::Item(page, "materials")
      .add("name", "身份证明")
      .add("kind", "证件证书证明")
      .add("necessity", "必要")
      .add("form", "电子化")
      .add("source", "政府部门核发")
      .add("waiver", "数据核验")
      .add("basis", "第八条");
  constexpr std::size_t most = 4;
  const std::size_t start = entry.number % std::size(papers);
  for (std::size_t i = 0; i < most; ++i) {
    if (edited && i == 0) continue;
    const std::string_view accepted = sentences[(start + i) % std::size(sentences)];
    Page::Item item(page, "materials");
    item.add("name", papers[(start + i) % std::size(papers)]).add("kind", "其他");
    item.add("necessity", "必要").add("form", "纸质和电子化").add("originals", "1").add("copies", "1");
    item.add("source", "申请人自备").add("basis", "第八条").add("accept_standard", accepted);
  }
}

void put_limits(Page& page, std::size_t promised) {
  page.put("limits",
           page.flow(page.table_at("limits"), {"legal", "20 工作日", "promised", fmt::format("{} 工作日", promised)}));
  page.put("special", "无");
  page.put("fees", "无");
  page.open("process");
  const Table& step = page.table_at("process");
  const std::string examined = fmt::format("{} 工作日", promised - 2);
  page.line("  - " + page.flow(step, {"step", "受理", "limit", "1 工作日", "content", "核对材料是否齐全"}));
  page.line("  - " + page.flow(step, {"step", "审查", "limit", examined, "content", "逐项核对场所、设备和人员"}));
  page.line("  - " + page.flow(step, {"step", "决定", "limit", "1 工作日"}));
  page.line("  - " + page.flow(step, {"step", "送达"}));
}

void put_results(Page& page, const EntryKind& entry) {
  page.open("results");
  Page::Item(page, "results")
      .add("name", entry.licence ? "许可证" : "办理结果通知")
      .add("kind", entry.licence ? "证照" : "其他")
      .add("sample", quoted("https://example.gov.cn/files/结果样本.pdf"))
      .add("delivery", "[窗口领取, 邮寄送达, 网上下载]");
}

void put_channels(Page& page, const EntryKind& entry, bool own, Random& random) {
  const Table& channels = page.table_at("channels");
  const auto nested = [&](std::string_view name) -> const Table& { return *find_field(channels, name)->table(); };
  page.open("channels");
  const auto put = [&](std::string_view name, const std::string& value) {
    page.line(fmt::format("  {}: {}", page.key(channels, name), value));
  };
  put("visits", "0");
  put("online", page.flow(nested("online"), {"available", "是", "url",
                                             quoted(fmt::format("https://example.gov.cn/apply/{}", entry.basic_code)),
                                             "depth", "[受理, 办理, 结果反馈]"}));
  if (!own) return;
  page.line(fmt::format("  {}:", page.key(channels, "windows")));
  for (std::size_t i = 1 + random.below(2); i > 0; --i) {
    const std::string name = fmt::format("{}号窗口", i);
    const std::string place = fmt::format("示例路{}号政务服务中心{}楼", 10 + random.below(90), i);
    page.line("    - " + page.flow(nested("windows"), {"name", name, "place", place, "hours",
                                                       quoted("工作日 9:00—12:00、13:00—17:00"), "hall", "是"}));
  }
  put("mail", page.flow(nested("mail"),
                        {"supported", "是", "recipient", "综合受理窗口", "phone",
                         fmt::format("0592-{}", 2000000 + random.below(900000)), "address", "示例市示例路10号"}));
}

void put_questions(Page& page, Random& random) {
  page.open("questions");
  for (const std::string_view question : {"可以委托他人办理吗？", "多长时间可以办结？", "结果怎样领取？"}) {
    Page::Item(page, "questions").add("question", question).add("answer", page_of(random, 2));
  }
}

/// Of a licence, whom to turn to against the decision.
void put_appeal(Page& page) {
  page.open("appeal");
  Page::Item(page, "appeal").add("kind", "行政复议").add("body", "示例市人民政府（示例）").add("within", "60 自然日");
  Page::Item(page, "appeal").add("kind", "行政诉讼").add("body", "示例市人民法院（示例）").add("within", "6 个月");
}

void put_nature(Page& page, const EntryKind& entry) {
  page.put("type", entry.type);
  page.put("kind", "承诺件");
  page.put("clients", "[自然人, 企业法人, 事业法人]");
  page.put("situations", "[个人办理, 单位办理]");
}

std::size_t promised_days(const EntryKind& entry) { return 8 + entry.number % 5; }

}  // namespace

EntryKind entry_kind(std::size_t number) {
  const Action& action = actions[number % std::size(actions)];
  EntryKind entry;
  entry.number = number;
  entry.name = fmt::format("{}{}（示例）", objects[number / std::size(actions) % std::size(objects)], action.name);
  entry.type = action.type;
  entry.basic_code = fmt::format("00{}99{:03}000", action.code, number);
  entry.licence = action.code == "01";
  return entry;
}

std::string standard_text(const EntryKind& entry, Random random) {
  Page page(*table_of<Matter>(), false);
  page.line("# 示例，非正式文本");
  page.put("sample", "true");
  page.put("name", entry.name);
  page.put("handling", "首次办理");
  page.put("directory_code", quoted(entry.basic_code + "01"));
  page.put("basic_code", quoted(entry.basic_code));
  page.put("version", "1");
  page.put("status", "在用");
  put_nature(page, entry);
  put_basis(page, entry, random);
  put_conditions(page, entry, false);
  put_materials(page, entry, random, false);
  put_limits(page, promised_days(entry));
  put_results(page, entry);
  put_channels(page, entry, false, random);
  put_questions(page, random);
  return page.take();
}

std::string local_text(const EntryKind& entry, const Office& office, std::size_t round, Random random, bool edited) {
  Page page(*table_of<Matter>(), random.chance(20));
  page.line("# 示例，非正式文本。没有写的要素取自省标准化目录");
  page.put("sample", "true");
  page.put("name", entry.name);
  page.put("handling", round == 0 ? "首次办理" : fmt::format("分类办理之{}", round));
  page.put("code", quoted(fmt::format("{}{}{}{:02}", office.code, office.level_digit, entry.basic_code, round + 1)));
  page.put("standard", quoted(entry.basic_code + "01@1"));
  page.put("level", office.level);
  page.put("agency", page.flow(page.table_at("agency"), {"name", office.name, "code", quoted(office.code), "nature",
                                                         "法定机关", "region", quoted(office.region)}));
  page.put("power", page.flow(page.table_at("power"), {"source", "法定本级行使"}));
  page.put("version", edited ? "2" : "1");
  page.put("status", "在用");
  put_nature(page, entry);
  put_basis(page, entry, random);
  put_conditions(page, entry, edited);
  page.line("# 材料按办理情形分列，能共享的不再收取");
  put_materials(page, entry, random, edited);
  put_limits(page, promised_days(entry) - (edited ? 3 : 0) - 1);
  put_results(page, entry);
  put_channels(page, entry, true, random);
  const std::size_t phone = 1000000 + random.below(800000);
  page.put("contacts", page.flow(page.table_at("contacts"), {"consult", fmt::format("0592-{}", phone), "complain",
                                                             fmt::format("0592-{}", phone + 100000)}));
  if (entry.licence) put_appeal(page);
  put_questions(page, random);
  return page.take();
}

std::string agency_code(std::string_view region, std::size_t number) {
  const std::string organisation = fmt::format("{:08}", number);
  constexpr int organisation_weights[] = {3, 7, 9, 10, 5, 8, 4, 2};
  int sum = 0;
  for (std::size_t i = 0; i < organisation.size(); ++i) sum += (organisation[i] - '0') * organisation_weights[i];
  const int check = 11 - sum % 11;
  const std::string code = fmt::format("11{}{}{}", region.substr(0, 6), organisation,
                                       check == 10 ? "X" : std::to_string(check == 11 ? 0 : check));
  constexpr std::string_view alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  int total = 0;
  int weight = 1;
  for (const char c : code) {
    total += static_cast<int>(alphabet.find(c)) * weight;
    weight = weight * 3 % 31;
  }
  return code + alphabet[static_cast<std::size_t>((31 - total % 31) % 31)];
}

}  // namespace matter::bench
