"""Verb cues: which tokens are reporting verbs, with their entry, and how they stand."""

from collections.abc import Iterator
from dataclasses import dataclass

from recoupe.attribution.contents import elided
from recoupe.attribution.coordination import joined_to
from recoupe.attribution.draft import Reading
from recoupe.attribution.lexicon import VerbEntry, words_of
from recoupe.attribution.syntax import (
    VERBAL,
    impersonal,
    is_finite,
    is_gerund,
    is_main,
    is_passive,
    nearest_subject,
    phrase_head,
    subject,
)
from recoupe.languages.inflection import exchanged, infinitives

NEAR = 8  # tokens of a place set in front
PHRASE_WORDS = {"DET", "NOUN", "PROPN", "ADJ", "NUM"}
SEVERAL = {"pl", "m.pl", "f.pl"}  # pronouns of more than one, who may be persons
PHRASE = 4  # words of a speaker's name by its kind
HEADLINE = 6  # tokens of a headline's cue clause
GAP = 6  # tokens that may stand inside a verb phrase (mettre l'Iran en garde)


@dataclass(frozen=True)
class VerbCue:
    """A reporting verb in the text: its token, its entry, tokens of its phrase after it, the subject, its voice."""

    verb: int
    entry: VerbEntry
    last: int  # token after the phrase
    subject: int | None
    passive: bool


def verb_cues(reading: Reading) -> Iterator[VerbCue]:
    """Every token that may be a reporting verb, in order of the text, once for each entry that fits, longest first."""
    annotation = reading.annotation
    for token in reading.tokens:
        if (headed := headline_cue(reading, token.i)) is not None:
            yield headed
            continue
        if (taken := mistagged_cue(reading, token.i) or past_behind_quotation(reading, token.i)) is not None:
            yield taken
            continue
        held = adjective_entry(reading, token.i)
        if held is not None:
            yield VerbCue(token.i, held, token.i + 1, subject_of(reading, token.i), False)
        causative = token.dep == "aux:caus"
        participle = token.pos == "ADJ" and (
            "VerbForm=Part" in token.morph or bool(annotation.dependents(token.i, "cop"))
        )
        if token.pos not in VERBAL and not participle:
            continue
        if token.dep.startswith(("aux", "cop")) and not causative:
            continue
        for entry in entries_of(reading, token.i):
            last = phrase_end(reading, token.i, entry)
            if last is None or not reflexive_fits(reading, token.i, entry) or (causative and not entry.words):
                continue
            verb = token.head if causative and token.i < token.head < last else token.i  # `a fait savoir`
            passive = (is_passive(annotation, verb) and not entry.reflexive) or (
                participle and "VerbForm=Part" not in token.morph
            )
            past = passive and (lone_past(reading, verb) or past_behind(reading, verb))
            passive = passive and not past
            if not passive or entry.verb.passive:
                speaker = subject_of(reading, verb)
                yield VerbCue(verb, entry, last, token.head if past and speaker is None else speaker, passive)


def cited_as(reading: Reading, verb: int) -> bool:
    """Whether a verb only goes on with one that cites somebody, who speaks by that one (`cited a diplomat as | saying that`)."""
    tokens, lexicon = reading.tokens, reading.lexicon(verb)
    above = tokens[verb].head
    marks = (tokens[c].norm for c in reading.annotation.dependents(verb, "mark", "case"))
    if (
        not is_gerund(tokens[verb])
        or {*lexicon.pack.settings.likeness}.isdisjoint(marks)
        or not tokens[above].has("VerbForm=Fin")
    ):
        return False
    return any(e.verb.class_ == "citing" for e in lexicon.verbs.get(tokens[above].lemma, ()))


def lone_past(reading: Reading, verb: int) -> bool:
    """Whether a bare participle is the past tense of a sentence without any other finite verb: `Blair, director of X, called`.

    A clause behind the mark of what is said has a finite verb of its own (`A nurse complained to X that two had left`).

    Only where past tense and participle have one form; headlines, which end without a point, keep their participles.
    """
    tokens, annotation = reading.tokens, reading.annotation
    if reading.lexicon(verb).pack.settings.clitic_inversion or not tokens[verb].dep.startswith("acl"):
        return False
    start, stop = annotation.sentences[tokens[verb].sentence]
    marks = reading.lexicon(verb).pack.settings.complementisers
    mark = next((t.i for t in tokens[verb:stop] if t.norm in marks and t.pos == "SCONJ"), stop)
    alone = not any(is_main(annotation, t) for t in tokens[start:mark])
    return alone and tokens[stop - 1].text == "." and not annotation.dependents(verb, "aux")


def past_behind(reading: Reading, verb: int) -> bool:
    """Whether a bare participle is a past tense that shares an earlier cue's subject: `said it leaked, but rejected claims`."""
    plain = not reading.lexicon(verb).pack.settings.clitic_inversion and not reading.annotation.dependents(verb, "aux")
    return plain and joined_to(reading, verb) is not None


def mistagged_cue(reading: Reading, i: int) -> VerbCue | None:
    """A reporting verb in the present that the tagger takes for a noun: the sentence then has no finite verb at all.

    It stands right behind a subject that can speak and before what it takes (`Le syndicat juge la mesure injuste`).
    """
    tokens, annotation = reading.tokens, reading.annotation
    token = tokens[i]
    start, stop = annotation.sentences[token.sentence]
    unknown = token.pos == "VERB" and token.has("VerbForm=Part") and not reading.lexicon(i).verbs.get(token.lemma)
    if (
        not (unknown or token.pos in {"NOUN", "ADJ", "X", "ADV", "PRON"})
        or not start < i < stop - 2
        or not token.text.islower()
    ):
        return None
    if token.pos == "NOUN" and (taken_up := taken_up_cue(reading, i)) is not None:
        return taken_up
    before, behind_ = tokens[i - 1], tokens[i + 1]
    infinite = any(t.has("VerbForm=Inf") for t in tokens[i + 1 : i + 3]) or is_gerund(behind_)
    opens = behind_.pos in {"DET", "NUM", "SCONJ"} or behind_.text in {"«", "“", '"', ":"} or infinite
    closed = tokens[stop - 1].text == "." and token.norm != token.lemma
    marked = behind_.norm in reading.lexicon(i).pack.settings.complementisers and (behind_.pos == "SCONJ" or closed)
    unmarked = reading.lexicon(i).pack.settings.zero_complementiser and behind_.has("Case=Nom")
    marked = marked or (unmarked and closed)  # `The council denies it hid the report`
    judging = i + 3 < stop and behind_.pos == "ADJ" and brings_matter(reading, i + 2)  # `juge prématuré de conclure`
    opens = opens or marked or judging
    others = tokens[start : i if marked or judging else stop]  # behind its mark a clause has a finite verb of its own
    if before.pos not in {"NOUN", "PROPN", "ADJ"} or not opens or any(is_main(annotation, t) for t in others):
        return None
    entry = entry_of_form(reading, i)
    speaker = next((k for k in range(i - 1, start - 1, -1) if tokens[k].pos in {"NOUN", "PROPN"}), None)
    own = next((k for k in annotation.dependents(i, "nsubj") if start <= k < i), None)
    head = own if own is not None else phrase_head(annotation, speaker) if speaker is not None else None
    if entry is None or head is None or not start <= head < i or not can_speak(reading, head):
        return None
    return VerbCue(i, entry, i + 1, head, False)


def past_behind_quotation(reading: Reading, i: int) -> VerbCue | None:
    """A past form that the tagger takes for a noun, behind a quotation and its speaker: `"We lost," the captain | grumbled`."""
    tokens = reading.tokens
    token = tokens[i]
    if token.pos not in {"NOUN", "ADJ"} or not token.text.islower() or reading.quotation_at(token.start) is not None:
        return None
    irregular = reading.lexicon(i).pack.settings.pasts.get(token.norm)
    verbs = [v for v in (irregular, *infinitives(token.norm, token.language)) if v is not None and v != token.norm]
    entries = (e for verb in verbs for e in reading.lexicon(i).verbs.get(verb, ()))
    entry = next((e for e in entries if not e.words and not e.reflexive and "quotation" in e.verb.takes), None)
    if entry is None or reading.lexicon(i).pack.settings.clitic_inversion:
        return None
    first = i
    while first > 0 and i - first < NEAR and tokens[first - 1].pos in PHRASE_WORDS:
        first -= 1
    quotation = next((q for q in reading.quotations if q.outer_end <= tokens[first].start <= q.outer_end + GAP), None)
    if first == i or quotation is None or not can_speak(reading, i - 1):
        return None
    return VerbCue(i, entry, i + 1, i - 1, False)


def brings_matter(reading: Reading, i: int) -> bool:
    """Whether a word behind an adjective brings what it is said of: a mark before a clause or an infinitive."""
    settings, behind_ = reading.lexicon(i).pack.settings, reading.tokens[i + 1]
    norm = reading.tokens[i].norm
    return norm in settings.complementisers or (norm in settings.infinitive_marks and behind_.has("VerbForm=Inf"))


def taken_up_cue(reading: Reading, i: int) -> VerbCue | None:
    """A verb that the tagger takes for a noun behind a word of likeness and its pronoun: `comme l'explique X`."""
    tokens, settings = reading.tokens, reading.lexicon(i).pack.settings
    openers = {words_of(phrase)[-1] for phrase in settings.likeness}
    opens = i > 1 and tokens[i - 1].norm in settings.resumptives and tokens[i - 2].norm in openers
    entry = entry_of_form(reading, i) if opens else None
    return VerbCue(i, entry, i + 1, None, False) if entry is not None else None


def entry_of_form(reading: Reading, i: int) -> VerbEntry | None:
    """The pack entry of a verb by its form in the present, whatever the tagger makes of it."""
    lexicon, form = reading.lexicon(i), reading.tokens[i].norm
    entries = (
        e for verb in exchanged(form, lexicon.pack.settings.present_endings) for e in lexicon.verbs.get(verb, ())
    )
    return next((e for e in entries if not e.words and not e.reflexive and e.verb.standing != "optional"), None)


def headline_cue(reading: Reading, i: int) -> VerbCue | None:
    """A verb that closes a headline behind its bare subject and that the tagger takes for a noun: `..., study finds`."""
    tokens, annotation = reading.tokens, reading.annotation
    token = tokens[i]
    stop = annotation.sentences[token.sentence][1]
    last = i + 1 >= stop or tokens[i + 1].text == "." or (tokens[i + 1].text == "," and drawing_behind(reading, i + 2))
    if token.pos != "NOUN" or i < 2 or not (last or inserted(reading, i)):
        return None
    if reading.lexicon(i).pack.settings.clitic_inversion or tokens[i - 1].pos not in {"NOUN", "PROPN"}:
        return None
    start = annotation.sentences[token.sentence][0]
    commas = [k for k in range(start, i) if tokens[k].text == ","]
    verbs = [token.lemma] if token.norm != token.lemma else infinitives(token.norm, token.language)
    listed = (e for verb in verbs if verb != token.norm for e in reading.lexicon(i).verbs.get(verb, ()))
    entries = [e for e in listed if not e.words and e.verb.incise]
    if not entries or not commas or i - commas[-1] > HEADLINE or not can_speak(reading, i - 1):
        return None
    return VerbCue(i, entries[0], i + 1, i - 1, False)


def inserted(reading: Reading, i: int) -> bool:
    """Whether a word closes a phrase with an article that stands alone between two commas (`The firm, the judge ruled, had`)."""
    tokens = reading.tokens
    start, stop = reading.annotation.sentences[tokens[i].sentence]
    comma = next((k for k in range(i - 1, max(start, i - HEADLINE), -1) if tokens[k].pos == "PUNCT"), None)
    if comma is None or tokens[comma].text != "," or i + 2 >= stop or tokens[i + 1].text != ",":
        return False
    return tokens[comma + 1].pos == "DET" and all(t.pos in PHRASE_WORDS for t in tokens[comma + 1 : i])


def drawing_behind(reading: Reading, i: int) -> bool:
    """Whether a participle of drawing on somebody stands at a token: `..., the Herald reports, citing officials`."""
    tokens = reading.tokens
    drawing = reading.lexicon(i - 1).pack.attribution_phrases.drawing
    return i < len(tokens) and is_gerund(tokens[i]) and tokens[i].lemma in drawing


def adjective_entry(reading: Reading, i: int) -> VerbEntry | None:
    """The entry of an adjective, or of a participle used as one, behind a copula: `sont convaincues que`."""
    token, annotation = reading.tokens[i], reading.annotation
    if not annotation.dependents(i, "cop", "aux:pass") or token.pos not in {"ADJ", "VERB", "NOUN"}:
        return None
    adjectives = reading.lexicon(i).adjectives
    plain = token.norm.removesuffix("s").removesuffix("e")
    return adjectives.get(token.lemma) or adjectives.get(token.norm) or adjectives.get(plain)


def entries_of(reading: Reading, i: int) -> tuple[VerbEntry, ...]:
    """Pack entries of a verb's lemma; of a participle read as an adjective (`est suspecté`), those of its verb."""
    token, lexicon = reading.tokens[i], reading.lexicon(i)
    found = lexicon.verbs.get(token.lemma, ())
    if found or token.pos != "ADJ":
        return found
    entries = (lexicon.verbs.get(verb, ()) for verb in infinitives(token.lemma, token.language))
    return next((e for e in entries if e), ())


def subject_of(reading: Reading, verb: int) -> int | None:
    """The subject by the parse, unless that is a date or a place set in front; else the noun phrase before a finite verb.

    Where the phrase found cannot speak and an apposition of it can (`A Kovsk, la capitale, le ministre a dit`), the parse
    has run two phrases together: the one that can speak is the subject.
    """
    annotation, calendar = reading.annotation, reading.lexicon(verb).calendar
    if (brought := brought_to_say(reading, verb)) is not None:
        return brought
    if (before := joined_to(reading, verb)) is not None:
        return subject_of(reading, before)  # `said the road was open but declined to say`: not the road
    found = subject(annotation, verb)
    if found is not None and quoted_apart(reading, found, verb):
        found = clitic_before(reading, verb)  # `« Nous gagnerons », lance-t-il, avant d'ajouter que`: not `nous`
    if found is None or (reading.tokens[found].norm in calendar and not named_by_day(reading, found)):
        if (described := described_by_adjective(reading, verb)) is not None:
            return described
        if (described := described_by_participle(reading, verb)) is not None:
            return described
        own = is_finite(annotation, verb) and not annotation.dependents(verb, "expl:subj")
        return nearest_subject(annotation, verb, calendar) or glued(reading, verb) if own else None
    adjunct = annotation.dependents(found, "case") and not reading.tokens[found].has("PronType=Rel")
    adjunct = adjunct or opens_aside(reading, found)
    if not adjunct and (found > verb or (can_speak(reading, found) and not describes_place(reading, found))):
        return found
    better = [
        k
        for k in annotation.subtree(found)
        if found < k < verb
        and reading.tokens[k].dep.startswith(("appos", "conj", "nsubj"))
        and can_speak(reading, k)
        and not annotation.dependents(k, "case")
        and reading.tokens[k].head == found
    ]
    return better[-1] if better else found


def named_by_day(reading: Reading, noun: int) -> bool:
    """Whether a word of the calendar with an article and a capital is a name (`Le Soir de Liégeon rapporte que F`)."""
    return reading.tokens[noun].text[:1].isupper() and noun > 0 and reading.tokens[noun - 1].pos == "DET"


def described_by_adjective(reading: Reading, verb: int) -> int | None:
    """The pronoun that an adjective read as a clause describes: `someone | close to the file | said`."""
    tokens, annotation = reading.tokens, reading.annotation
    for child in annotation.dependents(verb, "ccomp", "advcl", "acl"):
        if child < verb and tokens[child].pos == "ADJ" and not annotation.dependents(child, "cop"):
            pronouns = (c for c in annotation.dependents(child, "nsubj") if tokens[c].pos == "PRON" and c == child - 1)
            return next(pronouns, None)
    return None


def described_by_participle(reading: Reading, verb: int) -> int | None:
    """Who is described by a participle that the parse takes for the main verb: `two aides | working there | said`."""
    annotation, tokens = reading.annotation, reading.tokens
    above = tokens[verb].head
    if above >= verb or not is_gerund(tokens[above]) or annotation.dependents(above, "aux"):
        return None
    own = is_finite(annotation, verb) and not annotation.dependents(verb, "cc", "mark")
    return next((c for c in annotation.dependents(above, "nsubj") if c < above), None) if own else None


def brought_to_say(reading: Reading, verb: int) -> int | None:
    """Who is heard, filmed or brought to say something: `got the matron to admit that`, `heard the diver confess that`."""
    token = reading.tokens[verb]
    above = reading.tokens[token.head]
    if not token.dep.startswith(("xcomp", "ccomp", "advcl")) or above.i >= verb or is_finite(reading.annotation, verb):
        return None
    if above.lemma not in reading.lexicon(verb).pack.attribution_phrases.bringing:
        return None
    things = [*reading.annotation.dependents(above.i, "obj", "iobj"), *reading.annotation.dependents(verb, "nsubj")]
    return next((c for c in things if above.i < c < verb and can_speak(reading, c)), None)


def opens_aside(reading: Reading, i: int) -> bool:
    """Whether what was read as a name is a participle that opens its sentence (`Interrogée mardi, X a répété que`)."""
    token, lexicon = reading.tokens[i], reading.lexicon(i)
    start = reading.annotation.sentences[token.sentence][0]
    if i == start and token.pos in VERBAL:
        return token.has("Tense=Past") and not reading.annotation.dependents(i, "nsubj", "aux")
    if i != start or token.pos not in {"PROPN", "NOUN"} or token.norm in lexicon.first_names:
        return False
    events, reporting = lexicon.pack.events.verbs, lexicon.pack.reporting_verbs.verbs
    return any(verb in events or verb in reporting for verb in infinitives(token.norm, token.language))


def glued(reading: Reading, verb: int) -> int | None:
    """The name right before a verb that the parse takes for the first part of a compound: `the weekly Orme Herald states`."""
    tokens = reading.tokens
    before = verb - 1
    compound = any(c < verb for c in reading.annotation.dependents(verb, "compound"))
    named = before >= 0 and tokens[before].pos == "PROPN" and tokens[before].sentence == tokens[verb].sentence
    return before if compound and named else None


def quoted_apart(reading: Reading, token: int, verb: int) -> bool:
    """Whether a token stands in a quotation in which the verb does not."""
    around = reading.quotation_at(reading.tokens[token].start)
    return around is not None and around is not reading.quotation_at(reading.tokens[verb].start)


def clitic_before(reading: Reading, verb: int) -> int | None:
    """The inverted pronoun of an earlier cue of the sentence."""
    start = reading.annotation.sentences[reading.tokens[verb].sentence][0]
    return next((i for i in range(verb - 1, start, -1) if reading.tokens[i].norm.startswith("-")), None)


def describes_place(reading: Reading, noun: int) -> bool:
    """Whether a noun phrase stands between commas behind a place at the sentence's start: `A Kovsk, la capitale, ...`."""
    tokens, annotation = reading.tokens, reading.annotation
    start = annotation.sentences[tokens[noun].sentence][0]
    first = annotation.subtree(noun)[0]
    before = tokens[start:first]
    return (
        len(before) > 2
        and len(before) < NEAR
        and before[0].pos == "ADP"
        and before[-1].text == ","
        and before[-2].pos == "PROPN"
    )


def reflexive_fits(reading: Reading, verb: int, entry: VerbEntry) -> bool:
    """Whether a reflexive entry meets a reflexive pronoun, and a plain one none (or one that makes a passive)."""
    pronoun = reflexive_pronoun(reading, verb)
    if entry.reflexive:
        return pronoun is not None
    if pronoun is None:
        return True
    return reading.tokens[pronoun].dep.startswith("expl:pass") and not can_speak(
        reading, subject(reading.annotation, verb)
    )


def reflexive_pronoun(reading: Reading, verb: int) -> int | None:
    """The reflexive pronoun before a verb."""
    tokens = reading.tokens
    for child in reading.annotation.children[verb]:
        token = tokens[child]
        if child < verb and token.pos == "PRON" and ("Reflex=Yes" in token.morph or token.norm in {"se", "s'"}):
            return child
    return None


def phrase_end(reading: Reading, verb: int, entry: VerbEntry) -> int | None:
    """The token after the words of a verb phrase, `None` where they do not follow the verb."""
    if not entry.words:
        return verb + 1
    tokens = reading.tokens
    for start in range(verb + 1, min(verb + 1 + GAP, len(tokens))):
        stop = start + len(entry.words)
        if tokens[start].sentence != tokens[verb].sentence:
            return None
        if stop <= len(tokens) and all(
            t.norm == w for t, w in zip(tokens[start : stop - 1], entry.words[:-1], strict=True)
        ):
            last, form = entry.words[-1], tokens[stop - 1].norm
            if form == last or (last in {"de", "à"} and form in elided(last)):
                return stop
    return None


def is_negated(reading: Reading, verb: int) -> bool:
    """Whether the verb itself is negated (`n'a pas confirmé`, `did not confirm`); `ne ... que` is not a negation."""
    annotation, tokens = reading.annotation, reading.tokens
    negation = reading.lexicon(verb).pack.negation
    words, particles = {*negation.adverbs}, {*negation.particles}
    beside = annotation.dependents(verb, "advmod", "neg")
    particle = next((c for c in beside if c < verb and tokens[c].norm in particles), None)
    if neither(reading, verb) or neither_of(reading, verb):
        return True
    if particle is not None and annotation.dependents(verb, "cop"):  # (`n'était pas en mesure`: by the parse `pas en`)
        return any(t.norm in words for t in tokens[particle:verb])
    found = (c for c in beside if tokens[c].norm in words and not no_less(reading, c))
    return any(c < verb or particle is not None for c in found)  # `assure ne pas savoir` negates what is assured


def neither_of(reading: Reading, verb: int) -> bool:
    """Whether the subject of a verb is a pair of which none does it: `Neither the bank nor its insurers accept that`."""
    annotation, pairs = reading.annotation, reading.lexicon(verb).pack.negation.pairs
    own = [c for c in annotation.dependents(verb, "nsubj") if c < verb]
    return any(
        reading.tokens[k].norm in pairs and k < c and reading.tokens[k].head == c
        for c in own
        for k in annotation.subtree(c)
    )


def neither(reading: Reading, verb: int) -> bool:
    """Whether a verb is one of two that are both negated: `n'a ni confirmé ni démenti`, `ne confirme ni ne dément`, `would
    neither confirm nor deny`.
    """
    negation, before = reading.lexicon(verb).pack.negation, verb - 1
    if before > 0 and reading.tokens[before].norm in negation.particles:
        before -= 1
    return before >= 0 and reading.tokens[before].norm in negation.pairs


def no_less(reading: Reading, adverb: int) -> bool:
    """Whether an adverb of negation goes with one of less, and both affirm (`n'en maintient | pas moins | que F`)."""
    behind = reading.tokens[adverb + 1] if adverb + 1 < len(reading.tokens) else None
    return behind is not None and behind.norm in reading.lexicon(adverb).pack.negation.less


def nobody(reading: Reading, token: int | None) -> bool:
    """Whether a subject is `on`, an expletive, or absent."""
    if token is None:
        return True
    if reading.tokens[token].norm.startswith("-") and "on" not in reading.tokens[token].norm:
        return False
    return reading.tokens[token].norm.lstrip("-t") in reading.lexicon(token).pack.settings.nobody or (
        reading.tokens[token].dep.startswith("expl")
        and impersonal(reading.annotation, token, reading.tokens[token].head)
    )


def can_speak(reading: Reading, token: int | None) -> bool:
    """Whether a noun phrase can be a source: a name, a pronoun of persons, a role, body, group or document."""
    if token is None:
        return False
    word = reading.tokens[token]
    lexicon = reading.lexicon(token)
    if word.pos == "PROPN":
        return True
    if word.pos == "PRON":
        settings = lexicon.pack.settings
        turned = word.norm in settings.reflexives and word.has("Reflex=Yes")  # `s'étonne le maire`
        return word.norm not in lexicon.pack.function_words.lifeless and not word.has("Gender=Neut") and not turned
    if word.dep.startswith("nsubj") and lexicon.pack.function_words.pronouns.get(word.norm) in SEVERAL:
        return True  # `Some within the party insist`, whatever the tagger makes of them
    names = {word.lemma, word.norm}
    if word.pos in {"NUM", "SYM"} or word.norm in lexicon.pack.numbers.fractions:  # `71 % des habitants`
        return any(can_speak(reading, c) for c in reading.annotation.dependents(token, "nmod") if c > token)
    start = reading.annotation.sentences[word.sentence][0]
    if word.text[:1].isupper() and token > start:
        return True  # a name whose words are common nouns (`la Maison Blanche`)
    known = bool(names & lexicon.speakers or names & lexicon.documents) or names_body(reading, token)
    return known or account_of_outlet(reading, token)


def names_body(reading: Reading, token: int) -> bool:
    """Whether a noun with the words beside it is a speaker of several words (`the intelligence service`)."""
    if reading.tokens[token].pos != "NOUN":
        return False
    speakers = reading.lexicon(token).speakers
    first, last = reading.annotation.sentences[reading.tokens[token].sentence]
    for start in range(max(first, token - PHRASE + 1), token + 1):
        for end in range(token + 1, min(last, start + PHRASE) + 1):
            words = " ".join(t.norm for t in reading.tokens[start:end]).replace("' ", "'")
            if end - start > 1 and words in speakers:
                return True
    return False


def account_of_outlet(reading: Reading, token: int) -> bool:
    """Whether a noun tells what one of the media has published (`une information de l'agence Orbis, qui annonçait`)."""
    annotation, lexicon = reading.annotation, reading.lexicon(token)
    phrases = lexicon.pack.attribution_phrases
    if reading.tokens[token].pos != "NOUN" or reading.tokens[token].lemma not in phrases.accounts:
        return False
    of = [reading.tokens[c] for c in annotation.dependents(token, "nmod", "nmod:poss")]
    return any(t.lemma in {*lexicon.media_nouns, *phrases.wires} or t.norm in lexicon.outlets for t in of)
