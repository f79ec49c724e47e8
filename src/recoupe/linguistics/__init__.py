"""The only place that knows spaCy: tokens, tags, lemmas, heads and sentences, each run by the pipeline of its language."""

from recoupe.linguistics.annotation import Annotated, annotate
from recoupe.linguistics.tokens import Annotation, Token

__all__ = ["Annotated", "Annotation", "Token", "annotate"]
