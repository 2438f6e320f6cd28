#include <algorithm>
#include <filesystem>
#include <iterator>
#include <numeric>

#include "diag/words.h"
#include "report/findings_text.h"
#include "report/platform_words.h"
#include "report/platforms_report.h"
#include "report/shown.h"
#include "text/unicode.h"
#include "text/wrap.h"

namespace matter {

namespace {

constexpr std::size_t widest_name = 24;

std::string bold(std::string_view text, const TextStyle& style) {
  return style.color ? "\x1b[1m" + std::string(text) + "\x1b[0m" : std::string(text);
}

/// `left` and beside it `right` in lines of its own column; below it where `left` is too wide.
std::string beside(std::size_t indent, std::string_view left, std::size_t column, std::string_view right,
                   std::size_t width) {
  if (right.empty()) return std::string(indent, ' ').append(left) + '\n';
  const std::string term = std::string(indent, ' ') + std::string(left);
  const std::string lines = wrapped(right, column, width);
  if (display_width(term) + 2 > column) return term + '\n' + lines + '\n';
  return padded(term, column) + lines.substr(column) + '\n';
}

class ListText {
 public:
  ListText(const PlatformList& list, const TextStyle& style) : list_(list), style_(style) {}

  std::string text() {
    const Lang lang = style_.lang;
    rows_.push_back({say(lang, {"代号", "id"}), say(lang, {"介质", "medium"}), say(lang, {"方向", "way"}),
                     say(lang, {"受众", "audience"}), say(lang, {"核实", "status"}), say(lang, {"名称", "label"})});
    for (const PlatformRow& row : list_.rows) add(row);
    std::string out;
    std::size_t widths[cells - 1] = {};
    for (const auto& row : rows_) {
      for (std::size_t i = 0; i + 1 < cells; ++i)
        widths[i] = std::max(widths[i], std::min(display_width(row[i]), widest_name));
    }
    const bool below = labels_below(widths);
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const std::string one = line(rows_[i], widths, below);
      out += i == 0 ? bold(one.substr(0, one.size() - 1), style_) + '\n' : one;
    }
    if (used_) {
      const std::string file = (std::filesystem::path(list_.catalog) / "catalog.yaml").lexically_normal().string();
      out += say(lang, {"\n* {} 写明报送到或来自这些平台\n", "\n* named by {}\n"}, shown_text(file));
    }
    return out;
  }

 private:
  static constexpr std::size_t cells = 6;

  void add(const PlatformRow& row) {
    const Lang lang = style_.lang;
    const std::string name = shown_text(row.name) + (row.used ? " *" : "");
    used_ = used_ || row.used;
    if (row.mapping == nullptr) {
      rows_.push_back({name, "", "", "", "",
                       say(lang, {"不能用：见 matter platforms check", "of no use: see matter platforms check"})});
      return;
    }
    const Mapping& m = *row.mapping;
    rows_.push_back({name, media_words(m), std::string(direction_words(m.direction, lang)),
                     std::string(audience_words(m, lang)), std::string(status_words(m, lang)), shown_text(m.label)});
  }

  /// Whether labels stand in lines of their own: beside the rest there is no room for the longest.
  [[nodiscard]] bool labels_below(const std::size_t (&widths)[cells - 1]) const {
    std::size_t longest = 0;
    for (const auto& row : rows_) longest = std::max(longest, display_width(row.back()));
    return std::accumulate(std::begin(widths), std::end(widths), longest + 2 * (cells - 1)) > style_.width;
  }

  std::string line(const std::vector<std::string>& row, const std::size_t (&widths)[cells - 1], bool below) const {
    std::string left;
    std::size_t column = 0;
    for (std::size_t i = 0; i + 1 < cells; ++i) {
      left += padded(row[i], widths[i]) + (i + 2 < cells ? "  " : "");
      column += widths[i] + 2;
    }
    if (!below) return beside(0, left, column, row.back(), style_.width);
    left.erase(left.find_last_not_of(' ') + 1);
    return left + '\n' + wrapped(row.back(), 2, style_.width) + '\n';
  }

  const PlatformList& list_;
  const TextStyle& style_;
  std::vector<std::vector<std::string>> rows_;
  bool used_ = false;
};

class MappingText {
 public:
  MappingText(const PlatformShown& shown, const TextStyle& style)
      : shown_(shown), mapping_(*shown.mapping), style_(style), lang_(style.lang) {}

  void write(const Sink& to) {
    head();
    for (const MappedTable& table : mapping_.tables) {
      this->table(table);
      to(std::exchange(out_, {}));
    }
    codes();
    covers();
    to(out_);
  }

 private:
  void head() {
    out_ += bold(shown_text(mapping_.platform), style_) + "  " + shown_text(mapping_.label) + '\n';
    paragraph(2, shown_text(mapping_.help));
    paragraph(2, say(lang_, {"介质 {}；{}；{}；{}；映射第 {} 版", "medium {}; {}; {}; {}; version {} of the mapping"},
                     media_words(mapping_), direction_words(mapping_.direction, lang_), audience_words(mapping_, lang_),
                     status_words(mapping_, lang_), mapping_.version));
    std::vector<std::string> sources;
    for (const Text& source : mapping_.spec.sources) sources.push_back(shown_text(source.text));
    if (!sources.empty()) paragraph(2, say(lang_, {"依据：{}", "read in: {}"}, listed(sources, lang_)));
    if (mapping_.base != nullptr)
      paragraph(2, say(lang_, {"各表同于 {}", "has the tables of {}"}, shown_text(mapping_.spec.like.text)));
    paragraph(2, shown_text(takes_words(mapping_, lang_)));
    if (!mapping_.spec.none.absent())
      paragraph(2, say(lang_, {"各列的“无”写作“{}”", "无 is written as \"{}\""}, shown_text(mapping_.spec.none.text)));
    if (mapping_.whole_model) {
      paragraph(
          2, say(lang_, {"整个事项按要素表写出，不逐列对应", "the whole matter by the field tables, without columns"}));
    } else {
      paragraph(2, mapping_.direction == Direction::both
                       ? say(lang_, {"↔ 写出也读回；← 只写出", "↔ written and read back; ← written only"})
                   : mapping_.exports() ? say(lang_, {"← 由事项写到列", "← from the matter to the column"})
                                        : say(lang_, {"→ 由列读入事项", "→ from the column to the matter"}));
    }
  }

  void paragraph(std::size_t indent, std::string_view text) {
    if (!text.empty()) out_ += wrapped(text, indent, style_.width) + '\n';
  }

  void table(const MappedTable& table) {
    const std::string name = shown_text(table.name);
    const std::string label = table.label == table.name ? std::string{} : shown_text(table.label);
    const bool fits = display_width(name) + 2 + display_width(label) <= style_.width;
    out_ += '\n' + bold(name, style_) + (label.empty() || !fits ? "" : "  " + label) + '\n';
    if (!fits) paragraph(2, label);
    paragraph(2, table_words(mapping_, table, lang_));
    std::size_t widest = 0;
    const std::vector<ShownColumn> columns = shown_columns(table);
    for (const ShownColumn& shown : columns)
      widest = std::max(widest, std::min(display_width(shown_text(shown.name)), widest_name));
    for (const ShownColumn& shown : columns) column(*shown.column, shown.name, widest + 4);
  }

  void column(const Column& column, std::string_view name, std::size_t at) {
    std::vector<std::string> facts;
    if (column.label != column.name) facts.push_back(shown_text(column.label));
    if (!column.type_text.empty()) facts.push_back(shown_text(column.type_text));
    if (column.required) facts.push_back(say(lang_, {"必填", "required"}));
    std::string content(arrow(mapping_, column));
    if (!content.empty()) content += ' ';
    content += content_words(mapping_, column, lang_);
    for (const std::string& words : manner_words(mapping_, column, lang_))
      content += (lang_ == Lang::zh ? "；" : "; ") + words;
    content = shown_text(content);
    std::string first;
    for (const std::string& fact : facts)
      first.append(first.empty() ? "" : lang_ == Lang::zh ? "，" : ", ").append(fact);
    out_ += beside(2, shown_text(name), at, first.empty() ? content : first, style_.width);
    if (!first.empty()) paragraph(at, content);
  }

  void codes() {
    const std::vector<const CodeMap*> maps = code_maps(mapping_);
    if (maps.empty()) return;
    out_ += '\n' + bold(say(lang_, {"代码表", "Code maps"}), style_) + '\n';
    std::size_t widest = 0;
    for (const CodeMap* const map : maps) widest = std::max(widest, display_width(map->id));
    for (const CodeMap* const map : maps)
      out_ += beside(2, shown_text(map->id), std::min(widest, widest_name) + 4, shown_text(code_words(*map, lang_)),
                     style_.width);
  }

  void covers() {
    out_ += '\n' + bold(say(lang_, {"覆盖", "Coverage"}), style_) + '\n';
    for (std::size_t i = 0; i < shown_.covers.size(); ++i) {
      const PlatformCover& cover = shown_.covers[i];
      paragraph(2, say(lang_, {"{}：{}", "{}: {}"}, cover_words(mapping_, cover, lang_),
                       count_words(mapping_, cover, lang_)));
      const bool first = i == 0 || shown_.covers[i - 1].standard != cover.standard;
      if (first) {
        fields(cover.fields, false, list_words(mapping_, false, lang_));
      } else {
        against(shown_.covers[0], cover);
      }
    }
    for (const std::string& words : outside_words(shown_, lang_)) paragraph(2, words);
  }

  /// What this cover loses or carries otherwise than the one above.
  void against(const PlatformCover& above, const PlatformCover& cover) {
    std::vector<CoveredField> more = cover.fields;
    std::vector<CoveredField> less = cover.fields;
    for (std::size_t i = 0; i < more.size(); ++i) {
      more[i].carried = cover.fields[i].carried || !above.fields[i].carried;
      less[i].carried = cover.fields[i].carried && !above.fields[i].carried;
    }
    fields(more, false, say(lang_, {"比上面多写不到的", "lost, other than above"}));
    fields(less, true, say(lang_, {"比上面多写到的", "carried, other than above"}));
  }

  void fields(const std::vector<CoveredField>& fields, bool carried, const std::string& title) {
    const std::vector<FieldGroup> groups = grouped_fields(fields, carried, lang_);
    if (groups.empty()) return;
    paragraph(4, say(lang_, {"{}：", "{}:"}, title));
    for (const FieldGroup& group : groups) {
      const std::string record = group.record.empty() ? say(lang_, {"事项", "matter"}) : group.record;
      paragraph(6, say(lang_, {"{}：{}", "{}: {}"}, record, listed(group.fields, lang_)));
    }
  }

  const PlatformShown& shown_;
  const Mapping& mapping_;
  const TextStyle& style_;
  Lang lang_;
  std::string out_;
};

}  // namespace

void write_platforms_text(const PlatformList& list, const TextStyle& style, const Sink& to) {
  to(ListText(list, style).text());
}

void write_platform_text(const PlatformShown& shown, const TextStyle& style, const Sink& to) {
  MappingText(shown, style).write(to);
}

void write_platform_check(const ValidateResult& result, const Sources& sources, const TextStyle& style,
                          const Sink& to) {
  write_findings(result.findings, sources, style, to);
  std::string text = say(style.lang, {"{} 个映射：", "{:mapping}: "}, Counted{result.files});
  text += result.findings.empty() ? say(style.lang, {"没有发现问题", "no findings"})
                                  : say(style.lang, {"错误 {}，警告 {}，提示 {}", "{:error}, {:warning}, {:info}"},
                                        Counted{result.errors}, Counted{result.warnings}, Counted{result.infos});
  to(text + '\n');
}

}  // namespace matter
