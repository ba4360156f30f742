"""
Decide what a number measures: a percentage, percentage points, money, a measure, or a count.

In: a text and the position of a number in it. Out: the kind, the unit as written and the currency.
Word lists: ``data/lexicons/quantifiers.toml`` and ``currencies.toml``. The kinds are those of the
table ``figures``; whether a count is one of people is not decided here.

A dollar sign alone names no currency; an article that writes "US$" or "Canadian dollars" and no
other kind of dollar does. Pounds are money next to a large scale or a verb of payment, and weight
otherwise.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from analysis.core import lexicon, paths
from analysis.extract.numbers.letter_signs import letters_of_sign
from analysis.extract.numbers.word_patterns import (
    ANY_CASE,
    AS_WRITTEN,
    alternatives,
    one_of,
    quantifier_lists,
)

__all__ = [
    "JOINED_UNITS",
    "Unit",
    "dollar_of",
    "is_duration",
    "is_index_points",
    "is_temperature",
    "kind_of",
    "signs_of_letters",
    "unit_of",
]

CHARACTERS_OF_SIGN = 6  # before a number: "CAD ", "US$"
CHARACTERS_NEAR = 100  # in which a market index is looked for
LONGEST_UNIT = 40

JOINED_UNITS = (
    r"km/h|kmph|kmh|kms?|km2|km²|mph|kph|kgs?|lbs?|oz|ft|mm|cm|ml|mg|mcg|nm|m2|m²|sqm|sqft"
    r"|ha|[KMGT]Wh?|[KMGTP]B|[KMG]?Hz|[MG]bps|cc|hrs?|mins?|secs?|bps|pp|[kM]?t|[CFp]"
)
"""Units that touch their digits: "200kg"."""


class Unit(NamedTuple):
    """
    What a number measures.

    Attributes
    ----------
    kind : {"count", "percent", "points", "money", "measure"}
    text : str or None
        The unit as written; None for a count.
    currency : str or None
        ISO 4217 code, where the sign or the words tell it.
    start, end : int
        Characters of the number together with its unit.
    """

    kind: str
    text: str | None
    currency: str | None
    start: int
    end: int


_PERCENT_AFTER = re.compile(
    r"\s*% | (?:-plus|\+)?[\s-]*(?:percent|per[\s-]cent|pct|percentage(?![\s-]points?))\b", ANY_CASE
)
_OR_SO_AFTER = re.compile(r"\s+or\s+so(?=\s)", re.IGNORECASE)  # "300 or so years"
_POINTS_AFTER = re.compile(
    r"""
    [\s-]* (?: (?:full|whole)\s+ )?
    (?: (?:percentage|percent|per\s+cent|%|basis) [\s-]* points?\b | bps\b | ppts?\b | pp\b )
    """,
    ANY_CASE,
)
_NATION = one_of(
    "us u.s. american syrian canadian australian turkish new\\s+zealand hong\\s+kong singapore "
    "congolese rwandan burundian guinean swiss malagasy colombian chilean mexican argentine "
    "philippine cuban uruguayan dominican indian pakistani nepali iraqi jordanian kuwaiti serbian "
    "algerian tunisian libyan bahraini iranian omani saudi qatari yemeni egyptian lebanese "
    "sudanese kenyan ugandan tanzanian somali norwegian swedish danish icelandic czech jamaican "
    "taiwanese"
)
_SIGN_AFTER = re.compile(r"\s*[€£₪₹] | ¢ | /[-=](?![\w-])", AS_WRITTEN)
_SHILLINGS = "Sh"  # which "2m/-" means in East Africa; in South Asia it is written of rupees
_EAST_AFRICA = re.compile(
    r"\d\s?(?:m|bn)/[-=]|\b(?:Tanzan|Kenya|Uganda|shilling|Dodoma|Nairobi)", AS_WRITTEN
)
_FORINT_AFTER = re.compile(r"\s?Ft(?![\w'’])", AS_WRITTEN)  # "40 ft" are feet
_HUNGARY = re.compile(r"\b(?:Hungar|Budapest|forint|Magyar)", AS_WRITTEN)
# Letters that are no sign with a space after them: "SR 99" is a road.
_GLUED_SIGNS = frozenset(("SR", "QR", "KD", "BD", "TL", "RM", "Bt"))
_POUNDS = re.compile(r"pounds?", re.IGNORECASE)
_CROWNS = re.compile(r"crowns?", re.IGNORECASE)  # else won, worn or put on a tooth
# "8.4 trillion won"; "the 14 won the relay" in any article that does not speak of Korea
_WON = re.compile(r"won", re.IGNORECASE)
_OF_KOREA = re.compile(r"\b(?:Korean?s?|Seoul|Pyongyang|KRW|(?:million|billion|trillion)\s+won)\b")
# After a verb stands what was won; after a sum, where it goes, or what it did.
_AFTER_WON = re.compile(
    r"\s*(?:$|[.,;:)(/–—-]|\s(?:per|each|apiece|in|to|for|from|and|or|on|at|of|last|this|next"
    r"|a\s+year|a\s+(?:share|month|day|head)|is|was|were|are|had|has|will|would|worth|more|less"
    r"|during|since|between|against|compared)\b)",
    ANY_CASE,
)
_MANY = re.compile(r"\d{3}|\d\.\d\d$")
_PER_PIECE_AFTER = re.compile(
    r"""
    \s+(?:an?|per|each|every)\s+(?:share|day|week|month|year|hour|litre|kilo\w*|tonne|barrel|head
      |person|household|piece|ticket)\b
    | \s+each\b | \s*\([€$£]
    """,
    ANY_CASE,
)
_SUM_OF_CROWNS = re.compile(
    r"(?:\b(?:million|billion|thousand)|\d(?:m|bn)|\d{3})[\s-]crowns?\b", ANY_CASE
)
_LARGE_SCALE = re.compile(r"(?:million|billion|trillion|thousand|\d(?:m|bn|k))$", re.IGNORECASE)
_PAYMENT_BEFORE = re.compile(
    r"""
    \b(?:cost\w* | pa(?:y|ys|id|ying) | pric\w+ | fin(?:e|ed|es) | worth | spen[dt]\w*
    | rais\w+ | stole\w* | ow(?:e|es|ed) | earn\w* | charg\w+ | sold | sells?
    | b(?:ought|uy\w*) | bill\w* | donat\w+ | debts? | salar\w+ | budget | invest\w*
    | loan\w* | compensation | saved? | bet | bid | fees? )\b
    [^.;]{0,40}$
    """,
    ANY_CASE,
)
_MARKET = re.compile(
    r"""
    \b(?:Dow|Nasdaq|S&P|FTSE|Nikkei|DAX|CAC|Sensex|Nifty|Hang\ Seng|[Ii]ndex|[Ii]ndices
    |[Ss]tocks?|[Ss]hares|[Ii]ndustrials)\b
    """,
    AS_WRITTEN,
)
# "A backlog of 31,000t"
_TONNES_AFTER = re.compile(r"(?<=\d)[kM]?t(?![\w’'-])")
_TONNES = {"t": "tonnes", "kt": "kilotonnes", "Mt": "megatonnes"}
_WIND_NEAR = re.compile(
    r"\b(?:winds?|gust\w*|storms?|hurricanes?|cyclones?|typhoons?|speeds?|knots)\b", re.IGNORECASE
)
_AT_ONE = re.compile(r"\bat\s+one$", re.IGNORECASE)
_INDEX_POINTS = re.compile(r"[\s-]+points?\b", re.IGNORECASE)
_TEMPERATURE_AFTER = re.compile(r"\s?[CF](?![\w'’])", AS_WRITTEN)
_TEMPERATURE = re.compile(r"degrees?|°[CF]?|[CF]", re.IGNORECASE)
_TEMPERATURE_NEAR = re.compile(
    r"""
    \b(?: temperatur\w+ | degrees? | mercury | heat\w* | hot\w* | cold\w* | cool\w* | warm\w*
        | celsius | fahrenheit | weather | forecast\w* | thermomet\w+ | freez\w+ | fro(?:st|ze)\w*
        | oven | boil\w* | chill\w* | highs? | lows? | minus | climate | summer | winter )\b
    """,
    ANY_CASE,
)
# "Kenya's 2034 dollar bond" falls due in that year
_YEAR = re.compile(r"(?:19|20)\d\d")
_BOND_AFTER = re.compile(
    r"\s+(?:dollar|euro|sterling|yen|rupee|rand)\s+(?:bonds?|notes?|debt|issues?)\b", ANY_CASE
)
_PENCE_AFTER = re.compile(r"p(?![\w'’])")
_PENCE_NEAR = re.compile(
    r"""
    \b(?: shares? | stocks? | pric\w+ | pence | penny | dividends? | cost\w* | charg\w+
        | lev(?:y|ies) | fuel | petrol | diesel | litre | pint | bag | stamps? | bills?
        | tax(?:es)? | pound | duty | pay\w*
        | fares? | cheap\w* | wage | FTSE )\b | £
    """,
    ANY_CASE,
)
_LINES_OF_SCREEN = frozenset("240 360 480 576 720 1080 1440 2160 4320".split())
_RATE_OF_EXCHANGE_AFTER = re.compile(
    r"\s+(?:per|(?:to|against)\s+(?:the|a|one))\s+((?:U\.?S\.?\s+)?(?:dollar|euro|pound"
    r"|greenback))\b"
    r"(?!\s+(?:of|a|per)\b)"
)
_FROM_MEASURE_TO = re.compile(
    r"\bfrom\s+(?P<number>\d[\d,.]*|[a-z]+)[\s-][a-z]+\s+to\s+(?:just\s+|about\s+|only\s+)?$",
    ANY_CASE,
)
_CLAUSE_ENDS = re.compile(r"\s*(?:[.,;:)](?!\d)|\n|$)|\s+(?:and|but|by|in|on|since|after|from)\b")
_RATE_NEAR = re.compile(
    r"""
    % | \b(?: percent | per\s+cent | percentage | polls? | pollster | survey | inflation
        | unemployment | jobless | yields? | approval | lending | interest | turnout
        | margin | rates? | candidates? | caucus(?:es)? | primary | primaries | nominee | nomination
        | voters? | election | match-?ups? )\b
    """,
    ANY_CASE,
)
_GAME_NEAR = re.compile(
    r"\b(?:scor\w+|rebounds?|assists?|games?|season|quarter|halftime|league|match\w*|title|lap"
    r"|race)\b",
    ANY_CASE,
)
_MAGNITUDE_BEFORE = re.compile(r"\b(magnitude)[\s-]+(?:of\s+)?(?:an?\s+)?$", re.IGNORECASE)
_MAGNITUDE = re.compile(r"\bmagnitude\b", re.IGNORECASE)
_MAGNITUDE_AFTER = re.compile(r"[\s-](magnitude)\b", re.IGNORECASE)
_STRENGTH = re.compile(r"[1-9]\.\d")
_QUAKE = r"(?:earthquakes?|quakes?|tremors?|temblors?|aftershocks?)"
_STRENGTH_BEFORE = re.compile(
    rf"\b{_QUAKE}\b[^.;]{{0,60}}\b(?:measur(?:ed|ing|es)|registered|registering|recorded)"
    r"\s+(?:at\s+|about\s+)?(?:an?\s+)?$"
    # "put the magnitude at 6.8 and the survey at 6.6"
    r"|\bmagnitude\b(?:[^.;]{0,30}?\sat\s[1-9]\.\d\b(?=[\s,]))?[^.;]{0,50}?"
    r"\b(?:at|as|was|is|to|from)\s+(?:about\s+|only\s+|just\s+)?$",
    ANY_CASE,
)
_QUAKE_AFTER = re.compile(rf"\s+{_QUAKE}\b", ANY_CASE)
_DURATION = re.compile(
    r"(?:(?:milli|micro|nano)?second|sec|minute|min|hour|hr|day|night|fortnight|week|weekend|month"
    r"|year|yr|decade|centur(?:y|ie))s?",
    re.IGNORECASE,
)
_DOLLAR_MARKS = {
    "USD": re.compile(r"US\$|\$US|\bUSD\b|\b(?:US|U\.S\.|American)\s+dollars?\b"),
    "AUD": re.compile(r"(?<!\w)AU?\$|\bAUD\b|\b(?:Australian|Aussie)\s+dollars?\b"),
    "CAD": re.compile(r"(?<!\w)CA?\$|\bCAD\b|\bCanadian\s+dollars?\b"),
    "NZD": re.compile(r"NZ\$|\bNZD\b|\bNew\s+Zealand\s+dollars?\b"),
    "HKD": re.compile(r"HK\$|\bHKD\b|\bHong\s+Kong\s+dollars?\b"),
    "SGD": re.compile(r"(?<!\w)SG?\$|\bSGD\b|\bSingapore\s+dollars?\b"),
}


@lru_cache(maxsize=1)
def _currencies() -> dict[str, str | None]:
    """Return the ISO code of each sign and word, if one country uses it, in lower case."""
    codes: dict[str, str | None] = {}
    for group in lexicon.load(paths.LEXICONS / "currencies.toml").values():
        for word in (*group.get("signs", ()), *group.get("words", ())):
            codes[word.lower()] = group.get("code")
    return codes


@lru_cache(maxsize=1)
def _sign_before() -> re.Pattern[str]:
    signs = [*quantifier_lists()["money"]["signs"]]
    for group in lexicon.load(paths.LEXICONS / "currencies.toml").values():
        signs += group.get("signs", ())
    unique = alternatives({sign.lower() for sign in signs})
    return re.compile(rf"(?<![^\W\d_])({unique})\s*$", ANY_CASE)


@lru_cache(maxsize=1)
def _money_after() -> re.Pattern[str]:
    words = [*quantifier_lists()["money"]["words"]]
    for group in lexicon.load(paths.LEXICONS / "currencies.toml").values():
        words += group.get("words", ())
    names = alternatives({word.lower() for word in words})
    pattern = rf"(?:\s+of\s+|[\s-]*)((?:{_NATION}\s+)?(?:{names}))\b"
    return re.compile(pattern, ANY_CASE)


@lru_cache(maxsize=1)
def _measure_after() -> re.Pattern[str]:
    measure = alternatives(quantifier_lists()["measure"]["words"])
    kind = one_of("square cubic nautical metric light sq\\.?")
    adjective = one_of(
        "more straight consecutive full long short whole further successive additional calendar "
        "business extra other such new fiscal"
    )
    pattern = rf"""
        (?:\s+of\s+ | \s?-\s? | \s*) (?:{adjective}\s+)*
        ((?:{kind}[\s-]+)?(?:{measure})) (?![\w])
        (?! ['’]s\s+worth )   # "two days' worth"
        (?! (?<=\ssecond)-[a-z] )   # "20 second-tier suppliers"
        (?! (?<=\d\ssecond)\s(?:homes?|houses?|properties|jobs|cars|owners|residences)\b )
    """
    return re.compile(pattern, ANY_CASE)


def unit_of(text: str, start: int, end: int) -> Unit:
    """
    Return what a number measures.

    Parameters
    ----------
    text : str
    start, end : int
        Characters of the number.

    Returns
    -------
    Unit
        Of kind "count", with no unit and the characters of the number, if nothing else is written.

    Examples
    --------
    >>> unit_of("over €5 million", 6, 15)
    Unit(kind='money', text='€', currency='EUR', start=5, end=15)
    """
    or_so = _OR_SO_AFTER.match(text, end)
    if or_so is not None:
        unit = unit_of(text, start, or_so.end())
        return unit if unit.kind != "count" else Unit("count", None, None, start, end)
    points = _POINTS_AFTER.match(text, end)
    if points is not None:
        return Unit("points", points[0].strip(" -"), None, start, points.end())
    percent = _PERCENT_AFTER.match(text, end)
    if percent is not None:
        return Unit("percent", percent[0].strip(" -"), None, start, percent.end())
    return (
        _money(text, start, end)
        or _measure(text, start, end)
        or _moved_from(text, start, end)
        or Unit("count", None, None, start, end)
    )


@lru_cache(maxsize=1)
def signs_of_letters() -> tuple[str, ...]:
    """Return the signs of currencies that end with a letter and may touch their digits: "Dh45"."""
    signs: set[str] = set()
    for group in lexicon.load(paths.LEXICONS / "currencies.toml").values():
        signs.update(sign for sign in group.get("signs", ()) if sign.rstrip(".")[-1].isalpha())
    return tuple(sorted(sign for sign in signs if len(sign) > 1))


def _money(text: str, start: int, end: int) -> Unit | None:
    """Return the unit of a sum of money, if a sign or a word says that it is one."""
    if _YEAR.fullmatch(text, start, end) and _BOND_AFTER.match(text, end):
        return None
    window = max(0, start - CHARACTERS_OF_SIGN)
    sign = _sign_before().search(text[window:start])
    if sign is not None and _is_sign(sign):
        code = _currencies().get(sign[1].lower())
        written = letters_of_sign(sign[1])
        return Unit("money", written, code, window + sign.start(1), end)
    after = _SIGN_AFTER.match(text, end)
    if after is not None and after[0].startswith("/") and not _EAST_AFRICA.search(text):
        after = None
    if after is not None:
        written = _SHILLINGS if after[0].startswith("/") else after[0].strip()
        return Unit("money", written, _currencies().get(written), start, after.end())
    forint = _FORINT_AFTER.match(text, end)
    if forint is not None and _HUNGARY.search(text):
        return Unit("money", forint[0].strip(), "HUF", start, forint.end())
    name = _money_after().match(text, end, end + LONGEST_UNIT)
    if name is None:
        return _pence(text, start, end) or _rate_of_exchange(text, start, end)
    if _CROWNS.fullmatch(name[1]) and not _is_sum_of_crowns(text, start, end, name.end()):
        return None
    if _WON.fullmatch(name[1]) and not _is_sum_of_won(text, start, end, name.end()):
        return None
    if _POUNDS.fullmatch(name[1]) and _is_weight(text, start, end, name.end()):
        return Unit("measure", name[1], None, start, name.end())
    plain = re.sub(r"\s+", " ", name[1].lower())
    code = _currencies().get(plain)
    rate = _RATE_OF_EXCHANGE_AFTER.match(text, name.end())
    if rate is not None:  # "26.4 leones to the dollar"
        return Unit("money", f"{name[1]} per {rate[1]}", code, start, rate.end())
    return Unit("money", name[1], code, start, name.end())


def _is_sign(sign: re.Match[str]) -> bool:
    """Return whether letters before a number are a sign as it is written: "SR500", no "sr 500"."""
    if sign[1].lower() in quantifier_lists()["money"]["signs"]:
        return True
    if len(sign[1]) == len("SR") and sign[1] not in signs_of_letters() and sign[1].isalpha():
        return False
    return sign[1] not in _GLUED_SIGNS or sign[0] == sign[1]


def _pence(text: str, start: int, end: int) -> Unit | None:
    """Return the unit of "210p" where prices are talked of; "a 720p film" has none."""
    letter = _PENCE_AFTER.match(text, end)
    if letter is None or text[start:end] in _LINES_OF_SCREEN:
        return None
    near = text[max(0, start - CHARACTERS_NEAR) : end + CHARACTERS_NEAR // 2]
    if _PENCE_NEAR.search(near) is None:
        return None
    return Unit("money", letter[0], "GBP", start, letter.end())


def _rate_of_exchange(text: str, start: int, end: int) -> Unit | None:
    """Return the unit of "151.2 per dollar", whose own currency is not written."""
    if not text[start:end].replace(",", "").replace(".", "").isdigit():
        return None
    other = _RATE_OF_EXCHANGE_AFTER.match(text, end)
    if other is None:
        return None
    return Unit("money", f"per {other[1]}", None, start, other.end())


def _is_sum_of_crowns(text: str, start: int, end: int, unit_end: int) -> bool:
    """Return whether crowns are money: many, paid, a share or with their worth in brackets."""
    if _LARGE_SCALE.search(text[start:end]) or _MANY.search(text[start:end]):
        return True
    if _PER_PIECE_AFTER.match(text, unit_end):
        return True
    if _PAYMENT_BEFORE.search(text[max(0, start - 60) : start]) is not None:
        return True
    return _SUM_OF_CROWNS.search(text) is not None


def _is_sum_of_won(text: str, start: int, end: int, unit_end: int) -> bool:
    """Return whether won are money, and no verb: of a large sum, or in an article on Korea."""
    if _AFTER_WON.match(text, unit_end) is None:
        return False
    is_large = _LARGE_SCALE.search(text[start:end]) or _MANY.search(text[start:end])
    return bool(is_large) and _OF_KOREA.search(text) is not None


def _is_weight(text: str, start: int, end: int, unit_end: int) -> bool:
    """Return whether pounds are a weight: no large scale and no verb of payment is near."""
    if text[unit_end : unit_end + 9].lower() == " sterling":
        return False
    if text[unit_end : unit_end + 4].lower() == " of ":
        return not _LARGE_SCALE.search(text[start:end])
    if _LARGE_SCALE.search(text[start:end]):
        return False
    return _PAYMENT_BEFORE.search(text[max(0, start - 60) : start]) is None


def _moved_from(text: str, start: int, end: int) -> Unit | None:
    """Return the unit of the second of two measures: "cut from 90 minutes to 25"."""
    window = max(0, start - CHARACTERS_NEAR)
    moved = _FROM_MEASURE_TO.search(text[window:start])
    if moved is None or not _CLAUSE_ENDS.match(text, end):
        return None
    unit = _measure(text, window + moved.start("number"), window + moved.end("number"))
    return None if unit is None else unit._replace(start=start, end=end)


def _measure(text: str, start: int, end: int) -> Unit | None:
    """Return the unit of a length, weight, duration or the like."""
    before = _MAGNITUDE_BEFORE.search(text[max(0, start - 20) : start])
    if before is not None:
        return Unit("measure", before[1], None, start, end)
    after = _MAGNITUDE_AFTER.match(text, end)
    if after is not None:
        return Unit("measure", after[1], None, start, after.end())
    if _is_magnitude(text, start, end):
        word = _MAGNITUDE.search(text, max(0, start - CHARACTERS_NEAR), start)
        return Unit("measure", None if word is None else word[0], None, start, end)
    points = _INDEX_POINTS.match(text, end)
    if points is not None and _AT_ONE.search(text, max(0, start - 8), end):
        return None  # shares fell "at one point"
    if points is not None:
        near = text[max(0, start - CHARACTERS_NEAR) : points.end() + CHARACTERS_NEAR // 2]
        if _MARKET.search(near):
            return Unit("measure", points[0].strip(" -"), None, start, points.end())
        return _points_of_rate(text, start, points)
    tonnes = _TONNES_AFTER.match(text, end)
    if tonnes is not None:
        near = text[max(0, start - CHARACTERS_NEAR) : tonnes.end() + CHARACTERS_NEAR // 2]
        is_speed = tonnes[0] == "kt" and _WIND_NEAR.search(near) is not None
        written = "knots" if is_speed else _TONNES[tonnes[0]]
        return Unit("measure", written, None, start, tonnes.end())
    unit = _measure_after().match(text, end)
    if unit is None:
        return _temperature(text, start, end)
    return Unit("measure", unit[1], None, start, unit.end())


def _is_magnitude(text: str, start: int, end: int) -> bool:
    """Return whether a number is the strength of an earthquake: "the quake measured 7.8"."""
    if _STRENGTH.fullmatch(text[start:end]) is None:
        return False
    if _STRENGTH_BEFORE.search(text[max(0, start - CHARACTERS_NEAR) : start]):
        return True
    return _QUAKE_AFTER.match(text, end) is not None


def _points_of_rate(text: str, start: int, points: re.Match[str]) -> Unit | None:
    """Return percentage points where the text around is about rates or polls, not games."""
    near = text[max(0, start - CHARACTERS_NEAR) : points.end() + CHARACTERS_NEAR // 2]
    if text[start : points.start()].lower() == "one" or _RATE_NEAR.search(near) is None:
        return None  # "at one point"
    if _GAME_NEAR.search(near) is not None:
        return None
    return Unit("points", points[0].strip(" -"), None, start, points.end())


def _temperature(text: str, start: int, end: int) -> Unit | None:
    """Return the unit of "41.5C" where the text around is about heat or cold."""
    letter = _TEMPERATURE_AFTER.match(text, end)
    if letter is None:
        return None
    near = text[max(0, start - CHARACTERS_NEAR) : letter.end() + CHARACTERS_NEAR // 2]
    is_below_zero = text[max(0, start - 1) : start] == "-"
    if not is_below_zero and _TEMPERATURE_NEAR.search(near) is None:
        return None
    return Unit("measure", letter[0].strip(), None, start, letter.end())


def is_temperature(unit: Unit) -> bool:
    """Return whether a unit is one of temperature."""
    return unit.text is not None and _TEMPERATURE.fullmatch(unit.text) is not None


def is_index_points(unit: Unit) -> bool:
    """Return whether a measure is points of a market's index."""
    return (unit.text or "").lower() in ("points", "point")


def is_duration(unit: Unit) -> bool:
    """Return whether a unit is one of time."""
    return unit.text is not None and _DURATION.fullmatch(unit.text) is not None


def kind_of(text: str, start: int, end: int) -> str:
    """
    Return the kind of a number.

    Parameters
    ----------
    text : str
    start, end : int
        Characters of the number.

    Returns
    -------
    {"count", "percent", "points", "money", "measure"}
    """
    return unit_of(text, start, end).kind


def dollar_of(text: str) -> str | None:
    """
    Return the dollar that an article means by "$".

    Parameters
    ----------
    text : str
        The whole article.

    Returns
    -------
    str or None
        ISO 4217 code; None if the article names no kind of dollar, or several.
    """
    if "$" not in text and "dollar" not in text:
        return None
    named = [code for code, mark in _DOLLAR_MARKS.items() if mark.search(text)]
    return named[0] if len(named) == 1 else None
