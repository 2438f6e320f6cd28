#include "change/grading.h"

#include <doctest/doctest.h>

#include <string>

#include "doc/yaml.h"

using namespace matter;

namespace {

struct Graded {
  Collector findings{Lang::en};
  Document document;
  Grading grading;

  explicit Graded(std::string_view yaml) {
    static_cast<void>(read_yaml(yaml, 0, document, findings));
    Extra extra;
    extra.mark.state = State::given;
    extra.document = &document;
    extra.node = document.roots[0];
    grading = Grading(extra, findings);
  }
  [[nodiscard]] Judgement of(std::string_view id) const { return grading.of(*find_change_type(id)); }
};

}  // namespace

TEST_CASE("grading: either judgement may be set, in both languages, the other stays") {
  const Graded graded("fee-raised: {public: neutral}\nmaterial-removed: {系统: 兼容}\nmatter-removed: {公众: 增负}\n");
  CHECK(graded.findings.found().empty());
  CHECK(graded.of("fee-raised") == Judgement{Burden::neutral, Systems::compatible});
  CHECK(graded.of("material-removed") == Judgement{Burden::less, Systems::compatible});
  CHECK(graded.of("matter-removed") == Judgement{Burden::more, Systems::breaking});
  CHECK(graded.of("fee-lowered") == Judgement{Burden::less, Systems::compatible});
}

TEST_CASE("grading: what is none is a finding with the nearest one, and the record's own counts") {
  const Graded graded("fee-raise: {public: neutral}\nfee-raised: {public: none}\nfee-lowered: {people: neutral}\n");
  REQUIRE(graded.findings.found().size() == 3);
  CHECK(graded.findings.found()[0].rule == "field-unknown");
  CHECK(graded.findings.found()[0].hint == "did you mean 'fee-raised'?");
  CHECK(graded.findings.found()[1].rule == "field-value");
  CHECK(graded.findings.found()[1].field == "changes.fee-raised");
  CHECK(graded.findings.found()[2].hint == "one of: public, systems");
  CHECK(graded.of("fee-raised") == Judgement{Burden::more, Systems::compatible});
}
