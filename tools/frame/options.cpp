#include "frame/options.h"

namespace matter::cli {
namespace {

constexpr Choice lang_choices[] = {
    {"zh", {"中文", "Chinese"}},
    {"en", {"英文", "English"}},
};

constexpr Choice color_choices[] = {
    {"auto", {"只在终端上", "on a terminal only"}},
    {"always", {}},
    {"never", {}},
};

constexpr Choice format_choices[] = {
    {"text", {"给人看", "for people"}},
    {"json", {"给程序看", "for programs"}},
};

constexpr Choice document_format_choices[] = {
    {"text", {"给人看", "for people"}},
    {"markdown", {"放进文档", "for documents"}},
    {"json", {"给程序看", "for programs"}},
};

constexpr Choice table_format_choices[] = {
    {"text", {"给人看", "for people"}},
    {"json", {"给程序看", "for programs"}},
    {"csv", {"给表格软件", "for spreadsheets"}},
};

}  // namespace

const Option help_option{.name = "help", .letter = 'h', .help = {"显示帮助", "show help"}};

const Option version_option{.name = "version", .help = {"显示版本号", "show the version"}};

const Option lang_option{
    .name = "lang",
    .kind = Kind::choice,
    .value = {"语言", "LANG"},
    .help = {"用哪种语言说话；不给时看系统语言环境", "language of messages; without it, that of the locale"},
    .choices = lang_choices};

const Option color_option{.name = "color",
                          .kind = Kind::choice,
                          .value = {"方式", "WHEN"},
                          .help = {"是否着色；也遵守环境变量 NO_COLOR 和 CLICOLOR_FORCE",
                                   "colours; the variables NO_COLOR and CLICOLOR_FORCE are heeded too"},
                          .initial = "auto",
                          .choices = color_choices};

const Option quiet_option{
    .name = "quiet",
    .letter = 'q',
    .help = {"不显示进度和说明，只给结果和错误", "no progress and no narration, only results and errors"}};

const Option jobs_option{.name = "jobs",
                         .letter = 'j',
                         .kind = Kind::number,
                         .value = {"个数", "N"},
                         .help = {"同时工作的线程数，0 表示与处理器一样多；结果与此无关",
                                  "threads that work at once, 0 for one a processor; results never depend on it"},
                         .initial = "0"};

const Option date_option{
    .name = "date",
    .kind = Kind::date,
    .value = {"日期", "DATE"},
    .help = {"按哪一天检查，写作 2026-01-31；不给时为今天", "the day of the check, as 2026-01-31; without it, today"}};

const Option format_option = format_option_with(format_choices);

const Option document_format_option = format_option_with(document_format_choices);

const Option table_format_option = format_option_with(table_format_choices);

const Option output_option{
    .name = "output",
    .letter = 'o',
    .kind = Kind::path,
    .value = {"文件", "FILE"},
    .help = {"结果写到文件，不写到标准输出", "write the result to a file, not to standard output"}};

const Option edits_dry_run_option{.name = "dry-run",
                                  .help = {"只说会改什么，不写文件", "only tell what would be changed"}};
const Option edits_diff_option{.name = "diff",
                               .help = {"只显示文件会有哪些不同，不写文件", "only show how files would differ"}};

const Option out_option{.name = "out",
                        .letter = 'o',
                        .kind = Kind::path,
                        .value = {"文件夹", "FOLDER"},
                        .help = {"结果放在这个新文件夹", "the new folder of the result"},
                        .needed = true};

const Option force_option{.name = "force",
                          .help = {"文件夹中已有上次的结果时替换它", "replace an earlier result in the folder"}};

const Option keep_going_option{
    .name = "keep-going",
    .help = {"略过读不懂的内容，处理其余内容", "leave out what cannot be understood, do the rest"}};

std::span<const Option* const> common_options() {
  static constexpr const Option* all[] = {&lang_option, &color_option, &quiet_option,  &jobs_option,
                                          &date_option, &help_option,  &version_option};
  return all;
}

}  // namespace matter::cli
