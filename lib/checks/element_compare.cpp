#include "checks/elements.h"

#include <algorithm>
#include <array>

#include "checks/element_fields.h"
#include "checks/element_items.h"
#include "checks/element_places.h"
#include "checks/places.h"
#include "model/content.h"
#include "text/unicode.h"

namespace matter {

namespace {

using Kind_ = Difference::Kind;

bool unread(const Mark& mark) { return mark.state == State::wrong; }

/// Local acts that a place may add to what the province names.
bool is_local_act(const Basis& basis) {
  return basis.rank.is("地方性法规") || basis.rank.is("经济特区法规") || basis.rank.is("设区的市政府规章");
}

class Comparing {
 public:
  Comparing(const Element& element, const Matter& own, const Matter& other, Wanted wanted)
      : element_(element), own_(own), other_(other), details_(wanted == Wanted::differences) {}

  ElementResult run() {
    for (const FieldPath& path : element_.paths) compare_path(path);
    conclude();
    return std::move(result_);
  }

 private:
  /// The record that holds a path's last field; of a path through a list, the matter.
  static const void* holder(const Matter& m, const FieldPath& path) {
    const void* record = &m;
    for (std::size_t i = 0; i + 1 < path.count; ++i) record = member(*path.fields[i], record);
    return record;
  }

  void compare_path(const FieldPath& path) {
    if (path.through_list()) return through_items(path);
    const Field& field = path.last();
    const void* const own = holder(own_, path);
    const void* const other = holder(other_, path);
    prefix_ = {};
    if (details_) {
      for (std::size_t i = 0; i + 1 < path.count; ++i) (prefix_ += path.fields[i]->key) += '.';
    }
    meet(field, own, other);
    switch (element_.comparison) {
      case Comparison::text:
      case Comparison::value: return texts(field, own, other);
      case Comparison::code: return codes(field, own, other);
      case Comparison::limit: return limits(field, own, other);
      case Comparison::set:
      case Comparison::sequence:
      case Comparison::items:
      case Comparison::fees: return field.kind == Kind::list ? lists(field, own, other) : texts(field, own, other);
      case Comparison::offers: return offers(field, own, other);
    }
  }

  /// The first values that are there are the element's places.
  void meet(const Field& field, const void* own, const void* other) {
    const auto note = [&](Location& at, const Matter& m, const void* record) {
      const Mark& mark = mark_of(field, record);
      if (!at.known() && !mark.absent()) at = place_of_value(m, field, mark);
    };
    note(result_.at, own_, own);
    note(result_.other_at, other_, other);
  }

  // What was found.

  void found(Kind_ kind) { kinds_[static_cast<std::size_t>(kind)] = true; }

  Difference* difference(Kind_ kind) {
    found(kind);
    if (!details_) return nullptr;
    result_.differences.emplace_back().kind = kind;
    return &result_.differences.back();
  }

  void differ(Kind_ kind, const Field& field, const void* own, const void* other, std::string_view item = {},
              std::string_view item_label = {}) {
    Difference* const d = difference(kind);
    if (d == nullptr) return;
    (((d->path = prefix_) += item) += item.empty() ? "" : ".") += field.key;
    ((d->label = item_label) += item_label.empty() ? "" : ".") += field.label;
    d->single = item.empty() && element_.paths.size() == 1;
    d->own = text_of(field, own);
    d->other = text_of(field, other);
    d->at = place_of_value(own_, field, mark_of(field, own));
    d->other_at = place_of_value(other_, field, mark_of(field, other));
  }

  /// An item that one side has and the other has not. `lists` are those of both sides.
  void item_alone(Kind_ kind, const Field& list, const void* item, std::uint32_t number, bool is_own, const Mark& own,
                  const Mark& other) {
    if (element_.comparison == Comparison::fees && costs_nothing(item)) return;
    Difference* const d = difference(kind);
    if (d == nullptr) return;
    const std::string label = matter::item_label(list, item, number);
    d->whole = true;
    ((((d->path = prefix_) += list.key) += '[') += label) += ']';
    (((d->label = list.label) += '[') += label) += ']';
    (is_own ? d->own : d->other) = label;
    d->at = is_own ? place_of_item(own_, list, item) : place_in_matter(own_, own);
    d->other_at = is_own ? place_in_matter(other_, other) : place_of_item(other_, list, item);
  }

  void found_order(int order, bool less_is_better, const Field& field, const void* own, const void* other,
                   std::string_view item = {}, std::string_view label = {}) {
    if (order != 0)
      differ((order < 0) == less_is_better ? Kind_::better : Kind_::worse, field, own, other, item, label);
  }

  /// Whether both sides say something that was understood.
  bool both(const Mark& own, const Mark& other) {
    if (unread(own) || unread(other)) {
      not_read_ = true;
      return false;
    }
    own_spoke_ |= !own.absent();
    other_spoke_ |= !other.absent();
    const bool spoke = !own.absent() && !other.absent();
    compared_ |= spoke;
    return spoke;
  }

  // Scalars.

  void texts(const Field& field, const void* own, const void* other) {
    const Scalar& mine = scalar_of(field, own);
    const Scalar& theirs = scalar_of(field, other);
    if (!both(mine.mark, theirs.mark)) return;
    if (mine.none() != theirs.none()) return differ(mine.none() ? Kind_::missing : Kind_::extra, field, own, other);
    if (mine.text == theirs.text || mine.none()) return;
    if (normalised(scalar_text(field.kind, mine)) != normalised(scalar_text(field.kind, theirs)))
      differ(Kind_::differs, field, own, other);
  }

  void codes(const Field& field, const void* own, const void* other) {
    const bool basic = field.get == find_field(*table_of<Matter>(), "basic_code")->get;
    if (!basic) {
      const Scalar& mine = scalar_of(field, own);
      const Scalar& theirs = scalar_of(field, other);
      if (both(mine.mark, theirs.mark) && trimmed(mine.text) != trimmed(theirs.text))
        differ(Kind_::differs, field, own, other);
      return;
    }
    const std::string_view mine = basic_code(own_);
    const std::string_view theirs = basic_code(other_);
    own_spoke_ |= !mine.empty();
    other_spoke_ |= !theirs.empty();
    if (mine.empty() || theirs.empty()) return;
    compared_ = true;
    result_.at = code_place(own_);
    result_.other_at = code_place(other_);
    if (mine == theirs) return;
    Difference* const d = difference(Kind_::differs);
    if (d == nullptr) return;
    d->single = true;
    d->path = field.key;
    d->label = field.label;
    d->own = mine;
    d->other = theirs;
    d->at = result_.at;
    d->other_at = result_.other_at;
  }

  static Location code_place(const Matter& m) {
    for (const Text* const code : {&m.basic_code, &m.code, &m.handling_code, &m.directory_code}) {
      if (code->given()) return code->at();
    }
    return place_of(m);
  }

  void limits(const Field& field, const void* own, const void* other) {
    const auto& mine = *static_cast<const Limit*>(member(field, own));
    const auto& theirs = *static_cast<const Limit*>(member(field, other));
    if (!both(mine.mark, theirs.mark)) return;
    const bool directed = element_.better != Better::same;
    const bool less = element_.better == Better::less;
    if (mine.none() || theirs.none()) {
      if (mine.none() && theirs.none()) return;
      const bool nothing = mine.none();
      if (directed) return found_order(nothing ? 1 : -1, less, field, own, other);
      return differ(nothing ? Kind_::missing : Kind_::extra, field, own, other);
    }
    const auto order = order_limits(mine, theirs);
    if (order && *order == 0 && (directed || mine.amount == theirs.amount)) return;
    if (!directed) return differ(Kind_::differs, field, own, other);
    if (!order) return differ(Kind_::incomparable, field, own, other);
    found_order(*order, less, field, own, other);
  }

  // Lists.

  void lists(const Field& field, const void* own, const void* other) {
    const AnyList& mine = list_of(field, own);
    const AnyList& theirs = list_of(field, other);
    if (!both(mine.mark, theirs.mark)) return;
    if (mine.mark.source == theirs.mark.source && mine.data == theirs.data) return;
    const Pairing pairs = pair_items(field, mine, theirs);
    std::uint32_t last = 0;
    bool ordered = true;
    for (std::uint32_t i = 0; i < mine.count; ++i) {
      const std::uint32_t partner = pairs.of(i);
      if (partner == no_partner) {
        item_alone(alone(field, item_of(field, mine, i), true), field, item_of(field, mine, i), i, true, mine.mark,
                   theirs.mark);
        continue;
      }
      ordered &= partner >= last;
      last = std::max(last, partner);
      compare_items(field, item_of(field, mine, i), i, item_of(field, theirs, partner));
    }
    for (const std::uint32_t i : pairs.left) {
      item_alone(alone(field, item_of(field, theirs, i), false), field, item_of(field, theirs, i), i, false, mine.mark,
                 theirs.mark);
    }
    if (!ordered && element_.comparison == Comparison::sequence) differ(Kind_::order, field, own, other);
  }

  /// What it is that one side has an item which the other has not.
  [[nodiscard]] Kind_ alone(const Field& list, const void* item, bool own) const {
    switch (element_.better) {
      case Better::same: return own ? Kind_::extra : Kind_::missing;
      case Better::more:
        if (!own) return Kind_::missing;
        return element_.comparison != Comparison::set || is_allowed(list, item) ? Kind_::better : Kind_::extra;
      case Better::less: break;
    }
    if (own) return Kind_::worse;
    return element_.comparison == Comparison::items && is_demanded(list, item) ? Kind_::missing : Kind_::better;
  }

  [[nodiscard]] static bool costs_nothing(const void* item) {
    const Text& amount = static_cast<const Fee*>(item)->amount;
    return amount.given() && order_money(amount.text, "免费") == 0;
  }

  /// A basis that a place may add, with its reason.
  [[nodiscard]] bool is_allowed(const Field& list, const void* item) const {
    if (list.table == nullptr || list.table() != table_of<Basis>()) return true;
    return is_local_act(*static_cast<const Basis*>(item)) && own_.binding.reason.given();
  }

  /// Whether a law demands it: it cites its basis, and is not 非必要.
  [[nodiscard]] static bool is_demanded(const Field& list, const void* item) {
    const Field* const basis = find_field(*list.table(), "basis");
    if (basis == nullptr || !scalar_of(*basis, item).given()) return false;
    const Field* const necessity = find_field(*list.table(), "necessity");
    return necessity == nullptr || !static_cast<const Named*>(member(*necessity, item))->is("非必要");
  }

  void compare_items(const Field& list, const void* own, std::uint32_t number, const void* other) {
    if (list.item != Kind::record || element_.comparison == Comparison::set) return;
    std::string path;
    std::string label;
    for (const FieldRule& rule : field_rules(*list.table())) {
      const Field& field = *find_field(*list.table(), rule.key);
      if (details_ && path.empty()) {
        const std::string called = '[' + matter::item_label(list, own, number) + ']';
        path = std::string(list.key) + called;
        label = std::string(list.label) + called;
      }
      compare_field(rule, field, own, other, path, label);
    }
  }

  void compare_field(const FieldRule& rule, const Field& field, const void* own, const void* other,
                     const std::string& path, const std::string& label) {
    const Mark& mine = mark_of(field, own);
    const Mark& theirs = mark_of(field, other);
    if (unread(mine) || unread(theirs)) return;
    const auto order = [&](int value, bool less) { found_order(value, less, field, own, other, path, label); };
    if (rule.order == FieldOrder::situations) return situations(field, own, other, path, label);
    if (rule.order == FieldOrder::presence) {
      if (mine.given() != theirs.given())
        differ(theirs.given() ? Kind_::missing : Kind_::better, field, own, other, path, label);
      return;
    }
    if (rule.order == FieldOrder::scale) {
      const auto left =
          place_in(rule, mine.given() ? static_cast<const Named*>(member(field, own))->name() : rule.absent);
      const auto right =
          place_in(rule, theirs.given() ? static_cast<const Named*>(member(field, other))->name() : rule.absent);
      if (left && right) order(*left - *right, true);
      return;
    }
    if (!mine.given() || !theirs.given()) return;
    switch (rule.order) {
      case FieldOrder::equal:
        if (normalised(text_of(field, own)) != normalised(text_of(field, other)))
          differ(Kind_::differs, field, own, other, path, label);
        return;
      case FieldOrder::yes: {
        const auto& a = *static_cast<const Flag*>(member(field, own));
        const auto& b = *static_cast<const Flag*>(member(field, other));
        return order(static_cast<int>(b.value) - static_cast<int>(a.value), true);
      }
      case FieldOrder::money: {
        const auto which = order_money(scalar_of(field, own).text, scalar_of(field, other).text);
        return which ? order(*which, true) : differ(Kind_::incomparable, field, own, other, path, label);
      }
      case FieldOrder::less:
      case FieldOrder::more: return amounts(rule, field, own, other, path, label);
      default: return;
    }
  }

  void amounts(const FieldRule& rule, const Field& field, const void* own, const void* other, const std::string& path,
               const std::string& label) {
    const bool less = rule.order == FieldOrder::less;
    if (field.kind == Kind::count) {
      const auto value = [&](const void* record) { return static_cast<const Count*>(member(field, record))->value; };
      return found_order(value(own) < value(other)   ? -1
                         : value(own) > value(other) ? 1
                                                     : 0,
                         less, field, own, other, path, label);
    }
    if (field.kind == Kind::limit) {
      const auto which = order_limits(*static_cast<const Limit*>(member(field, own)),
                                      *static_cast<const Limit*>(member(field, other)));
      return which ? found_order(*which, less, field, own, other, path, label)
                   : differ(Kind_::incomparable, field, own, other, path, label);
    }
    const auto [only_own, only_other] = members_apart(field, own, other);
    if (only_other) differ(Kind_::worse, field, own, other, path, label);
    if (only_own) differ(Kind_::better, field, own, other, path, label);
  }

  /// Whether each of two sets has a member that the other has not.
  static std::pair<bool, bool> members_apart(const Field& field, const void* own, const void* other) {
    const Pairing pairs = pair_items(field, list_of(field, own), list_of(field, other));
    const bool alone = std::find(pairs.partner.begin(), pairs.partner.end(), no_partner) != pairs.partner.end();
    return {alone, !pairs.left.empty()};
  }

  /// An item that is for some situations only asks less than one that is for all.
  void situations(const Field& field, const void* own, const void* other, const std::string& path,
                  const std::string& label) {
    const bool mine = list_of(field, own).given();
    const bool theirs = list_of(field, other).given();
    if (!mine && !theirs) return;
    if (mine != theirs) return differ(mine ? Kind_::better : Kind_::worse, field, own, other, path, label);
    const auto [only_own, only_other] = members_apart(field, own, other);
    if (only_own && only_other) return differ(Kind_::differs, field, own, other, path, label);
    if (only_own || only_other) differ(only_own ? Kind_::worse : Kind_::better, field, own, other, path, label);
  }

  /// `materials[].accept_standard`: a field of the items that both sides have.
  void through_items(const FieldPath& path) {
    const Field& list = *path.fields[0];
    const Field& field = path.last();
    if (path.count != 2 || list.item != Kind::record) return;
    const AnyList& mine = list_of(list, &own_);
    const AnyList& theirs = list_of(list, &other_);
    if (unread(mine.mark) || unread(theirs.mark)) {
      not_read_ = true;
      return;
    }
    if (mine.data == theirs.data && mine.mark.source == theirs.mark.source) {
      const bool says = any_given(list, mine, field);
      own_spoke_ |= says;
      other_spoke_ |= says;
      compared_ |= says;
      if (says) place_items(list, mine, theirs, field);
      return;
    }
    const Pairing pairs = pair_items(list, mine, theirs);
    prefix_ = {};
    for (std::uint32_t i = 0; i < mine.count; ++i) {
      const std::uint32_t partner = pairs.of(i);
      if (partner == no_partner) continue;
      const void* const own = item_of(list, mine, i);
      const void* const other = item_of(list, theirs, partner);
      const Mark& a = mark_of(field, own);
      const Mark& b = mark_of(field, other);
      own_spoke_ |= a.given();
      other_spoke_ |= b.given();
      if (!a.given() || !b.given()) continue;
      meet(field, own, other);
      item_text(list, field, own, i, other);
    }
  }

  void item_text(const Field& list, const Field& field, const void* own, std::uint32_t number, const void* other) {
    const Scalar& a = scalar_of(field, own);
    const Scalar& b = scalar_of(field, other);
    compared_ = true;
    if (a.text == b.text || element_text(field, a) == element_text(field, b)) return;
    const std::string called = '[' + matter::item_label(list, own, number) + ']';
    differ(Kind_::differs, field, own, other, std::string(list.key) + called, std::string(list.label) + called);
  }

  static bool any_given(const Field& list, const AnyList& items, const Field& field) {
    for (std::uint32_t i = 0; i < items.count; ++i) {
      if (mark_of(field, item_of(list, items, i)).given()) return true;
    }
    return false;
  }

  void place_items(const Field& list, const AnyList& mine, const AnyList& theirs, const Field& field) {
    for (std::uint32_t i = 0; i < mine.count; ++i) {
      if (mark_of(field, item_of(list, mine, i)).given())
        return meet(field, item_of(list, mine, i), item_of(list, theirs, i));
    }
  }

  // Channels.

  void offers(const Field& field, const void* own, const void* other) {
    const Mark& mine = mark_of(field, own);
    const Mark& theirs = mark_of(field, other);
    if (unread(mine) || unread(theirs)) return;
    own_spoke_ |= !mine.absent();
    other_spoke_ |= !theirs.absent();
    const bool here = offered(field, own);
    const bool there = offered(field, other);
    // What is each office's own (windows, telephones) no standard entry can ask for.
    if (here == there || (field.local && (theirs.absent() || mine.absent()))) return;
    const bool better = here == (element_.better != Better::less);
    differ(better ? Kind_::better : Kind_::worse, field, own, other);
    if (!details_) return;
    result_.differences.back().own = here ? "是" : "否";
    result_.differences.back().other = there ? "是" : "否";
  }

  static bool offered(const Field& field, const void* record) {
    const Mark& mark = mark_of(field, record);
    if (!mark.given()) return false;
    if (field.kind == Kind::list) return list_of(field, record).count > 0;
    if (field.kind == Kind::flag) return static_cast<const Flag*>(member(field, record))->value;
    if (field.kind != Kind::record) return true;
    const void* const inner = member(field, record);
    for (const std::string_view key : {"available", "supported"}) {
      const Field* const flag = find_field(*field.table(), key);
      if (flag != nullptr && mark_of(*flag, inner).given())
        return static_cast<const Flag*>(member(*flag, inner))->value;
    }
    // A record without the flag: an office's address alone does not say that the mail is used.
    return find_field(*field.table(), "supported") == nullptr;
  }

  void conclude() {
    const auto any = [this](Kind_ kind) { return kinds_[static_cast<std::size_t>(kind)]; };
    if (element_.comparison == Comparison::offers) {
      compared_ = own_spoke_ && other_spoke_;
      if (!compared_) {
        kinds_ = {};
        result_.differences.clear();
      }
    }
    if (any(Kind_::missing)) {
      result_.verdict = Verdict::missing;
    } else if (any(Kind_::worse) || any(Kind_::differs) || any(Kind_::order)) {
      result_.verdict = Verdict::worse;
    } else if (any(Kind_::extra)) {
      result_.verdict = Verdict::extra;
    } else if (any(Kind_::incomparable)) {
      silent(Silence::incomparable);
    } else if (any(Kind_::better)) {
      result_.verdict = Verdict::better;
    } else if (!compared_) {
      silent(not_read_ ? Silence::not_read : !other_spoke_ ? Silence::other_silent : Silence::own_silent);
    }
    if (!result_.at.known()) result_.at = place_of(own_);
    if (!result_.other_at.known()) result_.other_at = place_of(other_);
  }

  void silent(Silence why) {
    result_.verdict = Verdict::not_applicable;
    result_.silence = why;
  }

  const Element& element_;
  const Matter& own_;
  const Matter& other_;
  bool details_;
  std::string prefix_;  ///< of the path that is compared: `limits.`
  ElementResult result_;
  std::array<bool, 7> kinds_{};
  bool compared_ = false, own_spoke_ = false, other_spoke_ = false, not_read_ = false;
};

}  // namespace

ElementResult compare_element(const Element& element, const Matter& own, const Matter& other, Wanted wanted) {
  return Comparing(element, own, other, wanted).run();
}

}  // namespace matter
