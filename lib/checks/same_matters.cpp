#include "checks/same_matters.h"

#include <algorithm>
#include <memory>
#include <unordered_map>

#include "catalog/level.h"
#include "catalog/same_item.h"
#include "model/named.h"

namespace matter {

namespace {

/// Files that are kept while groups are read again: the matters of a group often stand in few files.
constexpr std::size_t most_files = 64;

bool compared(const Element& element, std::string_view level, const CatalogContext& context) {
  return element.applies(level) && !not_carried(element, context);
}

std::string_view level_in(const Matter& m, const CatalogContext& context) {
  return context.catalog == nullptr ? level_of(m) : level_of(m, context.catalog->config);
}

struct Printed {
  std::uint64_t key = 0, profile = 0, rank = 0;
  std::uint32_t matter = 0;
  std::uint32_t prints = 0, count = 0;  ///< in the pool
  Location at;                          ///< the whole entry
};

class Groups {
 public:
  explicit Groups(const CatalogView& view) : view_(view) {}

  std::vector<SameMatters> find(const std::vector<RuleFacts::Record>& records) {
    for (const RuleFacts::Record& record : records) read(record);
    std::sort(found_.begin(), found_.end(), [this](const Printed& a, const Printed& b) {
      if (a.key != b.key) return a.key < b.key;
      if (a.rank != b.rank) return a.rank < b.rank;
      return identity(a) != identity(b) ? identity(a) < identity(b) : a.matter < b.matter;
    });
    for (std::size_t begin = 0; begin < found_.size();) {
      std::size_t end = begin + 1;
      while (end < found_.size() && found_[end].key == found_[begin].key) ++end;
      if (end - begin > 1) group(begin, end);
      begin = end;
    }
    std::sort(groups_.begin(), groups_.end(),
              [](const SameMatters& a, const SameMatters& b) { return a.first < b.first; });
    return std::move(groups_);
  }

 private:
  [[nodiscard]] const std::string& identity(const Printed& one) const {
    return view_.facts.matters[one.matter].identity;
  }

  void read(const RuleFacts::Record& record) {
    FactReader facts = view_.own.reader(record);
    static_cast<void>(facts.number());
    Printed& one = found_.emplace_back();
    one.matter = record.matter;
    one.profile = facts.number();
    one.key = facts.number() ^ one.profile;
    one.rank = facts.number();
    one.at = facts.place();
    one.prints = static_cast<std::uint32_t>(pool_.size());
    for (; !facts.done(); ++one.count) pool_.push_back(facts.number());
  }

  [[nodiscard]] const Profile* profile(std::uint64_t print) const {
    for (const CatalogContext& context : view_.catalogs) {
      if (context.profile != nullptr && print_of(context.profile->text) == print) return context.profile;
    }
    return nullptr;
  }

  /// Whether both say the element, and not the same.
  [[nodiscard]] bool may_differ(const Printed& a, const Printed& b, std::size_t element) const {
    if (element >= a.count || element >= b.count) return false;
    const std::uint64_t x = pool_[a.prints + element];
    const std::uint64_t y = pool_[b.prints + element];
    return x != 0 && y != 0 && x != y;
  }

  void group(std::size_t begin, std::size_t end);
  std::vector<ElementFinding> compare(const Printed& own, const Printed& reference, const Profile& profile);

  /// The matter that begins at a place, read again; null where it is not there any more.
  const Matter* matter_at(Location at) {
    std::unique_ptr<LoadedFile>& file = files_[at.source];
    if (file == nullptr) {
      file = std::make_unique<LoadedFile>();
      Collector unheard(Lang::en);
      load_file(view_.sources, at.source, *file, unheard);
    }
    for (const Matter& m : file->matters) {
      if (m.mark.value.begin == at.span.begin) return &m;
    }
    return nullptr;
  }

  const CatalogView& view_;
  std::vector<Printed> found_;
  std::vector<std::uint64_t> pool_;
  std::vector<SameMatters> groups_;
  std::unordered_map<SourceId, std::unique_ptr<LoadedFile>> files_;
};

std::vector<ElementFinding> Groups::compare(const Printed& own, const Printed& reference, const Profile& profile) {
  std::vector<ElementFinding> found;
  if (files_.size() > most_files) files_.clear();
  const Matter* const mine = matter_at(own.at);
  const Matter* const theirs = matter_at(reference.at);
  if (mine == nullptr || theirs == nullptr) return found;
  for (std::size_t i = 0; i < profile.elements.size(); ++i) {
    if (!may_differ(own, reference, i)) continue;
    ElementResult result = compare_element(profile.elements[i], *mine, *theirs);
    if (result.verdict == Verdict::same || result.verdict == Verdict::not_applicable) continue;
    found.push_back({&profile.elements[i], std::move(result)});
  }
  return found;
}

void Groups::group(std::size_t begin, std::size_t end) {
  const Printed& reference = found_[begin];
  const Profile* const elements = profile(reference.profile);
  if (elements == nullptr) return;
  SameMatters group;
  for (std::size_t i = begin + 1; i < end; ++i) {
    if (identity(found_[i]) == identity(reference)) continue;  // of two with one code code-duplicate speaks
    ++group.matters;
    bool may = false;
    for (std::size_t e = 0; e < elements->elements.size() && !may; ++e) may = may_differ(found_[i], reference, e);
    if (!may) continue;
    std::vector<ElementFinding> differing = compare(found_[i], reference, *elements);
    if (differing.empty()) continue;
    if (group.differing++ == 0) {
      group.first = found_[i].matter;
      group.elements = std::move(differing);
    }
  }
  if (group.differing == 0) return;
  group.reference = reference.matter;
  ++group.matters;
  groups_.push_back(std::move(group));
}

}  // namespace

int level_rank(std::string_view level) {
  const NamedList* const levels = named_list("level");
  const NamedValue* const value = levels == nullptr ? nullptr : find_named(*levels, level);
  return value == nullptr || value->code.empty() ? no_level_rank : value->code[0] - '0';
}

std::vector<ElementFinding> against_entry(const MatterView& view) {
  std::vector<ElementFinding> found;
  const Matter& m = view.matter;
  const Profile* const profile = view.context.profile;
  if (view.standard || m.standard_entry == nullptr || profile == nullptr) return found;
  const std::string_view level = level_in(m, view.context);
  for (const Element& element : profile->elements) {
    if (!compared(element, level, view.context)) continue;
    // Where all is the same, differences cost nothing; where not, to compare twice would cost more than they do.
    ElementResult result = compare_element(element, m, *m.standard_entry);
    if (result.verdict == Verdict::same || result.verdict == Verdict::not_applicable) continue;
    found.push_back({&element, std::move(result)});
  }
  return found;
}

void write_prints(const MatterView& view, FactWriter& facts) {
  const Matter& m = view.matter;
  const Profile* const profile = view.context.profile;
  if (view.standard || !m.standard.absent() || profile == nullptr || m.status.is("取消")) return;
  const std::string key = item_key(m);
  if (key.empty()) return;
  const std::string_view level = level_in(m, view.context);
  facts.number(1);
  facts.number(print_of(profile->text));
  facts.number(print_of(key));
  facts.number(static_cast<std::uint64_t>(level_rank(level)));
  facts.place(m.mark.at());
  for (const Element& element : profile->elements) {
    facts.number(compared(element, level, view.context) ? print_of(element, m) : 0);
  }
}

std::vector<SameMatters> differing_matters(const CatalogView& view, const std::vector<RuleFacts::Record>& records) {
  return Groups(view).find(records);
}

}  // namespace matter
