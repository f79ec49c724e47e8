"""The text of planted reports, with the places of what was planted."""

from collections.abc import Mapping
from dataclasses import dataclass

from evaluation.planted.filling import Filled, fill
from evaluation.planted.plan import Affiliation, Filler, Mention, Pile, Report
from evaluation.planted.world import Event, capital, rules, templates

FACTS = ("fact", "Fact", "cond", "Cond", "alleged", "noun", "de_noun", "gerund", "inf")
VOICES = ("voice", "Voice", "de_voice", "a_voice", "denier", "Denier", "de_denier")
OUTLETS = ("outlet", "Outlet", "de_outlet", "a_outlet")
Place = tuple[int, int]


@dataclass(frozen=True)
class Written:
    """Where a planted sentence stands in its report, and in it the event, who speaks, and the outlet that passes it on."""

    sentence: Place
    event: Place | None
    voice: Place | None
    outlet: Place | None


def values(mention: Mention, event: Event, language: str) -> Mapping[str, str]:
    """The words for the fields of a mention's template."""
    found = dict(event.forms[language])
    if mention.voice is not None:
        found |= mention.voice.forms[language]
        short = mention.voice.short.get(language) if mention.short else None
        if short is not None:
            found |= {"voice": short, "Voice": short, "de_voice": f"de {short}", "a_voice": f"à {short}"}
    if mention.outlet is not None:
        found |= mention.outlet.forms[language]
    return found


def sentence(mention: Mention, event: Event, language: str) -> Filled:
    """A planted sentence."""
    return fill(templates(language)[mention.construction][mention.index], language, values(mention, event, language))


def affiliation(item: Affiliation, language: str) -> str:
    """A sentence that says for whom somebody speaks."""
    bodies = {name.lower().replace("voice", "body"): words for name, words in sorted(item.body.forms[language].items())}
    spoken = {**item.voice.forms[language], **bodies}
    return fill(rules()["affiliation"][language][item.index], language, spoken).text


def day_line(report: Report) -> str:
    """The line of outlet and date."""
    month, day = divmod(report.day - 60, 31)
    months = rules()["months"][report.language]
    name = months[2 + month]
    words = f"{day + 1} {name} 2025" if report.language == "fr" else f"{name} {day + 1}, 2025"
    line = rules()["lines"][report.language][report.line]
    return str(line.format(outlet=report.outlet.name, day=words))


def write(report: Report, pile: Pile) -> tuple[str, tuple[Written, ...]]:
    """The text of a report and the places of its mentions, in their order."""
    events, language = pile.events, report.language
    text = ""
    places: list[Written] = []

    def add(mention: Mention) -> None:
        nonlocal text
        filled = sentence(mention, events[mention.claim], language)
        places.append(placed(filled, len(text)))
        text += filled.text

    if report.headline is not None:
        add(report.headline)
    else:
        text += rules()["titles"][language][report.title]
    text += f"\n\n{day_line(report)}\n\n"
    for paragraph in report.paragraphs:
        for position, item in enumerate(paragraph):
            text += " " if position else ""
            if isinstance(item, Mention):
                add(item)
            elif isinstance(item, Filler):
                text += templates(language)["filler"][item.index]
            else:
                text += capital(affiliation(item, language))
        text += "\n\n"
    if report.credit is not None and report.source is not None:
        credited = pile.reports[report.source].outlet
        text += fill(templates(language)["credit"][report.credit], language, credited.forms[language]).text + "\n"
    return text, tuple(places)


def placed(filled: Filled, start: int) -> Written:
    """The places of a sentence that begins at an offset."""

    def first(names: tuple[str, ...]) -> Place | None:
        found = [place for name in names for place in filled.fields.get(name, ())]
        return (found[0][0] + start, found[0][1] + start) if found else None

    return Written((start, start + len(filled.text)), first(FACTS), first(VOICES), first(OUTLETS))
