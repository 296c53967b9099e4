"""Says a kept day in the words of whoever reads it, so that one plan can be read in three languages."""

from flows.model import Phrase, Value, Wording
from flows.rules.dates import Moment, moment_from

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def day_said(moment: Moment) -> Phrase:
    """Weekday, day.month.year and the hour if there is one."""
    weekday = Phrase(f"weekday.{_WEEKDAYS[moment.day.weekday()]}")
    date = f"{moment.day.day}.{moment.day.month}.{moment.day.year}"
    if moment.hour is None:
        return Phrase("day", {"weekday": weekday, "date": date})
    return Phrase("day-and-hour", {"weekday": weekday, "date": date, "hour": f"{moment.hour:%H:%M}"})


def is_moment(value: object) -> bool:
    """Whether `moment_from` takes it."""
    try:
        return isinstance(value, str) and bool(moment_from(value))
    except ValueError:
        return False


def kept_day(value: Value) -> Wording:
    """The same for a kept answer; the words for "not clear yet" where nothing is kept."""
    return day_said(moment_from(value)) if isinstance(value, str) and value else Phrase("not-clear-yet")


def short_day(moment: Moment) -> str:
    """Day and month, short enough for a button."""
    return f"{moment.day.day}.{moment.day.month}"
