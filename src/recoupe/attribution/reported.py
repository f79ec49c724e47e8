"""Reported speech: a reporting verb with its content after it, before it, around it or behind a colon."""

from dataclasses import replace

from recoupe.attribution.contents import Content, code_points, content_of
from recoupe.attribution.cues import VerbCue, can_speak, is_negated, nobody, verb_cues
from recoupe.attribution.draft import Draft, Range, Reading, without
from recoupe.attribution.quotations import Quotation
from recoupe.attribution.sources import source_of
from recoupe.attribution.syntax import VERBAL, clause, following_subject, is_finite, noun_phrase, verb_group

OPENERS = {"PUNCT", "CCONJ", "ADV", "SYM"}


def reported(reading: Reading) -> list[Draft]:
    """All relations whose cue is a verb."""
    found = []
    for cue in verb_cues(reading):
        draft = relation(reading, cue)
        if draft is not None:
            reading.used_cues.add(cue.verb)
            found.append(draft)
    return found


def relation(reading: Reading, cue: VerbCue) -> Draft | None:
    """The relation of one verb cue, or `None` where the verb reports nothing here."""
    verb = cue.entry.verb
    if verb.standing == "optional" or verb.class_ == "refusal" or (verb.class_ == "citing" and verb.takes == ["object"]):
        return None  # a refusal is told by the verb that it declines (`refuse de confirmer`)
    for find in (colon_content, syntactic, incised):
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


def outside_content(reading: Reading, cue: VerbCue, content: list[Range]) -> VerbCue:
    """The cue with a subject that is no part of what it ascribes: the noun phrase behind an inverted verb."""
    inside = cue.subject is not None and any(s <= reading.tokens[cue.subject].start < e for s, e in content)
    if cue.subject is not None and not inside:
        return cue
    found = following_subject(reading.annotation, cue.verb, reading.lexicon(cue.verb).calendar)
    return replace(cue, subject=found)


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
    if not token.dep.startswith(("xcomp", "ccomp", "advcl")) or token.head >= verb or is_finite(reading.annotation, verb):
        return None
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
    if own_words and cue.subject is not None and first_person(reading, cue.subject):
        return False
    if any(q.outer_start <= content[0][0] and content[-1][1] <= q.outer_end for q in reading.quotations) and not own_words:
        return True
    by_name = can_speak(reading, cue.subject)
    if cue.entry.verb.standing == "guarded":
        return by_name and not nobody(reading, cue.subject) and mechanism.endswith(("clause", "colon", "incise", "quotation"))
    if mechanism.endswith(("object", "noun", "predicative")) and not cue.passive:
        return by_name
    return True


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


def colon_content(reading: Reading, cue: VerbCue) -> tuple[list[Range], int | None, str] | None:
    """What stands behind a colon (or, before a quotation, a comma) that ends the cue's clause."""
    tokens, annotation = reading.tokens, reading.annotation
    if reading.quotation_at(tokens[cue.verb].start):
        return None
    _, sentence_end = annotation.sentences[tokens[cue.verb].sentence]
    for i in range(cue.last, min(sentence_end, len(tokens) - 1)):
        token = tokens[i]
        if token.pos in VERBAL and token.lemma in reading.lexicon(i).verbs and not token.dep.startswith("aux"):
            return None
        following = tokens[i + 1].start
        quotation = reading.quotation_at(following)
        opens_here = quotation is not None and quotation.outer_start == following
        if token.text == ":" or (token.text == "," and opens_here and "quotation" in cue.entry.verb.takes):
            if token.text == "," and tokens[i + 1].sentence == token.sentence and not whole_sentence(reading, quotation):
                return None
            if quotation is not None and opens_here:
                return [(quotation.start, quotation.end)], i + 1, "verb:colon"
            if token.text == ":" and tokens[i + 1].sentence == token.sentence:
                return [reading.offsets(i + 1, sentence_end)], None, "verb:colon"
            return None
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
    around = reading.quotation_at(tokens[cue.verb].start)
    if around is not None:
        spans = without((around.start, around.end), [(start_of_clause, end_of_clause)])
        return spans, None, "quotation:incise"
    sentence_first, sentence_last = annotation.sentences[tokens[cue.verb].sentence]
    after = quotation_after(reading, last)
    opening = opening_token(reading, sentence_first, first)
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
    spans = [(region_start, start_of_clause)]
    rest = range(last, sentence_last)
    if any(tokens[i].pos in VERBAL and is_finite(annotation, i) for i in rest) or after is not None:
        spans.append((end_of_clause, tokens[sentence_last - 1].end))
    return spans, region_head(reading, opening, first), "verb:incise"


def speaks_alone(reading: Reading, quotation: Quotation) -> bool:
    """Whether a quotation is a whole sentence whatever stands before it."""
    words = reading.text[quotation.start : quotation.end].split()
    return len(words) > 3 and words[0][:1].isupper()


def region_head(reading: Reading, first: int, last: int) -> int | None:
    """The token of a stretch whose head lies outside it: the one that heads the content."""
    for i in range(first, last):
        head = reading.tokens[i].head
        if reading.tokens[i].pos != "PUNCT" and not first <= head < last or head == i:
            return i
    return None


def stands_aside(reading: Reading, cue: VerbCue) -> bool:
    """Whether the verb's clause is inserted: by the parse, by an inverted subject after a mark, or behind a quotation."""
    tokens, annotation = reading.tokens, reading.annotation
    token = tokens[cue.verb]
    first = cue_clause(reading, cue)[0]
    marked_off = first > 0 and tokens[first - 1].pos == "PUNCT" or quotation_before(reading, first) is not None
    if not marked_off or token.dep.startswith(("acl", "conj")) and cue.subject is not None and cue.subject < cue.verb:
        return False
    inverted = cue.subject is not None and (cue.subject > cue.verb or tokens[cue.subject].norm.startswith("-"))
    preposed = any(c < cue.verb for c in annotation.dependents(cue.verb, "ccomp", "parataxis"))
    return token.dep.startswith("parataxis") or inverted or preposed or quotation_before(reading, first) is not None


def cue_clause(reading: Reading, cue: VerbCue) -> tuple[int, int]:
    """The tokens of an inserted cue clause: verb group, subject and what hangs on them, without the content."""
    annotation, tokens = reading.annotation, reading.tokens
    first, last = verb_group(annotation, cue.verb)
    last = max(last, cue.last)
    children = [c for c in annotation.children[cue.verb] if not tokens[c].dep.startswith(("ccomp", "parataxis", "punct", "conj"))]
    for child in sorted(children):
        low, high = clause(annotation, child)
        if tokens[child].dep.startswith("nsubj"):
            low, high = noun_phrase(annotation, child, reading.lexicon(child))
            if child < cue.verb and cue.verb - high > 3:
                continue
        if child > cue.verb and low <= last + 1:
            last = max(last, high)
        elif child < cue.verb and high >= first - 1 and not has_mark(reading, high, first):
            first = min(first, low)
    while last > cue.verb + 1 and tokens[last - 1].pos == "PUNCT":
        last -= 1
    while first < cue.verb and tokens[first].pos == "PUNCT":
        first += 1
    return first, last


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
    while first < stop and (tokens[first].pos == "CCONJ" or (tokens[first].pos == "PUNCT" and tokens[first].text in ",-–—;:")):
        first += 1
    return first
