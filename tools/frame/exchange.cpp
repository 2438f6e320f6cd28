#include "frame/exchange.h"

#include "frame/output.h"

namespace matter::cli {

int tell(const Invocation& in, const Option& report, const ExchangeResult& result, const Bilingual& nothing,
         const Bilingual& not_written) {
  if (in.given.has(report)) write_output(in.given.text(report), result.json());
  if (result.nothing) return in.fail({"{}", "{}"}, nothing.in(in.lang));
  if (!in.quiet || result.findings) {
    Output output("");
    result.text({.lang = in.lang, .color = in.color_out}, [&output](std::string_view text) { output.write(text); });
    output.close();
  }
  if (!result.written) return in.fail({"{}", "{}"}, not_written.in(in.lang));
  return result.incomplete ? exit_code::findings : exit_code::clean;
}

}  // namespace matter::cli
