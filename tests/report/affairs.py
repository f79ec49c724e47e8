"""A small made-up affair, written down as a dossier by hand: what the page has to show, in few words."""

import hashlib

from recoupe.model import (
    Actor,
    Anonymity,
    Answer,
    Attribution,
    Bounds,
    ChainLink,
    Claim,
    ClaimDenial,
    ClaimEvidence,
    CorrectionOutcome,
    Difference,
    Document,
    Dossier,
    Event,
    Evolution,
    Limit,
    Note,
    Origins,
    OutletCredit,
    Relation,
    Reuse,
    ReuseMember,
    Span,
    Statement,
    Thread,
    ThreadStep,
    TimelineEntry,
    Utterance,
    UtteranceMember,
    Variant,
    VariantValue,
    Voice,
)
from recoupe.model.claims import EvidencePart

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)> javascript:alert(1) \u202ereversed\u202c"
FIRST = (
    "Deux employés ont dit à Orle Matin que Sorvalex aurait vendu douze pompes.\r\n"
    f"« Rien n'a été vendu », a répondu Anna Dorval. {HOSTILE}\r\n"
)
SECOND = "Sorvalex aurait vendu dix pompes, selon Orle Matin. Sorvalex allait vendre des pompes."


def document(id_: str, name: str, text: str, **more: object) -> Document:
    """A report in French."""
    return Document(id_, name, hashlib.sha256(id_.encode()).hexdigest(), text, True, "fr", **more)  # type: ignore[arg-type]


DOCUMENTS = (
    document(
        "doc-1",
        "un <b onload=x>\u202etxt.exe",
        FIRST,
        outlet=OutletCredit("actor-orle", "header", None),
        published=Bounds("2025-03-01", "2025-03-01", "header"),
        own_text=1.0,
    ),
    document("doc-2", "deux.txt", SECOND, published=Bounds("2025-03-02", None, "text", (), ("doc-1",)), own_text=0.41),
)


def words(number: int, text: str) -> Span:
    """The first place of words in a report."""
    own = DOCUMENTS[number - 1]
    start = own.text.index(text)
    return own.span(start, start + len(text))


def statement(id_: str, number: int, text: str, voice: str, chain: tuple[ChainLink, ...], **more: object) -> Statement:
    """A statement in one span."""
    given: dict[str, object] = {
        "stance": "affirms",
        "answers": (),
        "polarity": "positive",
        "realis": "actual",
        "phase": "done",
        "firmness": "hedged",
        "voice_firmness": "flat",
        "report_firmness": "hedged",
        "triggers": (),
        **more,
    }
    span = words(number, text)
    return Statement(
        id_, f"doc-{number}", (span,), None, voice, chain, event=Event("transfer", span), **given  # type: ignore[arg-type]
    )  # fmt: skip


def report(number: int, basis: str = "stated") -> ChainLink:
    """The last link of a chain."""
    return ChainLink(None, f"doc-{number}", "report", basis)  # type: ignore[arg-type]


SOLD, TEN, PLAN, NOTHING = "Sorvalex aurait vendu douze pompes", "Sorvalex aurait vendu dix pompes", (
    "Sorvalex allait vendre des pompes"
), "Rien n'a été vendu"  # fmt: skip
STATEMENTS = (
    statement(
        "st-1", 1, SOLD, "voice-two",
        (ChainLink("actor-two", None, "origin", "stated", words(1, "Deux employés")),
         ChainLink("actor-orle", None, "relay", "stated", words(1, "à Orle Matin")), report(1)),
        triggers=(words(1, "aurait"),),
    ),
    statement(
        "st-2", 2, TEN, "voice-none",
        (ChainLink(None, None, "origin", "unknown"),
         ChainLink("actor-orle", None, "relay", "stated", words(2, "Orle Matin")), report(2, "inferred")),
    ),
    statement(
        "st-3", 1, NOTHING, "voice-anna",
        (ChainLink("actor-anna", None, "origin", "stated", words(1, "Anna Dorval")), report(1)),
        stance="denies", firmness="denial", answers=(Answer("claim-sold", "full"),),
    ),
    statement("st-4", 2, PLAN, "voice-none", (ChainLink(None, None, "origin", "unknown"), report(2)), phase="planned"),
)  # fmt: skip
SOLD_CLAIM = Claim(
    "claim-sold", "thread-1", words(1, SOLD), ("doc-1", "doc-2"), ("st-1", "st-2"),
    (ClaimDenial("voice-anna", ("st-3",), ("doc-1",), ("doc-2",)),), (), (),
    Origins(
        1, 2, False, True, ("voice-two", "voice-none"), (("voice-two",), ("voice-none",)), (("voice-two", "voice-none"),),
        (Relation("voice-anna", "voice-two", "same", "Anna Dorval speaks for Sorvalex", (words(1, "Anna Dorval"),)),),
    ),
    (Variant("count", (VariantValue("10.0 pompe", (words(2, "dix"),)), VariantValue("12.0 pompe", (words(1, "douze"),)))),),
    ("date", "place"),
    (
        Evolution("figure", "st-1", "st-2", (words(1, "douze"), words(2, "dix"))),
        Evolution("conditional lost", "st-1", "st-2", (words(1, "aurait"),)),
    ),
    (ClaimEvidence("st-1", "st-2", 3.0, (EvidencePart("event class transfer", 2.0), EvidencePart("same agent", 1.0))),),
)  # fmt: skip
PLAN_CLAIM = Claim(
    "claim-plan", "thread-1", words(2, PLAN), ("doc-2",), ("st-4",), (), (), (),
    Origins(1, 1, False, True, ("voice-none",), (("voice-none",),), (("voice-none",),), ()),
)  # fmt: skip


def affair() -> Dossier:
    """Two reports, a claim with a denial, a plan of the same thread."""
    return Dossier(
        schema=1,
        recoupe="0",
        options={"pipeline.fr": "fr_other", "pipeline.en": None},
        corrections=(CorrectionOutcome("c1", False, "no such claim"),),
        documents=DOCUMENTS,
        actors=(
            Actor("actor-orle", "Orle Matin", "outlet"),
            Actor("actor-two", "Deux employés", "group", Anonymity(2, None, None, (words(1, "Deux employés"),))),
            Actor("actor-anna", f"Anna Dorval {HOSTILE}", "person"),
        ),
        attributions=(
            Attribution(
                "at-1", "doc-1", words(1, "Deux employés"), "actor-two", words(1, "ont dit"), (words(1, SOLD),),
                "indirect", "hedged", "flat", "hedged", (), words(1, "à Orle Matin"),
            ),
        ),
        statements=STATEMENTS,
        voices=(
            Voice("voice-two", "actor-two", True, False, None, 2),
            Voice("voice-none", None, False, False),
            Voice("voice-anna", "actor-anna", True, True, None, 1),
        ),
        claims=(SOLD_CLAIM, PLAN_CLAIM),
        threads=(
            Thread(
                "thread-1",
                ("claim-plan", "claim-sold"),
                (ThreadStep("claim-plan", "doc-2"), ThreadStep("claim-sold", "doc-1"), ThreadStep("claim-sold", "doc-2")),
            ),
        ),
        utterances=(
            Utterance(
                "utterance-1", "actor-two", "same_utterance", False,
                (UtteranceMember((words(1, SOLD),), "at-1"), UtteranceMember((words(2, TEN),), None)),
                (Difference("altered", (words(1, "douze"), words(2, "dix"))),),
            ),
        ),
        reuse=(
            Reuse("reuse-1", "near_copy", (ReuseMember(words(1, SOLD)), ReuseMember(words(2, TEN), 0, "order", True))),
        ),
        timeline=(
            TimelineEntry("told", "2025-03-01", "2025-03-01", None, None, "doc-1"),
            TimelineEntry("told", "2025-03-02", None, None, None, "doc-2"),
            TimelineEntry("happened", "2025-02-01", "2025-02-28", "claim-sold", "st-1", None, (words(1, SOLD),)),
            TimelineEntry("happened", "XXXX-02", None, "claim-sold", "st-2", None, (words(2, TEN),)),
        ),
        notes=(Note("plural voice", "Deux employés: nothing shows how many; it may be one person", ("claim-sold",)),),
        limits=(
            Limit("cut off", "deux.txt: the text stops in the middle of a sentence", "doc-2"),
            Limit("unreadable", f"{HOSTILE}: the file is empty; give one with text"),
        ),
        summary=(),
    )  # fmt: skip
