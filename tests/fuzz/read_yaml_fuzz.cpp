#include <cstdio>
#include <cstdlib>
#include <string>

#include "fuzz/entries.h"
#include "support/trees.h"
#include "support/yaml_check.h"

namespace matter::fuzz {

void read_yaml(std::string_view bytes) {
  // A copy of its own size, so that a read past the end is seen.
  const std::string text(bytes);
  for (const std::string& fault : {test::reading_fault(text), test::disagreement(text)}) {
    if (fault.empty()) continue;
    std::fprintf(stderr, "%s\ninput: %s\n", fault.c_str(), test::escaped(text).c_str());
    std::abort();
  }
}

}  // namespace matter::fuzz

MATTER_FUZZ_MAIN(matter::fuzz::read_yaml);
