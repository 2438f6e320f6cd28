#include "exchange/cover.h"

#include <algorithm>

namespace matter {

namespace {

/// The field of a record that alone says whether the thing is offered; null when there is none.
const Field* flag_of(const Table& table) {
  for (const Field& field : table.fields) {
    if (field.kind == Kind::flag) return &field;
  }
  return nullptr;
}

}  // namespace

Cover::Cover() {
  fill(*table_of<Matter>(), {}, places_);
  carry(*resolve_path("sample"), nullptr);  // the manifest and the files' names say it
}

void Cover::fill(const Table& table, const std::string& prefix, std::vector<Place>& into) {
  into.resize(table.fields.size());
  for (std::size_t i = 0; i < into.size(); ++i) {
    const Field& field = table.fields[i];
    into[i].field = &field;
    into[i].path = prefix + std::string(field.key);
    if (field.table != nullptr) fill(*field.table(), into[i].path + '.', into[i].below);
  }
}

Cover::Place& Cover::place_of(const FieldPath& path) {
  const auto at = [](std::vector<Place>& places, const Table& table, const Field* field) -> Place& {
    return places[static_cast<std::size_t>(field - table.fields.data())];
  };
  Place* place = &at(places_, *table_of<Matter>(), path.fields[0]);
  for (std::size_t i = 1; i < path.count; ++i) place = &at(place->below, *path.fields[i - 1]->table(), path.fields[i]);
  return *place;
}

/// What stands above the value at a path, where a row is written although that is 无.
void Cover::meet(const FieldPath& path) {
  FieldPath above = path;
  for (above.count = 1; above.count <= path.count; ++above.count) {
    const bool row = above.count <= each_.count && std::equal(above.begin(), above.end(), each_.begin());
    if (!row) place_of(above).met = true;
  }
}

/// The value at the path; of records only their field `below`, where one is named.
void Cover::carry(const FieldPath& path, const Field* below) {
  meet(path);
  Place& place = place_of(path);
  if (below == nullptr) {
    place.carried = true;
  } else {
    place.below[static_cast<std::size_t>(below - path.last().table()->fields.data())].carried = true;
  }
}

void Cover::add(const MappedTable& table, bool pages) {
  each_ = pages ? FieldPath{} : table.each;
  if (table.guide.situations.count != 0) carry(table.guide.situations, nullptr);
  for (const Column& column : table.columns) {
    for (const MappedTable& object : column.object) {
      meet(object.each);
      add(object, pages);
      each_ = pages ? FieldPath{} : table.each;
    }
    for (const Template& text : column.text) {
      for (const TemplatePart& part : text) {
        if (part.literal.empty()) add_source(table.pieces[part.column]);
      }
    }
    add_source(column);
  }
}

void Cover::add_source(const Column& column) {
  if (column.otherwise.count != 0) carry(column.otherwise, nullptr);
  if (column.function != nullptr) {
    std::string_view uses = column.function->uses;
    while (!uses.empty()) {
      const std::size_t end = std::min(uses.find(' '), uses.size());
      carry(*resolve_path(uses.substr(0, end)), nullptr);
      uses.remove_prefix(std::min(end + 1, uses.size()));
    }
  }
  if (!column.mapped()) return;
  const Field& last = column.path.last();
  const bool of_records = last.table != nullptr;
  if (!of_records) {
    carry(column.path, nullptr);
  } else if (column.function != nullptr) {
    place_of(column.path).none_told = true;
    if (const Field* const flag = last.kind == Kind::record ? flag_of(*last.table()) : nullptr)
      carry(column.path, flag);
  }
  for (const PatternPart& part : column.pattern) {
    if (part.kind == PatternPart::Kind::field) carry(column.path, part.field);
  }
}

void Cover::count_value(Place& place, const void* value) {
  const Field& field = *place.field;
  const Mark& mark = *static_cast<const Mark*>(value);
  if (mark.absent()) return;
  const bool records = field.table != nullptr;
  if (!records || mark.state == State::wrong) {
    any_ = true;
    place.values += field.kind == Kind::list && mark.given() ? static_cast<const AnyList*>(value)->count : 1;
  } else if (mark.given() && field.kind == Kind::record) {
    count(place.below, value);
  } else if (mark.given()) {
    const auto& list = *static_cast<const AnyList*>(value);
    for (std::uint32_t i = 0; i < list.count; ++i) count(place.below, item_of(field, list, i));
  } else if (!place.none_told && (!place.met || std::none_of(place.below.begin(), place.below.end(),
                                                             [](const Place& p) { return p.carried; }))) {
    any_ = true;
    ++place.values;  // 无 of something no column speaks of
  }
}

void Cover::count(std::vector<Place>& places, const void* record) {
  for (Place& place : places) {
    if (!place.carried) count_value(place, member(*place.field, record));
  }
}

void Cover::list(const std::vector<Place>& places, bool carried, FieldPath path, std::vector<CoveredField>& into) {
  ++path.count;
  for (const Place& place : places) {
    path.fields[path.count - 1U] = place.field;
    const bool with_it = carried || place.carried;
    if (place.below.empty()) {
      into.push_back({path, with_it});
    } else {
      list(place.below, with_it, path, into);
    }
  }
}

std::vector<CoveredField> Cover::fields() const {
  std::vector<CoveredField> all;
  list(places_, false, {}, all);
  return all;
}

void Cover::flush(std::vector<Place>& places, LossRecorder& losses) {
  for (Place& place : places) {
    if (place.values != 0) losses.add(LossReason::no_place, {}, {}, place.path).count = place.values;
    place.values = 0;
    flush(place.below, losses);
  }
}

void Cover::report(const Matter& m, LossRecorder& losses) {
  any_ = false;
  count(places_, &m);
  if (any_) flush(places_, losses);
  for (const Problem& problem : m.problems) {
    if (problem.kind == ProblemKind::unknown_field || problem.kind == ProblemKind::twice) {
      losses.add(LossReason::no_place, {}, {}, problem.path);
    }
  }
}

}  // namespace matter
