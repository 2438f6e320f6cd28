#include <doctest/doctest.h>

#include "diag/words.h"

using namespace matter;

namespace {

std::string said(Lang lang, std::size_t n) {
  return say(lang, {"{} 个事项，{} 行", "{:matter is|matters are} here, {:row}"}, Counted{n}, Counted{n});
}

}  // namespace

TEST_CASE("words: English counts its nouns, Chinese needs none") {
  CHECK(said(Lang::en, 0) == "0 matters are here, 0 rows");
  CHECK(said(Lang::en, 1) == "1 matter is here, 1 row");
  CHECK(said(Lang::en, 2) == "2 matters are here, 2 rows");
  CHECK(said(Lang::zh, 1) == "1 个事项，1 行");
}
