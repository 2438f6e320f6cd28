#include "support/matter_generator.h"

#include <algorithm>
#include <string>

#include "model/named.h"
#include "model/values.h"

namespace matter::test {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view words[] = {"公共场所",     "卫生许可",   "身份证明", "营业执照", "申请表",   "场所平面图",
                                      "符合法定条件", "现场核查",   "专家评审", "受理",     "审查",     "决定",
                                      "制证与送达",   "经营者信息", "健康证明", "委托书",   "变更登记", "Form A1"};
constexpr std::string_view awkward[] = {"a: b", "x #y", "- 条",           "它说“好”", "it's",           "\"q\"",
                                        "12",   "true", "1.5e3",          "{甲}",     "[乙]",           "null",
                                        "%丙",  "@丁",  "第一行\n第二行", "甲\n\n乙", "（一）；（二）", "尾：",
                                        "a\\b", "？",   "! 惊",           "& 和",     "* 星",           "| 竖",
                                        "> 大", "key:", "𠮷野家",         "é"};
constexpr std::string_view regions[] = {"350200000000", "350203000000", "350203001000", "350203001001", "350205000000"};

std::string joined(std::string_view a, std::string_view b, std::string_view c = {}) {
  return std::string(a).append(b).append(c);
}

/// Makes contents for fields; texts are numbered so that items of one list are told apart.
class Maker {
 public:
  Maker(Random& random, const MatterKind& kind) : random_(random), kind_(kind) {}

  Content record(const Table& table, bool item) {
    Content content;
    content.kind = Content::Kind::record;
    for (const Field& field : table.fields) {
      const bool named = item && (field.list_name || field.main_text);
      if (!named && !random_.chance(kind_.present)) continue;
      Content part = of(field);
      if (part.absent()) continue;
      part.key = field.key;
      content.parts.push_back(std::move(part));
    }
    if (kind_.unknown_fields && random_.chance(20)) {
      Content part = text_content(words_of_its_own());
      part.key = joined("unheard_of_", std::to_string(random_.below(3)));
      content.parts.push_back(std::move(part));
    }
    return content;
  }

  Content of(const Field& field) {
    if (field.none == NoneMeaning::declared && field.kind != Kind::record && random_.chance(kind_.none)) {
      Content none;
      none.kind = Content::Kind::none;
      none.text = "无";
      return none;
    }
    if (is_scalar(field.kind)) return text_content(scalar(field.kind, field));
    if (field.kind == Kind::record) return record(*field.table(), false);
    if (field.kind == Kind::list) return list(field);
    return kind_.extra ? tree(3) : Content{};
  }

  Content item(const Field& list) {
    if (list.item == Kind::record) return record(*list.table(), true);
    return text_content(scalar(list.item, list));
  }

 private:
  Content list(const Field& field) {
    Content content;
    content.kind = Content::Kind::list;
    for (std::size_t n = random_.below(kind_.items + 1); n > 0; --n) {
      Content made = item(field);
      const auto same = [&](const Content& other) { return other == made; };  // a named value picked twice
      if (std::none_of(content.parts.begin(), content.parts.end(), same)) content.parts.push_back(std::move(made));
    }
    if (content.parts.empty()) content.parts.push_back(item(field));
    return content;
  }

  Content tree(unsigned depth) {
    Content content;
    const std::size_t shape = depth == 0 ? 0 : random_.below(3);
    if (shape == 0) return text_content(words_of_its_own());
    content.kind = shape == 1 ? Content::Kind::record : Content::Kind::list;
    for (std::size_t n = 1 + random_.below(3); n > 0; --n) {
      Content part = tree(depth - 1);
      if (shape == 1) part.key = joined("k", std::to_string(n));
      content.parts.push_back(std::move(part));
    }
    return content;
  }

  std::string scalar(Kind kind, const Field& field) {
    const auto number = [&](std::size_t below) { return static_cast<int>(random_.below(below)); };
    switch (kind) {
      case Kind::named: {
        const NamedList* list = named_list(field.values);
        return list == nullptr || list->values.empty() ? "其他" : std::string(random_.pick(list->values).name);
      }
      case Kind::flag: return random_.chance(50) ? "是" : "否";
      case Kind::count: return std::to_string(number(20));
      case Kind::limit: {
        const int unit = number(6);
        return to_text(unit == 0 ? 0 : 1 + number(60), static_cast<LimitUnit>(unit));
      }
      case Kind::date:
        return to_text(DateValue{static_cast<std::int16_t>(2000 + number(40)),
                                 static_cast<std::uint8_t>(1 + number(12)), static_cast<std::uint8_t>(1 + number(28))});
      default: return text(field.format);
    }
  }

  std::string text(Format format) {
    const std::string serial = std::to_string(1000000 + ++serial_ * 7 + random_.below(7));
    switch (format) {
      case Format::none: return words_of_its_own();
      case Format::usc: return "113502000000000000";
      case Format::region: return std::string(random_.pick(regions));
      case Format::phone: return joined("0592-", serial);
      case Format::url: return joined("https://example.gov.cn/", serial, "?a=1&b=2");
      case Format::file: return joined("files/", serial, ".pdf");
      case Format::money: return joined(std::to_string(random_.below(900)), " 元/本");
      case Format::standard: return joined("00019900100001@", std::to_string(1 + random_.below(5)));
      case Format::basic_code: return joined("00019", serial);
      case Format::directory_code: return joined("00019", serial, "01");
      case Format::implementing_code: return joined("113502000000000000300019", serial);
      case Format::handling_code: return joined("113502000000000000300019", serial, "01");
      default: return joined("X", serial);
    }
  }

  std::string words_of_its_own() {
    std::string text(random_.pick(words));
    if (kind_.awkward && random_.chance(30)) text = random_.pick(awkward);
    if (random_.chance(50)) text += random_.pick(words);
    return text + std::to_string(++serial_);
  }

  Random& random_;
  const MatterKind& kind_;
  std::size_t serial_ = random_.below(1000) * 1000;
};

/// One edit somewhere in a record.
class Editor {
 public:
  Editor(Random& random, const MatterKind& kind) : random_(random), make_(random, kind) {}

  void edit(const Table& table, Content& record, bool keep_identity) {
    const Field* picked = &random_.pick(table.fields);
    // Lists whose order means something are few: they get their share.
    for (int tries = random_.chance(20) ? 200 : 0; tries > 0 && !picked->ordered; --tries) {
      picked = &random_.pick(table.fields);
    }
    const Field& field = *picked;
    const bool identity = field.list_key || field.list_name || field.main_text ||
                          field.format == Format::handling_code || field.format == Format::implementing_code ||
                          field.key == "local_code";
    if (keep_identity && identity) return;
    const auto at = std::find_if(record.parts.begin(), record.parts.end(),
                                 [&](const Content& part) { return part.key == field.key; });
    if (at == record.parts.end()) return insert(table, field, record);
    if (random_.chance(15)) {
      record.parts.erase(at);
      return;
    }
    if (at->kind == Content::Kind::record && field.kind == Kind::record) return edit(*field.table(), *at, false);
    if (at->kind == Content::Kind::list && field.kind == Kind::list) return edit_list(field, *at);
    replace(field, *at);
  }

 private:
  void replace(const Field& field, Content& part) {
    Content fresh = make_.of(field);
    fresh.key = field.key;
    if (!fresh.absent()) part = std::move(fresh);
  }

  /// Canonical order is kept, so that what is written plainly stays canonical.
  void insert(const Table& table, const Field& field, Content& record) {
    Content fresh = make_.of(field);
    if (fresh.absent()) return;
    fresh.key = field.key;
    const auto rank = [&](const Content& part) { return find_field(table, part.key); };
    const auto at = std::find_if(record.parts.begin(), record.parts.end(),
                                 [&](const Content& part) { return rank(part) == nullptr || rank(part) > &field; });
    record.parts.insert(at, std::move(fresh));
  }

  void edit_list(const Field& field, Content& list) {
    const std::size_t at = random_.below(list.parts.size());
    switch (random_.below(4)) {
      case 0: {
        Content made = make_.item(field);
        const bool there = std::find(list.parts.begin(), list.parts.end(), made) != list.parts.end();
        if (!there) list.parts.insert(list.parts.begin() + static_cast<std::ptrdiff_t>(at), std::move(made));
        return;
      }
      case 1:
        if (list.parts.size() > 1) list.parts.erase(list.parts.begin() + static_cast<std::ptrdiff_t>(at));
        return;
      case 2:
        if (field.ordered) random_.shuffle(list.parts);
        return;
      default:
        if (field.item == Kind::record) edit(*field.table(), list.parts[at], true);
    }
  }

  Random& random_;
  Maker make_;
};

}  // namespace

Content random_matter(Random& random, const MatterKind& kind) {
  Maker make(random, kind);
  const Table& table = *table_of<Matter>();
  Content matter = make.record(table, false);
  if (!kind.identity) return matter;
  const auto coded = [](const Content& part) {
    return part.key == "code" || part.key == "handling_code" || part.key == "local_code";
  };
  matter.parts.erase(std::remove_if(matter.parts.begin(), matter.parts.end(), coded), matter.parts.end());
  Content code = make.of(*find_field(table, "code"));
  code.key = "code";
  matter.parts.insert(matter.parts.begin(), std::move(code));
  return matter;
}

Content edited(const Content& matter, Random& random, std::size_t edits, const MatterKind& kind) {
  Content copy = matter;
  Editor editor(random, kind);
  for (; edits > 0; --edits) editor.edit(*table_of<Matter>(), copy, true);
  return copy;
}

}  // namespace matter::test
