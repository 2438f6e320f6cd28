#include "ops/shard_manifest.h"

#include <algorithm>
#include <charconv>

#include "checks/rule.h"
#include "doc/json.h"
#include "doc/json_write.h"
#include "edit/atomic.h"
#include "ops/export_files.h"
#include "text/read_file.h"

namespace matter {

namespace {

constexpr std::string_view shard_schema = "matter.shard/2";

std::uint64_t number_of(std::string_view text) {
  std::uint64_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::uint64_t number_of(const Document& doc, NodeId object, std::string_view key) {
  return number_of(doc.text_of(object, key));
}

template <class Each>
void each_of(const Document& doc, NodeId object, std::string_view key, Each each) {
  const NodeId list = doc.find(object, key);
  if (list == no_node || doc.node(list).kind != NodeKind::sequence) return;
  for (const NodeId item : Children(doc, list)) each(item);
}

std::vector<std::uint64_t> numbers_in(const Document& doc, NodeId list) {
  std::vector<std::uint64_t> numbers;
  for (const NodeId item : Children(doc, list)) numbers.push_back(number_of(doc.node(item).text()));
  return numbers;
}

ExportShard::Platform platform_of(const Document& doc, NodeId at) {
  ExportShard::Platform one;
  one.name = doc.text_of(at, "platform");
  one.medium = doc.text_of(at, "medium");
  one.mapping = doc.text_of(at, "mapping_xxh3_128");
  one.hash = doc.text_of(at, "xxh3_128");
  one.pieces = number_of(doc, at, "pieces");
  one.bytes = number_of(doc, at, "bytes");
  each_of(doc, at, "left_out", [&](NodeId pair) {
    const std::vector<std::uint64_t> numbers = numbers_in(doc, pair);
    if (numbers.size() == 2) one.left_out.emplace_back(numbers[0], numbers[1]);
  });
  return one;
}

/// In what two shares are not of one export; empty where they are.
Bilingual difference(const ExportShard& a, const ExportShard& b) {
  if (a.of != b.of) return {"份数", "number of shares"};
  if (a.program != b.program) return {"程序版本", "version of the program"};
  if (a.date != b.date) return {"日期", "date"};
  if (a.paths != b.paths) return {"路径", "path"};
  if (a.since != b.since) return {"上次的导出", "earlier export"};
  if (a.content != b.content || a.all != b.all) return {"目录内容", "content of the catalogs"};
  if (a.to != b.to || a.medium != b.medium || a.platforms.size() != b.platforms.size()) return {"平台", "platform"};
  for (std::size_t i = 0; i < a.platforms.size(); ++i) {
    if (a.platforms[i].mapping != b.platforms[i].mapping) return {"映射", "mapping"};
  }
  return {"", ""};
}

/// Nothing, and a finding, where the folder is no share.
std::optional<ExportShard> read_shard(const std::string& folder, Collector& findings) {
  const auto refused = [&] {
    findings.add("field-value", Severity::error, {},
                 {"“{}”不是 --shard 导出的一份", "'{}' is no share of an export (--shard)"}, folder);
    return std::nullopt;
  };
  if (folder_state(folder, manifest_name) != FolderState::ours) return refused();
  std::string text;
  read_file(folder + "/" + std::string(manifest_name), text);
  Document doc;
  const NodeId root = read_json_object(text, doc);
  if (root == no_node || doc.text_of(root, "schema") != shard_schema) return refused();
  ExportShard shard;
  shard.folder = folder;
  shard.program = doc.text_of(root, "program");
  shard.date = doc.text_of(root, "date");
  if (!parse_date(shard.date)) return refused();
  shard.content = doc.text_of(root, "content_xxh3_128");
  shard.to = doc.text_of(root, "to");
  shard.medium = doc.text_of(root, "medium");
  shard.since = doc.text_of(root, "since");
  shard.number = static_cast<unsigned>(number_of(doc, root, "shard"));
  shard.of = static_cast<unsigned>(number_of(doc, root, "of"));
  shard.all = number_of(doc, root, "matters");
  shard.files = number_of(doc, root, "files");
  shard.complete = doc.text_of(root, "complete") == "true";
  each_of(doc, root, "paths", [&](NodeId at) { shard.paths.emplace_back(doc.node(at).text()); });
  each_of(doc, root, "platforms", [&](NodeId at) { shard.platforms.push_back(platform_of(doc, at)); });
  each_of(doc, root, "passed_over", [&](NodeId at) { shard.passed_over.push_back(number_of(doc.node(at).text())); });
  each_of(doc, root, "blocking", [&](NodeId at) {
    auto& [d, file] = shard.blocking.emplace_back();
    const Rule* const rule = find_rule(doc.text_of(at, "rule"));
    d.rule = rule != nullptr ? rule->id : std::string_view("field-value");
    d.matter = doc.text_of(at, "matter");
    d.field = doc.text_of(at, "field");
    d.subject = doc.text_of(at, "subject");
    d.message = doc.text_of(at, "message");
    d.hint = doc.text_of(at, "hint");
    file = doc.text_of(at, "file");
    d.at.span = {static_cast<std::uint32_t>(number_of(doc, at, "begin")),
                 static_cast<std::uint32_t>(number_of(doc, at, "end"))};
  });
  read_file(folder + "/" + std::string(facts_name), shard.facts);
  return shard;
}

void write_platform(JsonWriter& json, const ExportShard::Platform& one) {
  json.begin_object();
  json.member("platform", one.name);
  json.member("medium", one.medium);
  json.member("mapping_xxh3_128", one.mapping);
  json.member("pieces", one.pieces);
  json.member("bytes", one.bytes);
  json.member("xxh3_128", one.hash);
  json.key("left_out");
  json.begin_array();
  for (const auto& [matters, never_said] : one.left_out) {
    json.begin_array();
    json.number(matters);
    json.number(never_said);
    json.end_array();
  }
  json.end_array();
  json.end_object();
}

void write_blocking(JsonWriter& json, const Diagnostic& d, const std::string& file) {
  json.begin_object();
  json.member("rule", d.rule);
  json.member("file", file);
  json.member("begin", d.at.span.begin);
  json.member("end", d.at.span.end);
  json.member("matter", d.matter);
  json.member("field", d.field);
  json.member("subject", d.subject);
  json.member("message", d.message);
  json.member("hint", d.hint);
  json.end_object();
}

}  // namespace

std::string shard_manifest(const ExportShard& shard) {
  JsonWriter json;
  json.begin_object();
  json.member("schema", shard_schema);
  json.member("program", shard.program);
  json.member("shard", shard.number);
  json.member("of", shard.of);
  json.member("date", shard.date);
  json.key("paths");
  json.begin_array();
  for (const std::string& path : shard.paths) json.string(path);
  json.end_array();
  json.member("to", shard.to);
  json.member("medium", shard.medium);
  if (!shard.since.empty()) json.member("since", shard.since);
  json.member("content_xxh3_128", shard.content);
  json.member("files", shard.files);
  json.member("matters", shard.all);
  json.member("in_shard", shard.mine);
  json.key("complete");
  json.boolean(shard.complete);
  json.key("platforms");
  json.begin_array();
  for (const ExportShard::Platform& one : shard.platforms) write_platform(json, one);
  json.end_array();
  json.key("passed_over");
  json.begin_array();
  for (const std::uint64_t hash : shard.passed_over) json.string(std::to_string(hash));
  json.end_array();
  json.key("blocking");
  json.begin_array();
  for (const auto& [d, file] : shard.blocking) write_blocking(json, d, file);
  json.end_array();
  json.end_object();
  return json.take();
}

std::vector<ExportShard> read_shards(const std::vector<std::string>& folders, Collector& findings) {
  std::vector<ExportShard> shards;
  const auto refuse = [&]<class... Args>(const WordsFor<Args...>& words, Args&&... args) {
    findings.add("field-value", Severity::error, {}, words, std::forward<Args>(args)...);
  };
  for (const std::string& folder : folders) {
    if (auto shard = read_shard(folder, findings)) shards.push_back(std::move(*shard));
  }
  if (findings.any(Severity::error)) return {};
  std::sort(shards.begin(), shards.end(),
            [](const ExportShard& a, const ExportShard& b) { return a.number < b.number; });
  const ExportShard& first = shards.front();
  for (std::size_t i = 1; i < shards.size(); ++i) {
    const ExportShard& other = shards[i];
    if (other.number == shards[i - 1].number)
      refuse.template operator()<unsigned&, const std::string&, const std::string&>(
          {"第 {} 份给了两次：“{}”和“{}”", "share {} is given twice: '{}' and '{}'"}, shards[i].number,
          shards[i - 1].folder, other.folder);
    const Bilingual what = difference(first, other);
    if (!what.en.empty())
      refuse.template operator()<const std::string&, const std::string&, std::string_view>(
          {"“{}”和“{}”不属于同一次导出：{}不同", "'{}' and '{}' are not of one export: another {}"}, first.folder,
          other.folder, what.in(findings.lang()));
  }
  if (findings.any(Severity::error)) return {};
  for (unsigned i = 0; i < first.of; ++i) {
    if (i < shards.size() && shards[i].number == i + 1) continue;
    refuse.template operator()<unsigned, const unsigned&>({"缺第 {} 份，共 {} 份", "share {} of {} is missing"}, i + 1,
                                                          first.of);
    return {};
  }
  return shards;
}

}  // namespace matter
