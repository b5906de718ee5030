"""How the page looks: light, dark and printed, from a telephone to a wide screen. The page names its hash."""

from __future__ import annotations

from typing import Final

_LIGHT: Final = """
color-scheme: light; --paper: #fdfcfa; --ink: #1f2428; --soft: #5b636b; --hair: #e4e1da; --mark: #1d6a8c;
--band: #cfe3ec;
--goal: #a34a00; --late: #b4552d; --day-0: #eceae4; --day-1: #b9d8e4; --day-2: #7fb6cc; --day-3: #3f8cac;
--day-4: #145877;
"""
_DARK: Final = """
color-scheme: dark; --paper: #14181b; --ink: #e8e6e1; --soft: #a2aab1; --hair: #2d3338; --mark: #6cb8d9;
--band: #24414f;
--goal: #e8a45c; --late: #d98a63; --day-0: #22282c; --day-1: #1f4556; --day-2: #2d6f8b; --day-3: #4a9cbd;
--day-4: #9bd6ee;
"""

STYLE: Final = f"""
:root {{ {_LIGHT.strip()} }}
@media screen and (prefers-color-scheme: dark) {{ :root {{ {_DARK.strip()} }} }}
* {{ box-sizing: border-box; }}
html {{ background: var(--paper); color: var(--ink); -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }}
body {{ margin: 0; font: 16px/1.55 system-ui, -apple-system, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif; }}
header, main, footer {{ margin: 0 auto; padding: 0 1.1rem; max-width: 46rem; }}
header {{ padding-top: 2.5rem; }}
h1 {{ font-size: 1.7rem; line-height: 1.2; font-weight: 650; margin: 0 0 .25rem; letter-spacing: -.01em;
  text-wrap: balance; }}
h2 {{ font-size: 1.15rem; line-height: 1.3; font-weight: 650; margin: 0 0 .2rem; }}
h3 {{ font-size: .95rem; font-weight: 600; margin: 1.6rem 0 .2rem; }}
p {{ margin: .2rem 0 .8rem; max-width: 40rem; text-wrap: pretty; }}
.soft, caption, summary, footer, dt {{ color: var(--soft); }}
dl.tiles {{ display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: 1.1rem 1.5rem;
  margin: 1.6rem 0 0;
  padding: 1.1rem 0; border-top: 1px solid var(--hair); border-bottom: 1px solid var(--hair); }}
dl.tiles div {{ display: flex; flex-direction: column-reverse; justify-content: flex-end; }}
dl.tiles dt {{ font-size: .85rem; line-height: 1.35; }}
dl.tiles dd {{ margin: 0; font-size: 1.5rem; line-height: 1.25; font-weight: 600; font-variant-numeric: tabular-nums; }}
nav {{ margin-top: 1rem; font-size: .9rem; }}
nav ul {{ list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; }}
a {{ color: var(--mark); text-underline-offset: .2em; text-decoration-thickness: 1px; }}
section {{ margin: 3rem 0; container-type: inline-size; }}
figure {{ margin: .8rem 0 0; }}
svg {{ display: block; width: 100%; height: auto; overflow: visible; }}
svg.slope {{ max-width: 26rem; }}
.wide {{ display: none; }}
.narrow {{ max-width: 27rem; }}
@container (min-width: 36rem) {{ .wide {{ display: block; }} .narrow {{ display: none; }} }}
text {{ font-size: 12px; fill: var(--soft); font-variant-numeric: tabular-nums;
  stroke: var(--paper); stroke-width: 3px; stroke-linejoin: round; paint-order: stroke; }}
text.name {{ fill: var(--ink); font-size: 13px; }}
text.own {{ unicode-bidi: plaintext; }}
text.goal {{ fill: var(--goal); }}
text.middle {{ text-anchor: middle; }}
text.end {{ text-anchor: end; }}
.grid, .rail {{ stroke: var(--hair); stroke-width: 1; }}
.bar, .dot {{ fill: var(--mark); }}
.late {{ fill: var(--late); }}
.dot {{ stroke: var(--paper); stroke-width: 1; }}
.band {{ fill: var(--band); opacity: .75; }}
.reach {{ fill: var(--band); }}
.curve {{ fill: none; stroke: var(--mark); stroke-width: 2; stroke-linejoin: round; stroke-linecap: round; }}
.foretold {{ fill: none; stroke: var(--soft); stroke-width: 1.5; stroke-dasharray: 1 4; stroke-linecap: round; }}
.wanted {{ stroke: var(--goal); stroke-width: 1.5; stroke-dasharray: 6 4; }}
.whisker {{ stroke: var(--mark); stroke-width: 1.2; opacity: .6; }}
.level-0 {{ fill: var(--day-0); }}
.level-1 {{ fill: var(--day-1); }}
.level-2 {{ fill: var(--day-2); }}
.level-3 {{ fill: var(--day-3); }}
.level-4 {{ fill: var(--day-4); }}
details {{ margin-top: .6rem; }}
summary {{ cursor: pointer; font-size: .85rem; width: max-content; max-width: 100%; }}
:focus-visible {{ outline: 2px solid var(--mark); outline-offset: 3px; border-radius: 2px; }}
.scroll {{ overflow-x: auto; }}
table {{ border-collapse: collapse; font-size: .88rem; line-height: 1.4; margin-top: .5rem;
  font-variant-numeric: tabular-nums; }}
caption {{ text-align: start; font-size: .85rem; padding-bottom: .3rem; }}
th, td {{ padding: .3rem .9rem .3rem 0; text-align: start; vertical-align: top; border-bottom: 1px solid var(--hair); }}
th {{ font-weight: 600; }}
tbody th {{ font-weight: 400; overflow-wrap: anywhere; min-width: 7rem; }}
td.number, th.number {{ text-align: end; white-space: nowrap; }}
td.own {{ overflow-wrap: anywhere; min-width: 6rem; }}
footer {{ padding-bottom: 3rem; font-size: .85rem; }}
@media print {{
  @page {{ margin: 16mm; }}
  :root {{ --paper: #ffffff; }}
  body {{ font-size: 10.5pt; }}
  header, main, footer {{ max-width: none; padding: 0; }}
  header {{ padding-top: 0; }}
  nav {{ display: none; }}
  section {{ margin: 9mm 0; }}
  h2, h3, section > p {{ break-after: avoid; }}
  p {{ break-inside: avoid; }}
  figure, svg, tr, dl.tiles, table.short {{ break-inside: avoid; }}
  details:not([open]) {{ display: none; }}
  .wide {{ display: block; }}
  .narrow {{ display: none; }}
  * {{ print-color-adjust: exact; -webkit-print-color-adjust: exact; }}
}}
""".strip()
