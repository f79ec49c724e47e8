"""Whom the words for a go-between name: an outlet by its name or another word, an anonymous voice that passes something on."""

from recoupe.actors.cited import relay_names
from recoupe.actors.gazetteer import words
from recoupe.actors.nouns import body_noun
from recoupe.actors.outlets import outlet_again
from recoupe.actors.phrases import described, head_of, names_people, tokens_in
from recoupe.actors.registry import Registry
from recoupe.actors.sources import actor_of_span
from recoupe.actors.told import ReportActors
from recoupe.model import Span


def outlet_of_span(report: ReportActors, registry: Registry, span: Span) -> str | None:
    """The key of a relay: an outlet or somebody else who is named, or the words themselves; `None` where these are no
    words for one who passes something on (`at a press briefing`)."""
    named = [k for t in tokens_in(report, span) if (k := report.by_token.get(t.i)) is not None]
    for kinds in (("outlet:", "name:", "person:"), ("international:", "body:")):
        key = next((k for k in named if k.startswith(kinds)), None)
        if key is not None:
            return key
    if own_house(report, span):
        return None
    again = relay_again(report, span)
    if again is not None:
        return again
    name = next(relay_names(report.annotation, span), None)
    group = voice_relaying(report, registry, span) if name is None else None
    if group is not None:
        return group
    if name is None and not may_pass_on(report, span):
        return None
    name = name or span.text
    return registry.add(f"outlet:{' '.join(words(name))}", name, "outlet", span).key


def may_pass_on(report: ReportActors, span: Span) -> bool:
    """Whether the words for a go-between hold a name, or their noun is one of people or bodies."""
    tokens = tokens_in(report, span)
    head = described(report, tokens) if tokens else None
    if head is None or any(t.text[:1].isupper() and t.pos == "PROPN" for t in tokens):
        return True
    return names_people(report.pack, head) or body_noun(report.pack, head) is not None


def relay_again(report: ReportActors, span: Span) -> str | None:
    """The outlet that a go-between without a name takes up (`le journal`, `the paper`)."""
    tokens = tokens_in(report, span)
    head = head_of(tokens) if tokens else None
    body = body_noun(report.pack, head) if head is not None else None
    if head is None or body is None or body.type != "media" or "Number=Plur" in head.morph:
        return None
    return outlet_again(report, head.i, "Definite=Ind" not in tokens[0].morph)


def own_house(report: ReportActors, span: Span) -> bool:
    """Whether the words for a go-between are those of a report for its own outlet (`à notre rédaction`, `told our paper`)."""
    tokens = tokens_in(report, span)
    head = head_of(tokens) if tokens else None
    body = body_noun(report.pack, head) if head is not None else None
    words_of_others = report.pack.function_words.possessives
    ours = any(t.has("Poss=Yes") and t.norm not in words_of_others for t in tokens)
    return ours and body is not None and body.type == "media"


def voice_relaying(report: ReportActors, registry: Registry, span: Span) -> str | None:
    """The voice that passes on what others say (`les sources, citant un rapport`, `the minister, citing the police`).

    `None` for an outlet, which is named by its words or by a noun of the media.
    """
    tokens = tokens_in(report, span)
    head = described(report, tokens) if tokens else None
    if head is None:
        return None
    pack = report.pack
    body = body_noun(pack, head)
    if not names_people(pack, head) and (body is None or body.type in {"media", "agency"}):
        return None
    return actor_of_span(report, registry, span)
