"""What a common noun in a source names by itself: part of a body, an office, an outlet, a document, an anonymous voice."""

from collections.abc import Sequence
from dataclasses import dataclass

from recoupe.actors.affiliations import body_of_role, role_at
from recoupe.actors.bodies import noun_at
from recoupe.actors.groups import anonymity, names_group
from recoupe.actors.kinds import COMMERCIAL, kind_of, taken_up
from recoupe.actors.outlets import outlet_again
from recoupe.actors.owners import body_at, body_of, part_of, possessor
from recoupe.actors.phrases import is_definite, is_possessed
from recoupe.actors.registry import Registry
from recoupe.actors.salience import gender_told
from recoupe.actors.told import ReportActors
from recoupe.languages import LanguagePack
from recoupe.languages.schema import BodyNoun, Role
from recoupe.linguistics import Token
from recoupe.model import ActorType, Span


@dataclass(frozen=True)
class Phrase:
    """The words of a source around its noun. owner: the key of the body whose it is."""

    tokens: list[Token]
    head: Token
    span: Span
    role: Role | None
    body: BodyNoun | None
    owner: str | None
    definite: bool
    anonymous: bool

    @property
    def plural(self) -> bool:
        """Whether it names several."""
        return self.head.has("Number=Plur")

    @property
    def words(self) -> str:
        """The words that tell it from others."""
        return " ".join(t.lemma for t in self.tokens if t.pos not in {"DET", "PUNCT"})


def phrase_at(report: ReportActors, registry: Registry, tokens: list[Token], head: Token, span: Span) -> Phrase:
    """What the words of a source tell of its noun."""
    role = role_at(report, head.i)
    return Phrase(
        tokens=tokens,
        head=head,
        span=span,
        role=role,
        body=body_noun(report.pack, head),
        owner=body_of_role(report, registry, role, head.i) if role is not None else body_of(report, registry, head.i),
        definite=is_definite(report, head) or definite_noun(report, head) or bare_in_heading(report, head),
        anonymous=head.lemma in report.pack.anonymity.heads or (role is not None and role.anonymous_alone),
    )


def definite_noun(report: ReportActors, head: Token) -> bool:
    """Whether the article of a noun of bodies of several words is definite (`the prosecutor's office`)."""
    noun = noun_at(report.annotation, head.i)
    if noun is None or " " not in noun[0]:
        return False
    tokens, length = report.annotation.tokens, len(noun[0].replace("'s", " 's").split())
    return any(is_definite(report, tokens[i]) for i in range(max(0, head.i - length + 1), head.i))


def bare_in_heading(report: ReportActors, head: Token) -> bool:
    """Whether a noun of one body stands in a heading without its article (`Two hurt in blaze, hospital says`)."""
    annotation = report.annotation
    alone = not annotation.dependents(head.i, "det", "amod", "nummod", "compound")
    body = body_noun(report.pack, head) is not None and head.pos == "NOUN" and not head.has("Number=Plur")
    return alone and body and head.sentence in annotation.headings


def one_of_owner(report: ReportActors, registry: Registry, phrase: Phrase) -> str | None:
    """Who speaks for a body without an office of his own (`le responsable qualité de X`)."""
    of_nothing = phrase.role is None and phrase.body is None
    single = phrase.definite and not phrase.plural and phrase.anonymous and of_nothing
    if not single or phrase.owner is None or len(phrase.tokens) <= 2:
        return None
    return holder(registry, report, phrase.owner, phrase.words, phrase.span)


def outlet_meant(report: ReportActors, registry: Registry, phrase: Phrase) -> str | None:
    """The outlet that stands beside a noun of the media, or that the noun takes up."""
    body = phrase.body
    if body is None or body.type not in {"media", "agency"}:
        return None
    right_behind = report.by_token.get(phrase.tokens[-1].i + 1, "")  # `a rapporté le site | L'Éclaireur`
    named = (*(report.by_token.get(t.i, "") for t in phrase.tokens), right_behind)
    beside = next((k for k in named if k.startswith("outlet:")), None)
    wire = body.type == "agency" and phrase.head.lemma not in report.pack.attribution_phrases.wires
    return beside or (None if phrase.plural or wire else outlet_again(report, phrase.head.i, phrase.definite))


def body_named(report: ReportActors, registry: Registry, phrase: Phrase) -> str | None:
    """The body that a noun and the name in its complement tell."""
    key = body_at(report, registry, phrase.head)
    if key is not None:
        registry.entries[key].mentions.add(phrase.span)
    return key


def body_owned(report: ReportActors, registry: Registry, phrase: Phrase) -> str | None:
    """A body of another one or of a state (`les autorités russes`); else the one that a short form takes up."""
    body, owner = phrase.body, phrase.owner
    if body is None or not phrase.definite:
        return None
    if owner is None:
        return body_again(report, registry, phrase.head, phrase.tokens) if not phrase.plural else None
    noun = noun_at(report.annotation, phrase.head.i)
    if noun is not None and owner.startswith(f"body:{kind_of(*noun, phrase.head.language)}:") and not phrase.plural:
        return owner  # `the prosecutor's office`, of the prosecutor of the only one
    entry = registry.add(f"{owner}:{phrase.words}", phrase.span.text, "organisation", phrase.span)
    entry.institution, entry.root = owner, registry.entries[owner].root or owner
    if not phrase.plural and body.type not in {"media", "agency"}:
        report.note_body(phrase.head.i, kind_of(phrase.head.lemma, body, phrase.head.language), entry.key)
    return entry.key


def office_held(report: ReportActors, registry: Registry, phrase: Phrase) -> str | None:
    """Who holds an office of a body and is called by it alone."""
    role, head = phrase.role, phrase.head
    single = (phrase.definite or is_possessed(report, head)) and not phrase.plural
    office = role is not None and (role.speaks_for or role.heads or qualified(report, head))
    if not office or not single or phrase.owner is None:
        return None
    key = holder(registry, report, phrase.owner, head.lemma, phrase.span)
    report.roles.setdefault(head.lemma, key)
    report.holders.setdefault(head.lemma, set()).add(key)
    return key


def outlet_of_words(report: ReportActors, registry: Registry, phrase: Phrase) -> str | None:
    """The outlet whose own words a noun means (`les informations de X`)."""
    pack, head = report.pack, phrase.head
    told = (pack.reporting_nouns.documents, pack.reporting_nouns.nouns, pack.attribution_phrases.newsroom)
    if not any(head.lemma in table for table in told):
        return None
    outlets = (t for t in phrase.tokens if report.by_token.get(t.i, "").startswith("outlet:"))
    return next((report.by_token[t.i] for t in outlets if not behind_verb(report, head, t)), None)


READINGS = (one_of_owner, outlet_meant, body_named, body_owned, office_held, outlet_of_words)  # in this order


def document_or_voice(report: ReportActors, registry: Registry, phrase: Phrase) -> str:
    """The key of a document, or of a voice that is only described, as a report's own."""
    head, body, role, here = phrase.head, phrase.body, phrase.role, report.annotation.document.id
    media = body is not None and body.type == "media"
    if head.lemma in report.pack.reporting_nouns.documents and not media:
        return registry.add(f"document:{here}:{phrase.words}", phrase.span.text, "document", phrase.span).key
    words = says_something(report, phrase)
    kind = "unknown" if words and not media else type_of(phrase, media)
    key = f"voice:{here}:{phrase.words}"
    entry = registry.add(key, phrase.span.text, kind if not phrase.anonymous else "unknown", phrase.span)
    entry.gender = entry.gender or ("" if phrase.plural else gender_told(report, head))
    if phrase.anonymous or not (phrase.definite or words) or names_group(report, phrase.tokens):
        entry.anonymity = anonymity(report, registry, phrase.tokens, head, phrase.owner, phrase.span)
        report.groups.append(key)
    elif role is not None:
        report.roles.setdefault(head.lemma, key)
    return key


def says_something(report: ReportActors, phrase: Phrase) -> bool:
    """Whether a noun names what somebody says (`les propos de X`), which in the plural is still one person's."""
    pack = report.pack
    return phrase.head.lemma in pack.reporting_nouns.nouns or phrase.head.lemma in pack.settings.remarks


def type_of(phrase: Phrase, media: bool) -> ActorType:
    """What a voice that is only described is. media: whether its noun is one of the media, who pass on what others say."""
    if media:
        return "outlet"
    if phrase.body is not None:
        return "organisation"
    return "group" if phrase.plural else "role" if phrase.role is not None else "unknown"


def behind_verb(report: ReportActors, head: Token, token: Token) -> bool:
    """Whether a clause or participle stands between a noun and a word of its complement (`a memo that X could read`)."""
    between = report.annotation.tokens[head.i + 1 : token.i]
    return any(t.pos in {"VERB", "AUX"} or "PronType=Rel" in t.morph or t.dep.startswith("acl") for t in between)


def qualified(report: ReportActors, head: Token) -> bool:
    """Whether a word before a noun tells which office it is (`the press officer`, `le chargé de presse`)."""
    annotation = report.annotation
    before = annotation.dependents(head.i, "compound", "amod")
    complement = [
        c for c in annotation.dependents(head.i, "nmod", "obl:mod") if not annotation.tokens[c].text[:1].isupper()
    ]
    return any(annotation.tokens[c].pos in {"NOUN", "ADJ"} for c in (*before, *complement[:1]))


def holder(
    registry: Registry, report: ReportActors, owner: str, words: str, span: Span, name: str | None = None
) -> str:
    """The key of somebody who holds an office of a body and is called by it alone, or by a name made of it."""
    entry = registry.add(f"role:{owner}:{words}:{report.annotation.document.id}", name or span.text, "role", span)
    registry.affiliate(entry.key, owner)
    return entry.key


def body_again(report: ReportActors, registry: Registry, head: Token, tokens: Sequence[Token]) -> str | None:
    """The body that a short form takes up (`la préfecture`, `the company`), or whose part it is (`la direction`)."""
    noun = noun_at(report.annotation, head.i)
    if noun is None or noun[1].type == "media":
        return None
    named = named_before(report, kind_of(*noun, head.language), head.i)
    if noun[1].type == "agency" or (named is not None and noun[0] in report.pack.institutions.parts):
        return named
    if noun[0] in report.pack.institutions.parts:
        company = next((k for kind in COMMERCIAL if (k := taken_up(report, registry, kind, head.i))), None)
        return part_of(registry, possessor(report, registry, head.i) or company, noun[0], noun[0])
    kind = kind_of(*noun, head.language)
    comma = next((t.i for t in tokens if t.i > head.i and t.text == ","), head.i + len(tokens))
    qualified = [
        t
        for t in tokens
        if t.i < comma and t.pos in {"ADJ", "NOUN", "PROPN"} and t.i != head.i and t.norm not in noun[0].split()
    ]
    return taken_up(report, registry, kind, head.i) if len(qualified) <= 1 else None


def by_wider_noun(report: ReportActors, head: Token) -> str | None:
    """The last body named before that a noun of several kinds of bodies takes up (`the regulator`, `l'établissement`)."""
    kinds = report.pack.institutions.wider.get(head.lemma, ())
    named = [(i, key) for kind in kinds for i, key in report.bodies_of(kind) if i < head.i]
    return max(named)[1] if named else None


def named_before(report: ReportActors, kind: str, position: int) -> str | None:
    """The last body of a kind that a report names before a token by a name of its own."""
    named = [key for i, key in report.bodies_of(kind) if i < position and key.startswith("name:")]
    return named[-1] if named else None


def body_noun(pack: LanguagePack, head: Token) -> BodyNoun | None:
    """The kind of body that a noun names."""
    return pack.institutions.nouns.get(head.lemma) or pack.institutions.nouns.get(head.norm)
