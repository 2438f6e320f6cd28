#pragma once

#include <memory>
#include <string>
#include <vector>

#include "ops/bindings.h"
#include "ops/set.h"

namespace matter {

/// An element or field that stays as it takes effect now.
struct BindKeep {
  std::string what;  ///< id or label of an element of the profile, or path of a field
  std::string reason;
};

struct BindOptions {
  std::string code;  ///< of a matter, or of a standard entry: all matters that are bound to it (of `code@version`, to
                     ///< that version). Empty: all that are bound to an older version
  std::string to;    ///< version, code or code@version; empty: the newest of the code that a matter is bound to
  std::vector<std::string> paths;  ///< files and folders to look in
  std::vector<std::string> take;   ///< as BindKeep::what: own values that are taken away, so that the entry's hold
  std::vector<BindKeep> keep;
  bool write = true;  ///< else only told
};

/// What becomes of a changed element of a matter that is bound anew.
enum class Becomes : std::uint8_t {
  follows,  ///< it writes nothing of it: the entry's value holds
  stays,    ///< its own value holds
  taken,    ///< its own value was taken away
  kept,     ///< what took effect before holds, with a reason
};

struct BoundMatter : BindingMatter {
  std::string from, to;  ///< code@version; `from` is what is written, empty where nothing is
  Location to_at;
  std::shared_ptr<const EntryChanges> changes;  ///< null where it was bound to nothing that is known
  std::vector<OwnElement> own;                  ///< for each changed element, as it will be
  std::vector<Becomes> becomes;                 ///< likewise
};

struct BindResult {
  std::vector<BoundMatter> matters;  ///< in file order
  std::vector<SetChange> changes;    ///< what is (or would be) written
  std::vector<SetFile> files;        ///< those that are changed
  std::size_t same = 0;              ///< matters that nothing is changed in
  std::vector<std::string> unused;   ///< of `take` and `keep`: what nothing was to be done for
  std::vector<Diagnostic> refused;   ///< why nothing was written
  bool written = false;
};

/// Binds matters to another version or entry by edits that touch nothing else; all or none. What a matter writes itself
/// stays and what it leaves out follows the entry, but for what is taken (its own value goes, which the entry must
/// have) and kept: what took effect is written out where it was inherited and would change, and the reason stands under
/// `binding.kept`. Throws std::system_error.
[[nodiscard]] BindResult bind_matters(const BindOptions& what, const RunOptions& options, Sources& sources);

}  // namespace matter
