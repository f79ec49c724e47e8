"""Outlets under other words than their names: by a noun (`le journal`, `a newspaper`), or by a short name of their own."""

from collections.abc import Iterable

from recoupe.actors.gazetteer import Known, words
from recoupe.actors.grammar import articles, loose_articles, owning
from recoupe.actors.told import ReportActors
from recoupe.ingest.names import press_words
from recoupe.languages import language_pack
from recoupe.languages.loader import LANGUAGES

OPENING = 2  # paragraphs in which an outlet may be spoken of before it is named
AHEAD = 250  # tokens behind them in which it is named


def outlet_again(report: ReportActors, position: int, definite: bool) -> str | None:
    """The outlet that a noun of the media takes up: the last one named before it that is not the report's own.

    definite: whether the noun is (`the newspaper`); else, at the opening of a report, it is the first one named behind it
    (`a newspaper reported ... The Sarn Post`).
    """
    annotation = report.annotation
    own = own_keys(report)
    if definite:
        before = [k for i, k in sorted(report.by_token.items()) if i < position and is_other(k, own)]
        return before[-1] if before else None
    paragraph = annotation.paragraph_of_sentence[annotation.tokens[position].sentence]
    if sum(1 for p in sorted(set(annotation.paragraph_of_sentence)) if p < paragraph) > OPENING + 1:
        return None
    earlier = [k for i, k in report.by_token.items() if i < position and is_other(k, own)]
    behind = [k for i, k in sorted(report.by_token.items()) if position < i < position + AHEAD and is_other(k, own)]
    return behind[0] if behind and len({*behind[:1], *earlier}) == 1 else None


def own_keys(report: ReportActors) -> frozenset[str]:
    """The keys of the outlet and agencies that a report bears."""
    document = report.annotation.document
    return frozenset(f"outlet:{c.actor.lower()}" for c in (document.outlet, *document.agencies) if c is not None)


def is_other(key: str, own: frozenset[str]) -> bool:
    """Whether a key is an outlet's, and none of the report's own."""
    return key.startswith("outlet:") and key not in own


def short_names(known: Iterable[Known]) -> dict[tuple[str, ...], Known]:
    """What a report that names outlets, or bears one, calls them for short; two that share a short name have none.

    That is the name without what it is named after (`L'Éclaireur [de l'Orle]`), or its last word with an article
    (`The [Sarn] Post`).
    """
    found: dict[tuple[str, ...], Known] = {}
    twice: set[tuple[str, ...]] = set()
    for entry in sorted(set(known), key=lambda k: k.key):
        for form in shortened(words(entry.name)):
            if form in found and found[form] != entry:
                twice.add(form)
            found.setdefault(form, entry)
    return {form: entry for form, entry in found.items() if form not in twice}


def shortened(name: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The short forms of an outlet's name."""
    link = next((i for i, word in enumerate(name) if i and word in owning()), None)
    bare = name[1:] if len(name) > 1 and name[0] in articles() else name
    if link is not None:
        short = name[:link]
        kept = short[1:] if short[0] in articles() else short
        return [short, kept] if kept and not generic(kept) else []
    if len(bare) > 1 and bare[-1] in press_words():
        return [(article, bare[-1]) for article in sorted(loose_articles())]
    return []


def generic(name: tuple[str, ...]) -> bool:
    """Whether what is left of a name only says what kind of body bears it (`agence`)."""
    return len(name) == 1 and any(name[0] in language_pack(code).attribution_phrases.wires for code in LANGUAGES)
