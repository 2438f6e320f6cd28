#include "support/read_text.h"

namespace matter::test {

std::unique_ptr<ReadText> read_text(std::string yaml, std::string name) {
  auto read = std::make_unique<ReadText>();
  const SourceId id = read->sources.add_text(SourceKind::memory, std::move(name), std::move(yaml));
  load_file(read->sources, id, read->file, read->findings);
  return read;
}

}  // namespace matter::test
