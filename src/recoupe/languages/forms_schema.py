"""What the written forms of verbs tell in a language that inflects them."""

from msgspec import Struct


class VerbForms(Struct, forbid_unknown_fields=True, frozen=True):
    """The endings by which the written form of a verb tells its tense.

    stems: ending of the infinitive -> what it is in the stem of the future (er = er, re = r, enir = iendr), one or more;
    own_stems: the same of verbs that go by none of them, whole; future, conditional: endings on that stem; imperfect:
    all endings of the imperfect; present: ending of the infinitive -> endings of the present that are plain in writing;
    participles: ending of the infinitive -> the regular expression of endings that only its past participle has; gerunds,
    infinitives: the regular expressions of the endings that every present participle and every infinitive has.
    """

    stems: dict[str, list[str]]
    own_stems: dict[str, str]
    future: list[str]
    conditional: list[str]
    imperfect: list[str]
    present: dict[str, list[str]]
    participles: dict[str, str] = {}
    gerunds: str = ""
    infinitives: str = ""
