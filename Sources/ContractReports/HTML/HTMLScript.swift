/// The script of the page: filters by status, contract and words, and moves the focus.
///
/// Rows are hidden by a class and never made anew, a row's text is read once, when the browser has
/// nothing else to do, and chunks of rows that are far from what is seen are told how high they are
/// instead of being laid out, so that filtering thousands of rows is instant. It holds neither `<`
/// nor `&`, so that the page is XML, too.
enum HTMLScript {
  /// The script.
  static let text: StaticString = """
    (() => {
      const byId = (id) => document.getElementById(id);
      const form = byId("filters");
      const search = byId("search");
      const contract = byId("contract");
      const shown = byId("shown");
      const boxes = Array.from(form.querySelectorAll("input[type=checkbox]"));
      const groups = Array.from(document.querySelectorAll(".contract"), (element) => ({
        element,
        chunks: Array.from(element.querySelectorAll(".chunk"), (chunk) => ({
          element: chunk,
          rows: Array.from(chunk.children, (row) => ({
            element: row, status: row.dataset.status, text: null, isHidden: false,
          })),
        })),
      }));
      const rows = groups.flatMap((group) => group.chunks.flatMap((chunk) => chunk.rows));
      const read = (row) => {
        if (row.text === null) row.text = row.element.textContent.toLowerCase();
        return row.text;
      };
      const apply = () => {
        const words = search.value.toLowerCase().split(/\\s+/).filter((word) => word !== "");
        const statuses = new Set();
        for (const box of boxes) if (box.checked) statuses.add(box.value);
        const chosen = contract === null ? "" : contract.value;
        let count = 0;
        const isWanted = (row) =>
          statuses.has(row.status) ? words.every((word) => read(row).includes(word)) : false;
        groups.forEach((group, index) => {
          const isChosen = chosen === "" ? true : chosen === String(index);
          let inGroup = 0;
          for (const chunk of group.chunks) {
            let inChunk = 0;
            for (const row of chunk.rows) {
              const isHidden = isChosen ? !isWanted(row) : true;
              if (isHidden !== row.isHidden) row.element.classList.toggle("hidden", isHidden);
              row.isHidden = isHidden;
              if (!isHidden) inChunk += 1;
            }
            chunk.element.classList.toggle("hidden", inChunk === 0);
            chunk.element.style.containIntrinsicHeight = `${inChunk * 2.1}rem`;
            inGroup += inChunk;
          }
          group.element.classList.toggle("hidden", inGroup === 0);
          count += inGroup;
        });
        shown.textContent = `${count} of ${rows.length} shown`;
      };
      const move = (step, isWanted) => {
        const focused = document.activeElement.closest(".row");
        const visible = rows.filter((row) => !row.isHidden);
        let index = visible.findIndex((row) => row.element === focused);
        if (step === -1) index = index === -1 ? visible.length : index;
        for (index += step; index in visible; index += step) {
          if (!isWanted(visible[index])) continue;
          const summary = visible[index].element.firstElementChild;
          summary.focus();
          summary.scrollIntoView({ block: "nearest" });
          return visible[index].element;
        }
        return null;
      };
      const moveToProblem = (step) => {
        const row = move(step, (row) => row.status !== "passed");
        if (row !== null) row.open = true;
      };
      const fold = (isOpen) => {
        for (const row of rows) if (!row.isHidden) row.element.open = isOpen;
      };
      const keys = {
        "/": () => search.focus(),
        j: () => move(1, () => true),
        k: () => move(-1, () => true),
        n: () => moveToProblem(1),
        p: () => moveToProblem(-1),
      };
      form.addEventListener("input", apply);
      form.addEventListener("submit", (event) => event.preventDefault());
      byId("next").addEventListener("click", () => moveToProblem(1));
      byId("unfold").addEventListener("click", () => fold(true));
      byId("fold").addEventListener("click", () => fold(false));
      document.addEventListener("keydown", (event) => {
        const isTyping = event.target === search ? true : event.target === contract;
        if (event.key === "Escape" ? event.target === search : false) {
          search.value = "";
          apply();
        }
        if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
        if (!Object.hasOwn(keys, event.key)) return;
        event.preventDefault();
        keys[event.key]();
      });
      const readAhead = (deadline, index = 0) => {
        while (index in rows ? deadline.timeRemaining() > 1 : false) read(rows[index++]);
        if (index in rows) requestIdleCallback((next) => readAhead(next, index));
      };
      if ("requestIdleCallback" in window) requestIdleCallback(readAhead);
      form.hidden = false;
      apply();
    })();
    """

  /// The script's SHA-256 in base64, by which the page's policy allows it; a test compares it.
  static let hash: StaticString = "7ZJo+ILIPFGegkUeHYA/jCvJJHzaGg+CLZBVknlV6lM="
}
