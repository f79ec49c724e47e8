"""Piles planted at random from a seed: the same seed, the same pile."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from random import Random
from typing import TypeVar

from evaluation.planted.plan import (
    Affiliation,
    Construction,
    Filler,
    Item,
    Kind,
    Mention,
    Pile,
    Report,
)
from evaluation.planted.world import (
    LANGUAGES,
    Event,
    Outlet,
    Part,
    Voice,
    fits,
    held,
    indices,
    rules,
    world,
)

OWN: tuple[Construction, ...] = ("according_to", "indirect", "indirect", "direct", "nominal")
WAYS = {"named": 24, "anonymous": 14, "body": 10, "told": 14, "outlet": 14, "outlet's source": 12, "nobody": 12}
DERIVED: dict[Kind, int] = {"copy": 3, "edited copy": 3, "partial copy": 2, "translation": 3, "paraphrase": 2}
LEAST_TRANSLATED = 3  # planted sentences of a report that is worth translating


T = TypeVar("T")


@dataclass
class Draft:
    """A report while it is being made."""

    language: str
    outlet: Outlet
    day: int
    mentions: list[Mention] = field(default_factory=list)
    affiliations: list[tuple[Voice, Voice]] = field(default_factory=list)
    headline: Mention | None = None

    def affirms(self, claim: str) -> bool:
        """Whether it affirms a claim so far."""
        return any(m.claim == claim and m.affirms for m in self.mentions)

    def voices(self, claim: str) -> list[Voice]:
        """The voices that it has for a claim by itself, without another outlet."""
        return [m.voice for m in self.mentions if m.claim == claim and m.affirms and m.voice and not m.outlet]


class Planter:
    """One pile under way."""

    def __init__(self, seed: str, part: Part) -> None:
        self.random = Random(seed)
        self.seed, self.part = seed, part
        made = world()
        self.outlets = self.shuffled(made.outlets)
        self.anonymous = self.shuffled(made.anonymous)
        state = self.random.choice(sorted(made.state))
        barred = made.state - {state}
        self.persons = [p for p in self.shuffled(made.persons) if p.key not in barred]
        self.bodies = [b for b in self.shuffled(made.bodies) if b.own.key not in barred]
        self.background = {language: self.shuffled(indices(language, "filler", part)) for language in LANGUAGES}
        self.events: dict[str, Event] = {}
        self.drafts: list[Draft] = []
        self.outside: dict[str, list[tuple[Outlet, bool]]] = {}  # outlets without a report: whether a voice was told

    def shuffled(self, some: Iterable[T]) -> list[T]:
        """A copy in another order."""
        found = list(some)
        self.random.shuffle(found)
        return found

    def pile(self) -> Pile:
        """The whole pile."""
        size = self.random.randint(4, 14)
        first = max(3, min(9, round(size * self.random.uniform(0.5, 0.85))))
        for _ in range(first):
            language = self.random.choices(LANGUAGES, (3, 2))[0]
            at = next((i for i, o in enumerate(self.outlets) if o.language == language), 0)
            self.drafts.append(Draft(language, self.outlets.pop(at), self.random.randint(60, 90)))
        self.drafts.sort(key=lambda d: d.day)
        self.plant_claims()
        self.drafts = [d for d in self.drafts if d.mentions]
        for draft in self.drafts:
            self.set_headline(draft)
        reports = [self.finished(i, d) for i, d in enumerate(self.drafts)]
        while len(reports) < size:
            derived = self.derived(reports)
            if derived is None:
                break
            reports.append(derived)
        return Pile(self.seed, tuple(reports), self.events)

    def plant_claims(self) -> None:
        """Two or three claims, near misses of some, and who denies, declines or supposes them."""
        made = world()
        for event in self.random.sample(made.events, self.random.randint(1, 3)):
            self.events[event.key] = event
            tellers = self.random.sample(self.drafts, min(len(self.drafts), self.random.randint(2, 6)))
            tellers.sort(key=lambda d: d.day)
            if len(tellers) > 2 and self.random.random() < 0.2:
                self.circle(event, tellers.pop(), tellers.pop())
            for draft in tellers:
                self.tell(event, draft)
                if self.random.random() < 0.25:
                    self.tell(event, draft)
            if self.random.random() < 0.5:
                miss = made.misses[event.key]
                self.events[miss.key] = miss
                for draft in self.random.sample(self.drafts, self.random.randint(1, 2)):
                    self.tell(miss, draft)
            self.answer(event, "denial", 0.6)
            self.answer(event, "refusal", 0.25)
            self.answer(event, "hypothetical", 0.4)

    def template(self, language: str, construction: Construction, event: Event) -> int:
        """A template that the event can fill."""
        return self.random.choice(
            [i for i in indices(language, construction, self.part) if fits(language, construction, i, event)]
        )

    def mention(
        self,
        draft: Draft,
        event: Event,
        construction: Construction,
        voice: Voice | None = None,
        outlet: Outlet | None = None,
    ) -> None:
        """Plant a sentence; a person who speaks again is called by the surname."""
        index = self.template(draft.language, construction, event)
        if not {"voice", "Voice", "de_voice", "a_voice"} & held(draft.language, construction, index):
            voice = None
        again = voice is not None and bool(voice.short) and any(m.voice == voice for m in draft.mentions)
        draft.mentions.append(Mention(event.key, construction, index, voice, outlet, again))

    def tell(self, event: Event, draft: Draft) -> None:
        """Let a report affirm a claim in one way."""
        way = self.random.choices(list(WAYS), list(WAYS.values()))[0]
        own = self.random.choice(OWN)
        if way == "named":
            self.mention(draft, event, own, self.person(event, draft))
        elif way == "anonymous":
            self.mention(draft, event, own, self.described(draft))
        elif way == "body":
            self.mention(draft, event, own, self.spokesman(event, draft))
        elif way == "told":
            self.told(event, draft)
        elif way == "outlet":
            self.mention(draft, event, "outlet_alone", None, self.cited(event, draft, told=False))
        elif way == "outlet's source":
            self.outlets_source(event, draft)
        elif not draft.affirms(event.key):
            self.mention(draft, event, "unsourced")

    def person(self, event: Event, draft: Draft) -> Voice:
        """A named person: one whom another report has for the claim, or a new one."""
        known = [v for d in self.drafts if d is not draft for v in d.voices(event.key) if v.kind == "person"]
        return self.random.choice(known) if known and self.random.random() < 0.35 else self.persons.pop()

    def described(self, draft: Draft) -> Voice:
        """A voice that is described only, each description once a report."""
        used = {m.voice for m in draft.mentions}
        free = [v for v in self.anonymous if v not in used]
        again = [m.voice for d in self.drafts for m in d.mentions if m.voice in free]
        return self.random.choice(again if again and self.random.random() < 0.15 else free)

    def spokesman(self, event: Event, draft: Draft) -> Voice:
        """A body or who speaks for it; where nothing in the name tells for whom, the report says so."""
        known = {v.body for d in self.drafts for v in d.voices(event.key) if v.body is not None}
        bodies = [b for b in self.bodies if b.own.key in known]
        chosen = self.random.choice(bodies if bodies and self.random.random() < 0.6 else self.bodies)
        voice = self.random.choice((chosen.own, *chosen.spokes))
        if not voice.tells_body and all(v != voice for v, _ in draft.affiliations):
            draft.affiliations.append((voice, chosen.own))
        return voice

    def earlier(self, event: Event, draft: Draft) -> list[Draft]:
        """The reports of other outlets that affirm a claim, not later than a report."""
        return [d for d in self.drafts if d is not draft and d.day <= draft.day and d.affirms(event.key)]

    def foreign(self, event: Event) -> Outlet:
        """An outlet that has no report in the pile and that none cites for the claim so far."""
        taken = {o.name for o, _ in self.outside.get(event.key, ())}
        return self.random.choice([o for o in self.outlets[:16] if o.name not in taken])

    def cited(self, event: Event, draft: Draft, told: bool) -> Outlet:
        """The outlet that a report has a claim from: one of the pile, one already cited for it, or another."""
        inside = [d.outlet for d in self.earlier(event, draft)]
        if inside and self.random.random() < 0.6:
            return self.random.choice(inside)
        known = [o for o, passes in self.outside.get(event.key, ()) if passes]
        outlet = self.random.choice(known) if known and self.random.random() < 0.5 else self.foreign(event)
        self.outside.setdefault(event.key, []).append((outlet, told))
        return outlet

    def told(self, event: Event, draft: Draft) -> None:
        """Somebody told an outlet: what that outlet's own report says, or one that has no report here."""
        pairs = [(v, d.outlet) for d in self.earlier(event, draft) for v in d.voices(event.key) if v.kind == "person"]
        if pairs and self.random.random() < 0.6:
            voice, outlet = self.random.choice(pairs)
        else:
            voice, outlet = self.person(event, draft), self.foreign(event)
            self.outside.setdefault(event.key, []).append((outlet, True))
        self.mention(draft, event, "told_outlet", voice, outlet)

    def outlets_source(self, event: Event, draft: Draft) -> None:
        """An outlet has it from a voice that is described only: its own report's, or one that has no report here."""
        used = {m.voice for m in draft.mentions}
        pairs = []
        for other in self.earlier(event, draft):
            own = [v for v in other.voices(event.key) if not v.named]
            pairs += [(v, other.outlet) for v in own if len(own) == 1 and v not in used]
        if pairs and self.random.random() < 0.7:
            voice, outlet = self.random.choice(pairs)
        else:
            voice, outlet = self.described(draft), self.foreign(event)
            self.outside.setdefault(event.key, []).append((outlet, True))
        self.mention(draft, event, "outlet_unnamed", voice, outlet)

    def circle(self, event: Event, one: Draft, other: Draft) -> None:
        """Two reports of one day, each of which has the claim from the other's outlet."""
        one.day = other.day = max(one.day, other.day)
        self.mention(one, event, "outlet_alone", None, other.outlet)
        self.mention(other, event, "outlet_alone", None, one.outlet)

    def answer(self, event: Event, construction: Construction, chance: float) -> None:
        """Let one or two reports deny, decline or suppose a claim."""
        if self.random.random() >= chance:
            return
        for draft in self.random.sample(self.drafts, self.random.randint(1, 2)):
            voice = self.persons.pop() if construction == "hypothetical" else None
            self.mention(draft, event, construction, voice)

    def set_headline(self, draft: Draft) -> None:
        """A title that tells one of the claims that the report affirms."""
        claims = sorted({m.claim for m in draft.mentions if m.affirms})
        if claims and self.random.random() < 0.4:
            claim = self.random.choice(claims)
            draft.headline = Mention(claim, "headline", self.template(draft.language, "headline", self.events[claim]))

    def laid_out(self, language: str, items: Sequence[Item], fillers: int) -> tuple[tuple[Item, ...], ...]:
        """Sentences in paragraphs, with background between them."""
        mixed: list[Item] = list(items)
        for _ in range(fillers):  # no two originals share a sentence of background
            if self.background[language]:
                mixed.insert(self.random.randint(0, len(mixed)), Filler(self.background[language].pop()))
        paragraphs: list[tuple[Item, ...]] = []
        while mixed:
            length = self.random.randint(1, 3)
            paragraphs.append(tuple(mixed[:length]))
            mixed = mixed[length:]
        return tuple(paragraphs)

    def finished(self, number: int, draft: Draft) -> Report:
        """An original report."""
        items: list[Item] = list(draft.mentions)
        for voice, body in draft.affiliations:
            place = next(i for i, item in enumerate(items) if isinstance(item, Mention) and item.voice == voice)
            index = self.random.randrange(len(rules()["affiliation"][draft.language]))
            items.insert(place + 1, Affiliation(voice, body, index))
        paragraphs = self.laid_out(draft.language, items, self.random.randint(2, 4))
        return self.report(
            number, draft.language, draft.outlet, draft.day, "original", None, draft.headline, paragraphs
        )

    def report(
        self,
        number: int,
        language: str,
        outlet: Outlet,
        day: int,
        kind: Kind,
        source: int | None,
        headline: Mention | None,
        paragraphs: tuple[tuple[Item, ...], ...],
    ) -> Report:
        """A report with its title, its line of outlet and date, and its credit."""
        credited = source is not None and kind != "paraphrase" and self.random.random() < 0.5
        return Report(
            number, language, outlet, day, kind, source,
            self.random.choice(indices(language, "credit", self.part)) if credited else None,
            self.random.randrange(len(rules()["titles"][language])),
            self.random.randrange(len(rules()["lines"][language])),
            headline, paragraphs,
        )  # fmt: skip

    def derived(self, reports: Sequence[Report]) -> Report | None:
        """A report made of another one: copied, cut, translated or reworded; `None` where none fits."""
        kinds = [k for k, n in DERIVED.items() for _ in range(n)]
        for kind in self.shuffled(kinds):
            made = {(r.kind, r.source) for r in reports}
            fresh = [r for r in reports if r.kind == "original" and (kind, r.number) not in made]
            sources = [r for r in fresh if self.can_be(kind, r) and self.free_outlets(kind, r)]
            if sources:
                return self.made_of(self.random.choice(sources), kind, len(reports))
        return None

    def can_be(self, kind: Kind, report: Report) -> bool:
        """Whether a report can be copied, translated or reworded."""
        if kind == "paraphrase":
            affirming = [m for m in report.mentions if m.affirms and m.construction != "headline"]
            return bool(affirming) and all(m.voice is not None and m.voice.named and not m.outlet for m in affirming)
        if kind == "translation":
            return sum(m.construction != "headline" for m in report.mentions) >= LEAST_TRANSLATED
        return kind != "partial copy" or len({m.claim for m in report.mentions}) > 1

    def free_outlets(self, kind: Kind, source: Report) -> list[Outlet]:
        """Outlets that no report cites, in the language that a report made of another one is in."""
        return [o for o in self.outlets[16:] if (o.language == source.language) != (kind == "translation")]

    def made_of(self, source: Report, kind: Kind, number: int) -> Report:
        """A report copied, translated or reworded from another one, by an outlet that it does not cite."""
        outlet = self.free_outlets(kind, source)[0]
        language = outlet.language
        self.outlets.remove(outlet)
        day = source.day + self.random.randint(0, 4)
        copied: list[Item] = []
        headline = source.headline
        shift = int(headline is not None)
        place = shift
        for item in (item for p in source.paragraphs for item in p):
            if isinstance(item, Mention):
                copied.append(replace(item, copied=(source.number, place)))
                place += 1
            else:
                copied.append(item)
        headline = replace(headline, copied=(source.number, 0)) if headline is not None else None
        if kind == "copy":
            sizes, paragraphs = [len(p) for p in source.paragraphs], []
            for size in sizes:
                paragraphs.append(tuple(copied[:size]))
                copied = copied[size:]
            return self.report(number, language, outlet, day, kind, source.number, headline, tuple(paragraphs))
        kept: list[Item] = [item for item in copied if not isinstance(item, Filler)]
        if kind == "partial copy":
            claims = sorted({m.claim for m in source.mentions if m.affirms}) or sorted(
                {m.claim for m in source.mentions}
            )
            dropped = self.random.choice(claims) if len({m.claim for m in source.mentions}) > 1 else ""
            kept = [i for i in kept if not (isinstance(i, Mention) and i.claim == dropped)]
            headline = None
        if kind in {"translation", "paraphrase"}:
            kept = [self.turned(item, language, kind) for item in kept]
            headline = None
        if kind == "edited copy":
            kept = copied[:]
            for filler in [i for i in kept if isinstance(i, Filler)][::2]:
                kept.remove(filler)
            headline = None
        paragraphs_ = self.laid_out(language, kept, self.random.randint(1, 3) if kind != "translation" else 0)
        return self.report(number, language, outlet, day, kind, source.number, headline, paragraphs_)

    def turned(self, item: Item, language: str, kind: Kind) -> Item:
        """A sentence by another template of its construction: in the other language, or in other words."""
        if isinstance(item, Affiliation):
            return replace(item, index=self.random.randrange(len(rules()["affiliation"][language])))
        if not isinstance(item, Mention):
            return item
        event = self.events[item.claim]
        wants = item.voice is not None
        free = [
            i
            for i in indices(language, item.construction, self.part)
            if fits(language, item.construction, i, event)
            and (i != item.index or kind == "translation")
            and wants == bool({"voice", "Voice", "de_voice", "a_voice"} & held(language, item.construction, i))
        ]
        turned = replace(item, index=self.random.choice(free))
        return replace(turned, copied=None) if kind == "paraphrase" else turned


def plant(seed: int, part: Part) -> Pile:
    """The pile of a seed, of the templates of one part."""
    return Planter(f"{part} {seed}", part).pile()
