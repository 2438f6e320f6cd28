#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diag/collector.h"
#include "model/values.h"
#include "ops/split.h"
#include "report/sink.h"
#include "report/text_style.h"

namespace matter {

struct LedgerOptions {
  Lang lang = Lang::en;
  DateValue day;                      ///< of the check
  std::optional<DateValue> deadline;  ///< by which errors and warnings are to be mended
};

/// The two files of one agency; names are safe on every system, unique, and say `.sample` where something in them is.
struct LedgerFiles {
  std::string csv, xlsx;
};

/// 整改台账: a new folder with a table an agency, as CSV (UTF-8 with a byte order mark, cells guarded against being run
/// as formulas: media/guard.h) and as a workbook; index.csv and index.xlsx count them, and ledger.json
/// (`matter.ledger/1`) does so for programs. Whole or not there. `replace`: an earlier one may be replaced.
/// Throws std::system_error. Gives the files in the order of the agencies; `findings` hear of an earlier folder that
/// could not be removed.
std::vector<LedgerFiles> write_ledgers(const SplitResult& result, const std::string& folder, bool replace,
                                       const LedgerOptions& options, const Sources& sources, Collector& findings);

/// What the agency is called in tables; what has none is called so.
[[nodiscard]] std::string name_of(const AgencyLedger& ledger, Lang lang);

/// The file in such a folder that tells it from others (see folder_state).
inline constexpr std::string_view ledger_mark = "ledger.json";

/// What was written: agencies with their counts and workbooks, then what was not checked.
void write_split_text(const SplitResult& result, const std::vector<LedgerFiles>& files, const std::string& folder,
                      const TextStyle& style, const Sink& to);
void write_split_json(const SplitResult& result, const std::vector<LedgerFiles>& files, const LedgerOptions& options,
                      const Sink& to);

/// `申请材料[营业执照] › 材料形式` of `materials[营业执照].form`; what no table knows stays as it is.
[[nodiscard]] std::string labels_of(std::string_view path);

}  // namespace matter
