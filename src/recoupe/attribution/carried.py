"""Words that an outlet has from somebody, where one phrase holds both: `a appris d'un ingénieur que`, `des propos de X
recueillis par Y`, `d'après ce que X a dit à Y`, `Its source is an engineer`.
"""

from msgspec import Struct

from recoupe.attribution.cues import can_speak
from recoupe.attribution.draft import Draft, Range, Reading
from recoupe.attribution.lexicon import same_word, words_of
from recoupe.attribution.media import before_person
from recoupe.attribution.nouns import BY
from recoupe.attribution.relays import medium
from recoupe.attribution.sources import source_span
from recoupe.attribution.syntax import NOMINAL, VERBAL, is_finite, verb_group
from recoupe.languages import shared_pack
from recoupe.linguistics import Token

NAMING = {"PROPN", "NOUN", "ADJ", "DET", "X"}  # what a name begins with at its sentence's start
REACH = 14  # tokens from a verb to the mark of its clause, and from a phrase to its end


class Place(Struct, frozen=True):
    """Tokens [first, last)."""

    first: int
    last: int


def unfolded(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """Drafts whose source names words, their speaker and the outlet that carries them, with speaker and outlet apart."""
    for draft in drafts:
        if draft.source is None:
            continue
        inside = [t.i for t in reading.between(*draft.source)]
        outlet = next((i for i in inside if medium(reading, i)), None)
        if outlet is None or not inside:
            continue
        name = outlet_name(reading, outlet)
        speaker = next((i for i in inside if not name.first <= i < name.last and speaks(reading, i)), None)
        if speaker is None and draft.relay is None and in_record(reading, inside, outlet):
            draft.relay = reading.offsets(name.first, name.last)
        if speaker is None or (draft.cue_token is not None and speaker == draft.cue_token):
            continue
        below = speaker < outlet and of_verb(reading, outlet, speaker)
        if names_words(reading, inside[0], min(speaker, name.first)):
            start, end = source_span(reading, speaker)
            carried = name.first > speaker and start < reading.tokens[name.first].start < end
            cut = verb_between(reading, speaker, name.first) if carried else None
            draft.source = (start, reading.tokens[cut - 1].end if cut is not None else end)
            draft.relay = reading.offsets(name.first, name.last)
        elif below and draft.relay is None:
            draft.relay = reading.offsets(name.first, name.last)
    return drafts


def speaks(reading: Reading, i: int) -> bool:
    """Whether a noun or name in a source is somebody who speaks, and no outlet, newsroom, document or word for words."""
    token = reading.tokens[i]
    lexicon = reading.lexicon(i)
    if token.pos not in {"NOUN", "PROPN"} or token.dep.startswith(("flat", "compound")) or medium(reading, i):
        return False
    if {token.lemma, token.norm} & lexicon.documents or token.lemma in lexicon.nouns or token.lemma in lexicon.channels:
        return False
    newsroom = lexicon.pack.attribution_phrases.newsroom
    person = token.pos == "PROPN" or {token.lemma, token.norm} & {*lexicon.roles, *lexicon.pack.anonymity.heads}
    return bool(person) and can_speak(reading, i) and token.lemma not in newsroom


def names_words(reading: Reading, first: int, last: int) -> bool:
    """Whether tokens [first, last) open with a noun for words or their record (`des propos`, `une enquête`)."""
    for token in reading.tokens[first:last]:
        if token.pos == "NOUN":
            lexicon = reading.lexicon(token.i)
            phrases = lexicon.pack.attribution_phrases
            return token.lemma in {*lexicon.nouns, *lexicon.documents, *lexicon.channels, *phrases.accounts}
        if token.pos in {*VERBAL, "PROPN", "PRON"}:
            return False
    return False


def in_record(reading: Reading, inside: list[int], name: int) -> bool:
    """Whether a source is a document or record that an outlet has come by (`a memo obtained by the Herald`)."""
    above = [k for k in reading.annotation.ancestors(name) if k in inside and reading.tokens[k].pos in VERBAL]
    record = reading.tokens[above[0]].head if above and comes_by(reading, above[0]) else None
    if record is None or record >= name or medium(reading, record):
        return False
    lexicon = reading.lexicon(record)
    token = reading.tokens[record]
    kept = bool({token.lemma, token.norm} & {*lexicon.documents, *lexicon.channels})
    return kept and of_verb(reading, name, record)


def comes_by(reading: Reading, participle: int) -> bool:
    """Whether a participle is the first word of a phrase that brings an outlet: `obtained (by)`, `consulté (par)`."""
    phrases = reading.lexicon(participle).pack.attribution_phrases
    forms = (words_of(r.form) for r in phrases.relays if r.outlet_only)
    own = reading.tokens[participle].norm
    return any(len(f) > 1 and f[0] == own and f[-1] in phrases.agents for f in forms)


def outlet_name(reading: Reading, i: int) -> Place:
    """The run of capital words, with what joins them, around a token of an outlet's name, the noun before it included."""
    tokens = reading.tokens
    first, last = i, i + 1
    while first > 0 and (
        capital(reading, first - 1, i) or (joins(tokens[first - 1]) and capital(reading, first - 2, i))
    ):
        first -= 1
    start = reading.annotation.sentences[tokens[i].sentence][0]
    if first == start < i and tokens[first].pos not in NAMING:
        first += 1  # `Quand | Le Phare l'a joint`
    while last < len(tokens) and capital(reading, last, i):
        last += 1
        while last + 1 < len(tokens) and joins(tokens[last]) and capital(reading, last + 1, i):
            last += 1
    while last + 1 < len(tokens) and joins(tokens[last]):
        ahead = next((k for k in range(last, min(len(tokens), last + 3)) if not joins(tokens[k])), last)
        if not capital(reading, ahead, i):
            break
        last = ahead + 1
    return Place(first, before_person(reading, first, last))


def joins(token: Token) -> bool:
    """Whether a token may stand between two words of an outlet's name: a hyphen or a small word."""
    return token.text == "-" or token.norm in shared_pack().outlets.joiners


def capital(reading: Reading, i: int, near: int) -> bool:
    """Whether a token is a capitalised word of the same sentence as another."""
    tokens = reading.tokens
    return 0 <= i < len(tokens) and tokens[i].text[:1].isupper() and tokens[i].sentence == tokens[near].sentence


def of_verb(reading: Reading, outlet: int, speaker: int) -> bool:
    """Whether an outlet hangs on a participle that hangs on a speaker (`an engineer quoted by The Herald`)."""
    above = reading.annotation.ancestors(outlet)
    verb = next((k for k in above if reading.tokens[k].pos in VERBAL), None)
    return verb is not None and reading.tokens[verb].dep.startswith("acl") and speaker < verb < outlet


def verb_between(reading: Reading, speaker: int, outlet: int) -> int | None:
    """The first participle between a speaker and the outlet behind it."""
    return next((i for i in range(speaker + 1, outlet) if reading.tokens[i].pos in VERBAL), None)


def learnt(reading: Reading) -> list[Draft]:
    """Relations by a verb of having something from somebody: `Le Courrier tient d'un ingénieur que`, `has it from X that`."""
    found = []
    tokens = reading.tokens
    for token in tokens:
        phrases = reading.lexicon(token.i).pack.attribution_phrases
        if token.pos not in VERBAL or token.lemma not in phrases.having:
            continue
        stop = reading.annotation.sentences[token.sentence][1]
        marks = reading.lexicon(token.i).pack.settings.complementisers
        mark = next((i for i in range(token.i + 2, min(stop - 2, token.i + REACH)) if tokens[i].norm in marks), None)
        case = token.i + 1
        while case < stop and tokens[case].pos == "PRON" and tokens[case].norm not in marks:
            case += 1  # `has it from`
        if mark is None or case >= mark or tokens[case].norm not in phrases.from_whom:
            continue
        owned = case > token.i + 1  # `has it from`: only what somebody has stands behind
        if finite_in(reading, case, mark) is not None and not owned:
            continue
        speaker = next((i for i in range(case + 1, mark) if tokens[i].pos in NOMINAL and can_speak(reading, i)), None)
        holder = subject(reading, token.i)
        if holder is None and owned:
            holder = next(
                (c for c in reading.annotation.dependents(token.i, "nsubj") if tokens[c].pos == "PROPN"), None
            )
        if speaker is None or holder is None or medium(reading, speaker):
            continue
        found.append(
            Draft(
                source=reading.offsets(case + 1, mark),
                cue=reading.offsets(*verb_group(reading.annotation, token.i)),
                content=[reading.offsets(mark + 1, stop)],
                mechanism="learnt",
                entries=(f"phrase:{token.lemma}",),
                head=finite_in(reading, mark + 1, stop),
                cue_token=token.i,
                relay=source_span(reading, holder),
            )
        )  # fmt: skip
    return found


def finite_in(reading: Reading, first: int, last: int) -> int | None:
    """The first finite verb of tokens [first, last)."""
    tokens = reading.tokens
    return next((i for i in range(first, last) if tokens[i].pos in VERBAL and is_finite(reading.annotation, i)), None)


def subject(reading: Reading, verb: int) -> int | None:
    """The outlet that is subject of a verb, or of one above it where the verb has a pronoun or none."""
    for node in (verb, *reading.annotation.ancestors(verb)):
        for child in reading.annotation.dependents(node, "nsubj", "nsubj:pass"):
            if any(medium(reading, i) for i in reading.annotation.subtree(child) if i < verb):
                return child
    return None


def by_agent(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """Drafts without a source whose verb has words as its subject, with who said these: `Les propos tenus par X n'ont pas
    été démentis : ...`.
    """
    for draft in drafts:
        if draft.source is not None or draft.cue_token is None or reading.tokens[draft.cue_token].pos not in VERBAL:
            continue
        for child in reading.annotation.dependents(draft.cue_token, "nsubj"):
            first, last = reading.annotation.subtree(child)[0], draft.cue_token
            within = [i for i in reading.annotation.subtree(child) if i > child]
            said = next((i for i in within if by_whom(reading, i) and speaks(reading, i)), None)
            if said is not None and names_words(reading, first, last):
                draft.source = source_span(reading, said)
    return drafts


def by_whom(reading: Reading, noun: int) -> bool:
    """Whether a noun is the agent of a participle that tells of words."""
    tokens, annotation = reading.tokens, reading.annotation
    case = {tokens[c].norm for c in annotation.dependents(noun, "case")}
    return bool(case & BY) and tokens[tokens[noun].head].pos in VERBAL


def told_in_clause(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """Phrases that bring a clause (`d'après ce qu'a dit à Y la maire X, ...`), with who speaks there as their source."""
    tokens = reading.tokens
    for draft in drafts:
        if not draft.according or draft.cue_token is None or draft.cue is None:
            continue
        behind = next((t.i for t in reading.between(draft.cue[1], len(reading.text)) if t.pos != "PUNCT"), None)
        if behind is None or not free_relative(reading, behind):
            continue
        stop = reading.annotation.sentences[tokens[behind].sentence][1]
        comma = next((i for i in range(behind, min(stop - 2, behind + 2 * REACH)) if tokens[i].text == ","), None)
        if comma is None:
            continue
        outlet = next((i for i in range(behind + 2, comma) if medium(reading, i)), None)
        name = outlet_name(reading, outlet) if outlet is not None else Place(comma, comma)
        others = [i for i in range(behind + 2, comma) if not name.first <= i < name.last]
        voice = next((i for i in others if speaks(reading, i)), None)
        if voice is None:
            continue
        content = reading.tidy(*reading.offsets(comma + 1, stop))
        if content is None:
            continue
        start, end = source_span(reading, voice)
        draft.source = (start, min(end, tokens[comma].start))
        draft.content = [content]
        if outlet is not None:
            draft.relay = reading.offsets(name.first, name.last)
    return drafts


def free_relative(reading: Reading, i: int) -> bool:
    """Whether a clause stands for what was said: `ce que`, `ce qu'`, `what`."""
    tokens = reading.tokens
    forms = reading.lexicon(i).pack.attribution_phrases.what_is_said
    return any(tuple(t.norm for t in tokens[i : i + len(words_of(f))]) == words_of(f) for f in forms)


def told_after(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """Relations by a sentence that says where the one before is from: `L'information vient de X.`, `Its source is X.`"""
    found = []
    tokens = reading.tokens
    for number in range(1, len(reading.annotation.sentences)):
        first, last = reading.annotation.sentences[number]
        before = reading.annotation.sentences[number - 1]
        if reading.annotation.paragraph_of_sentence[number] != reading.annotation.paragraph_of_sentence[number - 1]:
            continue
        end = opening(reading, first, last)
        speaker = (
            next((i for i in range(end, last) if tokens[i].pos in NOMINAL and can_speak(reading, i)), None)
            if end
            else None
        )
        if end is None or speaker is None or speaker > end + REACH:
            continue
        while (
            tokens[speaker].dep.startswith(("compound", "flat", "amod", "nmod:desc"))
            and speaker < tokens[speaker].head < last
        ):
            speaker = tokens[speaker].head
        source = source_span(reading, speaker)
        low, high = reading.offsets(*before)
        outer = [d for d in drafts if d.source is not None and any(low <= s and e <= high for s, e in d.content)]
        carried = next((d for d in outer if d.cue_token is not None and by_outlet(reading, d)), None)
        content = carried.content if carried is not None else [(low, high)]
        if outer and carried is None:
            pass_on(reading, outer, speaker, source)
            continue  # somebody is named already
        tidy = [t for t in (reading.tidy(*c) for c in content) if t]
        found.append(
            Draft(
                source=source,
                cue=reading.offsets(first, end),
                content=tidy,
                mechanism="told after",
                entries=("phrase:afterwards",),
                head=carried.head if carried is not None else None,
                cue_token=end - 1,
                relay=carried.source if carried is not None else None,
            )
        )
    return [d for d in found if d.content]


def pass_on(reading: Reading, drafts: list[Draft], speaker: int, source: Range) -> None:
    """Where the sentence behind names an outlet, that is whom what somebody said comes through."""
    if not any(medium(reading, t.i) for t in reading.between(*source) if t.i >= speaker) and not medium(
        reading, speaker
    ):
        return
    for draft in drafts:
        if draft.relay is None:
            draft.relay = source


def by_outlet(reading: Reading, draft: Draft) -> bool:
    """Whether an outlet, and nobody who speaks (`un ingénieur du site`), is the source of a relation."""
    named = [t.i for t in reading.between(*draft.source)] if draft.source is not None else []
    return any(medium(reading, i) for i in named) and not any(
        reading.tokens[i].pos == "NOUN" and speaks(reading, i) for i in named
    )


def opening(reading: Reading, first: int, last: int) -> int | None:
    """The end of the words at the beginning of a sentence that say where the sentence before is from."""
    tokens = reading.tokens
    for form in reading.lexicon(first).pack.attribution_phrases.afterwards:
        words = words_of(form)
        here = tokens[first : min(last, first + len(words))]
        if len(here) == len(words) and all(same_word(t, w) for t, w in zip(here, words, strict=True)):
            return first + len(words)
    return None
