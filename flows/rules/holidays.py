"""Names the holy and memorial days of the communities here, so that nobody is called to work on theirs.

Each function says for a civil day which text names it (`quiet.holiday-…`), or None. When the quiet begins and ends is
decided in quiet_times.py.

The Muslim days follow the Umm al-Qura calendar, worked out years ahead. The moon decides in the end: a month may
begin a day earlier or later than written, so the days beside a feast are known too (`beside_muslim_feast`), and
Ramadan is taken a day longer at both ends.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache

from hijridate import Gregorian
from pyluach.dates import HebrewDate  # type: ignore[import-untyped]

_DAYS_KNOWN = 2048
_ONE_DAY = timedelta(days=1)
_MONDAY, _TUESDAY, _WEDNESDAY, _THURSDAY = range(4)

# By their names in pyluach.
_JEWISH: Mapping[str, str] = {
    "Rosh Hashana": "quiet.holiday-rosh-hashana",
    "Yom Kippur": "quiet.holiday-yom-kippur",
    "Succos": "quiet.holiday-sukkot",
    "Shmini Atzeres": "quiet.holiday-simchat-torah",
    "Pesach": "quiet.holiday-passover",
    "Shavuos": "quiet.holiday-shavuot",
    "9 of Av": "quiet.holiday-tisha-beav",
}
TISHA_BEAV = _JEWISH["9 of Av"]

# Month (from Nisan), day and weekday on which each is kept, with the shifts that keep it away from Shabbat (the laws
# of both days): Nisan 27, not on Friday or Sunday; the eve of Independence Day, Iyar 4, on Tuesday or moved near.
_SHOAH = "quiet.memorial-shoah"
_FALLEN = "quiet.memorial-fallen"
_MEMORIAL: Mapping[tuple[int, int, int], str] = {
    (1, 26, _THURSDAY): _SHOAH,
    (1, 27, _TUESDAY): _SHOAH,
    (1, 27, _THURSDAY): _SHOAH,
    (1, 28, _MONDAY): _SHOAH,
    (2, 2, _WEDNESDAY): _FALLEN,
    (2, 3, _WEDNESDAY): _FALLEN,
    (2, 4, _TUESDAY): _FALLEN,
    (2, 5, _MONDAY): _FALLEN,
}

EID_AL_ADHA = "quiet.holiday-eid-al-adha"
_FEASTS: Mapping[tuple[int, int], str] = {
    **{(10, day): "quiet.holiday-eid-al-fitr" for day in (1, 2, 3)},
    **{(12, day): EID_AL_ADHA for day in (10, 11, 12, 13)},
}
_RAMADAN = 9

_CHRISTMAS = "quiet.holiday-christmas"
_FROM_EASTER = {timedelta(-2): "quiet.holiday-good-friday", timedelta(0): "quiet.holiday-easter"}
_NABI_SHUAYB = "quiet.holiday-nabi-shuayb"


@lru_cache(_DAYS_KNOWN)
def jewish_holiday(day: date) -> str | None:
    """A day without work, as kept in Israel (one day; Rosh Hashana two), or the fast of Av."""
    hebrew = HebrewDate.from_pydate(day)
    festival = hebrew.festival(israel=True, include_working_days=False)
    return _JEWISH.get(festival or hebrew.fast_day() or "")


@lru_cache(_DAYS_KNOWN)
def memorial_day(day: date) -> str | None:
    """A day of sirens: the Holocaust's, or the fallen's."""
    hebrew = HebrewDate.from_pydate(day)
    return _MEMORIAL.get((hebrew.month, hebrew.day, day.weekday()))


@lru_cache(_DAYS_KNOWN)
def muslim_feast(day: date) -> str | None:
    """Eid al-Fitr (three days) or Eid al-Adha (four)."""
    return _FEASTS.get(_hijri(day))


def beside_muslim_feast(day: date) -> str | None:
    """The feast that may be today after all, if the moon is seen a day earlier or later than written."""
    return None if muslim_feast(day) else muslim_feast(day + _ONE_DAY) or muslim_feast(day - _ONE_DAY)


def in_ramadan(day: date) -> bool:
    """Whether this may be a day of Ramadan: those of the calendar, and one more at both ends."""
    return any(_hijri(near)[0] == _RAMADAN for near in (day, day + _ONE_DAY, day - _ONE_DAY))


def christian_holiday(day: date, western: bool, eastern: bool) -> str | None:
    """Christmas, Good Friday or Easter Sunday, by the calendar of either or both."""
    found = (_western(day) if western else None, _eastern(day) if eastern else None)
    return next(filter(None, found), None)


def druze_pilgrimage(day: date) -> str | None:
    """The visit to the tomb of Nabi Shu'ayb, four civil days."""
    return _NABI_SHUAYB if day.month == 4 and 25 <= day.day <= 28 else None


@lru_cache
def western_easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the algorithm of Meeus, Jones and Butcher)."""
    golden, century, rest = year % 19, year // 100, year % 100
    skipped = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - century // 4 - skipped + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


@lru_cache
def eastern_easter(year: int) -> date:
    """Easter Sunday of the Julian calendar, as a day of ours (Meeus); right from 1900 to 2099."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    return date(year, month, day + 1) + timedelta(days=13)


def _western(day: date) -> str | None:
    return _CHRISTMAS if (day.month, day.day) == (12, 25) else _FROM_EASTER.get(day - western_easter(day.year))


def _eastern(day: date) -> str | None:
    return _CHRISTMAS if (day.month, day.day) == (1, 7) else _FROM_EASTER.get(day - eastern_easter(day.year))


@lru_cache(_DAYS_KNOWN)
def _hijri(day: date) -> tuple[int, int]:
    """Month and day; (0, 0) where the calendar has not been worked out (before 1924, after 2077)."""
    try:
        hijri = Gregorian.fromdate(day).to_hijri()
    except OverflowError:
        return 0, 0
    return hijri.month, hijri.day
