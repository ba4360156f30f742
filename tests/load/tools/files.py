"""Builders of files in the forms of tools and services, with made-up articles."""

import csv
import io
import json
from typing import NamedTuple

URL = "https://www.tallis-herald.com/news/bridge-falls"
SITE = "tallis-herald.com"
TEXT = "Twelve people were killed when a bridge fell in Tallis on Friday, police said."
SECOND = "At least 30 others were taken to hospital, the mayor told reporters on Saturday."
DAY = "2018-11-02"
TITLE = "Bridge falls in Tallis"


class Made(NamedTuple):
    """A file, and what is expected of its first article."""

    name: str
    data: bytes
    outlet: str | None = SITE
    published: str | None = DAY
    title: str | None = TITLE
    url: str | None = URL
    author: str | None = "Ada Kern"
    n_articles: int = 1


def csv_bytes(columns, *rows, delimiter=","):
    file = io.StringIO()
    writer = csv.writer(file, delimiter=delimiter)
    writer.writerow(columns)
    writer.writerows(rows)
    return file.getvalue().encode()


def json_bytes(value):
    return json.dumps(value).encode()


def lines(*values):
    return b"".join(json_bytes(value) + b"\n" for value in values)


def news_please_article():
    return {
        "authors": ["Ada Kern"],
        "date_download": "2020-01-05 10:00:00",
        "date_modify": None,
        "date_publish": "2018-11-02 09:30:00",
        "description": "A bridge fell.",
        "filename": "bridge.html.json",
        "image_url": None,
        "language": "en",
        "localpath": None,
        "source_domain": "www.tallis-herald.com",
        "maintext": f"{TEXT}\n{SECOND}",
        "title": TITLE,
        "title_page": None,
        "title_rss": None,
        "url": URL,
    }


def trafilatura_article():
    return {
        "title": TITLE,
        "author": "Ada Kern",
        "hostname": SITE,
        "date": DAY,
        "fingerprint": "ab12",
        "id": None,
        "license": None,
        "comments": "",
        "raw_text": f"{TEXT} {SECOND}",
        "text": f"{TEXT}\n{SECOND}",
        "language": "en",
        "image": None,
        "pagetype": "article",
        "filedate": "2020-01-05",
        "source": URL,
        "source-hostname": "The Tallis Herald",
        "excerpt": "A bridge fell.",
        "categories": "",
        "tags": "",
    }


def trafilatura_csv():
    cells = [
        URL,
        "null",
        "ab12",
        SITE,
        TITLE,
        "null",
        DAY,
        f"{TEXT}\n{SECOND}",
        "null",
        "null",
        "article",
    ]
    file = io.StringIO()
    csv.writer(file, delimiter="\t", quoting=csv.QUOTE_MINIMAL).writerow(cells)
    return file.getvalue().encode()


TRAFILATURA_XML = f"""<doc sitename="The Tallis Herald" title="{TITLE}" author="Ada Kern"
 date="{DAY}" url="{URL}" hostname="{SITE}" fingerprint="ab12">
  <main><p>{TEXT}</p><list><item><p>{SECOND}</p></item></list></main><comments/>
</doc>""".encode()


def fundus_article():
    return {
        "title": TITLE,
        "body": {"summary": [TEXT], "sections": [{"headline": [], "paragraphs": [SECOND]}]},
        "authors": ["Ada Kern"],
        "publishing_date": "2018-11-02 09:30:00+00:00",
        "topics": ["Bridges"],
        "free_access": True,
        "publisher": "The Tallis Herald",
    }


def newspaper_article():
    return {
        "url": URL,
        "read_more_link": "",
        "language": "en",
        "title": TITLE,
        "top_image": "",
        "meta_img": "",
        "images": [],
        "movies": [],
        "keywords": [],
        "meta_keywords": [""],
        "tags": [],
        "authors": ["Ada Kern"],
        "publish_date": "2018-11-02 09:30:00",
        "summary": "",
        "meta_description": "A bridge fell.",
        "meta_lang": "en",
        "meta_favicon": "",
        "meta_site_name": "The Tallis Herald",
        "canonical_link": URL,
        "text": f"{TEXT}\n\n{SECOND}",
    }


def newspaper_csv():
    article = newspaper_article()
    return csv_bytes(list(article), [str(cell) for cell in article.values()])


MINET_COLUMNS = (
    "url,status,extract_original_index,extract_error,canonical_url,title,description,content,"
    "comments,author,categories,tags,date,sitename,image,pagetype"
).split(",")


def minet_row(error="", text=f"{TEXT}\n{SECOND}"):
    head = [URL, "200", "0", error]
    if error:
        return [*head, *[""] * 12]
    return [*head, URL, TITLE, "", text, "", "Ada Kern", "", "", DAY, "The Tallis Herald", "", ""]


def event_registry_answer():
    article = {
        "uri": "987",
        "lang": "eng",
        "isDuplicate": False,
        "date": DAY,
        "time": "09:30:00",
        "dateTime": "2018-11-02T09:40:00Z",
        "dateTimePub": "2018-11-02T09:30:00Z",
        "dataType": "news",
        "url": URL,
        "title": TITLE,
        "body": f"{TEXT}\n\n{SECOND}",
        "source": {"uri": SITE, "dataType": "news", "title": "The Tallis Herald"},
        "authors": [{"uri": "ada@x", "name": "Ada Kern", "type": "author"}],
        "eventUri": "eng-55",
        "sentiment": 0.1,
    }
    return {"articles": {"page": 1, "totalResults": 1, "pages": 1, "results": [article]}}


def newscatcher_answer():
    article = {
        "title": TITLE,
        "author": "Ada Kern",
        "published_date": "2018-11-02 09:30:00",
        "published_date_precision": "full",
        "link": URL,
        "clean_url": SITE,
        "excerpt": "A bridge fell.",
        "summary": f"{TEXT} {SECOND}",
        "rights": SITE,
        "rank": 900,
        "topic": "news",
        "country": "US",
        "language": "en",
        "authors": ["Ada Kern"],
        "media": None,
        "_score": 7.1,
        "_id": "f00d",
    }
    return {"status": "ok", "total_hits": 1, "page": 1, "articles": [article], "user_input": {}}


def newsapi_article(**changes):
    return {
        "source": {"id": None, "name": "The Tallis Herald"},
        "author": "Ada Kern",
        "title": TITLE,
        "description": "A bridge fell.",
        "url": URL,
        "urlToImage": None,
        "publishedAt": "2018-11-02T09:30:00Z",
        "content": f"{TEXT} {SECOND[:40]}… [+1234 chars]",
        **changes,
    }


def guardian_answer(**fields):
    article = {
        "id": "world/2018/nov/02/bridge",
        "type": "article",
        "sectionId": "world",
        "webPublicationDate": "2018-11-02T09:30:00Z",
        "webTitle": TITLE,
        "webUrl": URL,
        "apiUrl": "https://content.guardianapis.com/x",
        "isHosted": False,
    }
    if fields:
        article["fields"] = fields
    return {"response": {"status": "ok", "total": 1, "pages": 1, "results": [article]}}


GUARDIAN_FIELDS = {
    "headline": TITLE,
    "byline": "Ada Kern",
    "bodyText": f"{TEXT} {SECOND}",
    "publication": "The Guardian",
}

GDELT_ARTICLE = {
    "url": URL,
    "url_mobile": "",
    "title": TITLE,
    "seendate": "20181102T093000Z",
    "socialimage": "",
    "domain": SITE,
    "language": "English",
    "sourcecountry": "United States",
}

AMCAT_ARTICLE = {
    "_id": "x1",
    "date": "2018-11-02T09:30:00",
    "title": TITLE,
    "url": URL,
    "text": f"{TEXT}\n\n{SECOND}",
    "publisher": "The Tallis Herald",
    "author": "Ada Kern",
}

CSL_ARTICLE = {
    "id": "kern2018",
    "type": "article-newspaper",
    "abstract": "A bridge fell.",
    "container-title": "The Tallis Herald",
    "language": "en",
    "title": TITLE,
    "URL": URL,
    "author": [{"family": "Kern", "given": "Ada"}],
    "issued": {"date-parts": [["2018", 11, 2]]},
}

ZOTERO_COLUMNS = (
    "Key,Item Type,Publication Year,Author,Title,Publication Title,ISBN,ISSN,DOI,Url,Abstract Note,"
    "Date,Date Added,File Attachments,Notes"
).split(",")
ZOTERO_ROW = [
    "K1",
    "newspaperArticle",
    "2018",
    "Kern, Ada",
    TITLE,
    "The Tallis Herald",
    "",
    "",
    "",
    URL,
    "A bridge fell.",
    DAY,
    "2020-01-05",
    "/home/x/snapshot.html",
    "",
]

ARCHIVER_COLUMNS = (
    "Link,Archive status,Archive location,Archive date,Thumbnail,Upload timestamp,Upload title,"
    "Text content,Screenshot,Hash,Perceptual Hashes,WACZ,ReplayWebpage"
).split(",")
ARCHIVER_ROW = [
    "https://t.me/s/tallis_news/12",
    "telegram_archiver: success",
    "s3://x",
    "2020-01-05",
    "",
    "2018-11-02T09:30:00+00:00",
    TITLE,
    f"{TEXT} {SECOND}",
    *[""] * 5,
]


def telegram_messages():
    return [
        {
            "id": 1,
            "type": "service",
            "date": "2018-11-01T08:00:00",
            "date_unixtime": "1541059200",
            "actor": "Tallis News",
            "actor_id": "channel9",
            "action": "create_channel",
            "title": "Tallis News",
            "text": "",
            "text_entities": [],
        },
        {
            "id": 2,
            "type": "message",
            "date": "2018-11-02T09:30:00",
            "date_unixtime": "1541151000",
            "from": "Tallis News",
            "from_id": "channel9",
            "forwarded_from": "Harbour Desk",
            "text": ["Twelve people ", {"type": "bold", "text": "were killed"}, f". {SECOND}"],
            "text_entities": [],
        },
        {
            "id": 3,
            "type": "message",
            "date": "2018-11-03T09:30:00",
            "date_unixtime": "1541237400",
            "from": "Tallis News",
            "from_id": "channel9",
            "photo": "photos/1.jpg",
            "text": "",
            "text_entities": [],
        },
    ]


def telegram_chat():
    return {
        "name": "Tallis News",
        "type": "public_channel",
        "id": 9,
        "messages": telegram_messages(),
    }


LNT_COLUMNS = (
    ",ID,Source_File,Newspaper,Date,Length,Section,Author,Edition,Headline,Graphic,Article"
).split(",")
LNT_ROW = [
    "1",
    "1",
    "a.docx",
    "The Tallis Herald",
    DAY,
    "26 words",
    "News",
    "Ada Kern",
    "NA",
    TITLE,
    "FALSE",
    f"{TEXT} {SECOND}",
]
NEWSPAPERS_COLUMNS = "pub,edition,date,byline,length,section,head,body,file".split(",")
NEWSPAPERS_ROW = [
    "The Tallis Herald",
    "",
    DAY,
    "Ada Kern",
    "26",
    "",
    TITLE,
    f"{TEXT}\n\n{SECOND}",
    "a.html",
]
PROQUEST_COLUMNS = (
    "Title,Abstract,StoreId,ArticleType,Authors,companies,copyright,documentType,entryDate,"
    "language,placeOfPublication,pubdate,pubtitle,year,DocumentURL,subjects,Database,Full text"
).split(",")
PROQUEST_ROW = [
    TITLE,
    "A bridge fell.",
    "210",
    "News",
    "Ada Kern",
    "",
    "",
    "News",
    "2020-01-05",
    "English",
    "Tallis",
    "Nov 2, 2018",
    "The Tallis Herald",
    "2018",
    URL,
    "",
    "x",
    f"{TEXT} {SECOND}",
]

_HERALD = {"outlet": "The Tallis Herald"}
MADE = {
    "news_please": Made("one.json", json_bytes(news_please_article())),
    "news_please (lines)": Made("many.jsonl", lines(news_please_article())),
    "trafilatura": Made("t.json", json_bytes(trafilatura_article())),
    "trafilatura (lines)": Made("t.jsonl", lines(trafilatura_article())),
    "trafilatura (csv)": Made("t.csv", trafilatura_csv(), author=None),
    "trafilatura (xml)": Made("t.xml", TRAFILATURA_XML),
    "fundus": Made("f.json", json_bytes([fundus_article()]), url=None, **_HERALD),
    "newspaper4k": Made("n.json", json_bytes([newspaper_article()])),
    "newspaper4k (csv)": Made("n.csv", newspaper_csv()),
    "minet": Made("m.csv", csv_bytes(MINET_COLUMNS, minet_row(), minet_row("no-content"))),
    "event_registry": Made("er.json", json_bytes(event_registry_answer()), **_HERALD),
    "newscatcher": Made("nc.json", json_bytes(newscatcher_answer())),
    "newsapi": Made(
        "na.json", json_bytes({"status": "ok", "articles": [newsapi_article()]}), **_HERALD
    ),
    "guardian": Made(
        "g.json", json_bytes(guardian_answer(**GUARDIAN_FIELDS)), outlet="The Guardian"
    ),
    "gdeltnews": Made(
        "20181102.webngrams.articles.csv",
        csv_bytes(
            ["Text", "Date", "URL", "Source"],
            [f"{TEXT} {SECOND}", "2018-11-02T09:30:00Z", URL, "Multiple URL matched"],
            delimiter="|",
        ),
        title=None,
        author=None,
    ),
    "amcat": Made("a.json", json_bytes({"results": [AMCAT_ARTICLE], "meta": {}}), **_HERALD),
    "amcat (csv)": Made(
        "a.csv",
        csv_bytes(
            ["id", "date", "medium", "headline", "byline", "url", "text"],
            ["7", DAY, "The Tallis Herald", TITLE, "Ada Kern", URL, f"{TEXT} {SECOND}"],
        ),
        **_HERALD,
    ),
    "lexisnexistools": Made("lnt.csv", csv_bytes(LNT_COLUMNS, LNT_ROW), url=None, **_HERALD),
    "newspapers_r": Made(
        "np.csv", csv_bytes(NEWSPAPERS_COLUMNS, NEWSPAPERS_ROW), url=None, **_HERALD
    ),
    "proquest_sheet": Made("pq.csv", csv_bytes(PROQUEST_COLUMNS, PROQUEST_ROW), **_HERALD),
    "media_cloud": Made(
        "mc.csv",
        csv_bytes(
            "id,indexed_date,language,media_name,media_url,publish_date,title,url,text".split(","),
            ["9", "2020-01-05", "en", SITE, SITE, DAY, TITLE, URL, f"{TEXT} {SECOND}"],
        ),
        author=None,
    ),
    "auto_archiver": Made(
        "sheet.csv",
        csv_bytes(ARCHIVER_COLUMNS, ARCHIVER_ROW),
        outlet="t.me/tallis_news",
        url=ARCHIVER_ROW[0],
        author=None,
    ),
    "telegram": Made(
        "result.json",
        json_bytes(telegram_chat()),
        outlet="Tallis News",
        title=None,
        url=None,
        author="Tallis News",
    ),
    "telegram (account)": Made(
        "result.json",
        json_bytes({"about": "x", "chats": {"about": "y", "list": [telegram_chat()]}}),
        outlet="Tallis News",
        title=None,
        url=None,
        author="Tallis News",
    ),
}
"""Files that hold texts, by the tool's name and, in brackets, the format."""

WITHOUT_TEXT = {
    "gdelt_doc": ("gdelt.json", json_bytes({"articles": [GDELT_ARTICLE]})),
    "gdelt_doc (csv)": (
        "gdelt.csv",
        b"\xef\xbb\xbf"
        + csv_bytes(["URL", "MobileURL", "Date", "Title"], [URL, "", "2018-11-02 09:30:00", TITLE]),
    ),
    "media_cloud": (
        "mc.csv",
        csv_bytes(
            "id,indexed_date,language,media_name,media_url,publish_date,title,url".split(","),
            ["9", "2020-01-05", "en", SITE, SITE, DAY, TITLE, URL],
        ),
    ),
    "guardian": ("g.json", json_bytes(guardian_answer())),
    "lexisnexistools": ("meta.csv", csv_bytes(LNT_COLUMNS[:-1], LNT_ROW[:-1])),
    "proquest_sheet": ("pq.csv", csv_bytes(PROQUEST_COLUMNS[:-1], PROQUEST_ROW[:-1])),
    "zotero_csv": ("z.csv", csv_bytes(ZOTERO_COLUMNS, ZOTERO_ROW)),
    "csl_json": ("z.json", json_bytes([CSL_ARTICLE])),
    "auto_archiver": (
        "sheet.csv",
        csv_bytes(ARCHIVER_COLUMNS[:7], ARCHIVER_ROW[:7]),
    ),
}
"""Files of tools that hold no texts."""
