"""The features of a word's form, and whether those of two words go together."""

from recoupe.linguistics.tokens import Token


def disagree(a: Token, b: Token) -> bool:
    """Whether gender or number, where both tell it, part two words."""
    pairs = [(feature(a, name), feature(b, name)) for name in ("Gender", "Number")]
    return any(one and other and one != other for one, other in pairs)


def feature(token: Token, name: str) -> str:
    """The value of a feature of the morphology, "" where it tells none."""
    return next((f.partition("=")[2] for f in token.morph.split("|") if f.startswith(name + "=")), "")
