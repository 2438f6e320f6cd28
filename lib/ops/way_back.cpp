#include "ops/way_back.h"

#include <algorithm>

#include "exchange/row_writer.h"
#include "exchange/tree.h"
#include "ops/import_families.h"

namespace matter {

WayBack::WayBack(const Mapping& mapping, const DateValue& today, SaidColumns real, SaidColumns sample, bool fitting)
    : mapping_(mapping),
      platform_(mapping, {today, true, fitting}, losses_),
      real_(std::move(real)),
      sample_(std::move(sample)),
      unheard_(Lang::en) {
  for (const MappedTable& table : mapping.tables) write_heading(mapping, table, headings_.emplace_back());
  for (ExportFile& file : platform_.files()) file.pending.clear();
  opened_.assign(platform_.files().size(), true);
  if (!mapping.documents()) return;
  documents_ = std::make_unique<DocumentTexts>(mapping);
  documents_->read_only(real_);  // of documents it is the same for samples
}

const IncomingMatter* WayBack::of(const ExportInput& input) {
  losses_.list.clear();
  losses_.matters.clear();
  if (platform_.add(input) != Added::yes) return nullptr;
  if (mapping_.whole_model) {
    for (ExportFile& file : platform_.files()) file.pending.clear();
    return whole(input);
  }
  if (documents_ != nullptr) return document();
  std::vector<TableTexts> kinds(1);
  kinds[0].tables.resize(mapping_.tables.size());
  opened_.resize(platform_.files().size(), false);
  for (std::size_t i = 0; i < platform_.files().size(); ++i) {
    ExportFile& file = platform_.files()[i];
    if (file.pending.empty()) continue;
    const auto table =
        static_cast<std::size_t>(std::find_if(mapping_.tables.begin(), mapping_.tables.end(),
                                              [&](const MappedTable& one) { return one.name == file.table; }) -
                                 mapping_.tables.begin());
    std::string text = opened_[i] ? headings_[table] + file.pending : std::move(file.pending);
    file.pending.clear();
    opened_[i] = true;
    kinds[0].sample = kinds[0].sample || file.sample;
    kinds[0].tables[table] = {no_source, std::make_shared<const std::string>(std::move(text))};
  }
  const SaidColumns& said = kinds[0].sample ? sample_ : real_;
  unheard_ = Collector(Lang::en);
  rows_ = mapping_.families ? incoming_families(mapping_, kinds, unheard_)
                            : incoming_rows(mapping_, std::move(kinds), false, unheard_);
  rows_->read_only(said);
  return rows_->next(made_) == IncomingMatters::Outcome::matter ? &made_ : nullptr;
}

const IncomingMatter* WayBack::document() {
  std::vector<ExportFile>& files = platform_.files();
  if (files.empty()) return nullptr;
  file_ = std::move(files.back().name);
  std::string text = std::move(files.back().pending);
  files.clear();
  return documents_->of(std::move(text));
}

const IncomingMatter* WayBack::whole(const ExportInput& input) {
  tree_.clear(no_source, {});
  TreeBuilder tree(tree_);
  const NodeId node = to_tree(input.matter, TreeForm::json, tree);
  made_.doc.clear(no_source, {});
  TreeBuilder builder(made_.doc);
  made_.root = canonical_tree(tree_, node, *table_of<Matter>(), builder);
  made_.key.clear();
  made_.notes.clear();
  made_.sample = input.matter.sample.yes();
  return &made_;
}

}  // namespace matter
