"""A user's corrections: read from a file, anchored by words, applied to what each stage hands over.

Plain functions from the model's structures to the same structures; only `pipeline` calls them.
"""

from recoupe.corrections.ledger import Ledger
from recoupe.corrections.reading import corrections_of, read_corrections

__all__ = ["Ledger", "corrections_of", "read_corrections"]
