"""Who is spoken of, and who speaks."""

from typing import Literal

from msgspec import Struct

from recoupe.model.spans import Span

ActorType = Literal["person", "role", "organisation", "outlet", "country", "document", "group", "unknown"]


class Anonymity(Struct, frozen=True):
    """How an anonymous voice is described: how many, whose, how close, with the words.

    count: heads where the text gives them (`deux personnes`: 2). whose: id of the actor it belongs to.
    closeness: the words (`proches du dossier`).
    """

    count: int | None = None
    whose: str | None = None
    closeness: str | None = None
    spans: tuple[Span, ...] = ()


class Actor(Struct, frozen=True):
    """A person, role, body, outlet, country, document or anonymous voice, with its mentions in all reports.

    institution: the actor it belongs to or speaks for. root: the root body (a state's executive is one root).
    """

    id: str
    name: str
    type: ActorType
    anonymity: Anonymity | None = None
    institution: str | None = None
    root: str | None = None
    mentions: tuple[Span, ...] = ()
