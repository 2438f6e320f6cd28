#include "frame/result.h"

#include "frame/options.h"
#include "frame/output.h"

namespace matter::cli {
namespace {

bool given(const Bilingual& words) { return !words.en.empty(); }

void write(const Invocation& in, const Forms& forms, std::string_view form, bool color, const Sink& to) {
  if (form == "json" && forms.json) {
    forms.json(to);
  } else if (form == "csv" && forms.csv) {
    forms.csv(to);
  } else {
    forms.text({.lang = in.lang, .color = color}, to);
  }
}

void write_to(const Invocation& in, std::string_view path, const Forms& forms, std::string_view form) {
  Output output(path);
  write(in, forms, form, in.color_out && output.is_standard(),
        [&output](std::string_view text) { output.write(text); });
  output.close();
}

}  // namespace

std::vector<std::string> paths_or_here(const Invocation& in) {
  std::vector<std::string> paths = in.given.operands();
  if (paths.empty()) paths.emplace_back(".");
  return paths;
}

std::string_view form_of(const Invocation& in) {
  return in.given.text(in.given.has(table_format_option) ? table_format_option : format_option);
}

std::string rendered(const Invocation& in, const Forms& forms, bool color) {
  std::string text;
  write(in, forms, form_of(in), color, [&text](std::string_view more) { text += more; });
  return text;
}

int tell(const Invocation& in, const Result& result) {
  if (result.report != nullptr && in.given.has(*result.report))
    write_to(in, in.given.text(*result.report), result.forms, "json");
  if (given(result.nothing)) return in.fail({"{}", "{}"}, result.nothing.in(in.lang));
  if (!in.quiet || result.told_quietly) write_to(in, in.given.text(output_option), result.forms, form_of(in));
  if (given(result.failed)) return in.fail({"{}", "{}"}, result.failed.in(in.lang));
  return result.found ? exit_code::findings : exit_code::clean;
}

}  // namespace matter::cli
