#include "transcript.h"

#include <sys/wait.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string_view>

#include "text/unicode.h"

namespace matter::golden {
namespace {

constexpr std::string_view mark = "--- ";
constexpr std::string_view open_end = " (no line break at the end)";

std::string file_text(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write(const std::filesystem::path& path, std::string_view text) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream out(path, std::ios::binary);
  out.write(text.data(), static_cast<std::streamsize>(text.size()));
  if (!out) throw std::runtime_error("cannot write " + path.string());
}

/// Control characters and bytes that are no UTF-8 become \xHH, so that transcripts stay text.
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

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
    text.replace(at, what.size(), by);
  }
  return text;
}

/// The sections of a transcript, line by line.
class Reader {
 public:
  Transcript transcript;

  void line(std::string_view text) {
    if (text.substr(0, mark.size()) == mark) {
      section(text.substr(mark.size()));
    } else if (target_ != nullptr) {
      *target_ += text;
      *target_ += '\n';
    } else if (text.substr(0, 1) == "#") {
      transcript.about.emplace_back(text);
    } else if (!text.empty()) {
      throw std::runtime_error("text outside of a section: " + std::string(text));
    }
  }

  void finish() { end_section(); }

 private:
  static std::string_view after(std::string_view title, std::string_view word) { return title.substr(word.size()); }

  void section(std::string_view title) {
    end_section();
    open_ = title.size() > open_end.size() && title.substr(title.size() - open_end.size()) == open_end;
    if (open_) title.remove_suffix(open_end.size());
    if (title.substr(0, 6) == "file: ") {
      transcript.files.push_back({std::string(after(title, "file: ")), {}});
      target_ = &transcript.files.back().text;
    } else if (title.substr(0, 5) == "run: ") {
      transcript.runs.push_back({});
      transcript.runs.back().line = after(title, "run: ");
    } else if (transcript.runs.empty()) {
      throw std::runtime_error("a command must stand before: " + std::string(title));
    } else if (title == "stdin") {
      target_ = &transcript.runs.back().input;
    } else if (title == "stdout") {
      target_ = &transcript.runs.back().out;
    } else if (title == "stderr") {
      target_ = &transcript.runs.back().err;
    } else if (title.substr(0, 6) == "exit: ") {
      transcript.runs.back().exit = std::stoi(std::string(after(title, "exit: ")));
    } else {
      throw std::runtime_error("unknown section: " + std::string(title));
    }
  }

  void end_section() {
    if (target_ != nullptr && open_ && !target_->empty()) target_->pop_back();
    target_ = nullptr;
  }

  std::string* target_ = nullptr;
  bool open_ = false;
};

void append_section(std::string& to, const std::string& title, const std::string& text) {
  const bool open = !text.empty() && text.back() != '\n';
  to += std::string(mark) + title + (open ? std::string(open_end) : std::string()) + '\n' + text + (open ? "\n" : "");
}

/// `'…'` for sh.
std::string shell_word(const std::string& text) { return "'" + replaced(text, "'", "'\\''") + "'"; }

/// A new empty folder that is removed with the object.
struct Folder {
  std::filesystem::path path;
  Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "matter-golden-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("cannot make " + pattern);
    path = pattern;
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
};

}  // namespace

Transcript read_transcript(const std::string& text) {
  Reader reader;
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    reader.line(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  reader.finish();
  return std::move(reader.transcript);
}

std::string to_text(const Transcript& transcript) {
  std::string text;
  for (const std::string& line : transcript.about) text += line + '\n';
  for (const Given& file : transcript.files) append_section(text, "file: " + file.path, file.text);
  for (const Run& run : transcript.runs) {
    text += std::string(mark) + "run: " + run.line + '\n';
    if (!run.input.empty()) append_section(text, "stdin", run.input);
    if (!run.out.empty()) append_section(text, "stdout", run.out);
    if (!run.err.empty()) append_section(text, "stderr", run.err);
    text += std::string(mark) + "exit: " + std::to_string(run.exit) + '\n';
  }
  return text;
}

Transcript performed(const Transcript& wanted, const std::filesystem::path& program,
                     const std::filesystem::path& repository) {
  const Folder work;
  const Folder streams;
  for (const Given& file : wanted.files) write(work.path / file.path, file.text);
  std::filesystem::create_directory_symlink(repository / "catalogs", work.path / "catalogs");
  // Nothing of the caller's surroundings gets in.
  const std::string surroundings =
      "cd " + shell_word(work.path.string()) +
      " && exec env -i LC_ALL=C.UTF-8 TZ=UTC PATH=" + shell_word(program.parent_path().string() + ":/usr/bin:/bin") +
      " HOME=" + shell_word(streams.path.string()) + " timeout 60 sh -c ";
  const auto stream = [&](const char* name) { return streams.path / name; };
  const auto result = [&](const char* name) {
    return printable(replaced(file_text(stream(name)), work.path.string(), "{folder}"));
  };
  Transcript real = wanted;
  for (Run& run : real.runs) {
    write(stream("in"), run.input);
    const std::string line = surroundings + shell_word(run.line) + " <" + shell_word(stream("in").string()) + " >" +
                             shell_word(stream("out").string()) + " 2>" + shell_word(stream("err").string());
    const int status = std::system(line.c_str());
    run.exit = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    run.out = result("out");
    run.err = result("err");
  }
  return real;
}

}  // namespace matter::golden
