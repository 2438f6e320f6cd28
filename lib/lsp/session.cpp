#include "lsp/session.h"

#include <algorithm>
#include <filesystem>

#include "catalog/names.h"
#include "doc/json_write.h"
#include "lsp/uri.h"

namespace matter::lsp {

namespace {

namespace fs = std::filesystem;

bool holds(std::string_view folder, std::string_view path) {
  if (folder == "/") return path.starts_with('/');
  return path == folder || (path.starts_with(folder) && path.size() > folder.size() && path[folder.size()] == '/');
}

void write_place(JsonWriter& json, std::string_view name, Place place) {
  json.key(name);
  json.begin_object();
  json.member("line", place.line);
  json.member("character", place.character);
  json.end_object();
}

void write_places(JsonWriter& json, Span span, std::string_view text, const Lines& lines, Counting counting) {
  json.begin_object();
  write_place(json, "start", place_of(span.begin, text, lines, counting));
  write_place(json, "end", place_of(std::max(span.begin, span.end), text, lines, counting));
  json.end_object();
}

}  // namespace

bool is_catalog_file(std::string_view path) { return path.substr(path.rfind('/') + 1) == config_name; }

Session::Session(ServerOptions options) : options_(std::move(options)), texts_(std::make_shared<OpenTexts>()) {
  client_.lang = options_.lang;
}

Buffer* Session::find(std::string_view uri) {
  const auto found = buffers_.find(std::string(uri));
  return found == buffers_.end() ? nullptr : &found->second;
}

Buffer* Session::find_path(std::string_view path) {
  const auto found =
      std::find_if(buffers_.begin(), buffers_.end(), [&](const auto& one) { return one.second.path == path; });
  return found == buffers_.end() ? nullptr : &found->second;
}

/// The folder that the user opened; else the catalog; else the file alone, by itself or, where it is not on the disk,
/// as what standard input would be.
std::string Session::root_of(const std::string& path) const {
  std::string best;
  for (const std::string& folder : folders_) {
    if (holds(folder, path) && folder.size() > best.size()) best = folder;
  }
  std::error_code none;
  if (!best.empty() && fs::is_directory(best, none)) return best;
  if (!path.starts_with('/')) return "-";
  for (fs::path folder = fs::path(path).parent_path();; folder = folder.parent_path()) {
    if (fs::is_regular_file(folder / config_name, none)) return folder.string();
    if (!folder.has_relative_path()) break;
  }
  return fs::is_regular_file(path, none) ? path : "-";
}

void Session::assign(Buffer& buffer) {
  const std::string root = root_of(buffer.path);
  const auto known =
      std::find_if(projects_.begin(), projects_.end(), [&](const auto& one) { return one->root == root; });
  if (known != projects_.end()) {
    buffer.project = *known;
    return;
  }
  buffer.project = std::make_shared<Project>();
  buffer.project->root = root;
  buffer.project->load_due = Clock::now();
  projects_.push_back(buffer.project);
}

LiveCheck* Session::live(const Buffer& buffer) const {
  LiveCheck* const live = buffer.project == nullptr ? nullptr : buffer.project->live.get();
  return live != nullptr && live->takes(buffer.path) ? live : nullptr;
}

const LoadedFile& Session::loaded(Buffer& buffer) {
  if (!buffer.stale && buffer.loaded != nullptr) return *buffer.loaded;
  if (buffer.loaded == nullptr) buffer.loaded = std::make_unique<LoadedFile>();
  if (LiveCheck* const live = this->live(buffer)) {
    buffer.checked = live->check(buffer.path, *buffer.loaded);
    buffer.stale = false;
    return *buffer.loaded;
  }
  const auto [at, fresh] = alone_of_.try_emplace(buffer.path, no_source);
  if (fresh) at->second = alone_.add_object(buffer.path, buffer.path, texts_);
  Collector unheard(lang());
  load_file(alone_, at->second, *buffer.loaded, unheard);
  if (is_catalog_file(buffer.path)) buffer.loaded->matters.clear();
  buffer.checked = {};
  buffer.stale = buffer.project != nullptr && buffer.project->live == nullptr;
  return *buffer.loaded;
}

const FileText& Session::file(const std::string& path) {
  const auto [at, fresh] = files_.try_emplace(path);
  FileText& file = at->second;
  if (!fresh && file.lines != nullptr) return file;
  const Buffer* const open = find_path(path);
  if (open != nullptr) {
    file.uri = open->uri;
    file.text = open->text;
  } else {
    auto text = std::make_shared<std::string>();
    read_file(path, *text);
    make_utf8(*text);
    file.uri = uri_of_path(path);
    file.text = std::move(text);
  }
  file.lines = std::make_unique<Lines>(*file.text);
  return file;
}

void Session::write_range(JsonWriter& json, const Buffer& buffer, Span span) const {
  write_places(json, span, *buffer.text, *buffer.lines, client_.counting);
}

void Session::write_range(JsonWriter& json, const FileText& file, Span span) const {
  write_places(json, span, *file.text, *file.lines, client_.counting);
}

void Session::write_location(JsonWriter& json, const std::string& path, Span span) {
  const FileText& text = file(path);
  json.begin_object();
  json.member("uri", text.uri);
  json.key("range");
  write_range(json, text, span);
  json.end_object();
}

}  // namespace matter::lsp
