"""Who says no without being a source: subjects of verbs that call something untrue, or that neither confirm nor deny it.

`Le ministère a qualifié ces accusations de mensonge`, `Son entourage crie à la calomnie`, `The council neither confirmed nor
denied the report`: nothing is put down to them in words of theirs, but what they deny is told beside their names.
"""

from recoupe.actors.registry import Registry
from recoupe.actors.sources import actor_of_span
from recoupe.actors.told import ReportActors
from recoupe.linguistics import Token
from recoupe.linguistics.saying import names_somebody

VERBS = {"VERB", "AUX"}
BEHIND = ("nmod", "amod", "appos", "flat", "compound", "case", "det")  # what belongs to a noun phrase behind its noun


def read_naysayers(report: ReportActors, registry: Registry) -> None:
    """Make actors of the nouns that say no by such a verb and that no name, role or source has made one."""
    annotation, denials = report.annotation, report.pack.denials
    verbs = {*denials.denying, *denials.rejecting, *denials.replying, *denials.uncommitted}
    for verb in annotation.tokens:
        calls = verb.lemma in denials.calling and calls_untrue(report, verb)
        if verb.pos not in VERBS or (verb.lemma not in verbs and not calls):
            continue
        by = verb.lemma in {*denials.denying, *denials.rejecting}
        agents = annotation.dependents(verb.i, "obl:agent") if by else []
        for child in (*annotation.dependents(verb.i, "nsubj"), *agents):
            noun = annotation.tokens[child]
            if noun.pos != "NOUN" or noun.dep.startswith("nsubj:pass") or child in report.by_token:
                continue  # (`une accusation démentie | par son avocat`, but not `the officer was accused`)
            if is_known(report, noun) and names_somebody(noun):
                inside = phrase(report, child)
                actor_of_span(report, registry, annotation.span(inside[0], inside[-1]))


def calls_untrue(report: ReportActors, verb: Token) -> bool:
    """Whether a word of what is not true stands in the sentence of a verb (`called off the strike` says no to nothing)."""
    words = {*report.pack.denials.untold, *report.pack.negation.untrue}
    _, last = report.annotation.sentences[verb.sentence]
    return any(t.norm in words or t.lemma in words for t in report.annotation.tokens[verb.i + 1 : last])


def is_known(report: ReportActors, noun: Token) -> bool:
    """Whether a noun phrase is definite or possessive: of somebody whom the report tells of."""
    annotation = report.annotation
    beside = (annotation.tokens[c] for c in annotation.dependents(noun.i, "det", "nmod:poss"))
    return any(t.has("Definite=Def") or t.has("Poss=Yes") or t.dep == "nmod:poss" for t in beside)


def phrase(report: ReportActors, noun: int) -> list[int]:
    """The tokens of a noun phrase without clauses that describe it, in order and without a gap."""
    annotation = report.annotation
    inside = {noun}
    for child in annotation.children[noun]:
        token = annotation.tokens[child]
        if token.i < noun or token.dep.startswith(BEHIND):
            inside |= set(annotation.subtree(child))
    first = last = noun
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    return list(range(first, last + 1))
