#include "ops/diff_configs.h"

#include <string>
#include <vector>

#include "catalog/config.h"
#include "change/compare.h"
#include "change/grading.h"
#include "model/read.h"

namespace matter {

namespace {

/// catalog.yaml once more, with what no field of it takes: unknown keys are compared too.
class ReadConfig {
 public:
  explicit ReadConfig(const LoadedFile& file) : document_(file.document) {
    std::string path;
    for (const NodeId root : document_.roots) {
      if (!document_.node(root).is(NodeKind::mapping)) continue;
      read_record(document_, root, *table_of<CatalogConfig>(), &config_, arena_, problems_, path);
      break;
    }
  }
  [[nodiscard]] CompareSide side() const {
    return {&config_, {problems_, &document_}, nullptr, config_.mark.source, false};
  }

 private:
  const Document& document_;
  Arena arena_;
  std::vector<Problem> problems_;
  CatalogConfig config_;
};

Location place(const DiffTree::Config* config) {
  return config == nullptr ? Location{} : config->catalog->config.mark.at();
}

/// What is wrong with it was told when the tree was read.
Grading grading_of(const DiffTree::Config* config) {
  Collector unheard(Lang::en);
  return Grading(config->catalog->config.changes, unheard);
}

}  // namespace

bool same_config(const DiffTree::Config* before, const DiffTree::Config* after) {
  return before != nullptr && after != nullptr &&
         before->catalog->config_file->text == after->catalog->config_file->text;
}

std::optional<CatalogDiff> compare_config(const DiffTree::Config* before, const DiffTree::Config* after) {
  if (before == nullptr && after == nullptr) return std::nullopt;
  const std::string& relative = after != nullptr ? after->relative : before->relative;
  if (relative.starts_with("../")) return std::nullopt;
  CatalogDiff diff{ChangeKind::changed, relative, place(before), place(after), {}};
  if (before == nullptr || after == nullptr) {
    diff.kind = before == nullptr ? ChangeKind::added : ChangeKind::removed;
    diff.type = &classify(Whole::catalog, diff.kind);
    diff.judged = grading_of(before == nullptr ? after : before).of(*diff.type);
    return diff;
  }
  const ReadConfig old_config(*before->catalog->config_file);
  const ReadConfig new_config(*after->catalog->config_file);
  diff.changes = compare_records(*table_of<CatalogConfig>(), old_config.side(), new_config.side());
  if (diff.changes.empty()) return std::nullopt;
  judge(diff.changes, grading_of(after));
  return diff;
}

}  // namespace matter
