// The list of the evidence: filter, search, turn pages. All text goes in as text, never as HTML.
"use strict";

const PAGE = 20; // articles on a page
const SHOWN = 4; // sentences of an article
const FIELDS = ["q", "outlet", "event", "type", "outcome"];
const NAMES = { own_voice: "the outlet's own voice", un_or_igo: "UN or other IGO", medics_aid: "medics and aid workers" };

const by = (id) => document.getElementById(id);
const words = (name) => NAMES[name] || name.replaceAll("_", " ");
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const many = (n, one, more = one + "s") => `${n.toLocaleString("en")} ${n === 1 ? one : more}`;

let page = 0;
let turn = 0; // the newest request; an older one that ends late is thrown away

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

function wanted() {
  const asked = Object.fromEntries(FIELDS.map((name) => [name, by(name).value]));
  asked.words = fold(asked.q).split(/\s+/).filter(Boolean);
  for (const name of ["outlet", "event", "type", "outcome"]) asked[name] = asked[name] === "" ? null : Number(asked[name]);
  return asked;
}

// Whether an article can hold what is asked for, by what the list alone knows.
function candidate(article, asked) {
  const [, , outlet, , event, , , types, outcomes] = article;
  return (asked.outlet === null || outlet === asked.outlet) && (asked.event === null || event === asked.event) &&
    (asked.type === null || types.includes(asked.type)) && (asked.outcome === null || outcomes.includes(asked.outcome));
}

// The sentences of an article that hold what is asked for. An outcome belongs to a figure only.
function matching(sentences, asked) {
  const fits = (row) => asked.type === null || row[1] === asked.type;
  const found = [];
  for (const [number, text, figures, attributions] of sentences) {
    if (asked.words.length && !asked.words.every((word) => fold(text).includes(word))) continue;
    const fs = figures.filter((f) => fits(f) && (asked.outcome === null || f[0] === asked.outcome));
    const as = asked.outcome === null ? attributions.filter((a) => asked.type === null || a[0] === asked.type) : [];
    if (fs.length || as.length) found.push([number, text, fs, as]);
  }
  return found;
}

// Put marks around the words that were searched for; a letter with its accents folds to several, so go by letters.
function marked(text, sought) {
  if (!sought.length) return [text];
  const letters = [...text];
  const starts = [];
  let folded = "";
  letters.forEach((letter, i) => { for (const c of fold(letter)) { starts.push(i); folded += c; } });
  const hit = new Array(letters.length).fill(false);
  for (const word of sought)
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length))
      for (let k = at; k < at + word.length; k++) hit[starts[k]] = true;
  const parts = [];
  for (let i = 0; i < letters.length; ) {
    let j = i;
    while (j < letters.length && hit[j] === hit[i]) j++;
    const piece = letters.slice(i, j).join("");
    parts.push(hit[i] ? make("mark", { class: "hit" }, piece) : piece);
    i = j;
  }
  return parts;
}

function sentenceRow(file, [number, text, figures, attributions], asked, list) {
  const tags = make("span", { class: "tags" });
  for (const [outcome, type, fragment, said, source] of figures) {
    const link = make("a", { class: "tag figure", href: `a/${file}.html#f-${fragment}` }, said);
    if (outcome >= 0) link.append(", ", words(list.outcomes[outcome]));
    link.append(source ? `, on the word of ${source}` : ", in its own voice");
    tags.append(link, " ");
  }
  for (const [type, source, cue] of attributions)
    tags.append(make("span", { class: "tag" }, `${source || "no source named"} ${cue} (${words(list.types[type])})`), " ");
  return make("li", {}, make("a", { class: "sentence", dir: "auto", href: `a/${file}.html#s${number}` },
    ...marked(text, asked.words)), tags);
}

function articleRow(index, found, asked, list) {
  const [file, title, outlet, day, event, nFigures, nAttributions] = list.articles[index];
  const about = [list.outlets[outlet], day || "no date given", many(nFigures, "figure"), many(nAttributions, "attribution")];
  const item = make("li", {},
    make("h2", {}, make("a", { href: `a/${file}.html`, dir: "auto" }, title)),
    make("p", { class: "meta" }, about.join(" · ")));
  if (found.length) {
    const shown = found.slice(0, SHOWN).map((row) => sentenceRow(file, row, asked, list));
    item.append(make("ul", { class: "sentences" }, ...shown));
  }
  if (found.length > SHOWN)
    item.append(make("p", { class: "small" }, make("a", { href: `a/${file}.html` }, `and ${found.length - SHOWN} more`),
      ` in ${title}`));
  return item;
}

async function pieces(list, indexes) {
  const names = [...new Set(indexes.map((i) => Math.floor(i / list.piece)))];
  const got = await Promise.all(names.map((name) => parallax.load(name, "data")));
  const held = new Map(names.map((name, at) => [name, got[at]]));
  return (i) => held.get(Math.floor(i / list.piece))[i % list.piece];
}

async function show(list) {
  const mine = ++turn;
  const asked = wanted();
  const narrow = asked.words.length || asked.type !== null || asked.outcome !== null;
  let hits = list.articles.map((_, i) => i).filter((i) => candidate(list.articles[i], asked));
  if (narrow) {
    by("said").textContent = "Searching ...";
    const of = await pieces(list, hits);
    if (mine !== turn) return;
    hits = hits.filter((i) => matching(of(i), asked).length);
  }
  const last = Math.max(0, Math.ceil(hits.length / PAGE) - 1);
  page = Math.min(page, last);
  const here = hits.slice(page * PAGE, (page + 1) * PAGE);
  const of = await pieces(list, here);
  if (mine !== turn) return;
  by("results").replaceChildren(...here.map((i) => articleRow(i, matching(of(i), asked), asked, list)));
  by("results").start = page * PAGE + 1;
  by("said").textContent = hits.length
    ? `${many(hits.length, "article")}${narrow ? " with such a sentence" : ""}`
    : "No article fits. Clear a filter, or search for fewer words.";
  by("pager").hidden = hits.length <= PAGE;
  by("place").textContent = `${page + 1} of ${last + 1}`;
  by("back").disabled = page === 0;
  by("forth").disabled = page === last;
}

function choices(id, names, shown) {
  names.forEach((name, i) => by(id).append(make("option", { value: i }, shown(name))));
}

// The address keeps the filters by name, so that a link to them outlives a new run.
function remember(list) {
  const values = { q: by("q").value, outlet: list.outlets[by("outlet").value], event: (list.events[by("event").value] || [])[0],
    type: list.types[by("type").value], outcome: list.outcomes[by("outcome").value] };
  const parts = FIELDS.filter((name) => values[name]).map((name) => `${name}=${encodeURIComponent(values[name])}`);
  history.replaceState(null, "", parts.length ? `#${parts.join("&")}` : location.pathname + location.search);
}

function recall(list) {
  const values = new URLSearchParams(location.hash.slice(1).replaceAll("+", "%2B"));
  const at = { outlet: list.outlets, event: list.events.map((e) => e[0]), type: list.types, outcome: list.outcomes };
  by("q").value = values.get("q") || "";
  for (const [name, allowed] of Object.entries(at)) {
    const place = values.has(name) ? allowed.indexOf(values.get(name)) : -1;
    by(name).value = place < 0 ? "" : place;
  }
}

async function start() {
  const form = document.querySelector(".filters");
  try {
    const list = await parallax.load("list", "data");
    choices("outlet", list.outlets, (name) => name);
    choices("event", list.events, (event) => (event[1].length > 70 ? event[1].slice(0, 69) + "…" : event[1]));
    choices("type", list.types, words);
    choices("outcome", list.outcomes, words);
    const again = () => { page = 0; remember(list); return show(list); };
    let wait;
    by("q").addEventListener("input", () => { clearTimeout(wait); wait = setTimeout(again, 200); });
    FIELDS.slice(1).forEach((name) => by(name).addEventListener("change", again));
    form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(wait); again(); });
    form.addEventListener("reset", () => setTimeout(again));
    window.addEventListener("hashchange", () => {
      if (by(location.hash.slice(1))) return remember(list); // a jump within the page leaves the filters as they are
      recall(list);
      page = 0;
      show(list);
    });
    const go = (step) => async () => { page += step; await show(list); by("main").scrollIntoView(); by("said").focus(); };
    by("back").addEventListener("click", go(-1));
    by("forth").addEventListener("click", go(1));
    recall(list);
    form.hidden = false;
    await show(list);
  } catch (error) {
    by("said").textContent = `${error.message}. Make the report again: make report`;
  }
}

start();
