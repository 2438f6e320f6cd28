#include "ops/git_setup.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>

#include "edit/atomic.h"
#include "ops/process.h"
#include "text/source.h"

namespace matter {

namespace {

constexpr std::array<std::string_view, 2> attribute_lines{"*.yaml merge=matter diff=matter",
                                                          "*.yml merge=matter diff=matter"};

std::string trimmed(std::string text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
  return text;
}

std::vector<std::string> config_line(GitScope scope) {
  return {"git", "config", scope == GitScope::global ? "--global" : "--local"};
}

std::string config(GitScope scope, const std::string& key) {
  std::vector<std::string> line = config_line(scope);
  line.insert(line.end(), {"--get", key});
  return trimmed(run_program(line, true).out);
}

bool set_config(GitScope scope, const std::string& key, const std::string& value) {
  std::vector<std::string> line = config_line(scope);
  line.insert(line.end(), {key, value});
  return run_program(line).exit == 0;
}

bool remove_section(GitScope scope, const std::string& section) {
  std::vector<std::string> line = config_line(scope);
  line.insert(line.end(), {"--remove-section", section});
  return run_program(line, true).exit == 0;
}

std::string attributes_file(GitScope scope) {
  if (scope == GitScope::repository) {
    const std::string top = trimmed(run_program({"git", "rev-parse", "--show-toplevel"}, true).out);
    return top.empty() ? std::string() : top + "/.gitattributes";
  }
  std::string named =
      trimmed(run_program({"git", "config", "--global", "--type=path", "--get", "core.attributesFile"}, true).out);
  if (!named.empty()) return named;
  const char* const folder = std::getenv("XDG_CONFIG_HOME");
  if (folder != nullptr && *folder != '\0') return std::string(folder) + "/git/attributes";
  const char* const home = std::getenv("HOME");
  return home == nullptr || *home == '\0' ? std::string() : std::string(home) + "/.config/git/attributes";
}

/// The lines of a file, each with its end; none where there is no file.
std::vector<std::string> lines_of_file(const std::string& path) {
  std::vector<std::string> lines;
  if (!std::filesystem::exists(path)) return lines;
  std::string text;
  read_file(path, text);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    lines.push_back(text.substr(at, end - at));
    at = end;
  }
  return lines;
}

bool has_line(const std::vector<std::string>& lines, std::string_view wanted) {
  return std::any_of(lines.begin(), lines.end(), [&](const std::string& line) { return trimmed(line) == wanted; });
}

/// For the shell that git calls drivers with; git itself reads a `%` there.
std::string quoted(const std::string& path) {
  std::string text = "'";
  for (const char c : path) {
    if (c == '\'') {
      text += "'\\''";
    } else {
      text.append(c == '%' ? "%%" : std::string(1, c));
    }
  }
  return text + "'";
}

/// The first word of a command line of ours, unquoted again.
std::string program_of(const std::string& line) {
  if (!line.starts_with('\'')) return line.substr(0, line.find(' '));
  std::string path;
  for (std::size_t at = 1; at < line.size(); ++at) {
    if (line.compare(at, 4, "'\\''") == 0) {
      path += '\'';
      at += 3;
    } else if (line[at] == '\'') {
      break;
    } else {
      path += line[at];
      if (line.compare(at, 2, "%%") == 0) ++at;
    }
  }
  return path;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line;
  return text;
}

}  // namespace

bool GitState::nothing() const { return driver.empty() && diff.empty() && missing.size() == attribute_lines.size(); }

GitState git_state(GitScope scope) {
  GitState state;
  state.attributes = attributes_file(scope);
  state.git = !state.attributes.empty() && run_program({"git", "--version"}, true).exit == 0;
  if (!state.git) return state;
  state.driver = config(scope, "merge.matter.driver");
  state.diff = config(scope, "diff.matter.command");
  state.program = ::access(program_of(state.driver).c_str(), X_OK) == 0;
  const std::vector<std::string> lines = lines_of_file(state.attributes);
  for (const std::string_view line : attribute_lines) {
    if (!has_line(lines, line)) state.missing.emplace_back(line);
  }
  return state;
}

bool git_install(GitScope scope, const std::string& program) {
  const GitState state = git_state(scope);
  if (!state.git) return false;
  const std::string call = quoted(program);
  if (!set_config(scope, "merge.matter.name", "matter: entry by entry") ||
      !set_config(scope, "merge.matter.driver", call + " git merge-driver %O %A %B %P") ||
      !set_config(scope, "diff.matter.command", call + " git diff-driver")) {
    return false;
  }
  if (state.missing.empty()) return true;
  std::string text = joined(lines_of_file(state.attributes));
  if (!text.empty() && text.back() != '\n') text += '\n';
  for (const std::string& line : state.missing) text.append(line).append("\n");
  std::filesystem::create_directories(std::filesystem::path(state.attributes).parent_path());
  write_files({{state.attributes, text}});
  return true;
}

bool git_uninstall(GitScope scope) {
  const GitState state = git_state(scope);
  if (!state.git) return false;
  if (!state.driver.empty() && !remove_section(scope, "merge.matter")) return false;
  if (!state.diff.empty() && !remove_section(scope, "diff.matter")) return false;
  if (state.missing.size() == attribute_lines.size()) return true;
  std::vector<std::string> lines = lines_of_file(state.attributes);
  lines.erase(std::remove_if(lines.begin(), lines.end(),
                             [](const std::string& line) {
                               const std::string text = trimmed(line);
                               return std::find(attribute_lines.begin(), attribute_lines.end(), text) !=
                                      attribute_lines.end();
                             }),
              lines.end());
  if (lines.empty()) {
    std::filesystem::remove(state.attributes);
  } else {
    write_files({{state.attributes, joined(lines)}});
  }
  return true;
}

std::string own_program() { return std::filesystem::read_symlink("/proc/self/exe").string(); }

}  // namespace matter
