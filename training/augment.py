"""Made variants of treebank sentences: the typography and the layout of news, which the treebanks hardly have.

Every function takes its randomness from the `random.Random` it is given; the annotation stays that of the treebank.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

from training.convert import Sentence, Token
from training.reporting import apposition, other_verb

_QUOTES = {
    "fr": [
        ("« ", " »"),
        ("«\u00a0", "\u00a0»"),
        ("«\u202f", "\u202f»"),
        ("“", "”"),
        ('"', '"'),
        ('"', '"'),
        ("«", "»"),
    ],
    "en": [("“", "”"), ("“", "”"), ('"', '"'), ('"', '"'), ("‘", "’"), ("'", "'")],
}
_VERBS = {
    "fr": {
        "déclaré": "déclarer",
        "affirmé": "affirmer",
        "indiqué": "indiquer",
        "ajouté": "ajouter",
        "assuré": "assurer",
        "dit": "dire",
        "estimé": "estimer",
        "expliqué": "expliquer",
        "souligné": "souligner",
        "précisé": "préciser",
        "martelé": "marteler",
        "rappelé": "rappeler",
        "lancé": "lancer",
        "insisté": "insister",
        "confié": "confier",
        "répondu": "répondre",
        "regretté": "regretter",
    },
    "en": {
        "said": "say",
        "added": "add",
        "explained": "explain",
        "told": "tell",
        "stated": "state",
        "argued": "argue",
        "insisted": "insist",
        "warned": "warn",
        "claimed": "claim",
        "replied": "reply",
        "continued": "continue",
        "noted": "note",
    },
}
_PRESENT = [
    "déclare",
    "affirme",
    "indique",
    "ajoute",
    "assure",
    "estime",
    "explique",
    "souligne",
    "précise",
    "martèle",
    "rappelle",
    "raconte",
    "rétorque",
    "insiste",
    "confie",
    "répond",
    "regrette",
    "prévient",
    "poursuit",
    "résume",
    "dénonce",
    "reconnaît",
    "conclut",
]
_LEMMAS = {
    "martèle": "marteler",
    "rappelle": "rappeler",
    "répond": "répondre",
    "prévient": "prévenir",
    "poursuit": "poursuivre",
    "reconnaît": "reconnaître",
    "conclut": "conclure",
}
_SURNAMES = [
    "Martin",
    "Lemaire",
    "Zelenko",
    "Rahimi",
    "Tanaka",
    "Moreau",
    "Haddad",
    "Kovac",
    "Silva",
    "Okoye",
    "Berger",
    "Novak",
    "Chen",
    "Weiss",
    "Popescu",
    "Diallo",
    "Larsen",
    "Costa",
    "Nasser",
    "Lambert",
    "Ferrari",
    "Petrov",
    "Wagner",
    "Keita",
    "Olsen",
    "Farah",
]
_FORENAMES = [
    "Jean",
    "Marie",
    "Ali",
    "John",
    "Sarah",
    "Olga",
    "Pierre",
    "Anne",
    "David",
    "Fatima",
    "Ivan",
    "Lucie",
    "Emma",
    "Karim",
    "Paul",
    "Mary",
]
_ROLES = {
    "fr": [
        "ministre",
        "porte-parole",
        "président",
        "responsable",
        "diplomate",
        "maire",
        "procureur",
        "source",
        "avocat",
        "directrice",
    ],
    "en": [
        "minister",
        "spokesman",
        "president",
        "official",
        "diplomat",
        "mayor",
        "prosecutor",
        "source",
        "lawyer",
        "spokeswoman",
    ],
}

_Piece = tuple[
    str, str, str, str, int, str, str
]  # form, lemma, UPOS, feats, head in the piece list (-1: above), deprel, space


def _subject(language: str, rng: random.Random, verb: int, at: int) -> list[_Piece]:
    """A noun phrase that is the subject of piece `verb` and starts at piece `at`."""
    if rng.random() < 0.5:
        name = rng.choice(_SURNAMES)
        style = rng.random()
        if style < 0.5:
            first = rng.choice(_FORENAMES)
            flat = "flat:name" if language == "fr" else "flat"
            return [
                (first, first, "PROPN", "" if language == "fr" else "Number=Sing", verb, "nsubj", " "),
                (name, name, "PROPN", "" if language == "fr" else "Number=Sing", at, flat, ""),
            ]
        if style < 0.75 and language == "fr":
            return [
                ("M.", "monsieur", "NOUN", "Gender=Masc|Number=Sing", verb, "nsubj", " "),
                (name, name, "PROPN", "", at, "appos", ""),
            ]
        return [(name, name, "PROPN", "" if language == "fr" else "Number=Sing", verb, "nsubj", "")]
    role = rng.choice(_ROLES[language])
    if language == "en":
        feats = "Definite=Def|PronType=Art"
        return [
            ("the", "the", "DET", feats, at + 1, "det", " "),
            (role, role, "NOUN", "Number=Sing", verb, "nsubj", ""),
        ]
    feminine = role in {"source", "directrice"}
    gender = "Fem" if feminine else "Masc"
    definite = rng.random() < 0.6
    form = ("la" if feminine else "le") if definite else ("une" if feminine else "un")
    if definite and role[0] == "a":
        form = "l'"
    feats = f"Definite={'Def' if definite else 'Ind'}|Gender={gender}|Number=Sing|PronType=Art"
    return [
        (form, "le" if definite else "un", "DET", feats, at + 1, "det", "" if form == "l'" else " "),
        (role, role, "NOUN", f"Gender={gender}|Number=Sing", verb, "nsubj", ""),
    ]


def _incise(language: str, rng: random.Random) -> tuple[list[_Piece], int]:
    """A reporting clause such as `a déclaré le ministre`, `assure-t-il`, `said X`, and the place of its verb."""
    style = rng.random()
    if language == "en":
        verb = rng.choice([v for v in _VERBS["en"] if v != "told"] + ["said"] * 10)
        feats = "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin"
        if style < 0.5:
            pieces = _subject("en", rng, 0, 1)
            return [(verb, _VERBS["en"][verb], "VERB", feats, -1, "top", " "), *pieces], 0
        if style < 0.7:
            he = rng.choice(["he", "she", "they"])
            morph = {"he": "Gender=Masc|Number=Sing", "she": "Gender=Fem|Number=Sing", "they": "Number=Plur"}[he]
            return [
                (he, he, "PRON", f"Case=Nom|{morph}|Person=3|PronType=Prs", 1, "nsubj", " "),
                (verb, _VERBS["en"][verb], "VERB", feats, -1, "top", ""),
            ], 1
        place = 2
        pieces = _subject("en", rng, place, 0)
        place = len(pieces)
        pieces = [(f, le, u, m, place if d == "nsubj" else h, d, s) for f, le, u, m, h, d, s in pieces]
        pieces[-1] = (*pieces[-1][:6], " ")
        return [*pieces, (verb, _VERBS["en"][verb], "VERB", feats, -1, "top", "")], place
    if style < 0.55:
        verb = rng.choice(list(_VERBS["fr"]))
        feats = "Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part"
        avoir, tense = rng.choice([("a", "Pres"), ("a", "Pres"), ("a", "Pres"), ("avait", "Imp")])
        auxiliary = (avoir, "avoir", "AUX", f"Mood=Ind|Number=Sing|Person=3|Tense={tense}|VerbForm=Fin")
        if rng.random() < 0.25:
            pronoun = rng.choice(["il", "elle"])
            clitic = f"-t-{pronoun}" if avoir == "a" else f"-{pronoun}"
            gender = "Masc" if pronoun == "il" else "Fem"
            return [
                (*auxiliary, 2, "aux:tense", ""),
                (clitic, pronoun, "PRON", f"Gender={gender}|Number=Sing|Person=3|PronType=Prs", 2, "nsubj", " "),
                (verb, _VERBS["fr"][verb], "VERB", feats, -1, "top", ""),
            ], 2
        return [
            (*auxiliary, 1, "aux:tense", " "),
            (verb, _VERBS["fr"][verb], "VERB", feats, -1, "top", " "),
            *_subject("fr", rng, 1, 2),
        ], 1
    verb = rng.choice(_PRESENT)
    lemma = _LEMMAS.get(verb, verb + "r")
    feats = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
    if rng.random() < 0.3:
        pronoun = rng.choice(["il", "elle", "on"])
        clitic = f"-t-{pronoun}" if verb[-1] not in "td" else f"-{pronoun}"
        return [
            (verb, lemma, "VERB", feats, -1, "top", ""),
            (clitic, pronoun, "PRON", "Number=Sing|Person=3|PronType=Prs", 0, "nsubj", ""),
        ], 0
    return [(verb, lemma, "VERB", feats, -1, "top", " "), *_subject("fr", rng, 0, 1)], 0


def _root(tokens: list[Token]) -> int:
    return next(i for i, t in enumerate(tokens) if t.head == i)


def _mark(form: str, head: int, space: str) -> Token:
    return Token(form, form, "PUNCT", "", head, "punct", space)


def _shifted(head: int, at: int, by: int) -> int:
    return head + by * (head >= at)


def _insert(tokens: list[Token], at: int, token: Token) -> list[Token]:
    """The tokens with one more at `at`; `token.head` is given in the old numbering."""
    moved = [replace(t, head=_shifted(t.head, at, 1)) for t in tokens]
    return [*moved[:at], replace(token, head=_shifted(token.head, at, 1)), *moved[at:]]


def _open_close(language: str, rng: random.Random) -> tuple[str, str, str, str]:
    opening, closing = rng.choice(_QUOTES[language])
    return opening[0], opening[1:], closing[-1], closing[:-1]


def quote(sentences: list[Sentence], language: str, rng: random.Random) -> list[Sentence]:
    """The run of sentences in quotation marks, often followed (inside its last sentence) by a reporting clause."""
    opening, inner, closing, before = _open_close(language, rng)
    first = list(sentences[0].tokens)
    first = _insert(first, 0, _mark(opening, _root(first), inner))
    result = [replace(sentences[0], tokens=tuple(first)), *sentences[1:]]
    last = list(result[-1].tokens)
    end = last[-1]
    if end.upos != "PUNCT" or end.form not in {".", "!", "?", "..."}:
        return sentences
    if rng.random() < 0.35:  # the quotation stands alone
        last[-1] = replace(end, space=before)
        last.append(_mark(closing, _root(last), " "))
        result[-1] = replace(result[-1], tokens=tuple(last))
        return result
    root = _root(last)
    style = rng.random()
    keep = end.form != "." or (len(sentences) > 1 and style < 0.5)
    comma = (not keep and rng.random() < 0.85) or (keep and rng.random() < 0.3)
    if keep:
        last[-1] = replace(end, space=before)
    else:
        last = [replace(t, head=t.head) for t in last[:-1]]
        last[-1] = replace(last[-1], space="")
        if any(t.head >= len(last) for t in last):
            return sentences
    inside = comma and language == "en" and rng.random() < 0.85
    if inside and not keep:
        last.append(_mark(",", root, ""))
        last.append(_mark(closing, root, " "))
    else:
        last[-1] = replace(last[-1], space=before)
        last.append(_mark(closing, root, "" if comma else " "))
        if comma:
            last.append(_mark(",", root, " "))
    pieces, verb = _incise(language, rng)
    base = len(last)
    top = base + verb
    final = language == "en"  # English: the reporting verb is the root and the quotation its complement
    for form, lemma, upos, feats, head, deprel, space in pieces:
        if deprel == "top":
            last.append(
                Token(form, lemma, upos, feats, top if final else root, "root" if final else "parataxis:insert", space)
            )
        else:
            last.append(Token(form, lemma, upos, feats, base + head, deprel, space))
    if final:
        last[root] = replace(last[root], head=top, deprel="ccomp")
    last[-1] = replace(last[-1], space="")
    last.append(_mark(".", top if final else root, " "))
    result[-1] = replace(result[-1], tokens=tuple(last))
    return result


def insert_clause(sentence: Sentence, language: str, rng: random.Random) -> Sentence:
    """A reporting clause between commas after an inner comma of the sentence: `X, a déclaré Y, Z`."""
    tokens = list(sentence.tokens)
    root = _root(tokens)
    places = [i for i, t in enumerate(tokens[:-3]) if t.form == "," and i > 2 and t.space == " "]
    if not places:
        return sentence
    at = rng.choice(places) + 1
    pieces, verb = _incise(language, rng)
    size = len(pieces) + 1
    tokens = [replace(t, head=_shifted(t.head, at, size)) for t in tokens]
    root = _shifted(root, at, size)
    new = []
    for form, lemma, upos, feats, head, deprel, space in pieces:
        if deprel == "top":
            new.append(
                Token(form, lemma, upos, feats, root, "parataxis:insert" if language == "fr" else "parataxis", space)
            )
        else:
            new.append(Token(form, lemma, upos, feats, at + head, deprel, space))
    new[-1] = replace(new[-1], space="")
    new.append(_mark(",", at + verb, " "))
    return replace(sentence, tokens=(*tokens[:at], *new, *tokens[at:]))


def _after_subject(tokens: list[Token], root: int) -> int | None:
    """Where the subject of the root ends, if it stands right before the verb group without a comma."""
    subject = next((i for i, t in enumerate(tokens[:root]) if t.head == root and t.deprel.startswith("nsubj")), None)
    if subject is None or tokens[subject].upos == "PRON":
        return None
    inside = {subject}
    for _ in range(len(tokens)):
        inside |= {i for i, t in enumerate(tokens) if t.head in inside}
    end = max(inside) + 1
    fits = inside == set(range(min(inside), end)) and end <= root and tokens[end - 1].space == " "
    return end if fits and tokens[end - 1].form != "," and tokens[end].upos != "PUNCT" else None


def set_clause(sentence: Sentence, language: str, rng: random.Random) -> Sentence:
    """Reporting clause between commas after the subject (`X, a déclaré Y, sera ...`) or at the end (`..., dit Y.`)."""
    tokens = list(sentence.tokens)
    root = _root(tokens)
    end = tokens[-1]
    at = _after_subject(tokens, root) if rng.random() < 0.6 else None
    last = at is None
    if at is None:
        at = len(tokens) - 1
        if end.form != "." or at < 3:
            return sentence
    pieces, verb = _incise(language, rng)
    size = len(pieces) + (1 if last else 2)
    tokens = [replace(t, head=_shifted(t.head, at, size)) for t in tokens]
    root = _shifted(root, at, size)
    top = at + 1 + verb
    final = last and language == "en"
    label = "parataxis:insert" if language == "fr" else "parataxis"
    new = [_mark(",", top, " ")]
    for form, lemma, upos, feats, head, deprel, space in pieces:
        if deprel == "top":
            new.append(Token(form, lemma, upos, feats, top if final else root, "root" if final else label, space))
        else:
            new.append(Token(form, lemma, upos, feats, at + 1 + head, deprel, space))
    new[-1] = replace(new[-1], space="")
    if not last:
        new.append(_mark(",", top, " "))
    tokens = [*tokens[:at], *new, *tokens[at:]]
    tokens[at - 1] = replace(tokens[at - 1], space="")
    if final:
        tokens[root] = replace(tokens[root], head=top, deprel="ccomp")
        tokens[-1] = replace(tokens[-1], head=top)
    return replace(sentence, tokens=tuple(tokens))


def set_apposition(sentence: Sentence, language: str, rng: random.Random) -> Sentence:
    """An apposition between commas behind the subject: `Lemaire, ministre de Kovac, ...`, `the mayor, Mary Chen, ...`."""
    tokens = list(sentence.tokens)
    root = _root(tokens)
    at = _after_subject(tokens, root)
    if at is None:
        return sentence
    subject = next(i for i, t in enumerate(tokens[:root]) if t.head == root and t.deprel.startswith("nsubj"))
    pieces = apposition(language, _SURNAMES, _FORENAMES, _ROLES[language], rng, named=tokens[subject].upos == "PROPN")
    size = len(pieces)
    tokens = [replace(t, head=_shifted(t.head, at, size)) for t in tokens]
    new = [
        Token(form, lemma, upos, feats, subject if head < 0 else at + head, deprel, space)
        for form, lemma, upos, feats, head, deprel, space in pieces
    ]
    tokens = [*tokens[:at], *new, *tokens[at:]]
    tokens[at - 1] = replace(tokens[at - 1], space="")
    return replace(sentence, tokens=tuple(tokens))


def headline(sentence: Sentence, rng: random.Random) -> Sentence:
    """The sentence without its full stop, sometimes in capitals, at the end of a line."""
    tokens = list(sentence.tokens)
    if tokens[-1].form == "." and not any(t.head == len(tokens) - 1 for t in tokens):
        tokens = tokens[:-1]
    style = rng.random()
    if style < 0.1:
        tokens = [replace(t, form=t.form.upper()) for t in tokens]
    elif style < 0.2:
        tokens = [
            replace(t, form=t.form[:1].upper() + t.form[1:]) if t.upos not in {"ADP", "DET", "CCONJ"} else t
            for t in tokens
        ]
    tokens[-1] = replace(tokens[-1], space=rng.choice(["\n\n", "\n\n", "\n", " \n"]))
    return replace(sentence, tokens=tuple(tokens))


def _typography(language: str, rng: random.Random) -> Callable[[Sentence], Sentence]:
    """One choice of apostrophes, quotation marks and spaces before high punctuation for a whole text."""
    curly = rng.random() < 0.5
    swap = rng.random() < 0.6
    opening, inner, closing, before = _open_close(language, rng)
    high = rng.choice(["", " ", "\u00a0", "\u202f"]) if language == "fr" else ""

    def apply(sentence: Sentence) -> Sentence:
        tokens: list[Token] = []
        opened = False
        for token in sentence.tokens:
            form, space = token.form, token.space
            if curly:
                form = form.replace("'", "’") if len(form) > 1 else form
            if swap and token.upos == "PUNCT" and form == '"':
                if opened:
                    form, tokens_space = closing, before
                    if tokens and tokens[-1].space == "":
                        tokens[-1] = replace(tokens[-1], space=tokens_space)
                else:
                    form, space = opening, inner
                opened = not opened
            elif language == "fr" and form in {":", ";", "!", "?", "%"} and tokens and tokens[-1].space in {"", " "}:
                tokens[-1] = replace(
                    tokens[-1], space=high if form != "%" or token.upos != "PUNCT" else tokens[-1].space
                )
            tokens.append(replace(token, form=form, space=space))
        return replace(sentence, tokens=tuple(tokens))

    return apply


def _wrap(sentences: list[Sentence], width: int) -> list[Sentence]:
    """The text cut into lines of at most about `width` characters, as in mail and agency copy."""
    column = 0
    result = []
    for sentence in sentences:
        tokens = []
        for token in sentence.tokens:
            column += len(token.form) + 1
            if column > width and token.space == " ":
                token, column = replace(token, space="\n"), 0
            elif "\n" in token.space:
                column = 0
            tokens.append(token)
        result.append(replace(sentence, tokens=tuple(tokens)))
    return result


def vary(sentences: list[Sentence], language: str, rng: random.Random, *, clauses: bool = False) -> list[Sentence]:
    """A variant of consecutive sentences of one document. About a third of texts stays as it is.

    `clauses` adds reporting clauses set off by commas without quotation marks.
    """
    if rng.random() < 0.3:
        return sentences
    result: list[Sentence] = []
    index = 0
    while index < len(sentences):
        sentence = sentences[index]
        if rng.random() < 0.25:
            sentence = other_verb(sentence, language, rng)
        if rng.random() < 0.1:
            sentence = set_apposition(sentence, language, rng)
        chance = rng.random()
        plain = not any(t.form in {'"', "«", "»", "“", "”"} for t in sentence.tokens)
        if chance < 0.12 and plain and len(sentence.tokens) > 3 and sentence.tokens[-1].upos == "PUNCT":
            run = 1 if rng.random() < 0.6 else rng.randint(2, 3)
            part = [sentence, *sentences[index + 1 : index + run]]
            if all(not any(t.form in {'"', "«", "»", "“", "”"} for t in s.tokens) for s in part):
                result.extend(quote(part, language, rng))
                index += len(part)
                continue
        if chance < 0.18 and len(sentence.tokens) > 8:
            sentence = insert_clause(sentence, language, rng)
        elif chance < 0.26 and len(sentence.tokens) < 16 and plain:
            sentence = headline(sentence, rng)
        elif clauses and chance < 0.36 and plain and len(sentence.tokens) > 6:
            sentence = set_clause(sentence, language, rng)
        result.append(sentence)
        index += 1
    result = [_set_end(s, rng) for s in result]
    result = list(map(_typography(language, rng), result))
    if rng.random() < 0.06:
        result = _wrap(result, rng.choice([60, 72, 80]))
    return result


def _set_end(sentence: Sentence, rng: random.Random) -> Sentence:
    """A sentence that ends a paragraph now and then."""
    last = sentence.tokens[-1]
    if last.space != " " or last.upos != "PUNCT" or rng.random() > 0.15:
        return sentence
    space = rng.choice(["\n\n", "\n\n", "\n", " \n"])
    return replace(sentence, tokens=(*sentence.tokens[:-1], replace(last, space=space)))
