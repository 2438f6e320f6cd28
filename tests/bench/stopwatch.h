#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace matter::bench {

/// What one thing took, over several runs.
struct Times {
  std::string name;
  std::vector<double> seconds;

  [[nodiscard]] double median() const;
  [[nodiscard]] double least() const;
  [[nodiscard]] double most() const;
};

struct Contender {
  std::string name;
  std::function<void()> run;
};

/// Runs the contenders by turns, so that a busy machine is unfair to none; the first round warms up and is not counted.
[[nodiscard]] std::vector<Times> interleaved(const std::vector<Contender>& contenders, std::size_t rounds);

struct Finished {
  int exit = -1;
  double seconds = 0;
  double cpu_seconds = 0;  ///< the program's own, without what the system did for it
  long peak_kilobytes = 0;
};
/// Runs a program with its output thrown away. Exit −1: it could not be started.
[[nodiscard]] Finished run_program(const std::vector<std::string>& words);
/// Runs a program that writes where this one does. Its exit code, −1 where it has none.
[[nodiscard]] int run_in_place(const std::vector<std::string>& words);

}  // namespace matter::bench
