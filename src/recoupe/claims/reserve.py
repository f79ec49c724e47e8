"""What a report itself leaves open of an event that it ascribes to nobody: `reportedly`, `paraît-il`, `is said to have`."""

import functools

from recoupe.attribution.lexicon import lexicon
from recoupe.claims.constructions import led_by
from recoupe.claims.stages import clause_of
from recoupe.languages import language_pack
from recoupe.linguistics import Annotation, Token
from recoupe.model import Span

# what opens a hedge that stands beside a verb; an adjective is no adverb
BESIDE = {"ADV", "ADP", "VERB", "INTJ", "SCONJ"}


def left_open_by_report(annotation: Annotation, token: Token) -> tuple[Span, ...]:
    """The words by which the clause of an event, or what its infinitive hangs on, leaves open whether it was."""
    spans = [*hedging_adverbs(annotation, token), *hedging_verbs(annotation, token)]
    return tuple(sorted(set(spans)))


def hedging_adverbs(annotation: Annotation, token: Token) -> list[Span]:
    """Adverbs and phrases of chance, hearsay and seeming in the clause."""
    adverbs = lexicon(token.language).hedging_adverbs
    longest = longest_adverb(token.language)
    end = annotation.sentences[token.sentence][1]
    found: list[Span] = []
    own = {*clause_of(annotation, token)} | inserted(annotation, token)
    if token.has("VerbForm=Inf") and token.dep.startswith(("xcomp", "ccomp")):
        own |= {*annotation.dependents(token.head, "advmod", "parataxis")}  # (`has reportedly decided to move`)
    for i in sorted(own):
        for length in range(min(longest, end - i), 0, -1):
            words = tuple(t.norm for t in annotation.tokens[i : i + length])
            if words in adverbs and annotation.tokens[i].pos in BESIDE:
                found.append(annotation.span(i, i + length - 1))
                break
    return found


@functools.cache
def longest_adverb(language: str) -> int:
    """The words of the longest adverb or phrase that hedges."""
    return max(map(len, lexicon(language).hedging_adverbs), default=0)


def inserted(annotation: Annotation, token: Token) -> set[int]:
    """The tokens of a short clause set into that of an event (`dit-on`, `paraît-il`)."""
    return {
        k for c in annotation.dependents(token.i, "parataxis") for k in annotation.subtree(c) if abs(k - c) <= 1
    }  # fmt: skip


def hedging_verbs(annotation: Annotation, token: Token) -> list[Span]:
    """A verb or adjective above an event that leaves it open (`is thought to have entered`, `devrait`, `il est probable que`)."""
    pack = language_pack(token.language)
    tokens = annotation.tokens
    own = [tokens[c] for c in annotation.dependents(token.i, "aux")]
    modal = [t for t in own if t.lemma in pack.hedges.modals and (t.has("Mood=Cnd") or not t.has("Mood=Ind"))]
    perfect = any(t.norm in pack.settings.perfect for t in own)
    found = [annotation.span(t.i, t.i) for t in modal if perfect or t.has("Mood=Cnd")]
    lead = led_by(annotation, token)
    above = tokens[lead if lead is not None else token.head]
    if above.i == token.i or not token.dep.startswith(("xcomp", "ccomp", "csubj", "obj")):
        return found
    infinitive = token.has("VerbForm=Inf") or any(t.has("VerbForm=Inf") for t in own)
    passive = bool(annotation.dependents(above.i, "aux:pass"))
    told = above.lemma in pack.hedges.passives and passive and infinitive
    told = told or (above.lemma in pack.hedges.verbs and above.pos in {"VERB", "AUX"} and infinitive)
    told = told or (above.lemma in pack.hedges.modals and above.has("Mood=Cnd") and infinitive)
    said = above.pos == "ADJ" and bool(annotation.dependents(above.i, "cop")) and above.i < token.i
    told = told or (said and above.lemma in pack.hedges.adjectives)
    return [*found, annotation.span(above.i, above.i)] if told else found
