#pragma once

#include <array>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/file_names.h"
#include "exchange/guide/attachments.h"
#include "exchange/guide/pages.h"
#include "exchange/made_guide.h"
#include "exchange/platform_export.h"

namespace matter {

/// A site of guides: two pages a matter as they are placed, the index and what the pages share at the end. Samples have
/// pages and an index of their own; nothing of what is real leads to them.
class GuideExport {
 public:
  GuideExport(const Mapping& mapping, const ExportRun& run, CellMaker& cells, LossRecorder& losses,
              std::vector<ExportFile>& files)
      : mapping_(mapping), run_(run), cells_(cells), losses_(losses), files_(files), attachments_(files) {}

  [[nodiscard]] MadeGuide make(const GuideInput& input);
  void place(const MadeGuide& made, bool sample);
  void finish();

 private:
  void index(bool sample);
  void file(std::string name, std::string_view table, bool sample, std::string bytes, std::uint64_t rows = 1);

  const Mapping& mapping_;
  const ExportRun& run_;
  CellMaker& cells_;
  LossRecorder& losses_;
  std::vector<ExportFile>& files_;
  Attachments attachments_;
  FileNames names_;
  std::array<std::vector<GuideEntry>, 2> entries_;  // of what is real, of samples
  std::set<std::string, std::less<>> values_;  // named values that entries speak of: catalogs have some of their own
};

}  // namespace matter
