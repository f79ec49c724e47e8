"""Made-up passages of who says what, in every construction that their writers could think of (see the README)."""
