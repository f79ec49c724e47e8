"""What corrections say a statement does, how firmly it is told, and whether it only supposes something."""

from collections.abc import Mapping
from dataclasses import dataclass

from msgspec import structs

from recoupe.corrections.ledger import Ledger, Wish
from recoupe.corrections.statements import Found
from recoupe.errors import CorrectionLost
from recoupe.model.attributions import Firmness
from recoupe.model.corrections import SetFirmness, SetRealis, SetStance
from recoupe.model.statements import Realis, Stance, Statement

SAYING_NO: dict[Stance, Firmness] = {"denies": "denial", "refuses": "refusal"}


@dataclass(frozen=True)
class Restating:
    """Looks up the statements that corrections speak of."""

    found: Found

    def statement(self, id_: str) -> Statement:
        """A statement by its id."""
        return next(s for s in self.found.statements if s.id == id_)

    def stance(self, correction: SetStance) -> Wish[SetStance, Stance]:
        """The statement whose stance a correction sets."""
        id_ = self.found.statement(correction.at)
        if self.statement(id_).stance == correction.stance:
            raise CorrectionLost("nothing to do: the reports show the same already")
        return Wish(correction, frozenset({id_}), correction.stance)

    def firmness(self, correction: SetFirmness) -> Wish[SetFirmness, Firmness]:
        """The statement whose firmness a correction sets."""
        id_ = self.found.statement(correction.at)
        if self.statement(id_).firmness == correction.firmness:
            raise CorrectionLost("nothing to do: the reports show the same already")
        return Wish(correction, frozenset({id_}), correction.firmness)

    def realis(self, correction: SetRealis) -> Wish[SetRealis, Realis]:
        """The statement of which a correction says whether it only supposes something."""
        id_ = self.found.statement(correction.at)
        if self.statement(id_).realis == correction.realis:
            raise CorrectionLost("nothing to do: the reports show the same already")
        return Wish(correction, frozenset({id_}), correction.realis)


def restated(found: Found, ledger: Ledger) -> Mapping[str, Statement]:
    """The statements that corrections change, by their ids, as they are then; stances come before firmness."""
    changed: dict[str, Statement] = {}
    for stance in ledger.wishes(SetStance, Restating(found).stance):
        for id_ in map(str, stance.keys):
            changed[id_] = of_stance(Restating(found).statement(id_), stance.value)
            words = changed[id_].spans[0].text
            ledger.apply(stance.correction, f"the statement “{words}” {stance.value}")
    for realis in ledger.wishes(SetRealis, Restating(found).realis):
        for id_ in map(str, realis.keys):
            before = changed.get(id_) or Restating(found).statement(id_)
            changed[id_] = structs.replace(before, realis=realis.value)
            told = "only supposes something" if realis.value == "hypothetical" else "tells of something"
            ledger.apply(realis.correction, f"the statement “{before.spans[0].text}” {told}")
    for firm in ledger.wishes(SetFirmness, Restating(found).firmness):
        for id_ in map(str, firm.keys):
            before = changed.get(id_) or Restating(found).statement(id_)
            if before.stance in SAYING_NO:
                ledger.refuse(firm.correction, "the statement at these words denies or declines; set its stance first")
                continue
            changed[id_] = of_firmness(before, firm.value)
            told = "with reserve" if firm.value == "hedged" else "without reserve"
            ledger.apply(firm.correction, f"the statement “{before.spans[0].text}” is told {told}")
    return changed


def of_stance(statement: Statement, stance: Stance) -> Statement:
    """A statement with another stance, and the firmness that goes with it."""
    own = "flat" if statement.firmness in SAYING_NO.values() else statement.firmness
    return structs.replace(
        statement,
        stance=stance,
        firmness=SAYING_NO.get(stance, own),
        realis="actual" if stance == "denies" else statement.realis,
        polarity="positive" if stance == "denies" else statement.polarity,
    )


def of_firmness(statement: Statement, firmness: Firmness) -> Statement:
    """A statement told with or without reserve; one without has no words that show any."""
    hedged = firmness == "hedged"
    return structs.replace(
        statement,
        firmness=firmness,
        voice_firmness=statement.voice_firmness if hedged else "flat",
        report_firmness="hedged" if hedged else "flat",
        triggers=statement.triggers if hedged else (),
    )
