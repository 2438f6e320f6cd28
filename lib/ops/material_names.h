#pragma once

#include <map>
#include <string>
#include <vector>

#include "ops/run.h"
#include "text/source.h"

namespace matter {

/// One way in which a material is called, and who asks for it so.
struct MaterialForm {
  std::string name;  ///< as first written
  std::size_t matters = 0;
  std::map<std::string, std::size_t> agencies;  ///< matters of each
  Location at;                                  ///< where it stands first
};

/// One material under several names, of more than one agency.
struct NearMaterials {
  std::vector<MaterialForm> forms;  ///< most matters first
};

/// A material that one agency asks for and another issues.
struct ShareableMaterial {
  MaterialForm asked;   ///< of agencies that are not the issuer
  MaterialForm issued;  ///< the result, or the matter that is called after it
};

struct MaterialNames {
  std::vector<NearMaterials> near;
  std::vector<ShareableMaterial> shareable;
  std::size_t matters = 0, files = 0, names = 0;  ///< `names`: different ones of materials
  std::size_t damaged = 0;
};

/// Materials of effective matters, entries of standard catalogs aside: those that are one and called differently
/// (whether original or copy, what stands in brackets except of application forms, 的 and signs do not make another),
/// and those that another agency issues, as a result or by a matter such as 开具…证明 and …证核发. Materials that need
/// not be handed in (免交方式) are not asked for. Most matters first. The time grows with the names, not with their
/// pairs.
[[nodiscard]] MaterialNames material_names(const std::vector<std::string>& paths, const RunOptions& options,
                                           Sources& sources);

/// What is left of a name when nothing stands in it that makes no other material; empty where nothing is left.
[[nodiscard]] std::string material_core(std::string_view name);
/// What a matter of this name issues: 残疾人证 of 残疾人证核发, 无犯罪记录证明 of 开具无犯罪记录证明; else empty.
[[nodiscard]] std::string issued_by_name(std::string_view matter);

}  // namespace matter
