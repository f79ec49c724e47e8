"""What reports share: passages, and utterances quoted in several of them."""

from recoupe.reuse.compare import Compared, compare

__all__ = ["Compared", "compare"]
