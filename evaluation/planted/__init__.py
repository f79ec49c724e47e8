"""Made-up piles of reports with planted claims, voices, relays, copies and circles, whose origin ranges are known."""
