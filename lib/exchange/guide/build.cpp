#include <algorithm>

#include "exchange/guide/attachments.h"
#include "exchange/guide/guide.h"
#include "exchange/made_guide.h"
#include "model/region.h"
#include "model/values.h"

namespace matter {

namespace {

/// What is said where a list is there and cannot be read: people must not take it for 无.
constexpr std::string_view not_read = "原文没有读懂，请先咨询。";

enum class Standing : std::uint8_t { absent, none, given, unreadable };

/// Whether 无 says something there; elsewhere it is filler and says as little as nothing.
bool says_none(const Field& field, bool licence) {
  return field.none == NoneMeaning::declared || (field.none == NoneMeaning::outside_licence && !licence);
}

/// The field of a record that alone says whether the thing is offered; null when there is none.
const Field* flag_of(const Table& table) {
  for (const Field& field : table.fields) {
    if (field.kind == Kind::flag) return &field;
  }
  return nullptr;
}

std::string trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const std::size_t from = text.find_first_not_of(blanks);
  if (from == std::string_view::npos) return {};
  return std::string(text.substr(from, text.find_last_not_of(blanks) - from + 1));
}

bool is_web_address(std::string_view text) {
  if (text.find_first_of(" \t\r\n\"<>\\") != std::string_view::npos) return false;
  return text.starts_with("https://") || text.starts_with("http://");
}

class Builder {
 public:
  Builder(const Mapping& mapping, const GuideInput& input, CellMaker& cells, const GuideFiles& files)
      : mapping_(mapping),
        m_(input.matter),
        input_(input),
        cells_(cells),
        files_(files),
        licence_(family_of(m_) == Family::licence) {
    row_.matter = &m_;
    row_.catalog = &input.context;
    row_.sample = input.sample;
  }

  void sections(Guide& into) {
    for (const MappedTable& table : mapping_.tables) {
      GuideSection section = make(table);
      if (section.said.empty() && section.facts.empty() && section.items.empty()) continue;
      (table.guide.notice ? into.notice : into.guide).push_back(std::move(section));
    }
  }

 private:
  /// How the value at a path stands, from the record on that `depth` fields lead to.
  [[nodiscard]] Standing standing(const FieldPath& path, const void* record, std::size_t depth = 0) const {
    for (; depth < path.count; ++depth) {
      const Field& field = *path.fields[depth];
      const void* const at = member(field, record);
      const Mark& mark = *static_cast<const Mark*>(at);
      if (mark.none()) return says_none(field, licence_) ? Standing::none : Standing::absent;
      if (mark.state == State::wrong) return Standing::unreadable;
      if (!mark.given()) return Standing::absent;
      if (field.kind != Kind::record) return Standing::given;
      record = at;
    }
    return Standing::given;
  }

  [[nodiscard]] Standing standing(const MappedTable& table) const {
    if (table.each.count != 0) return standing(table.each, &m_);
    if (table.guide.of.count == 0) return Standing::given;
    const Standing there = standing(table.guide.of, &m_);
    if (there != Standing::given) return there;
    const void* record = &m_;
    for (const Field* const field : table.guide.of) record = member(*field, record);
    const Field* const flag = flag_of(*table.guide.of.last().table());
    return flag != nullptr && static_cast<const Flag*>(member(*flag, record))->no() ? Standing::none : Standing::given;
  }

  GuideSection make(const MappedTable& table) {
    GuideSection section;
    section.label = table.label;
    section.layout = table.guide.layout;
    switch (standing(table)) {
      case Standing::unreadable: section.said = not_read; return section;
      case Standing::none: section.said = table.guide.none.value_or(""); return section;
      case Standing::given: break;
      case Standing::absent: section.said = table.guide.absent.value_or(""); return section;
    }
    if (table.each.count == 0) {
      row_.item = nullptr;
      for (const Column& column : table.columns) add_fact(table, column, section.facts);
    } else {
      add_items(table, section);
    }
    if (section.facts.empty() && section.items.empty()) section.said = table.guide.absent.value_or("");
    return section;
  }

  void add_items(const MappedTable& table, GuideSection& section) {
    const void* record = &m_;
    for (std::size_t i = 0; i + 1U < table.each.count; ++i) record = member(*table.each.fields[i], record);
    const Field& field = table.each.last();
    const AnyList& list = list_of(field, record);
    section.ordered = field.ordered;
    for (const Column& column : table.columns) {
      if (column.shown == Shown::title && section.item_label.empty()) section.item_label = column.name;
    }
    for (std::uint32_t i = 0; i < list.count; ++i) {
      row_.item = item_of(field, list, i);
      row_.order = i + 1;
      GuideItem item = make_item(table);
      if (!item.title.empty() || !item.facts.empty()) section.items.push_back(std::move(item));
    }
    group(section);
  }

  GuideItem make_item(const MappedTable& table) {
    GuideItem item;
    if (static_cast<const Mark*>(row_.item)->none()) return item;
    for (const Column& column : table.columns) {
      if (column.shown == Shown::fact) {
        add_fact(table, column, item.facts);
        continue;
      }
      std::string text = text_of(table, column);
      if (text.empty()) continue;
      if (column.shown == Shown::title) {
        item.title.append(item.title.empty() ? "" : " ").append(text);
      } else {
        item.tags.push_back({std::move(text), column.shown == Shown::relief});
      }
    }
    if (table.guide.situations.count == 0) return item;
    for (const Text& one : *static_cast<const List<Text>*>(member(table.guide.situations.last(), row_.item))) {
      if (one.given()) item.situations.emplace_back(one.text);
    }
    return item;
  }

  /// The text of a column; a filler 无 is nothing.
  std::string text_of(const MappedTable& table, const Column& column) {
    if (column.mapped()) {
      const Standing there =
          column.inside != 0 ? standing(column.path, row_.item, column.inside) : standing(column.path, &m_);
      const bool filler = there == Standing::absent && column.otherwise.count == 0;
      if (filler) return std::string(column.absent.value_or(""));
    }
    return trimmed(cells_.make(table, column, row_));
  }

  void add_fact(const MappedTable& table, const Column& column, std::vector<GuideFact>& into) {
    std::string text = text_of(table, column);
    if (text.empty()) return;
    GuideFact fact;
    fact.label = column.name;
    fact.text = std::move(text);
    if (column.mapped() && column.function == nullptr && column.path.last().kind == Kind::text)
      tell_kind(table, column, fact);
    into.push_back(std::move(fact));
  }

  void tell_kind(const MappedTable& table, const Column& column, GuideFact& fact) {
    const Format format = column.path.last().format;
    if (format == Format::url || format == Format::file) {
      if (is_web_address(fact.text)) {
        fact.kind = GuideFact::Kind::address;
        fact.target = fact.text;
      } else if (format == Format::file && fact.text.find("://") == std::string::npos) {
        attach(table, column, fact);
      }
    } else if (format == Format::phone) {
      const Phones phones = parse_phones(fact.text);
      if (phones.numbers.size() != 1 || !phones.numbers[0].valid || !phones.numbers[0].extension.empty()) return;
      fact.kind = GuideFact::Kind::phone;
      fact.target = phones.numbers[0].digits;
    }
  }

  /// The file goes with the site; where it cannot, its name alone tells of it.
  void attach(const MappedTable& table, const Column& column, GuideFact& fact) {
    std::string found = find_attachment(fact.text, input_.file, input_.context);
    fact.text.erase(0, fact.text.rfind('/') + 1);  // a folder of the office says nothing to people
    if (found.empty()) {
      files_.losses.add(LossReason::no_file, table.name, column.name, to_text(column.path));
      return;
    }
    fact.kind = GuideFact::Kind::file;
    files_.attachments.push_back(std::move(found));
    fact.target = "../" + place_mark(files_.attachments.size());
  }

  /// First what concerns all, then one group for each situation, in the matter's order; what an item names beyond
  /// those comes last.
  void group(GuideSection& section) const {
    const bool asks = std::any_of(section.items.begin(), section.items.end(),
                                  [](const GuideItem& i) { return !i.situations.empty(); });
    if (!asks) return;
    std::vector<std::string_view> keys = {{}};
    section.groups.emplace_back();
    for (const Situation& one : m_.situations) {
      if (!one.name.given()) continue;
      keys.push_back(one.name.text);
      GuideGroup& into = section.groups.emplace_back();
      into.name = one.group.given() ? std::string(one.group.text).append("：").append(one.name.text) : one.name.text;
      if (one.note.given()) into.note = trimmed(one.note.text);
    }
    for (std::uint32_t i = 0; i < section.items.size(); ++i) {
      if (section.items[i].situations.empty()) section.groups[0].items.push_back(i);
      for (const std::string& name : section.items[i].situations) {
        const auto at = static_cast<std::size_t>(std::find(keys.begin() + 1, keys.end(), name) - keys.begin());
        if (at == keys.size()) {
          keys.push_back(name);
          section.groups.push_back({name, {}, {}});
        }
        section.groups[at].items.push_back(i);
      }
    }
    if (section.groups[0].items.empty()) section.groups.erase(section.groups.begin());
  }

  const Mapping& mapping_;
  const Matter& m_;
  const GuideInput& input_;
  CellMaker& cells_;
  const GuideFiles& files_;
  RowContext row_;
  bool licence_ = false;
};

DateValue day_of(const Date& date) { return {date.year, date.month, date.day}; }

/// What people must know before they set out.
std::vector<std::string> warnings(const GuideInput& input, const DateValue& today) {
  const Matter& m = input.matter;
  std::vector<std::string> said;
  if (m.status.is("暂停")) said.emplace_back("本事项暂停办理。");
  if (m.status.is("下放")) said.emplace_back("本事项已经下放，由谁办理请先咨询。");
  if (m.status.mark.state == State::wrong) said.emplace_back("本事项的状态没有读懂，是否在办请先咨询。");
  if (m.effective.given() && day_of(m.effective) > today)
    said.push_back("自 " + to_text(day_of(m.effective)) + " 起实施，在此之前不能按这份指南办理。");
  if (m.cancelled.given() && day_of(m.cancelled) > today)
    said.push_back("自 " + to_text(day_of(m.cancelled)) + " 起取消。");
  if (input.incomplete) said.emplace_back("这份指南的来源没有读全，可能缺少内容，请先咨询。");
  return said;
}

std::string region_of(const Matter& m) {
  auto code = full_region_code(m.agency.region.given() ? m.agency.region.text : std::string_view{});
  const std::string_view implementing = implementing_code(m);
  if (!code && implementing.size() > 8) code = full_region_code(implementing.substr(2, 6));
  return code.value_or("~");
}

std::string text_of(const Text& text) { return text.given() ? trimmed(text.text) : std::string(); }

}  // namespace

Guide make_guide(const Mapping& mapping, const GuideInput& input, const DateValue& today, CellMaker& cells,
                 const GuideFiles& files) {
  const Matter& m = input.matter;
  Guide guide;
  guide.name = trimmed(display_name(m));
  if (guide.name.empty()) guide.name = "没有名称的事项";
  guide.common_name = text_of(m.common_name);
  guide.short_name = text_of(m.short_name);
  guide.code = identity(m);
  guide.agency = text_of(m.agency.name);
  guide.region = region_of(m);
  guide.warnings = warnings(input, today);
  guide.sample = input.sample;
  for (const Named& client : m.clients) {
    if (client.given()) guide.clients.push_back(client.name());
  }
  guide.channels = ways_to_apply(m.channels);
  Builder(mapping, input, cells, files).sections(guide);
  return guide;
}

}  // namespace matter
