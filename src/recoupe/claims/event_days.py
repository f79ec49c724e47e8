"""Whether two statements tell of events of other days: by their dates, and by the days on which they are told as news."""

from datetime import date

from recoupe.claims.background import LONG_BEFORE, NEWS
from recoupe.claims.found import OPEN
from recoupe.claims.profiles import Profile


def anytime(own: Profile) -> bool:
    """Whether neither words nor a verb tell the phase of an event: it can be any."""
    return own.phase == OPEN and own.nominal


def another_occasion(a: Profile, b: Profile) -> bool:
    """Whether two statements tell events of two times, or one tells by a verb what its report dates to days before the news
    that the other tells (`neuf interpellations`; `Le 22 février, trois jeunes avaient été arrêtés`).
    """
    return another_time(a, b) or (of_other_days(a, b) and not (anytime(a) or anytime(b)))


def of_other_days(a: Profile, b: Profile) -> bool:
    """Whether one tells what its report dates to days before its news, and the other as news of days far from that."""
    for dated, news in ((a, b), (b, a)):
        if dated.happened_on and news.told_on and not (news.happened_on or news.times):
            return days_between(dated.happened_on, dated.happened_on, news.told_on, news.told_on) > NEWS
    return False


def days_between(low: str, high: str, other_low: str, other_high: str) -> int:
    """The days between two spans of days (ISO 8601) that do not meet."""
    first, second = sorted(((low, high), (other_low, other_high)))
    return (date.fromisoformat(second[0]) - date.fromisoformat(first[1])).days


def another_time(a: Profile, b: Profile) -> bool:
    """Whether two statements tell events of two times: by their dates, or by that of one, long before its report, and by the
    day on which the other is told as news.
    """
    if a.times and b.times:
        return all(days_between(*one[:2], *other[:2]) > NEWS for one in a.times for other in b.times)
    if a.background == b.background or not (a.times or b.times):
        return False
    told, news = (a, b) if a.times else (b, a)
    if not told.background or not news.told_on:
        return False
    return all(days_between(low, high, news.told_on, news.told_on) > LONG_BEFORE for low, high, _ in told.times)
