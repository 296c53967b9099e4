"""Tells the time, as the only module that asks the machine for it; and lets playground and tests move it."""

import re
import time
from datetime import UTC, datetime, timedelta

_DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")


class SystemClock:
    """The machine's own time."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return time.monotonic()


class ManualClock:
    """Stands still until it is moved; for tests from outside."""

    def __init__(self, start: datetime) -> None:
        self._now = start.astimezone(UTC)

    def now(self) -> datetime:
        return self._now

    def monotonic(self) -> float:
        return time.monotonic()

    def move_to(self, instant: datetime) -> None:
        self._now = max(self._now, instant.astimezone(UTC))


class MovableClock:
    """Runs like the machine's, ahead of it by as much as it was moved; for the playground."""

    def __init__(self) -> None:
        self._ahead = timedelta()

    def now(self) -> datetime:
        return datetime.now(UTC) + self._ahead

    def monotonic(self) -> float:
        return time.monotonic()

    def move_to(self, instant: datetime) -> None:
        self._ahead = max(self._ahead, instant - datetime.now(UTC))


def parse_clock(setting: str) -> ManualClock | SystemClock:
    """The clock of `system` or `manual:<instant with offset>`. Raises ValueError."""
    if setting == "system":
        return SystemClock()
    kind, _, start = setting.partition(":")
    if kind != "manual":
        raise ValueError("is `system`, or `manual:` and an instant such as 2026-11-22T08:00+02:00")
    return ManualClock(parse_instant(start))


def parse_instant(text: str) -> datetime:
    """An ISO instant with its offset, in UTC. Raises ValueError for one without."""
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{text!r} is no instant such as 2026-11-22T08:00+02:00") from None
    if instant.tzinfo is None:
        raise ValueError(f"{text!r} lacks its offset, such as +02:00")
    try:
        return instant.astimezone(UTC)
    except OverflowError:
        raise ValueError(f"{text!r} is further away than any calendar goes") from None


def parse_duration(text: str) -> timedelta:
    """An ISO duration of years (365 days), weeks, days, hours, minutes, seconds: P1D, PT1H. Raises ValueError."""
    match = _DURATION.fullmatch(text)
    if match is None or text in {"P", "PT"} or text.endswith("T"):
        raise ValueError(f"{text!r} is no duration such as PT1H or P1D")
    years, weeks, days, hours, minutes, seconds = (int(part or 0) for part in match.groups())
    return timedelta(days=365 * years + 7 * weeks + days, hours=hours, minutes=minutes, seconds=seconds)
