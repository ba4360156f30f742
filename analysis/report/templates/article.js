// Fill an article's page with its highlighted text and the lists of its figures and attributions.
// The HTML was escaped when the report was written, and the content-security policy of the page
// does not let anything in it run.
"use strict";

async function fillPage() {
  const target = document.getElementById("article");
  try {
    const bodies = await parallax.load(target.dataset.file, "../data");
    target.innerHTML = bodies[target.dataset.position];
    corrections.show();
  } catch (error) {
    target.textContent = `${error.message}. Write the report again: make report`;
    return;
  }
  if (location.hash.length < 2) return;
  const hash = location.hash; // its target did not exist when the page opened, so jump there now
  history.replaceState(null, "", location.pathname + location.search);
  location.replace(hash);
}

fillPage();
