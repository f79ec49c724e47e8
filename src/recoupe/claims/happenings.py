"""Whether two statements tell of one happening: evidence for and against, learnt weights, the sum is the log-odds.

Wider than saying the same: `was shot` and `died` may tell of one happening, `has delivered` and `will deliver` too. It
keeps apart statements that look alike and come from reports about different affairs. Only the two statements, their own
reports and shipped tables are looked at, never the rest of the pile.
"""

import functools
import math
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from recoupe.claims.affairs import Report, report_of
from recoupe.claims.drafted import Drafted
from recoupe.claims.found import OTHER
from recoupe.claims.kinds import event
from recoupe.claims.matching import missed, related_class
from recoupe.claims.profiles import Profile
from recoupe.claims.things import key_of
from recoupe.languages import language_pack, shared_pack
from recoupe.languages.inflection import family_of
from recoupe.linguistics import Token
from recoupe.model.claims import EvidencePart
from recoupe.reuse.weights import weight

CONTENT = {"PROPN", "NOUN", "VERB", "ADJ", "NUM", "ADV"}
ARGUMENTS = CONTENT - {"ADV"}
FAR = 0.03  # likeness of two reports' names under which they share none to speak of
NEAR = 0.3  # likeness beyond which more names tell little more
ONE_REPORT = 0.45  # what two statements of one report count as
ALIKE = 0.5  # likeness of two sentences beyond which more words tell little more
LIKELY = 0.7  # log-odds beyond which it is two to one that two statements tell of one happening
MOST_NEAR = {
    "same figures": 2.0,
    "nothing shared around": 1.0,
    "sentence alike": 10 * ALIKE,
    "other figures": 1.0,
    "names that the other report never tells": 2.0,
}  # of each kind of evidence by the sentences
MOST_IN_ONE = {"one report": 1.0, "reports share names": 10 * NEAR}  # by the report that tells both
MOST_IN_TWO = {
    "reports share words": 1.0,
    "reports share many words": 1.0,
    "reports share most words": 2.0,
    "reports share names": 10 * NEAR,
    "reports share no name": 1.0,
    "chief names missing": 4.0,
}  # by the two reports


@dataclass(frozen=True)
class Telling:
    """What of a statement tells which happening it is about.

    word: the predicate's key in both languages; family: what its ending leaves; tells: how much the word tells, 0 to 1.
    sentence: content words with what each tells; around: those the predicate governs or hangs on.
    figures: numbers of its sentence as written; numbers: those in digits. place: the number of its sentence, from 1
    behind the title; values: the bounds of its own figures, its dates aside.
    """

    profile: Profile
    word: str
    family: str
    tells: float
    reporting: bool
    nominal: bool
    sentence: Mapping[str, float]
    around: frozenset[str]
    figures: frozenset[str]
    numbers: frozenset[str]
    names: frozenset[str]
    report: Report
    document: str
    language: str
    place: int
    values: frozenset[tuple[str, str]]

    @functools.cached_property
    def told_in_sentence(self) -> float:
        """What the words of its sentence tell together."""
        return sum(self.sentence.values())

    @functools.cached_property
    def size_of_sentence(self) -> float:
        """The sum of the squares of what they tell."""
        return sum(v * v for v in self.sentence.values())


def telling(drafted: Drafted, profile: Profile, report: Report) -> Telling:
    """The comparable side of a statement and its report."""
    annotation, i = drafted.annotation, drafted.found.token
    token = annotation.tokens[i]
    word = annotation.tokens[i if drafted.found.word is None else drafted.found.word]
    idiom = " ".join(annotation.tokens[n].lemma for n in drafted.found.nodes) if drafted.found.word is None else ""
    language = token.language
    row = annotation.tokens[slice(*annotation.sentences[token.sentence])]
    near = {c for child in annotation.children[i] for c in (child, *annotation.children[child])}
    near |= {token.head, *annotation.children[token.head]} - {i}
    written = word.norm if word.pos == "PROPN" else word.lemma
    return Telling(
        profile=profile,
        word=idiom or key_of(word.lemma, language),
        family=idiom or family_of(written, language),
        tells=weight(word.lemma, language),
        reporting=profile.class_ == OTHER and word.lemma in language_pack(language).reporting_verbs.verbs,
        nominal=drafted.found.nominal,
        sentence={
            shown(t): 1.0 if t.pos in {"PROPN", "NUM"} else weight(t.lemma, language) for t in kept(row, CONTENT, i)
        },
        around=frozenset(shown(t) for t in kept((annotation.tokens[c] for c in near), ARGUMENTS, i)),
        figures=frozenset(t.norm for t in row if t.pos == "NUM"),
        numbers=frozenset(t.norm for t in row if t.pos == "NUM" and t.text[:1].isdigit()),
        names=report.by_sentence[token.sentence],
        report=report,
        document=annotation.document.id,
        language=language,
        place=token.sentence + (annotation.document.title is None),
        values=frozenset((str(v.low), str(v.high)) for v in drafted.statement.values if v.slot != "date"),
    )


def kept(tokens: Iterable[Token], tags: set[str], predicate: int) -> list[Token]:
    """Words of certain tags beside the predicate."""
    return [t for t in tokens if t.pos in tags and t.i != predicate and len(t.text) > 1]


def shown(token: Token) -> str:
    """A name as written, another word by the key that both languages share."""
    return token.norm if token.pos == "PROPN" else key_of(token.lemma, token.language)


def odds(a: Telling, b: Telling) -> float:
    """The log-odds that two statements tell of one happening; minus infinity where their events are not related."""
    return round(by_events(a, b) + around(a, b), 4) if related(a, b) else -math.inf


def by_events(a: Telling, b: Telling) -> float:
    """What the events of two statements alone add to the log-odds."""
    return shared_pack().happenings.base + weighted(event_amounts(a, b))


def around(a: Telling, b: Telling) -> float:
    """What the sentences and reports of two statements add to the log-odds."""
    return weighted(sentence_amounts(a, b)) + weighted(report_amounts(a, b))


@functools.cache
def most_around() -> float:
    """The most that sentences and reports can add to the log-odds."""
    weights = shared_pack().happenings.weights
    near, one, two = (
        sum(max(0.0, weights.get(name, 0.0)) * amount for name, amount in most.items())
        for most in (MOST_NEAR, MOST_IN_ONE, MOST_IN_TWO)
    )
    return near + max(one, two)


def weighted(amounts: Mapping[str, float]) -> float:
    """The sum of evidence, each rounded as it is shown."""
    weights = shared_pack().happenings.weights
    return sum(round(weights[name] * amount, 4) for name, amount in amounts.items() if amount and name in weights)


def asked(a: Telling, b: Telling) -> bool:
    """Whether it is asked of two statements that share too little if they tell of one happening all the same."""
    one_class = related_class(a.profile.class_, b.profile.class_) is not None
    alike = one_class or a.word == b.word or a.family == b.family
    return alike and related(a, b) and not missed(a.profile, b.profile)


def one_happening(a: Telling, b: Telling) -> tuple[EvidencePart, ...]:
    """The evidence that two statements tell of one happening, where it speaks for it clearly."""
    told = odds(a, b) if asked(a, b) else -math.inf
    return (EvidencePart("one happening", told, (a.profile.predicate, b.profile.predicate)),) if told > LIKELY else ()


class Tellings:
    """The comparable sides of a pile's statements, made when they are asked for.

    reports: what their reports tell, as far as that is known already.
    """

    def __init__(
        self, drafted: Sequence[Drafted], profiles: Sequence[Profile], reports: Mapping[str, Report] | None = None
    ) -> None:
        self.drafted = drafted
        self.profiles = profiles
        self.reports: dict[str, Report] = dict(reports or {})
        self.made: dict[int, Telling] = {}
        self.numbers: dict[Hashable, int] = {}  # of what tells an event
        self.events: dict[int, int] = {}  # the number of each statement's
        self.by_events: dict[tuple[int, int], float] = {}
        self.by_reports: dict[tuple[str, str], float] = {}
        self.known: dict[tuple[str, str], Mapping[str, float]] = {}  # evidence by two reports

    def report(self, i: int) -> str:
        """The report of a statement."""
        return self.profiles[i].document

    def of(self, i: int) -> Telling:
        """What is compared of a statement."""
        if i not in self.made:
            annotation = self.drafted[i].annotation
            id_ = annotation.document.id
            if id_ not in self.reports:
                self.reports[id_] = report_of(annotation)
            self.made[i] = telling(self.drafted[i], self.profiles[i], self.reports[id_])
        return self.made[i]

    def event(self, i: int) -> int:
        """The number of all by which the event of a statement is compared with another's."""
        if i not in self.events:
            self.events[i] = self.numbers.setdefault(told_of(self.of(i)), len(self.numbers))
        return self.events[i]

    def odds(self, i: int, j: int) -> float:
        """The log-odds that two statements tell of one happening (see `odds`): events and reports are compared once."""
        a, b = self.of(i), self.of(j)
        if not related(a, b):
            return -math.inf
        events, reports = (self.event(i), self.event(j)), in_order(a, b)
        if events not in self.by_events:
            self.by_events[events] = by_events(a, b)
        if reports not in self.by_reports:
            self.by_reports[reports] = weighted(self.known.get(reports) or report_amounts(a, b))
        near = weighted(sentence_amounts(a, b)) + self.by_reports[reports]
        return round(self.by_events[events] + near, 4)

    def between(self, i: int, j: int) -> Mapping[str, float]:
        """Evidence by the reports of two statements (see `report_amounts`), which are compared once."""
        a, b = self.of(i), self.of(j)
        reports = in_order(a, b)
        if reports not in self.known:
            self.known[reports] = report_amounts(a, b)
        return self.known[reports]

    def apart(self, i: int, j: int) -> EvidencePart | None:
        """What keeps two statements that look alike apart: their reports, of one language, tell of other happenings."""
        a, b = self.of(i), self.of(j)
        if a.document == b.document or a.language != b.language or not related(a, b):
            return None
        if self.odds(i, j) >= shared_pack().happenings.apart:
            return None
        return EvidencePart("other happening", 0.0, (a.profile.predicate, b.profile.predicate))


def in_order(a: Telling, b: Telling) -> tuple[str, str]:
    """The reports of two statements, of which it does not matter which is which."""
    return (a.document, b.document) if a.document < b.document else (b.document, a.document)


def told_of(a: Telling) -> Hashable:
    """All by which the event of a statement is compared with another's."""
    return event(a.profile), a.word, a.family, a.tells, a.reporting, a.nominal


def related(a: Telling, b: Telling) -> bool:
    """Whether two events can be one.

    Their words are one, of one family or of one sense, or their classes are one or such as news uses of one happening.
    """
    return a.word == b.word or a.family == b.family or of_one_sense(a, b) or kin(a.profile.class_, b.profile.class_)


def of_one_sense(a: Telling, b: Telling) -> bool:
    """Whether the words of two events can mean the same."""
    return not a.profile.senses.isdisjoint(b.profile.senses)


def kin(a: str, b: str) -> bool:
    """Whether two classes are one, or are told of one happening (to shoot, to kill; to win, to lose)."""
    classes = shared_pack().event_classes.classes
    return (a == b and a != OTHER) or b in classes[a].akin or a in classes[b].akin


def amounts(a: Telling, b: Telling) -> dict[str, float]:
    """How much there is of each kind of evidence (mostly 0 or 1), under the names of the weights."""
    return {**event_amounts(a, b), **sentence_amounts(a, b), **report_amounts(a, b)}


def event_amounts(a: Telling, b: Telling) -> dict[str, float]:
    """Evidence by the two events: their words, classes and participants."""
    p, q = a.profile, b.profile
    word, family = a.word == b.word, a.word != b.word and a.family == b.family
    class_ = not word and not family and p.class_ == q.class_ and p.class_ != OTHER
    roles, things = p.actors.keys() & q.actors.keys(), p.things.keys() & q.things.keys()
    same = sum(p.actors[r] == q.actors[r] for r in roles)
    return {
        "same word": float(word),
        "one family of words": float(family),
        "words of one sense": float(not word and of_one_sense(a, b)),
        "same event class": float(class_),
        "event class akin": float(not (word or family or class_)),
        "everyday word": 1 - min(a.tells, b.tells) if word or family else 0.0,
        "words of saying": float(a.reporting and b.reporting),
        "same actor": float(min(2, same)),
        "other actor": float(len(roles) - same),
        "same actor, another role": float(not same and bool({*p.actors.values()} & {*q.actors.values()})),
        "same thing": float(sum(p.things[r].key == q.things[r].key for r in things)),
        "other thing": float(sum(not p.things[r].agrees(q.things[r]) for r in things)),
        "same place": float(bool(p.places.keys() & q.places.keys())),
        "other place": float(bool(p.places and q.places) and not p.places.keys() & q.places.keys()),
        "other phase": float(p.phase != q.phase),
        "verb and noun": float(a.nominal != b.nominal),
    }


def sentence_amounts(a: Telling, b: Telling) -> dict[str, float]:
    """Evidence by the words around the two events."""
    alike = 0.0 if a.document == b.document else sentence_likeness(a, b)
    return {**figure_amounts(a, b), "sentence alike": 10 * min(ALIKE, alike), **name_amounts(a, b)}


def figure_amounts(a: Telling, b: Telling) -> dict[str, float]:
    """Evidence by the figures of two sentences and by what the two events govern or hang on."""
    return {
        "same figures": float(min(2, len(a.figures & b.figures))),
        "other figures": float(bool(a.numbers and b.numbers) and not a.numbers & b.numbers),
        "nothing shared around": float(bool(a.around and b.around) and not a.around & b.around),
    }


def name_amounts(a: Telling, b: Telling) -> dict[str, float]:
    """Evidence by the names of two sentences."""
    own, other = a.names - b.report.words, b.names - a.report.words
    return {"names that the other report never tells": float(min(2, len(own), len(other)))}


def report_amounts(a: Telling, b: Telling) -> dict[str, float]:
    """Evidence by the two reports: the words and names that they tell."""
    one = a.document == b.document
    affair = ONE_REPORT if one else a.report.likeness(b.report)
    wording = 0.0 if one else 10 * a.report.wording(b.report)
    return {
        "one report": float(one),
        "reports share words": min(wording, 1.0),
        "reports share many words": min(max(wording - 1, 0.0), 1.0),
        "reports share most words": min(max(wording - 2, 0.0), 2.0),
        "reports share names": 10 * min(affair, NEAR),
        "reports share no name": float(affair < FAR),
        "chief names missing": float(
            min(4, len(a.report.chief - b.report.words) + len(b.report.chief - a.report.words))
        ),
    }


def sentence_likeness(a: Telling, b: Telling) -> float:
    """How alike the sentences of two statements are by what their words tell, 0 to 1."""
    own, other = a.sentence, b.sentence
    shared = sum([min(own[w], other[w]) ** 2 for w in sorted(own.keys() & other.keys())])
    size = a.size_of_sentence * b.size_of_sentence
    return shared / math.sqrt(size) if size else 0.0
