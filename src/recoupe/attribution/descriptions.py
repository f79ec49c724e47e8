"""What tells of a source behind it: `consulté par Le Courrier`, `, qui cite un médecin,`, `, as quoted by Orbis News,`."""

from recoupe.attribution.draft import Reading
from recoupe.attribution.openings import DASHES, opening_token
from recoupe.attribution.syntax import clause, is_gerund, is_reduced, opens_relative

LONGEST = 24  # tokens of a description
CLOSING = {",": (",",), "(": (")",), **dict.fromkeys(DASHES, DASHES)}


def behind_description(reading: Reading, first: int, end: int) -> int:
    """The token behind the description of the source of a phrase [first, end); its end where none follows.

    A description between marks ends at the mark that closes it, one that touches its noun at
    the next comma; at the sentence's end it runs to the last point.
    """
    tokens = reading.tokens
    start, stop = reading.annotation.sentences[tokens[first].sentence]
    if end + 1 >= stop:
        return end
    opener = tokens[end].text if tokens[end].text in CLOSING else ""
    telling = end + bool(opener)
    initial = first <= opening_token(reading, start, stop)
    if telling < stop and goes_on(reading, telling, first):
        return end
    if not describes(reading, telling, stop, bool(opener), initial):
        return end
    closers = CLOSING.get(opener, (",", *DASHES))
    for i in range(telling + 1, min(stop, telling + LONGEST)):
        if tokens[i].text in closers and reading.quotation_at(tokens[i].start) is None:
            return i
    last = stop - 1 if tokens[stop - 1].pos == "PUNCT" else stop
    if initial or last - telling > LONGEST:
        return end
    verb = tokens[telling].head if tokens[telling].pos == "PRON" else telling
    return last if opener else min(last, max(clause(reading.annotation, verb)[1], end))


def goes_on(reading: Reading, i: int, first: int) -> bool:
    """Whether a word is of a verb whose auxiliary stands before a phrase (`la maire aurait, selon X, été prévenue`).

    Where the parse takes the auxiliary for a verb of its own, the second one (`has, according to X, been`) hangs below it.
    """
    tokens = reading.tokens
    verb = tokens[i].head if tokens[i].dep.startswith(("aux", "cop")) else i
    if any(c < first for c in reading.annotation.dependents(verb, "aux", "cop")):
        return True
    above = tokens[verb].head
    return verb != i and above < first and all(t.pos == "PUNCT" for t in tokens[above + 1 : first])


def describes(reading: Reading, first: int, stop: int, apart: bool, initial: bool) -> bool:
    """Whether a relative clause or participle begins at a token; behind a mark also one with a word of its own before it.

    Behind a phrase that does not open its sentence a present participle goes on what is said, unless it draws on somebody.
    """
    tokens = reading.tokens
    token = tokens[first]
    if token.has("PronType=Rel") or (
        opens_relative(token) and token.pos in ({"PRON", "ADP"} if apart else {"PRON", "SCONJ", "ADP"})
    ):
        return True
    if is_reduced(reading.annotation, first):
        return True
    if is_gerund(token):
        drawing = token.lemma in reading.lexicon(first).pack.attribution_phrases.drawing
        return drawing or (initial if apart else token.dep.startswith("acl"))
    if not apart or first + 1 >= stop:
        return False
    follower = tokens[first + 1]
    opens = token.norm in reading.lexicon(first).pack.settings.description_openers
    return opens and (is_reduced(reading.annotation, first + 1) or is_gerund(follower) or follower.has("PronType=Rel"))
