// A program outside the tree: reads a catalog through the installed package and lists its matters.
#include <iostream>

#include "ops/load.h"

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  matter::Sources sources;
  matter::Collector findings(matter::Lang::en);
  const auto read = matter::for_each_matter(
      {argv[1]}, {}, sources, findings,
      [](const matter::MatterView& view, const matter::LoadedFile&) { std::cout << view.identity << '\n'; });
  std::cout << "matters: " << read.matters << '\n';
  return findings.any(matter::Severity::error) ? 1 : 0;
}
