"""Whether a content states its event by itself, whatever the words of who says it hang it under.

`Si la maire a pris la parole, c'est pour dire que | la digue a cédé`, `He spoke up to say that | the dam had burst`: that
somebody spoke for a purpose, or under a condition, leaves nothing open of what was said. Here the attribution tells what the
content is, whatever set phrase holds it (`est sorti de sa réserve pour affirmer que`); `realis.for_a_purpose` tells the same
by the verbs alone, where no set phrase is known (`a appelé pour dire que`, `c'est pour annoncer que`).
"""

from recoupe.claims.found import FoundEvent
from recoupe.claims.realis import doubted, ends_in_question, fronted, not_allowed, only_able
from recoupe.claims.unhappened import unhappened
from recoupe.languages import language_pack
from recoupe.linguistics import Annotation
from recoupe.model import Attribution

MECHANISMS = {"mechanism frame", "mechanism phrase"}


def stated_by_itself(annotation: Annotation, found: FoundEvent, holder: Attribution | None) -> bool:
    """Whether an event that is read as supposed is the main verb of a content, with nothing in it that supposes it."""
    if found.realis == "actual" or holder is None or holder.cue is None or holder.firmness in {"denial", "refusal"}:
        return False
    if not any(e.name in MECHANISMS for e in holder.evidence):
        return False
    token, pack = annotation.tokens[found.token], language_pack(annotation.document.language)
    if token.pos not in {"VERB", "AUX"} or token.has("VerbForm=Inf") or found.nominal:
        return False

    def inside(i: int) -> bool:
        """Whether a token stands in the content."""
        return any(c.start <= annotation.tokens[i].start < c.end for c in holder.content)

    if not inside(token.i) or (token.head != token.i and inside(token.head)):
        return False
    words = set(pack.settings.conditional_hypothesis)
    first = annotation.sentences[token.sentence][0]
    supposing = (t.i for t in annotation.tokens[first : token.i] if t.norm in words)
    own = only_able(annotation, token, pack) or not_allowed(annotation, token, pack)
    own = own or fronted(annotation, token.i, pack) or doubted(annotation, token.i, pack)
    asked = ends_in_question(annotation, token.i) or bool(unhappened(annotation, token, pack))
    return not own and not asked and not any(inside(c) for c in supposing)
