/// The style of the page.
enum HTMLStyle {
  /// The style sheet.
  static let text: StaticString = """
    :root {
      color-scheme: light dark;
      --text: #1c1e21; --back: #ffffff; --soft: #5c6570; --line: #d5d9de; --panel: #f5f6f8;
      --good: #17703a; --bad: #b3261e; --wait: #8a5300;
      --minus: #fdeceb; --plus: #e8f5ec; --minus-mark: #f5b5b0; --plus-mark: #a9dbb8;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --text: #e4e6e9; --back: #15171a; --soft: #9aa3ad; --line: #363b42; --panel: #1e2125;
        --good: #6bd08f; --bad: #ff8a80; --wait: #f0b35a;
        --minus: #361c1b; --plus: #16301f; --minus-mark: #7d2f2a; --plus-mark: #23663c;
      }
    }
    body { margin: 0 auto; max-width: 75rem; padding: 1rem; background: var(--back);
      color: var(--text); font: 0.95rem/1.45 system-ui, sans-serif; }
    h1 { font-size: 1.4rem; margin: 0 0 0.25rem; }
    h2 { font-size: 1.1rem; margin: 1.5rem 0 0.5rem; }
    .soft, .time, .place, dt { color: var(--soft); }
    #filters { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: 0.75rem;
      align-items: center; padding: 0.5rem 0; background: var(--back);
      border-bottom: 1px solid var(--line); }
    #filters[hidden], .hidden { display: none; }
    #search { flex: 1 1 14rem; padding: 0.3rem 0.5rem; font: inherit; color: inherit;
      background: var(--panel); border: 1px solid var(--soft); border-radius: 4px; }
    .row { border-bottom: 1px solid var(--line); padding: 0.3rem 0; content-visibility: auto;
      contain-intrinsic-size: auto 2rem; }
    summary { cursor: pointer; overflow-wrap: anywhere; }
    .status { display: inline-block; min-width: 5.5rem; font-weight: 600; }
    .passed .status { color: var(--good); }
    .failed .status, .error .status, .error { color: var(--bad); }
    details.error { color: inherit; }
    .pending .status { color: var(--wait); }
    .skipped .status { color: var(--soft); }
    dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 0.75rem; margin: 0.5rem 0; }
    dd { margin: 0; overflow-wrap: anywhere; }
    .mismatch { margin: 0.75rem 0; }
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
    mark { color: inherit; }
    .minus mark { background: var(--minus-mark); }
    .plus mark { background: var(--plus-mark); }
    pre { padding: 0.5rem; background: var(--panel); border: 1px solid var(--line);
      border-radius: 4px; }
    .timings svg { width: 12rem; height: 0.6rem; background: var(--panel); }
    .timings span { color: var(--soft); font-size: 0.85rem; }
    .dns { fill: #7e57c2; }
    .connect { fill: #ef8e19; }
    .tls { fill: #d6457f; }
    .wait { fill: #2f9e62; }
    .receive { fill: #2b7bd6; }
    @media print { #filters { display: none; } }
    """

  /// The style sheet's SHA-256 in base64, by which the page's policy allows it; a test compares it.
  static let hash: StaticString = "K6VkNT3WMRWZdDsjO94KTXYoz5NPkf6+8T8RbHftSVg="
}
