"""What reports share: passages, and utterances quoted in several of them."""

from recoupe.reuse.comparison import Compared, compare

__all__ = ["Compared", "compare"]
