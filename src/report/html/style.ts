const lightColors = `
  --bg: #ffffff; --panel: #f7f8fa; --ink: #16191f; --ink2: #4a5160; --ink3: #666d7b; --rule: #dfe2e8; --grid: #e9ebf0;
  --link: #0b5cad; --good: #0b7a4b; --bad: #ac2630; --badWash: #f3b9bf; --fault: #f4efe0; --faultText: #75590f;
  --p1: #494f61; --p2: #a66100; --p3: #590084; --p4: #006ee5; --p5: #037769; --p6: #c7358d;
  --useful: #2f6f9f; --idle: #a9c8de; --starting: #e0b050; --node: #8a6d3b; --provider: #4f8a78; --draining: #b9a2cf; --wasted: #d2798a; --minimum: #666d7b; --heat: #08306b;
  --on-useful: #ffffff; --on-idle: #16191f; --on-starting: #16191f; --on-node: #ffffff; --on-draining: #16191f; --on-wasted: #16191f; --on-minimum: #ffffff;
  color-scheme: light;`;

const darkColors = `
  --bg: #111418; --panel: #191d23; --ink: #eceff4; --ink2: #b6bdc9; --ink3: #949cab; --rule: #2c323b; --grid: #242a32;
  --link: #7ab7ff; --good: #4cc38a; --bad: #ff4b47; --badWash: #6b2530; --fault: #26231a; --faultText: #d0b264;
  --p1: #aeb1b7; --p2: #fea108; --p3: #eea3ff; --p4: #4786ff; --p5: #66e0a8; --p6: #d06f8c;
  --useful: #4d94c8; --idle: #2c4a61; --starting: #c79a3c; --node: #a98a55; --provider: #5fa08c; --draining: #7d6a96; --wasted: #b8586b; --minimum: #949cab; --heat: #bfe0ff;
  --on-useful: #111418; --on-idle: #eceff4; --on-starting: #111418; --on-node: #111418; --on-draining: #ffffff; --on-wasted: #ffffff; --on-minimum: #111418;
  color-scheme: dark;`;

const base = `
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--bg); color: var(--ink); font: 15px/1.5 -apple-system, "Segoe UI", Roboto, "Helvetica Neue",
  "Liberation Sans", Arial, sans-serif; font-variant-numeric: tabular-nums; overflow-wrap: break-word; }
.page { max-width: 1136px; margin: 0 auto; padding: 0 24px; }
h1, .headline { font-size: 2.05rem; line-height: 1.22; font-weight: 650; letter-spacing: -0.015em; max-width: 27em; margin: 22px 0 16px;
  text-wrap: balance; }
h2, h3 { font-size: 1.27rem; line-height: 1.3; font-weight: 650; margin: 0; text-wrap: pretty; }
.headline { font-size: 1.7rem; }
p { margin: 0; }
p.partial { margin: 14px 0 0; }
a { color: var(--link); text-underline-offset: 2px; }
.how { font-size: .867rem; color: var(--ink3); max-width: 62em; margin: 3px 0 0; }
section { padding: 26px 0 10px; margin-bottom: 22px; border-top: 1px solid var(--rule); }
section:first-of-type { border-top: 0; padding-top: 0; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
[hidden] { display: none !important; }
.good { color: var(--good); font-weight: 600; }
.bad { color: var(--bad); font-weight: 600; }
.policy { font-weight: 600; overflow-wrap: anywhere; }
button.pick { all: unset; font-weight: 600; overflow-wrap: anywhere; cursor: pointer; min-height: 24px; }
button.pick:hover { text-decoration: underline; text-underline-offset: 3px; }
button.pick:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
button.pick[aria-pressed="true"] { text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: 3px; }
.policyBar { position: sticky; top: 0; z-index: 4; background: var(--bg); border-bottom: 1px solid var(--rule); display: flex; gap: 2px 18px;
  align-items: center; overflow-x: auto; white-space: nowrap; padding: 5px 0; font-size: .867rem; color: var(--ink3); }
article .policyBar { top: 40px; }
.policyBar > * { flex: none; }
.policyBar wbr { display: none; }
.policyBar .policy { overflow-wrap: normal; white-space: nowrap; }
select { max-width: 100%; }
button, select, input[type="search"] { font: inherit; font-size: .867rem; color: var(--ink2); background: var(--bg); border: 1px solid var(--rule); border-radius: 4px;
  padding: 2px 9px; min-height: 26px; cursor: pointer; }
pre, code { font-family: ui-monospace, Menlo, Consolas, "Liberation Mono", monospace; }
pre { background: var(--panel); padding: 12px; margin: 8px 0; font-size: .867rem; overflow-x: auto; white-space: pre; border-radius: 5px; }
svg { display: block; max-width: 100%; overflow: visible; }
figure { min-width: 0; }
svg text { white-space: pre; }
figure { margin: 10px 0 0; }
`;

const head = `
.top { display: flex; gap: 8px 20px; align-items: center; padding: 16px 0; font-size: .867rem; color: var(--ink3); flex-wrap: wrap; }
.log td { white-space: nowrap; }
.top b { color: var(--ink); font-weight: 600; }
.top b { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; min-width: 4em; flex-shrink: 0; max-width: 60%; }
.top .end { margin-left: auto; display: flex; gap: 20px; align-items: center; }
nav { position: sticky; top: 0; z-index: 5; background: var(--bg); border-bottom: 1px solid var(--rule); display: flex; gap: 20px;
  overflow-x: auto; padding: 8px 0; font-size: .933rem; }
.lede { font-size: 1.07rem; line-height: 1.5; color: var(--ink2); max-width: 47em; margin-bottom: 8px; text-wrap: pretty; }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(290px, 100%), 1fr)); gap: 20px 32px; margin: 18px 0 6px; font-size: .933rem;
  color: var(--ink2); line-height: 1.47; }
.card { border-top: 3px solid; padding-top: 9px; }
.card .policy { display: block; font-size: 1rem; }
.card p { color: var(--ink2); margin-top: 1px; text-wrap: pretty; }
.more > summary { margin-top: 8px; }
.notices { list-style: none; padding: 0; margin: 14px 0 0; font-size: .933rem; color: var(--ink2); max-width: 62em; }
.notices li { padding: 2px 0; }
.inputs { font-size: .867rem; color: var(--ink3); margin-top: 12px; }
article { border-top: 2px solid var(--ink); margin-top: 34px; scroll-margin-top: 44px; }
`;

const tables = `
.scroll { overflow-x: auto; margin: 10px -10px 0; padding: 0 10px; }
table { border-collapse: collapse; font-size: .933rem; width: 100%; }
th { text-align: left; font-weight: 400; font-size: .867rem; line-height: 1.3; color: var(--ink3); vertical-align: bottom; padding: 6px 14px 7px 0;
  white-space: nowrap; }
th small { display: block; font-size: inherit; }
th b { font-weight: 600; color: var(--ink); }
tbody th { color: inherit; font-size: inherit; vertical-align: top; }
td { padding: 6px 14px 6px 0; vertical-align: top; }
tbody tr { border-top: 1px solid var(--rule); }
tbody tr:last-child { border-bottom: 1px solid var(--rule); }
.board td { white-space: nowrap; padding-bottom: 8px; line-height: 1.35; }
.board tbody th { line-height: 1.35; padding-bottom: 8px; max-width: 190px; min-width: 104px; white-space: normal; overflow-wrap: anywhere; }
.board tbody th small { color: var(--ink3); font-size: .867rem; font-weight: 400; }
.board thead th button { all: unset; cursor: pointer; min-height: 24px; }
.board thead th button:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.board thead th button:hover { color: var(--ink); }
.arrow { color: var(--ink); }
.board .met { vertical-align: middle; }
.board svg { margin-top: 3px; max-width: none; }
.board .best { font-weight: 600; }
.board tr.chosen { background: var(--panel); box-shadow: -10px 0 var(--panel), 10px 0 var(--panel); }
.board td.failure { white-space: normal; }
td.number, th.number { text-align: right; }
.wide td { white-space: nowrap; }
.wide td.prose, .log td.prose { white-space: normal; min-width: 16em; }
.log td.printed { white-space: pre-wrap; overflow-wrap: anywhere; min-width: 16em; font-family: ui-monospace, Menlo, Consolas, "Liberation Mono", monospace; }
.interval { color: var(--ink3); font-size: .867rem; display: block; }
details { border-top: 1px solid var(--rule); }
summary { padding: 8px 0; cursor: pointer; color: var(--ink2); }
.folds { margin-top: 10px; }
.folds details details { border-top: 0; }
.folds b { color: var(--ink); font-weight: 600; }
.gist { color: var(--ink3); font-size: .867rem; margin-left: 6px; }
.about { border-top: 0; white-space: normal; max-width: 30em; min-width: 13em; }
.about summary { padding: 0; color: var(--ink); }
.about p, .about dl { color: var(--ink2); font-size: .867rem; line-height: 1.4; margin: 4px 0 0; }
.about dt { color: var(--ink3); }
.about dd { margin: 0 0 2px; overflow-wrap: anywhere; }
.about dl { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0 8px; }
.against { display: inline-block; max-width: 100%; }
.controls { display: flex; gap: 6px 16px; align-items: center; flex-wrap: wrap; font-size: .867rem; color: var(--ink3); margin-top: 6px; }
.controls label { display: flex; gap: 6px; align-items: center; max-width: 100%; min-width: 0; }
.controls select { min-width: 0; }
`;

const charts = `
.columns { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); grid-template-rows: auto auto auto; column-gap: 40px; }
.columns > div { display: grid; grid-row: span 3; grid-template-rows: subgrid; align-content: start; min-width: 0; }
.columns h2, .columns h3 { align-self: start; }
.heatmaps { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 14px 40px; margin-top: 12px; }
.heatmaps figure { margin-top: 2px; }
.lag td { white-space: nowrap; }
.lag td.prose { white-space: normal; min-width: 16em; }
.lag svg { margin: 4px 0; max-width: none; }
.lag small { display: block; max-width: 24em; white-space: normal; color: var(--ink3); }
.legend { display: flex; gap: 4px 20px; flex-wrap: wrap; font-size: .867rem; color: var(--ink3); margin-top: 10px; }
.legend span { display: flex; align-items: center; gap: 6px; }
.tabs { display: flex; gap: 8px; margin-top: 10px; flex-wrap: wrap; }
.tabs button { max-width: 100%; overflow-wrap: anywhere; }
.tabs [aria-pressed="true"] { color: var(--ink); border-color: var(--ink); font-weight: 600; }
.service { font-size: 1rem; margin: 16px 0 0; }
.timeline { position: relative; margin-top: 20px; touch-action: pan-y pinch-zoom; user-select: none; -webkit-user-select: none; scroll-margin-top: 60px; }
.row { display: grid; grid-template-columns: 168px minmax(0, 1fr); border-top: 1px solid var(--rule); }
.row.traffic { border-top: 0; }
.row + .row { padding-top: 2px; }
.plots svg { position: relative; }
.plots { min-width: 0; }
.gutter { font-size: .833rem; line-height: 1.35; color: var(--ink3); padding: 5px 10px 5px 0; overflow: hidden; }
.gutter .policy { display: block; font-size: 1rem; line-height: 1.25; }
.row.traffic .gutter { padding-top: 20px; }
.row.traffic .policy { color: var(--ink); }
.readout { display: block; color: var(--ink); font-weight: 600; min-height: 1.35em; }
.cursor { position: absolute; top: 0; bottom: 0; width: 1px; background: var(--ink); pointer-events: none; }
.chip { position: absolute; top: -13px; left: 0; transform: translateX(-50%); background: var(--ink); color: var(--bg); font-size: 12px;
  line-height: 1; padding: 4px 6px; border-radius: 3px; }
.selection { position: absolute; top: 20px; bottom: 0; background: var(--link); opacity: .16; pointer-events: none; }
.zoomBar { position: relative; height: 0; z-index: 2; }
.zoomBar button { position: absolute; top: 2px; left: 0; }
.live { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
footer { border-top: 1px solid var(--rule); padding: 18px 0 40px; font-size: .867rem; color: var(--ink3); }
`;

const narrow = `
@media (max-width: 760px) {
  body { font-size: 14.5px; }
  .page { padding: 0 16px; }
  h1 { font-size: 1.62rem; }
  .headline { font-size: 1.4rem; }
  .columns { display: block; }
  .heatmaps { grid-template-columns: minmax(0, 1fr); }
  .lag svg { width: 110px; }
  .columns > div { display: block; }
  .columns > div + div { border-top: 1px solid var(--rule); padding-top: 24px; margin-top: 24px; }
  .zoomBar { height: auto; }
  .zoomBar button { position: static; margin-top: 8px; }
  .row { display: block; padding-bottom: 6px; }
  .gutter, .row.traffic .gutter { display: flex; flex-wrap: wrap; gap: 0 8px; align-items: baseline; padding: 4px 0; }
  .readout { min-height: 0; }
  .board thead th:first-child, .board tbody th { position: sticky; left: 0; background: var(--bg); z-index: 1; border-right: 1px solid var(--rule); }
  .board tr.chosen th { background: var(--panel); }
  .board tbody th { max-width: 112px; padding-right: 8px; }
  .board td:nth-child(2), .board th:nth-child(2) { padding-left: 10px; }
  .top span { flex-basis: 100%; }
  .top .end { flex: none; flex-basis: auto; margin-left: auto; }
  .top b { max-width: calc(100% - 120px); }
  .top > span:not(.end) { order: 3; }
  .top .version { display: none; }
  button, select, a[data-time] { min-height: 24px; }
  .gutter .policy { display: inline; }
  .lag td.prose, .wide td.prose { min-width: 12em; }
}
@media print {
  body { font-size: 10pt; }
  .top button, .controls, .against, .zoomBar, .cursor, .tabs, .policyBar, .readout, .live { display: none !important; }
  [data-has-reversals] tbody tr:not([data-reversal]) { display: none; }
  [data-has-reversals] tbody tr[data-reversal] { display: table-row !important; }
  details[open] > :not(summary) { display: none; }
  .scroll { overflow: visible; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  section, figure, .row { break-inside: avoid; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
`;

/** The page's one style sheet; the theme follows the system until the button sets `data-theme`; print is light. */
export const style = `
:root {${lightColors} }
@media screen and (prefers-color-scheme: dark) { :root:not([data-theme="light"]) {${darkColors} } }
@media screen { :root[data-theme="dark"] {${darkColors} } }
${base}${head}${tables}${charts}${narrow}`;
