"""Outlets are printed under one name."""

import pytest

from analysis.core.errors import LexiconError, ParameterError
from analysis.load.outlets import OutletNames, read_registry

KNOWN = [
    # hosts of one outlet
    ("https://edition.cnn.com", "CNN"),
    ("us.cnn.com", "CNN"),
    ("www.cnn.com", "CNN"),
    ("HTTP://WWW.CNN.com:80/2018/11/02/x.html?a=1", "CNN"),
    ("CNN.com", "CNN"),
    ("bbc.co.uk", "BBC News"),
    ("bbc.com", "BBC News"),
    ("news.bbc.co.uk", "BBC News"),
    ("BBC", "BBC News"),
    ("m.sana.sy", "SANA"),
    ("sana", "SANA"),
    ("theguardian.com", "The Guardian"),
    ("amp.theguardian.com", "The Guardian"),
    ("guardian.co.uk", "The Guardian"),
    ("www1.nytimes.com", "The New York Times"),
    ("mobile.nytimes.com.", "The New York Times"),
    ("apnews.com", "AP"),
    ("uk.reuters.com", "Reuters"),
    ("english.alarabiya.net", "Al Arabiya"),
    ("english.aawsat.com", "Asharq Al-Awsat"),
    ("www.dawn.com", "Dawn"),
    ("g1.globo.com", "Globo"),
    ("punchng.com", "The Punch (Nigeria)"),
    ("www.aa.com.tr", "Anadolu"),
    ("smh.com.au", "The Sydney Morning Herald"),
    # names, with and without "The", in any case
    ("new york times", "The New York Times"),
    ("The New York Times", "The New York Times"),
    ("THE TIMES OF INDIA", "The Times of India"),
    ("Times of London", "The Times (London)"),
    ("The Guardian(London)", "The Guardian"),
    ("Daily Mail(London)", "Daily Mail"),
    ("Agence  France-Presse", "AFP"),
    ("Associated Press", "AP"),
    ("The Associated Press", "AP"),
    ("Yeni Şafak", "Yeni Safak"),
    ("Ma’an News Agency", "Ma'an News Agency"),
    # hosts that look alike and are other outlets
    ("abc.net.au", "ABC News (Australia)"),
    ("abcnews.go.com", "ABC News (US)"),
    ("espn.go.com", "ESPN"),
    ("abc.es", "ABC (Spain)"),
    ("guardian.ng", "The Guardian (Nigeria)"),
    ("independent.co.uk", "The Independent (UK)"),
    ("independent.ie", "Irish Independent"),
    ("thestar.com", "Toronto Star"),
    ("thestar.com.my", "The Star (Malaysia)"),
    ("nation.africa", "Nation (Kenya)"),
    ("nation.com.pk", "The Nation (Pakistan)"),
    ("arabic.rt.com", "RT Arabic"),
    ("www.rt.com", "RT"),
    ("news.sky.com", "Sky News"),
    ("economictimes.indiatimes.com", "The Economic Times"),
    ("timesofindia.indiatimes.com", "The Times of India"),
    ("folha.uol.com.br", "Folha de S.Paulo"),
    ("aps.dz", "APS (Algeria)"),
    ("aps.sn", "APS (Senegal)"),
    # they only show articles of others
    ("news.yahoo.com", "Yahoo News (aggregator)"),
    ("Yahoo News", "Yahoo News (aggregator)"),
    ("msn.com", "MSN (aggregator)"),
    ("web.archive.org", "Internet Archive (aggregator)"),
]

NOT_KNOWN = [
    # a host becomes its registered domain
    ("https://www2.kansascity.com/news/", "kansascity.com"),
    ("kansascity.com", "kansascity.com"),
    ("m.herald.co.tz", "herald.co.tz"),
    ("news.gov.sy", "news.gov.sy"),
    ("пример.рф", "пример.рф"),
    ("xn--e1afmkfd.xn--p1ai", "пример.рф"),
    ("www.herald.example", "herald.example"),
    ("herald.example", "herald.example"),
    # below these, every subdomain or account is an outlet of its own
    ("syria360.wordpress.com", "syria360.wordpress.com"),
    ("www.syria360.wordpress.com", "syria360.wordpress.com"),
    ("https://tallis.substack.com/p/one", "tallis.substack.com"),
    ("tallis.medium.com", "tallis.medium.com"),
    ("https://medium.com/@tallis/a-story", "medium.com/@tallis"),
    ("tallis.blogspot.com", "tallis.blogspot.com"),
    ("tallis.blogspot.co.uk", "tallis.blogspot.co.uk"),
    ("tallis.github.io", "tallis.github.io"),
    ("https://t.me/s/tallis_news", "t.me/tallis_news"),
    ("https://www.youtube.com/watch?v=1", "youtube.com"),
    ("navbharattimes.indiatimes.com", "navbharattimes.indiatimes.com"),
    # a name stays as it is written
    ("The  Tallis\tHerald", "The Tallis Herald"),
    ("St.Tallis", "St.Tallis"),
    ("St. Tallis News", "St. Tallis News"),
    ("ABC News", "ABC News"),
    ("The Sun", "The Sun"),
    ("1.2.3.4", "1.2.3.4"),
    ("co.uk", "co.uk"),
]


@pytest.mark.parametrize(("given", "printed"), KNOWN + NOT_KNOWN)
def test_printed_name(given, printed):
    assert OutletNames().printed(given) == printed


@pytest.mark.parametrize(("given", "printed"), KNOWN)
def test_known_outlets_are_remembered(given, printed):
    names = OutletNames()
    names.printed(given)
    assert set(names.known) == {printed}


def test_a_printed_name_is_its_own():
    for _, printed in KNOWN + NOT_KNOWN:
        assert OutletNames().printed(printed) == printed


def test_first_spelling_counts():
    names = OutletNames()
    assert names.printed("Tallis Herald") == "Tallis Herald"
    assert names.printed("TALLIS  herald") == "Tallis Herald"
    assert names.printed("The Tallis Herald") == "The Tallis Herald"
    assert not names.known


def user_file(folder, text):
    path = folder / "outlets.toml"
    path.write_text(text, encoding="utf8")
    return path


def test_the_users_file_comes_first(tmp_path):
    path = user_file(
        tmp_path,
        '["tallis.example"]\nname = "Tallis Herald"\nnames = ["The Herald"]\n'
        '["t.me/sana_gov"]\nname = "SANA on Telegram"\n["cnn.com"]\nname = "Cable News"\n',
    )
    names = OutletNames(read_registry(path))
    given = ["www.tallis.example", "the herald", "https://t.me/s/sana_gov", "us.cnn.com", "bbc.com"]
    expected = ["Tallis Herald", "Tallis Herald", "SANA on Telegram", "Cable News", "BBC News"]
    assert [names.printed(each) for each in given] == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('["a.com"]\nnames = ["A"]\n', "a.com.name"),
        ('["a.com"]\nname = "A"\nkind = "stat"\n', "No kind 'stat'; did you mean 'state'"),
        ('["a.com"]\nname = "A"\ncountry = "UK?"\n', "two-letter"),
        ('["a.com"]\nname = "A"\nnames = "B"\n', "is not a list"),
        ('["a.com"]\nname = "A"\nowner = "B"\n', "owner"),
        ('["a.com"\n', "not valid TOML"),
    ],
)
def test_a_bad_file_is_refused(tmp_path, text, message):
    with pytest.raises(LexiconError, match=message):
        read_registry(user_file(tmp_path, text))


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(ParameterError, match="no file"):
        read_registry(tmp_path / "mine.toml")


@pytest.mark.parametrize(
    ("first", "second", "is_one"),
    [
        ("TallisWatch", "Tallis Watch", True),
        ("Tallis  Watch", "tallis watch", True),
        ("MarketWatch", "Market Watch", True),
        ("USA Today", "USAToday", True),
        ("MSN", "Msn India", False),
        ("Tallis Watch", "Tallis Watch India", False),
        ("Tallis Watch", "Tallis-Watch", False),
        ("The Star (Malaysia)", "The Star (Kenya)", False),
    ],
)
def test_names_that_differ_in_a_space_are_one_outlet(first, second, is_one):
    names = OutletNames()
    assert (names.printed(first) == names.printed(second)) is is_one
