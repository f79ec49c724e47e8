"""The lines at the head of a plain text that say what each holds (`Title: …`, `Média : …`), as archives and forms write them."""

import re
from collections.abc import Iterator, Mapping

from recoupe.ingest.fields import FIELDS

LINE = re.compile(r"[ \t*_]*(?P<label>[^\W\d_][\w '’-]{1,28}?)[*_]*[ \t\u00a0\u202f]*:[*_]*[ \t]*(?P<value>[^\r\n]*)")
SHOWN = ("title", "outlet", "date", "author", "agency", "url")  # fields that such a line may hold
LEAST = 2  # of them; one alone may be a title with a colon
MOST = 16  # lines of a head
WRAPPED = re.compile(r"[ \t]+\S|[a-zà-þ]")  # what the rest of a wrapped value begins with


def fields_of_head(text: str) -> Mapping[object, object]:
    """What the labelled lines at the head of a text hold, by their labels; empty where there are none."""
    found = [(m["label"].strip(), value) for m, value, _ in labelled(text)]
    return dict(found)


def labels_of_head(text: str) -> list[tuple[int, int]]:
    """Offsets [start, end) of each label with its colon, in the order of the text."""
    return [(m.start(), m.start("value")) for m, _, _ in labelled(text)]


def head_end(text: str) -> int:
    """Where the labelled lines at the head of a text end; 0 where there are none."""
    return max((end for _, _, end in labelled(text)), default=0)


def labelled(text: str) -> list[tuple[re.Match[str], str, int]]:
    """The labelled lines at the head of a text, each with its value, wrapped lines joined, and where that ends."""
    found = list(leading(text))
    last = max((i for i, (m, _, _) in enumerate(found) if field_of(m["label"])), default=-1)
    fields = {field_of(m["label"]) for m, _, _ in found} - {""}
    return found[: last + 1] if len(fields) >= LEAST else []


def leading(text: str) -> Iterator[tuple[re.Match[str], str, int]]:
    """The lines of a text, from its first on, as long as each has a label; an unknown one only between known ones."""
    current: tuple[re.Match[str], str, int] | None = None
    for line in list(re.finditer(r"[^\r\n]+|(?:\r\n|\n|\r){2,}", text))[: 2 * MOST]:
        if not line.group().strip("\ufeff \t\r\n"):
            if current is not None:
                yield current
            current = None
            continue
        match = LINE.match(text, line.start() + len(line.group()) - len(line.group().lstrip("\ufeff")), line.end())
        if match is not None and (field_of(match["label"]) or current is not None):
            if current is not None:
                yield current
            current = match, match["value"].strip(), line.end()
        elif current is not None and WRAPPED.match(line.group()):
            current = current[0], f"{current[1]} {line.group().strip()}".strip(), line.end()
        else:
            break
    if current is not None:
        yield current


def field_of(label: str) -> str:
    """The field of a report that a label names, empty where it is none of them."""
    bare = " ".join(label.lower().replace("-", " ").split()).replace(" ", "_")
    return next((field for field in SHOWN if bare in FIELDS[field]), "")
