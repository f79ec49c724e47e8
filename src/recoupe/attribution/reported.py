"""Reported speech: a reporting verb with its content after it, before it, around it or behind a colon."""

from dataclasses import replace

from recoupe.attribution.contents import Content, code_points, content_of
from recoupe.attribution.cues import VerbCue, behind, can_speak, is_negated, nobody, verb_cues
from recoupe.attribution.draft import Draft, Range, Reading, without
from recoupe.attribution.quotations import Quotation, nested
from recoupe.attribution.sources import agent, source_of, source_tokens
from recoupe.attribution.syntax import VERBAL, clause, is_finite, is_gerund, is_main, phrase_head, verb_group
from recoupe.linguistics import Annotation, Token

NEAR = 8  # tokens between a verb and its inverted subject
CUE_CLAUSE = 30  # tokens between a quotation and the verb that ascribes it


def reported(reading: Reading) -> list[Draft]:
    """All relations whose cue is a verb."""
    found = []
    silent: set[int] = set()  # verbs whose longest entry says that they report nothing (`souhaiter commenter`)
    for cue in verb_cues(reading):
        if cue.verb in reading.used_cues or cue.verb in silent:
            continue
        if withheld(cue) or purpose(reading, cue.verb):
            silent.add(cue.verb)
            continue
        draft = relation(reading, cue)
        if draft is not None:
            reading.used_cues.add(cue.verb)
            found.append(draft)
    return found


def withheld(cue: VerbCue) -> bool:
    """Whether an entry makes no relation by itself; a refusal is told by the verb that it declines (`refuse de confirmer`)."""
    verb = cue.entry.verb
    return (
        verb.standing == "optional"
        or verb.class_ == "refusal"
        or (verb.class_ == "citing" and verb.takes == ["object"])
    )


def purpose(reading: Reading, verb: int) -> bool:
    """Whether the verb tells what something is for (`trop peu de témoins pour assurer que`): nobody has said it."""
    marks = reading.lexicon(verb).pack.settings.purpose_marks
    token = reading.tokens[verb]
    return token.has("VerbForm=Inf") and any(
        reading.tokens[c].norm in marks for c in reading.annotation.dependents(verb, "mark", "case") if c < verb
    )


def relation(reading: Reading, cue: VerbCue) -> Draft | None:
    """The relation of one verb cue, or `None` where the verb reports nothing here."""
    finders = [behind_quotation, before_colon, colon_content, syntactic, incised]
    inverted = inserted_subject(reading, cue)
    if inverted is not None:
        cue = replace(cue, subject=inverted)
        finders = [behind_quotation, incised, syntactic]
    for find in finders:
        found = find(reading, cue)
        if found is None:
            continue
        content, head, mechanism = found
        tidy = [t for t in (reading.tidy(*span) for span in content) if t]
        settled = outside_content(reading, cue, tidy) if mechanism.endswith("incise") else cue
        if not tidy or not admissible(reading, settled, mechanism, tidy):
            continue
        return make(reading, settled, tidy, head, mechanism)
    return None


def inserted_subject(reading: Reading, cue: VerbCue) -> int | None:
    """The subject behind a verb that a comma sets off from a finished clause: `..., commente vendredi la presse locale`.

    The parse often takes such a subject for an object, and the clause before for one more verb of the same subject.
    """
    tokens, annotation = reading.tokens, reading.annotation
    if (
        not cue.entry.verb.incise
        or not is_finite(annotation, cue.verb)
        or not reading.lexicon(cue.verb).pack.settings.inverted_cues
    ):
        return None
    first = verb_group(annotation, cue.verb)[0]
    sentence_first, _ = annotation.sentences[tokens[cue.verb].sentence]
    if first - 2 < sentence_first or tokens[first - 1].text not in {",", "»", "”", '"'}:
        return None
    before = [t for t in tokens[sentence_first : first - 1] if t.pos in VERBAL and not t.dep.startswith(("acl", "aux"))]
    finished = any(is_finite(annotation, t.i) for t in before)
    if cue.subject is not None and cue.subject > cue.verb and tokens[cue.subject].norm.startswith("-"):
        return cue.subject if finished else None
    found = behind(reading, cue.verb)
    if found is None or found - cue.verb > NEAR or not can_speak(reading, found):
        return None
    if not finished:
        _, stop = annotation.sentences[tokens[cue.verb].sentence]
        closing = source_tokens(reading, found)[1]  # `Le projet, assure la région, ne coûtera rien`
        if closing >= stop or tokens[closing].text != "," or not continues_behind(reading, closing, stop):
            return None
    between = tokens[cue.verb + 1 : annotation.subtree(found)[0]]
    return None if any(t.pos in {"PUNCT", "CCONJ", "SCONJ"} for t in between) else found


def outside_content(reading: Reading, cue: VerbCue, content: list[Range]) -> VerbCue:
    """The cue with a subject that is no part of what it ascribes: the noun phrase behind an inverted verb."""
    inside = cue.subject is not None and any(s <= reading.tokens[cue.subject].start < e for s, e in content)
    if cue.subject is None or inside or cue.subject > cue.verb:
        position = reading.tokens[cue.verb].start
        last = max((e for s, e in content if s < position), default=0)
        before = [t.i for t in reading.tokens if last <= t.start and t.i < cue.verb]
        named = next((i for i in reversed(before) if subject_like(reading, i)), None)
        if named is not None and last:
            return replace(cue, subject=phrase_head(reading.annotation, named))
    if cue.subject is not None and not inside:
        return cue
    found = behind(reading, cue.verb)
    return replace(cue, subject=found)


def subject_like(reading: Reading, i: int) -> bool:
    """Whether a token may head a subject in front of its verb: a noun, name or pronoun without a preposition."""
    token = reading.tokens[i]
    if token.pos not in {"NOUN", "PROPN", "PRON"} or token.dep.startswith("expl") or token.has("PronType=Rel"):
        return False
    above = (i, *(h for h in reading.annotation.ancestors(i) if reading.tokens[h].pos in {"NOUN", "PROPN"}))
    return not any(reading.annotation.dependents(h, "case") for h in above)


def make(reading: Reading, cue: VerbCue, content: list[Range], head: int | None, mechanism: str) -> Draft:
    """A draft with the cue's span, source and classes."""
    first, last = verb_group(reading.annotation, cue.verb)
    if any(t.dep.startswith("nsubj") for t in reading.tokens[first : cue.verb]):
        first = cue.verb
    cue_range = reading.offsets(first, max(last, cue.last if cue.last - cue.verb <= 3 else last))
    charged = cue.passive and "charged" in cue.entry.verb.passive
    refusal = declining(reading, cue.verb)
    if refusal is not None:
        cue_range = reading.tokens[verb_group(reading.annotation, refusal)[0]].start, cue_range[1]
    return Draft(
        source=source_of(reading, cue),
        cue=cue_range,
        content=content,
        mechanism=mechanism,
        entries=(f"verb:{cue.entry.key}",),
        speech="refusal" if refusal is not None else cue.entry.verb.class_,
        commitment=cue.entry.verb.commitment,
        nominal=mechanism.endswith(("object", "noun")),
        charged=charged,
        negated=is_negated(reading, cue.verb),
        head=head,
        cue_token=cue.verb,
    )


def declining(reading: Reading, verb: int) -> int | None:
    """The verb by which somebody declines to say: `refuse de confirmer`, `n'a pas souhaité commenter`, `declined to say`."""
    token = reading.tokens[verb]
    if (
        not token.dep.startswith(("xcomp", "ccomp", "advcl"))
        or token.head >= verb
        or is_finite(reading.annotation, verb)
    ):
        return None
    if token.dep.startswith("advcl") and not (token.has("VerbForm=Inf") or reading.annotation.dependents(verb, "mark")):
        return None  # `declined to comment, saying that`: what is said is not declined
    entries = reading.lexicon(verb).verbs.get(reading.tokens[token.head].lemma, ())
    refuses = any(e.verb.class_ == "refusal" for e in entries)
    wishes = any(e.verb.standing == "optional" for e in entries) and is_negated(reading, token.head)
    return token.head if refuses or wishes else None


def admissible(reading: Reading, cue: VerbCue, mechanism: str, content: list[Range]) -> bool:
    """Guarded verbs need a clause or quotation and a subject that can speak; nominal contents need one too.

    Words in quotation marks speak for themselves. What a quotation's own speaker does (`nous avertissons`) is that
    quotation's content already.
    """
    position = reading.tokens[cue.verb].start
    own_words = reading.quotation_at(position) is not None and not mechanism.startswith("quotation")
    if own_words and mechanism == "verb:colon":
        return True
    if own_words and cue.subject is not None and first_person(reading, cue.subject):
        return False
    if (
        any(q.outer_start <= content[0][0] and content[-1][1] <= q.outer_end for q in reading.quotations)
        and not own_words
    ):
        return True
    by_name = can_speak(reading, cue.subject)
    if cue.entry.verb.standing == "guarded":
        marked = any(s - 2 <= q.outer_start < e for s, e in content for q in reading.quotations)
        denied = cue.entry.verb.class_ == "denial" and mechanism.endswith("object") and head_is_stated(reading, content)
        said = mechanism.endswith(("clause", "colon", "incise", "quotation")) or marked or denied
        return by_name and not nobody(reading, cue.subject) and said
    if mechanism.endswith(("object", "noun", "predicative")) and not cue.passive:
        return by_name
    if mechanism.endswith("event_object") and cue.passive and cue.entry.verb.class_ != "denial":
        return agent(reading, cue.verb) is not None
    return True


def head_is_stated(reading: Reading, content: list[Range]) -> bool:
    """Whether a nominal content's first noun names an event or something stated (`a exclu toute hausse`)."""
    start, end = content[0]
    noun = next((t for t in reading.tokens if start <= t.start < end and t.pos == "NOUN"), None)
    if noun is None:
        return False
    pack = reading.lexicon(noun.i).pack
    return any(
        noun.lemma in table for table in (pack.events.nouns, pack.reporting_nouns.nouns, pack.reporting_nouns.stated)
    )


def first_person(reading: Reading, token: int) -> bool:
    """Whether a subject is `je`, `nous`, `I`, `we`."""
    return "Person=1" in reading.tokens[token].morph and reading.tokens[token].pos == "PRON"


def syntactic(reading: Reading, cue: VerbCue) -> tuple[list[Range], int | None, str] | None:
    """A content that the parse puts under the verb, widened to the whole of a quotation that it enters."""
    content = content_of(reading, cue)
    if content is None:
        return None
    ranges = [widened(reading, cue, r) for r in code_points(reading, content)]
    return ranges, content.head, f"verb:{mechanism_name(content)}"


def mechanism_name(content: Content) -> str:
    """The construction's name without its preposition."""
    return content.construction.rpartition("+")[2]


def widened(reading: Reading, cue: VerbCue, span: Range) -> Range:
    """A content that enters a quotation goes to that quotation's end."""
    start, end = span
    inner = reading.quotation_at(reading.tokens[cue.verb].start)
    for quotation in reading.quotations:
        if quotation is inner:
            return max(start, quotation.start), min(end, quotation.end)
        if start - 2 <= quotation.outer_start < end < quotation.outer_end:
            end = quotation.outer_end
    return start, end


def before_colon(reading: Reading, cue: VerbCue) -> tuple[list[Range], int | None, str] | None:
    """What a verb takes before a colon with a quotation (`conteste cette version : « ... »`); the quotation stands apart."""
    found = colon_content(reading, cue)
    own = syntactic(reading, cue) if found is not None else None
    if found is None or own is None or own[0][0][0] >= found[0][0][0]:
        return None
    content, head, mechanism = own
    colon = reading.text.rfind(":", content[0][0], found[0][0][0])
    cut = [(s, min(e, colon)) for s, e in content if s < colon]
    return (cut, head, mechanism) if cut and colon > 0 else None


def colon_content(reading: Reading, cue: VerbCue) -> tuple[list[Range], int | None, str] | None:
    """What stands behind a colon (or, before a quotation, a comma) that ends the cue's clause."""
    tokens, annotation = reading.tokens, reading.annotation
    around = reading.quotation_at(tokens[cue.verb].start)
    if around is not None and not around.turn:
        return nested_content(reading, cue, around)
    _, sentence_end = annotation.sentences[tokens[cue.verb].sentence]
    for i in range(cue.last, min(sentence_end, len(tokens) - 1)):
        token = tokens[i]
        if token.pos in VERBAL and token.lemma in reading.lexicon(i).verbs and not token.dep.startswith("aux"):
            return None
        following = tokens[i + 1].start
        quotation = reading.quotation_at(following)
        opens_here = quotation is not None and quotation.outer_start == following
        if token.text == ":" or (token.text == "," and opens_here and "quotation" in cue.entry.verb.takes):
            if (
                token.text == ","
                and tokens[i + 1].sentence == token.sentence
                and not whole_sentence(reading, quotation)
            ):
                return None
            if quotation is not None and opens_here:
                return [(quotation.start, quotation.end)], i + 1, "verb:colon"
            if token.text == ":" and tokens[i + 1].sentence == token.sentence:
                return [reading.offsets(i + 1, sentence_end)], None, "verb:colon"
            return None
    return None


def nested_content(reading: Reading, cue: VerbCue, around: Quotation) -> tuple[list[Range], int | None, str] | None:
    """The quotation that a cue inside another one opens: `« Il a crié : “Sortez !” »`."""
    tokens = reading.tokens
    for inner in nested(reading.text, around):
        between = [t for t in tokens if tokens[cue.last - 1].end <= t.start < inner.outer_start]
        if inner.outer_start < tokens[cue.verb].end or len(between) > CUE_CLAUSE:
            continue
        opened = between and between[-1].text in {":", ","} and not any(is_main(reading.annotation, t) for t in between)
        return ([(inner.start, inner.end)], None, "verb:colon") if opened else None
    return None


def whole_sentence(reading: Reading, quotation: Quotation | None) -> bool:
    """Whether a quotation begins like a sentence."""
    return quotation is not None and reading.text[quotation.start].isupper()


def incised(reading: Reading, cue: VerbCue) -> tuple[list[Range], int | None, str] | None:
    """A cue clause inside or after what it ascribes: `, a déclaré X,`, `, officials said`."""
    if not cue.entry.verb.incise or not stands_aside(reading, cue):
        return None
    tokens, annotation = reading.tokens, reading.annotation
    first, last = cue_clause(reading, cue)
    start_of_clause, end_of_clause = reading.offsets(first, last)
    before = quotation_before(reading, first)
    if before is not None and begins_anew(reading, before, tokens[first]):
        before = None
    if before is None and is_gerund(tokens[cue.verb]):
        return None
    around = reading.quotation_at(tokens[cue.verb].start)
    if around is not None:
        if cue.subject is None or cue.subject < cue.verb or first_person(reading, cue.subject):
            return None  # part of what is said, no cue inside it
        spans = without((around.start, around.end), [(start_of_clause, end_of_clause)])
        return spans, None, "quotation:incise"
    sentence_first, sentence_last = annotation.sentences[tokens[cue.verb].sentence]
    after = quotation_after(reading, last)
    opening = opening_token(reading, behind_colon(reading, sentence_first, first), first)
    region_start = tokens[opening].start if opening < first else start_of_clause
    if before is not None and (before.outer_start <= region_start + 1 or speaks_alone(reading, before)):
        spans = [(before.start, before.end)]
        if after is not None and goes_on(reading, after, sentence_last):
            spans.append((after.start, after.end))
        return spans, None, "quotation:incise"
    if region_start >= start_of_clause:
        if after is not None:
            return [(after.start, after.end)], None, "quotation:incise"
        return None
    finished = any(t.pos in VERBAL and is_finite(annotation, t.i) for t in tokens[opening:first])
    if not finished and not (
        tokens[min(last, len(tokens) - 1)].text == "," and continues_behind(reading, last, sentence_last)
    ):
        return None
    spans = [(region_start, start_of_clause)]
    if after is not None or continues_behind(reading, last, sentence_last):
        spans.append((end_of_clause, tokens[sentence_last - 1].end))
    return spans, region_head(reading, opening, first), "verb:incise"


def behind_quotation(reading: Reading, cue: VerbCue) -> tuple[list[Range], int | None, str] | None:
    """A whole quotation of one or more sentences with its cue clause right behind it: `« A. B », a dit X`, `"A. B," X said`.

    The parse often takes only the last sentence of the quotation; the marks tell all of it.
    """
    tokens, annotation = reading.tokens, reading.annotation
    verb = cue.verb
    if not cue.entry.verb.incise or reading.quotation_at(tokens[verb].start) is not None:
        return None
    settings = reading.lexicon(verb).pack.settings
    if cue.last < len(tokens) and tokens[cue.last].norm in settings.complementisers:
        return None
    quotation = next((q for q in reversed(reading.quotations) if q.outer_end <= tokens[verb].start), None)
    if quotation is None or quotation.paragraph != paragraph_of(reading, verb):
        return None
    between = [t for t in tokens if quotation.outer_end <= t.start < tokens[verb].start]
    finite = any(is_main(annotation, t) for t in between)
    if (
        finite
        or len(between) > CUE_CLAUSE
        or any(t.text in ":;?!" or ends_sentence(annotation, t) for t in between)
        or not opens_sentence(reading, quotation)
        or begins_anew(reading, quotation, between[0] if between else tokens[verb])
    ):
        return None
    if between and between[0].pos not in {"PUNCT", "AUX", "PRON"} and not settings.inverted_cues:
        return None
    first, last = cue_clause(reading, cue)
    after = quotation_after(reading, last)
    spans = [(quotation.start, quotation.end)]
    rest = [t for t in between if t.i < first and t.pos != "PUNCT"]
    if rest and rest[0].pos in {"ADP", "PART", "SCONJ", "VERB"} and tokens[first - 1].text == ",":
        spans = [(quotation.outer_start, tokens[first].start)]  # `"They squeezed us" to drive up the price, she said`
    if after is not None and goes_on(reading, after, annotation.sentences[tokens[verb].sentence][1]):
        spans.append((after.start, after.end))
    elif (later := resumed(reading, quotation, last)) is not None:
        spans.append((later.start, later.end))
    return spans, None, "quotation:incise"


def resumed(reading: Reading, quotation: Quotation, last: int) -> Quotation | None:
    """The quotation that goes on the sentence of another behind the cue clause and an aside (`, pointing at it, "you`)."""
    later = next((q for q in reading.quotations if q.outer_start >= reading.tokens[last - 1].end), None)
    if later is None or later.paragraph != quotation.paragraph or not reading.text[later.start].islower():
        return None
    between = [t for t in reading.tokens if reading.tokens[last - 1].end <= t.start < later.outer_start]
    broken = any(is_main(reading.annotation, t) or t.text in ".;:?!" for t in between)
    return (
        None
        if broken or len(between) > CUE_CLAUSE or not between or between[-1].text not in {",", "but", "mais"}
        else later
    )


def ends_sentence(annotation: Annotation, token: Token) -> bool:
    """Whether a token is the point that ends its sentence, not one of an abbreviation (`Cummings (D-Md.) said`)."""
    return token.text == "." and token.i + 1 == annotation.sentences[token.sentence][1]


def begins_anew(reading: Reading, quotation: Quotation, follower: Token) -> bool:
    """Whether a new sentence begins behind a quotation that ends one: `« ... ? » Interrogé sur ce point, il a dit`."""
    last = reading.text[quotation.end - 1]
    if not follower.text[:1].isupper() or last not in ".?!…":
        return False
    return last == "." or follower.pos not in {"PROPN", "PRON", "NOUN", "DET"}


def paragraph_of(reading: Reading, i: int) -> int:
    """Index of the paragraph in which a token stands."""
    return reading.annotation.paragraph_of_sentence[reading.tokens[i].sentence]


def opens_sentence(reading: Reading, quotation: Quotation) -> bool:
    """Whether a quotation begins where a sentence may: at its paragraph's start, or behind a point or another mark."""
    start = reading.annotation.paragraphs[quotation.paragraph][0]
    before = reading.text[start : quotation.outer_start].rstrip(" \u00a0\u202f\n-–—")
    return (not before or before[-1] in '.:?!…»”"') and len(reading.text[quotation.start : quotation.end].split()) > 1


def continues_behind(reading: Reading, last: int, stop: int) -> bool:
    """Whether the content goes on behind a cue clause: a finite clause there that does not tell of the speaker."""
    tokens = reading.tokens
    while last < stop and tokens[last].pos == "PUNCT":
        last += 1
    if last >= stop or tokens[last].has("PronType=Rel"):
        return False
    return any(t.pos in VERBAL and not is_gerund(t) for t in tokens[last:stop])


def behind_colon(reading: Reading, first: int, stop: int) -> int:
    """Where a content before a cue clause begins: behind the colon of a clause that announces it."""
    tokens = reading.tokens
    colons = [i for i in range(first, stop) if tokens[i].text == ":" and reading.quotation_at(tokens[i].start) is None]
    return colons[-1] + 1 if colons and colons[-1] + 1 < stop else first


def speaks_alone(reading: Reading, quotation: Quotation) -> bool:
    """Whether a quotation is a whole sentence whatever stands before it."""
    words = reading.text[quotation.start : quotation.end].split()
    return len(words) > 3 and words[0][:1].isupper()


def region_head(reading: Reading, first: int, last: int) -> int | None:
    """The token of a stretch whose head lies outside it: the one that heads the content."""
    for i in range(first, last):
        head = reading.tokens[i].head
        if (reading.tokens[i].pos != "PUNCT" and not first <= head < last) or head == i:
            return i
    return None


def stands_aside(reading: Reading, cue: VerbCue) -> bool:
    """Whether the verb's clause is inserted: by the parse, by an inverted subject after a mark, or behind a quotation."""
    tokens, annotation = reading.tokens, reading.annotation
    token = tokens[cue.verb]
    first = cue_clause(reading, cue)[0]
    marked_off = (first > 0 and tokens[first - 1].pos == "PUNCT") or quotation_before(reading, first) is not None
    if subordinate(reading, cue.verb) or tokens[first - 1].text == ";":
        return False
    if not marked_off or (token.dep.startswith(("acl", "conj")) and cue.subject is not None and cue.subject < cue.verb):
        return False
    inverted = cue.subject is not None and (cue.subject > cue.verb or tokens[cue.subject].norm.startswith("-"))
    preposed = any(c < cue.verb for c in annotation.dependents(cue.verb, "ccomp", "parataxis"))
    return token.dep.startswith("parataxis") or inverted or preposed or quotation_before(reading, first) is not None


def subordinate(reading: Reading, verb: int) -> bool:
    """Whether a verb stands in a clause of time or reason (`before details emerge`); `comme l'a dit X` is no such."""
    like = reading.lexicon(verb).pack.settings.predicate_marks
    marks = [reading.tokens[c] for c in reading.annotation.dependents(verb, "mark") if c < verb]
    return any(t.pos == "SCONJ" and t.norm not in like for t in marks)


def cue_clause(reading: Reading, cue: VerbCue) -> tuple[int, int]:
    """The tokens of an inserted cue clause: verb group, subject and what hangs on them, without the content."""
    annotation, tokens = reading.annotation, reading.tokens
    first, last = verb_group(annotation, cue.verb)
    last = max(last, cue.last)
    children = [
        c
        for c in annotation.children[cue.verb]
        if not tokens[c].dep.startswith(("ccomp", "parataxis", "punct", "conj"))
    ]
    for child in sorted(children):
        low, high = clause(annotation, child)
        if tokens[child].dep.startswith("nsubj"):
            low, high = source_tokens(reading, child)
            if child < cue.verb and cue.verb - high > 3:
                continue
        if child > cue.verb and low <= last + 1:
            last = max(last, high)
        elif child < cue.verb and (
            (high >= first - 1 and not has_mark(reading, high, first))
            or (child == cue.subject and closes_apposition(reading, low, high, first))
        ):
            first = min(first, low)
    follower = behind(reading, cue.verb) if cue.subject is None or cue.subject > cue.verb else None
    if follower is not None and follower - cue.verb <= CUE_CLAUSE:
        last = max(last, source_tokens(reading, follower)[1])
    if cue.subject is None or beyond_clause(reading, cue):
        first = min(first, trailing_subject(reading, cue, first, last))
    while last > cue.verb + 1 and tokens[last - 1].pos == "PUNCT":
        last -= 1
    while first < cue.verb and tokens[first].pos == "PUNCT":
        first += 1
    return first, last


def trailing_subject(reading: Reading, cue: VerbCue, first: int, last: int) -> int:
    """Where the cue clause begins that ends a sentence without inversion: `..., the minister, Jane Roe, has warned.`

    The parse often hangs such a subject on the clause before; it is what follows the first comma behind that clause's verb.
    """
    tokens, annotation = reading.tokens, reading.annotation
    start, stop = annotation.sentences[tokens[cue.verb].sentence]
    if reading.lexicon(cue.verb).pack.settings.clitic_inversion or any(t.pos != "PUNCT" for t in tokens[last:stop]):
        return first
    finite = [i for i in range(start, first) if tokens[i].pos in VERBAL and is_finite(annotation, i)]
    comma = next((i for i in range(finite[-1], first) if tokens[i].text == ","), None) if finite else None
    return first if comma is None else comma + 1


def closes_apposition(reading: Reading, low: int, high: int, first: int) -> bool:
    """Whether only the comma that closes an apposition stands between a subject [low, high) and its verb."""
    tokens = reading.tokens
    return tokens[first - 1].text == "," and first - high == 1 and any(t.text == "," for t in tokens[low:high])


def beyond_clause(reading: Reading, cue: VerbCue) -> bool:
    """Whether the subject that the parse gives stands in another finite clause, before a comma."""
    if cue.subject is None or cue.subject > cue.verb:
        return False
    between = reading.tokens[cue.subject : verb_group(reading.annotation, cue.verb)[0]]
    finite = any(t.pos in VERBAL and t.has("VerbForm=Fin") for t in between)
    return finite and any(t.text == "," for t in between)


def has_mark(reading: Reading, first: int, last: int) -> bool:
    """Whether a mark stands among the tokens [first, last)."""
    return any(reading.tokens[i].pos == "PUNCT" for i in range(first, last))


def quotation_before(reading: Reading, first: int) -> Quotation | None:
    """The quotation that closes right before a token, but for marks."""
    position = reading.tokens[first].start
    for quotation in reversed(reading.quotations):
        if quotation.outer_end <= position:
            between = reading.text[quotation.outer_end : position]
            return quotation if "\n" not in between and not between.strip(" ,;–—-\u00a0\u202f") else None
    return None


def quotation_after(reading: Reading, last: int) -> Quotation | None:
    """The quotation that opens right behind a token, but for a comma or colon."""
    position = reading.tokens[last - 1].end
    for quotation in reading.quotations:
        if quotation.outer_start >= position:
            between = reading.text[position : quotation.outer_start]
            return quotation if not between.strip(" ,;:–—-\u00a0\u202f") else None
    return None


def goes_on(reading: Reading, quotation: Quotation, sentence_end: int) -> bool:
    """Whether a quotation behind a cue clause goes on the sentence before it."""
    return reading.text[quotation.start].islower() or quotation.outer_start < reading.tokens[sentence_end - 1].start


def opening_token(reading: Reading, first: int, stop: int) -> int:
    """The first token of a content at a sentence's start: leading connectives stay outside."""
    tokens = reading.tokens
    while first < stop and (
        tokens[first].pos == "CCONJ" or (tokens[first].pos == "PUNCT" and tokens[first].text in ",-–—;:")
    ):
        first += 1
    return first
