#include "text/pool.h"

#include <doctest/doctest.h>

#include <atomic>
#include <stdexcept>
#include <thread>
#include <vector>

using namespace matter;

TEST_CASE("pool: results are taken in order, within the window, whatever the number of workers") {
  for (const unsigned workers : {1U, 2U, 7U}) {
    constexpr std::size_t window = 5;
    std::vector<std::size_t> slots(window);
    std::vector<std::size_t> taken;
    std::atomic<std::size_t> begun{0};
    std::atomic<bool> too_far{false};
    std::atomic<std::size_t> done{0};
    in_order(
        200, workers, window,
        [&](unsigned worker, std::size_t item) {
          CHECK(worker < workers);
          if (item >= done + window) too_far = true;
          ++begun;
          if (item % 17 == 0) std::this_thread::yield();
          slots[item % window] = item * item;
        },
        [&](std::size_t item) {
          taken.push_back(slots[item % window]);
          done = item + 1;
        });
    REQUIRE(taken.size() == 200);
    for (std::size_t i = 0; i < taken.size(); ++i) CHECK(taken[i] == i * i);
    CHECK(begun == 200);
    CHECK_FALSE(too_far);
  }
}

TEST_CASE("pool: the error of the lowest item ends the run, and nothing behind it is taken") {
  for (const unsigned workers : {1U, 2U, 7U}) {
    std::vector<std::size_t> taken;
    std::string what;
    try {
      in_order(
          100, workers, 8,
          [](unsigned, std::size_t item) {
            if (item == 20 || item == 23) throw std::runtime_error(std::to_string(item));
          },
          [&](std::size_t item) { taken.push_back(item); });
    } catch (const std::runtime_error& e) {
      what = e.what();
    }
    CHECK(what == "20");
    for (const std::size_t item : taken) CHECK(item < 20);
  }
}

TEST_CASE("pool: an error in taking ends the run as well") {
  for (const unsigned workers : {1U, 3U}) {
    CHECK_THROWS_AS(in_order(
                        50, workers, 4, [](unsigned, std::size_t) {},
                        [](std::size_t item) {
                          if (item == 10) throw std::runtime_error("full");
                        }),
                    std::runtime_error);
  }
}

TEST_CASE("pool: never more workers than items, never none") {
  CHECK(worker_count(4, 100) == 4);
  CHECK(worker_count(4, 2) == 2);
  CHECK(worker_count(4, 0) == 1);
  CHECK(worker_count(0, 1000) >= 1);
}
