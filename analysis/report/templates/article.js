// Put an article's text with its marks, and the lists of what was found in it, in its page. They were escaped when the
// report was written, and the page's policy lets nothing in them run.
"use strict";

async function fill() {
  const entry = document.getElementById("entry");
  try {
    entry.innerHTML = (await parallax.load(entry.dataset.pack, "../data"))[entry.dataset.at];
  } catch (error) {
    entry.textContent = `${error.message}. Make the report again: make report`;
    return;
  }
  if (location.hash.length < 2) return;
  const hash = location.hash; // what it names was not there before, so go there now
  history.replaceState(null, "", location.pathname + location.search);
  location.replace(hash);
}

fill();
