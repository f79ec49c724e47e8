"""Past participles that open a sentence, whatever the tagger makes of them (`Accusée d'avoir menti, la firme dément`)."""

from recoupe.languages import language_pack
from recoupe.languages.inflection import infinitives
from recoupe.linguistics.tokens import Token

OPENING = {"NOUN", "PROPN", "ADJ", "VERB"}


def is_participle(token: Token) -> bool:
    """Whether a word is the past participle of a verb of the packs, whatever the tagger makes of it.

    Only where participles have a form of their own, which no past tense shares.
    """
    shared = not language_pack(token.language).settings.clitic_inversion
    return not shared and token.pos in OPENING and token.text[:1].isupper() and bool(known_verbs(token))


def known_verbs(token: Token) -> list[str]:
    """The verbs of the packs of which a word may be the past participle."""
    pack = language_pack(token.language)
    return [
        v for v in infinitives(token.norm, token.language) if v in pack.events.verbs or v in pack.reporting_verbs.verbs
    ]
