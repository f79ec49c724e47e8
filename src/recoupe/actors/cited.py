"""Outlets of which the reports of a pile only speak: by the noun beside their name, or as go-betweens of what was said."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from recoupe.actors.bodies import noun_at
from recoupe.actors.extents import media_noun
from recoupe.actors.gazetteer import Known, known_names, words
from recoupe.actors.grammar import articles
from recoupe.actors.media import names_outlet
from recoupe.actors.names import Name
from recoupe.actors.openings import first_names
from recoupe.languages import language_pack
from recoupe.linguistics import Annotation, Token
from recoupe.model import Attribution, Span

MOST = 6  # words of an outlet's name


def cited_outlets(
    annotations: Iterable[Annotation],
    names: Mapping[str, Sequence[Name]],
    attributions: Iterable[Attribution],
    known: Mapping[tuple[str, ...], Known],
) -> dict[tuple[str, ...], Known]:
    """Outlets by the words of their names: the known ones, and those that any report shows to be one.

    names: those of every report, by its id. A name that any report shows to be a person's or a body's is none.
    """
    found = dict(known)
    by_id = {a.document.id: a for a in annotations}
    persons = {w for id_, own in names.items() for n in own if n.person for w in words(n.text)}
    others = {words(n.text) for id_, own in names.items() for n in own if n.person or bodily(by_id[id_], n)}
    shown = shown_names(by_id, names, attributions, known)
    for name in sorted(shown, key=lambda n: (len(words(n)), n)):
        form = words(name)
        bare = form[1:] if len(form) > 1 and form[0] in articles() else form
        shorter = next((found[form[i:]] for i in range(len(form)) if form[i:] in found), None)
        if shorter is not None and form[1:] in found and form[0] in articles():
            found.setdefault(form, shorter)
        person = len(bare) > 1 and set(bare[-2:]) <= persons
        if shorter is not None or person or {form, bare} & others or of_tables(form) or of_tables(bare):
            continue
        entry = Known(f"outlet:{' '.join(bare)}", name, "outlet")
        found[form] = entry
        if len(bare) > 1 or bare == form:
            found.setdefault(bare, entry)
    return found


def shown_names(
    by_id: Mapping[str, Annotation],
    names: Mapping[str, Sequence[Name]],
    attributions: Iterable[Attribution],
    known: Mapping[tuple[str, ...], Known],
) -> set[str]:
    """The names that a report shows to be outlets': by the noun beside them, or as go-betweens."""
    shown: set[str] = set()
    for id_, annotation in by_id.items():
        told = (n for n in names[id_] if not n.person and n.last > n.first)
        named = (n for n in told if names_outlet(annotation, n.first, n.last))
        shown.update(n.text for n in named if not ends_other(annotation, n, known))
    for attribution in attributions:
        if attribution.relay is not None and attribution.document in by_id:
            shown.update(relay_names(by_id[attribution.document], attribution.relay))
    return shown


def of_tables(name: tuple[str, ...]) -> bool:
    """Whether the tables know whose a name is: a state's, a body's, or an outlet's that goes by several."""
    return any(name in table for table in known_names().values())


def ends_other(annotation: Annotation, name: Name, known: Mapping[tuple[str, ...], Known]) -> bool:
    """Whether a name is the end of a known outlet's, with the noun of the media before it (`Radio | Sarn`)."""
    return bool(name.first) and (annotation.tokens[name.first - 1].norm, *words(name.text)) in known


def bodily(annotation: Annotation, name: Name) -> bool:
    """Whether the noun of a body that is none of the media leads up to a name."""
    noun = noun_at(annotation, name.first - 1) if name.first else None
    return noun is not None and noun[1].type not in {"media", "agency"}


def relay_names(annotation: Annotation, span: Span) -> Iterator[str]:
    """The name in the words for a go-between (`le quotidien Le Matin bleu`), up to a comma."""
    inside = [t for t in annotation.tokens if span.start <= t.start < span.end]
    first = next((i for i, t in enumerate(inside) if begins(inside, i)), None)
    if first is None:
        return
    comma = next(
        (i for i in range(first, len(inside)) if inside[i].text == "," or first_name(inside, first, i)), len(inside)
    )
    last = 1 + max(i for i in range(first, comma) if inside[i].text[:1].isupper())
    if inside[first].norm in articles() and last < comma and inside[last].pos == "ADJ":
        last += 1  # `Le Matin bleu`
    if last - first <= MOST and not person(inside[first:last]) and not other_body(inside[first:last]):
        yield annotation.document.text[inside[first].start : inside[last - 1].end]


def other_body(tokens: Sequence[Token]) -> bool:
    """Whether a name is made with the noun of a body that is none of the media (`Medicines Board`): it has no outlet's."""
    pack = language_pack(tokens[0].language)
    noun = tokens[-1] if pack.settings.right_headed else tokens[0]
    known = noun.lemma in pack.institutions.nouns or noun.norm in pack.institutions.nouns
    return len(tokens) > 1 and known and not media_noun(noun)


def begins(tokens: Sequence[Token], i: int) -> bool:
    """Whether a name begins at a word: a capital, and no office, article or noun of the media before the name itself."""
    token = tokens[i]
    if not token.text[:1].isupper() or adjective(token) or token.pos in {"VERB", "ADP", "ADV"}:
        return False
    if token.norm in articles() or token.pos == "DET":
        return i + 1 < len(tokens) and tokens[i + 1].text[:1].isupper()
    nouns = language_pack(token.language).institutions.nouns
    return not (token.pos == "NOUN" and token.lemma in nouns and any(t.text[:1].isupper() for t in tokens[i + 1 :]))


def first_name(tokens: Sequence[Token], first: int, i: int) -> bool:
    """Whether a person's name begins at a word behind the beginning of another name (`l'AMP Régis Dorval`)."""
    return i > first and tokens[i].norm in first_names(tokens[i].language) and tokens[i - 1].norm not in articles()


def adjective(token: Token) -> bool:
    """Whether a capital only tells of an adjective (`the French daily`)."""
    return token.pos == "ADJ"


def person(tokens: Sequence[Token]) -> bool:
    """Whether the words for a go-between hold an office or civility."""
    titles = language_pack(tokens[0].language).titles
    words_: Set[str] = {w for t in tokens for w in (t.norm, t.lemma)}
    return bool(words_ & {*titles.roles, *titles.civilities})
