#include "exchange/functions.h"

namespace matter {

namespace {

using enum FunctionId;

constexpr Function all[] = {
    {implementing_code, "implementing_code", {"31 位实施编码", "The 31-character 实施编码"}, false, false, "code"},
    {handling_code,
     "handling_code",
     {"33 位业务办理项编码；没有办理项则没有", "The 33-character 业务办理项编码, where there is one"},
     false,
     false,
     "handling_code code"},
    {basic_code, "basic_code", {"12 位基本编码", "The 12-character 基本编码"}, false, false, "basic_code code"},
    {directory_code,
     "directory_code",
     {"标准条目的业务项目录编码或基本编码", "Code of a standard entry"},
     false,
     false,
     "directory_code basic_code"},
    {level,
     "level",
     {"行使层级；没写的由实施编码第 19 位得出", "行使层级, else by the 19th digit of 实施编码"},
     false,
     false,
     "level code"},
    {agency_code,
     "agency_code",
     {"实施主体编码；没写的是实施编码前 18 位", "Agency code, else the first 18 characters of 实施编码"},
     false,
     false,
     "agency.code code"},
    {channel_names,
     "channel_names",
     {"办理形式：有窗口为窗口办理，可网办为网上办理，可邮寄为快递申请",
      "窗口办理 where there is a window, 网上办理 where it can be done online, 快递申请 where papers can be posted"},
     false,
     false,
     ""},
    {offered,
     "offered",
     {"是否提供：写无为否，有内容为是", "否 where it is 无, 是 where something is given"},
     true,
     false,
     ""},
    {presence,
     "presence",
     {"列表有几项，记录是“有”；写无的是“无”", "How many items a list has, 有 of a record; 无 where it says 无"},
     true,
     true,
     ""},
    {total,
     "total",
     {"几个数目（path 与 otherwise）之和", "The sum of the numbers at `path` and `otherwise`"},
     true,
     false,
     ""},
    {region_6, "region_6", {"6 位区划代码", "Region code of 6 digits"}, true, true, ""},
    {region_9, "region_9", {"9 位区划代码", "Region code of 9 digits"}, true, true, ""},
    {town_code, "town_code", {"所在乡镇街道的代码", "Code of the town it lies in"}, true, false, ""},
    {town_name, "town_name", {"所在乡镇街道的名称", "Name of the town it lies in"}, true, false, ""},
    {village_code, "village_code", {"所在村居的代码", "Code of the village it lies in"}, true, false, ""},
    {village_name, "village_name", {"所在村居的名称", "Name of the village it lies in"}, true, false, ""},
    {row_id,
     "row_id",
     {"这一行的唯一标识，由编码与内容得出", "Unique id of the row, made of its codes"},
     false,
     false,
     ""},
    {matter_id, "matter_id", {"事项的唯一标识", "Unique id of the matter"}, false, false, ""},
    {order, "order", {"行在事项中的次序，从 1 起", "Number of the row in its matter, from 1"}, false, true, ""},
    {identity,
     "identity",
     {"事项的标识（编码），各表由它相连，一次导出中不重复",
      "Identity (code) of the matter, which joins the tables; unique in an export"},
     false,
     true,
     ""},
    {sample, "sample", {"样例写“是”", "是 where it is a sample"}, false, true, "sample"},
    {operation,
     "operation",
     {"与上次送去的相比：I 新增，U 修改，D 删除；没有上次时都是 I",
      "Against what was sent before: I new, U changed, D gone; without anything before, I"},
     false,
     false,
     ""},
    {batch,
     "batch",
     {"批次号：导出日期八位数字，写入数据库时后加当日的次序",
      "Batch: the day of the export as eight digits; into a database with its number of the day behind"},
     false,
     false,
     ""},
    {export_time, "export_time", {"导出日期零时", "The day of the export, at 00:00:00"}, false, false, ""},
};

}  // namespace

std::span<const Function> functions() { return all; }

const Function* find_function(std::string_view name) {
  for (const Function& function : all) {
    if (function.name == name) return &function;
  }
  return nullptr;
}

}  // namespace matter
