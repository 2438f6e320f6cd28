#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"
#include "checks/suppressions.h"
#include "diag/diagnostic.h"
#include "ops/live_index.h"
#include "ops/run.h"

namespace matter {

/// The texts of files that are open in an editor: what they say counts, not what is on the disk. Thread-safe.
class OpenTexts : public TextReader {
 public:
  void set(const std::string& path, SharedText text);
  void close(const std::string& path);
  [[nodiscard]] SharedText find(const std::string& path) const;
  [[nodiscard]] std::map<std::string, SharedText> all() const;
  void read(const std::string& id, std::string& into) override;

 private:
  mutable std::mutex mutex_;
  std::map<std::string, SharedText> texts_;
};

/// Catalogs held ready, so that a file of them can be checked again and again while it is written.
///
/// Made once, which reads and checks everything below the paths; thread-safe afterwards, as far as each call has a
/// LoadedFile of its own. What other programs do to the disk is seen by the next one that is made.
class LiveCheck {
 public:
  struct Checked {
    std::vector<Diagnostic> findings;  ///< of this file, in order of place
    std::shared_ptr<const Facts> facts;
    bool whole = true;  ///< the file was understood, and its facts are all there are
  };
  /// What is open counts as it stands in `texts`, which must outlive this. Throws std::system_error.
  LiveCheck(const std::vector<std::string>& paths, std::shared_ptr<OpenTexts> texts, const RunOptions& options);
  ~LiveCheck();
  LiveCheck(const LiveCheck&) = delete;
  LiveCheck& operator=(const LiveCheck&) = delete;

  /// Whether a file of this name would be read as matters here.
  [[nodiscard]] bool takes(const std::string& path) const;
  /// Whether it is one that others take values from, or that says how to check: changing it changes what others are.
  [[nodiscard]] bool concerns_others(const std::string& path) const;
  /// Whether its matters are entries of a standard catalog.
  [[nodiscard]] bool holds_standards(const std::string& path) const;
  /// What is wrong with catalogs and their data, by the name of the file.
  [[nodiscard]] const std::map<std::string, std::vector<Diagnostic>>& of_catalogs() const;

  /// Checks an open file with all rules on one matter. `loaded` stays as it was read, its matters are effective.
  [[nodiscard]] Checked check(const std::string& path, LoadedFile& loaded);
  /// What rules across matters say, with the facts of `open` instead of those that were read; those findings that
  /// stand in one of these files, by its name.
  [[nodiscard]] std::map<std::string, std::vector<Diagnostic>> judge(const std::map<std::string, Checked>& open) const;

  /// The place in a catalog, for what rules know of it.
  [[nodiscard]] const CatalogContext& context(const std::string& path) const;
  /// The rule of a catalog by its id, those that the office wrote too; null where there is none.
  [[nodiscard]] const Rule* rule(const std::string& path, std::string_view id) const;
  [[nodiscard]] const Standards& standards() const;
  [[nodiscard]] const LiveIndex& index() const;
  [[nodiscard]] const Sources& sources() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace matter
