"""Says when the sun sets, goes fully and comes in a city, for the holy days that begin and end with it.

Sea level, whole minutes; where two readings are possible, the one that keeps the quiet a minute longer. Each city and
day is worked out once, however many people live there.
"""

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from astral import Observer, sun

from flows.rules.cities import City

NIGHTFALL_DEPRESSION = 8.5
"""Degrees below the horizon at which three small stars are seen: what most Hebrew calendars end Shabbat with."""

DAWN_DEPRESSION = 18.0
"""Degrees at which the fast of Ramadan begins; the offices of the region say 18 to 19.5."""

_MINUTE = timedelta(minutes=1)
_CITIES_TIMES_DAYS = 8192


def candle_lighting(city: City, day: date) -> datetime:
    """When candles are lit on this day for the next one, UTC."""
    return sunset(city, day) - timedelta(minutes=city.candles)


@lru_cache(_CITIES_TIMES_DAYS)
def sunset(city: City, day: date) -> datetime:
    """UTC, the minute it falls in."""
    return _minute(sun.sunset(_observer(city), day, UTC))


@lru_cache(_CITIES_TIMES_DAYS)
def nightfall(city: City, day: date) -> datetime:
    """When three stars are out, UTC, the minute after."""
    return _minute(sun.dusk(_observer(city), day, NIGHTFALL_DEPRESSION, UTC)) + _MINUTE


@lru_cache(_CITIES_TIMES_DAYS)
def dawn(city: City, day: date) -> datetime:
    """The first light of this day, UTC, the minute after."""
    return _minute(sun.dawn(_observer(city), day, DAWN_DEPRESSION, UTC)) + _MINUTE


def _observer(city: City) -> Observer:
    return Observer(city.latitude, city.longitude)


def _minute(instant: datetime) -> datetime:
    return instant.replace(second=0, microsecond=0)
