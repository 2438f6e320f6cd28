#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "ops/import_matters.h"
#include "ops/workbook_content.h"

namespace matter {

/// The rows of a workbook that came back, and which cell says a field of a matter.
class WorkbookCells {
 public:
  WorkbookCells(const Mapping& mapping, const TableTexts& texts);

  /// The cell of a field (English keys, items by their labels) of the matter with this key: else the one that says
  /// whether there is such a thing, else the one that names the matter. Nothing where the workbook has no such matter.
  [[nodiscard]] std::optional<WorkbookPlace> find(const std::string& key, std::string_view field) const;
  /// `book.xlsx:申请材料!C5`; columns that are not there are shown by the first one.
  [[nodiscard]] std::string name_of(const WorkbookPlace& at, const Sources& sources) const;
  [[nodiscard]] const std::string& text_at(const WorkbookPlace& at) const;
  /// Where that is in its sheet: column from 0, row as people see it.
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> cell_at(const WorkbookPlace& at) const;

 private:
  /// Rows of the first table by key.
  [[nodiscard]] std::optional<std::uint32_t> row_of(const std::string& key) const;
  void read(std::size_t table);
  [[nodiscard]] std::optional<WorkbookPlace> in_table(std::size_t table, const std::string& key, std::string_view label,
                                                      const std::vector<const Field*>& path, std::size_t inside) const;
  [[nodiscard]] std::optional<std::uint32_t> column_for(std::size_t table, const std::vector<const Field*>& path,
                                                        std::size_t inside) const;

  const Mapping& mapping_;
  const TableTexts& texts_;
  std::vector<std::vector<WorkbookRowTexts>> rows_;
  std::vector<std::vector<std::uint32_t>> sheet_columns_;  // by table: of each column, where it stands; `nowhere`
  std::vector<std::unordered_map<std::string, std::vector<std::uint32_t>>> by_key_;  // by table
};

}  // namespace matter
