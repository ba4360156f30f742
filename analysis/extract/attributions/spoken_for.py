"""
Find for which body a source speaks that is named by its office alone.

In: the text, where its sentences begin, and a source such as "a spokeswoman", "spokesman Emil
Roth", "the movement", "Governor Ines Duarte", "council head Ada Quist". Out: the body, as printed.
A spokesperson speaks for what the sentence is about ("The United Nations will leave, a
spokeswoman said"); if that is a pronoun or "the movement", for the subject of a sentence before or
of the title.
A person named first in a new paragraph holds the office that spoke just before ("... the governor
said. Emil Roth said"). A governor in an article on a central bank's rates or currency is that
bank's, a superintendent in one on classes the schools', and "Ada Quist of Northgate" speaks for
the analysts there, if the article names any.
"""

import re
from collections.abc import Iterator, Sequence

from analysis.extract.attributions.proper_names import TYPES_BY_NOUN, is_nation
from analysis.extract.attributions.source_types import INSTITUTION, type_matches

__all__ = ["body_spoken_for"]

_SPOKESPERSON = re.compile(
    r"(?:(?P<owned>[Ii]ts|[Tt]heir)|[Aa]n?|[Tt]he)?\s*(?:[a-z-]+\s)?[Ss]pokes(?:man|woman|person)\b"
    r"(?!\s(?:for|of|at|with)\b)"
)
_OF_NATION = re.compile(
    r"(?:[Aa]n?|[Tt]he)\s(?P<nation>[A-Z][a-z]+)\s[Ss]pokes(?:man|woman|person)"
)
_DEFINITE = re.compile(r"[Tt]he\s(?P<noun>movement|militia|group|organi[sz]ation)$")
_GOVERNOR = re.compile(r"(?:[Tt]he\s)?[Gg]overnor\b(?!\sof\b)")
_CENTRAL_BANK = re.compile(
    r"\b(?:[Cc]entral [Bb]ank|[Rr]eserve [Bb]ank|Monetary Policy Committee"
    r"|(?!First\b|City\b)[A-Z]\w+ National Bank|Bank of (?!America\b)[A-Z]\w+)\b"
)
_RATES = re.compile(
    r"\b(?:policy|benchmark|lending|interest|key|base|repo|exchange) rates?\b|basis points"
    r"|\bdevalu\w+|\bforeign reserves\b|\bcurrency\b",
    re.IGNORECASE,
)
# "The Red Cross ran out of bags, its secretary said"
_ITS_OFFICER = re.compile(
    r"[Ii]ts\s(?:[a-z-]+\s){0,2}(?:secretary|director|head|chief|president|chairman|chairwoman"
    r"|chair"
    r"|founder|leader|researcher|coordinator)\b"
)
_COMMISSION = re.compile(
    r"(?:(?:[Tt]he|[Aa]n?)\s(?:[a-z]+\s)?(?:[Ss]pokes(?:man|woman|person)|[Oo]fficial)"
    r"\s(?:for|of|at)\s)?(?:[Tt]he\s)?Commission"
)
_EUROPEAN_UNION = re.compile(r"\b(?:European Union|European Commission|EU|Brussels)\b")
_OTHER_COMMISSION = re.compile(r"\b(?!European\b|The\b)[A-Z]\w+ Commission\b")
_OF_PROVINCE = re.compile(r"\b(?:[Ss]tate|[Pp]rovinc\w+|[Rr]egional|[Cc]ounty) [Gg]overnor\b")
_SUPERINTENDENT = re.compile(
    r"(?:[Tt]he\s)?(?:(?:[Cc]hief|[Dd]eputy|[Aa]ssistant|[Aa]cting)\s)?[Ss]uperintendent\b"
    r"(?!\s(?:of|for)\b)"
)
_OF_SCHOOLS = re.compile(
    r"\b(?:schools?|class(?:es)?|students?|pupils?|teachers?|campus(?:es)?|curriculum|districts?"
    r"|lessons?|school board|the board)\b",
    re.IGNORECASE,
)
_OF_POLICE = re.compile(
    r"\b(?:police|officers?|detectives?|suspects?|arrest\w*|custody|charged|investigat\w+|crimes?"
    r"|constables?|gardai|gardaí|murder|witnesses|robber\w*|raid\w*|officers)\b",
    re.IGNORECASE,
)
# "Ada Quist of Northgate", "Northgate's Ada Quist"
_PERSON = r"[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w.’'-]*){1,2}"
_BODY = r"[A-ZÀ-Þ][\w&’'-]*(?:\s[A-ZÀ-Þ&][\w&’'-]*){0,3}"
_PERSON_OF_HOUSE = re.compile(
    rf"{_PERSON},?\s(?:of|at|from|with)\s(?:the\s)?(?P<house>{_BODY})"
    rf"|(?P<owner>{_BODY})['’]s\s{_PERSON}"
)
_ONE_HOLDER = (
    r"(?:governor|mayor|minister|president|premier|chancellor|prefect|prosecutor|commissioner"
    r"|sheriff"
    r"|police chief|fire chief|ambassador)"
)
_OFFICE_SAID = re.compile(
    rf"[,”\"]\s(?P<office>(?:the|its)\s(?:[\w’'-]+\s){{0,3}}{_ONE_HOLDER}"
    r"(?:\s(?:of|for)\s[\w’' -]{3,40}?)?)"
    r"\s(?:said|says|announced|wrote)\b[^.]{0,40}\.\s*$"
)
_ANALYSTS = r"(?:[Aa]nalysts?|[Ee]conomists?|[Ss]trategists?|[Rr]esearchers?|[Ff]orecasters?)"
_COUNCIL_HEAD = re.compile(
    r"(?:[Tt]he\s)?(?P<body>[Cc]ouncil|[Cc]ommission|[Cc]ommittee|[Bb]oard|[Tt]ribunal)"
    r"(?:['’]s)?\s(?:head|chief|chair\w*|president|director|leader|member)\b"
)
_TYPES = frozenset(
    """state_official military armed_group health_authority rescue_workers monitoring_group
    un_or_igo aid_group local_authority media""".split()
)
# people for whom no one speaks
_PEOPLE = frozenset(
    """soldier soldiers troops officer officers doctor doctors nurse nurses medic medics fighter
    fighters terrorist terrorists policeman policemen official officials gunmen""".split()
)
_DATELINE = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ’' -]+(?:,[^()\n]{0,40})?\s*(?:\([^()]{2,40}\)\s*)?[-–—]+\s+"
)
_SUBJECT = re.compile(
    r"\s*(?:(?:The|An?|In\s[^,]{2,30},\s(?:the|an?)?)\s+)?(?P<before>(?:[\w’.-]+\s+){0,2}?)$"
)
_REFERS_BACK = re.compile(
    r"\s*(?:It|Its|They|Their|He|She|His|Her|This|[“\"'‘])|\s*The\s(?P<noun>[a-z]+)\b"
)
_POSSESSIVE = re.compile(r"['’]s?\b|['’]\s")
_SUBJECT_REACH = 70  # characters
_EARLIER_SENTENCES = 2


def body_spoken_for(
    text: str, sentence_starts: Sequence[int], start: int, words: str
) -> str | None:
    """
    Return the body that a source without a body of its own belongs to.

    Parameters
    ----------
    text : str
        The article.
    sentence_starts : sequence of int
        Where each sentence begins; the first is that of the title or of the text.
    start : int
        First character of the source.
    words : str
        The source as printed.

    Returns
    -------
    str or None
        None where the words name a body themselves ("a spokesman for the port"), and where neither
        the sentence, the two before it nor the first one begins with a known body. For a
        superintendent None where the article has as many words of schools as of police.

    Examples
    --------
    >>> text = "The United Nations will leave Karsk, a spokeswoman said."
    >>> body_spoken_for(text, [0], 37, "a spokeswoman")
    'United Nations'
    """
    if _GOVERNOR.match(words):
        is_bank = _CENTRAL_BANK.search(text) and _RATES.search(text)
        return "central bank" if is_bank and not _OF_PROVINCE.search(text) else None
    if _COMMISSION.fullmatch(words):
        is_of_union = _EUROPEAN_UNION.search(text) and not _OTHER_COMMISSION.search(text)
        return "European Commission" if is_of_union else None
    if _SUPERINTENDENT.match(words):
        return _superintended(text, sentence_starts, start)
    nation = _OF_NATION.fullmatch(words)
    if nation is not None:
        return "government" if is_nation(nation["nation"].lower()) else None
    house = _PERSON_OF_HOUSE.fullmatch(words.strip(" ,"))
    if house is not None:
        return _analysts_of(text, house["house"] or house["owner"])
    council = _COUNCIL_HEAD.match(words)
    if council is not None:
        return _council_before(text, start, council["body"].lower())
    office = _office_before(text, sentence_starts, start, words)
    if office is not None:
        return office
    definite = _DEFINITE.fullmatch(words)
    if definite is not None:
        return _subject_of(text[: _end_of_first(text, sentence_starts)], definite["noun"])
    spokesperson = _SPOKESPERSON.match(words)
    if spokesperson is None:
        is_officer = _ITS_OFFICER.match(words) is not None
        return _subject_before(text, sentence_starts, start, True) if is_officer else None
    return _subject_before(text, sentence_starts, start, spokesperson["owned"] is not None)


def _office_before(text: str, sentence_starts: Sequence[int], start: int, words: str) -> str | None:
    """
    Return the office of a person who is named first as the speaker of a new paragraph.

    Agencies name the office in the lead and its holder below: "... the governor of Karsk said. Emil
    Roth said that".
    """
    if re.fullmatch(_PERSON, words) is None or start not in sentence_starts:
        return None
    if words.split()[-1] in text[:start]:
        return None
    before = [place for place in sentence_starts if place < start]
    if not before:
        return None
    said = _OFFICE_SAID.search(text[before[-1] : start])
    return None if said is None else said["office"]


def _superintended(text: str, sentence_starts: Sequence[int], start: int) -> str | None:
    """Return what a superintendent is of: schools or police, by the sentence, then the article."""
    following = [place for place in sentence_starts if place > start]
    first = max((place for place in sentence_starts if place <= start), default=0)
    for part in (text[first : min(following, default=len(text))], text):
        n_school = len(_OF_SCHOOLS.findall(part))
        n_police = len(_OF_POLICE.findall(part))
        if n_school != n_police:
            return "school district" if n_school > n_police else "police"
    return None


def _analysts_of(text: str, house: str) -> str | None:
    """Return the analysts of a house, if the article names them."""
    named = rf"\b{_ANALYSTS}\s(?:at|of|with|from|for)\s(?:the\s)?{re.escape(house)}\b"
    found = re.search(named, text)
    return None if found is None else found[0]


def _council_before(text: str, start: int, noun: str) -> str | None:
    """Return the council that the article names before: "the electoral council"."""
    named = rf"\b(?!the\s{noun})(?:[A-Za-z]+\s){{1,2}}{noun}\b"
    found = re.findall(named, text[:start], re.IGNORECASE)
    for phrase in reversed(found):
        matches = type_matches(phrase)
        if (
            matches
            and matches[-1].end == len(phrase)
            and matches[-1].end - matches[-1].start > len(noun)
        ):
            return phrase[matches[-1].start :]
    return None


def _end_of_first(text: str, sentence_starts: Sequence[int]) -> int:
    return sentence_starts[1] if len(sentence_starts) > 1 else len(text)


def _subject_before(
    text: str, sentence_starts: Sequence[int], start: int, is_owned: bool
) -> str | None:
    """Return the body that the sentence of a spokesperson, or one before, is about."""
    noun = None
    for number, sentence in enumerate(_sentences_before(text, sentence_starts, start)):
        body = _subject_of(sentence, noun)
        if body is not None:
            return body
        back = _REFERS_BACK.match(sentence)
        if back is None and not (is_owned and number == 0 and not sentence.strip()):
            return None  # the sentence is about something else
        if back is not None and back["noun"] is not None:
            if back["noun"] not in TYPES_BY_NOUN:
                return None
            noun = back["noun"]
    return None


def _sentences_before(text: str, sentence_starts: Sequence[int], start: int) -> Iterator[str]:
    """Yield the sentence up to a source, the two before it, and the first one."""
    starts = [place for place in sentence_starts if place <= start]
    ends = [*starts[1:], start]
    spans = list(zip(starts, ends, strict=True))
    chosen = spans[::-1][: 1 + _EARLIER_SENTENCES]
    if spans and spans[0] not in chosen:
        chosen.append(spans[0])
    for first, stop in chosen:
        yield _DATELINE.sub("", text[first:stop], count=1)


def _subject_of(sentence: str, noun: str | None) -> str | None:
    """Return the body that a sentence begins with, if a noun such as "movement" can mean it."""
    reach = sentence[:_SUBJECT_REACH]
    for match in type_matches(reach):
        named = reach[match.start : match.end]
        if match.source_type not in _TYPES or match.rank < INSTITUTION:
            continue
        if not _SUBJECT.match(reach[: match.start]) or named.lower() in _PEOPLE:
            return None
        if _POSSESSIVE.match(reach, match.end) or named.endswith(("'s", "’s")):
            return None
        after = reach[match.end :].split()
        if after and after[0].lower().strip(",.") in _PEOPLE:
            return None  # "government soldiers"
        types = None if noun is None else TYPES_BY_NOUN[noun]
        return named if types is None or match.source_type in types else None
    return None
