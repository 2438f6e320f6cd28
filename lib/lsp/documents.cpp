#include <algorithm>
#include <exception>

#include "catalog/names.h"
#include "lsp/server.h"
#include "lsp/uri.h"

// What is open, and the checks that follow from it.

namespace matter::lsp {

namespace {

/// Files that change come in crowds (a checkout, a save of all); rules across matters need no answer while one types.
constexpr std::chrono::milliseconds load_wait{400}, judge_wait{250};

void set_earlier(std::optional<Clock::time_point>& due, Clock::time_point at) {
  if (!due || at < *due) due = at;
}

}  // namespace

void Server::open(const Json& params) {
  const Json document = params["textDocument"];
  const Json text = document["text"];
  if (!document["uri"].is_text() || !text.is_text() || text.text().size() > max_source_bytes) return;
  const std::string uri(document["uri"].text());
  session_.buffers().erase(uri);
  const auto [at, fresh] =
      session_.buffers().emplace(uri, Buffer(uri, document["version"].number().value_or(0), std::string(text.text())));
  session_.texts()->set(at->second.path, at->second.text);
  session_.assign(at->second);
}

void Server::change(const Json& params) {
  Buffer* const buffer = session_.find(params["textDocument"]["uri"].text());
  if (buffer == nullptr) return;
  if (!buffer->change(params["contentChanges"], session_.client().counting))
    return log("a change that is none was passed over: " + buffer->uri);
  buffer->version = params["textDocument"]["version"].number().value_or(buffer->version + 1);
  session_.texts()->set(buffer->path, buffer->text);
  const LiveCheck* const live = buffer->project == nullptr ? nullptr : buffer->project->live.get();
  if (live != nullptr && !live->takes(buffer->path)) reload(*buffer->project);  // it says how others are checked
}

void Server::save(const Json& params) {
  Buffer* const buffer = session_.find(params["textDocument"]["uri"].text());
  if (buffer == nullptr) return;
  buffer->unsaved = false;
  if (buffer->project == nullptr || buffer->project->live == nullptr) return;
  const auto& project = buffer->project;
  if (project->live->concerns_others(buffer->path)) return reload(*project);
}

/// What was written and not saved is gone: what the catalogs know of the file is read again.
void Server::close(const Json& params) {
  const auto at = session_.buffers().find(std::string(params["textDocument"]["uri"].text()));
  if (at == session_.buffers().end()) return;
  Buffer& buffer = at->second;
  session_.texts()->close(buffer.path);
  if (buffer.project != nullptr) reload(*buffer.project);
  publish_nothing(buffer.uri);
  session_.buffers().erase(at);
}

/// Files that are open are known by what is written in them, unless others take something from what was saved.
void Server::files_changed(const Json& params) {
  for (const Json& one : params["changes"].items()) {
    const std::string path = path_of_uri(one["uri"].text());
    for (const auto& project : session_.projects()) {
      if (project->root != "-" && !path.starts_with(project->root)) continue;
      if (session_.find_path(path) == nullptr) reload(*project);
    }
  }
}

void Server::folders_changed(const Json& params) {
  std::vector<std::string>& folders = session_.folders();
  for (const Json& folder : params["event"]["removed"].items()) std::erase(folders, path_of_uri(folder["uri"].text()));
  for (const Json& folder : params["event"]["added"].items()) {
    if (std::string path = path_of_uri(folder["uri"].text()); !path.empty()) folders.push_back(std::move(path));
  }
  reassign();
}

void Server::reassign() {
  for (auto& [uri, buffer] : session_.buffers()) {
    session_.assign(buffer);
    buffer.stale = true;
    buffer.across.clear();
  }
  std::erase_if(session_.projects(), [&](const std::shared_ptr<Project>& project) {
    return std::none_of(session_.buffers().begin(), session_.buffers().end(),
                        [&](const auto& one) { return one.second.project == project; });
  });
}

void Server::reload(Project& project) { project.load_due = Clock::now() + load_wait; }

std::optional<Clock::time_point> Server::next_work() const {
  std::optional<Clock::time_point> next;
  for (const auto& project : const_cast<Session&>(session_).projects()) {
    if (project->load_due && !project->loading) set_earlier(next, *project->load_due);
    if (project->judge_due && !project->judging && project->live != nullptr) set_earlier(next, *project->judge_due);
  }
  return next;
}

void Server::work(Clock::time_point now) {
  session_.forget_files();
  for (auto& [uri, buffer] : session_.buffers()) {
    if (!buffer.stale || session_.live(buffer) == nullptr) continue;
    try {
      static_cast<void>(session_.loaded(buffer));
      publish(buffer);
    } catch (const std::exception& fault) {  // a standard entry that was deleted meanwhile
      buffer.stale = false;
      log(fault.what());
    }
    set_earlier(buffer.project->judge_due, now + judge_wait);
  }
  const std::vector<std::shared_ptr<Project>> projects = session_.projects();
  for (const auto& project : projects) {
    if (project->load_due && *project->load_due <= now && !project->loading) load(project);
    if (project->judge_due && *project->judge_due <= now && !project->judging && project->live != nullptr)
      judge(project);
  }
}

void Server::load(const std::shared_ptr<Project>& project) {
  project->load_due.reset();
  project->loading = true;
  RunOptions options;
  options.lang = session_.lang();
  options.jobs = session_.options().jobs;
  if (session_.options().today) options.today = session_.options().today();
  elsewhere_([this, project, options, texts = session_.texts()]() -> Done {
    std::shared_ptr<LiveCheck> live;
    std::string fault;
    try {
      live = std::make_shared<LiveCheck>(std::vector<std::string>{project->root}, texts, options);
    } catch (const std::exception& failed) {
      fault = failed.what();
    }
    return [this, project, live, fault] {
      project->loading = false;
      if (live != nullptr) return loaded(*project, live);
      log(session_.said({"读不了目录：{}", "the catalogs could not be read: {}"}, fault));
    };
  });
}

void Server::loaded(Project& project, std::shared_ptr<LiveCheck> live) {
  project.live = std::move(live);
  for (auto& [uri, buffer] : session_.buffers()) {
    if (buffer.project.get() == &project) buffer.stale = true;
  }
  publish_catalogs(project);
}

void Server::judge(const std::shared_ptr<Project>& project) {
  project->judge_due.reset();
  std::map<std::string, LiveCheck::Checked> open;
  for (auto& [uri, buffer] : session_.buffers()) {
    if (buffer.project != project || session_.live(buffer) == nullptr || buffer.stale) continue;
    open[buffer.path] = {{}, buffer.checked.facts, buffer.checked.whole};
    buffer.since.clear();
  }
  if (open.empty()) return;
  project->judging = true;
  elsewhere_([this, project, live = project->live, open = std::move(open)]() -> Done {
    using Found = std::map<std::string, std::vector<Diagnostic>>;
    auto found = std::make_shared<Found>();
    std::string fault;
    try {
      *found = live->judge(open);
    } catch (const std::exception& failed) {
      fault = failed.what();
    }
    return [this, project, live, found, open, fault] {
      project->judging = false;
      if (!fault.empty()) log(fault);
      if (project->live != live) return;  // read anew meanwhile: asked again
      for (const auto& [path, checked] : open) {
        Buffer* const buffer = session_.find_path(path);
        if (buffer == nullptr || buffer->project != project) continue;
        buffer->across = std::move((*found)[path]);
        for (Diagnostic& d : buffer->across) {
          for (const Shift& by : buffer->since) shift(d, by);
        }
        publish(*buffer);
      }
    };
  });
}

}  // namespace matter::lsp
