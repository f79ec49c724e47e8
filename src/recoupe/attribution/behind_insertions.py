"""What stands behind an inserted cue clause: the rest of what is said, or what the report tells beside it."""

from recoupe.attribution.draft import Reading
from recoupe.attribution.syntax import VERBAL, phrase_head


def goes_along(reading: Reading, last: int) -> bool:
    """Whether what stands behind a cue clause and its comma tells what went on meanwhile (`, said X, | as police raided`)."""
    tokens = reading.tokens
    if last + 2 >= len(tokens) or tokens[last].text != ",":
        return False
    words = [t.norm for t in tokens[last + 1 : last + 4]]
    return any(words[: len(p.split())] == p.split() for p in reading.lexicon(last).pack.settings.concurrent)


def completed_behind(reading: Reading, opening: int, first: int, last: int) -> bool:
    """Whether the verb right before a cue clause [first, last) has what it takes behind it: `Il n'y a pas eu, dit X, de vente`.

    opening: the token where what is said begins.
    """
    tokens, annotation = reading.tokens, reading.annotation
    comma = first - 1
    if comma <= opening or last + 1 >= len(tokens) or tokens[comma].text != "," or tokens[last].text != ",":
        return False
    verb = tokens[comma - 1]
    behind_, noun = tokens[last + 1], phrase_head(annotation, last + 1)
    if verb.pos not in VERBAL or behind_.sentence != verb.sentence or behind_.pos not in {"DET", "NUM", "ADP", "PROPN"}:
        return False
    taken = ("obj", "xcomp", "ccomp")
    if any(tokens[c].dep.startswith(taken) for c in range(opening, comma) if tokens[c].head == verb.i):
        return False
    denials = reading.lexicon(verb.i).pack.denials
    lacking = verb.lemma in {*denials.perfect, *denials.copulas}  # (`il y a eu`, `there was`)
    return lacking or (tokens[noun].head == verb.i and tokens[noun].dep.startswith(taken))
