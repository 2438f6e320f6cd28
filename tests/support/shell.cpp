#include "support/shell.h"

#include <sys/wait.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string_view>

#include "text/unicode.h"

namespace matter::test {
namespace {

namespace fs = std::filesystem;

fs::path new_folder(const char* name) {
  std::string pattern = (fs::temp_directory_path() / (std::string("matter-") + name + "-XXXXXX")).string();
  if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("cannot make " + pattern);
  return pattern;
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
    text.replace(at, what.size(), by);
  }
  return text;
}

std::string printable(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t from = at;
    const char32_t c = next_code_point(bytes, at);
    const bool broken = c == 0xFFFD && at - from == 1;
    if (!broken && (c >= 0x20 || c == U'\n' || c == U'\t') && c != 0x7F) {
      text += bytes.substr(from, at - from);
      continue;
    }
    const auto byte = static_cast<unsigned char>(bytes[from]);
    text += "\\x";
    text += digits[byte >> 4U];
    text += digits[byte & 15U];
  }
  return text;
}

/// `'…'` for sh.
std::string word(const std::string& text) { return "'" + replaced(text, "'", "'\\''") + "'"; }

}  // namespace

std::string whole_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write_file(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  std::ofstream out(path, std::ios::binary);
  out << text;
  if (!out.flush()) throw std::runtime_error("cannot write " + path.string());
}

ShellResult run_in_shell(const std::string& line, const fs::path& folder, const fs::path& program,
                         const std::string& input) {
  const fs::path streams = new_folder("streams");
  const auto stream = [&](const char* name) { return (streams / name).string(); };
  write_file(stream("in"), input);
  const std::string command =
      "cd " + word(folder.string()) +
      " && exec env -i LC_ALL=C.UTF-8 TZ=UTC PATH=" + word(program.parent_path().string() + ":/usr/bin:/bin") +
      " HOME=" + word(streams.string()) + " timeout 600 sh -c " + word(line) + " <" + word(stream("in")) + " >" +
      word(stream("out")) + " 2>" + word(stream("err"));
  const int status = std::system(command.c_str());
  const auto text = [&](const char* name) {
    return printable(replaced(whole_file(stream(name)), folder.string(), "{folder}"));
  };
  ShellResult result{WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), text("out"), text("err")};
  fs::remove_all(streams);
  return result;
}

PlayFolder::PlayFolder(const fs::path& repository) : path_(new_folder("play")) {
  fs::create_directory_symlink(repository / "catalogs", path_ / "catalogs");
}

PlayFolder::~PlayFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

}  // namespace matter::test
