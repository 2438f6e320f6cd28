#include "exchange/ids.h"

#include <doctest/doctest.h>

#include <string>

using namespace matter;

TEST_CASE("ids: a set takes each once, however many there are, and says which it has") {
  ContentIdSet set;
  CHECK_FALSE(set.contains(content_id({"0"})));
  for (int round = 0; round < 2; ++round) {
    for (int i = 0; i < 5000; ++i) {
      const std::string text = std::to_string(i);
      CHECK(set.insert(content_id({text})) == (round == 0));
    }
  }
  CHECK(set.contains(content_id({"4999"})));
  CHECK_FALSE(set.contains(content_id({"5000"})));
}

TEST_CASE("ids: a set tells those apart that begin in the same slot") {
  ContentIdSet set;
  for (std::uint64_t high = 0; high < 12; ++high) CHECK(set.insert({high, 15}));
  for (std::uint64_t high = 0; high < 12; ++high) CHECK_FALSE(set.insert({high, 15}));
  CHECK_FALSE(set.contains({12, 15}));
}
