/// The script of the page: filters by status and by words.
///
/// Rows are hidden by a class and never made anew, and a row's text is read once, so that filtering
/// thousands of rows is instant. It holds neither `<` nor `&`, so that the page is XML, too.
enum HTMLScript {
  /// The script.
  static let text: StaticString = """
    (() => {
      const form = document.getElementById("filters");
      const search = document.getElementById("search");
      const shown = document.getElementById("shown");
      const boxes = Array.from(form.querySelectorAll("input[type=checkbox]"));
      const groups = Array.from(document.querySelectorAll(".contract"), (element) => ({
        element,
        rows: Array.from(element.querySelectorAll(".row"), (row) => ({
          element: row, status: row.dataset.status, text: null, isHidden: false,
        })),
      }));
      const hasWords = (row, words) => {
        if (words.length === 0) return true;
        if (row.text === null) row.text = row.element.textContent.toLowerCase();
        return words.every((word) => row.text.includes(word));
      };
      const apply = () => {
        const words = search.value.toLowerCase().split(/\\s+/).filter((word) => word !== "");
        const statuses = new Set();
        for (const box of boxes) if (box.checked) statuses.add(box.value);
        let count = 0;
        let total = 0;
        for (const group of groups) {
          let inGroup = 0;
          for (const row of group.rows) {
            const isHidden = statuses.has(row.status) ? !hasWords(row, words) : true;
            if (isHidden !== row.isHidden) row.element.classList.toggle("hidden", isHidden);
            row.isHidden = isHidden;
            if (!isHidden) inGroup += 1;
          }
          group.element.classList.toggle("hidden", inGroup === 0);
          count += inGroup;
          total += group.rows.length;
        }
        shown.textContent = `${count} of ${total} shown`;
      };
      form.addEventListener("input", apply);
      form.addEventListener("submit", (event) => event.preventDefault());
      document.addEventListener("keydown", (event) => {
        if (event.key === "Escape" ? document.activeElement === search : false) {
          search.value = "";
          apply();
        }
        if (event.key !== "/" || document.activeElement === search) return;
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        search.focus();
      });
      form.hidden = false;
      apply();
    })();
    """

  /// The script's SHA-256 in base64, by which the page's policy allows it; a test compares it.
  static let hash: StaticString = "d9C32jY1Ap4YLSt/3YyH2Q0ZK7SEHRiPR+xGc7y4mgE="
}
