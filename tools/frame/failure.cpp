#include "frame/failure.h"

#include <cerrno>
#include <string_view>

#include "diag/words.h"
#include "edit/atomic.h"

namespace matter::cli {
namespace {

struct Reason {
  int error;
  Bilingual words;
};

constexpr Reason reasons[] = {
    {ENOENT, {"没有这个文件或文件夹", "no such file or folder"}},
    {EACCES, {"没有权限", "permission denied"}},
    {EPERM, {"不允许这样操作", "operation not permitted"}},
    {EISDIR, {"是文件夹，不是文件", "is a folder, not a file"}},
    {ENOTDIR, {"不是文件夹", "is not a folder"}},
    {EEXIST, {"已经存在", "exists already"}},
    {ENOTEMPTY, {"文件夹不是空的", "the folder is not empty"}},
    {ENOSPC, {"磁盘空间不足", "no space left on the disk"}},
    {EDQUOT, {"超出磁盘配额", "disk quota exceeded"}},
    {EROFS, {"文件系统只读", "the file system is read-only"}},
    {EFBIG, {"文件太大", "the file is too large"}},
    {EPIPE, {"还没写完，接收的一方已经关闭", "closed by the reader before all was written"}},
    {EBADF, {"没有打开", "is not open"}},
    {EIO, {"读写设备出错", "the device failed"}},
    {ELOOP, {"符号链接绕成了圈", "symbolic links go in a circle"}},
    {ENAMETOOLONG, {"文件名太长", "the name is too long"}},
    {EMFILE, {"打开的文件太多", "too many open files"}},
    {EXDEV, {"不在同一个文件系统", "is on another file system"}},
};

}  // namespace

std::string told(const std::system_error& failure, Lang lang) {
  const std::string usual = failure.code().message();
  std::string_view place = failure.what();
  if (place.size() >= usual.size() && place.substr(place.size() - usual.size()) == usual) {
    place.remove_suffix(usual.size());
    if (place.size() >= 2 && place.substr(place.size() - 2) == ": ") place.remove_suffix(2);
  }
  const bool zh = lang == Lang::zh;
  if (zh && place == "standard output") place = "标准输出";
  std::string_view why = usual;
  for (const Reason& reason : reasons) {
    if (reason.error == failure.code().value()) why = reason.words.in(lang);
  }
  constexpr Bilingual changed{"在读取之后被改动了，什么也没有写；请再运行一次",
                              "it was changed after it was read; nothing was written; run the command again"};
  if (failure.code() == file_changed()) why = changed.in(lang);
  if (place.empty()) return std::string(why);
  return say(lang, {"{}：{}", "{}: {}"}, place, why);
}

}  // namespace matter::cli
