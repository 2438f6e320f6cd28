#include "exchange/spec.h"

namespace matter {

template <>
const Table* table_of<SameAsSpec>() {
  static constexpr Field fields[] = {
      field<MATTER_MEMBER(SameAsSpec, column)>("column", "来源列", {"与哪一列相同", "The column it repeats"},
                                               {.main_text = true}),
      field<MATTER_MEMBER(SameAsSpec, characters)>(
          "characters", "取第几位", {"只取其中几位，如 20-31", "Only these characters of it, such as 20-31"}),
      field<MATTER_MEMBER(SameAsSpec, through)>(
          "through", "经代码表",
          {"那一列是代码，经此代码表得名称", "That column holds a code; this map gives its name"}),
      field<MATTER_MEMBER(SameAsSpec, text)>(
          "text", "组合", {"由几列组合，如 \"{name}({part})\"", "Made of several columns, such as \"{name}({part})\""}),
  };
  static constexpr Table table{"same_as", fields, {}};
  return &table;
}

template <>
const Table* table_of<WhenSpec>() {
  static constexpr Field fields[] = {
      field<MATTER_MEMBER(WhenSpec, path)>("path", "字段", {"看哪个字段", "The field to look at"}),
      field<MATTER_MEMBER(WhenSpec, has)>("has", "含有", {"其中有这个值", "It has this value"}),
      field<MATTER_MEMBER(WhenSpec, lacks)>("lacks", "不含",
                                            {"已写明，而其中没有这个值", "It is given and lacks this value"}),
      field<MATTER_MEMBER(WhenSpec, unless)>(
          "unless", "除非", {"除非其中有这个值；没有写的也填", "Unless it has this value; also where it is not given"}),
  };
  static constexpr Table table{"when", fields, {}};
  return &table;
}

template <>
const Table* table_of<TakesSpec>() {
  static constexpr Field fields[] = {
      field<MATTER_MEMBER(TakesSpec, path)>("path", "字段", {"看哪个字段", "The field to look at"},
                                            {.list_name = true}),
      field<MATTER_MEMBER(TakesSpec, given)>("given", "有无",
                                             {"是: 写了内容；否: 没有内容", "是: it says something; 否: it does not"}),
      field<MATTER_MEMBER(TakesSpec, passed)>(
          "passed", "已过",
          {"是: 那一天已到；否: 没到或没写（看导出的日期）", "是: the day has come; 否: it has not, or none is given"}),
      field<MATTER_MEMBER(TakesSpec, has)>("has", "须是", {"有其中一个值", "It has one of these values"}),
      field<MATTER_MEMBER(TakesSpec, lacks)>("not", "不能是",
                                             {"一个也没有（没写也算）", "It has none of these, or says nothing"}),
  };
  static constexpr Table table{"takes", fields, {}};
  return &table;
}

namespace {

constexpr Field column_fields[] = {
    field<MATTER_MEMBER(ColumnSpec, column)>(
        "column", "列名",
        {"平台上的名称，不写时是字段的中文名称", "Its name on the platform; without one the field's label"},
        {.list_name = true}),
    field<MATTER_MEMBER(ColumnSpec, label)>("label", "列的含义",
                                            {"平台上的中文名称", "Its Chinese label on the platform"}),
    field<MATTER_MEMBER(ColumnSpec, also_named)>(
        "also_named", "又名", {"导入时也认得的列名", "Another name that an import knows the column by"}),
    field<MATTER_MEMBER(ColumnSpec, path)>(
        "path", "字段", {"事项的字段，如 limits.legal", "Field of the matter, such as limits.legal"}),
    field<MATTER_MEMBER(ColumnSpec, otherwise)>("otherwise", "否则取",
                                                {"前一字段没有时取这个字段", "Field taken where `path` has none"}),
    field<MATTER_MEMBER(ColumnSpec, function)>("function", "算法",
                                               {"由事项算出，见说明", "Derived by a named function, see the README"}),
    field<MATTER_MEMBER(ColumnSpec, constant)>("constant", "固定值", {"总是这个值", "Always this text"}),
    field<MATTER_MEMBER(ColumnSpec, type)>(
        "type", "类型", {"如 varchar(256)、int(11)、datetime", "Such as varchar(256), int(11), datetime"}),
    field<MATTER_MEMBER(ColumnSpec, required)>("required", "必填", {"不能为空", "Must not be empty"}),
    field<MATTER_MEMBER(ColumnSpec, codes)>("codes", "代码表",
                                            {"名称与代码的对照表", "The code map of its named values"}),
    field<MATTER_MEMBER(ColumnSpec, join)>("join", "连接符",
                                           {"多个值之间的符号，如 ^", "Stands between several values, such as ^"}),
    field<MATTER_MEMBER(ColumnSpec, pattern)>("pattern", "写法", {"如 {amount}({unit})", "Such as {amount}({unit})"}),
    field<MATTER_MEMBER(ColumnSpec, also_read)>("also_read", "也读作",
                                                {"导入时也认得的写法", "Other patterns that are read"}),
    field<MATTER_MEMBER(ColumnSpec, none)>("none", "无的写法", {"平台怎么写“无”", "What stands there for 无"}),
    field<MATTER_MEMBER(ColumnSpec, absent)>("absent", "未写的写法",
                                             {"平台在没有值时写什么", "What stands there where nothing is given"}),
    field<MATTER_MEMBER(ColumnSpec, fallback)>("default", "默认值",
                                               {"没有值时写这个", "Written where there is no value"}),
    field<MATTER_MEMBER(ColumnSpec, when)>("when", "条件", {"只在此时填写", "Filled only then"}),
    field<MATTER_MEMBER(ColumnSpec, same_as)>(
        "same_as", "同于",
        {"可由其他列得出，一致时不再写", "Follows from other columns; written only where it differs"}),
    field<MATTER_MEMBER(ColumnSpec, keep)>("keep", "原样保留",
                                           {"模型没有位置，存入 extra", "The model has no place: kept under extra"}),
    field<MATTER_MEMBER(ColumnSpec, lossy)>("lossy", "不可逆",
                                            {"不能由它还原字段", "The field cannot be made of it again"}),
    field<MATTER_MEMBER(ColumnSpec, show)>(
        "show", "显示为",
        {"指南里怎样显示：title 标题、tag 标签、relief 减负的标签、fact 一行（默认）",
         "How a guide shows it: as title, tag, relief (a tag that spares something) or fact (the default)"}),
    field<MATTER_MEMBER(ColumnSpec, note)>("note", "说明", {"给人看的说明", "For people"}),
    field<MATTER_MEMBER(ColumnSpec, text)>(
        "text", "拼合",
        {"由几个值拼成，如 [\"{name}（{handling}）\", \"{name}\"]：取第一个各值都有的",
         "Put together, such as [\"{name} ({handling})\", \"{name}\"]: the first one whose "
         "values are all given"}),
    field<MATTER_MEMBER(ColumnSpec, each)>(
        "each", "逐项", {"列表的每一项一个对象，如 materials", "An object for each item of this list"}),
    field<MATTER_MEMBER(ColumnSpec, kind)>("class", "类",
                                           {"对象的类，如 Evidence", "What the object is, such as Evidence"}),
    field<MATTER_MEMBER(ColumnSpec, id)>(
        "id", "标识",
        {"对象的标识，如 [\"{identity}/online\"]：取第一个各值都有的",
         "The object's id, such as [\"{identity}/online\"]: the first one whose values are all "
         "given"}),
    field<MATTER_MEMBER(ColumnSpec, flat)>(
        "flat", "摊平",
        {"各项的值并在外层的列里，项与项之间用 join（默认空行）隔开",
         "The items' values stand in columns of what is around it, with join between them (by "
         "default an empty line)"}),
    field<MATTER_MEMBER(ColumnSpec, joins)>("joins", "归并",
                                            {"导入时归到已有的项：次序 或 标识",
                                             "What is read belongs to items that are there: 次序 (the order) or "
                                             "标识 (code, else name)"}),
    field<MATTER_MEMBER(ColumnSpec, columns)>("columns", "列", {"对象自己的各列", "The columns of the object"}),
    field<MATTER_MEMBER(ColumnSpec, read)>(
        "read", "读入",
        {"由别处得不出这个值时，读入这个字段",
         "The field that it is read into, where it does not follow from the others"}),
    field<MATTER_MEMBER(ColumnSpec, none_for)>(
        "none_for", "无的是",
        {"“无”说的是这个字段，如 quantity_limit", "无 is said of this field, such as quantity_limit"}),
    field<MATTER_MEMBER(ColumnSpec, empty)>("empty", "空的意思",
                                            {"写 无：空的列表表示没有", "无: an empty list says that there is none"}),
    field<MATTER_MEMBER(ColumnSpec, unit)>("unit", "单位",
                                           {"数目的单位：工作日，或写单位的那一列",
                                            "The unit of the number: 工作日, or the column "
                                            "that says it"}),
};

}  // namespace

template <>
const Table* table_of<ColumnSpec>() {
  static constexpr auto index = make_index(column_fields);
  static constexpr Table table{"column", column_fields, index};
  return &table;
}

template <>
const Table* table_of<TableSpec>() {
  static constexpr Field fields[] = {
      field<MATTER_MEMBER(TableSpec, table)>("table", "表名", {"平台上的表或文件名", "Its name on the platform"},
                                             {.list_name = true}),
      field<MATTER_MEMBER(TableSpec, label)>("label", "表的含义", {"中文名称", "Its Chinese label"}),
      field<MATTER_MEMBER(TableSpec, each)>("each", "逐项",
                                            {"列表的每一项一行，如 materials", "A row for each item of this list"}),
      field<MATTER_MEMBER(TableSpec, holds)>("holds", "收录",
                                             {"实施清单（默认）或 标准化目录", "实施清单 (the default) or 标准化目录"}),
      field<MATTER_MEMBER(TableSpec, of)>("of", "记录",
                                          {"指南的一节说的是哪个记录，如 channels.mail",
                                           "The record that a section of a guide speaks of, such as channels.mail"}),
      field<MATTER_MEMBER(TableSpec, page)>(
          "page", "页",
          {"guide 办事指南（默认）或 notice 一次性告知单", "guide (the default) or notice, the checklist"}),
      field<MATTER_MEMBER(TableSpec, layout)>(
          "layout", "版式", {"tiles、facts、items、steps 或 checklist", "tiles, facts, items, steps or checklist"}),
      field<MATTER_MEMBER(TableSpec, none)>(
          "none", "无的说法",
          {"写了“无”或不提供时怎样说，不写则略去", "Said where it is 无 or not offered; nothing: left out"}),
      field<MATTER_MEMBER(TableSpec, absent)>(
          "absent", "未载明的说法", {"没有写时怎样说，不写则略去", "Said where nothing is given; nothing: left out"}),
      field<MATTER_MEMBER(TableSpec, types)>("types", "事项类型",
                                             {"只收这些类型的事项", "Only matters of these types"}),
      field<MATTER_MEMBER(TableSpec, like)>("like", "同表", {"各列同于另一表", "Has the columns of another table"}),
      field<MATTER_MEMBER(TableSpec, without)>("without", "减去的列", {"其中没有这些列", "But not these"}),
      field<MATTER_MEMBER(TableSpec, kind)>("class", "类", {"每个对象的类", "What each object is"}),
      field<MATTER_MEMBER(TableSpec, id)>("id", "标识", {"每个对象的标识", "The id of each object"}),
      field<MATTER_MEMBER(TableSpec, columns)>(
          "columns", "列", {"逐列对应；like 时写不同的列", "One a column; with `like`, those that differ"}),
  };
  static constexpr Table table{"table", fields, {}};
  return &table;
}

namespace {

constexpr Field mapping_fields[] = {
    field<MATTER_MEMBER(MappingSpec, format)>("format", "格式版本",
                                              {"本格式的版本，现在是 1", "Version of this format, now 1"}),
    field<MATTER_MEMBER(MappingSpec, platform)>("platform", "平台", {"代号，即文件名", "Its id, also the file's name"}),
    field<MATTER_MEMBER(MappingSpec, label)>("label", "平台名称", {"全称", "Its full name"}),
    field<MATTER_MEMBER(MappingSpec, help)>("help", "说明", {"一句话", "One sentence"}),
    field<MATTER_MEMBER(MappingSpec, version)>("version", "映射版本", {"每次修改加 1", "One more with every change"}),
    field<MATTER_MEMBER(MappingSpec, status)>("status", "核实情况",
                                              {"verified 或 unverified", "verified or unverified"}),
    field<MATTER_MEMBER(MappingSpec, sources)>("sources", "依据", {"从哪里读到", "Where it was read"}),
    field<MATTER_MEMBER(MappingSpec, prefix)>(
        "prefix", "表名前缀",
        {"导出的表名的开头，如 up_", "What the names of exported tables begin with, such as up_"}),
    field<MATTER_MEMBER(MappingSpec, import_prefix)>(
        "import_prefix", "导入的前缀",
        {"平台下发的表，以此代替表名前缀，如 dn_",
         "Of the tables that the platform sends: instead of it, such as dn_"}),
    field<MATTER_MEMBER(MappingSpec, direction)>("direction", "方向",
                                                 {"import、export 或 both", "import, export or both"}),
    field<MATTER_MEMBER(MappingSpec, medium)>("medium", "介质",
                                              {"csv、jsonl、xlsx、sql、sqlite、json、xml、jsonld、html 或 markdown",
                                               "csv, jsonl, xlsx, sql, sqlite, json, xml, jsonld, html or markdown"}),
    field<MATTER_MEMBER(MappingSpec, media)>(
        "media", "几种介质",
        {"有几种时写成列表，第一个是默认的", "Where there are several; the first is the usual one"}),
    field<MATTER_MEMBER(MappingSpec, audience)>("audience", "受众", {"public 或 internal", "public or internal"}),
    field<MATTER_MEMBER(MappingSpec, content)>("content", "内容",
                                               {"model: 整个模型，不逐列对应", "model: the whole model, no columns"}),
    field<MATTER_MEMBER(MappingSpec, formulas)>("formulas", "公式",
                                                {"keep: 以 = + - @ 开头的文字原样写出，另记一笔；guard: 前加 '",
                                                 "keep: text that begins with = + - @ is written as it is and "
                                                 "said; guard: ' is put before it"}),
    field<MATTER_MEMBER(MappingSpec, spreadsheet)>(
        "spreadsheet", "用表格软件打开",
        {"CSV 以 BOM 开头，像数字或日期的文字前加 '，免得被改成数",
         "CSV begins with a byte order mark, and texts that look like a number or a day get ' before them"}),
    field<MATTER_MEMBER(MappingSpec, none)>(
        "none", "无的写法", {"没有另写的各列怎么写“无”", "What stands for 无 in columns that do not say"}),
    field<MATTER_MEMBER(MappingSpec, join)>(
        "join", "连接符", {"没有另写的各列，多个值之间的符号", "Between several values in columns that do not say"}),
    field<MATTER_MEMBER(MappingSpec, file_name)>(
        "file_name", "文件名",
        {"导入时的文件名，如 {agency.name}/{code}", "Of imported files, such as {agency.name}/{code}"}),
    field<MATTER_MEMBER(MappingSpec, catalog)>("catalog", "目录",
                                               {"写入 catalog.yaml 的字段", "Fields for catalog.yaml"}),
    field<MATTER_MEMBER(MappingSpec, not_carried)>("not_carried", "不提供的字段",
                                                   {"来源从不提供的字段", "Fields that the source never carries"}),
    field<MATTER_MEMBER(MappingSpec, base)>("base", "标识前缀", {"各标识前面的地址", "What stands before every id"}),
    field<MATTER_MEMBER(MappingSpec, root)>(
        "root", "外层",
        {"xml 中包着事项的各层元素，如 Case/Body", "Elements of xml around a matter, such as Case/Body"}),
    field<MATTER_MEMBER(MappingSpec, context)>(
        "context", "词汇", {"jsonld 的 @context，照原样写出", "The @context of jsonld, written as it is"}),
    field<MATTER_MEMBER(MappingSpec, codes)>("codes", "代码表", {"每表：名称: 代码", "Each map: name: code"}),
    field<MATTER_MEMBER(MappingSpec, takes)>("takes", "只收",
                                             {"只收符合各条的事项", "Takes only matters that meet each of these"}),
    field<MATTER_MEMBER(MappingSpec, like)>(
        "like", "同平台", {"各表同于另一个平台，只是介质不同", "Has the tables of another platform, in this medium"}),
    field<MATTER_MEMBER(MappingSpec, list_columns)>(
        "list_columns", "列表的表先有的列",
        {"带 each 的各表都先有这些列", "Columns that every table with `each` begins with"}),
    field<MATTER_MEMBER(MappingSpec, tables)>("tables", "表", {"逐表逐列", "Table by table, column by column"}),
};

}  // namespace

template <>
const Table* table_of<MappingSpec>() {
  static constexpr auto index = make_index(mapping_fields);
  static constexpr Table table{"mapping", mapping_fields, index};
  return &table;
}

}  // namespace matter
