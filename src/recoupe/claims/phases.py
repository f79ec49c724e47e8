"""Planned, imminent, under way, done: the phase of an event, by words around it, then by tense."""

import functools
from collections.abc import Sequence

from recoupe.claims.participants import described, led_by, state_of
from recoupe.languages import LanguagePack, language_pack
from recoupe.linguistics import Annotation, Token
from recoupe.model import Span
from recoupe.model.statements import Phase

CLAUSES = ("conj", "parataxis", "advcl", "acl", "ccomp", "csubj")
NEAR = 3  # tokens between a phrase of phase and its predicate


@functools.cache
def phase_words(language: str) -> dict[tuple[str, ...], Phase]:
    """Words and phrases that tell the phase."""
    events = language_pack(language).events
    found: dict[tuple[str, ...], Phase] = {}
    lists: list[tuple[list[str], Phase]] = [
        (events.imminent, "imminent"),
        (events.planned, "planned"),
        (events.under_way, "under way"),
        (events.done, "done"),
        (events.repeated, "repeated"),
        (events.begun, "under way"),
        (events.ended, "done"),
    ]
    for forms, phase in lists:
        for form in forms:
            found.setdefault(tuple(form.replace("'", "' ").split()), phase)
    return found


def phase_of(
    annotation: Annotation, token: Token, pack: LanguagePack, nominal: bool, lasting: bool
) -> tuple[Phase, tuple[Span, ...]]:
    """Planned, imminent, under way or done, by phase words around the event, then by tense; a noun alone leaves it open.

    nominal: whether the event is told by a noun. lasting: whether events of its class go on while they are told.
    """
    told = told_phase(annotation, token)
    if told is not None:
        return told
    if nominal:
        if state_of(annotation, token) is not None:
            return ("under way" if lasting else "done"), ()  # `is on strike`, `is in custody`
        if presupposed(annotation, token, pack):
            return "done", ()
        if any(ahead(annotation.tokens[c], pack) for c in annotation.dependents(token.i, "cop", "aux")):
            return "planned", ()  # `the next step would be the delivery`
        head = annotation.tokens[token.head]
        happens = token.dep.startswith("nsubj") and {
            head.lemma,
            annotation.tokens[min(head.i + 1, len(annotation.tokens) - 1)].lemma,
        } & {*pack.events.happen, *pack.events.outcomes}
        if not happens:
            return "open", ()
        token = head
    token = shared_tense(annotation, token, pack)
    if token.pos == "ADJ" and not annotation.dependents(token.i, "aux", "cop"):
        if token.dep == "xcomp" and not annotation.dependents(token.i, "nsubj", "obj"):
            return phase_of(annotation, annotation.tokens[token.head], pack, False, lasting)  # `saw it unloaded`
        return "done", ()  # a past form that was read as an adjective (`staff burnt ballots`, `burnt ballots`)
    auxiliaries = ("aux", "cop") if token.pos == "ADJ" else ("aux",)
    group = [annotation.tokens[k] for k in (token.i, *annotation.dependents(token.i, *auxiliaries))]
    if any("Tense=Fut" in t.morph or t.lemma in {"will", "shall"} for t in group):
        return "planned", ()
    if goes_on(token, group, pack):
        return "under way", ()
    finite = [t for t in group if "VerbForm=Fin" in t.morph or t.has("Mood=Cnd")]
    if (to := to_come(annotation, token, group, pack)) is not None:
        return to, ()
    has_auxiliary = any(t.dep.startswith("aux") and t.lemma in {"avoir", "être", "have"} for t in group)
    tensed = any(t.dep == "aux:tense" or (t.dep == "aux" and "Tense=" in t.morph) for t in group)
    if any(t.has("VerbForm=Inf") for t in group) and not tensed:
        marks = language_pack(token.language).settings.purpose_marks
        aimed = any(annotation.tokens[c].norm in marks for c in annotation.dependents(token.i, "mark", "case"))
        return ("planned" if aimed else "open"), ()
    past = has_auxiliary or any("Tense=Past" in t.morph or "Tense=Imp" in t.morph or past_form(t) for t in group)
    if past:
        return "done", ()
    if any(t.has("Mood=Cnd") for t in finite):
        return "planned", ()
    if any("Tense=Pres" in t.morph for t in finite):
        heading = token.sentence in annotation.headings and not lasting
        return ("done" if heading else "under way"), ()  # a heading tells what has happened in the present
    return "open", ()


def ahead(auxiliary: Token, pack: LanguagePack) -> bool:
    """Whether the copula or auxiliary of a noun tells of what is to come."""
    return (
        auxiliary.has("Tense=Fut")
        or auxiliary.has("Mood=Cnd")
        or auxiliary.norm in {*pack.settings.future_in_the_past, "will"}
    )


def goes_on(token: Token, group: Sequence[Token], pack: LanguagePack) -> bool:
    """Whether a progressive form says that the event goes on now, or has until now (`are occupying`, `has been talking`)."""
    if not pack.settings.progressive or token.has("Tense=Past") or not token.norm.endswith(pack.settings.progressive):
        return False
    forms = {t.norm for t in group}
    return not forms.isdisjoint(pack.settings.progressive_with)


def to_come(annotation: Annotation, token: Token, group: Sequence[Token], pack: LanguagePack) -> Phase | None:
    """What an auxiliary of its own says of a bare infinitive: `would close`, `is to be shut` are planned."""
    modal = next((t for t in group if t.norm in pack.settings.future_in_the_past), None)
    if modal is None:
        marked = [annotation.tokens[m].norm for m in annotation.dependents(token.i, "mark")]
        copula = annotation.dependents(token.i, "cop") and not annotation.dependents(token.i, "cop")[0] > token.i
        to = copula and any(m in pack.settings.bare_infinitive_marks for m in marked)
        return "planned" if to else None
    return "done" if any(t.norm in pack.settings.perfect for t in group if t.i > modal.i) else "planned"


def presupposed(annotation: Annotation, noun: Token, pack: LanguagePack) -> bool:
    """Whether an event noun stands where only what has come about stands: denounced, behind `after`, `the toll of`."""
    words = set(pack.events.presupposing)
    case = annotation.dependents(noun.i, "case")
    near = [*case, *(f for c in case for f in annotation.dependents(c, "fixed"))]
    if noun.dep.startswith(("obj", "obl", "nmod", "nsubj:pass", "conj")) and noun.head != noun.i:
        near.append(noun.head)
    if any(annotation.tokens[k].lemma in words for k in near):
        return True
    ended = annotation.dependents(noun.i, "acl", "amod")
    came_about = {*pack.events.happen, *pack.events.outcomes}
    return any(described(annotation, t) and t.lemma in came_about for t in (annotation.tokens[k] for k in ended))


def shared_tense(annotation: Annotation, token: Token, pack: LanguagePack) -> Token:
    """The verb whose auxiliaries a participle in a row shares (`ont été vidés puis incendiés`), else the verb itself."""
    head = annotation.tokens[token.head]
    endings = tuple(pack.events.participles)
    participle = token.has("VerbForm=Part") or not endings or token.norm.rstrip("s").endswith(endings)
    bare = not annotation.dependents(token.i, "aux", "nsubj", "cop") and token.norm.rstrip("s") != head.lemma
    if token.dep == "conj" and bare and participle and annotation.dependents(head.i, "aux"):
        return head
    return token


def past_form(token: Token) -> bool:
    """Whether a verb read as present has a form that no present has, where the language shows it (`burnt`)."""
    if not language_pack(token.language).settings.bare_present or "Tense=Pres" not in token.morph:
        return False
    return "VerbForm=Fin" in token.morph and token.norm != token.lemma and not token.norm.endswith(("s", "'m", "'re"))


def told_phase(annotation: Annotation, token: Token) -> tuple[Phase, tuple[Span, ...]] | None:
    """The phase that words say: a phrase right before the predicate, or a word that governs it or depends on it."""
    words = phase_words(token.language)
    longest = max(len(w) for w in words)
    start = annotation.sentences[token.sentence][0]
    for first in range(max(start, token.i - longest - NEAR), token.i):
        for length in range(longest, 1, -1):
            stop = first + length
            if stop <= token.i <= stop + NEAR and phrase_at(annotation, first, length) in words:
                return words[phrase_at(annotation, first, length)], (annotation.span(first, stop - 1),)
    above = led_by(annotation, token)
    governed = [above] if above is not None else list(annotation.ancestors(token.i))[:2]
    below = [c for c in annotation.children[token.i] if not annotation.tokens[c].dep.startswith(CLAUSES)]
    for i in sorted((*below, *governed)):
        single = words.get((annotation.tokens[i].lemma,))
        if single is not None and not annotation.tokens[i].dep.startswith(("nsubj", "obl")):
            return single, (annotation.span(i, i),)
    return None


def phrase_at(annotation: Annotation, first: int, length: int) -> tuple[str, ...]:
    """Words at a token as the packs write phrases: a verb that opens them in its infinitive."""
    tokens = annotation.tokens[first : first + length]
    opening = tokens[0].lemma if tokens[0].pos in {"VERB", "AUX"} else tokens[0].norm
    return (opening, *(plain_preposition(t) for t in tokens[1:]))


def plain_preposition(token: Token) -> str:
    """A word's plain form; a contracted or elided preposition stands for the preposition."""
    return token.lemma if token.pos == "ADP" else token.norm
