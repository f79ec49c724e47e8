"""The structure of `left_open.toml`: words that leave open whether what stands beside them was."""

from msgspec import Struct


class LeftOpen(Struct, forbid_unknown_fields=True, frozen=True):
    """Runs of words, written as in `frames.toml`: lower case, `=lemma`, `<name>`, `(a|b|)`, `{gap}` for a few words.

    clauses: end in the word that opens the clause which they leave open: reste à savoir si, rien ne permet de dire que.
    nouns: end right before a noun, its article set aside, or before an infinitive: l'existence de, a éludé la question de.
    predicates: begin with the verb of which a noun is the subject: n'est qu'une piste, remains to be proved.
    words: lemmas by the name under which a run has them: `<show>`.
    declining: say that somebody declines to speak of what the rest of the sentence names as its topic.
    """

    clauses: list[str]
    nouns: list[str]
    predicates: list[str]
    declining: list[str]
    words: dict[str, list[str]]
