#include "exchange/loss_sums.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <tuple>

#include "doc/json_write.h"

namespace matter {

namespace {

void text_member(std::string& to, std::string_view key, std::string_view value) {
  if (value.empty()) return;
  to.append(to.back() == '{' ? "\"" : ",\"").append(key).append("\":");
  append_json_string(to, value);
}

void number_member(std::string& to, std::string_view key, std::size_t value) {
  to.append(to.back() == '{' ? "\"" : ",\"").append(key).append("\":").append(std::to_string(value));
}

/// What the lines of one matter begin with.
std::string matter_members(const LossMatter& matter) {
  std::string text = "{";
  text_member(text, "matter", matter.identity);
  text_member(text, "file", matter.file);
  return text;
}

/// What the lines of one place share.
std::string place_members(const Loss& loss) {
  std::string text = "{";
  text_member(text, "table", loss.table);
  text_member(text, "column", loss.column);
  text_member(text, "field", loss.field);
  text_member(text, "why", name(loss.why));
  return text.substr(1);
}

void numbers(const Loss& loss, std::string& to) {
  if (loss.count != 1 || loss.matter == no_matter) number_member(to, "count", loss.count);
  if (loss.length != 0) number_member(to, "length", loss.length);
  if (loss.limit != 0) number_member(to, "limit", loss.limit);
}

}  // namespace

std::size_t LossSums::count(LossReason why) const {
  return std::accumulate(groups.begin(), groups.end(), std::size_t{0}, [why](std::size_t sum, const LossGroup& group) {
    return sum + (group.why == why ? group.values : 0);
  });
}

std::size_t LossSums::lost() const {
  return std::accumulate(groups.begin(), groups.end(), std::size_t{0}, [](std::size_t sum, const LossGroup& group) {
    return sum + (group.why == LossReason::withheld ? 0 : group.values);
  });
}

std::size_t LossTaker::Hash::operator()(const Key& key) const {
  std::size_t hash = static_cast<std::size_t>(key.why);
  for (const char* part : {key.table, key.column, key.field})
    hash = hash * 0x9E3779B97F4A7C15U + std::hash<const char*>{}(part);
  return hash;
}

void LossTaker::drain(std::string& lines) {
  std::uint32_t last = no_matter;
  std::string matter;
  for (const Loss& loss : losses_.list) {
    const bool of_matter = loss.matter != no_matter;
    if (of_matter && loss.matter != last) {
      ++drained_;
      last = loss.matter;
      matter = matter_members(losses_.matters[loss.matter]);
    }
    Sum& sum = sums_[{loss.why, loss.table.data(), loss.column.data(), loss.field.data()}];
    LossGroup& group = sum.group;
    if (group.values == 0) {
      group = {loss.why, std::string(loss.table), std::string(loss.column), std::string(loss.field)};
      sum.members = place_members(loss);
    }
    lines.append(lines_++ == 0 ? "\n" : ",\n");
    if (of_matter) lines.append(matter).append(matter.size() == 1 ? "" : ",");
    lines.append(of_matter ? "" : "{").append(sum.members);
    numbers(loss, lines);
    lines += '}';
    group.values += loss.count;
    if (!of_matter || sum.last == drained_) continue;
    ++group.matters;
    sum.last = drained_;
  }
  forget();
}

void LossTaker::forget() {
  losses_.list.clear();
  losses_.matters.clear();
}

LossSums LossTaker::sums() const {
  const auto place = [](const LossGroup& group) { return std::tie(group.why, group.table, group.column, group.field); };
  LossSums all;
  all.lines = lines_;
  std::vector<LossGroup> groups;
  for (const auto& [key, sum] : sums_) groups.push_back(sum.group);
  std::sort(groups.begin(), groups.end(), [&](const LossGroup& a, const LossGroup& b) { return place(a) < place(b); });
  for (LossGroup& group : groups) {
    if (all.groups.empty() || place(all.groups.back()) != place(group)) {
      all.groups.push_back(std::move(group));
    } else {
      all.groups.back().values += group.values;
      all.groups.back().matters += group.matters;
    }
  }
  return all;
}

}  // namespace matter
