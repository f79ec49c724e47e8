"""How far voice and report commit to a content, with the words that show it."""

from dataclasses import dataclass

from recoupe.attribution.contents import infinitival
from recoupe.attribution.draft import Draft, Range, Reading
from recoupe.attribution.lexicon import words_of
from recoupe.attribution.syntax import VERBAL, clause, is_passive
from recoupe.linguistics.negatives import given_up
from recoupe.model import Firmness, VoiceFirmness


@dataclass(frozen=True)
class Judgement:
    """The guide's firmness, the two scales and the trigger words (code points)."""

    firmness: Firmness
    voice: VoiceFirmness
    report: VoiceFirmness
    triggers: tuple[Range, ...]


def hides(reading: Reading, draft: Draft) -> bool:
    """Whether a cue is of a verb that says by its negation (`ne cache pas que`, `makes no secret of`)."""
    if draft.cue_token is None:
        return False
    hiding = reading.lexicon(draft.cue_token).pack.settings.hiding
    return reading.tokens[draft.cue_token].lemma in hiding


def dissents(reading: Reading, draft: Draft) -> bool:
    """Whether a cue is of a verb whose negation says no (`does not accept that`)."""
    if draft.cue_token is None:
        return False
    return reading.tokens[draft.cue_token].lemma in reading.lexicon(draft.cue_token).pack.settings.assenting


def taken_back(reading: Reading, draft: Draft) -> bool:
    """Whether words before a verb of denial take it back (`a cessé de nier`)."""
    return draft.cue_token is not None and given_up(reading.annotation, draft.cue_token)


def judge(reading: Reading, draft: Draft) -> Judgement:
    """Firmness of an attribution, from its cue first, then from its content's main clause."""
    cue = (draft.cue,) if draft.cue else ()
    if draft.negated and dissents(reading, draft):
        return Judgement("denial", "flat", "flat", cue)
    kept_back = draft.negated and draft.speech in {"neutral", "assertive", "evidence"} and not hides(reading, draft)
    if draft.speech == "refusal" or kept_back:
        return Judgement("refusal", "unknown", "unknown", cue)
    if draft.speech == "denial" and not draft.negated and not taken_back(reading, draft):
        return Judgement("denial", "flat", "flat", cue)
    if draft.charged:
        return Judgement("hedged", "unknown", "hedged", cue)
    if draft.hedged_by:
        return Judgement("hedged", "unknown", "hedged", tuple(draft.hedged_by))
    head = main_head(reading, draft) if draft.head is not None else content_head(reading, draft)
    if head is None:
        return Judgement("flat", "flat", "flat", ())
    conditional = journalistic_conditional(reading, draft, head)
    words = hedges_in_clause(reading, draft, head)
    inside_quotation = reading.quotation_at(reading.tokens[head].start) is not None
    if conditional and not inside_quotation:
        return Judgement("hedged", "hedged" if words else "unknown", "hedged", tuple(sorted({*conditional, *words})))
    if words:
        return Judgement("hedged", "hedged", "flat", tuple(words))
    distance: VoiceFirmness = "hedged" if draft.commitment == "distant" else "flat"
    return Judgement("flat", "flat", distance, cue if distance == "hedged" else ())


def main_head(reading: Reading, draft: Draft) -> int | None:
    """The head of a content; of an auxiliary its verb, and that above a relative clause on which the parse hangs the cue."""
    head, tokens = draft.head, reading.tokens
    if (
        head is not None
        and tokens[head].dep.startswith(("aux", "cop"))
        and draft.covers(tokens[tokens[head].head].start)
    ):
        head = tokens[head].head
    while head is not None and tokens[head].dep.startswith("acl:relcl"):
        above = [k for k in reading.annotation.ancestors(head) if tokens[k].pos in VERBAL or tokens[k].head == k]
        if not above or not draft.covers(tokens[above[0]].start):
            break
        head = above[0]
    return head


def content_head(reading: Reading, draft: Draft) -> int | None:
    """The first token of the content whose head lies outside it."""
    inside = [t for span in sorted(draft.content) for t in reading.between(*span) if t.pos != "PUNCT"]
    indices = {t.i for t in inside}
    return next((t.i for t in inside if t.head not in indices or t.head == t.i), None)


def group(reading: Reading, head: int) -> list[int]:
    """A verb with its auxiliaries and copula, and the verbs coordinated with it."""
    annotation = reading.annotation
    heads = [head, *(c for c in annotation.dependents(head, "conj") if reading.tokens[c].pos in VERBAL)]
    return [k for h in heads for k in (h, *annotation.dependents(h, "aux", "cop"))]


def journalistic_conditional(reading: Reading, draft: Draft, head: int) -> list[Range]:
    """Conditionals that leave the content open: not hypothesis, not the future in the past, not politeness.

    After a past-tense cue a simple conditional is the future seen from then (`a dit qu'il viendrait`); a compound one
    (`a dit qu'il serait venu`) or one without such a cue (`selon X, Y viendrait`) is the report's reserve.
    """
    tokens = reading.tokens
    settings = reading.lexicon(head).pack.settings
    if not settings.journalistic_conditional:
        return []
    found = []
    members = group(reading, head)
    for k in members:
        token = tokens[k]
        if not token.has("Mood=Cnd") or hypothetical(reading, head):
            continue
        compound = token.pos == "AUX" and token.dep.startswith("aux") and not token.dep.startswith("aux:pass")
        if (
            not compound
            and past_cue(reading, draft)
            and "modal" not in token.dep
            and token.lemma not in modals(reading, k)
        ):
            continue
        found.append((token.start, token.end))
    return found


def modals(reading: Reading, i: int) -> set[str]:
    """Lemmas of modal verbs."""
    return set(reading.lexicon(i).pack.hedges.modals)


def past_cue(reading: Reading, draft: Draft) -> bool:
    """Whether a reporting verb in the past governs the content as a clause."""
    if draft.mechanism == "noun:clause":
        return True  # `l'annonce que l'usine fermerait`: seen from when it was announced
    if draft.cue_token is None or draft.according or not draft.mechanism.startswith("verb:clause"):
        return False
    members = [draft.cue_token, *reading.annotation.dependents(draft.cue_token, "aux")]
    return any(reading.tokens[k].has("Tense=Past") or reading.tokens[k].has("Tense=Imp") for k in members)


def hypothetical(reading: Reading, head: int) -> bool:
    """Whether a condition or a generic subject (`tout transfert`) makes the conditional one of hypothesis."""
    annotation, tokens = reading.annotation, reading.tokens
    words = set(reading.lexicon(head).pack.settings.conditional_hypothesis)
    first, last = clause(annotation, head)
    for c in annotation.dependents(head, "nsubj"):
        if any(tokens[d].norm in words for d in annotation.dependents(c, "det", "amod")):
            return True
    return any(
        tokens[k].norm in words and tokens[k].dep.startswith("mark") and first <= tokens[k].head < last
        for k in range(first, last)
    )


def held_to_be(reading: Reading, verb: int) -> bool:
    """Whether a passive leaves open what its infinitive tells: `are reported to have died`, `est réputé avoir fui`."""
    annotation, tokens = reading.annotation, reading.tokens
    pack = reading.lexicon(verb).pack
    if tokens[verb].lemma not in pack.hedges.passives or not is_passive(annotation, verb):
        return False
    if verb + 1 < len(tokens) and tokens[verb + 1].norm in pack.settings.infinitive_marks:
        return True
    return any(infinitival(reading, c) for c in annotation.dependents(verb, "xcomp", "ccomp") if c > verb)


def adverb_before_verb(reading: Reading, draft: Draft) -> set[int]:
    """The token right before a content's first finite verb, wherever the parse hung it (`Dan Roe allegedly knocked`)."""
    inside = [t.i for span in draft.content for t in reading.between(*span)]
    verb = next((i for i in inside if reading.tokens[i].pos in VERBAL and reading.tokens[i].has("VerbForm=Fin")), None)
    return {verb - 1} if verb is not None and verb - 1 in inside and reading.tokens[verb - 1].pos == "ADV" else set()


def hedges_in_clause(reading: Reading, draft: Draft, head: int) -> list[Range]:
    """Modals, hedging adverbs, adjectives and verbs that bear on the content's main clause."""
    annotation, tokens = reading.annotation, reading.tokens
    pack = reading.lexicon(head).pack.hedges
    found: list[Range] = []
    for k in group(reading, head):
        token = tokens[k]
        settings = reading.lexicon(k).pack.settings
        negated = any(tokens[c].has("Polarity=Neg") for c in annotation.dependents(head, "advmod") if c > k)
        weak = token.has("Mood=Cnd") or not (settings.journalistic_conditional or negated)  # `couldn't breathe`
        if token.lemma in pack.modals and weak and not hypothetical(reading, head):
            found.append((token.start, token.end))
        if (token.lemma in pack.verbs and token.pos in VERBAL) or held_to_be(reading, k):
            found.append((token.start, token.end))
    adverbs = {words_of(a) for a in pack.adverbs}
    longest = max((len(a) for a in adverbs), default=0)
    beside = adverb_before_verb(reading, draft)
    for child in sorted({head, *beside, *annotation.dependents(head, "advmod", "obl", "amod", "parataxis", "aux")}):
        for length in range(1, longest + 1):
            words = tuple(t.norm for t in tokens[child : child + length])
            if words in adverbs and draft.covers(tokens[child].start):
                found.append((tokens[child].start, tokens[child + length - 1].end))
    adjectives = set(pack.adjectives)
    if draft.nominal or tokens[head].pos in {"NOUN", "PROPN"}:
        for child in annotation.dependents(head, "amod"):
            if tokens[child].lemma in adjectives:
                found.append((tokens[child].start, tokens[child].end))
    return sorted(set(found))
