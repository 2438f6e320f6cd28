#include "ops/material_names.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "diag/collector.h"
#include "ops/load.h"
#include "text/unicode.h"

namespace matter {

namespace {

void drop(std::string& text, std::string_view part) {
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at)) text.erase(at, part.size());
}

/// What stands in brackets goes with them; a bracket that is never closed stays.
void drop_brackets(std::string& text) {
  for (std::size_t open = text.find('('); open != std::string::npos; open = text.find('(', open)) {
    const std::size_t close = text.find(')', open);
    if (close == std::string::npos) return;
    text.erase(open, close - open + 1);
  }
}

bool is_certificate(std::string_view name) {
  static constexpr std::array<std::string_view, 6> endings = {"证", "证书", "证明", "执照", "证明书", "批复"};
  constexpr std::size_t least = 12;  // bytes: 许可证 or 证明 alone are no name
  return name.size() >= least &&
         std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return name.ends_with(ending); });
}

std::string text_of(const Text& text) { return text.given() ? std::string(trimmed(text.text)) : std::string{}; }

class Names {
 public:
  void meet(const MatterView& view) {
    if (view.standard) return;
    const Matter& m = view.matter;
    const std::string agency = text_of(m.agency.name);
    for (const Material& material : m.materials) {
      if (!material.name.given() || is_waived(material)) continue;
      const std::string core = material_core(material.name.text);
      if (!core.empty())
        count(asked_[core][normalised(material.name.text)], text_of(material.name), agency, material.name.at());
    }
    for (const Result& result : m.results) {
      if (result.name.given()) issue(material_core(result.name.text), text_of(result.name), agency, result.name.at());
    }
    if (m.name.given()) issue(issued_by_name(m.name.text), text_of(m.name), agency, m.name.at());
  }

  MaterialNames take(const LoadSummary& loaded) {
    MaterialNames result;
    result.matters = loaded.matters;
    result.files = loaded.files;
    result.damaged = loaded.damaged;
    for (auto& [core, forms] : asked_) {
      result.names += forms.size();
      if (const auto issued = issued_.find(core); issued != issued_.end()) share(forms, issued->second, result);
      near(forms, result);
    }
    const auto by_matters = [](const auto& a, const auto& b) {
      const auto key = [](const auto& one) { return std::pair(-static_cast<long>(weight(one)), name_of(one)); };
      return key(a) < key(b);
    };
    std::sort(result.near.begin(), result.near.end(), by_matters);
    std::sort(result.shareable.begin(), result.shareable.end(), by_matters);
    return result;
  }

 private:
  using Forms = std::unordered_map<std::string, MaterialForm>;  // by normalised name

  static bool is_waived(const Material& material) { return material.waiver.given() && !material.waiver.is("无法免交"); }

  static void count(MaterialForm& form, const std::string& name, const std::string& agency, Location at) {
    if (form.matters++ == 0) {
      form.name = name;
      form.at = at;
    }
    ++form.agencies[agency];
  }

  void issue(const std::string& core, const std::string& name, const std::string& agency, Location at) {
    if (is_certificate(core)) count(issued_[core], name, agency, at);
  }

  static std::size_t weight(const NearMaterials& near) {
    std::size_t sum = 0;
    for (const MaterialForm& form : near.forms) sum += form.matters;
    return sum;
  }
  static std::size_t weight(const ShareableMaterial& one) { return one.asked.matters; }
  static const std::string& name_of(const NearMaterials& near) { return near.forms.front().name; }
  static const std::string& name_of(const ShareableMaterial& one) { return one.asked.name; }

  static void near(Forms& forms, MaterialNames& result) {
    if (forms.size() < 2) return;
    NearMaterials group;
    std::map<std::string, std::size_t> agencies;
    for (auto& [key, form] : forms) {
      for (const auto& [agency, matters] : form.agencies) agencies[agency] += matters;
      group.forms.push_back(form);
    }
    if (agencies.size() < 2) return;
    std::sort(group.forms.begin(), group.forms.end(), [](const MaterialForm& a, const MaterialForm& b) {
      return a.matters != b.matters ? a.matters > b.matters : a.name < b.name;
    });
    result.near.push_back(std::move(group));
  }

  static void share(const Forms& forms, const MaterialForm& issued, MaterialNames& result) {
    ShareableMaterial one;
    for (const auto& [key, form] : forms) {
      for (const auto& [agency, matters] : form.agencies) {
        if (issued.agencies.contains(agency)) continue;
        one.asked.agencies[agency] += matters;
        one.asked.matters += matters;
      }
      const bool first = one.asked.name.empty() || std::pair(form.at.source, form.at.span.begin) <
                                                       std::pair(one.asked.at.source, one.asked.at.span.begin);
      if (first) {
        one.asked.name = form.name;
        one.asked.at = form.at;
      }
    }
    if (one.asked.matters == 0) return;
    one.issued = issued;
    result.shareable.push_back(std::move(one));
  }

  std::unordered_map<std::string, Forms> asked_;  // by core
  std::unordered_map<std::string, MaterialForm> issued_;
};

}  // namespace

std::string material_core(std::string_view name) {
  std::string core = normalised(name);
  // Of forms, what stands in brackets says which form it is.
  std::string bare = core;
  drop_brackets(bare);
  const auto is_form = [&](std::string_view ending) { return bare.ends_with(ending); };
  if (!is_form("申请表") && !is_form("申请书") && !is_form("登记表")) core = std::move(bare);
  for (const std::string_view part : {"原件及复印件", "原件和复印件", "原件或复印件", "原件与复印件", "复印件", "原件",
                                      "扫描件", "电子版", "影印件", "<", ">", "\"", ".", ",", ";", "的"}) {
    drop(core, part);
  }
  return core;
}

std::string issued_by_name(std::string_view matter) {
  std::string name = material_core(matter);
  for (const std::string_view front : {"开具", "核发", "申领", "发放"}) {
    if (name.starts_with(front) && is_certificate(name.substr(front.size()))) return name.substr(front.size());
  }
  for (const std::string_view end : {"核发", "发放", "颁发", "签发", "申领", "开具"}) {
    if (!name.ends_with(end)) continue;
    name.resize(name.size() - end.size());
    return is_certificate(name) ? name : std::string();
  }
  return {};
}

MaterialNames material_names(const std::vector<std::string>& paths, const RunOptions& options, Sources& sources) {
  Collector unheard(options.lang);
  Names names;
  const LoadSummary loaded = for_each_matter(paths, options, sources, unheard,
                                             [&](const MatterView& view, const LoadedFile&) { names.meet(view); });
  return names.take(loaded);
}

}  // namespace matter
