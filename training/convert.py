"""CoNLL-U treebanks to sentences of surface tokens, with the labels of the treebanks brought to one scheme.

Multiword tokens whose parts are not cut in the surface text (`du` = `de` + `le`) become one token: it takes form from
the text, lemma, UPOS, head and relation from its *first part that is attached outside of it* (`du`: the preposition, so
ADP and `case` on the noun; `auquel`: the pronoun), and the features of all its parts. Multiword tokens whose parts can
be read in the text (`don't` = `do` + `n't`) stay cut.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

# The features that the CoNLL-2018 evaluation compares; the others are left out of the pipelines.
UNIVERSAL_FEATURES = frozenset(
    {
        "PronType",
        "NumType",
        "Poss",
        "Reflex",
        "Foreign",
        "Abbr",
        "Gender",
        "Animacy",
        "Number",
        "Case",
        "Definite",
        "Degree",
        "VerbForm",
        "Mood",
        "Tense",
        "Aspect",
        "Voice",
        "Evident",
        "Polarity",
        "Person",
        "Polite",
    }
)


@dataclass(frozen=True, slots=True)
class Token:
    """A surface token. `head` is the index of its head in the sentence, its own index for the root."""

    form: str
    lemma: str
    upos: str
    feats: str
    head: int
    deprel: str
    space: str  # the white space that follows in the text: "", " ", or anything else after augmentation


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with the treebank and document that it comes from."""

    treebank: str
    document: str
    sent_id: str
    tokens: tuple[Token, ...]
    paragraph: bool = False  # starts a paragraph

    @property
    def text(self) -> str:
        """The surface text with the white space after the last token."""
        return "".join(token.form + token.space for token in self.tokens)


@dataclass(slots=True)
class _Word:
    form: str
    lemma: str
    upos: str
    feats: str
    head: int
    deprel: str
    space: str = " "


@dataclass(slots=True)
class _Block:
    comments: dict[str, str] = field(default_factory=dict)
    words: list[_Word] = field(default_factory=list)
    multiword: list[tuple[int, int, str, str]] = field(default_factory=list)


def _features(text: str) -> str:
    if text == "_":
        return ""
    kept = [item for item in text.split("|") if item.partition("=")[0] in UNIVERSAL_FEATURES]
    return "|".join(sorted(kept))


def _space(misc: str) -> str:
    return "" if "SpaceAfter=No" in misc.split("|") else " "


def _blocks(path: Path) -> Iterator[_Block]:
    block = _Block()
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line:
            if block.words:
                yield block
            block = _Block()
        elif line.startswith("#"):
            key, _, value = line[1:].partition("=")
            block.comments[key.strip()] = value.strip()
        else:
            columns = line.split("\t")
            if "." in columns[0]:
                continue
            if "-" in columns[0]:
                first, last = map(int, columns[0].split("-"))
                block.multiword.append((first - 1, last - 1, columns[1], _space(columns[9])))
                continue
            block.words.append(
                _Word(
                    columns[1],
                    columns[2],
                    columns[3],
                    _features(columns[5]),
                    int(columns[6]) - 1,
                    columns[7],
                    _space(columns[9]),
                )
            )
    if block.words:
        yield block


def _surface(block: _Block) -> tuple[Token, ...]:
    """Tokens of the text for the words of a block, merging multiword tokens that the text does not cut."""
    words = block.words
    owner = list(range(len(words)))  # index of the representative of each word
    merged: dict[int, tuple[int, int, str, str]] = {}
    for first, last, form, space in block.multiword:
        members = range(first, last + 1)
        if "".join(words[i].form for i in members) == form:
            for i in members:
                words[i].space = ""
            words[last].space = space
            continue
        outside = [i for i in members if not first <= words[i].head <= last]
        head = next((i for i in outside if words[i].deprel != "punct"), first)
        for i in members:
            owner[i] = head
        merged[head] = (first, last, form, space)
    order = [i for i in range(len(words)) if owner[i] == i]
    position = {word: index for index, word in enumerate(order)}
    tokens = []
    for i in order:
        word = words[i]
        head = position[i] if word.head < 0 else position[owner[word.head]]
        if i in merged:
            first, last, form, space = merged[i]
            members = range(first, last + 1)
            feats = "|".join(sorted({f for j in members for f in words[j].feats.split("|") if f}))
            tokens.append(Token(form, word.lemma, word.upos, feats, head, word.deprel, space))
        else:
            tokens.append(Token(word.form, word.lemma, word.upos, word.feats, head, word.deprel, word.space))
    return tuple(tokens)


_RENAMED = {
    "nmod:appos": "appos",
    "parataxis:parenth": "parataxis:insert",
    "parataxis:discourse": "parataxis",
    "obj:lvc": "obj",
    "dep:comp": "dep",
    "flat:name": "flat:name",
    "nsubj:outer": "nsubj",
    "csubj:outer": "csubj",
    "advcl:relcl": "advcl",
    "obl:periph": "obl:mod",
}


def _harmonise(sentence: Sentence) -> Sentence:
    tokens = []
    for token in sentence.tokens:
        deprel = _RENAMED.get(token.deprel, token.deprel)
        if deprel == "expl:comp" and token.lemma == "se":
            deprel = "expl:pv"
        tokens.append(token if deprel == token.deprel else replace(token, deprel=deprel))
    return replace(sentence, tokens=tuple(tokens))


def raise_quotations(sentence: Sentence) -> Sentence:
    """French PUD makes the reporting verb after a quotation the root; the other treebanks, and we, the quotation."""
    tokens = list(sentence.tokens)
    root = next(i for i, t in enumerate(tokens) if t.head == i)
    quotation = next((i for i, t in enumerate(tokens[:root]) if t.head == root and t.deprel == "parataxis"), None)
    subjects = [i for i, t in enumerate(tokens) if t.head == root and t.deprel.startswith("nsubj")]
    if quotation is None or any(subject < quotation for subject in subjects):
        return sentence
    tokens[quotation] = replace(tokens[quotation], head=quotation, deprel="root")
    tokens[root] = replace(tokens[root], head=quotation, deprel="parataxis:insert")
    if tokens[-1].head == root and tokens[-1].upos == "PUNCT":
        tokens[-1] = replace(tokens[-1], head=quotation)
    return replace(sentence, tokens=tuple(tokens))


def _case(sentence: Sentence, index: int) -> str:
    return next((t.lemma for t in sentence.tokens if t.head == index and t.deprel == "case"), "")


def specify_obliques(sentences: list[Sentence]) -> list[Sentence]:
    """Give the bare French `obl` (PUD) the subtype that the other treebanks use most for its verb and preposition."""
    by_verb: Counter[tuple[str, str, str]] = Counter()
    by_case: Counter[tuple[str, str]] = Counter()
    for sentence in sentences:
        for index, token in enumerate(sentence.tokens):
            if token.deprel in {"obl:mod", "obl:arg", "obl:agent"}:
                case = _case(sentence, index)
                by_verb[sentence.tokens[token.head].lemma, case, token.deprel] += 1
                by_case[case, token.deprel] += 1

    def subtype(sentence: Sentence, index: int) -> str:
        case, verb = _case(sentence, index), sentence.tokens[sentence.tokens[index].head]
        if case == "par" and "Voice=Pass" in verb.feats:
            return "obl:agent"
        names = ("obl:mod", "obl:arg")
        total = 1 + sum(by_case[case, name] for name in names)
        return max((by_verb[verb.lemma, case, name] * 4 + by_case[case, name] / total, name) for name in names)[1]

    result = []
    for sentence in sentences:
        tokens = tuple(
            replace(token, deprel=subtype(sentence, index)) if token.deprel == "obl" else token
            for index, token in enumerate(sentence.tokens)
        )
        result.append(replace(sentence, tokens=tokens))
    return result


def read_treebank(path: Path) -> list[Sentence]:
    """The sentences of one CoNLL-U file in order. Documents are named by `newdoc id`, else by the sent_id's stem."""
    sentences = []
    document = ""
    for block in _blocks(path):
        sent_id = block.comments.get("sent_id", "")
        new = next((block.comments[key] for key in ("newdoc id", "newdoc") if key in block.comments), None)
        if new is not None:
            document = new or sent_id
        stem = sent_id.rpartition("_")[0] or sent_id.rpartition("-")[0]
        paragraph = new is not None or any(key.startswith("newpar") for key in block.comments)
        sentences.append(_harmonise(Sentence(path.stem, document or stem, sent_id, _surface(block), paragraph)))
    return sentences


def english_split(sentence: Sentence) -> str:
    """`dev` or `train`: whole documents, one in twelve by the SHA-256 of treebank and document.

    Only GUM and the weblog and newsgroup parts of EWT give documents to dev: the nearest to written news.
    """
    if not (sentence.treebank.startswith("gum") or sentence.treebank in {"ewt-weblog", "ewt-newsgroup"}):
        return "train"
    digest = hashlib.sha256(f"{sentence.treebank}/{sentence.document}".encode()).digest()
    return "dev" if digest[0] % 12 == 0 else "train"


def load(corpora: Path, language: str) -> tuple[list[Sentence], list[Sentence]]:
    """Training and dev sentences of a language from the folder that holds `fr/` and `en/`."""
    sentences = [s for path in sorted((corpora / language).glob("*.conllu")) for s in read_treebank(path)]
    if language == "fr":
        dev = [s for s in sentences if s.treebank == "sequoia-dev"]
        sentences = [
            raise_quotations(s) if s.treebank == "pud" else s for s in sentences if s.treebank != "sequoia-dev"
        ]
        return specify_obliques(sentences), dev
    return (
        [s for s in sentences if english_split(s) == "train"],
        [s for s in sentences if english_split(s) == "dev"],
    )
