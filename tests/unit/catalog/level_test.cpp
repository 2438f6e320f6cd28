#include "catalog/level.h"

#include <doctest/doctest.h>

#include "model/named.h"

using namespace matter;

namespace {

std::string level(std::string_view matter, std::string_view config_level = {}) {
  Matter m;
  m.code.text = matter;
  if (!matter.empty()) m.code.mark.state = State::given;
  CatalogConfig config;
  if (!config_level.empty()) {
    config.level.value = find_named(*named_list("level"), config_level);
    config.level.mark.state = State::given;
  }
  return std::string(level_of(m, config));
}

}  // namespace

TEST_CASE("level: a code tells it, else the catalog; a code that is none tells nothing") {
  CHECK(level("11350200000000000Y3000199001000") == "市级");
  CHECK(level("11350200000000000Y300019900100001", "县级") == "市级");
  CHECK(level("11350200000000000Y9000199001000", "县级") == "县级");
  CHECK(level("", "县级") == "县级");
  CHECK(level("LOCAL-1") == "");
}
