/// The style of the page.
enum HTMLStyle {
  /// The style sheet.
  static let text: StaticString = """
    :root {
      color-scheme: light dark;
      --text: #1c1e21; --back: #ffffff; --soft: #5c6570; --line: #d5d9de; --panel: #f5f6f8;
      --good: #17703a; --bad: #b3261e; --wait: #8a5300; --focus: #0b57d0;
      --minus: #fdeceb; --plus: #e8f5ec; --minus-mark: #f5b5b0; --plus-mark: #a9dbb8;
      --mark: #ffdf80;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --text: #e4e6e9; --back: #15171a; --soft: #9aa3ad; --line: #363b42; --panel: #1e2125;
        --good: #6bd08f; --bad: #ff8a80; --wait: #f0b35a; --focus: #8ab4f8;
        --minus: #361c1b; --plus: #16301f; --minus-mark: #7d2f2a; --plus-mark: #23663c;
        --mark: #6b4e00;
      }
    }
    * { box-sizing: border-box; }
    body { margin: 0 auto; max-width: 80rem; padding: 1rem; background: var(--back);
      color: var(--text); font: 0.95rem/1.45 system-ui, sans-serif; }
    h1 { font-size: 1.4rem; margin: 0 0 0.25rem; overflow-wrap: anywhere; }
    h2 { font-size: 1.1rem; margin: 1.5rem 0 0.5rem; overflow-wrap: anywhere; }
    h3 { font-size: 0.85rem; margin: 0 0 0.25rem; color: var(--soft); }
    header p { margin: 0.25rem 0; overflow-wrap: anywhere; }
    .summary { font-size: 1.1rem; }
    .soft, .time, .place, dt { color: var(--soft); }
    .warning { color: var(--wait); }
    .share { display: block; width: 100%; height: 0.5rem; margin: 0.5rem 0; border-radius: 4px; }
    .passed rect, rect.passed { fill: var(--good); }
    .failed rect, rect.failed, .error rect, rect.error { fill: var(--bad); }
    .pending rect, rect.pending { fill: var(--wait); }
    .skipped rect, rect.skipped { fill: var(--soft); }
    #filters { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap;
      gap: 0.5rem 0.75rem; align-items: center; padding: 0.5rem 0; background: var(--back);
      border-bottom: 1px solid var(--line); }
    #filters[hidden], .hidden { display: none; }
    fieldset { display: flex; flex-wrap: wrap; gap: 0.25rem 0.75rem; margin: 0; padding: 0;
      border: 0; }
    legend { position: absolute; width: 1px; height: 1px; overflow: hidden;
      clip-path: inset(50%); }
    #search { flex: 1 1 14rem; min-width: 0; }
    #search, select, button { padding: 0.3rem 0.5rem; font: inherit; color: inherit;
      background: var(--panel); border: 1px solid var(--soft); border-radius: 4px; }
    select { max-width: 16rem; }
    button { cursor: pointer; }
    .buttons { display: flex; flex-wrap: wrap; gap: 0.5rem; }
    :focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
    .chunk { content-visibility: auto; contain-intrinsic-height: 42rem; }
    .row { border-bottom: 1px solid var(--line); padding: 0.3rem 0; }
    summary { display: grid; grid-template-columns: 1rem 5.5rem 1fr 12rem 5.5rem;
      gap: 0 0.5rem; align-items: baseline; padding: 0.1rem 0.25rem; cursor: pointer;
      overflow-wrap: anywhere; scroll-margin: 6rem 0 3rem; border-radius: 4px; }
    summary:hover { background: var(--panel); }
    summary::before { content: "\\25B8"; color: var(--soft); }
    [open] > summary::before { content: "\\25BE"; }
    summary:focus-visible { outline-offset: -2px; }
    .status { font-weight: 600; }
    .passed .status { color: var(--good); }
    .failed .status, .error .status, p.error { color: var(--bad); }
    .pending .status { color: var(--wait); }
    .skipped .status { color: var(--soft); }
    .time { grid-column: 5; text-align: end; white-space: nowrap;
      font-variant-numeric: tabular-nums; }
    .span { grid-column: 4; width: 100%; height: 0.5rem; background: var(--panel); }
    .row > :not(summary) { margin-inline-start: 1.75rem; }
    dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 0.75rem;
      margin-block: 0.5rem; }
    dd { margin: 0; overflow-wrap: anywhere; }
    p.error { font-weight: 600; overflow-wrap: anywhere; }
    .hint { margin-block: 0.5rem; padding: 0.25rem 0.5rem; background: var(--panel);
      border-inline-start: 3px solid var(--focus); overflow-wrap: anywhere; }
    .mismatch { margin-block: 0.75rem; }
    .mismatch p { margin: 0 0 0.25rem; overflow-wrap: anywhere; }
    .diff { border-collapse: collapse; table-layout: fixed; width: 100%;
      border: 1px solid var(--line); }
    .diff th { text-align: start; font-weight: 600; padding: 0.1rem 0.5rem;
      background: var(--panel); }
    .diff td, pre { font: 0.85rem/1.4 ui-monospace, monospace; white-space: pre-wrap;
      overflow-wrap: anywhere; }
    .diff td { vertical-align: top; padding: 0 0.5rem; }
    .diff .omission { color: var(--soft); background: var(--panel); }
    .minus { background: var(--minus); }
    .plus { background: var(--plus); }
    mark { color: inherit; background: var(--mark); }
    .minus mark { background: var(--minus-mark); }
    .plus mark { background: var(--plus-mark); }
    .sides { display: grid; grid-template-columns: 1fr 1fr; gap: 0.75rem; margin-block: 0.75rem; }
    .sides section { min-width: 0; }
    pre { margin: 0; padding: 0.5rem; max-height: 30rem; overflow: auto; background: var(--panel);
      border: 1px solid var(--line); border-radius: 4px; }
    .command { margin-block: 0.5rem; user-select: all; }
    .timings { display: flex; flex-wrap: wrap; gap: 0.25rem 0.75rem; align-items: center; }
    .timings svg { width: 18rem; height: 0.6rem; background: var(--panel); }
    .timings .key { width: 0.6rem; vertical-align: baseline; }
    .timings span { color: var(--soft); font-size: 0.85rem; }
    .timings .dns { fill: #7e57c2; }
    .timings .connect { fill: #ef8e19; }
    .timings .tls { fill: #d6457f; }
    .timings .wait { fill: #2f9e62; }
    .timings .receive { fill: #2b7bd6; }
    @media (max-width: 45rem) {
      summary { grid-template-columns: 1rem 1fr auto; }
      summary .title { grid-column: 2 / 4; grid-row: 2; }
      .time { grid-column: 3; grid-row: 1; }
      .span { grid-column: 2 / 4; }
      .sides { grid-template-columns: 1fr; }
      .row > :not(summary) { margin-inline-start: 0; }
      #filters { position: static; }
      .timings svg { width: 100%; }
      .timings .key { width: 0.6rem; }
    }
    @media print { #filters { display: none; } }
    """

  /// The style sheet's SHA-256 in base64, by which the page's policy allows it; a test compares it.
  static let hash: StaticString = "TgpNfkYHBvpjvwxZZOmfUQ87pc0DxSK3zOeFJUHWrYM="
}
