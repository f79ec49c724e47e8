"""The span of a source, and the voice behind a passive or `on`."""

from recoupe.attribution.cues import VerbCue, can_speak, nobody
from recoupe.attribution.draft import Range, Reading
from recoupe.attribution.lexicon import unelided, words_of
from recoupe.attribution.syntax import clause, is_genitive, is_reduced, noun_phrase, phrase_head
from recoupe.ingest.names import others

COORDINATE = 8  # tokens before the conjunction of a coordinated source
PARTICIPLE = 8  # tokens behind a participle that belong to a source
RELATIVE = 14  # tokens of a relative clause that belongs to a source
ORIGIN = 8  # tokens between a verb and the phrase that names an origin
OPENING, CLOSING = "«“", "»”"  # of quotation marks
CAPITAL_ARTICLES = {"Le", "La", "Les", "L'", "L’", "The"}


def source_span(reading: Reading, token: int) -> Range:
    """Code points of the noun phrase of a source; a clitic pronoun (`-t-il`) without its hyphens."""
    word = reading.tokens[token]
    if word.pos == "PRON" and word.norm.startswith("-"):
        bare = word.text.lstrip("-")
        bare = bare[2:] if bare.startswith("t-") else bare
        return word.end - len(bare), word.end
    first, last = source_tokens(reading, token)
    return reading.offsets(first, last)


def source_tokens(reading: Reading, head: int) -> tuple[int, int]:
    """Tokens of a source's noun phrase: that of the parse, with the title or apposition that touches a name.

    Titles and names that stand side by side are one phrase whatever the parse makes of them: `its spokesman, Edgar
    Lanvoy`, `the campaign group Aval`, `Oskan Dreval, president of the union`, `l'Observatoire (OTM), un institut privé`.
    """
    first, last = noun_phrase(reading.annotation, head, reading.lexicon(head))
    while (
        last < len(reading.tokens)
        and reading.tokens[last - 1].text in CAPITAL_ARTICLES
        and reading.tokens[last].pos == "PROPN"
    ):
        last += 1  # `Le Courrier`, `The Post`
    first = with_coordinate(reading, with_title(reading, with_bearer(reading, head, first, last)))
    last = whole_name(reading, last)
    last = with_acronym(reading, with_title_name(reading, head, last))
    last = with_apposition(reading, first, with_name(reading, head, last))
    last = with_participle(reading, first, with_relative(reading, head, last))
    last = before_aside(reading, first, before_subject(reading, head, first, last))
    if head > reading.tokens[head].head and reading.tokens[head].dep.startswith(("nsubj", "nmod", "obj")):
        last = before_circumstance(reading, head, last)
    return first, closed(reading, first, last)


def before_circumstance(reading: Reading, head: int, last: int) -> int:
    """The end of a source that stands behind its verb without how, of what and to whom he spoke, taken for parts of him:
    `a répondu le maire | au sujet de la vente`, `a assuré le préfet | aux journalistes`."""
    tokens, lexicon = reading.tokens, reading.lexicon(head)
    opening = {words_of(phrase) for phrase in lexicon.pack.attribution_phrases.circumstances}
    for i in range(head + 1, last):
        words = [tuple(t.norm for t in tokens[i : i + n]) for n in (1, 2, 3, 4)]
        qualified = i - 1 > head and tokens[i - 1].pos in {"ADJ", "VERB"}  # (`un employé présent | lors de la vente`)
        if not qualified and not opening.isdisjoint(words):
            return i
    serving = {tokens[head].norm, tokens[head].lemma} & {*lexicon.pack.titles.serving}
    hearer = next((i for i in range(head + 1, last) if opens_hearer(reading, i)), None)
    return hearer if hearer is not None and not serving else last


def opens_hearer(reading: Reading, i: int) -> bool:
    """Whether a preposition brings persons to whom, or what somebody says on which, something may be said.

    `aux journalistes`, `to her colleagues`, `to the story`.
    """
    tokens, lexicon = reading.tokens, reading.lexicon(i)
    if tokens[i].pos != "ADP" or unelided(tokens[i]) not in lexicon.pack.attribution_phrases.hearers:
        return False
    behind = (t for t in tokens[i + 1 : i + 4] if t.sentence == tokens[i].sentence)
    noun = next((t for t in behind if t.pos not in {"DET", "ADJ", "NUM"}), None)
    heard = {*lexicon.roles, *lexicon.nouns}
    return noun is not None and noun.pos == "NOUN" and bool({noun.lemma, noun.norm} & heard)


def before_subject(reading: Reading, head: int, first: int, last: int) -> int:
    """The end of a source in an adjunct or object without the next clause's subject, taken for its apposition.

    By the parse (`According to a nurse, | Dr Lint, the surgeon, had left`), or since a finite verb follows where an
    apposition would be closed by a mark (`citing a nurse, | the surgeon Ada Lint left`).
    """
    tokens, annotation = reading.tokens, reading.annotation
    commas = [i for i in range(first, last) if tokens[i].text == ","]
    brought = bool(annotation.dependents(head, "case"))
    if not commas or (tokens[head].dep.startswith(("nsubj", "conj")) and not brought):
        return last
    about = next(
        (
            i
            for i in range(commas[0], last)
            if tokens[i].dep.startswith("nsubj")
            and tokens[i].head >= last
            and max(annotation.dependents(tokens[i].head, "nsubj", "nsubj:pass"))
            == i  # not `Me X, | nothing` is signed
        ),
        None,
    )
    if about is not None:
        return max(c for c in commas if c < about)
    i = last
    while i < len(tokens) and tokens[i].pos == "ADV":
        i += 1
    follows = i < len(tokens) and tokens[i].pos in {"VERB", "AUX"} and tokens[i].sentence == tokens[head].sentence
    lacks = follows and not any(last <= c < i for c in annotation.dependents(i, "nsubj"))
    return commas[-1] if lacks and tokens[i].has("VerbForm=Fin") else last


def before_aside(reading: Reading, first: int, last: int) -> int:
    """The end of a phrase without the set phrase behind a comma on which it closes (`la société Aldane | , de son côté`)."""
    tokens = reading.tokens
    for comma in range(first + 1, last - 1):
        if tokens[comma].text != ",":
            continue
        if is_genitive(tokens[comma + 1]):
            return comma  # `Il n'y a pas eu, insiste le directeur | , de vente`
        words = tuple(t.norm for t in tokens[comma + 1 : last])
        if any(words == aside for aside, _ in reading.lexicon(first).asides.get(words[0], ())):
            return comma
    return last


def whole_name(reading: Reading, last: int) -> int:
    """The end of a phrase that closes inside a name with a hyphen (`Carl Osei-Brandt`)."""
    tokens = reading.tokens
    while (
        last + 1 < len(tokens)
        and tokens[last].text == "-"
        and tokens[last - 1].end == tokens[last].start
        and tokens[last].end == tokens[last + 1].start
        and tokens[last + 1].text[:1].isupper()
    ):
        last += 2
    hyphen = last > 2 and tokens[last - 2].text == "-" and tokens[last - 1].text[:1].isupper()
    while hyphen and last < len(tokens) and tokens[last].pos == "PROPN" and tokens[last].text[:1].isupper():
        last += 1  # `Colonel Jean-Marc | Odru`
    return last


def with_relative(reading: Reading, head: int, last: int) -> int:
    """The end of a phrase with the relative clause that touches it without a comma (`les agents qui escortaient X`)."""
    tokens, annotation = reading.tokens, reading.annotation
    for child in annotation.dependents(head, "acl:relcl"):
        low, high = clause(annotation, child)
        if low == last and tokens[low].has("PronType=Rel") and high - low <= RELATIVE:
            inside = tokens[low:high]
            return high if not any(t.text in ",;:" or reading.quotation_at(t.start) for t in inside) else last
    return seen_by_writer(reading, last)


def seen_by_writer(reading: Reading, last: int) -> int:
    """The end of a phrase with the clause without its pronoun by which the writer has it: `a leaked memo | I have seen |,`."""
    tokens = reading.tokens
    zero = reading.lexicon(last - 1).pack.settings.zero_complementiser
    if not zero or last >= len(tokens) or tokens[last].pos != "PRON" or not tokens[last].has("Person=1"):
        return last
    stop = min(reading.annotation.sentences[tokens[last].sentence][1], last + RELATIVE)
    comma = next((i for i in range(last, stop) if tokens[i].pos == "PUNCT"), None)
    inside = tokens[last:comma] if comma is not None else ()
    return comma if comma is not None and any(t.has("VerbForm=Fin") for t in inside) else last


def closed(reading: Reading, first: int, last: int) -> int:
    """The end of a phrase without words that open something else (`le parquet, que`, `la CGT, elle`)."""
    tokens = reading.tokens
    while last - 1 > first and (
        tokens[last - 1].pos in {"SCONJ", "ADP", "CCONJ", "DET"}
        or tokens[last - 1].has("PronType=Rel")
        or (tokens[last - 1].pos == "PRON" and tokens[last - 2].text == ",")
        or tokens[last - 1].text == ","
        or (tokens[last - 1].text in CLOSING and not any(t.text in OPENING for t in tokens[first : last - 1]))
        or bare_participle(reading, last)
    ):
        last -= 1
    return last


def with_participle(reading: Reading, first: int, last: int) -> int:
    """The end of a phrase with what belongs to the participle on which it closes (`un haut gradé joint par téléphone`).

    Not where that names a go-between (`un rapport consulté par Le Courrier`).
    """
    tokens = reading.tokens
    if last - 1 <= first or not bare_participle(reading, last):
        return last
    stop = last
    while stop < len(tokens) and tokens[stop].sentence == tokens[last].sentence and stop - last < PARTICIPLE:
        if tokens[stop].pos not in {"ADP", "DET", "NOUN", "ADJ", "NUM", "PROPN"}:
            break
        stop += 1
    closes = stop < len(tokens) and (tokens[stop].pos in {"PUNCT", "VERB", "AUX", "SCONJ"})
    calendar = reading.lexicon(last).calendar
    named = any(t.text[:1].isupper() and t.norm not in calendar for t in tokens[last:stop])
    return stop if closes and not named else last


def bare_participle(reading: Reading, last: int) -> bool:
    """Whether a phrase closes on a participle whose complement stands behind it (`un rapport consulté | par X`)."""
    tokens = reading.tokens
    opens = last < len(tokens) and tokens[last].pos == "ADP" and tokens[last].sentence == tokens[last - 1].sentence
    return opens and is_reduced(reading.annotation, last - 1)


def with_bearer(reading: Reading, head: int, first: int, last: int) -> int:
    """The start of a phrase with the name that opens its sentence and of whose bearer it tells: `Sophie, | une habitante`.

    Behind a definite article a second comma has to close what it tells (`Anna Bell, | the manager's wife, said`).
    """
    tokens, start = reading.tokens, reading.annotation.sentences[reading.tokens[first].sentence][0]
    person = bool({tokens[head].lemma, tokens[head].norm} & reading.lexicon(head).speakers)
    single = tokens[head].pos == "NOUN" and not tokens[head].has("Number=Plur") and tokens[first].pos in {"DET", "PRON"}
    closed_off = last < len(tokens) and tokens[last].text == ","
    if not (person and single and first - start > 1 and tokens[first - 1].text == ","):
        return first
    if not (tokens[first].has("Definite=Ind") or closed_off):
        return first
    lexicon, name = reading.lexicon(first), tokens[start : first - 1]
    named = all(t.pos == "PROPN" and t.text[:1].isupper() and t.norm not in lexicon.calendar for t in name)
    return start if named else first


def with_coordinate(reading: Reading, first: int) -> int:
    """The start of a phrase whose first members the parse leaves out: `Les États-Unis et | le Royaume-Uni`.

    What stands before the conjunction must open the sentence, be a noun phrase without a preposition, and hold no mark.
    """
    tokens, annotation = reading.tokens, reading.annotation
    start = annotation.sentences[tokens[first].sentence][0]
    if first - 2 < start or tokens[first - 1].pos != "CCONJ" or first - start > COORDINATE:
        return first
    before = tokens[start : first - 1]
    nominal = before[0].pos in {"DET", "PROPN", "NUM", "NOUN", "ADJ"} and before[-1].pos in {"NOUN", "PROPN", "ADJ"}
    plain = all(t.pos in {"DET", "PROPN", "NUM", "NOUN", "ADJ", "ADP"} for t in before)
    return start if nominal and plain else first


def with_title(reading: Reading, first: int) -> int:
    """The start of a phrase that begins with a name, with the title before it."""
    tokens = reading.tokens
    if tokens[first].pos != "PROPN" or not first or tokens[first - 1].sentence != tokens[first].sentence:
        return first
    lexicon = reading.lexicon(first)
    start = first
    while (
        start
        and tokens[start - 1].pos in {"ADJ", "NOUN", "PROPN"}
        and tokens[start - 1].sentence == tokens[first].sentence
    ):
        if tokens[start - 1].norm in lexicon.calendar or tokens[start - 1].norm in lexicon.outlets:
            return first
        start -= 1
    titled = any(t.lemma in lexicon.speakers or t.norm in lexicon.speakers for t in tokens[start:first])
    if start < first and titled:
        return start - 1 if start and tokens[start - 1].pos == "DET" else start
    if tokens[first - 1].text != "," or first < 2:
        return first
    title = phrase_head(reading.annotation, first - 2)
    governed = tokens[title].dep.startswith(("obj", "obl", "nmod")) or reading.annotation.dependents(title, "case")
    if {tokens[title].lemma, tokens[title].norm} & lexicon.roles and not governed:
        low, high = noun_phrase(reading.annotation, title, lexicon)
        if high >= first - 1:
            return low
    return first


def with_title_name(reading: Reading, head: int, last: int) -> int:
    """The end of a phrase with the name that follows it without a comma (`le site d'information L'Orle`)."""
    tokens = reading.tokens
    if tokens[head].pos != "NOUN" or not {tokens[head].lemma, tokens[head].norm} & reading.lexicon(head).speakers:
        return last
    end = last
    while end < len(tokens) and tokens[end].sentence == tokens[head].sentence:
        links = end > last and is_genitive(tokens[end]) and tokens[end + 1].text[:1].isupper()
        named = tokens[end].text[:1].isupper() and tokens[end].pos in {"PROPN", "NOUN", "DET", "X", "ADJ"}
        if not links and not named:
            break
        end += 1
    if end == last:
        return last
    named = tokens[end - 1].pos in {"PROPN", "NOUN", "X"} or tokens[end - 1].norm not in others()
    return end if named else last  # `the Swiss agency | Romandel`, of which the tagger makes an adjective


def with_acronym(reading: Reading, last: int) -> int:
    """The end of a phrase with the short name in brackets behind it: `(OTM)`."""
    tokens = reading.tokens
    for end in range(last + 2, min(last + 5, len(tokens))):
        if (
            tokens[last].text == "("
            and tokens[end].text == ")"
            and all(t.text[:1].isupper() for t in tokens[last + 1 : end])
        ):
            return end + 1
    return last


def with_apposition(reading: Reading, first: int, last: int) -> int:
    """The end of a phrase that closes on a name, with the role or kind that follows between commas."""
    tokens, annotation = reading.tokens, reading.annotation
    if last + 1 >= len(tokens) or tokens[last].text != "," or not named(reading, first, last):
        return last
    lexicon = reading.lexicon(first)
    for i in range(last + 1, min(last + 5, len(tokens))):
        token = tokens[i]
        if token.sentence != tokens[first].sentence or token.pos not in {"DET", "ADJ", "NOUN", "ADV", "NUM"}:
            return last
        if token.pos == "NOUN":
            if not {token.lemma, token.norm} & lexicon.speakers:
                if i + 1 < len(tokens) and tokens[i + 1].pos == "NOUN":
                    continue  # `a marketing | executive`
                return last
            end = noun_phrase(annotation, i, lexicon)[1]
            closed = end < len(tokens) and (tokens[end].pos == "PUNCT" or tokens[end].sentence != token.sentence)
            return end if closed or end == len(tokens) else last
    return last


def named(reading: Reading, first: int, last: int) -> bool:
    """Whether a phrase ends on a name or on its short form in brackets."""
    return reading.tokens[last - 1].pos == "PROPN" or reading.tokens[last - 1].text == ")"


def with_name(reading: Reading, head: int, last: int) -> int:
    """The end of a noun phrase with a name that touches it behind a comma (`le porte-parole du Conseil, Sean Savett`)."""
    tokens = reading.tokens
    if last + 1 >= len(tokens) or tokens[last].text != "," or tokens[head].pos != "NOUN":
        return last
    end = last + 1
    while end < len(tokens) and tokens[end].pos == "PROPN" and tokens[end].sentence == tokens[head].sentence:
        end += 1
    closed = end >= len(tokens) or tokens[end].pos == "PUNCT" or tokens[end].pos in {"AUX", "VERB"}
    is_role = bool({tokens[head].lemma, tokens[head].norm} & reading.lexicon(head).roles)
    return end if end - last > 2 and closed and is_role else last


def agent(reading: Reading, verb: int) -> int | None:
    """The agent of a passive: `par X`, `by X`."""
    annotation = reading.annotation
    for child in annotation.dependents(verb, "obl", "obl:agent", "nmod"):
        case = [reading.tokens[c].norm for c in annotation.dependents(child, "case")]
        if reading.tokens[child].lemma in reading.lexicon(child).channels:
            continue  # (`was told by email`)
        agents = reading.lexicon(child).pack.attribution_phrases.agents
        if reading.tokens[child].dep == "obl:agent" or not set(case[:1]).isdisjoint(agents):
            return child
    return None


def source_of(reading: Reading, cue: VerbCue) -> Range | None:
    """The source of a verb cue; `None` for impersonals, agentless passives and `on` without a named origin."""
    if cue.passive:
        by = agent(reading, cue.verb)
        return source_span(reading, by) if by is not None else origin_phrase(reading, cue)
    if nobody(reading, cue.subject) or points_back(reading, cue):
        return origin_phrase(reading, cue)
    shown = shown_by(reading, cue)
    if shown is not None or shows_itself(reading, cue):
        return shown
    if is_talk(reading, cue):
        return origin_phrase(reading, cue)
    assert cue.subject is not None
    teller = learned_from(reading, cue)
    start, end = source_span(reading, teller if teller is not None else cue.subject)
    verb = reading.tokens[cue.verb].start
    speaker = reading.tokens[cue.subject]
    if speaker.head == cue.verb and speaker.dep.startswith("compound") and cue.subject < cue.verb:
        start = from_article(reading, start, cue.verb)
    return (start, reading.tokens[cue.verb - 1].end) if start < verb < end else (start, end)


def from_article(reading: Reading, start: int, verb: int) -> int:
    """Where a noun phrase begins whose article the parse hangs on a verb taken for a noun (`| a club insider | claims`).

    start: the code point where it begins without the article.
    """
    before = reading.tokens[reading.annotation.sentences[reading.tokens[verb].sentence][0] : verb]
    for token in reversed([t for t in before if t.start < start]):
        if token.head != verb or token.pos not in {"DET", "ADJ", "NUM", "NOUN"}:
            break
        start = token.start
    return start


def learned_from(reading: Reading, cue: VerbCue) -> int | None:
    """Whom somebody learned a thing from, right behind the verb: `a appris d'un collègue que`."""
    tokens = reading.tokens
    if cue.entry.verb.class_ != "learning" or cue.last >= len(tokens) or not is_genitive(tokens[cue.last]):
        return None
    near = (c for c in reading.annotation.dependents(cue.verb, "obl", "nmod") if c > cue.last)
    noun = next(near, None)
    if noun is None or cue.last not in reading.annotation.dependents(noun, "case"):
        return None
    return noun if can_speak(reading, noun) else None


def points_back(reading: Reading, cue: VerbCue) -> bool:
    """Whether what suggests something is what was told before (`..., ce qui suggère que`, `..., which suggests that`)."""
    assert cue.subject is not None
    token = reading.tokens[cue.subject]
    takes_up = token.norm in reading.lexicon(cue.subject).pack.denials.relatives
    behind = reading.tokens[cue.subject + 1 : cue.subject + 2]
    free = any(t.has("PronType=Rel") for t in behind) and not can_speak(reading, cue.subject)  # `ce | qui`
    return token.pos == "PRON" and (takes_up or free)


def shows_itself(reading: Reading, cue: VerbCue) -> bool:
    """Whether something is shown by nothing that is told (`il ressort que`)."""
    assert cue.subject is not None
    settings = reading.lexicon(cue.verb).pack.settings
    impersonal = reading.tokens[cue.subject].norm in settings.impersonal
    return (
        impersonal
        and cue.entry.verb.class_ == "evidence"
        and reading.tokens[cue.verb].lemma in settings.impersonal_verbs
    )


def shown_by(reading: Reading, cue: VerbCue) -> Range | None:
    """What it is that shows something, behind an impersonal verb of evidence: `il ressort du témoignage de X que`."""
    assert cue.subject is not None
    impersonal = reading.tokens[cue.subject].norm in reading.lexicon(cue.verb).pack.settings.impersonal
    if cue.entry.verb.class_ != "evidence" or not impersonal:
        return None
    for child in reading.annotation.dependents(cue.verb, "obl", "nmod"):
        if child < cue.verb:
            continue
        whose = reading.annotation.dependents(child, "nmod") if shows_itself(reading, cue) else []
        speaker = next((c for c in (child, *whose) if c >= child and can_speak(reading, c)), None)
        if speaker is not None:
            return source_span(reading, speaker)
    return None


def is_talk(reading: Reading, cue: VerbCue) -> bool:
    """Whether something is said by nobody in particular in some place (`il se dit dans les couloirs que`)."""
    assert cue.subject is not None
    tokens, settings = reading.tokens, reading.lexicon(cue.verb).pack.settings
    between = tokens[cue.subject + 1 : cue.verb]
    if tokens[cue.subject].norm not in settings.impersonal or cue.verb + 1 >= len(tokens):
        return False
    return any(t.norm in settings.reflexives for t in between) and tokens[cue.verb + 1].pos == "ADP"


def origin_phrase(reading: Reading, cue: VerbCue) -> Range | None:
    """`apprend-on de source policière`, `a-t-on appris auprès de la SDJ`: what follows is the source."""
    annotation = reading.annotation
    for child in annotation.dependents(cue.verb, "obl", "nmod"):
        word = reading.tokens[child]
        case = " ".join(reading.tokens[c].norm for c in annotation.dependents(child, "case", "fixed"))
        lexicon = reading.lexicon(child)
        origins = lexicon.pack.attribution_phrases.origins
        if lexicon.pack.anonymity.heads.get(word.lemma) == "source":
            return source_span(reading, child)
        if cue.subject is not None and case in origins and can_speak(reading, child):
            return source_span(reading, child)  # `insiste-t-on à la préfecture`
    return named_origin(reading, cue.verb)


def named_origin(reading: Reading, verb: int) -> Range | None:
    """What stands behind an origin's phrase of several words (`auprès de`), wherever the parse hung it."""
    tokens = reading.tokens
    phrases = [words_of(o) for o in reading.lexicon(verb).pack.attribution_phrases.origins]
    longer = [p for p in phrases if len(p) > 1]
    stop = reading.annotation.sentences[tokens[verb].sentence][1]
    for i in range(verb + 1, min(stop, verb + ORIGIN)):
        for words in longer:
            end = i + len(words)
            same = all(t.norm == w or t.lemma == w for t, w in zip(tokens[i:end], words, strict=False))
            noun = next((k for k in range(end, min(stop, end + 4)) if tokens[k].pos in {"NOUN", "PROPN"}), None)
            if same and end < stop and noun is not None:
                return source_span(reading, noun)
    return None
