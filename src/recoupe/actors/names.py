"""Runs of proper nouns as names, and which of them are persons."""

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from recoupe.actors.extents import field_behind, is_body, outlet_ends, qualified_from
from recoupe.actors.firms import spelling, tells_trade
from recoupe.actors.gazetteer import known_names
from recoupe.actors.grammar import articles, loose_articles, name_joiners, name_openers
from recoupe.actors.name_ends import common_body, of_common_words, with_adjective, with_complement
from recoupe.actors.openings import (
    counts,
    everyday,
    first_names,
    only_describes,
    only_opens,
    opens,
    ordinary,
    participle,
)
from recoupe.languages import language_pack
from recoupe.linguistics import Annotation, Token

LONG = 5  # letters of a word that is no abbreviation nor a short name
MOST = 6  # words of a person's name
OFFICE = 5  # words before a name among which its office stands
FULL = 3  # words of a full name
COUPLE = 2  # words of a first name and a surname
YEAR = "year"  # what the packs call that unit
CLOSING = {",", "."}  # marks behind an age
APPOSED = 8  # words of an office before the comma that parts it from a name


@dataclass(frozen=True)
class Name:
    """A run of proper nouns, tokens [first, last)."""

    first: int
    last: int
    text: str
    person: bool

    @property
    def key(self) -> str:
        """The form by which names are compared."""
        found = [spelling(w) for w in self.text.lower().replace("’", "'").replace("-", " ").split()]
        return " ".join(found[1:] if len(found) > 1 and found[0] in loose_articles() else found)

    @property
    def surname(self) -> str:
        """The last word of the name."""
        return self.key.split()[-1]


def known_persons(annotation: Annotation, full: Set[tuple[str, ...]], taken: set[int]) -> list[Name]:
    """Full names of persons that other reports show, wherever their words stand, however they are tagged."""
    tokens, found, i = annotation.tokens, [], 0
    first = {words[0] for words in full}
    while i < len(tokens):
        length = 0
        if tokens[i].text in first and i not in taken:
            most = min(MOST, len(tokens) - i + 1)
            length = max((n for n in range(2, most) if tuple(t.text for t in tokens[i : i + n]) in full), default=0)
        if length and not taken & set(range(i, i + length)):
            text = annotation.document.text[tokens[i].start : tokens[i + length - 1].end]
            found.append(Name(i, i + length, text, True))
        i += length or 1
    return found


def names(annotation: Annotation, taken: set[int]) -> list[Name]:
    """Names outside the tokens already taken by known entries, in order."""
    tokens, found, i = annotation.tokens, list[Name](), 0
    common = {t.text for t in tokens}
    while i < len(tokens):
        if i in taken or not begins_name(annotation, i, common):
            i += 1
            continue
        last = end_of_name(annotation, i, taken)
        first, last = person_inside(annotation, i, last)
        ended = found[-1].last if found else 0
        while first > ended and first - 1 not in taken and part_of_name(annotation, first - 1):
            if first > i or hearer(annotation, first - 1, first):
                break
            first -= 1
        last = with_adjective(annotation, first, with_complement(annotation, first, last, taken), taken)
        first, last = qualified_from(annotation, first, last, taken), field_behind(annotation, first, last, taken)
        letter = last - first == 1 and len(tokens[first].text.rstrip(".")) == 1
        office = last in taken and ends_on_office(annotation, last)
        if not letter and not office and not all(common_body(t) for t in tokens[first:last]):
            text = annotation.document.text[tokens[first].start : tokens[last - 1].end]
            found.append(Name(first, last, text, is_person(annotation, first, last)))
        i = last
    alone = (n for n in found if n.person and n.first and len(n.key.split()) == 1)
    surnames = {n.surname for n in alone if civil(tokens[n.first - 1])}
    return [named_person(annotation, n) if n.surname in surnames else n for n in found]


def begins_name(annotation: Annotation, i: int, common: Set[str]) -> bool:
    """Whether a name begins at a token, and no office before one (`Jeweller Ann Dorval`). common: all words of the text."""
    tokens = annotation.tokens
    token = tokens[i]
    proper = token.pos == "PROPN" or capital(annotation, i, common) or forename(annotation, i)
    if not proper or not token.text[:1].isupper() or (dates(token) and not titled(tokens, i)):
        return False
    if participle(annotation, i) or only_describes(annotation, i) or for_territory(annotation, i):
        return False  # `Sollicité, le préfet ...`, `Masked commandos boarded the ship`
    if only_opens(annotation, i) and token.norm not in first_names(token.language):
        return False
    if is_kind(token) or counts(annotation, i) or ordinary(annotation, i):
        return False  # `ONG Dorval`, `the NGO`; `Twenty Brenian drones`; `Talks went on`
    opening = opens(annotation, i)
    if opening and everyday(token) and i + 1 < len(tokens) and called(tokens[i + 1]):
        return False  # `Safety director Ann Dorval`
    return not (called(token) and (civil(token) or follows(tokens, i) or token.text.isupper() or opening))


def for_territory(annotation: Annotation, i: int) -> bool:
    """Whether a part of the world stands bare behind an office which is for it (`le directeur Afrique de X`)."""
    tokens = annotation.tokens
    before = tokens[i - 1] if i else None
    titles = language_pack(tokens[i].language).titles
    return before is not None and tokens[i].norm in titles.territories and before.lemma in titles.roles


def end_of_name(annotation: Annotation, first: int, taken: Set[int]) -> int:
    """The token behind the words with a capital that go on with a name, and the small words that join them."""
    tokens, last = annotation.tokens, first + 1
    while (
        last < len(tokens) and last not in taken and goes_on(annotation, last) and not hearer(annotation, first, last)
    ):
        joins = tokens[last].norm in name_joiners() and last + 1 < len(tokens) and tokens[last + 1].pos == "PROPN"
        named = tokens[last].text[:1].isupper() and not is_kind(tokens[last])
        if named and not ends_name(tokens, last) and in_name(annotation, last):
            last += 1
        elif joins and last + 1 not in taken:
            last += 2
        else:
            break
    return last


def of_office(annotation: Annotation, first: int) -> bool:
    """Whether a preposition brings a name right behind an office of one person, whose complement it is."""
    tokens, i = annotation.tokens, first - 1
    while i > 0 and tokens[i].pos in {"DET", "ADP"}:
        i -= 1
    return 0 <= i < first - 1 and tokens[i].sentence == tokens[first].sentence and one_person(tokens[i])


def ends_on_office(annotation: Annotation, last: int) -> bool:
    """Whether a run of words with capitals ends on the office of whoever is named behind it (`Mines Minister | Carla Dunt`)."""
    before, behind = annotation.tokens[last - 1 : last + 1]
    pack = language_pack(before.language)
    return pack.settings.right_headed and before.norm in pack.titles.roles and before.sentence == behind.sentence


def person_inside(annotation: Annotation, first: int, last: int) -> tuple[int, int]:
    """The tokens [first, last) of the name that a run of words with capitals begins with, offices apart.

    An office inside a run ends what it is for (`Mines Minister | Carla Dunt`); behind an office, a first name inside a run
    ends its complement (`la ministre de la Pêche | Nora Pell`).
    """
    tokens = annotation.tokens
    if language_pack(tokens[first].language).settings.right_headed:
        for k in range(last - 2, first, -1):
            named = tokens[k + 1].norm in first_names(tokens[k].language) or last - k > COUPLE
            if tokens[k].norm in language_pack(tokens[k].language).titles.roles and named:
                return (k + 1, last) if not is_body(annotation, k + 1, last) else (first, last)
    for k in range(first + 1, last - 1):
        given = tokens[k].norm in first_names(tokens[k].language) and tokens[k - 1].norm not in name_joiners()
        given = given and tokens[first].norm not in first_names(tokens[k].language)
        if given and of_office(annotation, first):
            return first, k
    return first, last


def named_person(annotation: Annotation, name: Name) -> Name:
    """A name whose last word the report shows to be a surname (`Mme Dorval`), as a person's: two words, and no article."""
    tokens = annotation.tokens
    before = tokens[name.first - 1] if name.first else None
    body = before is not None and before.lemma in language_pack(before.language).institutions.nouns
    full = 1 < len(name.key.split()) <= FULL and not body and tokens[name.first].norm not in articles()
    return replace(name, person=True) if full and not is_body(annotation, name.first, name.last) else name


def surnames(annotation: Annotation, found: Sequence[Name], taken: Set[int]) -> list[Name]:
    """Surnames of persons that a report names in full, wherever they stand alone, however they are tagged."""
    tokens = annotation.tokens
    known = {tokens[n.last - 1].text for n in found if n.person and n.last - n.first > 1}
    inside = {i for n in found for i in range(n.first, n.last)} | taken
    return [
        Name(t.i, t.i + 1, t.text, True)
        for t in tokens
        if t.text in known and t.i not in inside and not (opens(annotation, t.i) and everyday(t))
    ]


def goes_on(annotation: Annotation, i: int) -> bool:
    """Whether a token can belong to the name before it: in its sentence, or right behind it where a sentence is cut."""
    before, token = annotation.tokens[i - 1], annotation.tokens[i]
    if token.sentence == before.sentence:
        return True
    return before.text[:1].isupper() and annotation.document.text[before.end : token.start] == " "


def hearer(annotation: Annotation, first: int, i: int) -> bool:
    """Whether a person's first name stands behind an outlet's, or a word of the report's own (`affirme au Courrier | Jeanne
    Ravel`)."""
    tokens, outlet = annotation.tokens, annotation.document.outlet
    if tokens[i].norm not in first_names(tokens[i].language) or i + 1 >= len(tokens):
        return False
    if tokens[i + 1].text[:1].isupper() and outlet_ends(annotation, first, i):
        return True
    if outlet is None:
        return False
    own = outlet.actor.lower().replace("’", "'").replace("'", "' ").split()
    inside = all(t.norm in own for t in tokens[first:i])
    return inside and tokens[i].norm not in own and tokens[i + 1].text[:1].isupper()


def in_name(annotation: Annotation, i: int) -> bool:
    """Whether a capital word behind a name is part of it: a name too, or no word of grammar and with nothing between."""
    before, token = annotation.tokens[i - 1], annotation.tokens[i]
    if token.pos == "PROPN":
        return True
    grammar = token.norm in language_pack(token.language).function_words.words
    beside = annotation.document.text[before.end : token.start] == " " and before.text[:1].isupper()
    return beside and not grammar and token.pos in {"NOUN", "ADJ", "X"} and not token.text.isupper()


def forename(annotation: Annotation, i: int) -> bool:
    """Whether a word that the tagger takes for another is a first name: a name stands behind it."""
    tokens = annotation.tokens
    known = tokens[i].text[:1].isupper() and tokens[i].norm in first_names(tokens[i].language)
    return known and i + 1 < len(tokens) and tokens[i + 1].pos in {"PROPN", "X"} and tokens[i + 1].text[:1].isupper()


def is_kind(token: Token) -> bool:
    """Whether a word in capitals is the short name of a kind of bodies (`ONG`, `PME`): it tells no more than that."""
    return token.text.isupper() and token.text in language_pack(token.language).institutions.nouns


def part_of_name(annotation: Annotation, i: int) -> bool:
    """Whether the word before a name belongs to it though the tagger takes it for another: a capital, a word of no table."""
    token, behind = annotation.tokens[i], annotation.tokens[i + 1]
    if token.text[:1].isupper() and token.norm in name_openers() and token.sentence == behind.sentence:
        return True
    if not token.text[:1].isupper() or token.text.isupper() or token.sentence != behind.sentence:
        return False
    if token.pos not in {"ADJ", "NOUN", "X"} or called(token) or dates(token):
        return False
    known = known_names().get(token.language, {}).get((token.norm,))
    if known is not None or token.lemma in language_pack(token.language).institutions.nouns:
        return False
    if token.pos == "ADJ" and chosen_capital(annotation, i):
        return True
    return len(token.text) >= LONG and not everyday(token)


def chosen_capital(annotation: Annotation, i: int) -> bool:
    """Whether a word that describes the one behind it has a capital for being part of a name (`the head of Green Harbour`).

    Only where adjectives stand before their nouns and neither a sentence, a mark nor a heading gives them one.
    """
    token = annotation.tokens[i]
    given = i == annotation.sentences[token.sentence][0] or annotation.tokens[i - 1].pos in {"PUNCT", "NUM"}
    return (
        language_pack(token.language).settings.right_headed and not given and token.sentence not in annotation.headings
    )


def capital(annotation: Annotation, i: int, words: Set[str]) -> bool:
    """Whether a noun is a name that the tagger does not know: a capital inside a sentence, never met without it."""
    token = annotation.tokens[i]
    inside = i > annotation.sentences[token.sentence][0] and annotation.tokens[i - 1].pos not in {"PUNCT", "NUM"}
    if token.pos != "NOUN" or not token.text[:1].isupper() or token.text.isupper() or not inside:
        return False
    pack = language_pack(token.language)
    known = token.lemma in pack.titles.roles or token.lemma in pack.institutions.nouns
    return token.text.lower() not in words and not known


def office_before(annotation: Annotation, first: int) -> bool:
    """Whether an office of a person leads up to a name, with nothing but its own complement between (`le chef de quart X`).

    What stands right before the name is a noun or adjective, and none of a body, whose name it would be.
    """
    tokens = annotation.tokens
    pack = language_pack(tokens[first].language)
    for i in range(first - 1, max(annotation.sentences[tokens[first].sentence][0], first - OFFICE) - 1, -1):
        token = tokens[i]
        if token.lemma in pack.institutions.nouns and not ends_office(annotation, i):
            return False
        phrase = " ".join(t.norm for t in tokens[i:first]).replace("' ", "'")
        if {token.lemma, token.norm, phrase} & {*pack.titles.roles, *pack.titles.persons}:
            return True
        if token.pos not in {"NOUN", "ADJ", "PROPN"} and (i == first - 1 or token.pos != "ADP"):
            return False
    return False


def ends_office(annotation: Annotation, i: int) -> bool:
    """Whether a noun without an article is the end of an office (`chef d'| orchestre`, `directrice d'| école`)."""
    tokens = annotation.tokens
    if i < 2 or tokens[i - 1].pos != "ADP" or tokens[i - 2].sentence != tokens[i].sentence:
        return False
    titles = language_pack(tokens[i].language).titles
    return bool({tokens[i - 2].lemma, tokens[i - 2].norm} & {*titles.roles, *titles.persons})


def office_apposed(annotation: Annotation, first: int) -> bool:
    """Whether the noun phrase of one office stands before the comma in front of a name (`sa porte-parole, Anna Dorval`)."""
    tokens = annotation.tokens
    if first < 2 or tokens[first - 1].text != ",":
        return False
    start = annotation.sentences[tokens[first].sentence][0]
    titles = language_pack(tokens[first].language).titles
    for i in range(first - 2, max(start, first - 2 - APPOSED) - 1, -1):
        token = tokens[i]
        if token.pos in {"PUNCT", "VERB", "AUX", "PROPN", "CCONJ"} or token.has("Number=Plur"):
            return False
        if {token.lemma, token.norm} & {*titles.roles}:
            return token.pos == "NOUN" and any(
                tokens[d].has("Definite=Def") or tokens[d].has("Poss=Yes")
                for d in annotation.dependents(i, "det", "nmod:poss")
            )
    return False


def called(token: Token) -> bool:
    """Whether a word written as a name is an office or a noun of persons."""
    titles = language_pack(token.language).titles
    return token.norm in titles.roles or token.norm in titles.persons or civil(token)


def civil(token: Token) -> bool:
    """Whether a word is a civility (`Dr`, `Mme`)."""
    civilities = language_pack(token.language).titles.civilities
    return token.text in civilities or token.norm in civilities


def ends_name(tokens: Sequence[Token], i: int) -> bool:
    """Whether a day or month stands behind a name and no part of it (`Thi Mai Dorval` has such a word inside)."""
    behind = tokens[i + 1] if i + 1 < len(tokens) else None
    return dates(tokens[i]) and not (behind is not None and behind.pos == "PROPN" and behind.text[:1].isupper())


def follows(tokens: Sequence[Token], i: int) -> bool:
    """Whether a name of two words or more stands right behind a token, by its capitals and a tag of a name or first name."""
    behind = tokens[i + 1 : i + 3]
    return (
        len(behind) == 2
        and all(t.text[:1].isupper() and t.sentence == tokens[i].sentence for t in behind)
        and behind[0].pos == "PROPN"
        and (behind[1].pos == "PROPN" or behind[0].norm in first_names(behind[0].language))
    )


def titled(tokens: Sequence[Token], i: int) -> bool:
    """Whether a day or month begins a name: an article before it and a name behind it (`the Sunday Herald`)."""
    return (
        0 < i < len(tokens) - 1
        and tokens[i - 1].pos == "DET"
        and tokens[i + 1].pos == "PROPN"
        and not dates(tokens[i + 1])
    )


def dates(token: Token) -> bool:
    """Whether a proper noun is a day's or a month's; four capitals are an abbreviation of something else."""
    if token.text.isupper() and len(token.text) < LONG:
        return False
    calendar = language_pack(token.language).calendar
    return token.norm in calendar.weekdays or token.norm in calendar.months


def is_person(annotation: Annotation, first: int, last: int) -> bool:
    """Whether a name is a person's: a known first name, a civility before it, or a role in apposition to it."""
    tokens = annotation.tokens
    titles = language_pack(tokens[first].language).titles
    article = tokens[first].norm in articles()
    known = tokens[first].norm in first_names(tokens[first].language)
    lone = known and last - first == 1  # a first name alone, which needs more to be a person's
    if last - first > 1 and tokens[last - 1].pos == "ADJ" and tokens[last - 1].text.islower():
        return False  # `le parti Renouveau civique`
    if known and not lone and not article:
        return True
    if last - first > 1 and tells_trade(tokens[last - 1]):
        return False  # `the developer, Dorval Storage`
    before = tokens[first - 1] if first and tokens[first - 1].sentence == tokens[first].sentence else None
    if before is not None and before.pos == "DET" and before.head in range(first, last):
        return False  # `a boatman, the Alliance of the Plains`: a body, or a ship
    if before is not None and annotation.document.text[before.end : tokens[first].start].isspace():
        body = last - first == 1 and before.lemma in language_pack(before.language).institutions.nouns
        if before.text in titles.civilities or before.norm in titles.civilities:
            return True
        if is_body(annotation, first, last) or of_common_words(annotation, first, last, before):
            return False  # `an official at | Sarn Safety Board`
        if before.lemma in titles.roles and not body:  # `the operator X` is a company
            return True
        plural = before.has("Number=Plur") and before.norm != before.lemma  # (the tagger has `voisin` for one)
        if lone and before.lemma in titles.persons and not plural:
            return True  # `mon voisin Marcel`
        top = next((tokens[i] for i in range(first, last) if tokens[i].head not in range(first, last)), tokens[first])
        head = tokens[top.head]
        beside = top.dep.startswith(("appos", "flat", "nmod")) and not annotation.dependents(top.i, "case")
        body = body or (last - first == 1 and head.lemma in language_pack(head.language).institutions.nouns)
        if beside and not body and head.lemma in titles.roles and head.i < first:
            return True
        if last - first > 1 and office_before(annotation, first):
            return True
    if article or is_body(annotation, first, last):
        return False
    if last - first > 1 and office_apposed(annotation, first):
        return True
    if (last - first > 1 or lone) and (aged(annotation, last) or told_behind(annotation, last)):
        return True
    beside_it = [tokens[c] for c in annotation.dependents(first, "appos")]
    callings = {*titles.roles, *titles.persons} if lone else titles.roles
    if any(t.lemma in callings and not t.has("Number=Plur") for t in beside_it):
        return True
    behind = [tokens[c] for i in range(first + 1, last) for c in annotation.dependents(i, "appos")]
    return any(one_person(t) for t in behind)  # (`Callum Dray, the | director`, hung on the surname)


def told_behind(annotation: Annotation, last: int) -> bool:
    """Whether a calling stands behind the comma behind a name (`X, docker à la retraite,`, `X, a former nurse,`)."""
    tokens = annotation.tokens
    if last + 1 >= len(tokens) or tokens[last].text != "," or tokens[last + 1].sentence != tokens[last].sentence:
        return False
    i = last + 1
    if tokens[i].has("Definite=Ind"):
        i += 1
        while i + 1 < len(tokens) and tokens[i].pos == "ADJ" and tokens[i + 1].sentence == tokens[i].sentence:
            i += 1
    return i < len(tokens) and one_person(tokens[i])


def one_person(noun: Token) -> bool:
    """Whether a noun can only be said of one person, and of no firm or body (`docker`, `director`; not `operator`)."""
    pack = language_pack(noun.language)
    role = pack.titles.roles.get(noun.lemma)
    person = bool({noun.lemma, noun.norm} & {*pack.titles.persons}) or (
        role is not None and (bool(role.heads) or role.speaks_for or role.anonymous_alone)
    )
    return person and noun.pos == "NOUN" and not noun.has("Number=Plur") and noun.lemma not in pack.institutions.nouns


def aged(annotation: Annotation, last: int) -> bool:
    """Whether a person's age stands behind a name (`X, 78 ans,`, `X, 51,`), or a pronoun of persons alone (`X, who`)."""
    tokens = annotation.tokens
    behind = [t.norm for t in tokens[last : last + 3]]
    if not behind:
        return False
    pack = language_pack(tokens[last].language)
    told = pack.function_words.personal_relatives
    if behind[0] != "," or len(behind) < 3:
        return behind[0] in told
    years = behind[1].isdecimal() and 1 < len(behind[1]) < 4
    return behind[1] in told or (years and (behind[2] in CLOSING or pack.calendar.units.get(behind[2]) == YEAR))
