"""Events that somebody is told to have seen or heard, by an infinitive or participle behind who was seen to do so."""

from recoupe.languages import language_pack
from recoupe.linguistics import Annotation, Token

BELOW = ("nmod", "flat", "appos", "amod", "acl", "compound")  # what stands behind the head of a noun phrase


def perceived(annotation: Annotation, token: Token) -> tuple[int, int] | None:
    """The verb by which somebody saw an event come about, and the noun seen in it: `saw | the wagons | being unloaded`.

    The parse hangs the infinitive, or the participle with its auxiliary, on the noun, or on one that the noun holds.
    """
    tokens = annotation.tokens
    auxiliaries = [tokens[a] for a in annotation.dependents(token.i, "aux", "cop")]
    bare = [t for t in auxiliaries if t.has("VerbForm=Inf") or (t.has("VerbForm=Part") and t.has("Tense=Pres"))]
    going = token.has("VerbForm=Ger") or (token.has("VerbForm=Part") and token.has("Tense=Pres"))  # `shows him firing`
    infinitive = (token.has("VerbForm=Inf") or going) and not annotation.dependents(token.i, "mark")
    if not token.dep.startswith(("acl", "xcomp", "advcl", "ccomp")) or not (infinitive or bare):
        return None
    if infinitive and (beside := perceived_beside(annotation, token)) is not None:
        return beside
    own = [s for s in annotation.dependents(token.i, "nsubj") if token.dep.startswith("ccomp")]
    if token.dep.startswith("ccomp") and not own:
        return None
    noun = tokens[own[0]] if own else tokens[token.head]
    if own:
        seen = tokens[token.head].lemma in language_pack(token.language).events.realising
        return (token.head, noun.i) if seen and token.head < noun.i < token.i else None
    while noun.dep.startswith(("nmod", "compound")) and noun.head != noun.i and noun.i < token.i:
        noun = tokens[noun.head]
    verb = tokens[noun.head]
    if noun.i >= token.i or verb.i >= noun.i or not noun.dep.startswith(("obj", "nsubj")):
        return None
    return (verb.i, noun.i) if verb.lemma in language_pack(verb.language).events.realising else None


def perceived_beside(annotation: Annotation, token: Token) -> tuple[int, int] | None:
    """The same where the object of what somebody saw stands right before the verb (`a vu la firme | livrer les drones`)."""
    noun = annotation.tokens[token.i - 1]
    while noun.dep.startswith(BELOW) and noun.head < noun.i:
        noun = annotation.tokens[noun.head]
    verb = annotation.tokens[noun.head]
    seen = noun.dep.startswith("obj") and verb.i < noun.i < token.i and noun.sentence == token.sentence
    return (verb.i, noun.i) if seen and verb.lemma in language_pack(verb.language).events.realising else None
