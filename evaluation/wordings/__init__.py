"""Wordings of one event in two languages: are they read as one claim, and kept apart from another event of the same people?"""
