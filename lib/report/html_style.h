#pragma once

#include <string_view>

namespace matter {

/// The look that all pages share: text, tiles, tags, tables and charts; light, dark, narrow and on paper. Colours of
/// text stand in pairs that keep WCAG's contrast of 4.5 in light and dark, those of bars 3 against the ground.
inline constexpr std::string_view html_style = R"(
:root{color-scheme:light dark;--bg:#fff;--fg:#1b1f24;--soft:#57606a;--line:#d5dbe1;--card:#f5f7f9;--link:#0a53a8;
--less:#14602c;--less-bg:#dff3e4;--more:#9b1c12;--more-bg:#fde4e1;--warn:#6b4300;--warn-bg:#fff1cf;
--bar-error:#b3261e;--bar-warning:#b76e00;--bar-info:#4a7fb5;--bar-good:#2e7d46;--bar-known:#7b8794;--bar-rest:#e3e7eb}
@media (prefers-color-scheme:dark){:root{--bg:#14171a;--fg:#e6e9ec;--soft:#a7b0b9;--line:#363d44;--card:#1d2125;
--link:#8cc2ff;--less:#93dfab;--less-bg:#143a22;--more:#ffb3aa;--more-bg:#4d1915;--warn:#f2cd88;--warn-bg:#3f2f0b;
--bar-error:#ef6a5f;--bar-warning:#e0a33a;--bar-info:#6ba3dc;--bar-good:#55b274;--bar-known:#8793a0;--bar-rest:#2c3238}}
*{box-sizing:border-box}
[hidden]{display:none!important}
body{margin:0 auto;max-width:66rem;padding:1.5rem 1.25rem 4rem;background:var(--bg);color:var(--fg);
font:1rem/1.65 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",sans-serif;
overflow-wrap:anywhere}
h1{font-size:1.75rem;line-height:1.3;margin:.5rem 0 .25rem}
h2{font-size:1.25rem;margin:2.5rem 0 .75rem;padding-bottom:.25rem;border-bottom:2px solid var(--line)}
h3{font-size:1.0625rem;line-height:1.5;margin:0}
p{margin:.25rem 0}a{color:var(--link)}ul,ol{list-style:none;margin:0;padding:0}
:focus-visible{outline:2px solid var(--link);outline-offset:2px}
.soft,.place{color:var(--soft);font-size:.875rem}.place a{color:inherit;text-decoration-color:var(--line)}
.place a:hover{text-decoration-color:currentColor}
.sample{display:inline-block;padding:.1rem .7rem;border:1px dashed currentColor;border-radius:.3rem;color:var(--warn);
background:var(--warn-bg);font-weight:600}
.tiles{display:grid;grid-template-columns:repeat(4,1fr);gap:.75rem}
.tile{border:1px solid var(--line);border-radius:.6rem;padding:.8rem 1rem;background:var(--card)}
.figure{margin:0}.figure b{display:block;font-size:1.6rem;line-height:1.3;font-weight:700}
.figure.same b{font-weight:400;color:var(--soft)}.figure.less :is(b,.share){color:var(--less)}
.figure.more :is(b,.share){color:var(--more)}.figure.warn b{color:var(--warn)}
.share{font-weight:600}
.facts{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;margin-top:.9rem}
.tag{display:inline-block;padding:0 .5rem;border-radius:.3rem;font-size:.8125rem;line-height:1.5rem;font-weight:600;
white-space:nowrap;border:1px solid transparent}
.tag.less,.tag.added{color:var(--less);background:var(--less-bg)}
.tag.more,.tag.removed,.tag.error{color:var(--more);background:var(--more-bg)}
.tag.warning,.tag.sampled{color:var(--warn);background:var(--warn-bg)}
.tag.breaking{color:var(--more);border-color:currentColor}
.tag.neutral,.tag.changed,.tag.standard,.tag.info{color:var(--soft);background:var(--card);border-color:var(--line)}
.tag.compatible{color:var(--soft);font-weight:400;padding:0}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid var(--line);font-weight:400}
thead :is(th,td){color:var(--soft);font-size:.875rem}
.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.chart tbody th{width:40%}.chart .drawn{width:35%}
.bar{display:block;width:100%;height:.8rem;margin-top:.45rem;background:var(--bar-rest);border-radius:.15rem}
.key{width:.75rem;height:.75rem;margin-right:.4rem}
:is(.bar,.key) .error{fill:var(--bar-error)}:is(.bar,.key) .warning{fill:var(--bar-warning)}
:is(.bar,.key) .info{fill:var(--bar-info)}:is(.bar,.key) .good{fill:var(--bar-good)}
:is(.bar,.key) .known{fill:var(--bar-known)}:is(.bar,.key) .rest{fill:var(--bar-rest)}
:is(.bar,.key) .gone{fill:var(--bg);stroke:var(--bar-known);stroke-width:1}
.legend{display:flex;flex-wrap:wrap;gap:.1rem 1.2rem;font-size:.875rem;color:var(--soft);margin:.35rem 0}
.ring{width:8.5rem;height:8.5rem}.ring circle{fill:none;stroke-width:14}.ring .rest{stroke:var(--bar-rest)}
.ring .good{stroke:var(--bar-good)}.ring .warning{stroke:var(--bar-warning)}.ring .error{stroke:var(--bar-error)}
.ring text{font-size:28px;font-weight:700;fill:var(--fg)}
.further{margin:.4rem 0}summary{cursor:pointer;color:var(--link)}
code,pre{font-family:ui-monospace,Consolas,"Noto Sans Mono CJK SC",monospace;font-size:.875em}
@media (max-width:40rem){body{padding:1rem .9rem 3rem}h1{font-size:1.4rem}
.tiles{grid-template-columns:1fr 1fr}.tile{padding:.6rem .75rem}.figure b{font-size:1.25rem}
.chart thead{position:absolute;clip-path:inset(50%)}.chart,.chart tbody{display:block}
.chart tr{display:flex;flex-wrap:wrap;gap:0 1rem;border-bottom:1px solid var(--line);padding:.45rem 0}
.chart tr :is(th,td){border:0;padding:0}.chart tbody th{width:100%;font-weight:600}
.chart .drawn{width:100%}.bar{margin:.2rem 0}.chart td.number::before{content:attr(data-of) " ";color:var(--soft)}}
@media print{:root{color-scheme:light;--bg:#fff;--fg:#000;--soft:#444;--line:#bbb;--card:#f5f5f5;--link:#000;
--less:#14602c;--less-bg:#dff3e4;--more:#9b1c12;--more-bg:#fde4e1;--warn:#6b4300;--warn-bg:#fff1cf;
--bar-error:#b3261e;--bar-warning:#b76e00;--bar-info:#4a7fb5;--bar-good:#2e7d46;--bar-known:#7b8794;--bar-rest:#e3e7eb}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}body{max-width:none;padding:0;font-size:10.5pt}
a{text-decoration:none}h2,h3{break-after:avoid}.tile,tr{break-inside:avoid}}
@page{margin:16mm 14mm}
)";

}  // namespace matter
