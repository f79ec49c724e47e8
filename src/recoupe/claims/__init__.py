"""Claims: statements of all reports, grouped where they say the same; denials, threads, variants."""

from recoupe.claims.drafts import DraftClaim
from recoupe.claims.grouping import Grouped, group
from recoupe.claims.statements import Drafted, statements_of

__all__ = ["DraftClaim", "Drafted", "Grouped", "group", "statements_of"]
