#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "exchange/cell.h"
#include "exchange/ids.h"
#include "exchange/mapping.h"
#include "exchange/read_catalogs.h"
#include "exchange/row_changes.h"

namespace matter {

struct ExportInput;

/// What the content of an export depends on beside the catalogs: where one of these differs, nothing that was written
/// before can be told to be the same.
struct StateHead {
  std::string program, platform, medium, mapping;  ///< version; id; name; hash
  std::string date;                                ///< of the export
};

/// The first line of state.json; lines of matters follow as items of a list, and the tail.
[[nodiscard]] std::string state_head(const StateHead& head);
/// The end of the list, and the catalogs that the matters are of.
[[nodiscard]] std::string state_tail(const std::vector<ReadCatalog>& catalogs);

/// A row that is on a platform, by what tells it apart, and what stands for all it says of the matter.
struct ExportedRow {
  std::string key;
  ContentId content;
};

/// A matter that is on a platform: one line of state.json.
struct ExportedMatter {
  std::string identity;  ///< with `#2` behind it where an earlier one has the same
  std::string name;
  ContentId content;  ///< of all that left for the platform
  std::string since;  ///< day of the export that brought it so
  bool sample = false;
  bool again = false;       ///< an earlier one has its code, and with it the keys of its rows
  bool incomplete = false;  ///< it could not be read whole; not kept
  /// By table, of tables whose rows are told to come, change and go (`tells_rows`).
  std::vector<std::pair<std::string, std::vector<ExportedRow>>> rows;

  [[nodiscard]] std::string json() const;
  [[nodiscard]] static bool read(std::string_view json, ExportedMatter& into);
};

/// Why a matter that was on a platform is there no more.
enum class Gone : std::uint8_t {
  away,      ///< it is in none of the catalogs
  withheld,  ///< it is not public any more
  left_out,  ///< it is none of what the platform takes any more
};
[[nodiscard]] std::string_view name(Gone why);

struct ContentIdHash {
  std::size_t operator()(const ContentId& id) const { return static_cast<std::size_t>(id.low); }
};

/// state.json of an earlier export, read line by line; in memory stays what tells whether a matter is the same, about
/// 60 bytes each.
class EarlierState {
 public:
  EarlierState();
  ~EarlierState();
  EarlierState(EarlierState&&) noexcept;
  EarlierState& operator=(EarlierState&&) noexcept;

  /// False where there is no such file, or it is none. Throws std::system_error where it cannot be read.
  bool open(const std::string& path);
  [[nodiscard]] const StateHead& head() const { return head_; }
  [[nodiscard]] const std::vector<ReadCatalog>& catalogs() const { return catalogs_; }

  struct Known {
    ContentId content;
    std::uint64_t offset = 0;
    std::uint32_t length = 0;
    bool met = false;
    Gone why = Gone::away;
  };
  /// Null where it was not there.
  [[nodiscard]] Known* find(std::string_view identity);
  [[nodiscard]] ExportedMatter read(const Known& known) const;
  /// Those that were not met, in their order.
  [[nodiscard]] std::vector<Known> gone() const;

 private:
  struct File;
  StateHead head_;
  std::vector<ReadCatalog> catalogs_;
  std::unordered_map<ContentId, Known, ContentIdHash> known_;
  std::unique_ptr<File> file_;
};

/// What is on a platform after an export, and what of it is new. One matter after another: `begin`, its rows, `end`.
class ExportState {
 public:
  ExportState(const Mapping& mapping, StateHead head, const DateValue& today)
      : mapping_(mapping),
        head_(std::move(head)),
        today_(today),
        names_entries_(brings(mapping.tables, Outside::entry_name)),
        names_regions_(brings(mapping.tables, Outside::regions)) {}

  enum class Is : std::uint8_t { fresh, changed, same };
  struct Counts {
    std::size_t fresh = 0, changed = 0, same = 0;
  };

  /// From now on matters are held against an earlier export. `whole`: they are written though they are the same.
  void follow(EarlierState earlier, bool whole);
  [[nodiscard]] bool follows() const { return follows_; }

  /// A matter as it leaves, without rows; another one of the same identity has a number behind it.
  [[nodiscard]] ExportedMatter describe(const ExportInput& shown, bool sample);
  /// What `describe` made, here or elsewhere. What is the same need not be written: no rows then.
  Is begin(ExportedMatter matter);
  /// Whether what `begin` took is written.
  [[nodiscard]] bool wanted() const { return wanted_; }
  /// A row of it: what it is against those that were there. Of a new matter all are
  /// fresh; where everything is written again, none is the same.
  RowChanges::Is row(const MappedTable& table, std::string_view key, ContentId content);
  /// Rows of it that were there and were not told by `row`.
  [[nodiscard]] ExportedMatter left() const;
  /// Its line.
  [[nodiscard]] std::string end();
  /// Whether other matters may have rows of the same keys: they have its identity, or had it in the earlier export.
  [[nodiscard]] bool shares_rows(const ExportedMatter& matter);
  /// Rows that stay on the platform, of a matter that shares some; and whether any of those has this one.
  void hold(const ExportedMatter& matter);
  [[nodiscard]] bool holds(std::string_view table, std::string_view key) const;
  /// A matter that does not go there: where it did before, that is why it is gone.
  void keep_back(std::string_view identity, Gone why);

  [[nodiscard]] const StateHead& head() const { return head_; }
  /// Of the earlier export; none where nothing is followed.
  [[nodiscard]] const std::vector<ReadCatalog>& earlier_catalogs() const { return earlier_.catalogs(); }
  [[nodiscard]] const Counts& counts() const { return counts_; }
  /// What was on the platform and is not in this export, when all matters were added.
  [[nodiscard]] std::vector<EarlierState::Known> gone() const { return earlier_.gone(); }
  [[nodiscard]] ExportedMatter read(const EarlierState::Known& known) const { return earlier_.read(known); }

 private:
  ContentId content_of(const ExportInput& shown, std::string_view identity, bool sample);
  void keep_rows();
  std::string_view digest_of(const Catalog* catalog);

  const Mapping& mapping_;
  StateHead head_;
  DateValue today_;
  bool names_entries_, names_regions_;  // in cells, where the matter does not say them
  EarlierState earlier_;
  bool follows_ = false, whole_ = false, wanted_ = true;
  Counts counts_;
  ExportedMatter now_, before_;
  RowChanges rows_;  // of `before_`
  EarlierState::Known* known_ = nullptr;
  ContentIdSet held_;
  std::unordered_map<ContentId, std::uint32_t, ContentIdHash> times_;
  std::unordered_map<const Catalog*, std::string> digests_;
  std::string text_;
};

}  // namespace matter
