"""What is known of the actors of one report while it is gone through."""

from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import accumulate

from recoupe.actors.gazetteer import KnownMention
from recoupe.actors.names import Name
from recoupe.languages import LANGUAGES, LanguagePack, language_pack
from recoupe.linguistics import Annotation

SITES = {  # kinds of bodies that stand where they may be called by, and towns and the like, which are called by their name
    "plant", "hotel", "capital", "town", "village", "region", "department", "county", "district", "province", "canton",
    "governorate", "metropolitan area", "refinery", "foundry", "steelworks", "sawmill", "brewery", "slaughterhouse", "prison",
    "cement works", "paper mill", "distillery", "school", "primary school", "nursery", "lower secondary school",
    "secondary school", "boarding school", "hospital", "clinic", "maternity", "nursing home", "hospice", "health centre",
    "emergency department", "morgue", "church", "cathedral", "abbey", "monastery", "convent", "mosque", "synagogue", "museum",
    "library", "theatre", "opera", "zoo", "aquarium", "cultural centre",
}  # fmt: skip


@dataclass
class ReportActors:
    """What is known of the actors of one report while it is read from top to bottom."""

    annotation: Annotation
    pack: LanguagePack
    known: list[KnownMention]
    names: list[Name]
    by_token: dict[int, str] = field(default_factory=dict)  # token -> key of the actor named there
    roles: dict[str, str] = field(default_factory=dict)  # role lemma -> key of the person last named with it
    holders: dict[str, set[str]] = field(default_factory=dict)  # role lemma -> keys of all persons named with it
    groups: list[str] = field(default_factory=list)  # keys of anonymous voices so far
    spoken: dict[str, int] = field(default_factory=dict)  # key of a source so far -> where it is first one
    bodies: dict[int, dict[str, str]] = field(default_factory=dict)  # token -> kind -> key of the body named there
    offices: dict[str, set[str]] = field(default_factory=dict)  # person -> words of the offices named with him
    held: dict[tuple[str, str], str] = field(default_factory=dict)  # office lemma, whose it is -> who holds it
    documents: list[tuple[str, str]] = field(default_factory=list)  # documents that were sources: noun, key
    sources: set[int] = field(default_factory=set)  # heads of the sources so far
    quoted: set[int] = field(default_factory=set)  # tokens inside what is quoted word for word
    telling: str | None = None  # key of who tells the words that the source now read stands in
    taken: dict[int, str] = field(default_factory=dict)  # subject pronoun that is no source -> key of whom it takes up
    read: int = 0  # up to which token subject pronouns are resolved

    def note_body(self, token: int, kind: str, key: str) -> None:
        """Note that a body of a kind is named at a token."""
        self.bodies.setdefault(token, {})[kind] = key

    def bodies_of(self, kind: str) -> list[tuple[int, str]]:
        """The bodies of a kind that the report names, by their tokens, in the order of the text."""
        return sorted((i, kinds[kind]) for i, kinds in self.bodies.items() if kind in kinds)

    def heads_of_bodies(self) -> dict[int, str]:
        """Bodies that go by their name, by the token of the noun beside it (`the X shipyard`).

        Not sites: `the X plant` may be called by where it stands.
        """
        named = ((i, kind, key) for i, kinds in sorted(self.bodies.items()) for kind, key in kinds.items())
        return {i: key for i, kind, key in named if kind not in SITES and goes_by(kind, key)}

    @cached_property
    def authors(self) -> frozenset[str]:
        """Keys of the persons who sign the report: they tell it, and no pronoun or office in it takes them up."""
        return frozenset(f"person:{Name(0, 0, span.text, True).key}" for span in self.annotation.document.byline)

    @cached_property
    def told_aloud(self) -> list[int]:
        """How many sentences before each one hold more than what a quotation fills."""
        tokens = self.annotation.tokens
        own = (
            any(i not in self.quoted and tokens[i].pos != "PUNCT" for i in range(*sentence))
            for sentence in self.annotation.sentences
        )
        return list(accumulate(own, initial=0))


def goes_by(kind: str, key: str) -> bool:
    """Whether a body of a kind has a name of its own, or one that tells it in reports of any language."""
    return key.startswith("name:") or (key.startswith("body:") and shared_kind(kind))


@cache
def shared_kind(kind: str) -> bool:
    """Whether the packs of all languages have nouns of a kind of bodies: its bodies are told to be one in all of them."""
    return all(kind in language_pack(code).institutions.kinds.values() for code in LANGUAGES)
