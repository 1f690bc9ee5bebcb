/// The script of the inspector, without which its pages work as well, but do not change by themselves.
package enum InspectorScript {
  /// The script.
  package static let text: StaticString = """
    "use strict";
    (() => {
      const main = document.querySelector("main[data-live]");
      const button = document.getElementById("pause");
      const state = document.getElementById("state");
      if (main === null || button === null || new URLSearchParams(location.search).has("before")) return;
      let isPaused = false;
      let isAsking = false;
      const say = (text) => { if (state.textContent !== text) state.textContent = text; };
      const show = (text) => {
        const next = new DOMParser().parseFromString(text, "text/html").querySelector("main");
        if (next === null || next.innerHTML === main.innerHTML) return;
        // Whoever is in the middle of the page stays there.
        const focused = main.contains(document.activeElement) ? document.activeElement.id : "";
        main.replaceChildren(...next.childNodes);
        if (focused !== "") document.getElementById(focused)?.focus({ preventScroll: true });
      };
      const ask = async () => {
        if (isPaused || isAsking || document.hidden) return;
        isAsking = true;
        try {
          const answer = await fetch(location.href, { cache: "no-store" });
          if (!answer.ok) throw new Error(String(answer.status));
          const text = await answer.text();
          if (!isPaused) show(text);
          say("");
        } catch {
          say("The mock does not answer.");
        } finally {
          isAsking = false;
        }
      };
      button.hidden = false;
      button.addEventListener("click", () => {
        isPaused = !isPaused;
        button.textContent = isPaused ? "Go on" : "Pause";
        say(isPaused ? "Paused" : "");
        ask();
      });
      setInterval(ask, 2000);
    })();

    """
}
