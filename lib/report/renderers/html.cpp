#include "report/findings_html.h"

namespace matter::renderers {

extern const Renderer html_renderer;
const Renderer html_renderer{
    .name = "html",
    .help = {"一个网页，双击打开：情况、图表和全部结果", "one page to open and print: charts and all findings"},
    .hidden = true,
    .owners = true,
    .write = write_findings_html};

}  // namespace matter::renderers
