#include "model/family_name.h"

namespace matter {

const FamilyName& name_of(Family family) {
  static constexpr FamilyName names[family_number] = {
      {"unknown", {"没有写明类型", "type not given"}},
      {"licence", {"行政许可", "licences"}},
      {"on_application", {"其他依申请权力", "other powers on application"}},
      {"public_service", {"公共服务", "public services"}},
      {"ex_officio", {"依职权", "ex officio"}},
      {"bundle", {"一件事", "bundles"}},
  };
  return names[static_cast<std::size_t>(family)];
}

}  // namespace matter
