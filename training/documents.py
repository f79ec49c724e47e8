"""Sentences to spaCy documents, in the convention of the tokenizer about white space."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from training.convert import Sentence


def reference(nlp: Language, sentences: Iterable[Sentence]) -> Doc:
    """One document of gold annotation. White space but one plain space is a SPACE token, `dep` of the one before."""
    words: list[str] = []
    spaces: list[bool] = []
    pos: list[str] = []
    morphs: list[str] = []
    lemmas: list[str] = []
    heads: list[int] = []
    deps: list[str] = []
    starts: list[int] = []
    for sentence in sentences:
        place: list[int] = []
        first = len(words)
        for token in sentence.tokens:
            place.append(len(words))
            words.append(token.form)
            pos.append(token.upos)
            morphs.append(token.feats)
            lemmas.append(token.lemma)
            deps.append("ROOT" if token.deprel == "root" else token.deprel)
            heads.append(-1)
            starts.append(1 if len(words) == first + 1 else -1)
            spaces.append(token.space[:1] == " ")
            rest = token.space[1:] if token.space[:1] == " " else token.space
            if rest:
                heads.append(len(words) - 1)
                words.append(rest)
                spaces.append(False)
                pos.append("SPACE")
                morphs.append("")
                lemmas.append(rest)
                deps.append("dep")
                starts.append(-1)
        for index, token in enumerate(sentence.tokens):
            heads[place[index]] = place[token.head]
    doc = Doc(nlp.vocab, words=words, spaces=spaces, pos=pos, morphs=morphs, lemmas=lemmas, heads=heads, deps=deps)
    return doc


def example(nlp: Language, sentences: Iterable[Sentence]) -> Example:
    """The sentences as raw text, cut by the pipeline's own tokenizer, beside their annotation."""
    gold = reference(nlp, sentences)
    return Example(nlp.make_doc(gold.text), gold)
