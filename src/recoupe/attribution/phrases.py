"""Prepositions and adverbials that ascribe: `selon X`, `de source policière`, `according to`, `reportedly`."""

import itertools

from recoupe.attribution.asides import aside_end, closing_aside_end
from recoupe.attribution.beside import quotation_before
from recoupe.attribution.cues import can_speak, is_negated
from recoupe.attribution.descriptions import behind_description
from recoupe.attribution.draft import Draft, Range, Reading, without
from recoupe.attribution.lexicon import same_word
from recoupe.attribution.openings import opening_token, region_head
from recoupe.attribution.sources import source_span
from recoupe.attribution.syntax import NOMINAL, VERBAL, clause, is_finite
from recoupe.languages.schema import Phrase
from recoupe.linguistics import Token

REACH = 8
OFFICE = 4  # words of an office before a name
INSIDE = ("nmod", "flat", "compound", "appos")  # how the nouns of one phrase hang on each other
POSSESSOR = 7  # tokens of the noun phrase inside a phrase


def ascribed(reading: Reading) -> list[Draft]:
    """All relations whose cue is a preposition or an adverbial."""
    found, tokens, i = [], reading.tokens, 0
    while i < len(tokens):
        held = possessed(reading, i)
        if held is not None:
            found.append(held[1])
            i = held[0]
            continue
        match = phrase_at(reading, i)
        if match is not None:
            length, phrase = match
            draft = relation(reading, i, i + length, phrase)
            if draft is not None:
                found.append(draft)
                i += length
                continue
        i += 1
    return found


def possessed(reading: Reading, i: int) -> tuple[int, Draft] | None:
    """A phrase around its source: `in the minister's view`, `by his own account`, `de son propre aveu`."""
    tokens, annotation = reading.tokens, reading.annotation
    _, stop = annotation.sentences[tokens[i].sentence]
    for before, after, form in reading.lexicon(i).possessed.get(tokens[i].norm, ()):
        low = i + len(before)
        if tuple(t.norm for t in tokens[i:low]) != before:
            continue
        for high in range(low + 1, min(low + POSSESSOR, stop - len(after)) + 1):
            if tuple(t.norm for t in tokens[high : high + len(after)]) != after:
                continue
            source = possessor(reading, low, high)
            end = high + len(after)
            content, head = content_of(reading, i, end, None)
            tidy = [t for t in (reading.tidy(*c) for c in content) if t]
            if source is None or not tidy or not (detached(reading, i, end) or end < stop):
                continue
            draft = Draft(
                source=source,
                cue=reading.offsets(i, end),
                content=tidy,
                mechanism="phrase",
                entries=(f"phrase:{form}",),
                according=True,
                head=head,
                cue_token=i,
            )
            return end, draft
    return None


def possessor(reading: Reading, low: int, high: int) -> Range | None:
    """Who stands in the gap of such a phrase: a possessive, or a noun phrase with its genitive mark."""
    tokens = reading.tokens
    if high - low == 1 and tokens[low].has("Poss=Yes") and not tokens[low].has("Person=1"):
        return tokens[low].start, tokens[low].end
    if high - low > 1 and tokens[high - 1].pos == "PART" and tokens[high - 1].norm in {"'s", "'"}:
        return reading.offsets(low, high - 1)
    return None


def phrase_at(reading: Reading, i: int) -> tuple[int, Phrase] | None:
    """The longest phrase of the pack that begins at a token, with its length in tokens."""
    tokens = reading.tokens
    initial = i == reading.annotation.sentences[tokens[i].sentence][0]
    opening = reading.lexicon(i).pack.settings.bare_capitals.get(tokens[i].text, "") if initial else ""
    lists = reading.lexicon(i).phrases
    for words, phrase in (*lists.get(tokens[i].norm, ()), *lists.get(opening, ())):
        end = i + len(words)
        if len(words) > 2 and end <= len(tokens) and tokens[i + 1].norm != words[1]:
            continue  # (most phrases of a preposition, by their second word)
        if end <= len(tokens) and matches(reading, i, (tokens[i].norm, *words[1:]) if opening == words[0] else words):
            return len(words), phrase
    return None


def matches(reading: Reading, i: int, words: tuple[str, ...]) -> bool:
    """Whether the words stand at a token, in one sentence; only the last one may be contracted with an article."""
    tokens = reading.tokens[i : i + len(words)]
    if len(tokens) < len(words) or tokens[-1].sentence != tokens[0].sentence:
        return False
    plain = all(t.norm == w for t, w in zip(tokens[:-1], words[:-1], strict=True))
    return plain and (same_word(tokens[-1], words[-1]) if len(words) > 1 else tokens[-1].norm == words[-1])


def is_rate(reading: Reading, last: int, head: int | None) -> bool:
    """Whether one of persons stands right behind a phrase without an article: so much for each (`three a day per resident`)."""
    if head is None or head != last or reading.tokens[head].pos != "NOUN" or reading.tokens[head].has("Number=Plur"):
        return False
    return bool({reading.tokens[head].lemma, reading.tokens[head].norm} & reading.lexicon(head).roles)


def relation(reading: Reading, first: int, last: int, phrase: Phrase) -> Draft | None:
    """The relation of a phrase at tokens [first, last)."""
    tokens = reading.tokens
    head = source_head(reading, first, last, phrase)
    titled = misread(reading, last) if phrase.source == "after" and last < len(tokens) else None
    head = titled - 1 if titled is not None else head
    if phrase.source in {"after", "inside"} and head is None:
        return None
    if "speaker" in phrase.when and (not can_speak(reading, head) or is_rate(reading, last, head)):
        return None
    if head is not None and {tokens[head].lemma, tokens[head].norm} & set(phrase.unless):
        return None  # `selon le cas`, `selon la saison`
    if phrase.source == "inside" and unchecked(reading, first):
        return None
    source: Range | None = None
    end = last
    if head is not None and phrase.source != "none":
        source = relative_source(reading, head) or source_span(reading, head)
        end = max(last, token_after(reading, source[1], head + 1))
        end = behind_description(reading, first, end)
    if titled is not None:
        source, end = reading.offsets(last, titled), titled
    if phrase.source == "none" and phrase.firmness == "hedged" and not phrase.when:
        return None  # a hedging adverb: firmness, not a relation
    if "detached" in phrase.when and not detached(reading, first, end):
        return None
    if "initial" in phrase.when and first != reading.annotation.sentences[tokens[first].sentence][0]:
        return None
    content, content_head = content_of(reading, first, end, head)
    tidy = [t for t in (reading.tidy(*c) for c in content) if t]
    if not tidy and head is not None and (comma := comma_behind(reading, head)) is not None:
        source = reading.offsets(source_first(reading, source, last), comma)
        end = comma
        content, content_head = content_of(reading, first, end, None)
    if head is not None and tokens[head].has("PronType=Rel"):
        content = before_colon(reading, end, content)
    content = [t for t in (reading.tidy(*c) for c in content) if t]
    if not content:
        return None
    return Draft(
        source=source,
        cue=reading.offsets(first, last),
        content=content,
        mechanism="phrase",
        entries=(f"phrase:{phrase.form}",),
        according=True,
        hedged_by=[reading.offsets(first, last)] if phrase.firmness == "hedged" else [],
        head=content_head,
        cue_token=first,
    )


def before_colon(reading: Reading, first: int, content: list[Range]) -> list[Range]:
    """What a relative clause says without what is told behind a colon or semicolon (`selon lesquels il a fui : Y l'a vu`)."""
    tokens = reading.tokens
    stop = reading.annotation.sentences[tokens[first - 1].sentence][1]
    marks = (i for i in range(first, stop) if tokens[i].text in {":", ";"})
    mark = next((i for i in marks if reading.quotation_at(tokens[i].start) is None), None)
    if mark is None:
        return content
    place = tokens[mark].start
    return [(s, min(e, place)) for s, e in content if s < place]


def unchecked(reading: Reading, first: int) -> bool:
    """Whether a phrase tells who has not borne something out: `n'a pu être vérifié de source indépendante`."""
    tokens, annotation = reading.tokens, reading.annotation
    verbs = (k for k in (tokens[first].head, *annotation.ancestors(first)) if tokens[k].pos in VERBAL)
    for verb in verbs:
        entries = reading.lexicon(verb).verbs.get(tokens[verb].lemma, ())
        events = reading.lexicon(verb).pack.events.verbs.get(tokens[verb].lemma)
        checks = any(e.verb.class_ == "assertive" for e in entries) or (
            events is not None and "verify" in events.classes
        )
        group = (verb, *annotation.ancestors(verb), *annotation.dependents(verb, "aux"))
        particles = reading.lexicon(verb).pack.negation.particles
        bare = any(tokens[c].norm in particles for k in group for c in annotation.dependents(k, "advmod"))  # `n'ont pu`
        if checks and (bare or any(is_negated(reading, k) for k in group)):
            return True
    return False


def behind_source(reading: Reading, end: int, stop: int) -> int:
    """The token behind what tells of the source, touching it or between commas (`Pour X, qui refuse, le vote`)."""
    return min(aside_end(reading, end, stop), stop - 1) if end < stop else end


def told_until(reading: Reading, first: int, end: int) -> int:
    """The token behind a phrase, tokens [first, end), that follows a finished clause, with what tells of its source."""
    tokens, annotation = reading.tokens, reading.annotation
    start, stop = annotation.sentences[tokens[first].sentence]
    before = (t for t in tokens[start:first] if not (t.dep.startswith(("aux", "cop")) and t.head >= end))
    if not any(t.pos in VERBAL and is_finite(annotation, t.i) for t in before):
        return end  # nothing before, or but an auxiliary (`la maire aurait, selon X, été avertie`)
    last = min(closing_aside_end(reading, end, stop), stop - 1)
    return last if last > end and tokens[last].pos == "PUNCT" else end


def comma_behind(reading: Reading, head: int) -> int | None:
    """The first comma behind a source that the parse lets run to the sentence's end."""
    tokens = reading.tokens
    stop = reading.annotation.sentences[tokens[head].sentence][1]
    return next((i for i in range(head + 1, stop - 2) if tokens[i].text == ","), None)


def source_first(reading: Reading, source: Range | None, least: int) -> int:
    """The token at which a source begins."""
    return token_after(reading, source[0], 0) if source is not None else least


def source_head(reading: Reading, first: int, last: int, phrase: Phrase) -> int | None:
    """The token that heads the source's noun phrase."""
    annotation, tokens = reading.annotation, reading.tokens
    if phrase.source == "none":
        return None
    if phrase.source == "before":
        return first - 1 if first and tokens[first - 1].pos in NOMINAL else None
    if phrase.source == "inside":
        nouns = [i for i in range(first, last) if tokens[i].pos in {"NOUN", "PROPN"}]
        return nouns[0] if nouns else None
    _, sentence_end = annotation.sentences[tokens[first].sentence]
    head = tokens[last - 1].head
    if tokens[first].head >= last and tokens[tokens[first].head].pos in NOMINAL:
        head = tokens[first].head
    if last <= head < min(sentence_end, last + REACH) and tokens[head].pos in NOMINAL:
        return head
    for i in range(last, min(sentence_end, last + REACH)):
        if tokens[i].pos in {"NOUN", "PROPN"} or (tokens[i].pos == "PRON" and i == last):
            return i
        if tokens[i].pos in VERBAL:
            return None
    return None


def misread(reading: Reading, first: int) -> int | None:
    """The end of a title and a name behind a phrase where the tagger takes the title for a verb (`according to prefect X`)."""
    tokens = reading.tokens
    titles = reading.lexicon(first).pack.titles
    stop = reading.annotation.sentences[tokens[first].sentence][1]
    name = next((i for i in range(first, min(stop, first + OFFICE)) if tokens[i].text[:1].isupper()), first)
    words = tokens[first:name]
    if not any(t.pos in VERBAL for t in words) or any(t.pos in {"PUNCT", "ADP", "PRON"} for t in words):
        return None
    called = {words[-1].norm, " ".join(t.norm for t in words)} & {*titles.roles, *titles.persons}
    end = next((i for i in range(name, stop) if not tokens[i].text[:1].isupper() and tokens[i].text != "-"), stop)
    return end if called and tokens[name].pos == "PROPN" else None


def relative_source(reading: Reading, head: int) -> Range | None:
    """The antecedent of `selon lequel`, `selon qui`."""
    tokens, annotation = reading.tokens, reading.annotation
    if "PronType=Rel" not in tokens[head].morph:
        return None
    verb = tokens[head].head
    antecedent = tokens[verb].head
    cited = reading.quotation_at(tokens[antecedent].start) != reading.quotation_at(tokens[head].start)
    if tokens[verb].dep.startswith("acl") and tokens[antecedent].pos in NOMINAL and not cited:
        return source_span(reading, taken_up(reading, antecedent, head))
    before = min(clause(annotation, head)[0], *annotation.dependents(head, "case"), head) - 1
    while before >= 0 and tokens[before].pos == "PUNCT":
        before -= 1
    if before < 0 or tokens[before].pos not in NOMINAL:
        return None
    return source_span(reading, taken_up(reading, described(reading, before), head))


def described(reading: Reading, i: int) -> int:
    """The noun that a word describes or goes on with (`les réseaux | sociaux`, `Ana | Dorval`); else the word itself."""
    tokens = reading.tokens
    while tokens[i].head < i and tokens[i].dep.startswith(("amod", "flat")) and tokens[tokens[i].head].pos in NOMINAL:
        i = tokens[i].head
    return i


def taken_up(reading: Reading, noun: int, pronoun: int) -> int:
    """The noun that a relative pronoun takes up: the nearest above that has its gender and number (`le ministère de la
    Défense, selon lequel`); the noun itself where none has.
    """
    tokens, node = reading.tokens, noun
    if tokens[pronoun].norm in reading.lexicon(pronoun).pack.function_words.governed_relatives:
        return person_above(reading, noun)
    while not fits(tokens[node], tokens[pronoun]):
        above = tokens[node].head
        if above < node and tokens[above].pos in VERBAL and tokens[above].dep.startswith("acl"):
            node, above = above, tokens[above].head  # `une rumeur circulant en ligne, selon laquelle`
        elif not tokens[node].dep.startswith(INSIDE):
            return noun
        if above >= node or tokens[above].pos not in NOMINAL:
            return noun
        node = above
    return node


def person_above(reading: Reading, noun: int) -> int:
    """The first noun of a person, or name, from one upwards (`un gardien du musée, selon qui`); the noun itself without one."""
    tokens, node = reading.tokens, noun
    while tokens[node].pos in NOMINAL:
        if tokens[node].pos == "PROPN" or tokens[node].lemma in reading.lexicon(node).roles:
            return node
        if not tokens[node].dep.startswith(INSIDE) or tokens[node].head >= node:
            return noun
        node = tokens[node].head
    return noun


def fits(noun: Token, pronoun: Token) -> bool:
    """Whether nothing in the gender and number of a noun speaks against a pronoun's."""
    told = dict(f.split("=", 1) for f in noun.morph.split("|") if f)
    asked = dict(f.split("=", 1) for f in pronoun.morph.split("|") if f)
    return all(told.get(k, asked[k]) == asked[k] for k in ("Gender", "Number") if k in asked)


def token_after(reading: Reading, position: int, least: int) -> int:
    """The first token that starts at or behind a code point."""
    i = least
    while i < len(reading.tokens) and reading.tokens[i].start < position:
        i += 1
    return i


def detached(reading: Reading, first: int, end: int) -> bool:
    """Whether marks or the sentence's edges stand on both sides."""
    tokens = reading.tokens
    sentence_first, sentence_last = reading.annotation.sentences[tokens[first].sentence]
    left = first == sentence_first or tokens[first - 1].pos in {"PUNCT", "CCONJ", "SCONJ"}
    right = end >= sentence_last or tokens[end].pos == "PUNCT"
    return left and right


def content_of(reading: Reading, first: int, end: int, head: int | None) -> tuple[list[Range], int | None]:
    """What the phrase ascribes: a quotation before it, else the clause that it belongs to, without the phrase."""
    annotation, tokens = reading.annotation, reading.tokens
    quotation = None if tokens[first].text[:1].isupper() else quotation_before(reading, first)
    sentence_first, sentence_last = annotation.sentences[tokens[first].sentence]
    opening = opening_token(reading, sentence_first, sentence_last)
    if quotation is not None and quotation.outer_start <= tokens[opening].start + 1:
        return [(quotation.start, quotation.end)], None
    if tokens[first - 1].text == ":" and first > sentence_first:
        low = opening_token(reading, behind_source(reading, end, sentence_last), sentence_last)
        return (
            ([reading.offsets(low, sentence_last)], region_head(reading, low, sentence_last))
            if low < sentence_last
            else ([], None)
        )
    governor = governing_verb(reading, first if head is None else head)
    part = coordinate_part(reading, first, governor)
    if part is not None:
        hole = reading.offsets(first, end)
        return without(reading.offsets(*part), [hole]), region_head(reading, *part)
    region_first, region_last = opening, sentence_last
    at_edge = first <= opening or end >= sentence_last - 1
    if governor is not None and not at_edge:
        region_first, region_last = clause(annotation, governor)
        region_first = opening_token(reading, max(region_first, opening), region_last)
        mark = [c for c in annotation.dependents(governor, "mark") if c <= region_first + 1]
        if mark:
            region_first = mark[-1] + 1
    elif first <= opening:
        region_first = opening_token(reading, behind_source(reading, end, region_last), region_last)
    if first <= region_first < end:
        region_first = opening_token(reading, behind_source(reading, end, region_last), region_last)
    if region_first >= region_last:
        return [], None
    hole = reading.offsets(first, end if head is None else told_until(reading, first, end))
    whole = reading.offsets(region_first, region_last)
    head_token = governor if governor is not None and region_first <= governor < region_last else None
    if head_token is None:
        head_token = region_head(reading, region_first, region_last)
    return without(whole, [hole]), head_token


def coordinate_part(reading: Reading, first: int, governor: int | None) -> tuple[int, int] | None:
    """The coordinated clause to which a phrase is bound where another one of the same sentence ascribes a further clause.

    `A est venu, selon X, et B est parti, selon Y`: each phrase has its own clause.
    """
    annotation, tokens = reading.annotation, reading.tokens
    start, stop = annotation.sentences[tokens[first].sentence]
    others = [i for i in range(start, stop) if i != first and phrase_at(reading, i)]
    if governor is None or not others:
        return None
    joints = [
        i
        for i in range(start + 1, stop)
        if tokens[i].dep.startswith("conj")
        and tokens[i].pos in VERBAL
        and is_finite(annotation, i)
        and tokens[i].head < i
        and not tokens[i].dep.startswith("acl")
    ]
    cuts = sorted(
        {annotation.subtree(i)[0] for i in joints if tokens[annotation.subtree(i)[0]].pos in {"PUNCT", "CCONJ"}}
    )
    edges = [start, *(c for c in cuts if start < c < stop), stop]
    parts = list(itertools.pairwise(edges))
    mine = next(p for p in parts if p[0] <= first < p[1])
    if any(mine[0] <= other < mine[1] for other in others) or len(parts) == 1:
        return None
    low = opening_token(reading, mine[0], mine[1])
    return (low, mine[1]) if low < mine[1] else None


def governing_verb(reading: Reading, i: int) -> int | None:
    """The nearest finite clause's head above a token."""
    annotation, tokens = reading.annotation, reading.tokens
    for node in annotation.ancestors(i):
        if is_finite(annotation, node) or (tokens[node].pos in VERBAL and tokens[node].dep.startswith("root")):
            return node
    return None
