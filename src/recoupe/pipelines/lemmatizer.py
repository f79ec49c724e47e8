"""Lemmas from tables and suffix rules: fast, small, and the same for the same form and tag.

Order of look-up for a form with its UPOS and verb form: the table of forms seen in the treebanks or made by the
conjugation tables; an ending of that class that gives a known verb; the longest suffix rule of that class; the form
itself (in lower case unless it is a proper noun, a foreign word or an abbreviation in capitals).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import srsly  # type: ignore[import-untyped,unused-ignore]
from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

from recoupe.pipelines.tokenizer import normal_form

LONGEST_SUFFIX = 7


def tag_class(upos: str, feats: dict[str, str]) -> str:
    """The class in which forms and rules are kept: the UPOS, for verbs with the form of the verb."""
    if upos in {"VERB", "AUX"}:
        form = feats.get("VerbForm", "")
        return f"VERB:{form}:{feats.get('Tense', '')}" if form in {"Part", "Fin"} else f"VERB:{form}"
    return upos


def rule_applied(form: str, rule: str) -> str:
    """The form with its ending changed: a rule is `<number of characters to cut>|<characters to add>`."""
    cut, _, add = rule.partition("|")
    size = int(cut)
    return (form[:-size] if size else form) + add


class TableLemmatizer:
    """Pipeline component that writes `token.lemma_`."""

    def __init__(self, vocab: Vocab, tables: dict[str, Any] | None = None) -> None:
        self.vocab = vocab
        self.tables: dict[str, Any] = tables or {"forms": {}, "rules": {}, "endings": {}, "verbs": []}
        self._verbs = frozenset(self.tables["verbs"])
        self._cache: dict[tuple[str, str, str], str] = {}

    def __call__(self, doc: Doc) -> Doc:
        """The document with a lemma on every token."""
        for token in doc:
            token.lemma_ = self.lemma(token)
        return doc

    def lemma(self, token: Token) -> str:
        """The lemma of one tagged token."""
        key = (token.text, token.pos_, str(token.morph))
        found = self._cache.get(key)
        if found is None:
            found = self.look_up(token.text, token.pos_, token.morph.to_dict())
            if len(self._cache) < 100_000:
                self._cache[key] = found
        return found

    def look_up(self, form: str, upos: str, feats: dict[str, str]) -> str:
        """The lemma of a form with its UPOS and features."""
        if upos in {"PUNCT", "SPACE", "SYM", "NUM"} and not form[:1].isalpha():
            return str(self.tables["forms"].get("PUNCT", {}).get(form, form))
        norm = normal_form(form)
        if upos == "PROPN":
            return str(self.tables["forms"].get("PROPN", {}).get(norm, form))
        kind = tag_class(upos, feats)
        forms, rules = self.tables["forms"], self.tables["rules"]
        names = (kind, "VERB") if kind.startswith("VERB") else (kind,)
        for name in names:
            if norm in forms.get(name, {}):
                return str(forms[name][norm])
        if names[-1] == "VERB":
            for ending, infinitive in self.tables["endings"].get(kind, ()):
                if norm.endswith(ending) and norm[: -len(ending)] + infinitive in self._verbs:
                    return norm[: -len(ending)] + str(infinitive)
            found = self.as_other_form(norm)
            if found is not None:
                return found
        if upos == "X" or (upos == "NOUN" and 1 < len(form) <= 5 and form.isupper()):
            return form
        for name in names:
            table = rules.get(name, {})
            for size in range(min(LONGEST_SUFFIX, len(norm)), 0, -1):
                rule = table.get(norm[-size:])
                if rule is not None and len(norm) - int(rule.partition("|")[0]) >= 1:
                    return rule_applied(norm, rule)
        return norm

    def as_other_form(self, norm: str) -> str | None:
        """The infinitive of a known verb of which the form is another tense than its tag says, `None` where there is none."""
        for name in sorted(self.tables["forms"]):
            if name.startswith("VERB") and norm in self.tables["forms"][name]:
                return str(self.tables["forms"][name][norm])
        for name in sorted(self.tables["endings"]):
            for ending, infinitive in self.tables["endings"][name]:
                if norm.endswith(ending) and norm[: -len(ending)] + infinitive in self._verbs:
                    return norm[: -len(ending)] + str(infinitive)
        return None

    def to_bytes(self, **_: Any) -> bytes:
        """The tables, packed."""
        return bytes(srsly.msgpack_dumps(self.tables))

    def from_bytes(self, data: bytes, **_: Any) -> TableLemmatizer:
        """Itself, with the packed tables."""
        self.tables = srsly.msgpack_loads(data)
        self._verbs = frozenset(self.tables["verbs"])
        self._cache = {}
        return self

    def to_disk(self, path: str | Path, **_: Any) -> None:
        """Write the tables as MessagePack."""
        Path(path).write_bytes(self.to_bytes())

    def from_disk(self, path: str | Path, **_: Any) -> TableLemmatizer:
        """Read the tables."""
        return self.from_bytes(Path(path).read_bytes())


@Language.factory("recoupe_lemmatizer")
def make_lemmatizer(nlp: Language, name: str) -> TableLemmatizer:
    """An empty lemmatizer; its tables come from disk or from `training`."""
    return TableLemmatizer(nlp.vocab)
