#pragma once

#include <string>
#include <vector>

namespace matter {

/// Where git is told of our drivers: one repository, or everything the user has.
enum class GitScope : std::uint8_t { repository, global };

/// What git knows of our drivers.
struct GitState {
  bool git = false;                  ///< git can be run, and (for a repository) this is one
  std::string driver;                ///< the merge driver's command line; empty: none
  std::string diff;                  ///< the diff driver's
  bool program = false;              ///< the program that the driver names is there
  std::string attributes;            ///< the file of attributes
  std::vector<std::string> missing;  ///< lines that it lacks

  [[nodiscard]] bool installed() const { return git && !driver.empty() && program && missing.empty(); }
  [[nodiscard]] bool nothing() const;
};

[[nodiscard]] GitState git_state(GitScope scope);
/// Sets merge and diff driver and adds the lines of attributes that are missing; nothing else is touched.
/// False where git refuses. Throws std::system_error where the file of attributes cannot be written.
[[nodiscard]] bool git_install(GitScope scope, const std::string& program);
/// Takes back exactly what was set.
[[nodiscard]] bool git_uninstall(GitScope scope);

/// The absolute path of the program that runs.
[[nodiscard]] std::string own_program();

}  // namespace matter
