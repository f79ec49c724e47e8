"""What became of a user's corrections."""

from msgspec import Struct


class CorrectionOutcome(Struct, frozen=True):
    """A correction that was asked for; applied or not, and why."""

    id: str
    applied: bool
    reason: str
