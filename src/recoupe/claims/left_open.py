"""Words beside an event that leave open whether it was: `reste à savoir si F`, `l'existence de N`, `N n'est qu'une piste`.

They are read as they stand, so that a parse gone wrong inside what they leave open does no harm.
"""

from collections.abc import Sequence

from recoupe.claims.runs import BREAKS, Table, runs
from recoupe.languages import language_pack
from recoupe.linguistics import Annotation, Token

BESIDE = {"DET", "ADJ", "NUM", "ADV", "PUNCT", "AUX", "PART"}  # between words that leave a noun open and the noun
INSIDE = ("nmod", "obl", "amod", "acl", "obj", "conj", "advcl", "xcomp", "compound", "nsubj")
CLOSING = {"»", "”"}
NOUNS = {"NOUN", "PROPN"}
OPENING: tuple[Table, ...] = ("clauses", "nouns", "told_clauses", "told_nouns")


def left_open_beside(annotation: Annotation, token: Token) -> bool:
    """Whether words before or behind an event, or what it hangs on, leave open whether it was."""
    first, last = annotation.sentences[token.sentence]
    if in_open_clause(annotation, token, first) or unsettled_behind(annotation, token):
        return True
    chain = [token, *within_noun(annotation, token)]
    if token.has("VerbForm=Fin") and not describes_noun(annotation, token):
        chain = [token]
    if any(open_noun(annotation, t, first) or only_held(annotation, t, last) for t in chain):
        return True
    if held_clause(annotation, token, first, last):
        return True
    declining = [d for d in runs(annotation, "declining", first, last) if not in_relative(annotation, *d, token)]
    return bool(declining) and (
        any(is_topic(annotation, t, declining) for t in chain)
        or said_of(annotation, token, declining)
        or only_told(annotation, token) is not None
    )


def unsettled_behind(annotation: Annotation, token: Token) -> bool:
    """Whether a supposition, or a question, is left open by the sentence behind it (`Perhaps F. | Perhaps not.`)."""
    first, last = annotation.sentences[token.sentence]
    if token.sentence + 1 >= len(annotation.sentences):
        return False
    hedges = language_pack(token.language).hedges.adverbs
    row = annotation.tokens[first:last]
    if not any(t.norm in hedges or t.lemma in hedges for t in row) and row[-1].text != "?":
        return False
    start, stop = annotation.sentences[token.sentence + 1]
    behind = annotation.tokens[start:stop]
    end = next((k for k, t in enumerate(behind) if t.text in {".", "!", ";", ":", "…"}), len(behind))
    said = " ".join(t.norm for t in behind[:end])
    return said in language_pack(token.language).left_open.unsettled


def in_relative(annotation: Annotation, start: int, end: int, token: Token) -> bool:
    """Whether words that decline only say of somebody who they are, in a relative clause that ends before a token.

    `Un agent qui n'est pas autorisé à s'exprimer revient sur N` tells of N.
    """
    relative = start > 0 and annotation.tokens[start - 1].has("PronType=Rel")
    return relative and end <= token.i and parted(annotation, end, token.i)


def only_told(annotation: Annotation, token: Token) -> bool | None:
    """Whether a noun or clause of what is said tells an event (`l'idée de N`, `ceux qui disent que F`); False where it is
    only spoken of (`au sujet de N`), `None` where its sentence tells it on its own or somebody's word.
    """
    first, last = annotation.sentences[token.sentence]
    if any(reaches(annotation, end, token) for _, end in told_runs(annotation, "told_clauses", first, token.i)):
        return True
    chain = [t for t in (token, *within_noun(annotation, token)) if t.pos == "NOUN"]
    named = [
        names_what_is_said(annotation.tokens[start])
        for start, end in told_runs(annotation, "told_nouns", first, token.i)
        if any(t.i >= end and all(b.pos in BESIDE for b in annotation.tokens[end : t.i]) for t in chain)
    ]
    if named:
        return any(named)
    for start, _ in runs(annotation, "told_predicates", token.i, last):
        if token.pos == "NOUN" and not any(t.text in BREAKS for t in annotation.tokens[token.i : start]):
            return False
    return None


def told_runs(annotation: Annotation, name: Table, first: int, stop: int) -> list[tuple[int, int]]:
    """The runs of a table without those that open with a verb of the same form as a noun (`X reports that F`)."""
    found = []
    for start, end in runs(annotation, name, first, stop):
        token = annotation.tokens[start]
        saying = token.lemma in language_pack(token.language).reporting_verbs.verbs and asks_nothing(token)
        if not (
            saying and token.pos in {"VERB", "AUX"} and not token.has("VerbForm=Inf") and not token.has("VerbForm=Ger")
        ):
            found.append((start, end))
    return found


def asks_nothing(token: Token) -> bool:
    """Whether a verb of saying does not ask (`asked whether F` leaves F open)."""
    verb = language_pack(token.language).reporting_verbs.verbs[token.lemma]
    return verb.class_ not in {"question", "request"}


def names_what_is_said(token: Token) -> bool:
    """Whether a noun names what is said (`accusation`, `story`)."""
    return token.pos in NOUNS and token.lemma in language_pack(token.language).denials.told


def only_opens(annotation: Annotation, token: Token, beside: bool) -> bool:
    """Whether a verb is one of the words that leave open the clause or noun behind them (`on ignore si F`), or describes
    the question that names it (`les questions suscitées par N`), and tells nothing else.

    beside: whether an event of its sentence is left open, of which words that decline then speak.
    """
    first, last = annotation.sentences[token.sentence]
    head = annotation.tokens[token.head]
    asked = head.lemma in language_pack(head.language).settings.remarks and token.dep.startswith(("acl", "amod"))
    if beside and asked and token.i > head.i:
        return True
    tables: tuple[Table, ...] = (*OPENING, "declining") if beside else OPENING
    return token.pos in {"VERB", "AUX"} and any(
        start <= token.i < end for name in tables for start, end in runs(annotation, name, first, last)
    )


def within_idiom(annotation: Annotation, token: Token, name: Table) -> bool:
    """Whether a verb is one of several words of a table that tell no event of its own (`garde le silence`, `hausse les
    épaules`).
    """
    first, last = annotation.sentences[token.sentence]
    held = [start for start, end in runs(annotation, name, first, last) if start <= token.i < end and end - start > 1]
    verbs = (any(t.pos == "VERB" for t in annotation.tokens[start : token.i]) for start in held)
    return token.pos in {"VERB", "AUX"} and not all(verbs)


def held_clause(annotation: Annotation, token: Token, first: int, last: int) -> bool:
    """Whether an event stands in a clause that opens its sentence and that is only held (`Que F reste à démontrer`)."""
    tokens = annotation.tokens
    start = next((k for k in range(first, token.i) if tokens[k].pos != "PUNCT"), first)
    if tokens[start].norm not in language_pack(token.language).settings.complementisers or start == token.i:
        return False
    behind = (begin for begin, _ in runs(annotation, "predicates", token.i + 1, last))
    return any(not any(t.text in BREAKS for t in tokens[token.i : begin]) for begin in behind)


def within_noun(annotation: Annotation, token: Token) -> list[Token]:
    """What a token hangs on inside one noun phrase or the infinitive that governs it."""
    found = []
    while token.dep.startswith(INSIDE) and token.head != token.i:
        above = annotation.tokens[token.head]
        if above.has("VerbForm=Fin") and not describes_noun(annotation, above):
            break
        token = above
        found.append(token)
    return found


def describes_noun(annotation: Annotation, verb: Token) -> bool:
    """Whether a clause without a mark before it tells which event a noun means (`la charge qui blessa N`, `the flight after
    knocking down N`).
    """
    head = annotation.tokens[verb.head]
    between = annotation.tokens[head.i + 1 : verb.i]
    return verb.dep.startswith(("acl", "advcl")) and head.pos == "NOUN" and not any(t.pos == "PUNCT" for t in between)


def in_open_clause(annotation: Annotation, token: Token, first: int) -> bool:
    """Whether a token stands in a clause that the words before it leave open."""
    return any(reaches(annotation, end, token) for end in ends_of_open(annotation, "clauses", first, token.i))


def ends_of_open(annotation: Annotation, name: Table, first: int, stop: int) -> list[int]:
    """Where the runs of a table end that leave open what follows: `en admettant que F`, but not `tout en admettant`."""
    tokens = annotation.tokens
    found = [
        (start, end, language_pack(tokens[start].language).negation.grants)
        for start, end in runs(annotation, name, first, stop)
    ]
    return [end for start, end, grants in found if start == first or tokens[start - 1].norm not in grants]


def reaches(annotation: Annotation, start: int, token: Token) -> bool:
    """Whether a clause that begins at a token goes on to another: to a colon, or the comma behind its verb.

    Behind that comma what hangs on a word before it is still inside.
    """
    tokens, verb = annotation.tokens, False
    for k in range(start, token.i):
        here = tokens[k]
        if here.text in BREAKS or here.text in CLOSING:
            return False
        if here.text == "," and verb and not goes_on(tokens[k + 1], tokens[start - 1]):
            return any(start <= a < k for a in annotation.ancestors(token.i))
        verb = verb or here.has("VerbForm=Fin")
    return True


def goes_on(behind: Token, opener: Token) -> bool:
    """Whether what stands behind a comma belongs to the clause before it: the same conjunction again, a gerund."""
    gerund = behind.has("VerbForm=Ger") or (behind.has("VerbForm=Part") and behind.has("Tense=Pres"))
    return gerund or (behind.norm == opener.norm and behind.pos == opener.pos)


def open_noun(annotation: Annotation, token: Token, first: int) -> bool:
    """Whether the words right before a noun or an infinitive leave it open."""
    if token.pos != "NOUN" and not token.has("VerbForm=Inf") and not token.has("VerbForm=Part"):
        return False
    for end in ends_of_open(annotation, "nouns", first, token.i):
        if all(t.pos in BESIDE for t in annotation.tokens[end : token.i]):
            return True
    return False


def is_topic(annotation: Annotation, token: Token, declining: Sequence[tuple[int, int]]) -> bool:
    """Whether a noun names what somebody declines to speak of: `interrogé sur N, X esquive`, `X se tait sur N`.

    Behind words that decline no verb of another clause stands before it.
    """
    if token.pos != "NOUN":
        return False
    settings = language_pack(token.language).settings
    case = [annotation.tokens[c] for c in annotation.dependents(token.i, "case")]
    case += [annotation.tokens[f] for c in case for f in annotation.dependents(c.i, "fixed")]
    words = {w for t in case for w in (t.lemma, t.norm)}
    before, head = annotation.tokens[min((c.i for c in case), default=token.i) - 1], annotation.tokens[token.head]
    marked = not words.isdisjoint(settings.remark_marks) or head.norm in settings.remark_marks
    remark = before.lemma in settings.remarks and not words.isdisjoint(settings.genitives)
    if marked and (head.lemma in settings.remarks or head.has("VerbForm=Part")):
        return True
    about = marked or remark or governed(annotation, token, declining)
    return about and any(end > token.i or not parted(annotation, end, token.i) for _, end in declining)


def governed(annotation: Annotation, token: Token, declining: Sequence[tuple[int, int]]) -> bool:
    """Whether a noun is what words that decline take as their object (`refused to discuss N`)."""
    heads = range(min(s for s, _ in declining), max(e for _, e in declining) + 1)
    return token.dep.startswith(("obj", "obl:arg")) and token.head in heads and token.i > token.head


def parted(annotation: Annotation, start: int, end: int) -> bool:
    """Whether a finite verb or the end of a clause stands among tokens [start, end)."""
    return any(t.has("VerbForm=Fin") or t.text in BREAKS for t in annotation.tokens[start:end])


def said_of(annotation: Annotation, token: Token, declining: Sequence[tuple[int, int]]) -> bool:
    """Whether a token stands in the clause that tells what somebody declines to answer (`no response to claims that F`)."""
    settings = language_pack(token.language).settings
    for _, end in declining:
        behind = annotation.tokens[end : token.i]
        mark = next((t.i for t in behind if t.norm in settings.complementisers and t.pos in {"SCONJ", "PRON"}), None)
        since = mark is not None and annotation.tokens[mark - 1].norm in settings.before_other_conjunctions
        if (
            mark is not None
            and not since
            and not parted(annotation, end, mark)
            and reaches(annotation, mark + 1, token)
        ):
            return True
    return False


def only_held(annotation: Annotation, token: Token, last: int) -> bool:
    """Whether a noun is the subject of words that say it is only held or still to be shown."""
    if token.pos != "NOUN" or not token.dep.startswith("nsubj"):
        return False
    for start, end in runs(annotation, "predicates", token.i + 1, last):
        between = annotation.tokens[token.i + 1 : start]
        if token.head in range(start, end) and not any(t.text in BREAKS for t in between):
            return True
    return False
