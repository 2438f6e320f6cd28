#pragma once

#include <string_view>

namespace matter {

/// The look of the page of `write_diff_html`. Colours stand in pairs that keep WCAG's contrast of 4.5 in light and
/// dark.
inline constexpr std::string_view diff_html_style = R"(
:root{color-scheme:light dark;--bg:#fff;--fg:#1b1f24;--soft:#57606a;--line:#d5dbe1;--card:#f5f7f9;--link:#0a53a8;
--less:#14602c;--less-bg:#dff3e4;--more:#9b1c12;--more-bg:#fde4e1;--warn:#6b4300;--warn-bg:#fff1cf}
@media (prefers-color-scheme:dark){:root{--bg:#14171a;--fg:#e6e9ec;--soft:#a7b0b9;--line:#363d44;--card:#1d2125;
--link:#8cc2ff;--less:#93dfab;--less-bg:#143a22;--more:#ffb3aa;--more-bg:#4d1915;--warn:#f2cd88;--warn-bg:#3f2f0b}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:66rem;padding:1.5rem 1.25rem 4rem;background:var(--bg);color:var(--fg);
font:1rem/1.65 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",sans-serif;
overflow-wrap:anywhere}
h1{font-size:1.75rem;line-height:1.3;margin:.5rem 0 .25rem}
h2{font-size:1.25rem;margin:2.5rem 0 .75rem;padding-bottom:.25rem;border-bottom:2px solid var(--line)}
h3{font-size:1.0625rem;line-height:1.5;margin:0}
p{margin:.25rem 0}a{color:var(--link)}ul,ol{list-style:none;margin:0;padding:0}
.soft,.place{color:var(--soft);font-size:.875rem}.place a{color:inherit;text-decoration-color:var(--line)}
.place a:hover{text-decoration-color:currentColor}
.sample{display:inline-block;padding:.1rem .7rem;border:1px dashed currentColor;border-radius:.3rem;color:var(--warn);
background:var(--warn-bg);font-weight:600}
.tiles{display:grid;grid-template-columns:repeat(4,1fr);gap:.75rem}
.tile{border:1px solid var(--line);border-radius:.6rem;padding:.8rem 1rem;background:var(--card)}
.figure{margin:0}.figure b{display:block;font-size:1.6rem;line-height:1.3;font-weight:700}
.figure.same b{font-weight:400;color:var(--soft)}.figure.less :is(b,.share){color:var(--less)}
.figure.more :is(b,.share){color:var(--more)}
.share{font-weight:600}
.facts{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;margin-top:.9rem}
.tag{display:inline-block;padding:0 .5rem;border-radius:.3rem;font-size:.8125rem;line-height:1.5rem;font-weight:600;
white-space:nowrap;border:1px solid transparent}
.tag.less,.tag.added{color:var(--less);background:var(--less-bg)}
.tag.more,.tag.removed{color:var(--more);background:var(--more-bg)}
.tag.breaking{color:var(--more);border-color:currentColor}
.tag.neutral,.tag.changed,.tag.standard{color:var(--soft);background:var(--card);border-color:var(--line)}
.tag.compatible{color:var(--soft);font-weight:400;padding:0}
.tag.sampled{color:var(--warn);background:var(--warn-bg)}
table{border-collapse:collapse;width:100%;table-layout:fixed}thead th:first-child{width:30%}
th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid var(--line);font-weight:400}
thead th{color:var(--soft);font-size:.875rem}
td.less{color:var(--less)}td.more{color:var(--more)}
.index li{padding:.45rem 0;border-bottom:1px solid var(--line)}
.filter{display:none;border:0;margin:0 0 .5rem;padding:0}
.filter legend{float:left;padding:0;margin-right:.75rem;color:var(--soft)}
.filter label{margin-right:1rem;white-space:nowrap}
.entry{border:1px solid var(--line);border-radius:.6rem;margin:1rem 0;overflow:hidden}
.entry header{padding:.8rem 1rem;background:var(--card)}
.saved{margin-top:.35rem}.saved>span{margin-right:1.1rem;white-space:nowrap}
.saved .less{color:var(--less)}.saved .more{color:var(--more)}
.doubt{margin:0;padding:.5rem 1rem;color:var(--warn);background:var(--warn-bg);border-top:1px solid var(--line)}
.change{padding:.7rem 1rem;border-top:1px solid var(--line);break-inside:avoid}
.what{display:flex;flex-wrap:wrap;gap:.2rem .6rem;align-items:baseline}
.what b{font-weight:600}
.sides{display:grid;grid-template-columns:1fr 1fr;gap:.35rem 1rem;margin-top:.35rem}
.side{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1rem;padding:.1rem .7rem;
border-left:3px solid var(--line);unicode-bidi:isolate}.side:only-child{grid-column:1/-1}
.side.old{border-color:var(--more)}.side.new{border-color:var(--less)}
del{color:var(--more);background:var(--more-bg);text-decoration:line-through}
ins{color:var(--less);background:var(--less-bg);text-decoration:underline}
.reach{margin-top:.4rem}
@supports selector(:has(*)){.filter{display:block}
body:has(#only-more:checked) :is(.entry,.change,.index li):not(.more),
body:has(#only-less:checked) :is(.entry,.change,.index li):not(.less),
body:has(#only-breaking:checked) :is(.entry,.change,.index li):not(.breaking){display:none}}
@media (max-width:40rem){body{padding:1rem .9rem 3rem}.sides{grid-template-columns:1fr}h1{font-size:1.4rem}
.tiles{grid-template-columns:1fr 1fr}.tile{padding:.6rem .75rem}.figure b{font-size:1.25rem}
.groups thead{position:absolute;clip-path:inset(50%)}.groups tr{display:flex;flex-wrap:wrap;gap:0 1rem;
border-bottom:1px solid var(--line);padding:.4rem 0}.groups :is(th,td){border:0;padding:0}.groups tbody th{width:100%;
font-weight:600}.groups td{width:auto}.groups td::before{content:attr(data-of) " ";color:var(--soft)}}
@media print{:root{color-scheme:light;--bg:#fff;--fg:#000;--soft:#444;--line:#bbb;--card:#f5f5f5;--link:#000;
--less:#14602c;--less-bg:#dff3e4;--more:#9b1c12;--more-bg:#fde4e1;--warn:#6b4300;--warn-bg:#fff1cf}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}body{max-width:none;padding:0;font-size:10.5pt}
a{text-decoration:none}.doubt a{text-decoration:underline}.filter{display:none!important}:is(.entry,.change,.index li){display:block!important}
h2,h3,.entry header{break-after:avoid}.entry header,.tile,tr,.index li{break-inside:avoid}.entry{overflow:visible}}
@page{margin:16mm 14mm}
)";

}  // namespace matter
