#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "exchange/mapping.h"

namespace matter::test {

/// Cells of a table by row; in order of the text, for databases have none.
using TableRows = std::vector<std::vector<std::string>>;

/// A catalog of `count` generated matters that are no samples and nothing of which is withheld, of all types, with
/// texts that would like to be SQL. Files are 0.yaml, 1.yaml, …
void write_exchange_catalog(const std::filesystem::path& folder, std::size_t count,
                            std::string_view name = "生成的目录");

/// The rows of CSV, without its heading where it has one.
[[nodiscard]] TableRows rows_of_csv(const std::string& text, bool heading);

/// What a database holds of these rows: what is longer than its column is not there.
[[nodiscard]] TableRows fitting(TableRows rows, const MappedTable& table);

/// The columns of a table for a SELECT, in its order.
[[nodiscard]] std::string select_all(const MappedTable& table, const std::string& schema = {});

}  // namespace matter::test
