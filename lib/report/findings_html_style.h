#pragma once

#include <string_view>

namespace matter {

/// The look of the page of findings, behind the one that all pages share (html_style.h).
inline constexpr std::string_view findings_html_style = R"(
.verdict{font-size:1.125rem;font-weight:600;margin:.5rem 0}
.standing{display:flex;gap:1rem 1.5rem;align-items:center;margin:1rem 0}.standing .tiles{flex:1}
.standing .tile{padding:.7rem}.standing .figure b{white-space:nowrap;font-size:1.45rem}
.score{display:flex;gap:1rem;align-items:center;max-width:26rem}.formula{font-variant-numeric:tabular-nums}
.score .ring{flex:none}.tile span{display:block;font-size:.875rem;line-height:1.5;color:var(--soft)}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:.5rem 2rem}.pair li{padding:.25rem 0}
.pair h3{margin:.5rem 0 0}ul.plain>li{padding:.15rem 0}
.filter{display:grid;grid-template-columns:repeat(3,1fr);gap:.6rem 1rem;border:1px solid var(--line);border-radius:.6rem;
padding:.9rem 1rem;background:var(--card)}
.filter label{display:block;font-size:.875rem;color:var(--soft)}.filter .words{grid-column:1/-1}
:is(input,select,button){font:inherit;color:var(--fg);background:var(--bg);border:1px solid var(--bar-known);
border-radius:.35rem;padding:.35rem .6rem;min-height:2.4rem}
.filter :is(input,select){display:block;width:100%}
button{cursor:pointer}.filter button{align-self:end}.below{display:block}button:disabled{color:var(--soft);cursor:default}
.turn{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;margin:.75rem 0}
.finding{border:1px solid var(--line);border-left:4px solid var(--bar-info);border-radius:.4rem;margin:.75rem 0;
padding:.6rem .9rem;break-inside:avoid}
.finding.error{border-left-color:var(--bar-error)}.finding.warning{border-left-color:var(--bar-warning)}
.finding .said{font-weight:600}
pre{white-space:pre-wrap;margin:.4rem 0;padding:.35rem .6rem;background:var(--card);border-radius:.35rem;
unicode-bidi:isolate}
pre .at{color:var(--soft);user-select:none}mark{color:var(--more);background:var(--more-bg);text-decoration:underline}
.rule{margin:1.5rem 0}.rule h3{margin-bottom:.2rem}
@media screen{.scripted .first{display:none}}
@media (max-width:60rem){.standing{display:block}.standing .tiles{margin-top:1rem}}
@media (max-width:40rem){.pair,.filter{grid-template-columns:1fr}.score{display:block}.score .ring{margin:auto;display:block}}
@media print{.filter,.turn button,.once{display:none}.scripted.filtered .first{display:none}
.scripted:not(.filtered) .every{display:none}.standing{display:block}.tiles{grid-template-columns:repeat(4,1fr);margin-top:.75rem}
.score{display:flex;max-width:none}.score .ring{margin:0;width:6rem;height:6rem}.pair{grid-template-columns:1fr 1fr}
th,td{padding:.15rem .5rem}.bar{margin-top:.3rem}h2{margin-top:1.5rem}
.finding details{display:none}h1{font-size:1.5rem}}
)";

}  // namespace matter
