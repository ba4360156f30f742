// Add a search box to long tables, and sort any table by a column when its heading is clicked.
// Without this script the tables are complete, but cannot be searched or sorted.
"use strict";

const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

function addSearch(frame) {
  const rows = [...frame.querySelectorAll("tbody tr")];
  const box = document.createElement("p");
  const label = document.createElement("label");
  const input = document.createElement("input");
  const status = document.createElement("span");
  box.className = "table-search";
  input.type = "search";
  input.autocomplete = "off";
  label.append("Search this table ", input);
  status.setAttribute("role", "status");
  box.append(label, " ", status);
  frame.before(box);
  input.addEventListener("input", () => {
    const words = fold(input.value).split(/\s+/).filter(Boolean);
    let visible = 0;
    for (const row of rows) {
      const text = fold(row.textContent);
      row.hidden = !words.every((word) => text.includes(word));
      if (!row.hidden) visible++;
    }
    status.textContent = words.length ? `${visible} of ${rows.length} rows` : "";
  });
}

const toNumber = (text) => Number(text.replace(/[,%]/g, "").replace("−", "-"));

// Numbers by value, anything else by the alphabet.
function compareTexts(first, second) {
  const difference = toNumber(first) - toNumber(second);
  return Number.isNaN(difference) ? first.localeCompare(second) : difference;
}

function sortRows(rows, column, direction) {
  const textOf = (row) => row.cells[column].textContent.trim();
  return [...rows].sort((first, second) => {
    const [a, b] = [textOf(first), textOf(second)];
    if (!a || !b) return Boolean(b) - Boolean(a); // empty cells are last in either direction
    return direction * compareTexts(a, b);
  });
}

// Whether a table has one header row, three rows or more, and no spanning cells.
function canBeSorted(table) {
  const [body] = table.tBodies;
  if (!body || body.rows.length < 3 || !table.tHead || table.tHead.rows.length !== 1) return false;
  const width = table.tHead.rows[0].cells.length;
  return [...body.rows].every((row) => row.cells.length === width);
}

function addSorting(table) {
  if (!canBeSorted(table)) return;
  const [body] = table.tBodies;
  const headings = [...table.tHead.rows[0].cells];
  headings.forEach((heading, column) => {
    if (!heading.textContent.trim()) return;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = heading.textContent;
    heading.replaceChildren(button);
    button.addEventListener("click", () => {
      const descending = heading.getAttribute("aria-sort") === "ascending";
      headings.forEach((other) => other.removeAttribute("aria-sort"));
      heading.setAttribute("aria-sort", descending ? "descending" : "ascending");
      body.append(...sortRows(body.rows, column, descending ? -1 : 1));
    });
  });
}

document.querySelectorAll(".scroll.searchable").forEach(addSearch);
document.querySelectorAll("table").forEach(addSorting);
