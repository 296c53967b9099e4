"""Holy days are where the calendars of their communities put them, and begin and end when the newspapers say."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from math import acos, asin, atan2, cos, degrees, radians, sin
from zoneinfo import ZoneInfo

import pytest

from flows.rules import holidays
from flows.rules.cities import CITIES, City, city_named
from flows.rules.sunsets import candle_lighting, dawn, nightfall, sunset

JERUSALEM = ZoneInfo("Asia/Jerusalem")
YEARS = range(2026, 2038)
DAYS = [date(2026, 1, 1) + timedelta(n) for n in range((date(2038, 1, 1) - date(2026, 1, 1)).days)]

# Where public calendars put the days of 2026 to 2037: one row a day, one column a year.
KNOWN = """
passover        04-02 04-22 04-11 03-31 04-18 04-08 03-27 04-14 04-04 04-24 04-12 03-31
rosh-hashana    09-12 10-02 09-21 09-10 09-28 09-18 09-06 09-24 09-14 10-04 09-22 09-10
yom-kippur      09-21 10-11 09-30 09-19 10-07 09-27 09-15 10-03 09-23 10-13 10-01 09-19
western-easter  04-05 03-28 04-16 04-01 04-21 04-13 03-28 04-17 04-09 03-25 04-13 04-05
eastern-easter  04-12 05-02 04-16 04-08 04-28 04-13 05-02 04-24 04-09 04-29 04-20 04-05
"""
KNOWN_ONCE = """
2026-05-22 | quiet.holiday-shavuot
2026-09-26 | quiet.holiday-sukkot
2026-10-03 | quiet.holiday-simchat-torah
2027-04-28 | quiet.holiday-passover
2027-06-11 | quiet.holiday-shavuot
2027-10-16 | quiet.holiday-sukkot
2027-10-23 | quiet.holiday-simchat-torah
2026-07-23 | quiet.holiday-tisha-beav
2027-08-12 | quiet.holiday-tisha-beav
2028-08-01 | quiet.holiday-tisha-beav
2029-07-22 | quiet.holiday-tisha-beav
2026-04-14 | quiet.memorial-shoah
2027-05-04 | quiet.memorial-shoah
2028-04-24 | quiet.memorial-shoah
2029-04-12 | quiet.memorial-shoah
2030-04-30 | quiet.memorial-shoah
2026-04-21 | quiet.memorial-fallen
2027-05-11 | quiet.memorial-fallen
2028-05-01 | quiet.memorial-fallen
2029-04-18 | quiet.memorial-fallen
2030-05-07 | quiet.memorial-fallen
2026-03-20 | quiet.holiday-eid-al-fitr
2027-03-09 | quiet.holiday-eid-al-fitr
2028-02-26 | quiet.holiday-eid-al-fitr
2026-05-27 | quiet.holiday-eid-al-adha
2027-05-16 | quiet.holiday-eid-al-adha
2028-05-05 | quiet.holiday-eid-al-adha
"""
ORDINARY = ["2026-04-03", "2027-04-23", "2027-04-29", "2026-09-14", "2026-10-04", "2026-12-06", "2027-03-23"]
"""The second day of a feast that Israel keeps for one, the middle days, Hanukkah, Purim: people work."""

# As printed in Israel's newspapers and calendars: Friday, city, candles, end of Shabbat the day after.
PRINTED = """
2014-10-17 haifa       17:34 18:41
2014-10-31 tel-aviv    16:29 17:29
2019-10-25 tel-aviv    17:36 18:35
2019-10-25 beer-sheva  17:39 18:36
2019-10-25 haifa       17:26 18:33
2025-12-26 jerusalem   16:02 17:23
2025-12-26 tel-aviv    16:21 17:24
2025-12-26 haifa       16:10 17:21
2025-12-26 beer-sheva  16:25 17:25
2025-12-26 petah-tikva 16:02 17:23
2025-12-26 raanana     16:22 17:23
2025-12-26 bnei-brak   16:21 17:24
2026-01-30 jerusalem   16:31 17:50
2026-01-30 tel-aviv    16:54 17:52
2026-01-30 haifa       16:40 17:50
2026-01-30 beer-sheva  16:56 17:53
2026-03-27 jerusalem   18:15 19:32
2026-03-27 tel-aviv    18:35 19:34
2026-03-27 haifa       18:26 19:34
2026-03-27 beer-sheva  18:36 19:34
2026-03-27 petah-tikva 18:16 19:34
2026-03-27 ashdod      18:35 19:35
"""


def known(name: str) -> list[date]:
    """The days of one row of the table."""
    line = next(line for line in KNOWN.splitlines() if line.startswith(name))
    return [date.fromisoformat(f"{year}-{day}") for year, day in zip(YEARS, line.split()[1:], strict=True)]


def first_days(key: str) -> list[date]:
    """Each year's first day with this name."""
    days = [day for day in DAYS if holidays.jewish_holiday(day) == key]
    return [min(day for day in days if day.year == year) for year in YEARS]


@pytest.mark.parametrize("name", ["passover", "rosh-hashana", "yom-kippur"])
def test_jewish_holidays_begin_where_the_calendars_say(name: str) -> None:
    assert first_days(f"quiet.holiday-{name}") == known(name)


def test_easter_is_where_both_churches_put_it() -> None:
    assert [holidays.western_easter(year) for year in YEARS] == known("western-easter")
    assert [holidays.eastern_easter(year) for year in YEARS] == known("eastern-easter")


@pytest.mark.parametrize("line", KNOWN_ONCE.strip().splitlines())
def test_a_day_that_is_known_has_its_name(line: str) -> None:
    day, key = line.split(" | ")
    when = date.fromisoformat(day)
    assert key in {holidays.jewish_holiday(when), holidays.memorial_day(when), holidays.muslim_feast(when)}


@pytest.mark.parametrize("day", ORDINARY)
def test_days_on_which_people_work_are_no_holidays(day: str) -> None:
    assert holidays.jewish_holiday(date.fromisoformat(day)) is None


def gauss_passover(year: int) -> date:
    """The first day of Passover by the formula of Gauss, which knows nothing of the library's tables."""
    hebrew = year + 3760
    a, b = (12 * hebrew + 17) % 19, hebrew % 4
    exact = 32.044093161144 + 1.5542417966212 * a + b / 4 - 0.0031777940220923 * hebrew
    moon = date(year, 3, 1) + timedelta(int(exact) - 1 + 13)
    weekday, rest = (moon.isoweekday() + 1) % 7, exact % 1  # Saturday is 0
    late = (weekday == 0 and a > 11 and rest >= 0.8977) or weekday in {2, 4, 6}
    very_late = weekday == 1 and a > 6 and rest >= 0.63287
    return moon + timedelta(2 if very_late else late)


def test_passover_and_the_new_year_agree_with_a_second_calculation() -> None:
    assert first_days("quiet.holiday-passover") == [gauss_passover(year) for year in YEARS]
    new_years = [gauss_passover(year) + timedelta(163) for year in YEARS]
    assert first_days("quiet.holiday-rosh-hashana") == new_years


def test_every_year_has_its_days_without_work() -> None:
    for year in YEARS:
        names = [holidays.jewish_holiday(day) for day in DAYS if day.year == year]
        counted = {name: names.count(name) for name in names if name}
        assert counted == {
            "quiet.holiday-passover": 2,
            "quiet.holiday-shavuot": 1,
            "quiet.holiday-tisha-beav": 1,
            "quiet.holiday-rosh-hashana": 2,
            "quiet.holiday-yom-kippur": 1,
            "quiet.holiday-sukkot": 1,
            "quiet.holiday-simchat-torah": 1,
        }


def test_each_memorial_day_comes_once_a_year_and_never_touches_shabbat() -> None:
    for key in ("quiet.memorial-shoah", "quiet.memorial-fallen"):
        days = [day for day in DAYS if holidays.memorial_day(day) == key]
        assert [day.year for day in days] == list(YEARS)
        assert not {day.weekday() for day in days} & {4, 5, 6}


def test_the_fallen_are_remembered_a_week_after_the_holocaust_or_a_day_beside() -> None:
    days = [day for day in DAYS if holidays.memorial_day(day)]
    assert {(after - before).days for before, after in list(pairwise(days))[::2]} <= {6, 7, 8}


def tabular(year: int, month: int, day: int) -> date:
    """A day of the arithmetic Islamic calendar: thirty years' leap days, alternating months, no moon at all."""
    days = day + (59 * (month - 1) + 1) // 2 + (year - 1) * 354 + (3 + 11 * year) // 30
    return date(622, 7, 19) + timedelta(days - 1)


def test_muslim_feasts_agree_with_the_arithmetic_calendar_within_a_day() -> None:
    fitr = [day for day in DAYS if holidays.muslim_feast(day) == "quiet.holiday-eid-al-fitr"]
    adha = [day for day in DAYS if holidays.muslim_feast(day) == "quiet.holiday-eid-al-adha"]
    assert (len(fitr), len(adha)) == (3 * 13, 4 * 12)  # one Eid al-Fitr comes twice in 2033
    for year in range(1447, 1459):
        assert min(abs(day - tabular(year, 10, 1)) for day in fitr[::3]) <= timedelta(1)
        assert min(abs(day - tabular(year, 12, 10)) for day in adha[::4]) <= timedelta(1)


def test_the_days_beside_a_feast_are_known_because_the_moon_decides() -> None:
    beside = [day.isoformat() for day in DAYS if day.year == 2027 and holidays.beside_muslim_feast(day)]
    assert beside == ["2027-03-08", "2027-03-12", "2027-05-15", "2027-05-20"]


def test_ramadan_is_taken_a_day_longer_at_both_ends() -> None:
    ramadan = [day for day in DAYS if day.year == 2027 and holidays.in_ramadan(day)]
    assert (ramadan[0], ramadan[-1], len(ramadan)) == (date(2027, 2, 7), date(2027, 3, 9), 31)


def test_beyond_the_tables_no_muslim_day_is_made_up() -> None:
    assert not any(holidays.muslim_feast(date(2090, 1, 1) + timedelta(n)) for n in range(400))


def test_christians_keep_the_calendar_they_chose() -> None:
    both = {
        "2026-12-25": (True, False), "2027-01-07": (False, True), "2027-03-26": (True, False),
        "2027-03-28": (True, False), "2027-04-30": (False, True), "2027-05-02": (False, True),
        "2028-04-16": (True, True), "2027-03-27": (False, False), "2027-12-24": (False, False),
    }  # fmt: skip
    for day, expected in both.items():
        when = date.fromisoformat(day)
        found = [bool(holidays.christian_holiday(when, *rite)) for rite in ((True, False), (False, True))]
        assert tuple(found) == expected, day
        assert holidays.christian_holiday(when, False, False) is None


def test_the_druze_pilgrimage_takes_four_days_of_april() -> None:
    days = [day for day in DAYS if day.year == 2027 and holidays.druze_pilgrimage(day)]
    assert days == [date(2027, 4, 25) + timedelta(n) for n in range(4)]


# ------------------------------------------------------------------------------------------------------- the sun


def minutes_off(instant: datetime, printed: str) -> float:
    there = instant.astimezone(JERUSALEM)
    said = datetime.combine(there.date(), time.fromisoformat(printed), JERUSALEM)
    return abs((there - said).total_seconds()) / 60


@pytest.mark.parametrize("line", PRINTED.strip().splitlines())
def test_shabbat_begins_and_ends_when_it_is_printed(line: str) -> None:
    day, key, candles, end = line.split()
    friday = date.fromisoformat(day)
    assert minutes_off(candle_lighting(CITIES[key], friday), candles) <= 3
    assert minutes_off(nightfall(CITIES[key], friday + timedelta(1)), end) <= 1


def second_sunset(city: City, day: date) -> datetime:
    """The almanac's formula of low precision: mean sun, two terms, an hour angle."""
    noon = datetime.combine(day, time(12), UTC)
    days = (noon - datetime(2000, 1, 1, 12, tzinfo=UTC)) / timedelta(1) + 0.15
    longitude, anomaly = 280.460 + 0.9856474 * days, radians(357.528 + 0.9856003 * days)
    ecliptic = radians(longitude + 1.915 * sin(anomaly) + 0.020 * sin(2 * anomaly))
    ascension = degrees(atan2(cos(radians(23.437)) * sin(ecliptic), cos(ecliptic)))
    declination = asin(sin(radians(23.437)) * sin(ecliptic))
    equation = (longitude - ascension + 180) % 360 - 180
    north = radians(city.latitude)
    angle = (sin(radians(-0.833)) - sin(north) * sin(declination)) / (cos(north) * cos(declination))
    return noon + timedelta(days=(degrees(acos(angle)) - city.longitude - equation) / 360)


@pytest.mark.parametrize("key", ["jerusalem", "eilat", "majdal-shams", "gaza", "jericho"])
def test_the_sun_sets_when_a_second_calculation_says(key: str) -> None:
    for day in DAYS[::11]:
        assert abs(sunset(CITIES[key], day) - second_sunset(CITIES[key], day)) <= timedelta(minutes=2)


def test_a_day_goes_from_dawn_to_candles_to_sunset_to_nightfall() -> None:
    for city in CITIES.values():
        for day in DAYS[::97]:
            hours = [dawn(city, day), candle_lighting(city, day), sunset(city, day), nightfall(city, day)]
            assert hours == sorted(hours)
            assert {hour.date() for hour in hours} == {day}


# -------------------------------------------------------------------------------------------------------- cities


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("ירושלים", "jerusalem"), ("י-ם", "jerusalem"), ("القدس", "jerusalem"), ("JERUSALEM", "jerusalem"),
        ("תל אביב", "tel-aviv"), ("ת״א", "tel-aviv"), ('ת"א', "tel-aviv"), ("tel-aviv", "tel-aviv"),
        ("בחיפה", "haifa"), ("في حيفا", "haifa"), ("in Haifa", "haifa"), ("بحيفا", "haifa"),
        ("באר שבע", "beer-sheva"), ("בבאר-שבע", "beer-sheva"), ("Be’er Sheva", "beer-sheva"),
        ("الناصرة", "nazareth"), ("ناصره", "nazareth"), ("בנצרת", "nazareth"), ("Nazareth ", "nazareth"),
        ("سخنين", "sakhnin"), ("סח'נין", "sakhnin"), ("مجدل شمس", "majdal-shams"), ("بيت لحم", "bethlehem"),
        ("ام الفحم", "umm-al-fahm"), ("אום אל פחם", "umm-al-fahm"), ("שכם", "nablus"), ("غزة", "gaza"),
    ],
)  # fmt: skip
def test_a_city_is_known_however_it_is_written(typed: str, key: str) -> None:
    assert city_named(typed) == CITIES[key]


@pytest.mark.parametrize("typed", ["", " ", "ב", "in", "Paris", "ירושלי", "!", "ال"])
def test_a_place_that_is_not_in_the_table_is_not_guessed(typed: str) -> None:
    assert city_named(typed) is None


def test_every_city_is_found_by_its_name_in_three_languages() -> None:
    assert len(CITIES) >= 40
    for city in CITIES.values():
        assert set(city.names) == {"he", "ar", "en"}
        assert {city_named(name) for name in city.names.values()} == {city}


def test_every_city_lies_in_the_region_and_none_on_another() -> None:
    places = [(city.latitude, city.longitude) for city in CITIES.values()]
    assert len(set(places)) == len(places)
    assert all(29.4 < north < 33.4 and 34.2 < east < 35.9 for north, east in places)


def test_cities_lie_where_they_lie_from_each_other() -> None:
    southwards = ["majdal-shams", "safed", "nazareth", "jenin", "nablus", "ramallah", "jerusalem", "hebron",
                  "beer-sheva", "mitzpe-ramon", "eilat"]  # fmt: skip
    eastwards = ["gaza", "tel-aviv", "lod", "modiin", "ramallah", "jericho", "majdal-shams"]
    norths, easts = [CITIES[key].latitude for key in southwards], [CITIES[key].longitude for key in eastwards]
    assert norths == sorted(norths, reverse=True)
    assert easts == sorted(easts)
