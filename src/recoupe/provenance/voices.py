"""Who stands behind a statement, as far as the sources of its own report tell."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from recoupe.languages import language_pack
from recoupe.languages.loader import LANGUAGES
from recoupe.model import Actor, Attribution, Document, Span, Statement, Voice, identifier
from recoupe.provenance.bodies import above, is_named
from recoupe.provenance.pile import Pile

OWN_WORDS = {"direct", "mixed"}  # kinds of attributions that hold what a voice said word for word


@dataclass(frozen=True)
class Step:
    """A source or relay on the way of a statement, with the words that name it."""

    actor: str
    span: Span | None
    first_hand: Span | None = None


@dataclass(frozen=True)
class Reading:
    """What a report tells of a statement's way. steps: innermost first; origin: index of the voice, `None` where the
    report names nobody, or outlets only."""

    steps: tuple[Step, ...]
    origin: int | None

    @property
    def voice(self) -> str | None:
        """The id of the voice that the report names."""
        return voice_id(self.steps[self.origin].actor) if self.origin is not None else None

    @property
    def outlet(self) -> str | None:
        """The outlet on whose word alone the statement stands."""
        return self.steps[0].actor if self.steps and self.origin is None else None


def nesting(attribution: Attribution | None, pile: Pile) -> tuple[Step, ...]:
    """Sources and relays of nested attributions, innermost first, each actor once, a relay where it stands outermost.

    A source that no actor could be found for (`on`, a pronoun) names nobody and is passed over.
    """
    steps: dict[str, Step] = {}
    seen: set[str] = set()
    while attribution is not None and attribution.id not in seen:
        seen.add(attribution.id)
        if attribution.actor is not None and attribution.actor in pile.actors:
            found = Step(attribution.actor, attribution.source, first_hand(attribution, pile))
            steps.setdefault(attribution.actor, found)
        relay = pile.relay(attribution)
        if relay is not None:
            steps[relay] = steps.pop(relay, Step(relay, attribution.relay))  # it stands outside all that it passes on
        attribution = pile.attributions.get(attribution.within) if attribution.within else None
    return tuple(steps.values())


def first_hand(attribution: Attribution, pile: Pile) -> Span | None:
    """The words by which a source says, or is said, to have seen or taken part; an outlet to have witnessed."""
    if attribution.actor is not None and pile.outlet(attribution.actor):
        return own_work(attribution, pile)
    document = pile.documents[attribution.document]
    packs = [language_pack(code).attribution_phrases for code in LANGUAGES]
    source = attribution.source
    described = words_in(document, source, [f for p in packs for f in p.eyewitness]) if source is not None else None
    if described is not None:
        return described
    inner = [a for a in pile.told.get(attribution.document, ()) if a.within == attribution.id]
    for span in attribution.content:
        own = words_in(document, span, [f for p in packs for f in p.saw])
        if (
            own is not None
            and attribution.kind in OWN_WORDS
            and not any(c.contains(own) for a in inner for c in a.content)
        ):
            return own
        told = words_in(document, span, [f for p in packs for f in p.saw_too])
        if told is not None and told.start == span.start:
            return told
    return None


def words_in(document: Document, span: Span, forms: Sequence[str]) -> Span | None:
    """The first of some forms in a span, whatever its capitals and apostrophes; `None` where none stands there."""
    text = span.text.lower().replace("’", "'")
    places = [
        (m.start(), m.end())
        for form in forms
        if form in text
        for m in [re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text)]
        if m
    ]
    if not places or len(text) != len(span.text):
        return None
    start, end = min(places, key=lambda p: (p[0], -p[1]))
    return document.span(span.start + start, span.start + end)


def own_work(attribution: Attribution, pile: Pile) -> Span | None:
    """The words by which an outlet says that it witnessed (`a constaté un journaliste de l'AFP`).

    The packs list own research of every sort; what is only told `according to` an outlet is not witnessed.
    """
    if attribution.kind == "according_to":
        return None
    parts = [s for s in (attribution.source, attribution.cue) if s is not None]
    if attribution.actor is None or not pile.outlet(attribution.actor) or not parts:
        return None
    document = pile.documents[attribution.document]
    span = document.span(min(s.start for s in parts), max(s.end for s in parts))
    words = plain(span.text)
    forms = (form for code in LANGUAGES for form in language_pack(code).attribution_phrases.own_work)
    return span if any(f" {plain(form)} " in f" {words} " for form in forms) else None


def plain(text: str) -> str:
    """Words for comparison: lower case, straight apostrophes set off, single spaces."""
    return " ".join(text.lower().replace("’", "'").replace("'", "' ").split())


def read_voice(statement: Statement, pile: Pile) -> Reading:
    """The innermost source is the voice; but an anonymous one around it, which tells what another said, comes before.

    Outlets are relays unless they say that they witnessed. Who denies is the voice whoever tells that they do. What a
    body's own report (a press release) says without a source is that body's word.
    """
    own = pile.attributions.get(statement.attribution) if statement.attribution else None
    told = nesting(own, pile) or issuer(statement.document, pile)
    steps = tuple(s for s, outer in itertools.zip_longest(told, told[1:]) if not speaks_for(outer, s, pile))
    speaking = [i for i, step in enumerate(steps) if not pile.outlet(step.actor) or step.first_hand is not None]
    denies = own is not None and own.firmness == "denial" and statement.stance == "denies"
    anonymous = [i for i in speaking if pile.anonymous(steps[i].actor) and not denies]
    return Reading(steps, anonymous[-1] if anonymous else speaking[0] if speaking else None)


def issuer(document: str, pile: Pile) -> tuple[Step, ...]:
    """The body whose own report a document is; nobody where an outlet published it."""
    publisher, credit = pile.publisher(document), pile.documents[document].outlet
    if publisher is None or pile.actors[publisher].type != "organisation":
        return ()
    return (Step(publisher, credit.span if credit is not None else None),)


def speaks_for(outer: Step | None, inner: Step, pile: Pile) -> bool:
    """Whether who tells what a body says is of that body: it is the body's own voice, and no go-between."""
    if outer is None or pile.actors[inner.actor].type not in {"organisation", "country"}:
        return False
    return any(a.id == inner.actor for a in above(pile.actors[outer.actor], pile))


def voice_id(actor: str) -> str:
    """Id of an actor's voice, the same in every report."""
    return identifier("voice", actor)


def not_given_id(document: str, claim: str) -> str:
    """Id of the voice `not given` of a report and claim."""
    return identifier("voice", "not given", document, claim)


def not_given(id_: str) -> Voice:
    """A voice that no report gives."""
    return Voice(id_, None, given=False, named=False)


def given(actor: Actor, first_hand: Span | None, pile: Pile) -> Voice:
    """The voice of an actor; one person is one head."""
    count = actor.anonymity.count if actor.anonymity is not None else 1 if actor.type == "person" else None
    return Voice(voice_id(actor.id), actor.id, True, is_named(actor, pile), first_hand, count)
