#include "report/pairing_words.h"

#include <cmath>

#include "diag/words.h"
#include "report/shown.h"

namespace matter {

std::string pairing_words(const MatterDiff& diff, Lang lang) {
  if (diff.other.empty()) return {};
  const std::string other = shown_text(diff.other);
  if (diff.likeness <= 0) return say(lang, {"与 {} 相比", "compared with {}"}, other);
  return say(lang, {"原为 {}，按相似程度对应（{}%）", "was {}, matched by likeness ({}%)"}, other,
             static_cast<int>(std::lround(100 * diff.likeness)));
}

std::string against_words(const DiffResult& result, Lang lang) {
  if (result.against.empty()) return {};
  if (result.against == standard_counterpart) {
    return say(lang, {"从认领的标准业务项到这里的事项", "from the standard entry bound to, to the matter here"});
  }
  return say(lang, {"从“{}”的同一事项到这里的事项", "from the same matter of {} to the one here"},
             shown_text(result.against));
}

}  // namespace matter
