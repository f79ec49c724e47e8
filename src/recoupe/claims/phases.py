"""Planned, imminent, under way, done: the phase of an event, by words around it, then by tense."""

import functools
from collections.abc import Sequence

from recoupe.claims.constructions import case_of, described, led_by, opened, state_of, takes_place
from recoupe.claims.found import AHEAD
from recoupe.claims.misread import misread_tense
from recoupe.claims.participants import Aside
from recoupe.claims.perceived import perceived
from recoupe.claims.polarity import polarity_of
from recoupe.claims.realis import along_with, said_there
from recoupe.claims.stages import adverbial, first_of_row, goes_on_still, governed, how_often, of_noun
from recoupe.languages import LanguagePack, language_pack, shared_pack
from recoupe.linguistics import Annotation, Token
from recoupe.model import Span
from recoupe.model.statements import Phase

NOTHING = Aside()
CLAUSES = ("conj", "parataxis", "advcl", "acl", "ccomp", "csubj")
NEAR = 3  # tokens between a phrase of phase and its predicate
STEPS = 4  # of the parse from a date to the event that it dates
COMPLEMENTS = ("xcomp", "ccomp", "advcl", "obj", "obl", "csubj")


@functools.cache
def phase_words(language: str) -> dict[tuple[str, ...], Phase]:
    """Words and phrases that tell the phase."""
    stages = language_pack(language).stages
    found: dict[tuple[str, ...], Phase] = {}
    lists: list[tuple[list[str], Phase]] = [
        (stages.imminent, "imminent"),
        (stages.planned, "planned"),
        (stages.under_way, "under way"),
        (stages.done, "done"),
        (stages.repeated, "repeated"),
        (stages.begun, "under way"),
        (stages.ended, "done"),
    ]
    for forms, phase in lists:
        for form in forms:
            found.setdefault(tuple(form.replace("'", "' ").split()), phase)
    return found


@functools.cache
def lengths(language: str) -> dict[str, list[int]]:
    """How many words the phrases that tell the phase have, by the word that opens them, the most first."""
    found: dict[str, set[int]] = {}
    for words in phase_words(language):
        if len(words) > 1:
            found.setdefault(words[0], set()).add(len(words))
    return {opening: sorted(own, reverse=True) for opening, own in found.items()}


@functools.cache
def longest(language: str) -> int:
    """How many words the longest of them has."""
    return max(map(len, phase_words(language)))


def phase_of(
    annotation: Annotation, token: Token, pack: LanguagePack, nominal: bool, class_: str = "", aside: Aside = NOTHING
) -> tuple[Phase, tuple[Span, ...]]:
    """Planned, imminent, under way or done, by phase words around the event, then by tense; a noun alone leaves it open.

    nominal: whether the event is told by a noun. class_: its class, "" where that does not matter. aside: the dates
    of its report, by which what is told in the present or by a noun lies ahead.
    """
    if not nominal and (later := told_later(annotation, token, pack)) is not None:
        return phase_of(annotation, later, pack, False)[0], ()
    told = staged(annotation, token, pack, nominal) or told_phase(annotation, token)
    phase, spans = told or (untold_phase(annotation, token, pack, nominal, class_, aside), ())
    said = around(annotation, token, phase, nominal)
    return (said[0], (*spans, said[1])) if said is not None else (phase, spans)


def staged(
    annotation: Annotation, token: Token, pack: LanguagePack, nominal: bool
) -> tuple[Phase, tuple[Span, ...]] | None:
    """The phase of an event by the word that governs it or, where a noun tells it, is said of it."""
    said = of_noun(annotation, token) if nominal else governed(annotation, token)
    if said is None or said.stage == "not told":
        return None
    span = (annotation.span(said.first, said.last),)
    if said.stage in {"planned", "imminent", "repeated"}:
        return said.stage, span
    if said.first != said.last or annotation.tokens[said.last].pos not in {"VERB", "NOUN", "ADJ", "AUX"}:
        return "under way", span
    above = annotation.tokens[said.last]
    own = phase_of(annotation, above, pack, above.pos == "NOUN")[0]
    if said.stage == "achieved" or (said.stage == "going on" and own == "done" and to_an_end(annotation, above)):
        return own, span
    if said.stage == "ended":
        ends = own not in AHEAD and polarity_of(annotation, above, pack)[0]
        return ("done" if ends else "under way"), span
    return (own if own in AHEAD else "under way"), span


def to_an_end(annotation: Annotation, verb: Token) -> bool:
    """Whether what hangs on a verb tells until when it went on (`the fire raged until dawn`)."""
    until = language_pack(verb.language).events.until
    marks = (m for c in annotation.children[verb.i] for m in annotation.dependents(c, "mark", "case"))
    return any({annotation.tokens[m].norm, annotation.tokens[m].lemma} & {*until} for m in marks)


def around(annotation: Annotation, token: Token, phase: Phase, nominal: bool) -> tuple[Phase, Span] | None:
    """The phase that adverbs tell of an event whose phase is told otherwise: near, ahead, of more than one time."""
    often = how_often(annotation, token)
    settings = language_pack(token.language).settings
    would = any(annotation.tokens[c].norm in settings.future_in_the_past for c in annotation.dependents(token.i, "aux"))
    open_ = phase == "open" and (nominal or token.has("VerbForm=Inf"))
    if often is not None and (phase in {"done", "under way"} or open_ or (phase == "planned" and would)):
        return "repeated", annotation.span(often.first, often.last)
    for said in adverbial(annotation, token):
        span = annotation.span(said.first, said.last)
        if said.stage == "imminent" and phase in {"under way", "planned", "open"}:
            return "imminent", span
        if said.stage == "planned" and (phase == "under way" or (phase == "open" and nominal)):
            return "planned", span
    return None


def untold_phase(
    annotation: Annotation, token: Token, pack: LanguagePack, nominal: bool, class_: str, aside: Aside
) -> Phase:
    """The phase of an event that no words tell, by its form."""
    traits = shared_pack().event_classes.classes.get(class_)
    lasting = traits is not None and (traits.state or traits.lasting)
    if nominal:
        return noun_phase(annotation, token, pack, class_, lasting, aside)
    seen = perceived(annotation, token)
    if seen is not None:
        verb = annotation.tokens[seen[0]]
        shown = verb.lemma in pack.events.showing
        return "done" if shown else phase_of(annotation, verb, pack, False)[0]  # `saw the wagons being unloaded`
    token = shared_tense(annotation, token, pack)
    if (tense := misread_tense(annotation, token)) is not None:
        if tense == "future":
            return "planned"
        return "done" if token.sentence in annotation.headings and not lasting else "under way"
    if token.pos == "ADJ" and not annotation.dependents(token.i, "aux", "cop"):
        if token.dep == "xcomp" and not annotation.dependents(token.i, "nsubj", "obj"):
            return phase_of(annotation, annotation.tokens[token.head], pack, False, class_)[0]  # `saw it unloaded`
        return "done"  # a past form that was read as an adjective (`staff burnt ballots`, `burnt ballots`)
    auxiliaries = ("aux", "cop") if token.pos == "ADJ" else ("aux",)
    group = [annotation.tokens[k] for k in (token.i, *annotation.dependents(token.i, *auxiliaries))]
    if any("Tense=Fut" in t.morph or t.norm in pack.settings.future for t in group):
        return "planned"
    if goes_on(token, group, pack):
        return "planned" if by_date(annotation, token, aside) == "planned" else "under way"
    finite = [t for t in group if "VerbForm=Fin" in t.morph or t.has("Mood=Cnd")]
    if (to := to_come(annotation, token, group, pack)) is not None:
        return to
    if goes_on_still(annotation, token) and lasts(token, group, pack):
        return "under way"
    has_auxiliary = any(t.dep.startswith("aux") and t.lemma in {"avoir", "être", "have"} for t in group)
    tensed = any(t.dep in {"aux:tense", "aux", "aux:caus"} and "Tense=" in t.morph for t in group)
    tensed = tensed or any(t.dep == "aux:tense" for t in group)
    tensed = tensed or any(t.dep == "aux" and t.norm in pack.settings.perfect for t in group)  # `may have been hit`
    if any(t.has("VerbForm=Inf") for t in group) and not tensed:
        return infinitive_phase(annotation, token, pack)
    if not finite and not has_auxiliary and along_with(first := first_of_row(annotation, token)):
        above = annotation.tokens[first.head]
        marks = annotation.dependents(token.i, "mark", "case")
        if above.pos == "VERB" and all(m > above.i or annotation.tokens[m].norm in pack.settings.gerund for m in marks):
            return phase_of(annotation, above, pack, False)[0]
    state = traits is not None and traits.state
    if told_before(annotation, token, group) and not state and not since_when(annotation, token, pack):
        return "planned"
    if lasting and not tensed and any(t.dep.startswith("aux:pass") and t.has("Mood=Cnd") for t in group):
        return "under way"  # `les missiles seraient utilisés`; but `le pont serait détruit` tells what has been done
    past = has_auxiliary or any("Tense=Past" in t.morph or "Tense=Imp" in t.morph or past_form(t) for t in group)
    past = past or past_by_subject(annotation, token)
    if past:
        return "done"
    if any(t.has("Mood=Cnd") for t in finite):
        going_on = lasting or since_when(annotation, token, pack)
        return "under way" if going_on else "planned"  # `le navire serait en mer`, `l'usine fermerait`
    if any("Tense=Pres" in t.morph for t in finite):
        if by_date(annotation, token, aside) == "planned":
            return "planned"
        heading = token.sentence in annotation.headings and not lasting
        done = heading or says_so(annotation, token, class_)
        return "done" if done else "under way"  # a heading tells what has happened in the present
    return "open"


def told_before(annotation: Annotation, token: Token, group: Sequence[Token]) -> bool:
    """Whether somebody said in the past what would be (`a promis qu'une enquête serait ouverte`), by its conditional."""
    above = annotation.tokens[token.head]
    own = (*group, *(annotation.tokens[c] for c in annotation.dependents(token.i, "cop")))
    simple = any(t.has("Mood=Cnd") and not t.dep.startswith("aux:tense") for t in own)
    auxiliaries = [annotation.tokens[a] for a in annotation.dependents(above.i, "aux")]
    past = any("Tense=Past" in t.morph or "Tense=Imp" in t.morph for t in (above, *auxiliaries))
    return simple and token.dep.startswith("ccomp") and above.pos == "VERB" and past


def since_when(annotation: Annotation, token: Token, pack: LanguagePack) -> bool:
    """Whether a verb has beside it a time from which it goes on (`livrerait depuis mars`)."""
    cases = [k for c in annotation.dependents(token.i, "obl", "advmod") for k in (c, *annotation.dependents(c, "case"))]
    return any(annotation.tokens[k].norm in pack.stages.since for k in cases)


def noun_phase(
    annotation: Annotation, token: Token, pack: LanguagePack, class_: str, lasting: bool, aside: Aside
) -> Phase:
    """The phase of an event noun, by where it stands, its own date and what governs it; else it is open."""
    if state_of(annotation, token) is not None:
        return "under way" if lasting else "done"  # `is on strike`, `is in custody`
    if presupposed(annotation, token, pack):
        return "open" if lasting else "done"
    if any(ahead(annotation.tokens[c], pack) for c in annotation.dependents(token.i, "cop", "aux")):
        return "planned"  # `the next step would be the delivery`
    dated = by_date(annotation, token, aside)
    if dated is not None and not (lasting and dated == "done"):
        return dated
    head = annotation.tokens[token.head]
    if token.dep.startswith("nsubj") and head.i != token.i:
        behind = annotation.tokens[min(head.i + 1, len(annotation.tokens) - 1)]
        outcome = {head.lemma, behind.lemma} & {*pack.events.outcomes, *pack.events.realising}
        if outcome or takes_place(annotation, head):
            return phase_of(annotation, head, pack, False)[0]
        if lasting and head.pos == "VERB":
            return phase_of(annotation, head, pack, False, class_)[0]  # `the occupation entered its fourth day`
    if head.pos == "VERB" and token.dep.startswith(("obj", "obl")):
        if head.lemma in pack.events.realising and not with_noun(annotation, head, token, pack):
            return phase_of(annotation, head, pack, False)[0]
        governing = phase_of(annotation, head, pack, False)[0]
        if case_of(annotation, token.i) in pack.events.along and governing in AHEAD:
            return governing  # `will close its plant with the loss of 400 jobs`
    return "open"


def with_noun(annotation: Annotation, verb: Token, token: Token, pack: LanguagePack) -> bool:
    """Whether a light verb makes one predicate with another noun than one that hangs on it (`faire état | de N`)."""
    nouns = pack.events.light.get(verb.lemma, ())
    return any(annotation.tokens[c].lemma in nouns for c in annotation.children[verb.i] if c != token.i)


def infinitive_phase(annotation: Annotation, token: Token, pack: LanguagePack) -> Phase:
    """The phase of an infinitive: a purpose is planned; what was seen, caused or achieved is as its verb is."""
    marks = annotation.dependents(token.i, "mark", "case")
    if any(annotation.tokens[c].norm in pack.settings.purpose_marks for c in marks):
        above = annotation.tokens[token.head]
        return phase_of(annotation, above, pack, False)[0] if said_there(annotation, token, pack) else "planned"
    lead = led_by(annotation, token)
    first = token
    while first.dep.startswith("conj") and annotation.tokens[first.head].has("VerbForm=Inf"):
        first = annotation.tokens[first.head]
    above = annotation.tokens[lead if lead is not None else first.head]
    if above.i == first.i:
        heading = token.sentence in annotation.headings and bool(marks)
        return "planned" if heading else "open"  # `Group to close plant`
    if bare_heading(annotation, first, above):
        return "planned"  # `Group to close plant`
    if lead is None and not first.dep.startswith(COMPLEMENTS):
        return "open"
    if above.lemma in pack.hedges.passives and annotation.dependents(above.i, "aux:pass"):
        return "under way"  # `is said to own the ship`
    if (
        above.lemma in pack.calendar.leading
        and above.lemma not in pack.events.obliging
        and simply_told(annotation, above)
    ):
        return "planned"
    if above.lemma in pack.events.realising:
        return phase_of(annotation, above, pack, False)[0]
    if above.lemma in pack.events.obliging:
        return "done" if finished(annotation, above) else "planned"
    return "open"


def told_later(annotation: Annotation, infinitive: Token, pack: LanguagePack) -> Token | None:
    """The verb before which something is said to have come in time (`a attendu deux jours avant de prévenir la mairie`)."""
    if not infinitive.has("VerbForm=Inf"):
        return None
    first = min(annotation.dependents(infinitive.i, "mark", "case"), default=infinitive.i)
    marks = annotation.tokens[max(0, first - 1) : infinitive.i]
    if not any(t.norm in pack.events.preceding for t in marks):
        return None
    above = annotation.tokens[infinitive.head]
    while above.pos not in {"VERB", "AUX"} and above.head != above.i:
        above = annotation.tokens[above.head]
    return above if above.pos in {"VERB", "AUX"} and above.i != infinitive.i else None


def bare_heading(annotation: Annotation, infinitive: Token, above: Token) -> bool:
    """Whether a heading tells by a noun and an infinitive behind its mark what is to come."""
    if infinitive.sentence not in annotation.headings or above.pos not in {"NOUN", "PROPN"} or above.dep != "root":
        return False
    bare = language_pack(infinitive.language).settings.bare_infinitive_marks
    return any(annotation.tokens[c].norm in bare for c in annotation.dependents(infinitive.i, "mark"))


def finished(annotation: Annotation, verb: Token) -> bool:
    """Whether a verb stands in a finished past that is no supposition (`a dû`, `had to`, not `devait`, `aurait dû`)."""
    group = [annotation.tokens[k] for k in (verb.i, *annotation.dependents(verb.i, "aux"))]
    if any(t.has("Mood=Cnd") or "Tense=Fut" in t.morph or t.dep == "aux" for t in group):
        return False
    compound = any(t.dep == "aux:tense" for t in group)
    return compound or ("VerbForm=Fin" in verb.morph and verb.has("Tense=Past"))


def simply_told(annotation: Annotation, verb: Token) -> bool:
    """Whether a verb stands in the plain present or imperfect (`vont`, `allait`)."""
    return (verb.has("Tense=Pres") or verb.has("Tense=Imp")) and not annotation.dependents(verb.i, "aux")


def says_so(annotation: Annotation, token: Token, class_: str) -> bool:
    """Whether somebody does a thing by saying it of themselves (`je démissionne`)."""
    pronouns = language_pack(token.language).function_words.pronouns
    speaks = any(
        pronouns.get(annotation.tokens[c].norm) == "first" and annotation.tokens[c].has("Number=Sing")
        for c in annotation.dependents(token.i, "nsubj")
    )
    return speaks and class_ in shared_pack().event_classes.performed


def by_date(annotation: Annotation, token: Token, aside: Aside) -> Phase | None:
    """Whether the date that an event stands beside lies after its report (planned) or before it (done)."""
    published = annotation.document.published
    if published is None or not aside.days:
        return None
    until = language_pack(token.language).events.until
    found: set[Phase] = set()
    for node in annotation.subtree(token.i):
        if node not in aside.days or steps(annotation, node, token.i) > STEPS or case_of(annotation, node) in until:
            continue
        low, high = aside.days[node]
        if published.not_after is not None and low > published.not_after[:10]:
            found.add("planned")
        elif published.not_before is not None and high < published.not_before[:10]:
            found.add("done")
    return found.pop() if len(found) == 1 else None


def steps(annotation: Annotation, node: int, top: int) -> int:
    """The steps of the parse from a token up to another; many where another clause lies between."""
    count = 0
    while node != top:
        clause = annotation.tokens[node].dep.startswith(("acl:relcl", "advcl", "parataxis", "conj", "ccomp"))
        if clause or annotation.tokens[node].head == node:
            return STEPS + 1
        node = annotation.tokens[node].head
        count += 1
    return count


def ahead(auxiliary: Token, pack: LanguagePack) -> bool:
    """Whether the copula or auxiliary of a noun tells of what is to come."""
    return (
        auxiliary.has("Tense=Fut")
        or auxiliary.has("Mood=Cnd")
        or auxiliary.norm in {*pack.settings.future_in_the_past, *pack.settings.future}
    )


def goes_on(token: Token, group: Sequence[Token], pack: LanguagePack) -> bool:
    """Whether a progressive form says that the event goes on now, or has until now (`are occupying`, `has been talking`)."""
    if not pack.settings.progressive:
        return False
    forms = {t.norm for t in group}
    passive = any(t.dep.startswith("aux:pass") and t.norm.endswith(pack.settings.progressive) for t in group)
    if not passive and (token.has("Tense=Past") or not token.norm.endswith(pack.settings.progressive)):
        return False  # (`is being tested`)
    return not forms.isdisjoint(pack.settings.progressive_with)


def lasts(token: Token, group: Sequence[Token], pack: LanguagePack) -> bool:
    """Whether a past form tells of what lasted then (`were pumping`, `négociaient`)."""
    if any(t.has("Tense=Imp") for t in group):
        return not any(t.dep == "aux:tense" for t in group)
    return bool(pack.settings.progressive) and token.norm.endswith(pack.settings.progressive) and len(group) > 1


def to_come(annotation: Annotation, token: Token, group: Sequence[Token], pack: LanguagePack) -> Phase | None:
    """What an auxiliary of its own says of a bare infinitive: `would close`, `is to be shut` are planned."""
    modal = next((t for t in group if t.norm in pack.settings.future_in_the_past), None)
    if modal is None:
        marked = [annotation.tokens[m].norm for m in annotation.dependents(token.i, "mark")]
        copula = annotation.dependents(token.i, "cop") and not annotation.dependents(token.i, "cop")[0] > token.i
        to = copula and any(m in pack.settings.bare_infinitive_marks for m in marked)
        return "planned" if to or bound_to(annotation, token, pack) else None
    return "done" if any(t.norm in pack.settings.perfect for t in group if t.i > modal.i) else "planned"


def bound_to(annotation: Annotation, token: Token, pack: LanguagePack) -> bool:
    """Whether a finite auxiliary stands right before the mark of an infinitive (`are to be released`)."""
    auxiliaries = {
        k for k in annotation.dependents(token.i, "aux", "cop") if "VerbForm=Fin" in annotation.tokens[k].morph
    }
    marks = [m for m in annotation.dependents(token.i, "mark") if m - 1 in auxiliaries]
    return any(annotation.tokens[m].norm in pack.settings.bare_infinitive_marks for m in marks)


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


def past_by_subject(annotation: Annotation, verb: Token) -> bool:
    """Whether a verb whose past is its lemma has one subject that a present would agree with (`the firm let it run`)."""
    same = language_pack(verb.language).settings.same_past
    if verb.norm not in same or verb.norm != verb.lemma or annotation.dependents(verb.i, "aux"):
        return False
    subjects = [annotation.tokens[c] for c in annotation.dependents(verb.i, "nsubj") if c < verb.i]
    one = [t for t in subjects if t.has("Number=Sing") and not annotation.dependents(t.i, "conj")]
    return bool(one) and len(one) == len(subjects) and all(t.pos in {"NOUN", "PROPN"} or third(t) for t in one)


def third(token: Token) -> bool:
    """Whether a pronoun is of the third person."""
    return token.pos == "PRON" and token.has("Person=3")


def told_phase(annotation: Annotation, token: Token) -> tuple[Phase, tuple[Span, ...]] | None:
    """The phase that words say: a phrase right before the predicate, or a word that governs it or depends on it."""
    words, opening = phase_words(token.language), lengths(token.language)
    start = annotation.sentences[token.sentence][0]
    for first in range(max(start, token.i - longest(token.language) - NEAR), token.i):
        for length in opening.get(opening_word(annotation.tokens[first]), ()):
            stop = first + length
            if not stop <= token.i <= stop + NEAR:
                continue
            phrase = phrase_at(annotation, first, length)
            if phrase in words and opens_verb(annotation, stop - 1, token):
                return words[phrase], (annotation.span(first, stop - 1),)
    above = led_by(annotation, token)
    levels = 1 if opened(annotation, token) else 2  # what governs its verb of saying says nothing of its phase
    governed = [above] if above is not None else list(annotation.ancestors(token.i))[:levels]
    if past_by_itself(annotation, token):
        governed = []  # (`it began when the brigade shelled the market`, `one had to wait to hear that X left`)
    below = [c for c in annotation.children[token.i] if not annotation.tokens[c].dep.startswith(CLAUSES)]
    for i in sorted((*below, *governed)):
        single = words.get((annotation.tokens[i].lemma,))
        if single is None or annotation.tokens[i].dep.startswith(("nsubj", "obl")):
            continue
        if single in AHEAD and token.dep == "nsubj" and i == token.head:
            continue  # (`the fire counted six sacks`: who counts on something is not counted on)
        if i in below and annotation.tokens[i].dep.startswith("obj"):
            continue  # (`handed over the plans`)
        if single == "done" and i in below and now(annotation, token):
            continue  # (`is already circulating`, `exporte déjà`)
        return single, (annotation.span(i, i),)
    return None


def now(annotation: Annotation, token: Token) -> bool:
    """Whether a verb tells by its own form of what goes on now."""
    auxiliaries = [annotation.tokens[k] for k in annotation.dependents(token.i, "aux")]
    pack = language_pack(token.language)
    plain = not auxiliaries and token.has("Tense=Pres") and token.has("VerbForm=Fin")
    return token.pos == "VERB" and (plain or goes_on(token, (token, *auxiliaries), pack))


def past_by_itself(annotation: Annotation, token: Token) -> bool:
    """Whether a verb has its own subject and tells the past by its own form: no word above its clause says its phase."""
    if not annotation.dependents(token.i, "nsubj") or not token.dep.startswith(CLAUSES) or token.dep.startswith("conj"):
        return False
    perfect = language_pack(token.language).settings.perfect
    group = [annotation.tokens[k] for k in annotation.dependents(token.i, "aux")]
    if any("Tense=Fut" in t.morph or t.has("VerbForm=Inf") for t in group):
        return False
    return any(t.dep == "aux:tense" or t.norm in perfect for t in group) or token.has("Tense=Past")


def opens_verb(annotation: Annotation, last: int, token: Token) -> bool:
    """Whether a phrase whose last word brings an infinitive brings that of a predicate (`proposed to`, no `elected` aide)."""
    marks = language_pack(token.language).settings.bare_infinitive_marks
    return annotation.tokens[last].norm not in marks or not token.dep.startswith(("amod", "acl"))


def phrase_at(annotation: Annotation, first: int, length: int) -> tuple[str, ...]:
    """Words at a token as the packs write phrases: a verb that opens them in its infinitive."""
    tokens = annotation.tokens[first : first + length]
    return (opening_word(tokens[0]), *(plain_preposition(t) for t in tokens[1:]))


def opening_word(token: Token) -> str:
    """A word as it opens a phrase of the packs."""
    return token.lemma if token.pos in {"VERB", "AUX"} else token.norm


def plain_preposition(token: Token) -> str:
    """A word's plain form; a contracted or elided preposition stands for the preposition."""
    return token.lemma if token.pos == "ADP" else token.norm
