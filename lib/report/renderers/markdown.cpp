#include "report/findings_markdown.h"

namespace matter::renderers {
namespace {

void write(const Report& report, const Sink& to) { write_findings_markdown(report, to); }

}  // namespace

extern const Renderer markdown_renderer;
const Renderer markdown_renderer{
    .name = "markdown", .help = {"放进文档", "for documents"}, .reading = true, .write = write};

}  // namespace matter::renderers
