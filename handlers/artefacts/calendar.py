"""Writes an action as an entry for people's own calendars, which moves and goes when the action does.

The iCalendar form of one event with the rules of its time zone. Title and place only: calendars are shared, shown on
locked screens and read by employers.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from flows.rules.dates import Moment, instant_of

LASTS: Final = timedelta(hours=2)
_YEAR: Final = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Entry:
    """One action. `moves` counts its moves; `stamp` is when this was written, aware."""

    uid: str
    title: str
    place: str
    moment: Moment
    moves: int
    cancelled: bool
    stamp: datetime


def calendar_file(entry: Entry, zone: ZoneInfo) -> bytes:
    """The file, in UTF-8. An earlier entry of the same action is replaced by it, or taken out."""
    from icalendar import Calendar, Event  # heavy, and few turns need it

    begin, end = _times(entry, zone)
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", entry.stamp.astimezone(UTC))
    event.add("sequence", entry.moves + entry.cancelled)
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    event.add("dtstart", begin)
    event.add("dtend", end)
    event.add("summary", entry.title)
    if entry.place:
        event.add("location", entry.place)
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//Rakezet//Action//EN")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "CANCEL" if entry.cancelled else "PUBLISH")
    calendar.add_component(event)
    # The zone's rules as far as this entry needs them: all since 1970 would be most of the file.
    calendar.add_missing_timezones(first_date=entry.moment.day - _YEAR, last_date=entry.moment.day + _YEAR)
    return bytes(calendar.to_ical())


def _times(entry: Entry, zone: ZoneInfo) -> tuple[date, date]:
    """From when to when; whole days where no hour is known."""
    if entry.moment.hour is None:
        return entry.moment.day, entry.moment.day + timedelta(days=1)
    start = instant_of(entry.moment, zone)
    return start.astimezone(zone), (start + LASTS).astimezone(zone)
