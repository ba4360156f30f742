// Let a reader search a long table and sort any table by a column. Without this script the tables are all there.
"use strict";

const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

function searchable(frame) {
  const rows = [...frame.querySelectorAll("tbody tr")];
  const box = document.createElement("p");
  const label = document.createElement("label");
  const input = document.createElement("input");
  const said = document.createElement("span");
  box.className = "table-search";
  input.type = "search";
  input.autocomplete = "off";
  label.append("Search this table ", input);
  said.setAttribute("role", "status");
  box.append(label, " ", said);
  frame.before(box);
  input.addEventListener("input", () => {
    const words = fold(input.value).split(/\s+/).filter(Boolean);
    let kept = 0;
    for (const row of rows) {
      const text = fold(row.textContent);
      row.hidden = !words.every((word) => text.includes(word));
      kept += row.hidden ? 0 : 1;
    }
    said.textContent = words.length ? `${kept} of ${rows.length} rows` : "";
  });
}

function compare(a, b) {
  const [x, y] = [a, b].map((text) => Number(text.replace(/[,%]/g, "").replace("−", "-")));
  return Number.isNaN(x) || Number.isNaN(y) ? a.localeCompare(b) : x - y;
}

function sortable(table) {
  const body = table.tBodies[0];
  const head = table.tHead && table.tHead.rows.length === 1 ? [...table.tHead.rows[0].cells] : [];
  if (!body || body.rows.length < 3 || [...body.rows].some((row) => row.cells.length !== head.length)) return;
  head.forEach((cell, at) => {
    if (!cell.textContent.trim()) return;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = cell.textContent;
    cell.replaceChildren(button);
    button.addEventListener("click", () => {
      const down = cell.getAttribute("aria-sort") === "ascending";
      head.forEach((other) => other.removeAttribute("aria-sort"));
      cell.setAttribute("aria-sort", down ? "descending" : "ascending");
      const value = (row) => row.cells[at].textContent.trim();
      const rows = [...body.rows].sort((a, b) => {
        if (!value(a) || !value(b)) return Boolean(value(b)) - Boolean(value(a)); // what is missing stays last
        return compare(value(a), value(b)) * (down ? -1 : 1);
      });
      body.append(...rows);
    });
  });
}

document.querySelectorAll(".scroll.searchable").forEach(searchable);
document.querySelectorAll("table").forEach(sortable);
