#include "lsp/stdio.h"

#include <unistd.h>

#include "frame/dates.h"
#include "frame/invocation.h"
#include "frame/options.h"

namespace matter::cli::commands {
namespace {

constexpr Example examples[] = {
    {"matter lsp < catalogs/five-levels/README.md",
     {"编辑器以外的输入不是协议，说明后结束。", "What no editor sent is no protocol: it is said, and that is the end."},
     exit_code::unusable},
};

constexpr ExitMeaning exits[] = {
    {exit_code::clean, {"编辑器正常结束了服务", "the editor has ended the service as it should"}},
    {exit_code::findings,
     {"编辑器没有告别就断开了（没有 shutdown）", "the editor has left without saying so first (no shutdown)"}},
    {exit_code::unusable,
     {"收到的不是语言服务器协议，或输入输出坏了", "what came is no language server protocol, or a stream failed"}},
};

int call(const Invocation& in) {
  if (::isatty(STDIN_FILENO) != 0)
    in.narrate({"等待编辑器从标准输入发来消息；怎样设置编辑器见 docs/editor.zh.md，按 Ctrl-C 结束",
                "waiting for an editor on standard input; docs/editor.md tells how to set one up; Ctrl-C ends it"});
  lsp::ServerOptions options;
  options.lang = in.lang;
  options.lang_given = in.given.has(lang_option);
  options.jobs = in.jobs;
  const bool day_given = in.given.has(date_option);
  options.today = [day = in.today, day_given] { return day_given ? day : local_today(); };
  const lsp::Served served = lsp::serve(options, STDIN_FILENO, STDOUT_FILENO);
  switch (served.end) {
    case lsp::Served::End::said_goodbye: return exit_code::clean;
    case lsp::Served::End::left:
      in.narrate({"编辑器没有告别就断开了", "the editor has left without saying so first"});
      return exit_code::findings;
    case lsp::Served::End::broken: break;
  }
  in.say_error(served.why);
  return exit_code::unusable;
}

}  // namespace

extern const Command lsp_command;
const Command lsp_command{
    .name = "lsp",
    .summary = {"编辑器的语言服务器：边写边查，悬停说明，补全，修改",
                "Language server for editors: findings, help, completion, fixes"},
    .operands = {},
    .options = {},
    .examples = examples,
    .exits = exits,
    .call = call,
};

}  // namespace matter::cli::commands
