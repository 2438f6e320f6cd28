#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "checks/elements.h"
#include "ops/compare.h"
#include "ops/load.h"
#include "text/arena.h"

namespace matter {

inline constexpr std::uint32_t no_row = 0xFFFFFFFFU;

/// What is kept of a matter while others are read: some hundred bytes.
struct CompareRow {
  std::string_view identity;         ///< in LevelComparison::texts
  const Matter* entry = nullptr;     ///< what it is compared with; null: the reference of its item
  std::uint32_t item = 0;            ///< index into LevelComparison::items
  std::uint32_t file = 0;            ///< index into Discovery::files
  std::uint32_t begin = 0;           ///< where the entry begins in it
  std::uint32_t cells = 0;           ///< index of its first verdict
  std::uint32_t reference = no_row;  ///< of those without an entry
  std::uint32_t agency = 0;          ///< index into LevelComparison::agencies
  std::uint8_t level = 0;            ///< index into LevelComparison::levels
  bool wanted = true;                ///< told and counted; else only a reference
};

/// Matters that are one.
struct CompareItem {
  std::string_view key;
  std::uint32_t first = 0, count = 0;  ///< rows, in order
  int gravity = 0;                     ///< of its worst cell
  std::size_t bad = 0;                 ///< cells that depart
};

/// Files as they are read again, the last ones kept.
class FileCache {
 public:
  FileCache(const Sources& sources, const Workspace& work) : sources_(sources), work_(work) {}
  /// The effective matter that begins there; null where it is not there any more.
  [[nodiscard]] const Matter* at(std::uint32_t file, std::uint32_t begin);

 private:
  static constexpr std::size_t most = 16;
  const Sources& sources_;
  const Workspace& work_;
  std::unordered_map<std::uint32_t, std::unique_ptr<LoadedFile>> files_;
};

/// A comparison while it is made and told.
class LevelComparison {
 public:
  LevelComparison(CompareOptions what, RunOptions options, Sources& sources)
      : what_(std::move(what)), options_(std::move(options)), sources_(sources) {}

  CompareResult run(const std::vector<std::string>& paths);
  std::size_t each(const CompareShow& show, const std::function<void(const ComparedMatter&)>& visitor) const;

 private:
  struct Part;

  void columns();
  [[nodiscard]] std::vector<std::size_t> columns_of(const Profile& profile) const;
  [[nodiscard]] Silence silence_of(const Element& element, std::string_view level, const CatalogContext& context) const;

  void read_all(Collector& findings);
  void read_file(std::uint32_t file, LoadedFile& loaded, Collector& findings, Part& part) const;
  void meet(std::uint32_t file, const Matter& m, std::string_view identity, Part& part) const;
  void take(Part& part);

  void group();
  void compare_with_references();
  [[nodiscard]] bool may_differ(const CompareRow& a, const CompareRow& b) const;
  void judge_row(CompareRow& row, FileCache& files);
  void sum_up();
  void order_items();
  [[nodiscard]] ComparedMatter told(const CompareItem& item, const CompareRow& row, bool first, FileCache& files) const;
  void left_out(std::size_t count, const Bilingual& reason);

  CompareOptions what_;
  RunOptions options_;
  Sources& sources_;
  Workspace work_;
  std::vector<std::shared_ptr<const Profile>> profiles_;
  std::size_t width_ = 0;  ///< columns
  std::map<const Profile*, std::vector<std::size_t>> columns_;
  Arena texts_;
  std::vector<std::string> agencies_, levels_;
  std::unordered_map<std::string, std::uint32_t> agency_of_, level_of_, item_of_;
  std::vector<CompareItem> items_;
  std::vector<CompareRow> rows_;
  std::vector<Verdict> verdicts_;      ///< width_ a row
  std::vector<std::uint64_t> prints_;  ///< width_ a row without an entry; empty once they are compared
  std::vector<std::uint32_t> prints_of_;
  CompareResult result_;
  std::size_t dangling_ = 0, nameless_ = 0, alone_ = 0, no_standard_ = 0, cancelled_ = 0;
};

}  // namespace matter
