"""E-mail: the body below its subject, and the attached files."""

import email
import email.message
import email.policy
import re
from collections.abc import Iterator
from email.utils import parseaddr, parsedate_to_datetime

from recoupe.ingest.contents import Content, Raw, headed
from recoupe.ingest.decoding import decode
from recoupe.ingest.pages import page

FIELDS = re.compile(r"(?im)^(message-id|mime-version|received|return-path|from|subject|date):")
STRONG = frozenset(["message-id", "mime-version", "received", "return-path"])


def looks_like_mail(name: str, head: str) -> bool:
    """Whether a text is an e-mail: by its name, or by the fields that only a mail program writes."""
    if name.lower().endswith((".eml", ".email")):
        return True
    fields = {m.group(1).lower() for m in FIELDS.finditer(head.split("\n\n")[0].split("\r\n\r\n")[0])}
    return bool(fields & STRONG) and "from" in fields


def mail(data: bytes) -> Content:
    """Subject and body of an e-mail."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    body = message.get_body(preferencelist=("plain", "html"))
    text, lost = text_of(body) if body is not None else ("", 0)
    if body is not None and body.get_content_type() == "text/html":
        text = page(text, None).text
    subject = header(message, "subject")
    sender = parseaddr(header(message, "from"))[0]
    return Content(
        headed(text.strip("\r\n"), subject),
        title=subject or None,
        date=sent(header(message, "date")),
        authors=(sender,) if sender else (),
        lost=lost,
    )


def attachments(raw: Raw) -> Iterator[Raw]:
    """The attached files of an e-mail that may be reports: no pictures, sound or signatures."""
    message = email.message_from_bytes(raw.data, policy=email.policy.default)
    for part in message.iter_attachments():
        name = part.get_filename()
        if name and part.get_content_maintype() in {"text", "application", "message"} and not is_signature(part):
            data = part.get_payload(decode=True)
            if isinstance(data, bytes):
                yield Raw(f"{raw.name}/{name.replace('/', '_')}", data)


def is_signature(part: email.message.Message) -> bool:
    """Whether an attached file only signs the mail."""
    return "signature" in part.get_content_type() or part.get_content_type() == "application/pkcs7-mime"


def text_of(part: email.message.Message) -> tuple[str, int]:
    """A part's text by its declared encoding, else by what its bytes look like."""
    data = part.get_payload(decode=True)
    return decode(data, part.get_content_charset() or "") if isinstance(data, bytes) and data else ("", 0)


def header(message: email.message.Message, name: str) -> str:
    """A field of the head on one line, empty where it is absent or cannot be read."""
    try:
        return " ".join(str(message[name] or "").split())
    except (ValueError, LookupError, IndexError, AttributeError):  # what broken fields raise in the standard library
        return ""


def sent(value: str) -> str | None:
    """The day of a date field, in the zone that it is written in."""
    try:
        return parsedate_to_datetime(value).date().isoformat()
    except (ValueError, TypeError, IndexError):
        return None
