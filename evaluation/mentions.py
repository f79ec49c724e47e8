"""Event mentions that corpora beside the project mark: as reports of ours, each mention with its span and its chain.

ECB+ (English news, events across reports) and the shared topics of MEANTIME (Wikinews, with certainty and polarity). A
report's text is put together from the corpus's tokens; one sentence is one paragraph, so that its bounds are kept.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

from recoupe.model import Document, identifier

CORPORA = Path(__file__).parents[2] / "shared" / "corpora"
ECB = CORPORA / "events" / "ecb"
MEANTIME = CORPORA / "events" / "meantime"
LEFT_BOUND = {
    ",",
    ".",
    ";",
    ":",
    "!",
    "?",
    ")",
    "]",
    "%",
    "'s",
    "’s",
    "n't",
    "'",
    "’",
    "''",
    "...",
    "'re",
    "'ve",
    "'ll",
}
RIGHT_BOUND = {"(", "[", "$", "``", "£", "€"}
PLAIN = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")"}


@dataclass(frozen=True)
class Mention:
    """A marked event.

    start, end: code points of its words in the report's text (the first run of them), end excluded. chain: what it
    refers to, the same across reports. topic: the pile it was collected for. marks: what else the corpus says of it.
    """

    document: str
    start: int
    end: int
    chain: str
    topic: str
    marks: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Marked:
    """Reports and the events marked in them."""

    documents: tuple[Document, ...]
    mentions: tuple[Mention, ...]


class Text:
    """A report's text as it grows sentence by sentence, with the code points of every token."""

    def __init__(self) -> None:
        self.text = ""
        self.places: list[list[tuple[int, int]]] = []

    def add(self, tokens: Sequence[str]) -> None:
        """Append a sentence as a paragraph of its own."""
        if self.text:
            self.text += "\n\n"
        places: list[tuple[int, int]] = []
        before = ""
        for token in tokens:
            if places and token not in LEFT_BOUND and before not in RIGHT_BOUND:
                self.text += " "
            start = len(self.text)
            self.text += PLAIN.get(token, token)
            places.append((start, len(self.text)))
            before = token
        self.places.append(places)


def document_of(name: str, text: str) -> Document:
    """A report of English text."""
    return Document(identifier("document", name), name, name, text, True, "en")


def ecb(part: str) -> Marked:
    """ECB+ `dev` (whole reports) or `train` (the sentences that hold a mention)."""
    marked = json.loads((ECB / f"{part}_event_gold_mentions.json").read_text(encoding="utf-8"))
    sentences: dict[str, dict[int, list[str]]] = {}
    whole = ECB / f"{part}_text.txt"
    if whole.exists():
        for line in whole.read_text(encoding="utf-8").splitlines():
            cells = line.split("\t")
            if len(cells) > 3:
                sentences.setdefault(cells[0], {}).setdefault(int(cells[1]), []).append(cells[3])
    else:
        for m in marked:
            sentences.setdefault(m["doc_id"], {})[int(m["sent_id"])] = m["full_sentence"].split()
    held = {m["doc_id"] for m in marked}
    texts, order = {}, {}
    for name in sorted(held):
        texts[name], order[name] = Text(), {n: rank for rank, n in enumerate(sorted(sentences[name]))}
        for n in sorted(sentences[name]):
            texts[name].add(sentences[name][n])
    documents = {name: document_of(name, text.text) for name, text in texts.items()}
    mentions = []
    for m in marked:
        name, words = m["doc_id"], m["tokens_str"].split()
        row = sentences[name][int(m["sent_id"])]
        first = len(m["left_sentence"].split())
        run = contiguous(row, first, words)
        places = texts[name].places[order[name][int(m["sent_id"])]]
        pile = m["topic"] + ("+" if name.endswith("plus.xml") else "")
        mentions.append(
            Mention(documents[name].id, places[first][0], places[first + run - 1][1], m["coref_chain"], pile)
        )
    return Marked(tuple(documents.values()), tuple(mentions))


def contiguous(row: Sequence[str], first: int, words: Sequence[str]) -> int:
    """How many of a mention's words stand in one run at their place."""
    run = 0
    while run < len(words) and first + run < len(row) and row[first + run] == words[run]:
        run += 1
    return max(run, 1)


def meantime() -> Marked:
    """The shared topics of MEANTIME; a mention that refers to no instance is a chain of its own."""
    documents, mentions = [], []
    for path in sorted(MEANTIME.glob("*/*.xml")):
        root = ElementTree.parse(path).getroot()
        text, place = Text(), {}
        rows: dict[int, list[ElementTree.Element]] = {}
        for token in root.iter("token"):
            rows.setdefault(int(token.attrib["sentence"]), []).append(token)
        for n in sorted(rows):
            text.add([t.text or "" for t in rows[n]])
            place.update({t.attrib["t_id"]: p for t, p in zip(rows[n], text.places[-1], strict=True)})
        document = document_of(path.name, text.text)
        documents.append(document)
        instances = instances_of(root)
        for m in root.iter("EVENT_MENTION"):
            anchors = sorted(place[a.attrib["t_id"]] for a in m.iter("token_anchor"))
            if anchors:
                id_ = m.attrib["m_id"]
                chain = instances.get(id_, f"{path.name}:{id_}")
                mentions.append(
                    Mention(document.id, anchors[0][0], first_end(anchors), chain, path.parent.name, dict(m.attrib))
                )
    return Marked(tuple(documents), tuple(mentions))


def first_end(anchors: Sequence[tuple[int, int]]) -> int:
    """Where the first run of tokens ends."""
    end = anchors[0][1]
    for start, stop in anchors[1:]:
        if start - end > 1:
            break
        end = stop
    return end


def instances_of(root: ElementTree.Element) -> dict[str, str]:
    """For each mention the instance that it refers to, under the id that all reports of a topic share."""
    named = {e.attrib["m_id"]: e.attrib.get("instance_id", "") for e in root.iter() if "TAG_DESCRIPTOR" in e.attrib}
    found = {}
    for link in root.iter("REFERS_TO"):
        targets: Iterable[str] = [t.attrib["m_id"] for t in link.iter("target")]
        for target in targets:
            for source in link.iter("source"):
                if named.get(target):
                    found[source.attrib["m_id"]] = named[target]
                elif target in named:
                    found[source.attrib["m_id"]] = f"{root.attrib['doc_name']}:{target}"
    return found
