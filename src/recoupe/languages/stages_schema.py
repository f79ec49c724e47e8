"""What the file `stages.toml` of a language holds."""

from typing import Literal

from msgspec import Struct

# What words say of the event that they govern or stand beside: that it is to come, near, begun, going on, over, brought
# off, told of more than one time, or neither affirmed nor denied (wished, feared, threatened, allowed, barred).
Stage = Literal["planned", "imminent", "begun", "going on", "ended", "achieved", "repeated", "not told"]


class Stages(Struct, forbid_unknown_fields=True, frozen=True):
    """The file `stages.toml`. Verbs, nouns and adjectives are lemmas, with the preposition or particle that they need."""

    planned: list[str]  # words and phrases right before an event or beside it: prévoir de, compter, plan to
    imminent: list[str]  # sur le point de, imminence, about to
    under_way: list[str]  # en train de, en cours, continuer à
    done: list[str]  # avoir déjà, achever
    repeated: list[str]  # de nouveau, régulièrement, à plusieurs reprises
    begun: list[str]  # commencer à, entamer
    ended: list[str]  # cesser de, mettre fin à
    times: list[str]  # nouns that count how often: fois, time
    once: list[str]  # ordinals of no further time: première, first
    comparing: list[str]  # words behind a number of times that only compare: plus, more
    occasions: list[str]  # nouns of what comes again, besides those of the calendar: occasion, été
    occasional: list[str]  # prepositions that bring occasions: avant (chaque voyage), before (each trip)
    still: list[str]  # adverbs that say of a past that lasts that it goes on: encore, still
    since: list[str]  # prepositions of a time from which an event goes on: depuis, since
    unmet: list[str]  # verbs of what ought to have been, in a past of supposition: devoir, should
    governing: dict[Stage, list[str]]  # verbs and adjectives that govern an infinitive, a willed clause, an event noun
    nouns: dict[Stage, list[str]]  # nouns that hold an event noun or bring an infinitive: projet, prospect
    said_of: dict[Stage, list[str]]  # verbs and adjectives said of an event noun or beside it: imminent, postponed
    cases: dict[Stage, list[str]]  # prepositions and phrases right before an event noun: à la veille de, pending
    adverbials: dict[Stage, list[str]]  # words in the clause of an event: bientôt, every so often
