#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "model/field.h"
#include "model/matter.h"
#include "model/named.h"
#include "model/path.h"
#include "text/arena.h"

using namespace matter;

namespace {

void collect(const Table& table, std::vector<const Table*>& into) {
  if (std::find(into.begin(), into.end(), &table) != into.end()) return;
  into.push_back(&table);
  for (const Field& field : table.fields) {
    if (field.table != nullptr) collect(*field.table(), into);
  }
}

std::vector<const Table*> all_tables() {
  std::vector<const Table*> tables;
  collect(*table_of<Matter>(), tables);
  return tables;
}

template <class F>
void each_field(F&& check) {
  for (const Table* table : all_tables()) {
    for (const Field& field : table->fields) {
      CAPTURE(std::string(table->name));
      CAPTURE(std::string(field.key));
      check(*table, field);
    }
  }
}

/// Fields of the office's own in what is inherited with the items of a list.
void local_within(const Table& table, const std::string& path, std::vector<std::string>& into) {
  for (const Field& field : table.fields) {
    const std::string own = path + "." + std::string(field.key);
    if (field.local) {
      into.push_back(own);
    } else if (field.table != nullptr) {
      local_within(*field.table(), own, into);
    }
  }
}

Kind scalar_kind(const Field& field) { return field.kind == Kind::list ? field.item : field.kind; }

}  // namespace

TEST_CASE("field tables: every struct of the model has one, with a name of its own") {
  const auto tables = all_tables();
  CHECK(tables.size() == 40);
  std::set<std::string_view> names;
  for (const Table* table : tables) CHECK(names.insert(table->name).second);
}

TEST_CASE("field tables: every field has a key, a label and help in both languages") {
  each_field([](const Table&, const Field& field) {
    CHECK_FALSE(field.key.empty());
    CHECK(std::all_of(field.key.begin(), field.key.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; }));
    CHECK_FALSE(field.label.empty());
    CHECK(static_cast<unsigned char>(field.label.front()) >= 0x80);
    CHECK(field.help.zh.size() >= 6);
    CHECK(field.help.en.size() >= 6);
  });
}

TEST_CASE("field tables: no key or label is ambiguous within its table, and each finds its field") {
  for (const Table* table : all_tables()) {
    std::set<std::string_view> names;
    for (const Field& field : table->fields) {
      CAPTURE(std::string(table->name));
      CAPTURE(std::string(field.key));
      CHECK(names.insert(field.key).second);
      CHECK(names.insert(field.label).second);
      CHECK(find_field(*table, field.key) == &field);
      CHECK(find_field(*table, field.label) == &field);
    }
    CHECK_FALSE(table->index.empty());
    CHECK(find_field(*table, "no_such_field") == nullptr);
    CHECK(find_field(*table, "") == nullptr);
    CHECK(find_field(*table, "没有这个要素") == nullptr);
  }
}

TEST_CASE("field tables: a table without an index is searched in order") {
  Table plain = *table_of<Limits>();
  plain.index = {};
  for (const Field& field : plain.fields) {
    CHECK(find_field(plain, field.key) == &field);
    CHECK(find_field(plain, field.label) == &field);
  }
  CHECK(find_field(plain, "nothing") == nullptr);
}

TEST_CASE("field tables: members lie inside their struct, start with their mark and do not overlap") {
  each_field([](const Table& table, const Field& field) {
    if (field.kind != Kind::list || field.item != Kind::record) return;
    Arena arena;
    void* const items = field.make_items(arena, 2);
    REQUIRE(items != nullptr);
    const AnyList list{{}, items, 2};
    std::set<const void*> places;
    for (std::uint32_t i = 0; i < 2; ++i) {
      const auto* item = static_cast<const std::byte*>(item_of(field, list, i));
      for (const Field& inner : field.table()->fields) {
        const auto* place = static_cast<const std::byte*>(member(inner, item));
        CHECK(place > item);
        CHECK(place + sizeof(Mark) <= item + field.item_size);
        CHECK(places.insert(place).second);
        CHECK(mark_of(inner, item).absent());
      }
    }
    static_cast<void>(table);
  });
}

TEST_CASE("field tables: named values are declared for named fields alone, and the lists exist") {
  each_field([](const Table&, const Field& field) {
    CHECK((scalar_kind(field) == Kind::named) == !field.values.empty());
    if (!field.values.empty()) CHECK(named_list(field.values) != nullptr);
    if (field.format != Format::none) CHECK(scalar_kind(field) == Kind::text);
  });
}

TEST_CASE("field tables: items have an identity, at most one main text, and it is a scalar") {
  for (const Table* table : all_tables()) {
    CAPTURE(std::string(table->name));
    int mains = 0;
    for (const Field& field : table->fields) {
      if (field.main_text) {
        ++mains;
        CHECK(is_scalar(field.kind));
        CHECK(main_field(*table) == &field);
      }
      if (field.list_key || field.list_name) CHECK(is_scalar(field.kind));
      if (!field.instead.empty()) CHECK(find_field(*table, field.instead) != nullptr);
    }
    CHECK(mains <= 1);
  }
  each_field([](const Table&, const Field& field) {
    if (field.kind != Kind::list || field.item != Kind::record) return;
    const auto fields = field.table()->fields;
    CHECK(std::any_of(fields.begin(), fields.end(), [](const Field& f) { return f.list_key || f.list_name; }));
  });
}

TEST_CASE("field tables: all fifteen elements have a field") {
  std::set<int> elements;
  each_field([&](const Table&, const Field& field) {
    if (field.element != 0) CHECK(elements.insert(field.element).second);
  });
  CHECK(elements.size() == 15);
  CHECK(*elements.rbegin() == 15);
}

TEST_CASE("field tables: demands follow the national tables") {
  const auto demanded = [](std::string_view path) { return resolve_path(path).value().last().required; };
  for (const char* path : {"name", "status", "version", "agency", "agency.name", "agency.code", "process",
                           "contacts.consult", "contacts.complain"}) {
    CAPTURE(std::string(path));
    CHECK(demanded(path) == families::all);
  }
  for (const char* path : {"code", "type", "level", "agency.nature", "basis"}) {
    CAPTURE(std::string(path));
    CHECK(demanded(path) == families::matters);
  }
  for (const char* path : {"kind", "conditions", "special", "fees", "results[].kind"}) {
    CAPTURE(std::string(path));
    CHECK(demanded(path) == families::on_application);
  }
  for (const char* path : {"clients", "materials", "channels", "channels.visits", "results"}) {
    CAPTURE(std::string(path));
    CHECK(demanded(path) == (families::on_application | families::bundle));
  }
  for (const char* path : {"bundle", "bundle.code", "bundle.members"}) CHECK(demanded(path) == families::bundle);
  CHECK(demanded("power") == families::powers);
  CHECK(demanded("limits.legal") == families::powers_on_application);
  CHECK(demanded("limits.promised") == (families::powers_on_application | families::bundle));
  CHECK(demanded("short_name").empty());
}

TEST_CASE("field tables: 无 means something where the domain says so") {
  const auto none = [](std::string_view path) { return resolve_path(path).value().last().none; };
  for (const char* path : {"fees", "limits.legal", "special", "intermediaries", "quantity_limit"}) {
    CHECK(none(path) == NoneMeaning::declared);
  }
  CHECK(none("conditions") == NoneMeaning::outside_licence);
  CHECK(none("name") == NoneMeaning::filler);
  CHECK(none("contacts.consult") == NoneMeaning::filler);
}

TEST_CASE("named values: every list of the domain is there, with names, codes and aliases that are unambiguous") {
  for (const char* id :
       {"matter_type",     "level",           "agency_nature",   "power_source",    "client",
        "handling_kind",   "channel",         "tongban_scope",   "tongban_mode",    "tongban_list",
        "online_depth",    "result_kind",     "material_kind",   "material_form",   "material_necessity",
        "material_source", "material_waiver", "basis_rank",      "status",          "publicity",
        "limit_unit",      "delivery",        "agent_kind",      "binding_status",  "theme_audience",
        "person_theme",    "legal_theme",     "condition_stage", "material_demand", "material_submit",
        "quota_mode",      "pricing",         "punishment_kind", "levy_kind",       "postage_payer",
        "post_party",      "appeal_kind"}) {
    CAPTURE(std::string(id));
    const NamedList* list = named_list(id);
    REQUIRE(list != nullptr);
    CHECK(list->values.size() >= 2);
    std::set<std::string_view> names;
    std::set<std::string_view> codes;
    for (const NamedValue& value : list->values) {
      CHECK(names.insert(value.name).second);
      if (!value.code.empty()) CHECK(codes.insert(value.code).second);
      CHECK(find_named(*list, value.name) == &value);
      for (const std::string_view alias : value.aliases) {
        CHECK(names.insert(alias).second);
        CHECK(find_named(*list, alias) == &value);
      }
    }
    CHECK(find_named(*list, "没有这个值") == nullptr);
    CHECK(find_named(*list, "") == nullptr);
  }
}

TEST_CASE("field tables: nothing in the items of a list that is inherited whole is the office's own") {
  std::vector<std::string> found;
  each_field([&](const Table& table, const Field& field) {
    if (field.local || field.kind != Kind::list || field.table == nullptr) return;
    local_within(*field.table(), std::string(table.name) + "." + std::string(field.key), found);
  });
  CHECK(found == std::vector<std::string>{});
}
