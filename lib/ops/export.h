#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "exchange/losses.h"
#include "ops/run.h"
#include "text/source.h"

namespace matter {

struct ExportOptions {
  std::vector<std::string> paths;
  std::string to;           ///< platform id, or the path of a mapping file
  std::string medium;       ///< one of the platform's media; empty: the usual one
  std::string out;          ///< folder of the files
  bool replace = false;     ///< an earlier export there may be replaced (a folder without manifest.json never is)
  bool keep_going = false;  ///< what is readable in damaged files is exported; findings say what is missing
};

struct ExportedFile {
  std::string name, table;
  bool sample = false;
  std::uint64_t rows = 0, bytes = 0;
  std::string hash;  ///< XXH3-128
};

/// Matters that are none of what the platform takes, for one reason.
struct ExportLeftOut {
  std::string field;      ///< English path; empty: entries of standard catalogs
  std::string label;      ///< of the field, in Chinese
  std::string_view test;  ///< of the mapping's `takes`: given, absent, one-of, none-of, passed, not-passed; standard
  std::vector<std::string> values;  ///< of one-of and none-of
  std::size_t matters = 0;
  std::size_t never_said = 0;  ///< of `matters`: their source never carries the field
};

struct ExportResult {
  bool written = false;
  std::string platform, label, status;
  std::int32_t mapping_version = 0;
  std::string out;
  std::size_t files_read = 0, damaged = 0;
  std::size_t matters = 0;   ///< read
  std::size_t exported = 0;  ///< on the platform, samples among them
  std::size_t samples = 0;
  std::size_t withheld = 0;                ///< unpublished or secret
  std::vector<std::string_view> elements;  ///< keys of a matter of which the mapping has a column, sorted
  std::vector<ExportLeftOut> left_out;     ///< why others did not go there
  /// Of `exported`: what they have may not be all, since their file or their standard entry could not be read
  /// whole. Each has its line among the losses.
  std::size_t incomplete = 0;
  std::vector<ExportedFile> files;
  Losses losses;
  std::vector<Diagnostic> findings;

  [[nodiscard]] std::size_t left_out_matters() const;
  /// There was no matter, and no fault that would explain it.
  [[nodiscard]] bool nothing() const { return matters == 0 && findings.empty() && !platform.empty(); }
};

/// Writes effective matters in a platform's form, with losses.json (every value that does not arrive as it
/// is) and manifest.json (counts, hashes). The folder appears whole or not at all; the bytes depend on
/// nothing but the catalogs, the mapping and `run.today`. With findings of errors (and without keep_going)
/// nothing is written. Throws std::system_error for files that cannot be read or written.
[[nodiscard]] ExportResult export_catalog(const ExportOptions& options, const RunOptions& run, Sources& sources);

}  // namespace matter
