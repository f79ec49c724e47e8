"""The structure of `frames.toml`: sentences whose whole frame says who speaks."""

from typing import Literal

from msgspec import Struct, field


class Frame(Struct, forbid_unknown_fields=True, frozen=True):
    """A sentence with gaps in it.

    form: fixed words, lower case, straight apostrophes; `=lemma` for any form of a word; `(a|b|)` for a choice, an empty
        one for nothing; `<name>` for any lemma of a group; `@name` for a choice that several forms share; `-` for any dash,
        `[`, `]` for round brackets; gaps in braces: who (who speaks), voice (the same, no outlet), outlet, press (an outlet,
        or a name that may be one), said (a clause, or words in quotation marks), line (a headline in quotation marks or
        capitals), event (a noun phrase that names what is said),
        happening (the same, where its noun is of an event), deed (an infinitive with what follows), head and tail (the
        subject of what is said, and its verb with the rest, where other words stand between them), before (the sentence
        before, or a clause before a comma, colon, dash; stands first), behind (the sentence behind, or a clause behind a
        colon, semicolon, dash; stands last), quote (the sentence before or behind, in quotation marks; stands first or
        last), answer (the sentence behind, in quotation marks or behind the colon of a noun phrase: `Son récit : ...`; stands
        last), told (the sentence behind, which a thing taken up says: `It states that ...`; stands last), gap (a
        few words without a finite verb, but for an auxiliary that opens it), near (the same, without a comma), free (any
        words without a colon), loose (any words at all), rest (the main verb and what follows). The frame fills its sentence,
        but for an adjunct at its edge or a main clause before it.
    kind: "according_to" or "nominal" where the relation is of that kind.
    class_: the class of a reporting verb that says the same.
    """

    form: str
    kind: Literal["", "according_to", "nominal"] = ""
    class_: Literal["neutral", "assertive", "denial", "refusal", "warning", "accusation"] = field(
        default="neutral", name="class"
    )


class Frames(Struct, forbid_unknown_fields=True, frozen=True):
    """The file `frames.toml`."""

    frames: list[Frame]
    words: dict[str, list[str]]  # lemmas by the name under which a form has them: `<say>`
    choices: dict[str, list[str]] = {}  # wordings by the name under which a form has their choice: `@sure`
