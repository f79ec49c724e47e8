"""The trained French and English pipelines (Universal Dependencies labels) and the components that they name.

Importing this package registers the tokenizer and the components with spaCy; do so before `spacy.load`.
"""

from pathlib import Path

from recoupe.pipelines import boundaries as boundaries
from recoupe.pipelines import lemmatizer as lemmatizer
from recoupe.pipelines import tokenizer as tokenizer


def pipeline_path(language: str) -> Path:
    """Folder of the shipped pipeline of a language (`fr` or `en`), for `spacy.load`."""
    return Path(__file__).parent / language
