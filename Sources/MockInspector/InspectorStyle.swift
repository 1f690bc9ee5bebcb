/// The style sheet of the inspector.
package enum InspectorStyle {
  /// The style sheet.
  package static let text: StaticString = """
    :root {
      color-scheme: light dark;
      --text: #1c1e21; --back: #ffffff; --soft: #5c6570; --line: #d5d9de; --panel: #f5f6f8;
      --good: #17703a; --bad: #b3261e; --wait: #8a5300; --focus: #0b57d0;
      --minus: #fdeceb; --plus: #e8f5ec; --link: #0b57d0;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --text: #e4e6e9; --back: #15171a; --soft: #9aa3ad; --line: #363b42; --panel: #1e2125;
        --good: #6bd08f; --bad: #ff8a80; --wait: #f0b35a; --focus: #8ab4f8;
        --minus: #361c1b; --plus: #16301f; --link: #8ab4f8;
      }
    }
    * { box-sizing: border-box; }
    body { margin: 0 auto; max-width: 80rem; padding: 1rem; background: var(--back);
      color: var(--text); font: 0.95rem/1.45 system-ui, sans-serif; }
    header { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; align-items: center;
      border-bottom: 1px solid var(--line); padding-bottom: 0.5rem; }
    .name { font-weight: 600; margin: 0; }
    nav a { padding: 0.2rem 0.4rem; border-radius: 4px; }
    a { color: var(--link); }
    [aria-current] { background: var(--panel); color: var(--text); font-weight: 600; }
    .skip { position: absolute; left: -100rem; }
    .skip:focus { position: static; }
    h1 { font-size: 1.3rem; margin: 0.75rem 0 0.5rem; overflow-wrap: anywhere; }
    h2 { font-size: 1.1rem; margin: 1.25rem 0 0.5rem; }
    h3 { font-size: 1rem; margin: 0 0 0.25rem; overflow-wrap: anywhere; }
    .soft, dt { color: var(--soft); }
    table { width: 100%; border-collapse: collapse; }
    th { text-align: left; color: var(--soft); font-weight: 600; }
    th, td { padding: 0.3rem 0.5rem; border-bottom: 1px solid var(--line); vertical-align: top;
      overflow-wrap: anywhere; }
    tr.unmatched td:first-child { box-shadow: inset 4px 0 var(--bad); }
    tr.fault td:first-child { box-shadow: inset 4px 0 var(--wait); }
    tr.matched td:first-child { box-shadow: inset 4px 0 var(--good); }
    dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.1rem 1rem; margin: 0; }
    dd { margin: 0; overflow-wrap: anywhere; }
    pre { background: var(--panel); padding: 0.5rem; overflow: auto; max-height: 30rem;
      white-space: pre-wrap; overflow-wrap: anywhere; }
    .near { border: 1px solid var(--line); border-radius: 4px; padding: 0.5rem;
      margin-bottom: 0.75rem; }
    .plus { background: var(--plus); }
    .minus { background: var(--minus); }
    button { padding: 0.3rem 0.6rem; font: inherit; color: inherit; background: var(--panel);
      border: 1px solid var(--soft); border-radius: 4px; cursor: pointer; }
    :focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
    main:focus { outline: none; }

    """
}
