#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "exchange/loss_sums.h"
#include "ops/run.h"
#include "text/source.h"

namespace matter {

struct ExportOptions {
  std::vector<std::string> paths;
  std::string to;      ///< platforms: ids, or paths of mapping files, with commas between; empty: as catalog.yaml says
  std::string medium;  ///< one of the platform's media; empty: the usual one
  std::string out;     ///< folder of the files
  std::string baseline;         ///< findings that are known, and stand in no way; empty: none
  bool replace = false;         ///< an earlier export there may be replaced (a folder without manifest.json never is)
  bool keep_going = false;      ///< what is readable in damaged files is exported; findings say what is missing
  bool refuse_invalid = false;  ///< nothing is written where a check finds errors
  bool strict = false;          ///< nothing is written where a value would not arrive as it is
  bool dry_run = false;         ///< everything is done but written
  unsigned shard = 0, shards = 0;  ///< a share alone, from 1, of so many; 0: all
  std::vector<std::string> join;   ///< folders of shares: they are joined; paths, platforms and medium are theirs
  std::string since;               ///< folder of an earlier export: only what changed since is written; empty: all
  /// Catalogs, and parts of them (`name/part`), that the earlier export read and that are not there any more: what is
  /// not read of others is no reason to say that it is gone, and nothing is written.
  std::vector<std::string> gone;
};

struct ExportedFile {
  std::string name, table;
  bool sample = false;
  std::uint64_t rows = 0, bytes = 0;
  std::string hash;  ///< XXH3-128
};

/// Matters that are none of what the platform takes, for one reason.
struct ExportLeftOut {
  std::string field;  ///< English path; empty: entries of standard catalogs
  std::string label;  ///< of the field, in Chinese
  std::string_view
      test;  ///< of the mapping's `takes`: given, absent, one-of, none-of, passed, not-passed; standard, office
  std::vector<std::string> values;  ///< of one-of and none-of
  std::size_t matters = 0;
  std::size_t never_said = 0;  ///< of `matters`: their source never carries the field
};

/// Why everything is written, though an earlier export was named.
enum class ExportWhole : std::uint8_t {
  no,
  first,    ///< there was none to this platform
  unknown,  ///< its state.json could not be read: what is gone is not known
  program,  ///< written by another version of the program
  medium,   ///< in another medium
  mapping,  ///< by another mapping
  media,    ///< the medium cannot be written in parts
};

/// What an export brings against an earlier one.
struct ExportChanges {
  bool follows = false;  ///< an earlier one was named
  ExportWhole whole = ExportWhole::no;
  std::string since;  ///< day of the earlier one
  std::size_t fresh = 0, changed = 0, same = 0, gone = 0;
  std::size_t unread = 0;  ///< were there and were not met, and may stand in files that could not be read: they stay

  [[nodiscard]] bool any() const { return fresh + changed + gone != 0; }
};

/// A file of an export beside the platform's own.
struct ExportCompanion {
  std::string name;
  std::uint64_t bytes = 0;
  std::string hash;
};

/// What became of the matters on one platform.
struct ExportResult {
  bool written = false;
  bool documents = false;  ///< a file for each matter
  std::string platform, label, status, medium;
  std::int32_t mapping_version = 0;
  std::string mapping_hash;  ///< XXH3-128 of the mapping file, and of the one that it is like
  std::string out;
  std::size_t files_read = 0, damaged = 0;
  std::size_t matters = 0;   ///< read
  std::size_t invalid = 0;   ///< of these: a check found errors in them
  std::size_t exported = 0;  ///< on the platform, samples among them
  std::size_t samples = 0;
  std::size_t withheld = 0;                ///< unpublished or secret
  std::size_t without_table = 0;           ///< of types that no table takes, each with its line among the losses
  std::vector<std::string_view> elements;  ///< keys of a matter of which the mapping has a column, sorted
  std::vector<ExportLeftOut> left_out;     ///< why others did not go there
  /// Of `exported`: what they have may not be all, since their file or their standard entry could not be read
  /// whole. Each has its line among the losses.
  std::size_t incomplete = 0;
  ExportChanges changes;
  std::vector<ExportedFile> files;
  std::vector<ExportCompanion> companions;  ///< losses.json, state.json, gone.json
  std::string manifest_hash;                ///< XXH3-128 of its manifest.json
  LossSums losses;
  std::vector<Diagnostic> findings;

  [[nodiscard]] std::size_t left_out_matters() const;
};

/// Why nothing was written, though everything could be read.
enum class ExportRefusal : std::uint8_t { none, invalid, lossy };

/// What became of one reading of catalogs on all platforms.
struct ExportBatch {
  bool written = false;
  bool dry_run = false;
  bool complete = false;  ///< everything is in the platforms, written or not
  bool free = false;      ///< nothing stands where it goes, or what may be replaced
  ExportRefusal refused = ExportRefusal::none;
  unsigned shard = 0, shards = 0;  ///< it is a share
  std::size_t in_shard = 0;        ///< matters of it
  std::string out;
  std::size_t files_read = 0, damaged = 0;
  std::size_t matters = 0;
  std::size_t invalid = 0;              ///< matters with errors
  std::vector<Diagnostic> blocking;     ///< these errors, in order of source and place
  std::vector<ExportResult> platforms;  ///< in the order of the call; empty where one of them cannot be exported to
  std::vector<Diagnostic> findings;     ///< what stopped it, or could not be read

  /// It is, or would be, an export.
  [[nodiscard]] bool made() const { return complete && refused == ExportRefusal::none; }
  /// Neither written nor refused, and not a mere look.
  [[nodiscard]] bool failed() const { return !written && refused == ExportRefusal::none && !(dry_run && free); }
  /// There was no matter, and no fault that would explain it.
  [[nodiscard]] bool nothing() const { return matters == 0 && findings.empty() && !platforms.empty(); }
};

/// Writes effective matters in the form of platforms, each with losses.json (every value that does not arrive as it
/// is) and manifest.json (counts, hashes): of one platform in the folder, of several in a folder for each and a
/// manifest.json of all above. The folder appears whole or not at all; the bytes depend on nothing but the catalogs,
/// the mappings and `run.today`. The catalogs are read once: matters are checked and written on the way, and what was
/// written is removed again where the check then says no. With errors of reading (and without keep_going) nothing is
/// written. Throws std::system_error for files that cannot be read or written.
///
/// A share (`shards`) is a folder that only a join can use: what its matters bring, and the facts that rules across
/// matters need. Joined, the shares make the export that one run would have made, to the byte; refused where they do
/// not belong together.
[[nodiscard]] ExportBatch export_batch(const ExportOptions& options, const RunOptions& run, Sources& sources);
/// The same for one platform.
[[nodiscard]] ExportResult export_catalog(const ExportOptions& options, const RunOptions& run, Sources& sources);

}  // namespace matter
