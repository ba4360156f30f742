// Collect what a reader finds wrong or right, in this browser alone, and hand it out as a file that
// `parallax report --corrections` reads. Nothing is sent anywhere.
"use strict";

const corrections = (() => {
  const place = "parallax-corrections";
  const columns = ["correction_id", "table", "key", "column", "old", "new", "coder", "day", "note"];
  const today = () => new Date().toISOString().slice(0, 10);

  // A browser may refuse to store anything for a page on disk: then the rows last as long as the page.
  let rows = {};
  try {
    rows = JSON.parse(localStorage.getItem(place) || "{}");
  } catch (error) {
    rows = {};
  }

  const keep = () => {
    try {
      localStorage.setItem(place, JSON.stringify(rows));
    } catch (error) {
      // kept on this page only, and the bar says how many there are
    }
  };

  const cell = (value) => `"${String(value).replaceAll('"', '""')}"`;

  const csv = () => {
    const lines = Object.values(rows).map((row, number) =>
      columns.map((name) => cell(name === "correction_id" ? `page-${number + 1}` : row[name] ?? "")).join(","));
    return `\ufeff${columns.join(",")}\r\n${lines.join("\r\n")}\r\n`;
  };

  // A page names what can be judged; the buttons of each are made here, which keeps pages small.
  const words = { checked: "right", wrong: "wrong", merge: "one thing" };

  const makeButtons = () => {
    for (const place of document.querySelectorAll("span.judge:empty")) {
      for (const column of place.dataset.column ? [place.dataset.column] : ["checked", "wrong"]) {
        const button = document.createElement("button");
        button.type = "button";
        button.className = "judge";
        Object.assign(button.dataset, { ...place.dataset, column });
        button.textContent = words[column];
        place.append(button, " ");
      }
    }
  };

  const show = () => {
    makeButtons();
    const count = Object.keys(rows).length;
    const bar = document.getElementById("collected");
    if (!bar) return;
    bar.hidden = count === 0;
    bar.querySelector("output").textContent = `${count} ${count === 1 ? "mark" : "marks"} judged`;
    for (const button of document.querySelectorAll("button.judge")) {
      const row = rows[button.dataset.key];
      const pressed = row !== undefined && row.column === button.dataset.column;
      button.setAttribute("aria-pressed", String(pressed));
    }
  };

  const judge = (button) => {
    const { key, table, column } = button.dataset;
    if (rows[key]?.column === column) {
      delete rows[key];
    } else {
      rows[key] = { table, key, column, new: column === "checked" ? "right" : "", day: today() };
    }
    keep();
    show();
  };

  const download = () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([csv()], { type: "text/csv" }));
    link.download = "corrections.csv";
    link.click();
    URL.revokeObjectURL(link.href);
  };

  const forget = () => {
    rows = {};
    keep();
    show();
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.classList.contains("judge")) judge(button);
    else if (button.id === "download-corrections") download();
    else if (button.id === "forget-corrections") forget();
  });

  document.addEventListener("DOMContentLoaded", show);

  return { show, csv };
})();
