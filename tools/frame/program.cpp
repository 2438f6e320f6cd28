#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>
#include <set>

#include "edit/break_off.h"
#include "frame/dates.h"
#include "frame/help.h"
#include "frame/invocation.h"
#include "frame/options.h"
#include "frame/output.h"
#include "frame/progress.h"
#include "frame/style.h"
#include "ops/version.h"
#include "report/shown.h"

namespace matter::cli {
namespace {

/// The text of an environment variable; empty where it is not set.
std::string_view variable(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? std::string_view{} : value;
}
bool set(const char* name) { return !variable(name).empty(); }

Invocation invocation_of(const RawArguments& raw, Lang lang) {
  Invocation in;
  in.command = raw.command;
  in.given = raw.given;
  in.lang = lang;
  in.color_out = wants_color(raw.given.text(color_option), 1);
  in.color_err = wants_color(raw.given.text(color_option), 2);
  in.quiet = raw.given.has(quiet_option);
  in.jobs = raw.given.number(jobs_option);
  in.today = raw.given.has(date_option) ? parse_day(raw.given.text(date_option)).value_or(DateValue{}) : local_today();
  return in;
}

}  // namespace

bool wants_color(std::string_view when, int descriptor) {
  if (when == "always") return true;
  if (when == "never" || set("NO_COLOR")) return false;
  if (set("CLICOLOR_FORCE") && variable("CLICOLOR_FORCE") != "0") return true;
  if (variable("TERM") == "dumb") return false;
  return ::isatty(descriptor) != 0;
}

RunOptions Invocation::run(Progress& progress) const {
  RunOptions options;
  options.lang = lang;
  options.jobs = jobs;
  options.today = today;
  options.progress = [&progress](std::size_t done, std::size_t total) {
    break_off_if_asked();
    progress.show(done, total);
  };
  options.left_out = [this, &progress](const std::string& words) {
    progress.clear();
    if (!quiet) say_line(words);
  };
  return options;
}

void Invocation::say_line(std::string_view message) const { write_error(fmt::format("{}\n", message)); }

void Invocation::say_error(std::string_view message) const {
  write_error(fmt::format("{}{}\n", red(lang == Lang::zh ? "matter：错误：" : "matter: error: ", color_err), message));
}

void Invocation::say_warning(std::string_view message) const {
  write_error(fmt::format("{}{}\n", lang == Lang::zh ? "matter：警告：" : "matter: warning: ", message));
}

void Invocation::say_converted(const Sources& sources) const {
  constexpr std::size_t most = 10;
  std::set<std::string_view> said;
  for (const SourceId id : sources.converted()) {
    if (!said.insert(sources.name(id)).second || said.size() > most) continue;
    warn({"“{}”的编码是 {}，已转换成 UTF-8 读取（文件本身没有改动）",
          "'{}' is encoded in {}; it was converted to UTF-8 to be read (the file itself is unchanged)"},
         shown_text(sources.name(id)), matter::name(sources.encoding(id)));
  }
  if (said.size() <= most) return;
  warn({"另有 {} 个文件也是这样", "the same holds for more files: {}"}, said.size() - most);
}

int Invocation::misused(std::string_view message) const {
  say_error(message);
  const std::string_view name = command == nullptr ? "--help" : command->name;
  write_error(command == nullptr
                  ? say(lang, {"用 matter --help 查看命令和选项\n", "See matter --help for commands and options\n"})
                  : say(lang, {"用 matter help {} 查看用法\n", "See matter help {}\n"}, name));
  return exit_code::unusable;
}

int run(const RawArguments& raw, Lang lang) {
  Invocation in = invocation_of(raw, lang);
  if (raw.given.has(version_option)) {
    write_output("", std::string("matter ").append(program_version()).append("\n"));
    return exit_code::clean;
  }
  if (raw.given.has(help_option)) {
    write_output("", raw.command == nullptr ? overview(lang, in.color_out) : help_of(*raw.command, lang, in.color_out));
    return exit_code::clean;
  }
  if (const std::string wrong = mistake(raw, lang); !wrong.empty()) return in.misuse({"{}", "{}"}, wrong);
  if (raw.command == nullptr) {
    write_error(overview(lang, in.color_err));
    return exit_code::unusable;
  }
  return raw.command->call(in);
}

}  // namespace matter::cli
