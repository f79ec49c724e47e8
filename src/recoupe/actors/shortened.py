"""Bodies called by the first word of their name alone: `Norvak Industries`, then `Norvak`.

A report has to show it, the short name behind the full one, or the rest of the name says what the body does (`Industries`,
`Électronique`); and nothing of the pile is placed there, borne by a person or named by another name with that word.
"""

from collections.abc import Mapping, Sequence

from recoupe.actors.firms import trades
from recoupe.actors.names import Name, office_before
from recoupe.actors.openings import everyday, first_names, vocabulary
from recoupe.actors.pile_names import alone, civilly, located
from recoupe.languages import language_pack
from recoupe.linguistics import Annotation

LONGEST = 4  # words of a full name
SHORTEST = 4  # letters of a short one


def shortened(ordered: Sequence[Annotation], named: Mapping[str, Sequence[Name]]) -> list[tuple[str, str]]:
    """Names of one word, each with the full name of its body. named: the names of every report, by its id."""
    every = [(a, n) for a in ordered for n in named[a.document.id]]
    full: dict[str, set[str]] = {}
    taken: set[str] = set()  # words that name a place, a person, or anything by another name
    firms = {n.key.split()[0] for _, n in every if not (alone(n) or n.person) and says_what(n.key)}
    for annotation, name in every:
        words = name.key.split()
        office = words[0] not in firms and office_before(
            annotation, name.first
        )  # (`le producteur X`, where X is a firm)
        if name.person or civilly(annotation, name) or office:
            taken.update(words)
        elif alone(name):
            taken.update(words if located(annotation, name) or not tells(annotation, name) else ())
        else:
            taken.update(words[1:])
            full.setdefault(words[0], set()).add(name.key if len(words) <= LONGEST else "")
    short = {n.key for a, n in every if alone(n) and n.key in full and n.key not in taken and len(full[n.key]) == 1}
    pairs = [(key, next(iter(full[key]))) for key in sorted(short)]
    return [(key, whole) for key, whole in pairs if whole and (says_what(whole) or shown(key, whole, ordered, named))]


def shown(short: str, whole: str, ordered: Sequence[Annotation], named: Mapping[str, Sequence[Name]]) -> bool:
    """Whether a report has a short name behind the full one."""
    for annotation in ordered:
        keys = [name.key for name in named[annotation.document.id]]
        if whole in keys and short in keys[keys.index(whole) :]:
            return True
    return False


def says_what(whole: str) -> bool:
    """Whether all words of a name but the first are those by which firms say what they do."""
    return all(word in trades() for word in whole.split()[1:])


def tells(annotation: Annotation, name: Name) -> bool:
    """Whether the word of a name is no everyday word, noun of bodies or first name, and long enough to tell one."""
    token = annotation.tokens[name.first]
    pack = language_pack(token.language)
    known = token.norm in pack.institutions.nouns or token.norm in vocabulary(token.language)
    known = known or token.norm in first_names(token.language) or everyday(token)
    return len(name.key) >= SHORTEST and not known
