"""Small invented exports of event datasets, read as a user's claims files are."""

import csv
import io

from analysis import load

UCDP = {
    "id": "501",
    "relid": "NAR-2024-1-1",
    "year": "2024",
    "type_of_violence": "3",
    "side_a": "Blue Guard",
    "side_b": "Civilians",
    "source_article": "Meridian Wire, 2024-03-05, Market hit",
    "source_office": "Meridian Wire",
    "source_date": "2024-03-05",
    "source_original": "hospital staff",
    "where_coordinates": "Tarnholt town",
    "adm_1": "North",
    "country": "Narnolia",
    "date_prec": "2",
    "date_start": "2024-03-04 00:00:00.000",
    "date_end": "2024-03-06 00:00:00.000",
    "deaths_a": "0",
    "deaths_b": "0",
    "deaths_civilians": "29",
    "deaths_unknown": "2",
    "best": "31",
    "low": "29",
    "high": "1,040",
}
ACLED = {
    "event_id_cnty": "NAR77",
    "event_date": "05 March 2024",
    "time_precision": "1",
    "event_type": "Violence against civilians",
    "sub_event_type": "Attack",
    "actor1": "Blue Guard",
    "actor2": "Civilians (Narnolia)",
    "country": "Narnolia",
    "admin1": "North",
    "location": "Tarnholt",
    "source": "Meridian Wire; The Daily Lantern",
    "notes": "On 5 March, men fired at a market.",
    "fatalities": "12",
}
AIRWARS = {
    "Unique Reference Code": "NA0042",
    "Incident Date": "2024-03-05",
    "Location": "Tarnholt market",
    "Country": "Narnolia",
    "Civilians Reported Killed Min": "3",
    "Civilians Reported Killed Max": "5",
    "Civilians Reported Injured Min": "10",
    "Civilians Reported Injured Max": "",
    "Suspected Belligerent": "Blue Air Force",
    "Strike Status": "Likely strike",
    "Airwars Grading": "Fair",
    "Permalink": "https://example.org/?p=1&amp=2",
}


def csv_of(*rows, delimiter=","):
    """Return rows as the text of a CSV file."""
    file = io.StringIO()
    writer = csv.DictWriter(file, list(rows[0]), delimiter=delimiter, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue()


def read(folder, *rows, name="market.csv", encoding="utf-8", delimiter=","):
    """Return claims and problems of a folder that holds one file with these rows."""
    (folder / name).write_bytes(csv_of(*rows, delimiter=delimiter).encode(encoding))
    return load.read_claims(folder)
