#pragma once

#include <optional>
#include <string>
#include <vector>

#include "frame/invocation.h"
#include "ops/find.h"

namespace matter::cli {

// Which matters are meant, of commands that look through matters (find, list).
extern const Option name_option;
extern const Option code_option;
extern const Option agency_option;
extern const Option mode_option;
extern const Option level_option;
extern const Option type_option;
extern const Option family_option;

/// Search words and paths, in any order.
inline constexpr Operand words_operand{
    .name = {"词或路径", "WORD|PATH"},
    .help = {"词：名称、实施主体或编码的一部分，或拼音首字母；存在的文件和文件夹是查找的范围，不给时为当前文件夹",
             "words: a part of a name, an agency or a code, or initials of pinyin; files and folders that exist are "
             "where to look, without any the working folder"},
    .needed = false,
    .many = true};

/// What those options and the operands say.
struct Looked {
  MatterQuery of;
  std::vector<std::string> paths;  ///< never empty
};

/// An operand that exists, has a slash or ends as a file of matters does is a path, any other a search word. Nothing
/// where a value is none of its list: that is said, with the nearest one.
[[nodiscard]] std::optional<Looked> looked_for(const Invocation& in);

/// That none was found among so many, and which words may have been meant as paths.
void say_none(const Invocation& in, const FindResult& result);

/// No matter was there to look through.
[[nodiscard]] Bilingual nothing_to_look_through();

}  // namespace matter::cli
