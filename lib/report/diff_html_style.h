#pragma once

#include <string_view>

namespace matter {

/// The look of the page of `write_diff_html`, behind the one that all pages share (html_style.h).
inline constexpr std::string_view diff_html_style = R"(
.groups{table-layout:fixed}.groups thead th:first-child{width:30%}
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
@media (max-width:40rem){.sides{grid-template-columns:1fr}
.groups thead{position:absolute;clip-path:inset(50%)}.groups tr{display:flex;flex-wrap:wrap;gap:0 1rem;
border-bottom:1px solid var(--line);padding:.4rem 0}.groups :is(th,td){border:0;padding:0}.groups tbody th{width:100%;
font-weight:600}.groups td{width:auto}.groups td::before{content:attr(data-of) " ";color:var(--soft)}}
@media print{.doubt a{text-decoration:underline}.filter{display:none!important}
:is(.entry,.change,.index li){display:block!important}
.entry header{break-after:avoid}.entry header,.index li{break-inside:avoid}.entry{overflow:visible}}
)";

}  // namespace matter
