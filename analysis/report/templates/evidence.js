// The list of the evidence: filter it, search it, turn its pages.
// All texts are inserted as text, never as HTML.
"use strict";

const ARTICLES_PER_PAGE = 20;
const SENTENCES_PER_ARTICLE = 4;
const FILTERS = ["outlet", "event", "type", "outcome"];
const FIELDS = ["q", ...FILTERS];
const NAMES = {
  own_voice: "the outlet's own voice",
  un_or_igo: "UN or other IGO",
  military: "army or police",
  medics_aid: "medics and aid workers",
};
const LONGEST_EVENT_LABEL = 70; // characters
const SEARCH_DELAY = 200; // milliseconds after the last key

const byId = (id) => document.getElementById(id);
const words = (name) => NAMES[name] || name.replaceAll("_", " ");
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const count = (n, noun) => `${n.toLocaleString("en")} ${n === 1 ? noun : noun + "s"}`;

let page = 0;
let latestRequest = 0; // results of an earlier request that arrive late are ignored

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

// What the form asks for: words to search, and the number of each filter's value or null.
function readForm() {
  const query = { words: fold(byId("q").value).split(/\s+/).filter(Boolean) };
  for (const name of FILTERS) {
    const value = byId(name).value;
    query[name] = value === "" ? null : Number(value);
  }
  return query;
}

// Whether an article can match, judging by its row in the list alone.
function mayMatch(article, query) {
  const [, , outlet, , event, , , types, outcomes] = article;
  return (query.outlet === null || outlet === query.outlet) &&
    (query.event === null || event === query.event) &&
    (query.type === null || types.includes(query.type)) &&
    (query.outcome === null || outcomes.includes(query.outcome));
}

// The sentences of an article that match. Only figures have an outcome. A search without filters
// finds every sentence, also those in which nothing is marked.
function matchingSentences(sentences, query) {
  const typeMatches = (type) => query.type === null || type === query.type;
  const outcomeMatches = (outcome) => query.outcome === null || outcome === query.outcome;
  const found = [];
  for (const [number, text, allFigures, allAttributions] of sentences) {
    const folded = query.words.length ? fold(text) : "";
    if (!query.words.every((word) => folded.includes(word))) continue;
    const figures = allFigures.filter(
      ([outcome, type]) => typeMatches(type) && outcomeMatches(outcome));
    const attributions = query.outcome === null
      ? allAttributions.filter(([type]) => typeMatches(type))
      : [];
    const isSearched = query.words.length && query.type === null && query.outcome === null;
    if (isSearched || figures.length || attributions.length) found.push([number, text, figures, attributions]);
  }
  return found;
}

// Which letters of a text belong to one of the words. An accented letter can fold to several
// characters, so the place of each folded character is recorded.
function matchingLetters(letters, searched) {
  const places = [];
  let folded = "";
  letters.forEach((letter, i) => {
    for (const character of fold(letter)) {
      places.push(i);
      folded += character;
    }
  });
  const matches = new Array(letters.length).fill(false);
  for (const word of searched) {
    let start = folded.indexOf(word);
    while (start >= 0) {
      for (let k = start; k < start + word.length; k++) matches[places[k]] = true;
      start = folded.indexOf(word, start + word.length);
    }
  }
  return matches;
}

// The text as nodes, with the words that were searched for marked.
function highlight(text, searched) {
  if (!searched.length) return [text];
  const letters = [...text];
  const matches = matchingLetters(letters, searched);
  const nodes = [];
  let start = 0;
  while (start < letters.length) {
    let end = start;
    while (end < letters.length && matches[end] === matches[start]) end++;
    const run = letters.slice(start, end).join("");
    nodes.push(matches[start] ? make("mark", { class: "hit" }, run) : run);
    start = end;
  }
  return nodes;
}

function figureTag(file, [outcome, , fragment, figure, source], list) {
  const href = `a/${file}.html#f-${fragment}`;
  const link = make("a", { class: "tag figure", href }, figure);
  if (outcome >= 0) link.append(", ", words(list.outcomes[outcome]));
  link.append(source ? `, according to ${source}` : ", in the outlet's own voice");
  return link;
}

function attributionTag([type, source, cue], list) {
  const text = `${source || "no source named"} ${cue} (${words(list.types[type])})`;
  return make("span", { class: "tag" }, text);
}

function sentenceRow(file, [number, text, figures, attributions], query, list) {
  const tags = make("span", { class: "tags" });
  for (const figure of figures) tags.append(figureTag(file, figure, list), " ");
  for (const attribution of attributions) tags.append(attributionTag(attribution, list), " ");
  const attributes = { class: "sentence", dir: "auto", href: `a/${file}.html#s${number}` };
  return make("li", {}, make("a", attributes, ...highlight(text, query.words)), tags);
}

function articleRow(index, found, query, list) {
  const [file, title, outlet, day, , nFigures, nAttributions] = list.articles[index];
  const href = `a/${file}.html`;
  const details = [
    list.outlets[outlet],
    day || "no date",
    count(nFigures, "figure"),
    count(nAttributions, "attribution"),
  ];
  const item = make("li", {},
    make("h2", {}, make("a", { href, dir: "auto" }, title)),
    make("p", { class: "meta" }, details.join(" · ")));
  if (found.length) {
    const first = found.slice(0, SENTENCES_PER_ARTICLE);
    const rows = first.map((sentence) => sentenceRow(file, sentence, query, list));
    item.append(make("ul", { class: "sentences" }, ...rows));
  }
  const rest = found.length - SENTENCES_PER_ARTICLE;
  if (rest > 0) {
    const link = make("a", { href }, `${rest} more`);
    item.append(make("p", { class: "small" }, link, ` in ${title}`));
  }
  return item;
}

// Load the sentences of some articles; returned is a function from an article's index to them.
async function loadSentences(list, indexes) {
  const fileOf = (index) => Math.floor(index / list.articles_per_file);
  const files = [...new Set(indexes.map(fileOf))];
  const contents = await Promise.all(files.map((file) => parallax.load(file, "data")));
  const byFile = new Map(files.map((file, i) => [file, contents[i]]));
  return (index) => byFile.get(fileOf(index))[index % list.articles_per_file];
}

function statusText(n, bySentence) {
  if (!n) return "No article matches. Clear a filter, or search for fewer words.";
  return count(n, "article") + (bySentence ? " with a matching sentence" : "");
}

async function show(list) {
  const request = ++latestRequest;
  const query = readForm();
  const bySentence = query.words.length || query.type !== null || query.outcome !== null;
  const indexes = list.articles.map((_, i) => i);
  let hits = indexes.filter((i) => mayMatch(list.articles[i], query));
  if (bySentence) {
    byId("status").textContent = "Searching ...";
    const sentencesOf = await loadSentences(list, hits);
    if (request !== latestRequest) return;
    hits = hits.filter((i) => matchingSentences(sentencesOf(i), query).length);
  }
  const lastPage = Math.max(0, Math.ceil(hits.length / ARTICLES_PER_PAGE) - 1);
  page = Math.min(page, lastPage);
  const start = page * ARTICLES_PER_PAGE;
  const shown = hits.slice(start, start + ARTICLES_PER_PAGE);
  const sentencesOf = await loadSentences(list, shown);
  if (request !== latestRequest) return;
  const rows = shown.map(
    (i) => articleRow(i, matchingSentences(sentencesOf(i), query), query, list));
  byId("results").replaceChildren(...rows);
  byId("results").start = start + 1;
  byId("status").textContent = statusText(hits.length, bySentence);
  byId("pager").hidden = hits.length <= ARTICLES_PER_PAGE;
  byId("page-number").textContent = `${page + 1} of ${lastPage + 1}`;
  byId("previous").disabled = page === 0;
  byId("next").disabled = page === lastPage;
}

function addOptions(id, values, textOf) {
  values.forEach((value, i) => byId(id).append(make("option", { value: i }, textOf(value))));
}

function shortLabel([, label]) {
  if (label.length <= LONGEST_EVENT_LABEL) return label;
  return label.slice(0, LONGEST_EVENT_LABEL - 1) + "…";
}

// The names of the values of each filter, in the order of their numbers.
function filterValues(list) {
  return {
    outlet: list.outlets,
    event: list.events.map(([name]) => name),
    type: list.types,
    outcome: list.outcomes,
  };
}

// The address stores the filters by name, so that a link still works after another run.
function storeInAddress(list) {
  const values = filterValues(list);
  const parts = byId("q").value ? [`q=${encodeURIComponent(byId("q").value)}`] : [];
  for (const name of FILTERS) {
    const value = values[name][byId(name).value];
    if (value) parts.push(`${name}=${encodeURIComponent(value)}`);
  }
  const plainAddress = location.pathname + location.search;
  history.replaceState(null, "", parts.length ? `#${parts.join("&")}` : plainAddress);
}

function readAddress(list) {
  const stored = new URLSearchParams(location.hash.slice(1).replaceAll("+", "%2B"));
  byId("q").value = stored.get("q") || "";
  for (const [name, values] of Object.entries(filterValues(list))) {
    const number = stored.has(name) ? values.indexOf(stored.get(name)) : -1;
    byId(name).value = number < 0 ? "" : number;
  }
}

function connectForm(list) {
  const form = document.querySelector(".filters");
  let timer;
  const update = () => {
    page = 0;
    storeInAddress(list);
    return show(list);
  };
  byId("q").addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(update, SEARCH_DELAY);
  });
  for (const name of FILTERS) byId(name).addEventListener("change", update);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    update();
  });
  form.addEventListener("reset", () => setTimeout(update)); // after the fields are cleared
  form.hidden = false;
}

function connectPager(list) {
  const turn = (step) => async () => {
    page += step;
    await show(list);
    byId("main").scrollIntoView();
    byId("status").focus();
  };
  byId("previous").addEventListener("click", turn(-1));
  byId("next").addEventListener("click", turn(1));
}

function connectAddress(list) {
  window.addEventListener("hashchange", () => {
    // A jump to an element of the page keeps the filters.
    if (byId(location.hash.slice(1))) return storeInAddress(list);
    readAddress(list);
    page = 0;
    show(list);
  });
}

async function start() {
  try {
    const list = await parallax.load("list", "data");
    addOptions("outlet", list.outlets, (name) => name);
    addOptions("event", list.events, shortLabel);
    addOptions("type", list.types, words);
    addOptions("outcome", list.outcomes, words);
    readAddress(list);
    connectForm(list);
    connectPager(list);
    connectAddress(list);
    await show(list);
  } catch (error) {
    byId("status").textContent = `${error.message}. Write the report again: make report`;
  }
}

start();
