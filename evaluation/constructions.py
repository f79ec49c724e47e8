"""`python -m evaluation.constructions [fr|en] [--verbs N]`: how often an event is read, by the construction that tells it.

A sample of the verbs of a language's pack stands in each of some plain sentences (`La firme aurait {} le dépôt`), which differ in
tense, voice, mood and in who says so. For each construction: of how many verbs the event is read under a class of its verb, with
the firm as who did it and the depot as what it was done to. What is counted is the parse and the rules, not the choice of words;
verbs that are read in no sentence at all have something else amiss.
"""

import argparse
import random
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from recoupe.ingest.contents import Raw
from recoupe.ingest.reading import read_files
from recoupe.languages import LANGUAGES, language_pack
from recoupe.model import Dossier, Statement
from recoupe.pipeline import analyse_reading
from training.reporting import PARTICIPLE, PAST, PRESENT, english_regular, french_regular, irregular_forms

AT_ONCE = 150  # reports that are analysed together
SEED = 3
BEFORE = {"fr": "Le village dort encore à cette heure.", "en": "The village is still asleep at this hour."}
DOER, THING = ("firm",), ("dépôt", "depot")
SENTENCES: Mapping[str, Sequence[tuple[str, str]]] = {  # and the form of the verb that fills the gap
    "fr": (
        ("La firme {} le dépôt de Tolme.", "present"), ("Tolme : la firme {} le dépôt", "present"),
        ("La maire dit que la firme {} le dépôt.", "present"), ("La firme a {} le dépôt de Tolme.", "participle"),
        ("La firme avait {} le dépôt de Tolme.", "participle"), ("La firme aurait {} le dépôt de Tolme.", "participle"),
        ("Le dépôt de Tolme aurait été {} par la firme.", "participle"), ("Le dépôt {} par la firme est vide.", "participle"),
        ("Selon la maire, la firme a {} le dépôt.", "participle"), ("La firme, qui a {} le dépôt, se tait.", "participle"),
        ("La maire affirme que la firme n'a jamais {} le dépôt.", "participle"),
        ("Accusée d'avoir {} le dépôt, la firme dément.", "participle"), ("La firme dit ne pas avoir {} le dépôt.", "participle"),
        ("La firme va {} le dépôt de Tolme.", "infinitive"), ("La firme a fini par {} le dépôt.", "infinitive"),
    ),
    "en": (
        ("The firm {} the depot in Tolme.", "present"), ("Firm {} depot in Tolme", "present"),
        ("The mayor says the firm {} the depot.", "present"), ("The firm {} the depot in Tolme.", "past"),
        ("The firm had {} the depot in Tolme.", "past"), ("The firm has allegedly {} the depot.", "past"),
        ("The depot has been {} by the firm.", "past"), ("Depot {} by firm, says mayor", "past"),
        ("According to the mayor, the firm {} the depot.", "past"), ("The firm, which {} the depot, is silent.", "past"),
        ("The firm never {} the depot, the mayor said.", "past"), ("The firm denied having {} the depot.", "past"),
        ("The firm will {} the depot in May.", "infinitive"), ("The firm plans to {} the depot.", "infinitive"),
    ),
}  # fmt: skip


class Case(NamedTuple):
    """A sentence with its construction and the classes of its verb."""

    construction: str
    text: str
    classes: frozenset[str]


def cases(language: str, verbs: int) -> list[Case]:
    """The sentences of a sample of the plain transitive verbs of events: one with a subject and an object, told by no phrase."""
    pack = language_pack(language)
    irregular = irregular_forms(language)
    plain = [
        verb
        for verb, entry in pack.events.verbs.items()
        if verb.isalpha() and entry.classes and verb not in pack.reporting_verbs.verbs
        and entry.roles.get("object", "theme") == "theme" and entry.roles.get("subject", "agent") == "agent"
        and (language == "fr" or verb not in irregular)  # (whose participle has a form of its own)
    ]  # fmt: skip
    chosen = random.Random(SEED).sample(sorted(plain), min(verbs, len(plain)))
    found = []
    for verb in chosen:
        slots = irregular.get(verb) or (french_regular(verb) if language == "fr" else english_regular(verb))
        forms = {
            "present": slots.get(PRESENT),
            "participle": slots.get(PARTICIPLE),
            "past": slots.get(PAST),
            "infinitive": verb,
        }
        classes = frozenset(pack.events.verbs[verb].classes)
        found += [
            Case(f"{sentence} [{form}]", sentence.format(forms[form]), classes)
            for sentence, form in SENTENCES[language]
            if forms.get(form)
        ]
    return found


def report_of(text: str, language: str) -> bytes:
    """A report that tells no more: what ends without a point is its heading."""
    body = f"{BEFORE[language]} {text}" if text.endswith(".") else f"{text}\n\n{BEFORE[language]}"
    return f"Le Fanal\n\n{body}".encode()


def fillers(dossier: Dossier, statement: Statement) -> dict[str, str]:
    """The words or names of who and what takes part, by role."""
    names = {a.id: a.name for a in dossier.actors}
    return {p.role: names[p.actor] if p.actor else p.span.text for p in statement.event.participants}


def read(some: Sequence[Case], language: str) -> list[tuple[bool, bool, bool]]:
    """Of each sentence: whether its event is read, with its doer, with its thing."""
    raws = [Raw(f"{k:04}.txt", report_of(case.text, language)) for k, case in enumerate(some)]
    dossier = analyse_reading(read_files(raws))
    number = {d.id: int(d.name[:4]) for d in dossier.documents}
    found = [(False, False, False)] * len(some)
    for statement in dossier.statements:
        k = number[statement.document]
        if statement.event.class_ not in some[k].classes:
            continue
        told = fillers(dossier, statement)
        doer = any(word in told.get("agent", "").lower() for word in DOER)
        thing = any(word in told.get("theme", "").lower() for word in THING)
        found[k] = max(found[k], (True, doer, thing))
    return found


def main() -> None:
    """Print a line for each construction."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.constructions", description=__doc__)
    parser.add_argument("language", nargs="?", choices=tuple(LANGUAGES), help="one language alone")
    parser.add_argument("--verbs", type=int, default=100, help="verbs of the sample")
    asked = parser.parse_args()
    for language in (asked.language,) if asked.language else LANGUAGES:
        all_cases = cases(language, asked.verbs)
        judged = []
        for start in range(0, len(all_cases), AT_ONCE):
            judged += read(all_cases[start : start + AT_ONCE], language)
        for construction in dict.fromkeys(case.construction for case in all_cases):
            own = [one for case, one in zip(all_cases, judged, strict=True) if case.construction == construction]
            shares = [100 * sum(one[k] for one in own) / len(own) for k in range(3)]
            told = ", ".join(
                f"{name} {share:5.1f} %" for name, share in zip(("read", "doer", "thing"), shares, strict=True)
            )
            print(f"{language}  {told}  of {len(own):3}  {construction}")


if __name__ == "__main__":
    main()
