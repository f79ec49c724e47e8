"""The public contract (schema 1) as frozen structures; no input, no output, no spaCy.

Every structure here is a part of the JSON that `recoupe report --format json` prints, with the same names. Spans count
Unicode code points, end excluded, into the text of their document.
"""

from recoupe.model.actors import Actor, ActorType, Anonymity
from recoupe.model.attributions import Attribution, Evidence, Firmness, Kind, VoiceFirmness
from recoupe.model.claims import (
    Claim,
    ClaimDenial,
    ClaimEvidence,
    Evolution,
    Origins,
    Relation,
    Thread,
    ThreadStep,
    Untied,
    Variant,
    VariantValue,
    Voice,
)
from recoupe.model.corrections import CorrectionOutcome, Corrections, Ruling
from recoupe.model.documents import AgencyCredit, Bounds, Document, OutletCredit, Passage
from recoupe.model.dossier import Dossier, Limit, Note, SummarySentence, TimelineEntry
from recoupe.model.reuse import Base, Difference, Reuse, ReuseMember, Utterance, UtteranceMember
from recoupe.model.spans import Span, identifier
from recoupe.model.statements import Answer, ChainLink, Event, Participant, Statement, Value

__all__ = [
    "Actor",
    "ActorType",
    "AgencyCredit",
    "Anonymity",
    "Answer",
    "Attribution",
    "Base",
    "Bounds",
    "ChainLink",
    "Claim",
    "ClaimDenial",
    "ClaimEvidence",
    "CorrectionOutcome",
    "Corrections",
    "Difference",
    "Document",
    "Dossier",
    "Event",
    "Evidence",
    "Evolution",
    "Firmness",
    "Kind",
    "Limit",
    "Note",
    "Origins",
    "OutletCredit",
    "Participant",
    "Passage",
    "Relation",
    "Reuse",
    "ReuseMember",
    "Ruling",
    "Span",
    "Statement",
    "SummarySentence",
    "Thread",
    "ThreadStep",
    "TimelineEntry",
    "Untied",
    "Utterance",
    "UtteranceMember",
    "Value",
    "Variant",
    "VariantValue",
    "Voice",
    "VoiceFirmness",
    "identifier",
]
