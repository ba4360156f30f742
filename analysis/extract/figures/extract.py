"""
Find every number that an article states, with who is counted, what happened to them, who says so and who did it.

In: articles, sentences, the reader's spans, links and numbers, and the attributions. Out: the ``figures`` table.
Casualty figures are those that the reader marked, and those whose own words say so ("killed 12"); their values are
read by ``analysis.extract.numbers.parse``. All other counts, percentages and sums of money come from that grammar alone,
with the noun that they count. A figure is what the text states, not what happened; "reported" is all that it means.

Source and agent are chosen among the spans that the reader links and the one that the grammar of the sentence names
(``figure_sources``, ``figure_agents``). The source of the attribution that a figure stands in (``figure_said``) goes
before another that is no nearer. Where nobody else names one, it stands in only for direct quotations: over all
attributions it named a source for headlines and leads that are in the outlet's own voice.
"""

from analysis.core.errors import TableError
from analysis.core.tables import FIGURES, make
from analysis.extract.figures import counted, groups, roles
from analysis.extract.figures.agents import agent_in_clause, is_helper, is_setting, suspect
from analysis.extract.figures.attributed import (
    by_article,
    choose_source,
    leads_a_source,
    part_by_sayer,
    said_at,
    sayer,
)
from analysis.extract.figures.candidates import casualty_values, is_harmed
from analysis.extract.figures.outcomes import counts_no_people, outcome_beside, outcome_described
from analysis.extract.figures.patterns import HARMED
from analysis.extract.figures.record import overlaps
from analysis.extract.figures.sources import headline_source, source_beside, source_in_sentence
from analysis.extract.figures.subtotals import parts_of
from analysis.extract.numbers.parse import parse_numbers

__all__ = ["extract_figures"]

# below this probability of the reader's group, people without a telling noun are unspecified
SURE_GROUP = 0.9


def extract_figures(articles, sentences, spans, links, numbers, attributions, attribution_spans):
    """
    Build one row for each number that the articles state.

    Parameters
    ----------
    articles, sentences : DataFrame
        Tables of the same articles.
    spans, links, numbers : DataFrame
        What the reader found: ``tagger_spans``, ``tagger_links``, ``tagger_numbers``.
    attributions, attribution_spans : DataFrame
        Who says what; they may have no rows. No table is changed.

    Returns
    -------
    DataFrame
        The ``figures`` table, in reading order. ``low`` and ``high`` are null where the words set no limit there, both
        are for a vague word. Casualties have ``unit`` people or bodies; other counts have the lemma of the counted
        noun ("person" for people who are no casualties) and a null ``outcome`` and ``group``.

    Raises
    ------
    TableError
        If an article has no sentences although its text has words, or a number span has no row in ``numbers``.
    """
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    split, marked = _by_article(sentences), _by_article(spans[spans["layer"] == "figure"])
    facts = numbers.set_index("span_id").to_dict("index")
    tied = _links(links)
    said = by_article(attributions, attribution_spans)
    rows = []
    for article_id, text in texts.items():
        bounds = {s["sentence_id"]: (s["start"], s["end"]) for s in split.get(article_id, ())}
        if not bounds:
            if text.strip():
                raise TableError(
                    f"Article {article_id!r} has text but no sentences; run split_sentences on it first."
                )
            continue
        labelled = [
            roles.Span(s["span_id"], s["label"], s["start"], s["end"], s["p"])
            for s in marked.get(article_id, ())
        ]
        rows += _Article(
            article_id, text, bounds, labelled, facts, tied, said.get(article_id, [])
        ).rows()
    return make(rows, FIGURES)


def _by_article(frame):
    rows = {}
    for row in frame.to_dict("records"):
        rows.setdefault(row["article_id"], []).append(row)
    return rows


def _links(links):
    tied = {}
    for row in links.itertuples():
        tied.setdefault(row.from_id, []).append((row.to_id, row.p))
    return tied


def _span(role, at):
    return None if at is None else roles.Span("", role, *at, 1.0)


class _Article:
    """The figures of one article; nothing outlives it."""

    def __init__(self, article_id, text, sentences, spans, facts, links, said):
        self.id, self.text, self.sentences, self.facts, self.links, self.said = (
            article_id,
            text,
            sentences,
            facts,
            links,
            said,
        )
        self.spans = {s.id: s for s in spans}
        self.numbers = sorted((s for s in spans if s.label == "number"), key=lambda s: s.start)
        self.stated = parse_numbers(text)
        self.has_links = any(n.id in links for n in self.numbers)

    def rows(self):
        figures = self._casualties()
        figures += self._others(figures)
        figures.sort(key=lambda f: f["start"])
        for i, figure in enumerate(figures):
            figure["figure_id"] = f"{self.id}#f{i}"
        for figure, total in zip(
            figures, parts_of(figures, self.text, self.sentences), strict=True
        ):
            figure["part_of"] = total
        return figures

    def _casualties(self):
        missing = [n.id for n in self.numbers if n.id not in self.facts]
        if missing:
            raise TableError(
                f"Article {self.id!r}: number span {missing[0]!r} has no row in tagger_numbers."
            )
        figures = casualty_values(self.text, self.numbers, self.facts, self.stated)
        before = []  # figures of the same sentence and count
        for figure in figures:
            figure |= {"article_id": self.id, "sentence_id": self._sentence(figure["start"])}
            figure["counted"] = self._counted(figure)
            if before and self._counts_anew(before[-1], figure):
                before = []
            figure["group"] = groups.carried_group(figure["counted"], before) or self._group(figure)
            before.append(figure)
        for chain in roles.chains(figures):
            self._share(chain)
        # those who are no casualties go last: others share with them ("150 people and 10,000 cattle died")
        return [
            {k: v for k, v in figure.items() if k not in ("span", "unharmed")}
            for figure in figures
            if not (
                figure.get("unharmed")
                or counts_no_people(self.text, figure["end"])
                or self._speak(figure)
            )
        ]

    def _counts_anew(self, before, figure):
        apart = before["sentence_id"] != figure["sentence_id"]
        return apart or groups.counts_anew(self.text[before["end"] : figure["start"]])

    def _speak(self, figure):
        """Judge whether those counted are a source, and nothing beside the number says that they were harmed."""
        at = figure["start"], figure["end"]
        if figure["implicit"] or not leads_a_source(self.text, self.said, figure["start"]):
            return False
        told = outcome_beside(self.text, *at) or outcome_described(self.text, at[1])
        return told is None and not is_harmed(self.text, at[1])

    def _share(self, chain):
        """Give figures that stand together their agent, and those in one source's words their source."""
        agent = self._chosen(chain, "agent")
        for part in part_by_sayer(self.text, self.said, chain):
            source = self._chosen(part, "source")
            for figure in part:
                said = said_at(self.said, figure["start"])
                figure["attribution_id"] = said.attribution_id
                figure |= self._at("agent", self._agent(figure, agent))
                figure |= self._at("source", self._source(figure, source, said))

    def _agent(self, figure, agent):
        """Take who is suspected of it before the agent of a figure's neighbours, and no helper for the harmed."""
        sentence = self.sentences[figure["sentence_id"]]
        agent = _span("agent", suspect(self.text, sentence, figure["start"])) or agent
        helps = agent is not None and figure["outcome"] in HARMED and is_helper(self._words(agent))
        return None if helps else agent

    def _source(self, figure, source, said):
        sentence, chosen = (
            self.sentences[figure["sentence_id"]],
            source and (source.start, source.end),
        )
        if beside := source_beside(self.text, figure["end"], sentence[1]):
            return _span("source", beside)
        if source is not None and chosen == headline_source(self.text, figure["end"], sentence[1]):
            return source
        return _span("source", choose_source(self.text, sentence, chosen, said))

    def _chosen(self, chain, role):
        marked = [f for f in chain if f["span"] is not None]
        by_rule = [] if role == "counted" else self._by_rule(chain, role)
        candidates = [self._candidates(f, role) + by_rule for f in marked] or [by_rule]
        return roles.choose(candidates, roles.LEAST[role], self.text)

    def _by_rule(self, chain, role):
        """Let the grammar of the sentence name an agent or a source beside those that the reader names."""
        number = chain[0]["sentence_id"]
        if role == "agent":
            at = agent_in_clause(self.text, self.sentences[number], chain)
        else:
            at = source_in_sentence(self.text, self.sentences, number, chain)
        return [(_span(role, at), roles.BY_RULE[role])] if at else []

    def _candidates(self, figure, role):
        if self.has_links:
            found = roles.linked(figure["span"].id, role, self.links, self.spans)
            return [(span, p) for span, p in found if role != "agent" or self._acts(span, figure)]
        bounds = self.sentences[figure["sentence_id"]]
        return roles.nearest(figure["span"], role, self.spans.values(), bounds, self.numbers)

    def _acts(self, span, figure):
        """Judge whether a span can be a figure's agent: in its sentence and line, and no mere setting."""
        begin, end = self.sentences[figure["sentence_id"]]
        between = self.text[min(span.end, figure["end"]) : max(span.start, figure["start"])]
        return (
            begin <= span.start < end and "\n" not in between and not is_setting(self._words(span))
        )

    def _counted(self, figure):
        """Take the words after the number, which are right more often than any link; else the linked ones."""
        phrase = counted.counted_people(
            self.text, figure["start"], figure["end"], figure["implicit"]
        )
        if phrase is not None:
            return self.text[phrase[0] : phrase[1]]
        return None if figure["span"] is None else self._words(self._chosen([figure], "counted"))

    def _group(self, figure):
        words, span, at = figure["counted"], figure["span"], figure["end"]
        if words is not None:
            at = max(at, self.text.find(words, figure["start"], figure["start"] + 200) + len(words))
        after = "" if figure["implicit"] else self.text[at : at + 60]
        sure = span is not None and self.facts[span.id]["p_group"] >= SURE_GROUP
        return groups.choose_group(
            words, after, self.facts[span.id]["group"] if sure else "unspecified"
        )

    def _sentence(self, at):
        """Find the sentence of a character; between two, the one before."""
        return max(
            (i for i, (start, _) in self.sentences.items() if start <= at),
            default=min(self.sentences),
        )

    def _words(self, span):
        return None if span is None else self.text[span.start : span.end]

    def _at(self, role, span):
        return {
            role: self._words(span),
            f"{role}_start": span and span.start,
            f"{role}_end": span and span.end,
        }

    def _others(self, taken):
        """Find the numbers that count no casualties: those of the grammar that overlap none."""
        rows = []
        for number in self.stated:
            if number.weak or overlaps({"start": number.start, "end": number.end}, taken):
                continue
            phrase = counted.counted_phrase(self.text, number.end)
            if number.kind == "count" and phrase is None:
                continue
            words = (
                None
                if phrase is None or number.kind == "money"
                else self.text[phrase[0] : phrase[1]]
            )
            rows.append(self._other(number, words))
        return rows

    def _other(self, number, words):
        figure = {
            "article_id": self.id,
            "sentence_id": self._sentence(number.start),
            "start": number.start,
            "end": number.end,
            "text": number.text,
            "low": number.low,
            "high": number.high,
            "qualifier": number.qualifier,
            "implicit": False,
            "counted": words,
            "outcome": None,
            "unit": number.kind if number.kind != "count" else counted.lemma_of(words),
        }
        said = said_at(self.said, figure["start"])
        source = _span("source", sayer(self.text, said))
        return figure | {"attribution_id": said.attribution_id} | self._at("source", source)
