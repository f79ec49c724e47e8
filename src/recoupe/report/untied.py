"""The list of denials and refusals that answer no claim, with their words."""

from recoupe.model import Attribution, Dossier, Span, Untied
from recoupe.report.naming import named
from recoupe.report.places import Places
from recoupe.report.view import UntiedView

SHORT = 25  # characters of a content that says little without the words that say no


def untied_views(dossier: Dossier, places: Places) -> tuple[UntiedView, ...]:
    """Each with who says it, its words and its report, in the order of the reports."""
    attributions = {a.id: a for a in dossier.attributions}
    found = sorted(
        (u for u in dossier.untied if u.attribution in attributions),
        key=lambda u: (places.index[u.document], attributions[u.attribution].content[0].start, u.attribution),
    )
    return tuple(
        UntiedView(
            who(attributions[u.attribution], places),
            stance(u, attributions[u.attribution], places),
            u.stance == "denies",
            tuple(places.links(words(attributions[u.attribution], places))),
            places.report(u.document),
            u.statements[0] if u.statements else "",
        )
        for u in found
    )


def stance(found: Untied, attribution: Attribution, places: Places) -> str:
    """What somebody does, in words: who only says that something is not so need not answer anybody."""
    answers = attribution.firmness in {"denial", "refusal"}
    return places.say(f"stance.{found.stance}" if answers else "stance.no")


def who(attribution: Attribution, places: Places) -> str:
    """Who speaks, in words."""
    actor = places.actors.get(attribution.actor or "")
    return named(actor) if actor is not None else places.say("voice.not_given")


def words(attribution: Attribution, places: Places) -> tuple[Span, ...]:
    """What is said; with the words that say no, where what they bear on is short and stands right behind them."""
    content, cue = attribution.content, attribution.cue
    first = content[0]
    if cue is None or sum(s.end - s.start for s in content) > SHORT or cue.end > first.start:
        return content
    between = places.documents[first.document].text[cue.end : first.start]
    if len(between) > SHORT or "\n" in between:
        return content
    return (places.documents[first.document].span(cue.start, first.end), *content[1:])
