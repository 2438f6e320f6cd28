#include "ops/left_out.h"

#include "diag/words.h"

namespace matter {

std::string left_out_words(const Discovery& found, Lang lang) {
  return say(lang, {".matterignore 排除在外：{}{}", "left out by .matterignore: {}{}"}, found.first_left_out,
             found.left_out > 1 ? say(lang, {" 等", " and others"}) : std::string());
}

void say_left_out(const Discovery& found, const RunOptions& options) {
  if (found.left_out == 0 || !options.left_out) return;
  options.left_out(say(options.lang, {"{} 个文件：{}", "{:file}: {}"}, Counted{found.left_out},
                       left_out_words(found, options.lang)));
}

}  // namespace matter
