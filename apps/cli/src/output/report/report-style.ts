import { Html } from './html.ts';

/** The style of a report: system fonts, light or dark as the reader's system is, black on white on paper. */
export const reportStyle = new Html(`<style>
:root { color-scheme: light dark; --text: #1b1f24; --quiet: #5b6570; --line: #d5dae0; --paper: #ffffff; --tile: #f4f6f8;
  --good: #17693a; --bad: #b3261e; --doubt: #8a5a00; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e6e9ed; --quiet: #9aa5b1; --line: #3a424b; --paper: #16191d; --tile: #20252b;
    --good: #6fcf97; --bad: #ff8a80; --doubt: #f2c14e; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.5rem; max-width: 62rem; background: var(--paper); color: var(--text);
  font: 15px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
h1 { margin: 0; font-size: 1.7rem; } h2 { margin: 2rem 0 .5rem; font-size: 1.15rem; }
p { margin: .4rem 0; } .quiet { color: var(--quiet); } .good { color: var(--good); } .bad { color: var(--bad); } .doubt { color: var(--doubt); }
.notice { margin: 1rem 0; padding: .7rem 1rem; border-left: 4px solid var(--doubt); background: var(--tile); }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); gap: .8rem; margin: 1.2rem 0; }
.tile { padding: .8rem 1rem; background: var(--tile); border-radius: 6px; } .tile b { display: block; font-size: 1.6rem; }
table { width: 100%; border-collapse: collapse; font-size: .92rem; }
th, td { padding: .3rem .6rem .3rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { color: var(--quiet); font-weight: 600; } td.number, th.number { text-align: right; white-space: nowrap; }
.days { font: 13px/1.3 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; white-space: nowrap; letter-spacing: .15em; }
.scroll { overflow-x: auto; }
footer { margin-top: 2.5rem; padding-top: .8rem; border-top: 1px solid var(--line); color: var(--quiet); font-size: .85rem; }
@page { margin: 15mm; }
@media print {
  :root { color-scheme: light; --text: #000; --quiet: #444; --line: #bbb; --paper: #fff; --tile: #fff; --good: #0b5226; --bad: #9b1c15; --doubt: #6b4600; }
  body { max-width: none; padding: 0; font-size: 11px; } .tile { border: 1px solid var(--line); }
  h2 { break-after: avoid; } tr, .tile, .notice { break-inside: avoid; } thead { display: table-header-group; }
}
</style>`);
