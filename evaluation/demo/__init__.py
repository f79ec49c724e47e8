"""The made-up affair and its true answers."""
