#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "checks/rule.h"
#include "model/path.h"
#include "text/arena.h"

namespace matter {

/// A member that a matter itself says: a value, a record, a list, or an item of a list of values.
struct WrittenValue {
  const Trail* trail = nullptr;  ///< of the field; of the list, for an item of it
  const void* member = nullptr;
  Kind kind = Kind::text;
  bool item = false;

  [[nodiscard]] const Field& field() const { return *trail->field; }
  [[nodiscard]] const Mark& mark() const { return *static_cast<const Mark*>(member); }
  /// Only where `kind` is that of a value.
  [[nodiscard]] const Scalar& scalar() const { return *static_cast<const Scalar*>(member); }
};

/// Everything that a matter itself says, 无 and what cannot be understood too, in canonical order; nothing that it
/// takes over from its standard entry, which answers for that once. Found by one walk for all the rules that look at
/// every value.
class WrittenValues {
 public:
  explicit WrittenValues(const Matter& m);

  [[nodiscard]] std::span<const WrittenValue> all() const& { return values_; }
  void all() && = delete;  // they live no longer than this

 private:
  void members(const Table& table, const void* record, const Trail* outer);
  void list(const Field& field, const void* value, const Trail& at);
  const Trail& keep(const Trail& trail);

  SourceId source_;
  Arena trails_;
  std::vector<WrittenValue> values_;
};

/// Calls `look(const WrittenValue&)` for each of them.
template <class F>
void each_written(const MatterView& view, F&& look) {
  if (view.written != nullptr) {
    for (const WrittenValue& value : view.written->all()) look(value);
    return;
  }
  const WrittenValues written(view.matter);
  for (const WrittenValue& value : written.all()) look(value);
}

}  // namespace matter
