"""Runs of proper nouns as names, and which of them are persons."""

from dataclasses import dataclass

from recoupe.languages import language_pack
from recoupe.linguistics import Annotation

JOINERS = {"de", "d'", "du", "des", "le", "la", "von", "van", "bin", "ben", "al", "el", "-"}


@dataclass(frozen=True)
class Name:
    """A run of proper nouns, tokens [first, last)."""

    first: int
    last: int
    text: str
    person: bool

    @property
    def key(self) -> str:
        """The form by which names are compared."""
        return " ".join(self.text.lower().replace("’", "'").replace("-", " ").split())

    @property
    def surname(self) -> str:
        """The last word of the name."""
        return self.key.split()[-1]


def names(annotation: Annotation, taken: set[int]) -> list[Name]:
    """Names outside the tokens already taken by known entries, in order."""
    tokens, found, i = annotation.tokens, [], 0
    while i < len(tokens):
        if tokens[i].pos != "PROPN" or i in taken or not tokens[i].text[:1].isupper():
            i += 1
            continue
        last = i + 1
        while last < len(tokens) and tokens[last].sentence == tokens[i].sentence and last not in taken:
            joins = tokens[last].norm in JOINERS and last + 1 < len(tokens) and tokens[last + 1].pos == "PROPN"
            tied = tokens[last].dep.startswith(("flat", "compound")) or (tokens[last].start == tokens[last - 1].end)
            if tokens[last].pos == "PROPN" and tokens[last].text[:1].isupper() and (tied or tokens[last].head < last):
                last += 1
            elif joins and last + 1 not in taken and tokens[last].norm not in {"le", "la"}:
                last += 2
            else:
                break
        text = annotation.document.text[tokens[i].start : tokens[last - 1].end]
        found.append(Name(i, last, text, is_person(annotation, i, last)))
        i = last
    return found


def is_person(annotation: Annotation, first: int, last: int) -> bool:
    """Whether a name is a person's: a known first name, a civility before it, or a role in apposition to it."""
    tokens = annotation.tokens
    titles = language_pack(tokens[first].language).titles
    given = {n.lower() for n in titles.first_names}
    if tokens[first].norm in given and last - first > 1:
        return True
    before = tokens[first - 1] if first else None
    if before is not None and before.sentence == tokens[first].sentence:
        if before.text in titles.civilities or before.norm in titles.civilities or before.lemma in titles.roles:
            return True
        head = tokens[tokens[first].head]
        if tokens[first].dep.startswith(("appos", "flat", "nmod")) and head.lemma in titles.roles and head.i < first:
            return True
    return any(tokens[c].lemma in titles.roles for c in annotation.dependents(first, "appos"))
