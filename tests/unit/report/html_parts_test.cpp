#include "report/html_parts.h"

#include <doctest/doctest.h>

#include "text/sha256.h"

using namespace matter;

TEST_CASE("html parts: a text becomes no markup, and what is not to be seen is seen") {
  CHECK(html_escaped("<a href=\"x\" onclick='y'>&</a>") ==
        "&lt;a href=&quot;x&quot; onclick=&#39;y&#39;&gt;&amp;&lt;/a&gt;");
  CHECK(html_shown("a\x1b<\n\xE2\x80\xAE\xFF") == "a\xE2\x90\x9B&lt;\xE2\x90\x8A\xEF\xBF\xBD\xEF\xBF\xBD");
  CHECK(html_around("p class=\"x\"", "<b>1</b>") == "<p class=\"x\"><b>1</b></p>");
  CHECK(html_element("code", "<b>") == "<code>&lt;b&gt;</code>");
}

TEST_CASE("html parts: the policy of a page allows its own style and script by their hashes, and nothing else") {
  const HtmlPage page{Lang::zh, "a<b", "p{color:red}", "let x = 1"};
  const std::string head = html_head(page), end = html_end(page);
  CHECK(head.find("<html lang=\"zh-CN\">") != std::string::npos);
  CHECK(head.find("<title>a&lt;b</title>") != std::string::npos);
  const std::size_t style = head.find("<style>") + 7;
  const std::string hash = sha256_source(head.substr(style, head.find("</style>") - style));
  CHECK(head.find("content=\"default-src 'none'; style-src '" + hash + "'; script-src '" + sha256_source("let x = 1") +
                  "'; base-uri 'none'; form-action 'none'\"") != std::string::npos);
  CHECK(end == "<script>let x = 1</script>\n</body>\n</html>\n");
  CHECK(html_head({Lang::en, "", "", ""}).find("script-src") == std::string::npos);
  CHECK(html_end({}) == "</body>\n</html>\n");
}
