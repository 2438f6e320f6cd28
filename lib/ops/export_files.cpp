#include "ops/export_files.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "doc/json_write.h"

namespace matter {

namespace {

constexpr std::size_t piece_bytes = 1U << 20U;

void text_member(std::string& to, std::string_view key, std::string_view value) {
  if (value.empty()) return;
  to.append(to.back() == '{' ? "\"" : ",\"").append(key).append("\":");
  append_json_string(to, value);
}

void number_member(std::string& to, std::string_view key, std::size_t value) {
  to.append(to.back() == '{' ? "\"" : ",\"").append(key).append("\":").append(std::to_string(value));
}

void loss_line(const Losses& losses, const Loss& loss, std::string& to) {
  to += '{';
  if (loss.matter != no_matter) {
    text_member(to, "matter", losses.matters[loss.matter].identity);
    text_member(to, "file", losses.matters[loss.matter].file);
  }
  text_member(to, "table", loss.table);
  text_member(to, "column", loss.column);
  text_member(to, "field", loss.field);
  text_member(to, "why", name(loss.why));
  if (loss.count != 1 || loss.matter == no_matter) number_member(to, "count", loss.count);
  if (loss.length != 0) number_member(to, "length", loss.length);
  if (loss.limit != 0) number_member(to, "limit", loss.limit);
  to += '}';
}

void group_line(const LossGroup& group, std::string& to) {
  to += '{';
  text_member(to, "why", name(group.why));
  text_member(to, "table", group.table);
  text_member(to, "column", group.column);
  text_member(to, "field", group.field);
  number_member(to, "values", group.values);
  number_member(to, "matters", group.matters);
  to += '}';
}

}  // namespace

std::vector<LossGroup> group_losses(const Losses& losses) {
  using Key = std::tuple<LossReason, std::string_view, std::string_view, std::string_view>;
  struct Sum {
    std::size_t values = 0, matters = 0;
    std::uint32_t last = no_matter;
  };
  std::map<Key, Sum> sums;
  for (const Loss& loss : losses.list) {
    Sum& sum = sums[{loss.why, loss.table, loss.column, loss.field}];
    sum.values += loss.count;
    if (loss.matter != no_matter && loss.matter != sum.last) ++sum.matters;
    sum.last = loss.matter;
  }
  std::vector<LossGroup> groups;
  for (const auto& [key, sum] : sums) {
    const auto& [why, table, column, field] = key;
    groups.push_back({why, table, column, field, sum.values, sum.matters});
  }
  return groups;
}

void write_losses(const ExportResult& result, const std::function<void(std::string_view)>& to) {
  std::string text = "{";
  text_member(text, "schema", "matter.losses/1");
  text_member(text, "platform", result.platform);
  text += ",\"summary\":[";
  std::string_view before = "\n";
  for (const LossGroup& group : group_losses(result.losses)) {
    group_line(group, text.append(before));
    before = ",\n";
  }
  text += "\n],\"losses\":[";
  before = "\n";
  for (const Loss& loss : result.losses.list) {
    loss_line(result.losses, loss, text.append(before));
    before = ",\n";
    if (text.size() < piece_bytes) continue;
    to(text);
    text.clear();
  }
  to(text += "\n]}\n");
}

std::string manifest_json(const ExportResult& result, const DateValue& day) {
  JsonWriter json;
  json.begin_object();
  json.member("schema", "matter.manifest/1");
  json.member("platform", result.platform);
  json.member("label", result.label);
  json.member("mapping_version", result.mapping_version);
  json.member("mapping_status", result.status);
  json.member("date", to_text(day));
  json.key("samples_only");
  json.boolean(result.samples != 0 && result.samples == result.exported);
  json.member("matters", result.matters);
  json.member("exported", result.exported);
  json.member("samples", result.samples);
  json.member("withheld", result.withheld);
  json.member("left_out", result.left_out_matters());
  json.member("incomplete", result.incomplete);
  json.key("files");
  json.begin_array();
  for (const ExportedFile& file : result.files) {
    json.begin_object();
    json.member("name", file.name);
    json.member("table", file.table);
    json.key("sample");
    json.boolean(file.sample);
    json.member("rows", file.rows);
    json.member("bytes", file.bytes);
    json.member("xxh3_128", file.hash);
    json.end_object();
  }
  json.end_array();
  json.key("losses");
  json.begin_object();
  for (std::size_t i = 0; i < loss_reason_count; ++i) {
    const auto why = static_cast<LossReason>(i);
    if (const std::size_t values = result.losses.count(why); values != 0) json.member(name(why), values);
  }
  json.end_object();
  json.end_object();
  return json.take();
}

}  // namespace matter
