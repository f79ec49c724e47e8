"""Small made-up piles of reports, written down as what the earlier stages hand over."""

from recoupe.claims.drafts import DraftClaim
from recoupe.model import (
    Actor,
    Anonymity,
    Attribution,
    Bounds,
    Claim,
    Document,
    Event,
    OutletCredit,
    Reuse,
    ReuseMember,
    Span,
    Statement,
    Utterance,
    UtteranceMember,
)
from recoupe.provenance import Traced, trace

WIDTH = 100  # code points of a line of a made-up report
LEAD = "what the harbour heard today, as our desk has it".ljust(WIDTH) + "\n"
CLAIM = "claim-0"


class Affair:
    """A pile under construction: every statement stands on a line of its own, `who: what`."""

    def __init__(self):
        self.documents, self.actors, self.attributions, self.relays = {}, {}, {}, {}
        self.statements, self.places, self.utterances, self.reuse = {}, {}, [], []

    def actor(
        self, id_, type_="person", institution=None, root=None, count=None, anonymous=False, whose=None, name=None
    ):
        anonymity = Anonymity(count, whose) if anonymous else None
        self.actors[id_] = Actor(id_, name or id_.title(), type_, anonymity, institution, root)
        return id_

    def people(self, *ids):
        """Named persons who are their own root."""
        for id_ in ids:
            self.actor(id_, root=id_)

    def report(self, id_, outlet=None, date=None, after=()):
        credit = OutletCredit(self.actor(outlet, "outlet", root=outlet), "header", None) if outlet else None
        published = Bounds(date, date, "header", (), tuple(after)) if date or after else None
        self.documents[id_] = Document(id_, id_, "", LEAD, True, "fr", outlet=credit, published=published)
        return id_

    def words(self, document, text):
        """A line with the words at the end of a report."""
        own = self.documents[document]
        start = len(own.text)
        grown = {f: getattr(own, f) for f in own.__struct_fields__} | {"text": own.text + text.ljust(WIDTH) + "\n"}
        self.documents[document] = Document(**grown)
        return Span(document, start, start + len(text), text)

    def says(self, document, actor, within=None, relay=None, text="it was so"):
        """An attribution without a statement."""
        id_ = f"at-{len(self.attributions)}"
        source = self.words(document, str(actor))
        content = self.words(document, text)
        passed = self.words(document, relay) if relay else None
        if relay:
            self.relays[id_] = relay
        self.attributions[id_] = Attribution(
            id_, document, source, actor, None, (content,), "indirect", "flat", "flat", "flat", (), passed, within
        )
        return id_

    def states(
        self, document, actor=None, stance="affirms", within=None, relay=None, text="it was so", claim=CLAIM, by=None
    ):
        """A statement to a claim: `affirms`, `denies`, `refuses`, `supposes`; by an actor, an attribution or nobody."""
        attribution = by or (self.says(document, actor, within, relay, text) if actor else None)
        span = self.attributions[attribution].content[0] if attribution else self.words(document, text)
        id_ = f"st-{len(self.statements):03}"
        self.statements[id_] = Statement(
            id_, document, (span,), attribution, "", (), "affirms" if stance == "supposes" else stance, (), "positive",
            "hypothetical" if stance == "supposes" else "actual", "done", "flat", "flat", "flat", (), Event(None, span),
        )  # fmt: skip
        self.places.setdefault(claim, {}).setdefault(stance, []).append(id_)
        return id_

    def copies(self, kind="copy", *statements):
        """A passage that holds all from the top of each report to the statement, the words of its source included."""
        ends = [self.statements[s].spans[0] for s in statements]
        members = tuple(ReuseMember(Span(e.document, 0, e.end, self.documents[e.document].text[: e.end])) for e in ends)
        self.reuse.append(Reuse(f"reuse-{len(self.reuse)}", kind, members))

    def quotes(self, *attributions, relation="same_utterance"):
        members = tuple(UtteranceMember(self.attributions[a].content, a) for a in attributions)
        self.utterances.append(Utterance(f"utterance-{len(self.utterances)}", None, relation, True, members))

    def traced(self, turned=False) -> Traced:
        drafts = [
            DraftClaim(
                claim, "thread", self.statements[(own.get("affirms") or [min(self.statements)])[0]].spans[0],
                *(tuple(own.get(s, ())) for s in ("affirms", "denies", "refuses", "supposes")),
            )
            for claim, own in self.places.items()
        ]  # fmt: skip

        def order(values):
            return list(reversed(list(values))) if turned else list(values)

        return trace(
            order(self.documents.values()), order(self.actors.values()), order(self.attributions.values()), self.relays,
            order(self.statements.values()), order(drafts), order(self.utterances), order(self.reuse),
        )  # fmt: skip

    def claim(self, id_=CLAIM) -> Claim:
        return next(c for c in self.traced().claims if c.id == id_)

    def span(self):
        """min and max."""
        origins = self.claim().origins
        return origins.min, origins.max

    def notes(self):
        return [n.code for n in self.traced().notes]
