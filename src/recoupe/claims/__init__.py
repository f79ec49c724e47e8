"""Claims: statements of all reports, grouped where they say the same; denials, threads, variants, changes, order."""

from recoupe.claims.chronology import dated
from recoupe.claims.clashes import Clash, clashes
from recoupe.claims.corrected import corrected
from recoupe.claims.drafted import Drafted
from recoupe.claims.drafts import DraftClaim
from recoupe.claims.evolution import evolved, timeline
from recoupe.claims.grouping import Grouped, group
from recoupe.claims.incompatible import incompatible
from recoupe.claims.statements import statements_of

__all__ = [
    "Clash",
    "DraftClaim",
    "Drafted",
    "Grouped",
    "clashes",
    "corrected",
    "dated",
    "evolved",
    "group",
    "incompatible",
    "statements_of",
    "timeline",
]
