#include "model/field.h"
#include "model/matter.h"

namespace matter {

using enum NoneMeaning;

namespace {

constexpr Field fields[] = {
    field<MATTER_MEMBER(Material, name)>(
        "name", "材料名称", {"材料全称，一项一种，如 营业执照", "Full name, one material an item, such as 营业执照"},
        {.required = families::all, .list_name = true, .main_text = true}),
    field<MATTER_MEMBER(Material, code)>(
        "code", "材料编码", {"业务办理项编码加 8 位流水号，加引号", "业务办理项编码 and a serial of 8 digits, quoted"},
        {.format = Format::code, .list_key = true}),
    field<MATTER_MEMBER(Material, kind)>(
        "kind", "材料类型",
        {"证件证书证明、申请表格文书或其他", "证件证书证明 (certificate), 申请表格文书 (form) or 其他"},
        {.values = "material_kind"}),
    field<MATTER_MEMBER(Material, necessity)>(
        "necessity", "材料必要性", {"必要、非必要或容缺后补", "必要 (required), 非必要 or 容缺后补 (may follow later)"},
        {.values = "material_necessity"}),
    field<MATTER_MEMBER(Material, within)>(
        "within", "补交期限",
        {"容缺后补的，几日内补交，如 5 工作日", "When a 容缺后补 material must follow, such as 5 工作日"}),
    field<MATTER_MEMBER(Material, form)>("form", "材料形式",
                                         {"纸质、电子化或纸质和电子化", "纸质 (paper), 电子化 or 纸质和电子化"},
                                         {.values = "material_form"}),
    field<MATTER_MEMBER(Material, demand)>(
        "demand", "原件复印件要求",
        {"收原件、验原件、收复印件还是电子文档，如 [原件(验), 复印件]",
         "Originals kept or only checked, copies, electronic papers, such as [原件(验), 复印件]"},
        {.values = "material_demand"}),
    field<MATTER_MEMBER(Material, submit)>(
        "submit", "提交方式", {"怎样交，如 [上传, 电子证照]", "How it is handed in, such as [上传, 电子证照]"},
        {.values = "material_submit"}),
    field<MATTER_MEMBER(Material, originals)>("originals", "原件份数",
                                              {"收取的原件份数，如 1", "Originals that are taken, such as 1"}),
    field<MATTER_MEMBER(Material, copies)>("copies", "复印件份数",
                                           {"收取的复印件份数，如 2", "Copies that are taken, such as 2"}),
    field<MATTER_MEMBER(Material, source)>("source", "来源渠道",
                                           {"申请人自备、政府部门核发、中介机构出具或其他",
                                            "申请人自备 (the applicant's own), 政府部门核发, 中介机构出具 or 其他"},
                                           {.values = "material_source"}),
    field<MATTER_MEMBER(Material, source_note)>(
        "source_note", "来源渠道说明",
        {"由谁核发或出具，如 市场监督管理部门核发", "Who issues it, such as 市场监督管理部门核发"}),
    field<MATTER_MEMBER(Material, waiver)>(
        "waiver", "免交方式",
        {"政府部门核发的材料如何免交，如 电子证照、数据核验",
         "How a government-issued one need not be handed in, such as 电子证照, 数据核验"},
        {.values = "material_waiver"}),
    field<MATTER_MEMBER(Material, licence_code)>("licence_code", "电子证照目录编码",
                                                 {"对应的电子证照类型，如 \"11100000000013338W001\"",
                                                  "Type of the electronic licence, such as \"11100000000013338W001\""},
                                                 {.format = Format::code}),
    field<MATTER_MEMBER(Material, proof)>(
        "proof", "是否证明事项",
        {"是否要由他人出具证明：是 或 否", "Whether somebody must certify it: 是 (yes) or 否 (no)"}),
    field<MATTER_MEMBER(Material, seal)>(
        "seal", "盖章要求",
        {"盖谁的章，可否用电子印章，如 申请单位公章，可用电子印章",
         "Whose seal it bears, and whether an electronic one does, such as 申请单位公章，可用电子印章"},
        {.none = declared}),
    field<MATTER_MEMBER(Material, situations)>(
        "for", "适用情形",
        {"只在哪些办理情形中需要，如 [单位经营]", "The situations that need it, such as [单位经营]"}),
    field<MATTER_MEMBER(Material, basis)>(
        "basis", "要求提供材料的依据",
        {"要求这份材料的条款，如 《示例条例》第八条", "The article that demands it, such as 《示例条例》第八条"}),
    field<MATTER_MEMBER(Material, blank_form)>(
        "blank_form", "空白表格",
        {"空白表格的文件，如 files/申请表.docx", "File of the blank form, such as files/申请表.docx"},
        {.format = Format::file, .none = declared}),
    field<MATTER_MEMBER(Material, sample)>(
        "sample", "示例样表",
        {"填好的样表文件，如 files/申请表样表.pdf", "File of a filled-in sample, such as files/申请表样表.pdf"},
        {.format = Format::file, .none = declared}),
    field<MATTER_MEMBER(Material, accept_standard)>(
        "accept_standard", "受理标准",
        {"怎样算合格，如 在有效期内、信息一致", "What makes it acceptable, such as 在有效期内、信息一致"}),
    field<MATTER_MEMBER(Material, fill_note)>(
        "fill_note", "填报须知",
        {"填写或上传时注意什么，如 原件扫描", "What to mind when filling in or uploading, such as 原件扫描"}),
    field<MATTER_MEMBER(Material, paper)>("paper", "纸质材料规格", {"纸张规格，如 A4", "Paper format, such as A4"}),
    field<MATTER_MEMBER(Material, standard)>(
        "standard", "对应标准材料",
        {"对应标准条目中的哪份材料：编码或名称；同名的不写",
         "Its counterpart in the standard entry, by code or name, where the names differ"}),
    field<MATTER_MEMBER(Material, replaces)>(
        "replaces", "合并的材料",
        {"一件事中合并了各事项的哪些材料，如 [卫生许可申请表]",
         "Of a 一件事: the members' materials it replaces, such as [卫生许可申请表]"}),
    field<MATTER_MEMBER(Material, remark)>(
        "remark", "备注", {"其他需要说明的，如 由窗口代为复印", "Anything else, such as 由窗口代为复印"}),
};
constexpr auto index = make_index(fields);

}  // namespace

template <>
const Table* table_of<Material>() {
  static constexpr Table table{"material", fields, index};
  return &table;
}

}  // namespace matter
