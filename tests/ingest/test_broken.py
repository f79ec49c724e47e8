"""What a broken file spoils: itself, and nothing beside it."""

import io
import json
import zipfile
from email.message import EmailMessage

import pytest

from recoupe.ingest.contents import Raw
from recoupe.ingest.fields import day_of, iso_day
from recoupe.ingest.reading import read_files

GOOD = Raw("good.txt", b"The mayor of Orlin said that the bridge was closed.")
FEED = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title>Orlin News</title><item><title>Bridge</title>'
    "<description>The bridge &#x110000; is closed.</description></item></channel></rss>"
)


def test_a_character_that_there_is_none_of_spoils_its_feed_alone() -> None:
    reading = read_files([GOOD, Raw("feed.xml", FEED.encode())])
    assert [d.name for d in reading.documents][-1] == "good.txt"


@pytest.mark.parametrize("day", ["2025-13", "2025-00", "2025-02-30", "0000-00-00", "2025-13-45"])
def test_a_day_that_no_calendar_has_is_no_date(day: str) -> None:
    assert iso_day(day) is None
    records = json.dumps([{"title": "Bridge", "text": "The bridge in Orlin is closed.", "date": day}])
    nitf = (
        '<?xml version="1.0"?><nitf><head><docdata><date.issue norm="' + day + '"/></docdata></head><body>'
        "<body.content><p>The bridge in Orlin is closed.</p></body.content></body></nitf>"
    )
    head = f"---\ntitle: Bridge\ndate: {day}\n---\n\nThe bridge in Orlin is closed."
    files = [Raw("a.json", records.encode()), Raw("b.xml", nitf.encode()), Raw("c.md", head.encode())]
    documents = read_files(files).documents
    assert len(documents) == 3
    assert [d.published for d in documents] == [None] * 3


def test_a_day_or_month_of_the_calendar_is_one() -> None:
    assert iso_day("2024-02-29T10:00:00Z") == "2024-02-29"
    assert iso_day("2025-03") == day_of("2025-03") == "2025-03"
    assert day_of("March 3, 2025") == "2025-03-03"


def test_an_archive_attached_to_a_mail_is_opened() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("bridge.txt", "The bridge in Orlin is closed, the mayor said.")
    message = EmailMessage()
    message["From"], message["Subject"] = "ada@orlin.example", "Bridge"
    message.set_content("See the text attached.")
    message.add_attachment(packed.getvalue(), maintype="application", subtype="zip", filename="../../pile.zip")
    reading = read_files([Raw("mail.eml", message.as_bytes())])
    assert not reading.limits
    names = [d.name for d in reading.documents]
    assert len(names) == 2
    assert all(".." not in name.split("/") for name in names)
