"""Where a content ends: what hangs on the cue, goes on its story or resumes the clause around it stays outside."""

from recoupe.attribution.coordination import joined_to, joint, tense_of
from recoupe.attribution.cues import VerbCue, can_speak
from recoupe.attribution.draft import Reading
from recoupe.attribution.openings import DASHES
from recoupe.attribution.syntax import VERBAL, clause, is_finite, is_gerund, verb_group

NEXT = 6  # tokens of a coordinated cue's group
CLAUSE_MARKS = {",", ";", ":", "–", "—", "-", "("}


def clause_end(reading: Reading, verb: int, start: int) -> int:
    """Where a clause that begins at a token ends: at what hangs on the cue or above it behind a comma or conjunction."""
    annotation, tokens = reading.annotation, reading.tokens
    _, sentence_end = annotation.sentences[tokens[verb].sentence]
    for i in range(start + 1, sentence_end):
        token = tokens[i]
        if token.text == ";" and reading.quotation_at(token.start) is None:
            return i
        if speaks_next(reading, verb, start, i):
            return before_marks(reading, annotation.subtree(i)[0], start)
        if (joint := next_cue(reading, verb, start, i)) is not None:
            return before_marks(reading, joint, start)
        if resumes(reading, verb, start, i):
            own = [annotation.subtree(c)[0] for c in annotation.dependents(i, "nsubj") if start < c < i]
            return before_marks(reading, min([verb_group(annotation, i)[0], *own]), start)
        if start <= token.head < sentence_end or not token.dep.startswith(("conj", "advcl", "parataxis")):
            continue
        if not leaves(reading, verb, start, i):
            continue
        first = annotation.subtree(i)[0]
        conjunction = first + (tokens[first].pos == "PUNCT")
        marks = reading.lexicon(verb).pack.settings.complementisers
        if tokens[conjunction].pos == "CCONJ" and tokens[conjunction + 1].norm in marks:
            continue  # `et que`: a second clause of the same content
        if closes_dashes(reading, start, first) and not annotation.dependents(i, "nsubj"):
            continue  # `que la vente – qui a choqué – | est illégale`
        joint = any(tokens[k].pos == "CCONJ" or tokens[k].text in CLAUSE_MARKS for k in (first, first - 1))
        if first > start + 1 and joint and reading.quotation_at(tokens[first].start) is None:
            return before_marks(reading, first, start)
    return sentence_end


def closes_dashes(reading: Reading, start: int, first: int) -> bool:
    """Whether a stretch begins at or behind a dash that closes what another one opened since a token."""
    dash = next((i for i in (first, first - 1) if reading.tokens[i].text in DASHES), None)
    return dash is not None and sum(t.text in DASHES for t in reading.tokens[start:dash]) % 2 == 1


def before_gloss(reading: Reading, start: int, last: int) -> int:
    """The end of a content without the report's own gloss at its close (`to Tasmeria, a small state on the Melkir Sea`).

    A gloss is an apposition with an indefinite article behind a comma that runs to the content's end.
    """
    annotation, tokens = reading.annotation, reading.tokens
    for i in range(last - 2, start + 1, -1):
        if tokens[i].text != "," or reading.quotation_at(tokens[i].start) is not None:
            continue
        opens = tokens[i + 1].has("Definite=Ind") and tokens[i + 1].pos == "DET"
        noun = tokens[i + 1].head
        if opens and tokens[noun].dep.startswith("appos") and start <= tokens[noun].head < i:
            inside = annotation.subtree(tokens[noun].head)
            if inside[-1] + 2 >= last:
                return i
    return last


def before_marks(reading: Reading, last: int, start: int) -> int:
    """The end of a content without the marks and conjunctions that close it."""
    while last > start and reading.tokens[last - 1].pos in {"PUNCT", "CCONJ"}:
        last -= 1
    return last


def next_cue(reading: Reading, verb: int, start: int, i: int) -> int | None:
    """The conjunction at a token behind which a reporting verb shares the cue's subject (`had died | but denied that`)."""
    tokens = reading.tokens
    if tokens[i].pos != "CCONJ" and tokens[i].norm not in reading.lexicon(i).pack.settings.contrasts:
        return None
    stop = min(reading.annotation.sentences[tokens[i].sentence][1], i + 1 + NEXT)
    following = next((k for k in range(i + 1, stop) if joint(reading, k) == i and joined_to(reading, k) == verb), None)
    return i if following is not None and i > start + 1 else None


def speaks_next(reading: Reading, verb: int, start: int, i: int) -> bool:
    """Whether a coordinated reporting verb goes on the cue's story though the parse joins it to what is said.

    Either it has a speaker of its own (`said they agreed and the union accused`), or it has none and stands in the cue's
    tense where the content is in another (`said it would leave and suggested`).
    """
    annotation, tokens = reading.annotation, reading.tokens
    token = tokens[i]
    if token.pos != "VERB" or not token.dep.startswith("conj") or not start <= token.head < i:
        return False
    if token.lemma not in reading.lexicon(i).verbs or not is_finite(annotation, i):
        return False
    first = annotation.subtree(i)[0]
    if reading.quotation_at(token.start) is not None or tokens[first].pos != "CCONJ":
        return False
    marks = reading.lexicon(verb).pack.settings.complementisers
    if tokens[first + 1].norm in marks or tokens[first + 2].norm in marks:
        return False
    own = [c for c in annotation.dependents(i, "nsubj") if c < i]
    if own:
        return tokens[own[0]].pos in {"NOUN", "PROPN"} and can_speak(reading, own[0])
    if tokens[first].norm in reading.lexicon(verb).pack.settings.contrasts and not token.has("VerbForm=Part"):
        return True  # `confirmed that the plant had closed but would not say why`
    told = tense_of(annotation, i)
    if told == tense_of(annotation, verb) and i + 1 < len(tokens) and tokens[i + 1].norm in marks:
        return True
    return told == tense_of(annotation, verb) and told != tense_of(annotation, token.head)


def resumes(reading: Reading, verb: int, start: int, i: int) -> bool:
    """Whether a token is the verb of the clause around a cue's own (`X, qui affirme avoir payé, a été entendu`)."""
    annotation, tokens = reading.annotation, reading.tokens
    above = list(annotation.ancestors(verb))
    if tokens[i].pos not in VERBAL or i not in above or not is_finite(annotation, i):
        return False
    inside = any(tokens[k].dep.startswith("acl") for k in (verb, *above[: above.index(i)]))
    if not inside and tokens[verb].pos != "NOUN":
        return False
    before = tokens[start : verb_group(annotation, i)[0]]
    return any(t.pos in VERBAL and not t.dep.startswith(("aux", "cop")) for t in before)


def leaves(reading: Reading, verb: int, start: int, i: int) -> bool:
    """Whether a clause that the parse joins to the cue goes on the cue's own story, not what is said.

    A noun or a participle of what happened stays with the content (`, plombé par la grève`); so does a modal without a
    subject where the content has one too (`would not come but would first review`).
    """
    annotation, tokens = reading.annotation, reading.tokens
    token = tokens[i]
    if token.pos not in {*VERBAL, "ADJ"}:
        return bool(annotation.dependents(i, "cop"))
    finite = is_finite(annotation, i)
    joined = token.dep.startswith("conj") and bool(annotation.dependents(i, "cc"))
    if not finite and not joined:
        return is_gerund(token) and token.lemma in reading.lexicon(i).verbs
    helped = [tokens[c] for c in annotation.dependents(i, "aux")]
    modal = any(t.has("VerbForm=Fin") and "Tense=" not in t.morph for t in helped)
    earlier = any(
        t.has("VerbForm=Fin") and "Tense=" not in t.morph and t.pos == "AUX"
        for t in tokens[start : annotation.subtree(i)[0]]
    )
    return not (modal and earlier and not annotation.dependents(i, "nsubj"))


def nonfinite_end(reading: Reading, cue: VerbCue, head: int) -> int:
    """The end of a non-finite content: that of its clause, or a verb behind a conjunction that goes on the cue's own clause.

    Such a verb is finite, or a participle beside a compound cue (`a promis de partir et prévenu que`, `mais nie`).
    """
    tokens = reading.tokens
    stop = clause_end(reading, cue.verb, head)
    last = min(max(clause(reading.annotation, head)[1], head + 1), max(stop, head + 1))
    while last < stop and tokens[last].pos not in {"PUNCT", "CCONJ"}:
        last += 1
    compound = tokens[cue.verb].has("VerbForm=Part")
    pronouns = {"se", "s'", "y", "en", "le", "la", "l'", "les", "lui", "leur"}
    for i in range(head + 1, last):
        if tokens[i].pos != "CCONJ" or reading.quotation_at(tokens[i].start) is not None:
            continue
        k = i + 1
        while k < last and (tokens[k].pos == "ADV" or tokens[k].norm in pronouns):
            k += 1
        same = (
            k < last
            and tokens[k].pos in VERBAL
            and (
                tokens[k].has("VerbForm=Fin")
                or (
                    compound
                    and tokens[k].has("VerbForm=Part")
                    and not is_gerund(tokens[k])
                    and not tokens[head].has("VerbForm=Part")
                )
            )
        )
        if same:
            return before_marks(reading, i, head)
    return before_gloss(reading, head, last)


def with_negation(reading: Reading, least: int, first: int) -> int:
    """The start of an infinitive with the negation before it, wherever the parse hung that (`assure ne pas savoir`)."""
    negation = reading.lexicon(first).pack.negation
    words = {*negation.particles, *negation.adverbs, *negation.pronouns}
    while first > least and reading.tokens[first - 1].norm in words:
        first -= 1
    return first
