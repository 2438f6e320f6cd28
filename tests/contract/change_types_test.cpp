#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>

#include "catalog/config.h"
#include "change/change_type.h"
#include "change/verbs.h"
#include "model/matter.h"
#include "model/named.h"

using namespace matter;

namespace {

Content text(std::string value) { return text_content(std::move(value)); }
Content none() {
  Content content;
  content.kind = Content::Kind::none;
  content.text = "无";
  return content;
}

/// Two values that a field of this kind may have, of whatever order it has.
std::pair<Content, Content> values_of(const Field& field, Kind kind) {
  Content some;
  some.kind = kind == Kind::list ? Content::Kind::list : Content::Kind::record;
  switch (kind) {
    case Kind::count: return {text("1"), text("2")};
    case Kind::limit: return {text("5 工作日"), text("10 工作日")};
    case Kind::flag: return {text("否"), text("是")};
    case Kind::date: return {text("2026-01-01"), text("2026-02-01")};
    case Kind::named: {
      const NamedList* list = named_list(field.values);
      return {text(std::string(list->values[0].name)), text(std::string(list->values[1].name))};
    }
    case Kind::text: return {text("甲"), text("乙")};
    default: return {some, some};
  }
}

ChangeKind kind_of(const Content& a, const Content& b) {
  if (a.absent()) return ChangeKind::added;
  return b.absent() ? ChangeKind::removed : ChangeKind::changed;
}

/// Every change that a place of the tables can have is classified and its record is whole.
class Walk {
 public:
  void table(const Table& table, ChangePath path) {
    for (const Field& field : table.fields) {
      CAPTURE(std::string(table.name) + "." + std::string(field.key));
      ChangePath here = path;
      here.push_back({&field, {}, {}});
      const auto [a, b] = values_of(field, field.kind);
      for (const auto& [before, after] : {std::pair(Content{}, a),
                                          {a, Content{}},
                                          {Content{}, none()},
                                          {none(), Content{}},
                                          {none(), a},
                                          {a, none()},
                                          {a, b},
                                          {b, a},
                                          {a, text("读不懂的内容")}}) {
        one(here, kind_of(before, after), before, after);
      }
      if (field.kind == Kind::list) {
        if (field.ordered) one(here, ChangeKind::reordered, a, b);
        ChangePath item = here;
        item.back().item = "项";
        const auto [c, d] = values_of(field, field.item);
        one(item, ChangeKind::added, {}, c);
        one(item, ChangeKind::removed, c, {});
        one(item, ChangeKind::changed, c, d);
        here = item;
      }
      if (field.table != nullptr) this->table(*field.table(), here);
    }
  }

  std::set<std::string> met;

 private:
  void one(const ChangePath& path, ChangeKind kind, const Content& before, const Content& after) {
    Change change;
    change.path = path;
    change.kind = kind;
    change.before.value = before;
    change.after.value = after;
    const ChangeType& type = classify(change);
    CAPTURE(english(path));
    CAPTURE(type.id);
    CHECK(&type == find_change_type(type.id));
    CHECK_FALSE(type.field.empty());
    // Not the record of another field or another verb.
    const Field& last = *path.back().field;
    CHECK(type.field.find(last.key) != std::string::npos);
    CHECK(type.field.ends_with("[]") == !path.back().item.empty());
    if (kind == ChangeKind::reordered) CHECK(type.verb == Verb::reordered);
    met.insert(type.id);
  }
};

}  // namespace

TEST_CASE("change types: every field and every way it can change has an id, words in both languages and an example") {
  std::set<std::string> ids;
  for (const ChangeType& type : all_change_types()) {
    CAPTURE(type.id);
    CHECK(ids.insert(type.id).second);
    CHECK(type.id.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == std::string::npos);
    CHECK(static_cast<unsigned char>(type.summary_zh.front()) >= 0x80);
    CHECK(type.summary_en.find("{}") == std::string::npos);
    CHECK(type.summary_zh.find("{}") == std::string::npos);
    CHECK(type.summary_en.size() >= 6);
    CHECK(type.before != type.after);
    for (const Lang lang : {Lang::zh, Lang::en}) {
      CHECK_FALSE(words(type.judged.burden).in(lang).empty());
      CHECK_FALSE(words(type.judged.systems).in(lang).empty());
    }
  }
  CHECK(ids.size() > 400);
}

TEST_CASE("change types: whatever a field of a matter or of catalog.yaml can do is classified") {
  Walk walk;
  walk.table(*table_of<Matter>(), {});
  walk.table(*table_of<CatalogConfig>(), {});
  CHECK(walk.met.size() > 300);
}

TEST_CASE("change types: a group names fields and verbs that exist, each once") {
  std::set<std::pair<std::string, Verb>> known;
  for (const ChangeType& type : all_change_types()) known.emplace(type.field, type.verb);
  std::set<std::pair<std::string, Verb>> said;
  for (const KindGroup* group : all_kind_groups()) {
    for (const KindRow& row : group->rows) {
      const std::pair key(std::string(row.field), row.verb);
      CAPTURE(key.first + " " + std::string(name(row.verb)));
      CHECK(known.contains(key));
      CHECK(said.insert(key).second);
      CHECK(row.summary.zh.empty() == row.summary.en.empty());
    }
    for (const Scale& scale : group->scales) CHECK(known.contains({std::string(scale.field), Verb::eased}));
    for (const Refinement& one : group->refinements) CHECK(known.contains({std::string(one.field), one.verbs[0]}));
  }
}

TEST_CASE("change types: no field stands at two places of the tables") {
  std::map<const Field*, int> seen;
  const auto walk = [&](const auto& self, const Table& table) -> void {
    for (const Field& field : table.fields) {
      CHECK(++seen[&field] == 1);
      if (field.table != nullptr) self(self, *field.table());
    }
  };
  walk(walk, *table_of<Matter>());
  walk(walk, *table_of<CatalogConfig>());
}

TEST_CASE("change types: the two judgements are independent") {
  const auto judged = [](std::string_view id) { return find_change_type(id)->judged; };
  CHECK(judged("material-removed") == Judgement{Burden::less, Systems::breaking});
  CHECK(judged("material-added") == Judgement{Burden::more, Systems::compatible});
  CHECK(judged("limit-promised-shortened") == Judgement{Burden::less, Systems::compatible});
  CHECK(judged("matter-recoded") == Judgement{Burden::neutral, Systems::breaking});
  CHECK(judged("fee-raised").burden == Burden::more);
  CHECK(judged("client-removed") == Judgement{Burden::more, Systems::breaking});
  CHECK(judged("contacts-consult-withdrawn").systems == Systems::breaking);
  CHECK(judged("fee-remark-withdrawn").systems == Systems::compatible);
}
