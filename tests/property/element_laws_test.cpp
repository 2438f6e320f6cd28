#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "checks/elements.h"
#include "ops/compare.h"
#include "report/compare_report.h"
#include "support/matter_generator.h"
#include "support/tree.h"

using namespace matter;
using namespace matter::test;

namespace {

struct Read {
  LoadedFile file;
  const Matter& operator*() const { return file.matters.at(0); }
};

class Laws {
 public:
  explicit Laws(std::uint64_t seed) : random_(seed) {
    for (const std::string_view id : known_profiles()) profiles_.push_back(find_profile(id, sources_, findings_));
  }

  template <class Check>
  void each_element(const Check& check) {
    for (const auto& profile : profiles_) {
      for (const Element& element : profile->elements) {
        CAPTURE(std::string(element.id));
        check(element);
      }
    }
  }

  void read(const std::string& text, Read& into) {
    load_file(sources_, sources_.add_text(SourceKind::memory, "m.yaml", text), into.file, findings_);
  }
  Random& random() { return random_; }

 private:
  Random random_;
  Sources sources_;
  Collector findings_{Lang::en};
  std::vector<std::shared_ptr<const Profile>> profiles_;
};

bool good(Verdict verdict) { return verdict == Verdict::same || verdict == Verdict::not_applicable; }

Difference::Kind mirrored(Difference::Kind kind) {
  using K = Difference::Kind;
  switch (kind) {
    case K::better: return K::worse;
    case K::worse: return K::better;
    case K::missing: return K::extra;
    case K::extra: return K::missing;
    default: return kind;
  }
}

std::string everything(const std::vector<std::string>& paths, unsigned jobs, Lang lang) {
  Sources sources;
  RunOptions options;
  options.jobs = jobs;
  options.lang = lang;
  const CompareResult result = compare_levels(paths, {}, options, sources);
  std::string out;
  const auto sink = [&](std::string_view part) { out += part; };
  write_compare_text(result, {}, sources, {lang}, sink);
  write_compare_json(result, {}, sources, lang, sink);
  CompareShow all;
  all.only.fill(true);
  write_compare_csv(result, all, sources, lang, sink);
  write_compare_markdown(result, {}, sources, lang, sink);
  return out;
}

}  // namespace

TEST_CASE("element laws: a matter compared with itself, however it is written, is 一致 throughout") {
  Laws laws(20261123);
  for (int i = 0; i < 300; ++i) {
    const Content content = random_matter(laws.random());
    Read plain;
    Read other;
    laws.read(write_yaml_plainly(content), plain);
    laws.read(write_yaml(content, laws.random()), other);
    laws.each_element([&](const Element& element) {
      CHECK(compare_element(element, *plain, *plain).verdict == compare_element(element, *other, *other).verdict);
      const ElementResult result = compare_element(element, *plain, *other);
      CHECK(good(result.verdict));
      for (const Difference& d : result.differences) CHECK_MESSAGE(false, told(d, Lang::en));
      CHECK(print_of(element, *plain) == print_of(element, *other));
    });
  }
}

TEST_CASE("element laws: what is better one way is worse the other, value by value") {
  Laws laws(20261124);
  std::size_t directed = 0;
  for (int i = 0; i < 300; ++i) {
    const Content content = random_matter(laws.random());
    Read before;
    Read after;
    laws.read(write_yaml_plainly(content), before);
    laws.read(write_yaml_plainly(edited(content, laws.random(), 8)), after);
    laws.each_element([&](const Element& element) {
      const ElementResult there = compare_element(element, *before, *after);
      const ElementResult back = compare_element(element, *after, *before);
      CHECK((there.verdict == Verdict::same) == (back.verdict == Verdict::same));
      CHECK(there.differences.size() == back.differences.size());
      if (print_of(element, *before) == print_of(element, *after)) CHECK(good(there.verdict));
      for (const Difference& d : there.differences) {
        const auto mirror = std::find_if(back.differences.begin(), back.differences.end(), [&](const Difference& b) {
          return b.path == d.path && b.own == d.other && b.other == d.own;
        });
        REQUIRE(mirror != back.differences.end());
        // What a law demands is missing where it is left out, and no more than another one where it is added; so is
        // a sample of a result, and a basis that a place may add.
        const bool demanded = d.kind == Difference::Kind::missing || mirror->kind == Difference::Kind::missing;
        if (!demanded) CHECK(mirror->kind == mirrored(d.kind));
        directed += d.kind == Difference::Kind::better ? 1 : 0;
      }
      if (there.verdict == Verdict::better) CHECK(departs(back.verdict));
    });
  }
  CHECK(directed > 50);
}

TEST_CASE("element laws: a comparison depends neither on the order of files nor on the number of workers") {
  Random random(20261125);
  const Tree tree;
  tree.add("standard/catalog.yaml", "format: 1\nrole: 标准化目录\n");
  tree.add("xm/catalog.yaml", "format: 1\nlevel: 市级\nstandards: [../standard]\n");
  tree.add("zz/catalog.yaml", "format: 1\nlevel: 县级\nstandards: [../standard]\n");
  MatterKind anonymous;
  anonymous.identity = false;
  for (int i = 0; i < 120; ++i) {
    const std::string number = std::to_string(1000 + i % 40);
    const Content content = random_matter(random, anonymous);
    const std::string head = i % 3 == 0   ? "directory_code: \"0001990010" + number + "\"\n"
                             : i % 3 == 1 ? "standard: \"0001990010" + std::to_string(1000 + i / 3 * 3 % 40) + "\"\n"
                                          : "basic_code: \"00019900" + number + "\"\n";
    Content named = content;
    std::erase_if(named.parts, [](const Content& part) {
      return part.key == "standard" || part.key == "basic_code" || part.key == "directory_code";
    });
    const std::string folder = i % 3 == 0 ? "standard/" : i % 2 == 0 ? "xm/" : "zz/";
    tree.add(folder + std::to_string(100 + i) + ".yaml", head + write_yaml(named, random));
  }
  for (const Lang lang : {Lang::en, Lang::zh}) {
    const std::string one = everything({tree.path("standard"), tree.path("xm"), tree.path("zz")}, 1, lang);
    CHECK(one.size() > 5000);
    CHECK(everything({tree.path("zz"), tree.path("standard"), tree.path("xm")}, 1, lang) == one);
    CHECK(everything({tree.path("standard"), tree.path("xm"), tree.path("zz")}, 5, lang) == one);
  }
}
