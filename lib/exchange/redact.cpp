#include "exchange/redact.h"

#include <cstring>
#include <string>
#include <vector>

#include "model/written_path.h"

namespace matter {

namespace {

/// Whether it said anything.
bool clear(const Field& field, void* place) {
  Mark& mark = *static_cast<Mark*>(place);
  const bool said = !mark.absent();
  mark.state = State::absent;
  if (is_scalar(field.kind)) {
    static_cast<Scalar*>(place)->text = {};
    if (field.kind == Kind::named) static_cast<Named*>(place)->value = nullptr;
  } else if (field.kind == Kind::list) {
    static_cast<AnyList*>(place)->count = 0;
    static_cast<AnyList*>(place)->data = nullptr;
  } else if (field.kind == Kind::record) {
    for (const Field& part : field.table()->fields) clear(part, member(part, place));
  } else {
    static_cast<Extra*>(place)->document = nullptr;
  }
  return said;
}

class Redaction {
 public:
  Redaction(Arena& arena, Matter& into, const std::function<void(std::string_view)>& left_out)
      : arena_(arena), into_(into), left_out_(left_out) {}

  void leave_out(const FieldPath& path) {
    if (at(path, 0, &into_)) left_out_(to_text(path));
  }

 private:
  bool at(const FieldPath& path, std::size_t depth, void* record) {
    const Field& field = *path.fields[depth];
    void* const place = member(field, record);
    if (depth + 1U == path.count) return clear(field, place);
    if (field.kind == Kind::record) return at(path, depth + 1, place);
    auto& list = *static_cast<AnyList*>(place);
    if (list.count == 0) return false;
    // The items are the reader's: others still see them.
    void* const own = field.make_items(arena_, list.count);
    std::memcpy(own, list.data, field.item_size * list.count);
    list.data = own;
    bool said = false;
    for (std::uint32_t i = 0; i < list.count; ++i)
      said = at(path, depth + 1, static_cast<std::byte*>(own) + field.item_size * i) || said;
    return said;
  }

  Arena& arena_;
  Matter& into_;
  const std::function<void(std::string_view)>& left_out_;
};

void internal_fields(const Table& table, const FieldPath& outer, std::vector<FieldPath>& into) {
  for (const Field& field : table.fields) {
    FieldPath path = outer;
    path.fields[path.count++] = &field;
    if (field.internal)
      into.push_back(path);
    else if (field.table != nullptr)
      internal_fields(*field.table(), path, into);
  }
}

const std::vector<FieldPath>& internal_fields() {
  static const std::vector<FieldPath> paths = [] {
    std::vector<FieldPath> all;
    internal_fields(*table_of<Matter>(), {}, all);
    return all;
  }();
  return paths;
}

}  // namespace

bool redact(const Matter& m, Arena& arena, Matter& into, const std::function<void(std::string_view)>& left_out) {
  into = m;
  Redaction out(arena, into, left_out);
  // Whether it is public cannot be read, or which of its fields are not.
  if (m.mark.state == State::wrong) return false;
  if (m.publicity.mark.state == State::wrong || m.withheld.mark.state == State::wrong) return false;
  std::vector<FieldPath> paths;  // all before the first is told: of a matter that stays home nothing is
  for (const Withheld& one : m.withheld) {
    if (one.mark.none() || one.publicity.is("公开")) continue;
    const auto path = one.field.given() ? resolve_written_path(one.field.text) : std::nullopt;
    if (!path) return false;
    paths.push_back(*path);
  }
  for (const FieldPath& path : paths) out.leave_out(path);
  for (const FieldPath& path : internal_fields()) out.leave_out(path);
  return true;
}

}  // namespace matter
