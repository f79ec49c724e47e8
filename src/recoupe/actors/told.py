"""What is known of the actors of one report while it is gone through."""

from dataclasses import dataclass, field

from recoupe.actors.gazetteer import KnownMention
from recoupe.actors.names import Name
from recoupe.languages import LanguagePack
from recoupe.linguistics import Annotation


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
    last: list[tuple[int, str]] = field(default_factory=list)  # sources so far: position, key
    bodies: list[tuple[int, str, str]] = field(default_factory=list)  # named bodies: token, key, kind
    offices: dict[str, set[str]] = field(default_factory=dict)  # person -> words of the offices named with him
    held: dict[tuple[str, str], str] = field(default_factory=dict)  # office lemma, whose it is -> who holds it
    documents: list[tuple[str, str]] = field(default_factory=list)  # documents that were sources: noun, key
    sources: set[int] = field(default_factory=set)  # heads of the sources so far
    quoted: set[int] = field(default_factory=set)  # tokens inside what is quoted word for word
    taken: dict[int, str] = field(default_factory=dict)  # subject pronoun that is no source -> key of whom it takes up
    read: int = 0  # up to which token subject pronouns are resolved
