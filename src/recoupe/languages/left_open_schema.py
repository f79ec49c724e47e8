"""The structure of `left_open.toml`: words that leave open whether what stands beside them was, or say that it was not."""

from msgspec import Struct


class LeftOpen(Struct, forbid_unknown_fields=True, frozen=True):
    """Runs of words, written as in `frames.toml`: lower case, `=lemma`, `<name>`, `(a|b|)`, `{gap}` for a few words.

    clauses: end in the word that opens the clause which they leave open: reste à savoir si, rien ne permet de dire que.
    nouns: end right before a noun, its article set aside, or before an infinitive: l'existence de, a éludé la question de.
    predicates: begin with the verb of which a noun is the subject: n'est qu'une piste, remains to be proved.
    unsettled: whole sentences, or their beginnings before a mark, that leave open what the one before supposes: perhaps not.
    words: lemmas by the name under which a run has them: `<show>`.
    silent: say that somebody declined to speak, did not answer or was not found, and nothing else.
    declining: say that somebody declines to speak of what the rest of the sentence names as its topic.
    told_clauses, told_nouns, told_predicates: like the first three, of what somebody may say or speak of and nobody is said
    to affirm: ceux qui prétendent que, la rumeur de, whenever somebody mentions.
    refuting: say no, somewhere in their sentence, to what it tells as somebody's word alone: c'est du roman, making it up.
    refuting_nouns, refuting_predicates: say no to the noun behind them, or to their subject: nie en bloc, relève de la fable.
    scoffing: say no only to what a noun or clause tells as somebody's word: l'idée de N est absurde, laughable.
    """

    clauses: list[str]
    nouns: list[str]
    predicates: list[str]
    declining: list[str]
    silent: list[str]
    told_clauses: list[str]
    told_nouns: list[str]
    told_predicates: list[str]
    refuting: list[str]
    refuting_nouns: list[str]
    refuting_predicates: list[str]
    scoffing: list[str]
    unsettled: list[str]
    words: dict[str, list[str]]
