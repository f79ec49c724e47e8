"""From a document to its annotation: each paragraph by itself, each run of it through the pipeline of its language."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct, structs

from recoupe.languages import LANGUAGES, language_pack
from recoupe.linguistics.agreement import agreeing
from recoupe.linguistics.apposed_roots import unapposed
from recoupe.linguistics.bare_relatives import freed
from recoupe.linguistics.compound_pasts import compound_pasts
from recoupe.linguistics.gerunds import gerunds_found
from recoupe.linguistics.headline_parts import parts_found
from recoupe.linguistics.indefinites import indefinites_found
from recoupe.linguistics.inserted_verbs import retagged
from recoupe.linguistics.inversions import uninverted
from recoupe.linguistics.language import language_of, runs
from recoupe.linguistics.lasting_states import states_found
from recoupe.linguistics.light_verbs import lightened
from recoupe.linguistics.loading import load
from recoupe.linguistics.lost_nouns import nouns_found
from recoupe.linguistics.lost_objects import objects_found
from recoupe.linguistics.lost_presents import presents_found
from recoupe.linguistics.lost_roots import rehung
from recoupe.linguistics.lost_tags import tags_found
from recoupe.linguistics.lost_verbs import verbs_found
from recoupe.linguistics.main_verbs import adjuncts_found, main_found
from recoupe.linguistics.misheaded_verbs import reheaded
from recoupe.linguistics.misplaced_clauses import placed
from recoupe.linguistics.noun_clauses import noun_clauses_found
from recoupe.linguistics.opening_names import with_names
from recoupe.linguistics.paragraphs import paragraphs, trimmed
from recoupe.linguistics.past_verbs import pasts_found
from recoupe.linguistics.persons import persons_found
from recoupe.linguistics.quantities import counted
from recoupe.linguistics.saying import said_clauses
from recoupe.linguistics.stray_agents import agents_found
from recoupe.linguistics.subjects import subjects_found
from recoupe.linguistics.tokens import LONGEST_HEADING, SENTENCE_ENDS, Annotation, Token, is_tree
from recoupe.linguistics.verbforms import lemma_mended, tense_mended
from recoupe.linguistics.verbless_answers import answered
from recoupe.model import Document, Limit, Passage

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as SpacySpan

HEADER_MARKS = " \t\n\u00a0\u202f,;:.()[]—–-|/"
PLACE_LINE_END = re.compile(r"[^\n—–]{0,50}?\s[—–-]\s")
HEADING_COLON = re.compile(r"(?<=\w)\s?: ")
HEADING_FLAG = re.compile(r"[^\W\d_a-z]{4,}(?: \d{1,2})?-(?=[^\W\d_][^\W\d_A-Z])")  # `UPDATE 2-Storm hits the coast`
DASH = re.compile(r"(?<=[\w»”\")] )-(?= \w)")  # a hyphen between spaces inside a line stands for a dash
OPENING = "«“\"‘'„"
LONGEST = 20_000  # characters handed to a pipeline at once; a longer run is cut at white space


class Annotated(Struct, frozen=True):
    """An annotation (with the document's language and passages filled in) and what could not be read."""

    annotation: Annotation
    limits: tuple[Limit, ...]


def annotate(document: Document, names: Mapping[str, str]) -> Annotated:
    """Tokens, tags, lemmas, heads and sentences of a report.

    names: pipelines to use in place of the shipped ones, by language. The pipelines see a copy of the text in which
    every white space is a plain space and a hyphen that stands for a dash is one; offsets are those of the untouched text.
    """
    base = language_of(document.text)
    limits: list[Limit] = []
    found = [part for paragraph in paragraphs(document.text) for part in outside(document, *paragraph)]
    if base not in LANGUAGES:
        limits.append(
            Limit(
                "language",
                f"{document.name}: its language ({base}) is neither French nor English; it was read but not analysed",
                document.id,
            )
        )
        return Annotated(Annotation(structs.replace(document, language=base), (), (), tuple(found)), tuple(limits))
    text = "".join(" " if c.isspace() or unicodedata.category(c) == "Cf" else c for c in document.text)
    text = DASH.sub("–", text)
    builder = Builder(document.text)
    passages: list[Passage] = []
    for index, (start, end) in enumerate(found):
        body = header_end(document, start, end)
        stretches = [(start, end)] if body in {start, end} else [(start, body), (body, end)]
        for run_start, run_end, code in (run for stretch in stretches for run in runs(text, *stretch, base)):
            if passages and passages[-1].language == code:
                passages[-1] = Passage(document.span(passages[-1].span.start, run_end), code)
            else:
                passages.append(Passage(document.span(run_start, run_end), code))
            pipeline = load(code, names.get(code))
            for piece_start, piece_end in pieces(text, run_start, run_end):
                parts = heading_parts(text, piece_start, piece_end) if (start, end) == (run_start, run_end) else []
                if parts:
                    builder.add_joined([(pipeline(text[a:b]), a) for a, b in parts], code, index)
                else:
                    builder.add(pipeline(text[piece_start:piece_end]), piece_start, code, index)
    document = structs.replace(document, language=base, passages=tuple(passages))
    tokens = with_names(builder.tokens, builder.sentences)
    annotation = Annotation(
        document, tuple(tokens), tuple(builder.sentences), tuple(found), tuple(builder.paragraph_of_sentence)
    )
    return Annotated(annotation, tuple(limits))


def outside(document: Document, start: int, end: int) -> list[tuple[int, int]]:
    """What is left of a paragraph without the lines that only say who made the report and when."""
    found = []
    for aside in sorted(document.asides):
        if start < aside.end and aside.start < end:
            found.append(trimmed(document.text, start, max(start, aside.start)))
            start = aside.end
    found.append(trimmed(document.text, min(start, end), end))
    return [(first, last) for first, last in found if first < last]


def header_end(document: Document, start: int, end: int) -> int:
    """Where the running text of a paragraph begins: behind a date, place or agency set in front of its first sentence.

    Read as words of the sentence they would spoil its parse (`KOVSK, 3 mai (ALP) — Le ministre a dit`).
    """
    credits = [c.span for c in (document.outlet, *document.agencies) if c is not None]
    dates = document.published.spans if document.published else ()
    cursor = start
    for span in sorted(s for s in (*credits, *dates, document.place, *document.byline) if s is not None):
        if cursor <= span.start < end and not document.text[cursor : span.start].strip(HEADER_MARKS):
            cursor = max(cursor, span.end)
    if document.place is not None and start <= document.place.start < end:
        dash = PLACE_LINE_END.match(document.text, document.place.end, end)  # what else stands before its dash
        cursor = max(cursor, dash.end()) if dash else cursor
    while start < cursor < end and document.text[cursor] in HEADER_MARKS:
        cursor += 1
    return cursor


def heading_parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The two parts of a paragraph that is one heading with a colon (`Port of X: two cranes burnt`) or a flag, else none.

    Read together, the words before the colon would spoil the parse of those behind it.
    """
    colon = HEADING_FLAG.match(text, start, end) or HEADING_COLON.search(text, start, end)
    if colon is None or end - start > LONGEST_HEADING or text[end - 1] in SENTENCE_ENDS:
        return []
    quoted = text[colon.end()] in OPENING or not text[colon.end() : end].strip()
    return [] if quoted else [(start, colon.end()), (colon.end(), end)]


def pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """[start, end) cut at white space into pieces of bounded length, so that time stays linear."""
    found = []
    while end - start > LONGEST:
        cut = text.rfind(". ", start, start + LONGEST) + 1 or text.rfind(" ", start, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        found.append((start, cut))
        start = cut
    return [*found, (start, end)]


# in this order: words read as another kind, then the verbs of a sentence, then what hangs where
MENDS = (
    persons_found,
    retagged,
    indefinites_found,
    lightened,
    nouns_found,
    states_found,
    verbs_found,
    presents_found,
    pasts_found,
    compound_pasts,
    tags_found,
    objects_found,
    reheaded,
    unapposed,
    main_found,
    answered,
    uninverted,
    freed,
    gerunds_found,
    rehung,
    counted,
    parts_found,
    placed,
    noun_clauses_found,
    agreeing,
    agents_found,
    subjects_found,
    adjuncts_found,
    said_clauses,
)


def mended(tokens: Sequence[Token], first: int) -> list[Token]:
    """The tokens of one sentence, the first of them number `first`, without the faults of tagger and parser that words tell."""
    found = list(tokens)
    for mend in MENDS:
        found = mend(found, first)
    return found


class Builder:
    """Collects the tokens of the runs of a report; white-space tokens are left out and their dependents lifted."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[Token] = []
        self.sentences: list[tuple[int, int]] = []
        self.paragraph_of_sentence: list[int] = []

    def add(self, doc: "Doc", offset: int, language: str, paragraph: int) -> None:
        """Append one run: `doc` read from `offset` on.

        A sentence does not end between two words (`According to Colonel Jean-Marc | Odru, the bridge`), whatever the parse.
        """
        first = len(self.tokens)
        for sentence in doc.sents:
            if first < len(self.tokens) and not self.goes_on(first, offset + sentence.start_char, sentence):
                self.close(first, paragraph)
                first = len(self.tokens)
            self.tokens += self.read(sentence, offset, language)
        self.close(first, paragraph)

    def goes_on(self, first: int, start: int, sentence: "SpacySpan") -> bool:
        """Whether a sentence goes on with the one from token `first` on: a space parts their words, and one has no verb, or both
        words are of one name.

        start: the code point at which it begins.
        """
        end = self.tokens[-1].end
        if self.text[end:start] != " " or not (self.text[end - 1].isalnum() and self.text[start].isalnum()):
            return False
        name = self.tokens[-1].pos == "PROPN" and self.text[self.tokens[-1].start].isupper()
        if name and self.text[start].isupper():
            return True  # (`his lawyer Jonas | Karp said`)
        finite = any("VerbForm=Fin" in str(t.morph).split("|") for t in sentence)
        return not finite or not any(t.has("VerbForm=Fin") for t in self.tokens[first:])

    def add_joined(self, parts: Sequence[tuple["Doc", int]], language: str, paragraph: int) -> None:
        """Append one sentence that was read in parts."""
        first = len(self.tokens)
        for doc, offset in parts:
            for sentence in doc.sents:
                self.tokens += self.read(sentence, offset, language)
        self.close(first, paragraph)

    def close(self, first: int, paragraph: int) -> None:
        """End a sentence that begins at token `first`; one without a token is none.

        Of one that was read in parts the other roots hang on the first that is a finite verb, else on the first.
        """
        roots = [t.i for t in self.tokens[first:] if t.head == t.i]
        main = next((i for i in roots if self.tokens[i].has("VerbForm=Fin")), roots[0] if roots else first)
        for root in roots:
            if root != main:
                self.tokens[root] = structs.replace(self.tokens[root], head=main, dep="parataxis")
        if first < len(self.tokens):
            found = mended(self.tokens[first:], first)
            if is_tree(found, first):  # else what is mended does not fit together, and the parse stays
                self.tokens[first:] = found
            self.sentences.append((first, len(self.tokens)))
            self.paragraph_of_sentence.append(paragraph)

    def read(self, sentence: "SpacySpan", offset: int, language: str) -> list[Token]:
        """The tokens of a sentence that is being read, numbered on from those already there."""
        kept = [t for t in sentence if not t.is_space]
        first = len(self.tokens)
        index = {t.i: first + k for k, t in enumerate(kept)}
        found = []
        for t in kept:
            head = t.head
            while head.i not in index and head.head.i != head.i:
                head = head.head
            norm, lemma = t.lower_.replace("’", "'"), t.lemma_.lower() or t.lower_
            if t.pos_ == "ADP" or t.dep_ == "case":
                lemma = language_pack(language).settings.elisions.get(norm, lemma)  # (`d'acide`: no article)
            lemma = lemma_mended(norm, lemma, t.pos_, language)
            found.append(
                Token(
                    i=index[t.i],
                    start=offset + t.idx,
                    end=offset + t.idx + len(t.text),
                    text=self.text[offset + t.idx] if t.text == "–" else t.text,
                    norm=norm,
                    lemma=lemma,
                    pos=t.pos_,
                    morph=tense_mended(str(t.morph), norm, lemma, t.pos_, language),
                    dep=t.dep_.lower(),
                    head=index.get(head.i, index[t.i]),
                    sentence=len(self.sentences),
                    language=language,
                )
            )
        return found
