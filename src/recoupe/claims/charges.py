"""What a report tells against who says no to accusations, claims or a story without naming what they say."""

from collections.abc import Callable, Collection, Sequence

from recoupe.claims.told import Text
from recoupe.languages import shared_pack


class Charges:
    """Finds in a report what is told against somebody; `affirms` tells which events they affirm themselves."""

    def __init__(self, text: Text, affirms: Callable[[int], bool]) -> None:
        self.text = text
        self.affirms = affirms

    def against(self, parties: Collection[str], sentence: int, nearest: Sequence[int]) -> list[int]:
        """What the sentences before tell against somebody, where it is rather that than what stands nearest; else nothing.

        parties: who says no and for whom. What nobody does without being blamed comes before what others merely say of them;
        that comes before what the report itself tells of anybody.
        """
        if not parties or any(self.lays(e, parties) for e in nearest):
            return []
        return (
            self.last(sentence, lambda e: self.wrong(e) and self.does(e, parties))
            or self.last(sentence, lambda e: self.charged(e) and self.does(e, parties))
            or self.last(sentence, lambda e: self.charged(e) and self.takes_part(e, parties))
            or self.last(sentence, lambda e: self.wrong(e) and self.by_another(e, parties))
        )

    def pointed_at(self, words: tuple[int, int], nearest: Sequence[int]) -> bool:
        """Whether a noun of what is said points at what somebody says right before it (`these accusations`)."""
        tokens = self.text.tokens[words[0] : words[1] + 1]
        return any(t.has("PronType=Dem") for t in tokens) and any(map(self.charged, nearest))

    def last(self, sentence: int, held: Callable[[int], bool]) -> list[int]:
        """The events of the nearest sentence before another that has some for which a condition holds."""
        for k in range(sentence - 1, -1, -1):
            region = range(*self.text.annotation.sentences[k])
            events = sorted({*self.text.top(region), *(e for e in region if self.state(e))})
            events = [e for e in events if not self.text.asked(e) and not self.affirms(e) and held(e)]
            if events:
                return events
        return []

    def state(self, k: int) -> bool:
        """Whether a token is a verb of a class of states that somebody is said to be in or to bring about."""
        found = self.text.events.get(k)
        if found is None or found.nominal or not found.polarity or self.text.describes(k):
            return False
        return shared_pack().event_classes.classes[found.class_].state and self.charged(k)

    def lays(self, event: int, parties: Collection[str]) -> bool:
        """Whether an event tells of somebody what they are blamed for, or what others say or suppose of them."""
        return (self.wrong(event) or self.charged(event)) and self.does(event, parties)

    def wrong(self, event: int) -> bool:
        """Whether nobody does such a thing to anybody or anything without being blamed for it (not `hid in a barn`)."""
        found = self.text.events[event]
        return found.class_ in shared_pack().event_classes.wrongs and not found.fillers.keys() <= {"agent", "place"}

    def charged(self, event: int) -> bool:
        """Whether an event is told on somebody's word, or as what is only said."""
        around = [
            a for a in self.text.around(event) if a.firmness not in {"denial", "refusal"} and not self.text.asks(a)
        ]
        return bool(around) or self.text.hedged(event)

    def does(self, event: int, parties: Collection[str]) -> bool:
        """Whether one of some actors does what is told, or those who do it are theirs (`executives at X`)."""
        agent = self.text.events[event].fillers.get("agent")
        return agent is not None and not self.named(agent, parties).isdisjoint(parties)

    def takes_part(self, event: int, parties: Collection[str]) -> bool:
        """Whether one of some actors takes part in what is told."""
        return any(a in parties for _, a in self.text.events[event].fillers.values())

    def by_another(self, event: int, parties: Collection[str]) -> bool:
        """Whether somebody known does what is told, and not to one of some actors."""
        agent = self.text.events[event].fillers.get("agent")
        return agent is not None and agent[1] is not None and not self.takes_part(event, parties)

    def named(self, filler: tuple[int, str | None], parties: Collection[str]) -> set[str | None]:
        """Who fills a role, with those named inside the noun phrase that fills it."""
        head, actor = filler
        return {actor, *(self.text.actors.get(k) for k in self.text.annotation.subtree(head))} & {*parties}
