"""What reports tell that was not, where nobody tells that it was: a fact of its own (`38 gardes n'ont pas été assurées`).

Who denies what they are said to have done answers somebody, heard or not; who tells that something did not happen to others, or
was not there, tells a fact that other reports can tell too, and that others can deny.
"""

from collections.abc import Container, Sequence
from dataclasses import replace

from msgspec import structs

from recoupe.claims.answer_routes import general_truth
from recoupe.claims.drafted import Drafted
from recoupe.claims.found import OTHER
from recoupe.claims.profiles import Profile


def negative_facts(items: Sequence[Drafted], profiles: Sequence[Profile], answering: Container[int]) -> list[int]:
    """The places of statements that tell such a fact. answering: those that deny what a claim tells."""
    return [i for i, d in enumerate(items) if i not in answering and tells_fact(d, profiles[i])]


def tells_fact(drafted: Drafted, own: Profile) -> bool:
    """Whether a statement tells that an event was not, as a fact: by a verb that is negated itself, of no deed of its speaker."""
    statement = drafted.statement
    if (statement.stance, statement.polarity, statement.realis) != ("denies", "negative", "actual"):
        return False
    if (
        statement.firmness in {"denial", "refusal"}
        or drafted.takes_up is not None
        or drafted.implied
        or drafted.corrected
    ):
        return False
    if drafted.found.nominal or drafted.found.class_ == OTHER or drafted.found.refuses or general_truth(drafted):
        return False
    return own.speaker is None or own.speaker not in own.actors.values()


def told_as_facts(items: Sequence[Drafted], places: Container[int]) -> list[Drafted]:
    """The statements, those at some places as affirming that an event was not."""
    return [
        replace(d, statement=structs.replace(d.statement, stance="affirms")) if i in places else d
        for i, d in enumerate(items)
    ]
