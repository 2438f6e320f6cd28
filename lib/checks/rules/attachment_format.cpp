#include <algorithm>

#include "checks/places.h"
#include "checks/sample.h"
#include "checks/wording.h"
#include "checks/written_values.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad = "promise: {form: files/告知承诺书.wps}\n";
constexpr std::string_view good = "promise: {form: files/告知承诺书.docx}\n";

constexpr std::string_view accepted[] = {"jpeg", "jpg", "gif", "png", "bmp", "doc", "docx", "xls", "xlsx", "pdf"};
constexpr std::size_t longest_extension = 5;

/// Letters and digits after the last dot of the last part of the path; empty where there is none (a page, say).
std::string_view extension_of(std::string_view file) {
  file = file.substr(0, file.find_first_of("?#"));
  const std::size_t slash = file.find_last_of('/');
  if (slash != std::string_view::npos) file.remove_prefix(slash + 1);
  const std::size_t dot = file.find_last_of('.');
  if (dot == std::string_view::npos || dot == 0) return {};
  const std::string_view extension = file.substr(dot + 1);
  const bool plain =
      extension.size() <= longest_extension &&
      std::all_of(extension.begin(), extension.end(), [](char c) { return is_letter(c) || is_digit(c); });
  return plain ? extension : std::string_view{};
}

bool is_accepted(std::string_view extension) {
  return std::any_of(std::begin(accepted), std::end(accepted), [&](std::string_view one) {
    return std::equal(one.begin(), one.end(), extension.begin(), extension.end(),
                      [](char a, char b) { return a == lowered(b); });
  });
}

void check(const MatterView& view, RuleReport& out) {
  each_written(view, [&](const WrittenValue& value) {
    if (value.kind != Kind::text || value.field().format != Format::file || !value.mark().given()) return;
    const Scalar& file = value.scalar();
    const std::string_view extension = extension_of(file.text);
    if (extension.empty() || is_accepted(extension)) return;
    Diagnostic& d = out.add(file.at(), to_text(*value.trail),
                            {"{}是 .{} 文件，平台不收", "{} is a .{} file, which platforms refuse"},
                            label_of(value.field(), out.lang()), extension);
    d.hint = say(out.lang(), {"换成 jpg、png、gif、bmp、doc、docx、xls、xlsx 或 pdf",
                              "use jpg, png, gif, bmp, doc, docx, xls, xlsx or pdf"});
    d.subject = file.text;
  });
}

}  // namespace

extern const Rule attachment_format;
const Rule attachment_format{
    .id = "attachment-format",
    .severity = Severity::error,
    .scope = Scope::matter,
    .families = families::on_application,
    .summary = {"附件是平台不收的格式", "an attachment is of a kind that platforms refuse"},
    .why = {"平台只收图片、Word、Excel 和 PDF；别的格式上传不了，群众下载不到表格。",
            "Platforms take pictures, Word, Excel and PDF; anything else is not uploaded, and people find no form."},
    .source = {"事项库字典", "item-library dictionary"},
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .evidence = {"2026-11-23 读广东公布的 2,262 个事项：没有，也没有误报",
                 "2026-11-23, 2,262 published matters: no finding, no false alarm"},
    .check = check,
};

}  // namespace matter::rules
