#include "report/workbook_words.h"

#include <algorithm>

#include "diag/words.h"
#include "model/family.h"
#include "ops/workbook_base.h"

namespace matter {

namespace {

constexpr std::size_t most_taken = 50'000;

std::string kind_note(const Field& field, const Column& column, Lang lang) {
  const Kind kind = field.kind == Kind::list ? field.item : field.kind;
  std::string note;
  if (field.none == NoneMeaning::declared)
    note += say(lang, {"\n没有：写“无”，不要空着。", "\nNone: write 无, do not leave it empty."});
  if (field.none == NoneMeaning::outside_licence)
    note += say(lang, {"\n没有：写“无”（行政许可不能写）。", "\nNone: write 无 (not for a licence)."});
  if (column.several()) note += say(lang, {"\n多个值用“；”隔开。", "\nSeveral values: ；between them."});
  if (kind == Kind::date) note += say(lang, {"\n日期，如 2026-01-31。", "\nA day, such as 2026-01-31."});
  if (!field.required.empty()) note += say(lang, {"\n必填：{}。", "\nRequired of: {}."}, name(field.required));
  return note;
}

std::string function_note(const MappedTable& table, const Column& column, Lang lang) {
  switch (column.function->id) {
    case FunctionId::identity:
      return table.each.count == 0
                 ? say(lang, {"把各表的行连在一起，不要改。新事项：写它的实施编码。",
                              "Joins the rows of all sheets: do not change it. Of a new matter: its 实施编码."})
                 : say(lang, {"是哪个事项的，与“事项”表的“事项标识”一样。", "Whose it is: as in the sheet 事项."});
    case FunctionId::order:
      return say(lang, {"第几项。新加的行空着，就排在最后。", "Which one it is. A new row without it comes last."});
    case FunctionId::sample: return say(lang, {"示例写“是”。", "是 of a sample."});
    case FunctionId::presence: break;
    default: return {};
  }
  const Field& field = column.path.last();
  if (field.kind != Kind::list) return std::string(field.help.in(lang));
  return say(lang,
             {"有几项：逐行写在“{}”表里，这个数不必改。空着：没有写。",
              "How many: they stand in the sheet {}, this number need not be changed. Empty: not written."},
             field.label);
}

void add(Sheet& sheet, std::string what, std::string how, SheetCell::Look look = SheetCell::Look::usual) {
  sheet.rows.push_back({{{std::move(what), SheetCell::Kind::text, look}, {std::move(how)}}, Tint::none});
}

std::string words(Bilingual text, Lang lang) { return std::string(text.in(lang)); }

}  // namespace

std::string heading_note(const Mapping& mapping, const MappedTable& table, const Column& column, Lang lang) {
  static_cast<void>(mapping);
  if (column.lossy)
    return say(lang, {"给人看：由几个值合成，改了也不写回；要改请改文件。",
                      "To be read: made of several values and not written back; change the file instead."});
  if (column.function != nullptr && !column.is(FunctionId::presence)) return function_note(table, column, lang);
  if (!column.mapped()) return {};
  if (table.each.count != 0 && column.inside == 0)
    return say(lang, {"给人看，改了也不写回。", "To be read; not written back."});
  const Field& field = column.path.last();
  const bool told = column.is(FunctionId::presence);
  std::string note = told ? function_note(table, column, lang) : words(field.help, lang);
  return note + kind_note(field, column, lang);
}

Sheet guide_sheet(const WorkbookContent& content, Lang lang) {
  using Look = SheetCell::Look;
  Sheet sheet;
  sheet.name = say(lang, {"说明", "how to"});
  sheet.columns = {{words(guide_mark(), lang), 24}, {"", 96}};
  sheet.editable = true;
  add(sheet, say(lang, {"来自", "of"}),
      say(lang, {"{}，{} 写出，事项 {} 个{}", "{}, made {}, matters: {}{}"},
          content.source.empty() ? say(lang, {"空工作簿", "an empty workbook"}) : content.source, to_text(content.day),
          content.matters.size(),
          content.samples != 0 ? say(lang, {"；有样例，非正式文本", "; with samples, no official text"})
                               : std::string()));
  add(sheet, say(lang, {"白格", "white cell"}),
      say(lang, {"事项自己的文件里写的（或还没有写的），可以改。",
                 "What the matter's own file says, or does not say yet. Change it."}));
  add(sheet, say(lang, {"灰格", "grey cell"}),
      say(lang,
          {"文件里没有写，取自认领的标准条目，给人看。与标准一样就不要动；改成别的，就是本事项自己的值。列表（如申请材"
           "料）灰色的数是标准"
           "有几项，指着格子看是哪些；在它的表里写了行，就整个代替标准的。",
           "Not in the file, taken from the standard entry and shown. Leave it where nothing differs; what is "
           "changed becomes the matter's own value. Of a list the number of items: point at it to see which. Rows "
           "in its sheet stand for the whole list of the standard."}),
      Look::grey);
  add(sheet, say(lang, {"黄格", "yellow cell"}),
      say(lang, {"还没有写，而这个事项必须有。", "Not written yet, and this matter cannot do without."}),
      Look::lacking);
  add(sheet, say(lang, {"空着", "empty"}),
      say(lang, {"没有写。把白格清空，就是把文件里写的去掉。",
                 "Not written. Who empties a white cell takes the value out of the file."}));
  add(sheet, "无",
      say(lang, {"声明没有（如不收费），与空着不是一回事。",
                 "Declares that there is none (no fees, say): not the same as empty."}));
  add(sheet, say(lang, {"表头", "headings"}),
      say(lang, {"橙色是必填；指着表头看怎样填。", "Orange ones must be filled in; point at a heading to see how."}));
  add(sheet, say(lang, {"灰字", "grey letters"}),
      say(lang,
          {"编码和标识，锁着。确实要改（或要给“事项”表排序），先撤消工作表保护，没有密码。",
           "Codes, locked. To change them all the same (or to sort the sheet 事项), unprotect the sheet: there is no "
           "password."}));
  add(sheet, say(lang, {"列表", "lists"}),
      say(lang,
          {"一行一项，用“事项标识”与“事项”表相连。可以加行、删行、排序、筛选；次序以“次序”一列为准。用不到的列和表是隐"
           "藏的，取消隐藏"
           "就能填。",
           "A row an item, joined by 事项标识. Add, delete, sort and filter rows; the column 次序 says the order. "
           "Columns and sheets that nobody uses are hidden: unhide them to fill them in."}));
  add(sheet, say(lang, {"新事项", "a new matter"}),
      say(lang, {"在“事项”表最后加一行，“事项标识”写它的实施编码。",
                 "A row at the end of the sheet 事项; its 事项标识 is its code."}));
  add(sheet, say(lang, {"交回", "give it back"}),
      say(lang,
          {"先检查：matter workbook check 本文件；再看计划：matter workbook apply 本文件 目录 --dry-run；最后去掉 "
           "--dry-run。",
           "Check it: matter workbook check THIS; look at the plan: matter workbook apply THIS CATALOG --dry-run; "
           "then without --dry-run."}));
  return sheet;
}

Sheet taken_sheet(const WorkbookContent& content, Lang lang) {
  Sheet sheet;
  sheet.name = say(lang, {"取自标准", "from the standard"});
  sheet.columns = {{words(taken_mark(), lang), 36},
                   {say(lang, {"名称", "name"}), 30},
                   {say(lang, {"要素", "field"}), 24},
                   {say(lang, {"标准的值", "value of the standard"}), 60},
                   {say(lang, {"认领的标准", "standard entry"}), 20}};
  sheet.editable = true;
  sheet.locked = true;
  sheet.most_lines = 4;
  for (SheetColumn& column : sheet.columns) column.fixed = true;
  auto matter = content.matters.begin();
  for (const TakenCell& one : content.taken) {
    if (sheet.rows.size() == most_taken) {
      sheet.rows.push_back({{{say(lang, {"还有更多，没有列出", "and more, not listed"})}}, Tint::none});
      break;
    }
    const auto found =
        std::find_if(matter, content.matters.end(), [&](const WorkbookMatter& m) { return m.key == one.key; });
    if (found == content.matters.end()) continue;
    matter = found;
    const Column& column = content.mapping->tables[one.at.table].columns[one.at.column];
    sheet.rows.push_back({{{one.key},
                           {matter->name},
                           {std::string(column.name)},
                           {one.items.empty() ? one.text : one.text + "（" + one.items + "）"},
                           {matter->standard}},
                          Tint::none});
  }
  return sheet;
}

}  // namespace matter
