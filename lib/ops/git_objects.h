#pragma once

#include <sys/types.h>

#include <mutex>
#include <string>

#include "text/source.h"

namespace matter {

/// Contents of git's objects by id, through one `git cat-file --batch` that lives as long as this. Thread-safe.
class GitObjects : public TextReader {
 public:
  GitObjects() = default;
  ~GitObjects() override;
  GitObjects(const GitObjects&) = delete;
  GitObjects& operator=(const GitObjects&) = delete;

  void read(const std::string& id, std::string& into) override;

 private:
  void start();
  /// More bytes of what git answers, behind those that are there.
  void more();

  std::mutex mutex_;
  pid_t child_ = 0;
  int to_ = -1;
  int from_ = -1;
  std::string answer_;
};

}  // namespace matter
