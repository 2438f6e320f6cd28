#include "report/not_checked.h"

namespace matter {

void write_not_checked(std::string_view key, const std::vector<NotChecked>& rows, JsonWriter& to) {
  to.key(key);
  to.begin_array();
  for (const NotChecked& row : rows) {
    to.begin_object();
    to.member("what", row.what);
    to.member("reason", row.reason);
    to.member("count", row.count);
    to.end_object();
  }
  to.end_array();
}

}  // namespace matter
