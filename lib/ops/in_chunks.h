#pragma once

#include <algorithm>
#include <vector>

#include "ops/run.h"
#include "text/pool.h"

namespace matter {

/// Numbers of files, from one to before another.
struct FileRange {
  std::size_t from = 0, to = 0;
};

/// Spreads files over threads, some dozens at a time. `read(range, bench, part)` runs on any thread and fills in what
/// becomes of a range; a bench belongs to a thread. `take(range, part)` gets the parts in the order of the files, one
/// at a time, and is told on as progress.
template <class Bench, class Part, class Read, class Take>
void in_chunks(std::size_t files, const RunOptions& options, const Read& read, const Take& take) {
  constexpr std::size_t chunk_files = 32;
  const std::size_t chunks = (files + chunk_files - 1) / chunk_files;
  const unsigned workers = worker_count(options.jobs, chunks);
  const std::size_t window = workers == 1 ? 1 : std::size_t{workers} * 4;
  std::vector<Bench> benches(workers);
  std::vector<Part> parts(window);
  const auto range = [&](std::size_t chunk) {
    return FileRange{chunk * chunk_files, std::min((chunk + 1) * chunk_files, files)};
  };
  const auto work = [&](unsigned worker, std::size_t chunk) {
    read(range(chunk), benches[worker], parts[chunk % window]);
  };
  in_order(chunks, workers, window, work, [&](std::size_t chunk) {
    take(range(chunk), parts[chunk % window]);
    parts[chunk % window] = Part();
    if (options.progress) options.progress(range(chunk).to, files);
  });
}

}  // namespace matter
