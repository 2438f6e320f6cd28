#pragma once

namespace matter::bench {

/// How long the language server keeps an editor waiting in a file of 50,000 lines.
void bench_editor();

}  // namespace matter::bench
