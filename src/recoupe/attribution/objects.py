"""Noun phrases as contents: `a nié le transfert`, `met en garde contre X`."""

from recoupe.attribution.contents import REACH, Content, elided, forms_of
from recoupe.attribution.cues import VerbCue
from recoupe.attribution.draft import Reading
from recoupe.attribution.endings import clause_end
from recoupe.attribution.openings import DASHES
from recoupe.attribution.syntax import (
    NOMINAL,
    VERBAL,
    clause,
    is_bare_past,
    is_finite,
    is_genitive,
    is_main,
    noun_phrase,
    verb_group,
)

INSERTED = 12  # tokens between two dashes


def oblique(reading: Reading, cue: VerbCue, preposition: str) -> Content | None:
    """A noun phrase behind a preposition: `met en garde contre X`, `accuse X de fraude`."""
    annotation, tokens = reading.annotation, reading.tokens
    words = preposition.split()
    forms = elided(words[0])
    _, sentence_end = annotation.sentences[tokens[cue.verb].sentence]
    for i in range(behind_asides(reading, cue.last), min(sentence_end, cue.last + REACH)):
        if tokens[i].norm not in forms or [t.norm for t in tokens[i + 1 : i + len(words)]] != words[1:]:
            continue
        if behind_asides(reading, i) > i:
            continue  # `crie au contraire au sabordage`
        head = tokens[i].head
        dated = tokens[head].norm in reading.lexicon(head).dates
        if head <= i or dated or tokens[head].pos not in NOMINAL or cue.verb not in annotation.ancestors(head):
            continue
        if i > cue.last and tokens[i - 1].pos in {"ADV", "ADP"}:
            continue  # the end of a longer preposition (`auprès de`)
        if is_genitive(tokens[i]) and tokens[head].dep.startswith("nmod") and not object_head(reading, cue, head):
            continue
        if is_genitive(tokens[i]) and cue.entry.verb.class_ != "accusation" and part_of_title(reading, i, head):
            continue
        last = with_complement(reading, cue, before_verb(reading, head, clause(annotation, head)[1]))
        return Content(((i + len(words), last),), head, f"{preposition}+noun")
    return None


def part_of_title(reading: Reading, i: int, noun: int) -> bool:
    """Whether a bare noun behind a genitive mark says what the one before it is (`averti le chef | de service`)."""
    article = reading.tokens[i].has("Definite=Def")  # (`averti l'Iran | des conséquences`)
    bare = noun == i + 1 and not article and not reading.annotation.dependents(noun, "det", "nummod")
    return bare and reading.tokens[noun].pos == "NOUN" and reading.tokens[noun].head == i - 1


def before_verb(reading: Reading, head: int, last: int) -> int:
    """The end of a noun phrase before a verb that a conjunction joins to the cue (`a appelé au calme et promis une aide`)."""
    tokens = reading.tokens
    for i in range(head + 1, last - 1):
        if tokens[i].pos == "CCONJ" and tokens[i + 1].pos in VERBAL:
            return i
    return last


def object_head(reading: Reading, cue: VerbCue, noun: int) -> bool:
    """Whether a `de` phrase hangs on the person accused, warned or told (`accuse la société de fraude`)."""
    above = reading.tokens[noun].head
    if cue.verb < above < cue.last:
        return True  # `fait état | de douze blessés`
    told = reading.tokens[above].head == cue.verb and reading.tokens[above].dep.startswith(
        ("obj", "iobj", "nsubj:pass")
    )
    return told and "object" in cue.entry.verb.addressee


def nominal_object(reading: Reading, cue: VerbCue, construction: str) -> Content | None:
    """A noun phrase as content: `annonçait l'imminence d'une livraison`, `a nié le transfert`; a passive's subject."""
    annotation, tokens = reading.annotation, reading.tokens
    relations = ("nsubj:pass",) if cue.passive else ("obj",)
    lexicon = reading.lexicon(cue.verb)
    if ("object" in cue.entry.verb.addressee and not cue.passive) or tokens[cue.verb].has("Tense=Fut"):
        return None  # what will be announced (`annoncera sa décision`) is not yet said
    heads = annotation.dependents(cue.verb, *relations)
    if not heads and not cue.passive and cue.subject is not None and cue.subject < cue.verb:
        # with a subject before the verb, the second one that the parse sees behind it is the object
        heads = [c for c in annotation.dependents(cue.verb, "nsubj") if c > cue.verb]
    for head in heads:
        token = tokens[head]
        if (head == cue.subject and not cue.passive) or inverted_relative(reading, cue, head):
            continue
        figure = token.pos == "NUM" and not cue.passive and cue.entry.verb.class_ != "denial"  # `ont annoncé 6 000`
        if (token.pos not in {"NOUN", "PROPN"} and not figure) or token.norm in lexicon.dates:
            continue
        if token.lemma in lexicon.pack.reporting_nouns.unstated:
            continue
        channel = token.lemma in lexicon.channels and cue.entry.verb.class_ != "denial"  # `denied reports of a sale`
        if channel and reading.quotation_at(token.start) is None:
            continue
        if not cue.passive and head < cue.verb:
            continue
        stated = lexicon.pack.reporting_nouns.stated
        eventive = token.lemma in lexicon.pack.events.nouns or token.lemma in lexicon.nouns or token.lemma in stated
        told = not cue.passive and cue.entry.verb.class_ != "denial"  # (`shot down nine drones` denies nothing)
        eventive = eventive or figure or (told and counts(reading, head))
        if (construction == "event_object" or cue.passive) and not eventive:
            continue
        if cue.passive and (token.norm in lexicon.speakers or not annotation.dependents(cue.verb, "aux:pass")):
            continue
        first, last = noun_phrase(annotation, head, lexicon) if cue.passive else clause(annotation, head)
        phrase = cue.last - len(cue.entry.words)  # `a balayé ces accusations d'un revers de main`
        last = phrase if cue.entry.words and first < phrase < last else last
        last = with_complement(reading, cue, last)
        last = last if cue.passive else with_further(reading, cue, last)
        return Content(((first, last),), head, construction)
    return None if heads or cue.passive else plain_object(reading, cue, construction)


def counts(reading: Reading, noun: int) -> bool:
    """Whether a noun stands behind its number, as a toll or an extent does: `évoque 1 200 hectares`, `three dead`."""
    numbers = reading.annotation.dependents(noun, "nummod")
    return any(c < noun for c in numbers) and reading.tokens[noun].norm not in reading.lexicon(noun).calendar


def inverted_relative(reading: Reading, cue: VerbCue, head: int) -> bool:
    """Whether a noun behind the verb of a relative clause with `que` is its subject (`un chiffre que conteste le cabinet`)."""
    before = reading.tokens[verb_group(reading.annotation, cue.verb)[0] - 1]
    marks = reading.lexicon(cue.verb).pack.settings.complementisers
    return reading.tokens[cue.verb].dep.startswith("acl") and before.norm in marks and head > cue.verb


def plain_object(reading: Reading, cue: VerbCue, construction: str) -> Content | None:
    """The noun phrase right behind a finite cue where the parse gives it no object: `nie toute malversation`."""
    tokens = reading.tokens
    lexicon = reading.lexicon(cue.verb)
    first = behind_asides(reading, cue.last)
    mistagged = tokens[cue.verb].pos not in VERBAL or tokens[cue.verb].lemma not in lexicon.verbs
    if first >= len(tokens):
        return None
    kept_up = tokens[tokens[cue.verb].head].lemma in lexicon.pack.settings.persisting  # `persiste à nier toute faute`
    completes = tokens[cue.verb].has("VerbForm=Inf") and kept_up
    told = completes or is_finite(reading.annotation, cue.verb) or is_bare_past(reading.annotation, cue.verb)
    if not (mistagged or told) or tokens[first].sentence != tokens[cue.verb].sentence:
        return None
    bare = tokens[first].pos == "NOUN" and not lexicon.pack.settings.clitic_inversion
    if tokens[first].pos not in {"DET", "NUM"} and not (bare and construction == "event_object"):
        return None
    head = next((i for i in range(first, min(first + 4, len(tokens))) if tokens[i].pos == "NOUN"), None)
    if (
        head is None
        or head == cue.subject
        or tokens[head].norm in lexicon.dates
        or tokens[head].lemma in lexicon.pack.reporting_nouns.unstated
    ):
        return None
    if any(tokens[i].pos in {*VERBAL, "PUNCT", "ADP", "SCONJ"} for i in range(first, head)):
        return None
    pack = lexicon.pack
    tables = (pack.events.nouns, pack.reporting_nouns.nouns, pack.reporting_nouns.stated)
    if construction == "event_object" and not any(tokens[head].lemma in table for table in tables):
        return None
    _, stop = reading.annotation.sentences[tokens[cue.verb].sentence]
    last = head + 1
    if tokens[head].lemma in lexicon.nouns and last < stop and tokens[last].norm in pack.settings.complementisers:
        return Content(
            ((first, clause_end(reading, cue.verb, last + 1)),), head, construction
        )  # `rejected claims that`
    while (
        last < stop
        and tokens[last].pos not in {"PUNCT", "CCONJ", "SCONJ"}
        and not is_main(reading.annotation, tokens[last])
    ):
        last += 1
    return Content(((first, last),), head, construction)


def behind_asides(reading: Reading, first: int) -> int:
    """The token behind adverbs and set phrases that stand between a verb and what it takes (`de son côté`)."""
    tokens = reading.tokens
    i = first
    while i < len(tokens) - 1:
        if (behind := behind_dashes(reading, i)) is not None:
            i = behind
            continue
        length = next(
            (
                len(w)
                for w, _ in reading.lexicon(i).asides.get(tokens[i].norm, ())
                if [t.norm for t in tokens[i : i + len(w)]] == list(w)
            ),
            0,
        )
        if not length and tokens[i].pos == "ADV":
            length = 1
        if not length:
            return i
        i += length
    return i


def behind_dashes(reading: Reading, i: int) -> int | None:
    """The token behind what stands between two dashes from a token on: `a expliqué — à voix basse — comment`."""
    tokens = reading.tokens
    stop = min(reading.annotation.sentences[tokens[i].sentence][1] - 1, i + INSERTED)
    if tokens[i].text not in DASHES:
        return None
    return next((k + 1 for k in range(i + 1, stop) if tokens[k].text in DASHES), None)


def with_further(reading: Reading, cue: VerbCue, last: int) -> int:
    """The end of a nominal content with a further event that words of addition join to it and that ends the sentence.

    `annonçait l'imminence d'une livraison, ainsi que la formation de soldats`; the parse often hangs it on another noun.
    """
    tokens, annotation = reading.tokens, reading.annotation
    stop = annotation.sentences[tokens[cue.verb].sentence][1]
    lexicon = reading.lexicon(cue.verb)
    first = last + 1 if last < stop and tokens[last].text == "," else last
    for form in lexicon.pack.settings.adding:
        words = form.split()
        start = first + len(words)
        if [t.norm for t in tokens[first:start]] != words or start >= stop:
            continue
        noun = next((i for i in range(start, min(stop, start + 4)) if tokens[i].pos == "NOUN"), None)
        if noun is None or tokens[noun].lemma not in lexicon.pack.events.nouns:
            return last
        end = stop - 1 if tokens[stop - 1].pos == "PUNCT" else stop
        if any(is_main(annotation, t) or t.text in ",;:" for t in tokens[start:end]):
            return last
        return end
    return last


def with_complement(reading: Reading, cue: VerbCue, last: int) -> int:
    """The end of a nominal content with the prepositional phrases that touch it (`implication dans la fourniture d'armes`).

    Hearers, channels and dates stay outside: they belong to the cue.
    """
    annotation, tokens = reading.annotation, reading.tokens
    hearers = forms_of(cue.entry.verb.addressee)
    stop = annotation.sentences[tokens[cue.verb].sentence][1]
    while last < stop and tokens[last].pos == "ADP" and last < tokens[last].head < stop:
        noun = tokens[last].head
        lexicon = reading.lexicon(noun)
        words = {tokens[noun].lemma, tokens[noun].norm}
        apart = words & (lexicon.channels | lexicon.calendar | lexicon.outlets | lexicon.media_nouns)
        heard = tokens[last].norm in hearers and words & lexicon.speakers
        if tokens[noun].pos not in NOMINAL or tokens[noun].head >= noun or apart or heard:
            break
        last = max(noun_phrase(annotation, noun, lexicon)[1], noun + 1)
    return last
