#include "ops/export_shard.h"

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "checks/rule.h"
#include "doc/json.h"
#include "doc/json_write.h"
#include "ops/export_files.h"
#include "ops/version.h"

namespace matter {

namespace {

constexpr std::size_t flush_bytes = 1U << 20U;

void take_bytes(std::istream& from, std::uint64_t count, std::string& into) {
  into.resize(count);
  from.read(into.data(), static_cast<std::streamsize>(count));
  if (!from) throw std::runtime_error("pieces end too early");
}

std::string_view text_of(const Document& doc, NodeId object, std::string_view key) {
  const NodeId at = doc.find(object, key);
  return at == no_node ? std::string_view() : doc.node(at).text();
}

std::uint64_t number_of(std::string_view text) {
  std::uint64_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::uint64_t number_of(const Document& doc, NodeId object, std::string_view key) {
  return number_of(text_of(doc, object, key));
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
  one.name = text_of(doc, at, "platform");
  one.medium = text_of(doc, at, "medium");
  one.mapping = text_of(doc, at, "mapping_xxh3_128");
  one.hash = text_of(doc, at, "xxh3_128");
  one.bytes = number_of(doc, at, "bytes");
  each_of(doc, at, "left_out", [&](NodeId pair) {
    const std::vector<std::uint64_t> numbers = numbers_in(doc, pair);
    if (numbers.size() == 2) one.left_out.emplace_back(numbers[0], numbers[1]);
  });
  each_of(doc, at, "losses", [&](NodeId group) {
    LossGroup& sum = one.losses.groups.emplace_back();
    sum.why = static_cast<LossReason>(std::min<std::uint64_t>(number_of(doc, group, "why"), loss_reason_count - 1));
    sum.table = text_of(doc, group, "table");
    sum.column = text_of(doc, group, "column");
    sum.field = text_of(doc, group, "field");
    sum.values = number_of(doc, group, "values");
    sum.matters = number_of(doc, group, "matters");
  });
  return one;
}

/// In what two shares are not of one export; empty where they are.
Bilingual difference(const ExportShard& a, const ExportShard& b) {
  if (a.of != b.of) return {"份数", "number of shares"};
  if (a.program != b.program) return {"程序版本", "version of the program"};
  if (a.date != b.date) return {"日期", "date"};
  if (a.paths != b.paths) return {"路径", "path"};
  if (a.content != b.content || a.all != b.all) return {"目录内容", "content of the catalogs"};
  if (a.to != b.to || a.medium != b.medium || a.platforms.size() != b.platforms.size()) return {"平台", "platform"};
  for (std::size_t i = 0; i < a.platforms.size(); ++i) {
    if (a.platforms[i].mapping != b.platforms[i].mapping) return {"映射", "mapping"};
  }
  return {"", ""};
}

}  // namespace

void ExportPiece::write(std::string& to) const {
  const auto put = [&to](std::uint64_t value) { to.append(std::to_string(value)).append(" "); };
  for (const std::uint64_t value :
       {number, static_cast<std::uint64_t>(added), std::uint64_t{sample}, std::uint64_t{incomplete},
        std::uint64_t{state.size()}, std::uint64_t{losses.size()}, std::uint64_t{catalog.size()},
        std::uint64_t{config.size()}, std::uint64_t{rows.size()}})
    put(value);
  for (const Rows& one : rows) {
    for (const std::uint64_t value : {one.table, one.sample, one.count, std::uint64_t{one.bytes.size()}}) put(value);
  }
  to.append("\n").append(state).append(losses).append(catalog).append(config);
  for (const Rows& one : rows) to.append(one.bytes);
}

bool ExportPiece::read(std::istream& from) {
  std::string line;
  if (!std::getline(from, line)) return false;
  std::vector<std::uint64_t> values;
  const char* at = line.data();
  const char* const end = at + line.size();
  while (at < end) {
    const auto [next, error] = std::from_chars(at, end, values.emplace_back());
    if (error != std::errc()) throw std::runtime_error("pieces are damaged");
    at = next + 1;
  }
  constexpr std::size_t fixed = 9;
  if (values.size() < fixed || values.size() != fixed + values[fixed - 1] * 4)
    throw std::runtime_error("pieces are damaged");
  number = values[0];
  added = static_cast<Added>(values[1]);
  sample = values[2] != 0;
  incomplete = values[3] != 0;
  rows.assign(values[fixed - 1], {});
  take_bytes(from, values[4], state);
  take_bytes(from, values[5], losses);
  take_bytes(from, values[6], catalog);
  take_bytes(from, values[7], config);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::size_t first = fixed + i * 4;
    rows[i].table = values[first];
    rows[i].sample = values[first + 1];
    rows[i].count = values[first + 2];
    take_bytes(from, values[first + 3], rows[i].bytes);
  }
  return true;
}

ShardTarget::ShardTarget(std::unique_ptr<Mapping> mapping, const RunOptions& run, ExportFolder& folder)
    : mapping_(std::move(mapping)), folder_(folder) {
  platform_.emplace(*mapping_, ExportRun{run.today}, losses_.losses());
  state_.emplace(*mapping_, state_head_of(*mapping_, run), run.today);
  platform_->remember(*state_);
}

bool ShardTarget::add(const MatterView& view, std::string_view file, bool incomplete, std::uint64_t number) {
  const std::size_t catalogs = platform_->catalogs().size();
  ExportPiece piece;
  piece.number = number;
  piece.incomplete = incomplete;
  piece.added = platform_->add({view.matter, view.context, view.identity, file, view.standard, incomplete});
  losses_.drain(piece.losses);
  const bool went = piece.added == Added::yes;
  if (went) {
    piece.state = state_->end();
    piece.sample = is_sample(view);
  }
  if (platform_->catalogs().size() != catalogs) {
    piece.catalog = view.context.catalog->root;
    piece.config = platform_->catalogs().back();
  }
  rows_.resize(platform_->files().size());
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    ExportFile& made = platform_->files()[i];
    const bool any = made.pending.size() != made.head || made.rows != rows_[i];
    if (any || (made.head != 0 && went))
      piece.rows.push_back({made.number, made.sample ? 1U : 0U, made.rows - rows_[i], made.pending.substr(made.head)});
    made.pending.clear();
    made.head = 0;
    rows_[i] = made.rows;
  }
  piece.write(pending_);
  ++pieces_;
  flush(flush_bytes);
  return went;
}

void ShardTarget::flush(std::size_t from) {
  if (pending_.size() < from) return;
  hash_.add(pending_);
  bytes_ += pending_.size();
  folder_.append(std::string(mapping_->platform) + "/" + std::string(pieces_name), pending_);
  pending_.clear();
}

void ShardTarget::finish() { flush(0); }

void ShardTarget::describe(JsonWriter& json) const {
  json.member("platform", mapping_->platform);
  json.member("medium", kind_of(mapping_->medium).name);
  json.member("mapping_xxh3_128", mapping_hash(*mapping_));
  json.member("pieces", pieces_);
  json.member("bytes", bytes_);
  json.member("xxh3_128", hash_.text());
  json.key("left_out");
  json.begin_array();
  for (const LeftOut& one : platform_->left_out()) {
    json.begin_array();
    json.number(one.matters);
    json.number(one.never_said);
    json.end_array();
  }
  json.end_array();
  json.key("losses");
  json.begin_array();
  for (const LossGroup& group : losses_.sums().groups) {
    json.begin_object();
    json.member("why", static_cast<unsigned>(group.why));
    json.member("table", group.table);
    json.member("column", group.column);
    json.member("field", group.field);
    json.member("values", group.values);
    json.member("matters", group.matters);
    json.end_object();
  }
  json.end_array();
}

unsigned shard_of(std::string_view identity, unsigned shards) {
  return static_cast<unsigned>(content_id({"shard", identity}).low % shards);
}

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
  Collector unheard(findings.lang());
  if (!read_json(text, no_source, 0, doc, unheard) || doc.roots.empty()) return refused();
  const NodeId root = doc.roots[0];
  if (doc.node(root).kind != NodeKind::mapping || text_of(doc, root, "schema") != "matter.shard/1") return refused();
  ExportShard shard;
  shard.folder = folder;
  shard.program = text_of(doc, root, "program");
  shard.date = text_of(doc, root, "date");
  shard.content = text_of(doc, root, "content_xxh3_128");
  shard.to = text_of(doc, root, "to");
  shard.medium = text_of(doc, root, "medium");
  shard.number = static_cast<unsigned>(number_of(doc, root, "shard"));
  shard.of = static_cast<unsigned>(number_of(doc, root, "of"));
  shard.all = number_of(doc, root, "matters");
  shard.files = number_of(doc, root, "files");
  shard.complete = text_of(doc, root, "complete") == "true";
  each_of(doc, root, "paths", [&](NodeId at) { shard.paths.emplace_back(doc.node(at).text()); });
  each_of(doc, root, "platforms", [&](NodeId at) { shard.platforms.push_back(platform_of(doc, at)); });
  each_of(doc, root, "passed_over", [&](NodeId at) { shard.passed_over.push_back(number_of(doc.node(at).text())); });
  each_of(doc, root, "blocking", [&](NodeId at) {
    auto& [d, file] = shard.blocking.emplace_back();
    const Rule* const rule = find_rule(text_of(doc, at, "rule"));
    d.rule = rule != nullptr ? rule->id : std::string_view("field-value");
    d.matter = text_of(doc, at, "matter");
    d.field = text_of(doc, at, "field");
    d.subject = text_of(doc, at, "subject");
    d.message = text_of(doc, at, "message");
    d.hint = text_of(doc, at, "hint");
    file = text_of(doc, at, "file");
    d.at.span = {static_cast<std::uint32_t>(number_of(doc, at, "begin")),
                 static_cast<std::uint32_t>(number_of(doc, at, "end"))};
  });
  read_file(folder + "/" + std::string(facts_name), shard.facts);
  return shard;
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
