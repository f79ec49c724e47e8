"""What the page does not know: dates, doubtful links, and how often Recoupe errs."""

from collections.abc import Iterable

from recoupe.report.cards import evidence_view
from recoupe.report.measured import Rates, measured
from recoupe.report.places import Places
from recoupe.report.view import DoubtView, RateView, UnknownView

DOUBTFUL = 0.7  # confidence; below it an attribution is told apart
SHOWN = 12


def unknowns(places: Places) -> UnknownView:
    """What is uncertain, each thing with its passage."""
    dossier = places.dossier
    doubtful = sorted(
        (a for a in dossier.attributions if a.confidence < DOUBTFUL and a.content), key=lambda a: a.confidence
    )
    links = sorted((e for c in dossier.claims for e in c.evidence), key=lambda e: e.score)
    spread = [d for d in dossier.documents if d.published and d.published.not_before != d.published.not_after]
    return UnknownView(
        undated=places.reports(d.id for d in dossier.documents if d.published is None),
        spread=tuple((places.report(d.id), places.day(d.id)) for d in spread),
        doubtful=tuple(
            DoubtView(
                places.link(a.source) if a.source else None,
                places.link(a.content[0]),
                places.say("percent", figure=places.say.number(round(a.confidence * 100))),
            )
            for a in doubtful[:SHOWN]
        ),
        doubts=len(doubtful),
        weakest=tuple(evidence_view(e, places) for e in links[:SHOWN]),
        rates=tuple(rates(dict.fromkeys(d.language for d in dossier.documents), places)),
    )


def rates(languages: Iterable[str], places: Places) -> Iterable[RateView]:
    """The measured rates of the pile's languages; a language without any is named."""
    for code in sorted(languages):
        found = measured().get(code)
        word = places.say.label("language", code)
        if found is None:
            yield RateView(word, places.say("rates.none"), "", "", "", ())
        else:
            yield measured_rate(word, found, places)


def measured_rate(language: str, found: Rates, places: Places) -> RateView:
    """A language's rates in words."""
    say = places.say

    def share(value: float) -> str:
        """A share in words."""
        return say("percent", figure=say.number(round(value)))

    return RateView(
        language,
        say("rates.over", reports=say.number(found.reports), attributions=say.number(found.attributions)),
        share(found.missed),
        share(found.unfounded),
        share(found.firmness) if found.firmness is not None else say("rates.none"),
        tuple(
            (say.label("kind", kind), say("rates.missed.of", missed=missed, marked=marked))
            for kind, (missed, marked) in found.kinds.items()
        ),
    )
