#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace matter::cli {

/// A part of a command's page. Pages use these forms of Markdown and no others.
struct Block {
  enum class Kind {
    paragraph,
    item,     ///< of a `- ` list
    heading,  ///< ###
    code,     ///< fenced, or indented by four blanks; its lines, without a last line break
  };
  Kind kind = Kind::paragraph;
  std::string text;    ///< of one line (code apart), with `code` in it as written
  bool apart = false;  ///< a blank line stands before it
};

/// Lines of Chinese join without a blank.
[[nodiscard]] std::vector<Block> blocks_of(std::string_view markdown);

}  // namespace matter::cli
