#pragma once

#include <string_view>

namespace matter {

/// What the page of `write_stats_html` adds to the look that all pages share: two charts side by side where there is
/// room, and on narrow screens a name and its numbers on one line with the bar below.
inline constexpr std::string_view stats_html_style = R"(
.contents{display:flex;flex-wrap:wrap;gap:.1rem 1.25rem;margin-top:1.5rem;font-size:.9375rem}
.tile .bar{height:.6rem;margin:.3rem 0 .5rem}.tile .figure b{font-size:1.35rem;overflow-wrap:normal}
.tile .soft{line-height:1.5}
.charts{display:grid;grid-template-columns:1fr 1fr;gap:0 2.5rem}.charts>*{min-width:0}.wide{grid-column:1/-1}
.chart :is(th,td){padding:.25rem .4rem}.chart tbody th{width:32%}.chart .drawn{width:auto}
.bar{margin-top:.4rem}.drawn .bar+.bar{height:.45rem;margin-top:.15rem}
.how{list-style:disc;padding-left:1.25rem;font-size:.9375rem}
#level .drawn,#agency .drawn{width:18%}:is(#level,#agency) tbody th{width:30%}
@media (max-width:40rem){.charts{display:block}.chart tr{padding:.3rem 0}
.charts>:not(.wide) .chart tbody th{width:auto;flex:1 1 20%}.charts>:not(.wide,#limits) td.number::before{content:none}
.charts .chart tr>.drawn{order:1;width:100%}:is(#level,#agency) tbody th{width:100%}}
@media print{.contents{display:none}.charts{gap:0 1.5rem}.chart :is(th,td){padding:.15rem .3rem}
section:not(#agency){break-inside:avoid}
details.further::details-content{content-visibility:visible;display:block;height:auto;opacity:1}summary{display:none}}
)";

}  // namespace matter
