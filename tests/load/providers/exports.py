"""
Builders of exports in the form of each provider, with made-up articles.

``BUILDERS`` has them by the name that a provider declares as its fixture. Each takes articles and
the words of an interface and returns the bytes of a file.
"""

import html
import io
from dataclasses import dataclass, replace
from datetime import date
from email.message import EmailMessage
from email.utils import formataddr

from docx import Document

__all__ = ["ARTICLES", "BUILDERS", "ENGLISH", "FRENCH", "GERMAN", "Article", "Words"]


@dataclass(frozen=True)
class Article:
    """A made-up article."""

    title: str
    outlet: str
    day: date
    author: str
    paragraphs: tuple[str, ...]
    key: str
    language: str = "en"

    @property
    def n_words(self) -> int:
        return sum(len(text.split()) for text in self.paragraphs)


@dataclass(frozen=True)
class Words:
    """The words of an interface."""

    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    day: str
    words: str
    length: str
    byline: str
    section: str
    load_date: str
    language: str
    graphic: str
    mark: str
    request: str
    documents: str
    end: str
    document: str
    hits: str
    languages: dict[str, str]


ENGLISH = Words(
    tuple(
        "January February March April May June July August September October November "
        "December".split()
    ),
    tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()),
    "{month} {day}, {year} {weekday}",
    "words",
    "Length",
    "Byline",
    "Section",
    "Load-Date",
    "Language",
    "Graphic",
    "{number} of {total} DOCUMENTS",
    "Download Request",
    "Documents",
    "End of Document",
    "Document",
    "Results Found",
    {"en": "English", "de": "German", "fr": "French"},
)
GERMAN = Words(
    tuple(
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
    ),
    tuple("Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split()),
    "{day}. {month} {year} {weekday}",
    "Wörter",
    "Länge",
    "Autor",
    "Rubrik",
    "Update",
    "Sprache",
    "Grafik",
    "Dokument {number} von {total}",
    "Ausgabeauftrag",
    "Dokumente",
    "Ende des Dokuments",
    "Dokument",
    "Gefundene Ergebnisse",
    {"en": "Englisch", "de": "Deutsch", "fr": "Französisch"},
)
FRENCH = Words(
    tuple(
        "janvier février mars avril mai juin juillet août septembre octobre novembre "
        "décembre".split()
    ),
    tuple("lundi mardi mercredi jeudi vendredi samedi dimanche".split()),
    "{day} {month} {year} {weekday}",
    "mots",
    "Longueur",
    "Auteur",
    "Rubrique",
    "Date de chargement",
    "Langue",
    "Graphique",
    "Document {number} de {total}",
    "Demande de téléchargement",
    "Documents",
    "Fin du document",
    "Document",
    "Résultats trouvés",
    {"en": "Anglais", "de": "Allemand", "fr": "Français"},
)

ARTICLES = (
    Article(
        "Bridge falls in the north; Twelve dead",
        "The Aldbeck Herald (Aldbeck)",
        date(2019, 4, 5),
        "Jane Roe",
        (
            "ALDBECK -- At least 12 people were killed when the bridge over the river fell on "
            "Friday morning, the ministry said in a statement that was read on the radio.",
            "“We heard a crack, and then nothing at all,” said Ann Lee, who owns the bakery next "
            "to the bridge and had opened it a few minutes before.",
            "The bridge was built in 1967 & was to be closed next year. Length: 80 metres, "
            "according to the town, which had asked for repairs three times.",
        ),
        "ALDH000020190405ef450001x",
    ),
    Article(
        "UPDATE: Ministry says café fire was no accident",
        "Post von Norden",
        date(2019, 3, 31),
        "Bernd Müller",
        (
            "Die Feuerwehr war nach Angaben des Ministeriums eine Stunde lang im Einsatz, und "
            "drei Menschen wurden verletzt, einer von ihnen schwer.",
            "„Das war kein Unfall“, sagte eine Sprecherin am Sonntag in Norden. Die Polizei "
            "suche zwei Männer, die kurz vor dem Brand gesehen worden seien.",
        ),
        "POSN000020190331ef3v00002",
        "de",
    ),
    Article(
        "Grève à l'hôpital",
        "Le Courrier de l'Ouest",
        date(2018, 12, 1),
        "Marie Lefèvre",
        (
            "Près de 300 infirmières ont cessé le travail samedi à l'hôpital, selon la "
            "direction, pour demander des postes et de meilleurs salaires.",
            "La direction a dit qu'elle recevrait les syndicats lundi. Aucun patient n'a été "
            "transféré, a-t-elle ajouté, et les urgences sont restées ouvertes.",
        ),
        "COUO000020181201eec100003",
        "fr",
    ),
)


def printed_day(day: date, words: Words) -> str:
    """Return a day in the words of an interface."""
    return words.day.format(
        day=day.day,
        month=words.months[day.month - 1],
        year=day.year,
        weekday=words.weekdays[day.weekday()],
    )


def plain_day(day: date, words: Words) -> str:
    """Return a day without its weekday, day first, as Factiva prints it."""
    return f"{day.day} {words.months[day.month - 1]} {day.year}"


def nexis_lines(articles, words=ENGLISH, said=None, cover=True):
    """Return the lines of an export of Nexis Uni."""
    lines = []
    if cover:
        lines += [
            "Date and Time: Friday, 5. July 2019 09:31:00 CEST",
            "Job Number: 1",
            f"{words.documents} ({said or len(articles)})",
        ]
        for number, article in enumerate(articles, 1):
            lines += [
                f"{number}. {article.title}",
                "Client/Matter: -None-",
                "Search Terms: bridge OR fire OR strike",
                "Narrowed by: ",
                "",
                "Content Type",
                f"Sources: {article.outlet}; Content Type: News",
                "",
            ]
    for article in articles:
        lines += ["", article.title, article.outlet, printed_day(article.day, words), ""]
        lines += [f"\nCopyright {article.day.year} Aldbeck Press Ltd All Rights Reserved", "\n"]
        lines += [f"{words.section}:\u00a0NEWS; Pg. 4"]
        lines += [f"{words.length}:\u00a0{article.n_words} {words.words}"]
        lines += [f"{words.byline}:\u00a0{article.author}", "Body", "", ""]
        lines += [*article.paragraphs, "", f"\n{words.graphic}", "", "PHOTO, by a reader"]
        lines += [
            "Classification",
            "",
            f"{words.language}:\u00a0{words.languages[article.language]}",
        ]
        lines += ["\nPublication-Type:\u00a0Newspaper", "\nJournal Code:\u00a0ALD"]
        lines += [f"\n{words.load_date}:\u00a0{printed_day(article.day, words)}", ""]
        lines += [f"\n{words.end}"]
    return lines


def nexis_docx(articles=ARTICLES, words=ENGLISH, **options):
    """Make a Word file as Nexis Uni does."""
    document = Document()
    for line in nexis_lines(articles, words, **options):
        document.add_paragraph(line)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def rtf(lines, centred=()):
    """Make an RTF file of lines."""
    escaped = []
    for line in lines:
        text = line.replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}")
        text = text.replace("\n", "\\line ").replace("\t", "\\tab ")
        escaped.append("".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in text) + "\\par")
    body = "\n".join(escaped)
    picture = "{\\*\\shppict{\\pict\\pngblip\n89504e470d0a1a0a}}"
    return f"{{\\rtf1\\ansi\\ansicpg1252{{\\fonttbl{{\\f0 Arial;}}}}{picture}\n{body}}}".encode()


def nexis_rtf(articles=ARTICLES, words=ENGLISH, **options):
    """Make an RTF file as Nexis Uni does."""
    return rtf(nexis_lines(articles, words, **options))


def wrapped(text, width=78):
    """Return the lines of a text, broken between words."""
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) + 1 > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def old_nexis_lines(articles, words=ENGLISH, first=1, total=None, request=True, academic=False):
    """Return the lines of an export of Nexis before 2018."""
    total = total or first + len(articles) - 1
    lines = []
    if request:
        lines += ["", f"{words.request}: Selected Items: {first}-{first + len(articles) - 1}"]
        lines += ["Time Of Request: Friday, March 20, 2018  16:51:31", "", "Terms: bridge", ""]
    for number, article in enumerate(articles, first):
        copyright_ = [f"Copyright {article.day.year} Aldbeck Press Ltd", "All Rights Reserved"]
        lines += [words.mark.format(number=number, total=total).center(78), "", ""]
        if academic:
            lines += [line.center(78) for line in copyright_] + [""]
        lines += [article.outlet.center(78), "", printed_day(article.day, words).center(78)]
        lines += ["Late Edition".center(78), ""]
        if not academic:
            lines += [*wrapped(article.title, 60), ""]
            lines += [f"{words.byline.upper()}: {article.author}", ""]
        lines += [f"{words.section.upper()}: NEWS; Pg. 4", ""]
        lines += [f"{words.length.upper()}: {article.n_words} {words.words}", ""]
        if academic:
            lines += [
                f"HEADLINE: {article.title}",
                "",
                f"BYLINE: {article.author}",
                "",
                "BODY:",
                "",
            ]
        for paragraph in article.paragraphs:
            lines += [*wrapped(paragraph), ""]
        lines += [f"{words.load_date.upper()}: {printed_day(article.day, words)}", ""]
        lines += [f"{words.language.upper()}: {words.languages[article.language].upper()}", ""]
        lines += [f"{words.graphic.upper()}: The bridge, before it fell", ""]
        lines += ["PUBLICATION-TYPE: Newspaper", ""]
        if not academic:
            lines += [line.center(78) for line in copyright_] + [""]
    return lines


def nexis_text(articles=ARTICLES, words=ENGLISH, **options):
    """Make a text as Nexis did before 2018."""
    return "\r\n".join(old_nexis_lines(articles, words, **options)).encode("utf-8-sig")


def nexis_old_rtf(articles=ARTICLES, words=ENGLISH, **options):
    """Make an RTF file as Nexis did before 2018: paragraphs are not wrapped."""
    lines = [line.strip() for line in old_nexis_lines(articles, words, **options)]
    return rtf(lines)


def nexis_html(articles=ARTICLES, words=ENGLISH, said=None, total=None, first=1):
    """Make a page as Nexis did before 2018."""
    total = total or first + len(articles) - 1
    said = said or len(articles)
    pieces = [
        f'<HTML>\n<HEAD>\n<META TOPIC="null" DOCUMENTS="{said}" UPDATED="x" /></HEAD>\n<BODY>'
    ]
    for number, article in enumerate(articles, first):
        pieces.append(
            f'<A NAME="DOC_ID_{number}"></A><!-- Hide XML section from browser\n'
            f"<DOC NUMBER=1>\n<DOCFULL> -->\n"
        )
        mark = words.mark.format(number=number, total=total)
        day = printed_day(article.day, words)
        month, _, rest = day.partition(" ")
        pieces.append(_div("c0", mark))
        pieces.append(
            f'<BR><DIV CLASS="c0"><BR><P CLASS="c1"><IMG SRC="logo.gif" ALT="logo"><BR>'
            f"<SPAN>{html.escape(article.outlet)}</SPAN></P>\n</DIV>"
        )
        pieces.append(
            f'<BR><DIV CLASS="c3"><P CLASS="c1"><SPAN CLASS="hit">{month}</SPAN><SPAN> {rest}'
            f"</SPAN><SPAN>&nbsp;<BR>Late Edition</SPAN></P>\n</DIV>"
        )
        pieces.append(_div("c4", article.title))
        for label, value in (
            (words.byline, article.author),
            (words.length, f"{article.n_words} {words.words}"),
        ):
            pieces.append(
                f'<BR><DIV CLASS="c4"><P CLASS="c5"><SPAN CLASS="c7">{label.upper()}: </SPAN>'
                f"<SPAN>{html.escape(value)}</SPAN></P>\n</DIV>"
            )
        paragraphs = [
            f'<P CLASS="c8"><SPAN>{html.escape(p)}</SPAN></P>' for p in article.paragraphs
        ]
        pieces.append('<BR><DIV CLASS="c4">' + "\n".join(paragraphs) + "\n</DIV>")
        for label, value in (
            (words.load_date, day),
            (words.language, words.languages[article.language].upper()),
        ):
            pieces.append(_div("c4", f"{label.upper()}: {value}"))
        pieces.append(
            f'<BR><DIV CLASS="c0"><BR><P CLASS="c1"><SPAN>Copyright {article.day.year} Aldbeck '
            f"Press<BR>All Rights Reserved</SPAN></P>\n</DIV>"
        )
        pieces.append("<!-- Hide XML section from browser\n</DOCFULL>\n</DOC> -->")
    return "\n".join([*pieces, "</BODY></HTML>"]).encode("ascii", "xmlcharrefreplace")


def _div(name, text):
    return f'<BR><DIV CLASS="{name}"><P CLASS="c1"><SPAN>{html.escape(text)}</SPAN></P>\n</DIV>'


def factiva_html(articles=ARTICLES, words=ENGLISH, said=None, indexed=False, summary=True):
    """Make a page as Factiva does, with its navigation and the summary of the search."""
    pieces = [
        '<html><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8">'
        "<title>Factiva</title></head><body><div id='navcontainer'><h1>Dow Jones Factiva</h1>"
        "</div><form><div id='contentWrapper'><div id='contentLeft'><span></span>"
    ]
    for article in articles:
        make = _indexed if indexed else _short
        pieces.append(make(article, words))
    pieces.append("</div>")
    if summary:
        pieces.append(
            "<table><tr><td class='label'>Text</td><td>bridge or fire</td></tr>"
            f"<tr><td class='label'>{words.hits}</td><td>{said or len(articles)}</td></tr></table>"
        )
    pieces.append("<span class='copyright'>&copy; 2020 Factiva, Inc.</span></form></body></html>")
    return "\n".join(pieces).encode()


def _paragraphs(article):
    name = f"articleParagraph {article.language}articleParagraph"
    texts = [html.escape(text).replace("bridge", "<b>bridge</b>") for text in article.paragraphs]
    return "\n".join(f'<p class="{name}">{text}  </p>' for text in texts)


def _short(article, words):
    key = article.key
    return (
        f'<div id="article-{key}" class="article"><div class="article {article.language}Article">'
        f'<p>\n</p><div>Foreign Desk; 1</div>\n<div id="hd">'
        f'<span class="{article.language}Headline">'
        f"{html.escape(article.title)}  </span>\n</div>"
        f'<div class="author">{article.author}  </div><div>Special to the paper</div>\n'
        f"<div>{article.n_words} {words.words}</div><div>{plain_day(article.day, words)}</div>"
        f"<div>{html.escape(article.outlet)}</div><div>ALDH</div><div>Late Edition - Final</div>"
        f"<div>1</div><div>{words.languages[article.language]}</div>"
        f"<div>Copyright {article.day.year} Aldbeck Press.  All Rights Reserved.  </div>\n<p></p>\n"
        f"{_paragraphs(article)}\n<p>Aldbeck Press Digital</p><p>{words.document} {key}</p>"
        "</div></div>"
    )


def _indexed(article, words):
    first, *rest = article.paragraphs
    cells = {
        "SE": "Foreign Desk",
        "HD": f"<b class='{article.language}Headline'>{html.escape(article.title)}</b>\n",
        "BY": html.escape(article.author),
        "WC": f"{article.n_words} {words.words}",
        "PD": plain_day(article.day, words),
        "ET": "15:32",
        "SN": html.escape(article.outlet),
        "SC": "ALDH",
        "LA": words.languages[article.language],
        "CY": "(c) Aldbeck Press",
        "LP": _paragraphs(replace(article, paragraphs=(first,))),
        "TD": _paragraphs(replace(article, paragraphs=tuple(rest))),
        "NS": "gcat : Political/General News",
        "RE": "fra : France",
        "PUB": "Aldbeck Press Limited",
        "AN": f"{words.document} {article.key}",
    }
    rows = [
        f'<tr><td align="right" class="index"><b>{code}</b>&nbsp;</td><td>{cell}</td></tr>'
        for code, cell in cells.items()
    ]
    return (
        f'<div class="article {article.language}Article"><table>{"".join(rows)}</table></div><br/>'
    )


def factiva_rtf(articles=ARTICLES, words=ENGLISH, said=None, indexed=False):
    """Make an RTF file as Factiva does."""
    lines = ["Dow Jones Factiva", "", ""]
    for article in articles:
        first, *rest = article.paragraphs
        document = f"{words.document} {article.key}"
        head = [article.title, article.author, f"{article.n_words} {words.words}"]
        day = plain_day(article.day, words)
        language = words.languages[article.language]
        if indexed:
            codes = zip(("HD", "BY", "WC"), head, strict=True)
            for code, value in [*codes, ("PD", day), ("SN", article.outlet), ("SC", "ALDH")]:
                lines += [code, value]
            lines += [
                "LA",
                language,
                "CY",
                "Copyright Aldbeck Press",
                "LP",
                "",
                first,
                "",
                "TD",
                "",
            ]
            for paragraph in rest:
                lines += [paragraph, ""]
            lines += ["NS", "gcat : Political/General News", "PUB", "Aldbeck Press", "AN", document]
        else:
            lines += [*head, day, "11:05", article.outlet, "ALDH", "Late Edition", "1", language]
            lines += [f"Copyright {article.day.year} Aldbeck Press.  All Rights Reserved.", ""]
            for paragraph in article.paragraphs:
                lines += [paragraph, ""]
            lines += [document]
        lines += ["", ""]
    lines += ["Search Summary", "Text", "bridge or fire", words.hits, str(said or len(articles))]
    return rtf(lines)


def europresse_html(articles=ARTICLES, words=FRENCH, said=None):
    """Make a page as Europresse does."""
    pieces = ["<!DOCTYPE html><html><head><title>Europresse</title></head><body>"]
    if said is not None:
        pieces.append(f"<div class='cover'><p>{said} documents</p></div>")
    for article in articles:
        weekday = words.weekdays[article.day.weekday()].capitalize()
        key = f"news·{article.day:%Y%m%d}·{article.key[:3]}·0{article.key[-4:]}"
        body = "".join(f"<p>{html.escape(text)}</p>" for text in article.paragraphs)
        pieces.append(
            "<article><header><div class='rdp__DocPublicationName'>"
            f"<span class='DocPublicationName'>{html.escape(article.outlet)}, no. 43018</span>"
            "</div>"
            "<span class='DocHeader'>"
            f"{weekday} {plain_day(article.day, words)}<br>p. 12 - {article.n_words} {words.words}"
            "</span><div class='titreArticle'><p class='sm-margin-TopNews titreArticleVisu "
            f"rdp__articletitle'>{html.escape(article.title)}</p></div>"
            f"<p class='sm-margin-bottomNews'>{article.author}</p></header>"
            f"<section><div class='docOcurrContainer'>{body}</div></section>"
            "<footer><div class='rdp__public-cert'>Tous droits réservés</div>"
            f"<div class='publiC-lblNodoc'>{key}</div></footer></article>"
        )
    return "\n".join([*pieces, "</body></html>"]).encode()


def proquest_text(articles=ARTICLES, words=ENGLISH, said=None):
    """Make a text as ProQuest does."""
    rule = "_" * 60
    lines = [rule, "", "Report Information from ProQuest", "April 05 2019", rule, ""]
    total = said or len(articles)
    for number, article in enumerate(articles, 1):
        month = ENGLISH.months[article.day.month - 1][:3]
        lines += [
            f"Document {number} of {total}",
            "",
            article.title,
            "",
            f"Author: {article.author}",
        ]
        lines += [
            "",
            f"Publication info: {article.outlet} ; Aldbeck [Aldbeck] 05 Apr 2019: A.1.",
            "",
        ]
        lines += ["ProQuest document link", "", "Abstract: A bridge fell. Read on.", ""]
        lines += [f"Full text: {article.paragraphs[0]}", ""]
        for paragraph in article.paragraphs[1:]:
            lines += [paragraph, ""]
        lines += [
            "Subject: Bridges; Fires",
            "",
            "Location: Aldbeck",
            "",
            f"Title: {article.title}",
            "",
        ]
        lines += [f"Publication title: {article.outlet}; Aldbeck", "", "First page: A.1", ""]
        lines += [f"Publication year: {article.day.year}", ""]
        lines += [f"Publication date: {month} {article.day.day}, {article.day.year}", ""]
        lines += ["Source type: Newspapers", ""]
        lines += [f"Language of publication: {ENGLISH.languages[article.language]}", ""]
        lines += ["Document type: News", "", f"ProQuest document ID: 21{number:07d}", ""]
        lines += [f"Document URL: https://search.proquest.com/docview/21{number:07d}", ""]
        lines += ["Copyright: Copyright Aldbeck Press", "", "Database: Newsstand", "", rule, ""]
    lines += [
        "Contact us at: http://www.proquest.com",
        "",
        "Database copyright © 2019 ProQuest LLC.",
    ]
    return "\n".join(lines).encode()


def eml(articles=ARTICLES[:1], words=ENGLISH):
    """Make a message."""
    [article] = articles[:1]
    message = EmailMessage()
    message["From"] = formataddr((article.outlet, "news@aldbeck.example"))
    message["Subject"] = article.title
    message["Date"] = f"{article.day:%a, %d %b %Y} 08:00:00 +0000"
    message["Message-ID"] = f"<{article.key}@aldbeck.example>"
    message.set_content(
        "\n\n".join(article.paragraphs) + "\n\n-- \nTo leave this list, write to us."
    )
    return message.as_bytes()


def mbox(articles=ARTICLES, words=ENGLISH):
    """Make a mailbox."""
    pieces = []
    for article in articles:
        message = eml((article,)).replace(b"\nFrom ", b"\n>From ")
        pieces.append(b"From news@aldbeck.example Fri Apr  5 08:00:00 2019\n" + message + b"\n")
    return b"".join(pieces)


def pdf(articles=ARTICLES[:1], words=ENGLISH, n_pages=2):
    """Make a PDF of one article: each page has a running title, some lines, and a number."""
    [article] = articles[:1]
    lines = [line for text in article.paragraphs for line in [*wrapped(text, 70), ""]]
    per_page = -(-len(lines) // n_pages)
    streams = []
    for number in range(n_pages):
        shown = [f"The Aldbeck Archive, page {number + 1}", ""]
        if number == 0:
            shown += [article.title, "", printed_day(article.day, words), ""]
        shown += lines[number * per_page : (number + 1) * per_page]
        operators = ["BT /F1 11 Tf 50 780 Td 14 TL"]
        for line in shown:
            text = line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
            operators.append(f"({text}) Tj T*")
        streams.append("\n".join([*operators, "ET"]).encode("cp1252", "replace"))
    return pdf_of(streams)


def pdf_of(streams):
    """Make a PDF of the content of its pages."""
    n_pages = len(streams)
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(n_pages))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {n_pages} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, stream in enumerate(streams):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << "
            f"/F1 3 0 R >> >> /Contents {5 + 2 * number} 0 R >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    data = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    trailer = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (size, len(data))
    return data + b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table) + trailer


BUILDERS = {
    "nexis_docx": (nexis_docx, "docx"),
    "nexis_rtf": (nexis_rtf, "rtf"),
    "nexis_old_rtf": (nexis_old_rtf, "rtf"),
    "nexis_html": (nexis_html, "html"),
    "nexis_text": (nexis_text, "txt"),
    "factiva_html": (factiva_html, "html"),
    "factiva_rtf": (factiva_rtf, "rtf"),
    "europresse_html": (europresse_html, "html"),
    "proquest_text": (proquest_text, "txt"),
    "mbox": (mbox, "mbox"),
    "eml": (eml, "eml"),
    "pdf": (pdf, "pdf"),
}
"""Builder and extension, by name."""
