"""Knows what a week's check-in is about: whose steps are open, which milestones to look at, who on the map moved.

A check-in is the record of one person and one week (`2026-W48:12`). Weeks run from Monday to Sunday, so that the
coordinators' summary on Monday morning holds whole ones.
"""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from flows.facts import Facts, Table
from flows.model import Fields
from flows.rules.dates import Moment, instant_of
from flows.rules.power_map import Stance

TASKS_A_WEEK: Final = 3
MILESTONES_A_WEEK: Final = 3
DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
"""In the order of `date.weekday()`."""

BLOCKERS: Final = ("time", "answer", "person", "money", "info", "unclear", "changed", "conflict")
"""What may stop a step, in the order in which it is asked."""

NEVER: Final = "never"
USUAL_DAY, USUAL_HOUR = "sun", "18"
HOURS: Final = ("9", "12", "15", "18", "20")
EVENING: Final = time(20)
DIGEST_DAY, DIGEST_HOUR = "mon", time(9)


# -- weeks ---------------------------------------------------------------------------------------------------------


def week_of(day: date) -> str:
    """ "2026-W48"; the last days of a year may belong to the next one's first week."""
    iso = day.isocalendar()
    return f"{iso.year}-W{iso.week:02}"


def checkin_item(day: date, person: object) -> str:
    """The record of one person's check-in in the week of this day."""
    return f"{week_of(day)}:{person}"


def is_of_week(item: str, week: str) -> bool:
    return item.partition(":")[0] == week


def next_on(after: datetime, day: str, hour: time, zone: ZoneInfo) -> datetime:
    """The first such local day and hour after an instant, UTC; in both halves of the year at the same local hour."""
    today = after.astimezone(zone).date()
    ahead = timedelta((DAYS.index(day) - today.weekday()) % 7)
    for candidate in (today + ahead, today + ahead + timedelta(7)):
        moment = instant_of(Moment(candidate, hour), zone)
        if moment > after:
            return moment
    raise AssertionError("one of two same weekdays is ahead")


def next_asking(after: datetime, day: str | None, hour: str | None, zone: ZoneInfo) -> datetime | None:
    """When a person is asked next, as they chose or as is usual; None: never."""
    if day == NEVER:
        return None
    known = day if day in DAYS else USUAL_DAY
    return next_on(after, known, time(int(hour if hour in HOURS else USUAL_HOUR)), zone)


def this_evening(now: datetime, zone: ZoneInfo) -> datetime | None:
    """Eight this evening, UTC; None once it has struck."""
    evening = instant_of(Moment(now.astimezone(zone).date(), EVENING), zone)
    return evening if evening > now else None


# -- what there is to ask about ------------------------------------------------------------------------------------


def open_records(table: Table) -> dict[str, Fields]:
    """What has a title, is neither done nor taken off; what is due first comes first, what has no day last."""
    going = {i: f for i, f in table.items() if f.get("title") and not f.get("removed") and f.get("status") != "done"}
    return dict(sorted(going.items(), key=lambda pair: str(pair[1].get("due") or "9999")))


def open_tasks_of(tasks: Table, person: object) -> dict[str, Fields]:
    return {item: f for item, f in open_records(tasks).items() if f.get("owner_person") == str(person)}


def has_something_to_tell(tables: Mapping[str, Table], person: object, *, coordinates: bool) -> bool:
    """Whether a week's check-in has anything to ask this person about."""
    return bool(open_tasks_of(tables["task"], person)) or (coordinates and bool(open_records(tables["milestone"])))


def placed_actors(facts: Facts) -> dict[str, Fields]:
    """Players whose stance is known, and who may be named."""
    known = facts.all("actor").items()
    return {i: f for i, f in known if f.get("name") and f.get("stance") and not f.get("removed")}


def stance_moved(stance: object, direction: str) -> str | None:
    """One band nearer to us, or one away; a player at the edge stays. None for a stance we do not know."""
    bands = [band.value for band in Stance]
    if stance not in bands:
        return None
    step = -1 if direction == "closer" else 1
    return bands[min(max(bands.index(str(stance)) + step, 0), len(bands) - 1)]
