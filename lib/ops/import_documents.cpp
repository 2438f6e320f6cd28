#include "ops/import_documents.h"

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <vector>

#include "doc/encoding.h"
#include "ops/import_messages.h"
#include "text/lines.h"

namespace matter {

namespace {

namespace fs = std::filesystem;

/// What a declaration means, as `name` says it; empty where it is an encoding that is not read.
std::string_view meant(std::string_view declared) {
  std::string lower(declared);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  if (lower == "utf-8" || lower == "utf8" || lower == "us-ascii" || lower == "ascii") return name(Encoding::utf8);
  if (lower.starts_with("gb") || lower == "cp936") return name(Encoding::gb18030);
  if (lower.starts_with("utf-16")) return name(Encoding::utf16_le);
  return lower.starts_with("utf-32") ? name(Encoding::utf32_le) : std::string_view{};
}

/// The text of one file in UTF-8.
class OpenedText {
 public:
  OpenedText(Sources& sources, MessageFile& file, Collector& findings)
      : sources_(sources), file_(file), findings_(findings) {}

  bool open(SourceId source, bool xml) {
    file_.source = source;
    file_.text = sources_.text(source);
    file_.documents.clear();
    file_.records.clear();
    const std::string_view text = *file_.text;
    const std::string_view declared = xml ? declared_encoding(text) : std::string_view{};
    const bool high = std::any_of(text.begin(), text.end(), [](char c) { return static_cast<signed char>(c) < 0; });
    if (!high) return true;  // the same bytes in all of them
    if (first_not_utf8(text) != std::string_view::npos) return convert(text, declared);
    const std::string_view is = name(sources_.encoding(source));
    if (declared.empty() || meant(declared) == is) return true;
    Diagnostic& d =
        findings_.add("yaml-encoding", Severity::error, place(declared),
                      {"声明的编码是 {}，内容却是 {}", "declared as {}, but the text is in {}"}, declared, is);
    d.hint = say(findings_.lang(), {"改正声明，或者把文件另存为声明的编码",
                                    "correct the declaration, or save the file in the encoding that it declares"});
    return false;
  }

 private:
  /// Bytes that only the declaration tells the encoding of.
  bool convert(std::string_view text, std::string_view declared) {
    if (meant(declared) != name(Encoding::gb18030)) {
      say_not_utf8(text, file_.source, 0, findings_);
      return false;
    }
    std::size_t bad = 0;
    auto converted = to_utf8(text, Encoding::gb18030, bad);
    if (!converted) {
      const auto at = static_cast<std::uint32_t>(bad);
      Diagnostic& d = findings_.add(
          "yaml-encoding", Severity::error, {file_.source, {at, at + 1}},
          {"声明的编码是 {}，这里的字节却不是", "declared as {}, but these bytes are none of it"}, declared);
      d.notes.push_back({say(findings_.lang(), {"在这里声明", "it is declared here"}), place(declared)});
      return false;
    }
    const std::string path(sources_.name(file_.source));
    file_.source = sources_.add_text(SourceKind::memory, path, std::move(*converted));
    file_.text = sources_.text(file_.source);
    return true;
  }

  [[nodiscard]] Location place(std::string_view declared) const {
    const auto at = static_cast<std::uint32_t>(declared.data() - file_.text->data());
    return {file_.source, {at, at + static_cast<std::uint32_t>(declared.size())}};
  }

  Sources& sources_;
  MessageFile& file_;
  Collector& findings_;
};

bool find_records(const Mapping& mapping, MessageFile& file, Collector& findings) {
  return mapping.medium == Medium::xml ? read_xml_messages(mapping, file, findings)
                                       : read_json_entries(mapping, file, findings);
}

void read_record(const MessageFile::Record& record, RecordImport& records, IncomingMatter& into) {
  into.notes.clear();
  into.key.clear();
  into.at = record.at;
  records.begin(*record.from, record.node, into.notes);
  if (record.sample) records.mark_sample();
  into.root = records.finish(into.doc);
  into.disagreements = records.disagreements();
  const NodeId sample = into.doc.find(into.root, "sample");
  into.sample = sample != no_node && into.doc.node(sample).text() == "是";
}

class DocumentMatters final : public IncomingMatters {
 public:
  DocumentMatters(const Mapping& mapping, std::vector<SourceId> files, Sources& sources, Collector& findings)
      : mapping_(mapping),
        files_(std::move(files)),
        sources_(sources),
        findings_(findings),
        records_(mapping, mapping.tables[0]),
        again_(mapping, mapping.tables[0]) {}

  Outcome next(IncomingMatter& into) override {
    while (record_ >= open_.records.size()) {
      if (at_ == files_.size()) return Outcome::end;
      record_ = 0;
      if (!open(at_++, open_, findings_)) {
        open_.records.clear();
        return Outcome::refused;
      }
    }
    places_.push_back({at_ - 1, record_});
    read(open_.records[record_++], records_, into);
    (into.sample ? any_sample_ : any_real_) = true;
    return Outcome::matter;
  }

  void again(std::size_t n, IncomingMatter& into) override {
    const Place& place = places_.at(n);
    if (opened_again_ != place.file) {
      Collector unheard(findings_.lang());
      static_cast<void>(open(place.file, open_again_, unheard));
      opened_again_ = place.file;
    }
    read(open_again_.records.at(place.record), again_, into);
  }

  [[nodiscard]] std::vector<ColumnCounts> counts() const override { return records_.counts(); }
  [[nodiscard]] std::string file_name(const IncomingMatter& one) const override {
    return records_.file_name(one.doc, one.root);
  }
  [[nodiscard]] SaidColumns said(bool) const override { return records_.filled(); }
  [[nodiscard]] std::vector<FieldPath> item_lists() const override { return records_.filled_lists(); }
  void read_only(const SaidColumns& columns) override {
    records_.read_only(columns);
    again_.read_only(columns);
  }
  [[nodiscard]] bool holds(bool sample) const override { return sample ? any_sample_ : any_real_; }
  [[nodiscard]] std::pair<std::size_t, std::size_t> progress() const override { return {at_, files_.size()}; }

 private:
  struct Place {
    std::size_t file, record;
  };
  static constexpr std::size_t none = ~std::size_t{0};

  bool open(std::size_t n, MessageFile& file, Collector& findings) {
    return OpenedText(sources_, file, findings).open(files_[n], mapping_.medium == Medium::xml) &&
           find_records(mapping_, file, findings);
  }

  void read(const MessageFile::Record& record, RecordImport& records, IncomingMatter& into) {
    read_record(record, records, into);
    into.number = static_cast<std::uint32_t>(places_.size());
  }

  const Mapping& mapping_;
  std::vector<SourceId> files_;
  Sources& sources_;
  Collector& findings_;
  RecordImport records_, again_;
  MessageFile open_, open_again_;
  std::vector<Place> places_;
  std::size_t at_ = 0, record_ = 0, opened_again_ = none;
  bool any_sample_ = false, any_real_ = false;
};

std::vector<std::string> files_in(const std::string& folder, std::string_view suffix) {
  std::vector<std::string> paths;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    const bool of_export =
        name == "manifest.json" || name == "losses.json" || name == "state.json" || name == "gone.json";
    if (entry.is_regular_file() && name.ends_with(suffix) && !of_export && !name.starts_with('.'))
      paths.push_back(entry.path().string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace

struct DocumentTexts::State {
  explicit State(const Mapping& of) : mapping(of), records(of, of.tables[0]) {}
  const Mapping& mapping;
  RecordImport records;
  MessageFile file;
  IncomingMatter made;
  Collector unheard{Lang::en};
};

DocumentTexts::DocumentTexts(const Mapping& mapping) : state_(std::make_unique<State>(mapping)) {}
DocumentTexts::~DocumentTexts() = default;

void DocumentTexts::read_only(const SaidColumns& columns) { state_->records.read_only(columns); }

const IncomingMatter* DocumentTexts::of(std::string text) {
  State& s = *state_;
  s.file.text = std::make_shared<const std::string>(std::move(text));
  s.file.documents.clear();
  s.file.records.clear();
  s.unheard = Collector(Lang::en);
  if (!find_records(s.mapping, s.file, s.unheard) || s.file.records.size() != 1) return nullptr;
  read_record(s.file.records[0], s.records, s.made);
  return &s.made;
}

bool has_documents(const Mapping& mapping) {
  return mapping.documents() && mapping.tables.size() == 1 && mapping.tables[0].each.count == 0;
}

std::unique_ptr<IncomingMatters> incoming_documents(const Mapping& mapping, const std::string& path, Sources& sources,
                                                    Collector& findings, SourceId& source) {
  std::vector<SourceId> files;
  const std::string_view suffix = kind_of(mapping.medium).suffix;
  if (path == "-") {
    files.push_back(sources.add_text(SourceKind::standard_input, "-", read_standard_input()));
  } else if (!fs::is_directory(path)) {
    files.push_back(sources.add_file(path));
  } else {
    for (const std::string& file : files_in(path, suffix)) files.push_back(sources.add_file(file));
  }
  if (files.empty()) {
    findings.add("field-missing", Severity::error, {}, {"“{}”中没有 {} 文件", "'{}' holds no {} file"}, path, suffix);
    return nullptr;
  }
  source = files.front();
  return incoming_documents(mapping, std::move(files), sources, findings);
}

std::unique_ptr<IncomingMatters> incoming_documents(const Mapping& mapping, std::vector<SourceId> files,
                                                    Sources& sources, Collector& findings) {
  return std::make_unique<DocumentMatters>(mapping, std::move(files), sources, findings);
}

}  // namespace matter
