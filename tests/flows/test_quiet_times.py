"""Nobody is disturbed when they asked not to be, and whatever waits goes out as soon as the quiet is over."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from flows.rules import sunsets
from flows.rules.cities import CITIES
from flows.rules.quiet_times import Night, Quiet, QuietChoices, Urgency, next_allowed, quiet_at

ISRAEL = ZoneInfo("Asia/Jerusalem")
NOTHING = QuietChoices(ISRAEL, CITIES["jerusalem"], night=None)
NIGHTS_ONLY = replace(NOTHING, night=Night(time(22), time(7)))
SHABBAT_ONLY = replace(NOTHING, keep_shabbat=True)
JEWISH = replace(SHABBAT_ONLY, jewish_holidays=True)
MUSLIM = replace(NOTHING, city=CITIES["nazareth"], muslim_feasts=True)
DRUZE = replace(NOTHING, city=CITIES["daliyat-al-karmel"], druze_days=True)

TRADITIONS = {
    "jewish": ("keep_shabbat", "jewish_holidays", "memorial_days"),
    "muslim": ("muslim_feasts", "ramadan_iftar", "ramadan_night"),
    "christian": ("christian_western", "christian_eastern"),
    "druze": ("druze_days",),
}
EVERYTHING: dict[str, Any] = {name: True for names in TRADITIONS.values() for name in names}
FIRST, LAST = datetime(2026, 1, 1), datetime(2037, 12, 31)  # noqa: DTZ001 -- Hypothesis wants them bare
INSTANTS = st.datetimes(FIRST, LAST, timezones=st.just(UTC))
ZONES = st.sampled_from(["Asia/Jerusalem", "Asia/Hebron", "Europe/London", "America/Los_Angeles", "Pacific/Auckland"])
FAR = {"America/Los_Angeles", "Pacific/Auckland"}
EVENINGS = [time(h, m) for h in (18, 19, 20, 21, 22, 23, 0, 1, 2, 3) for m in (0, 30)]
MORNINGS = [time(h, m) for h in (4, 5, 6, 7, 8, 9, 10, 11) for m in (0, 30)] + [time(12)]
NIGHTS = st.none() | st.builds(Night, st.sampled_from(EVENINGS), st.sampled_from(MORNINGS))


def choices_from(kept: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[QuietChoices]:
    cities = st.sampled_from(list(CITIES.values()))
    made = st.builds(QuietChoices, ZONES.map(ZoneInfo), cities, NIGHTS)
    return st.builds(_with, made, kept)


def _with(choices: QuietChoices, flags: dict[str, Any]) -> QuietChoices:
    """Where it is day when the city sleeps, the nights of a whole month here and there leave no hour between them."""
    far = {"ramadan_night": False} if choices.zone.key in FAR else {}
    return replace(choices, **flags | far)


ANY_CHOICES = choices_from(st.fixed_dictionaries({name: st.booleans() for name in EVERYTHING}))
ONE_TRADITION = choices_from(
    st.sampled_from([dict.fromkeys(names, True) for name, names in TRADITIONS.items() if name != "druze"])
)


def there(text: str) -> datetime:
    """An instant by Israel's clocks."""
    return datetime.fromisoformat(text).replace(tzinfo=ISRAEL).astimezone(UTC)


def said(quiet: Quiet | None) -> str:
    """Why, and the local minute of the end."""
    return f"{quiet.why} {quiet.until.astimezone(ISRAEL):%Y-%m-%d %H:%M}" if quiet else "-"


def edges(at: str, choices: QuietChoices) -> tuple[str, str]:
    """The local minutes between which it is quiet around this moment, found by walking back minute by minute."""
    begin = there(at)
    while quiet_at(begin - timedelta(minutes=1), choices):
        begin -= timedelta(minutes=1)
    return f"{begin.astimezone(ISRAEL):%d.%m %H:%M}", f"{next_allowed(begin, choices).astimezone(ISRAEL):%d.%m %H:%M}"


# --------------------------------------------------------------------------------------------------------- always


@given(INSTANTS, ANY_CHOICES)
@example(there("2032-03-22 12:00"), replace(NOTHING, **EVERYTHING))
def test_every_quiet_ends_and_not_before_nothing_is_quiet(instant: datetime, choices: QuietChoices) -> None:
    quiet = quiet_at(instant, choices)
    assume(quiet)
    assert quiet
    assert instant < quiet.until <= instant + timedelta(days=8)
    assert quiet_at(quiet.until, choices) is None
    for share in range(10):
        between = quiet_at(instant + (quiet.until - instant) * share / 10, choices)
        assert between
        assert between.until == quiet.until


@given(INSTANTS, ONE_TRADITION)
@example(there("2028-09-20 18:00"), replace(JEWISH, night=Night(time(18), time(12))))
@example(there("2027-05-15 18:00"), replace(MUSLIM, night=Night(time(18), time(12))))
def test_who_keeps_one_tradition_hears_from_us_within_five_days(instant: datetime, choices: QuietChoices) -> None:
    assert next_allowed(instant, choices) - instant <= timedelta(days=5)


def test_druze_days_end_within_five_days_but_for_the_year_in_which_two_feasts_meet() -> None:
    long = set()
    for month in range(12 * 12):
        for day in range(1, 29):
            at = datetime(2026 + month // 12, month % 12 + 1, day, 17, tzinfo=UTC)
            if next_allowed(at, replace(DRUZE, night=Night())) - at > timedelta(days=5):
                long.add(at.date())
    assert long == {date(2029, 4, 23)}


@given(INSTANTS, ANY_CHOICES)
def test_the_next_allowed_moment_is_allowed_not_earlier_and_stays(instant: datetime, choices: QuietChoices) -> None:
    allowed = next_allowed(instant, choices)
    assert allowed >= instant
    assert quiet_at(allowed, choices) is None
    assert next_allowed(allowed, choices) == allowed
    assert (allowed == instant) == (quiet_at(instant, choices) is None)


@given(INSTANTS, st.timedeltas(timedelta(0), timedelta(days=9)), ANY_CHOICES)
def test_who_asks_later_is_never_answered_earlier(instant: datetime, on: timedelta, choices: QuietChoices) -> None:
    assert next_allowed(instant, choices) <= next_allowed(instant + on, choices)


@given(INSTANTS, ANY_CHOICES, st.sampled_from(sorted(EVERYTHING)))
def test_keeping_more_never_makes_less_quiet(instant: datetime, choices: QuietChoices, more: str) -> None:
    assert next_allowed(instant, choices) <= next_allowed(instant, replace(choices, **dict[str, Any]({more: True})))


@given(INSTANTS, ANY_CHOICES, ZONES)
def test_an_instant_is_the_same_in_every_zone(instant: datetime, choices: QuietChoices, zone: str) -> None:
    assert quiet_at(instant.astimezone(ZoneInfo(zone)), choices) == quiet_at(instant, choices)


@given(INSTANTS, ANY_CHOICES)
def test_only_what_two_people_hold_urgent_passes(instant: datetime, choices: QuietChoices) -> None:
    assert quiet_at(instant, choices, Urgency.APPROVED) is None
    assert next_allowed(instant, choices, Urgency.APPROVED) == instant
    assert quiet_at(instant, choices, Urgency.URGENT) == quiet_at(instant, choices, Urgency.ROUTINE)


@given(INSTANTS)
def test_who_keeps_nothing_can_always_be_reached(instant: datetime) -> None:
    assert quiet_at(instant, NOTHING) is None


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        quiet_at(datetime(2027, 1, 1), NOTHING)  # noqa: DTZ001 -- that is the mistake
    with pytest.raises(ValueError, match="zone"):
        next_allowed(datetime(2027, 1, 1), NOTHING)  # noqa: DTZ001 -- that is the mistake


# --------------------------------------------------------------------------------------------------------- nights


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2027-01-13 21:59:59", "-"),
        ("2027-01-13 22:00", "quiet.night 2027-01-14 07:00"),
        ("2027-01-14 00:00", "quiet.night 2027-01-14 07:00"),
        ("2027-01-14 06:59:59", "quiet.night 2027-01-14 07:00"),
        ("2027-01-14 07:00", "-"),
        ("2027-01-14 13:00", "-"),
    ],
)
def test_a_night_goes_from_its_first_minute_to_its_last(at: str, expected: str) -> None:
    assert said(quiet_at(there(at), NIGHTS_ONLY)) == expected


def test_a_night_may_begin_after_midnight() -> None:
    late = replace(NOTHING, night=Night(time(1, 30), time(9)))
    assert edges("2027-01-14 03:00", late) == ("14.01 01:30", "14.01 09:00")


@pytest.mark.parametrize(
    ("begin", "end"),
    [("17:59", "07:00"), ("22:00", "12:01"), ("04:00", "09:00"), ("02:00", "01:00"), ("01:00", "01:00")],
)
def test_a_night_that_eats_the_day_is_refused(begin: str, end: str) -> None:
    with pytest.raises(ValueError, match=begin):
        Night(time.fromisoformat(begin), time.fromisoformat(end))


def test_hours_of_a_night_have_no_zone_of_their_own() -> None:
    with pytest.raises(ValueError, match="zone"):
        Night(time(22, tzinfo=UTC), time(7))


def clock_changes() -> list[tuple[datetime, timedelta]]:
    """The first hour after each change of Israel's clocks in these years, and by how much the day is longer."""
    hours = [datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=n) for n in range(12 * 8766)]
    offsets = [(hour, hour.astimezone(ISRAEL).utcoffset() or timedelta(0)) for hour in hours]
    return [(after, was - now) for (_, was), (after, now) in pairwise(offsets) if was != now]


def test_a_night_ends_at_its_hour_though_the_clocks_change_in_it() -> None:
    changes = clock_changes()
    assert len(changes) == 24
    assert {change.astimezone(ISRAEL).date() for change, _ in changes} >= {date(2027, 3, 26), date(2027, 10, 31)}
    for change, longer in changes:
        morning = change.astimezone(ISRAEL).date()
        evening = datetime.combine(morning - timedelta(1), time(22), ISRAEL).astimezone(UTC)
        quiet = quiet_at(evening, NIGHTS_ONLY)
        assert quiet
        assert quiet.until.astimezone(ISRAEL) == datetime.combine(morning, time(7), ISRAEL)
        assert quiet.until - evening == timedelta(hours=9) + longer
        assert not quiet_at(evening - timedelta(microseconds=1), NIGHTS_ONLY)


def test_an_hour_that_spring_skips_is_the_first_minute_after_it() -> None:
    from_half_past_two = replace(NOTHING, night=Night(time(2, 30), time(9)))
    assert edges("2027-03-26 05:00", from_half_past_two) == ("26.03 03:00", "26.03 09:00")


def test_of_the_hour_that_autumn_repeats_the_first_one_counts() -> None:
    from_half_past_one = replace(NOTHING, night=Night(time(1, 30), time(9)))
    first, second = (there("2027-10-31 01:29"), there("2027-10-31 00:00") + timedelta(hours=2, minutes=10))
    assert second.astimezone(ISRAEL).strftime("%H:%M") == "01:10"
    assert not quiet_at(first, from_half_past_one)
    assert quiet_at(first + timedelta(minutes=1), from_half_past_one)
    assert quiet_at(second, from_half_past_one)


def test_nights_are_those_of_where_the_person_is() -> None:
    abroad = replace(NIGHTS_ONLY, zone=ZoneInfo("America/Los_Angeles"))
    assert quiet_at(there("2027-01-14 02:00"), abroad) is None
    assert quiet_at(there("2027-01-14 10:00"), abroad)


@given(INSTANTS, st.sampled_from(["Pacific/Kiritimati", "Pacific/Auckland", "America/Los_Angeles", "Etc/GMT+12"]))
@example(there("2027-01-15 16:30"), "Pacific/Kiritimati")
@example(there("2027-01-16 17:30"), "Etc/GMT+12")
def test_shabbat_begins_with_the_city_s_sunset_wherever_the_person_is(instant: datetime, zone: str) -> None:
    assert quiet_at(instant, replace(JEWISH, zone=ZoneInfo(zone))) == quiet_at(instant, JEWISH)


# -------------------------------------------------------------------------------------- Shabbat and Jewish holidays


@pytest.mark.parametrize("key", ["jerusalem", "tel-aviv", "haifa", "eilat", "majdal-shams"])
def test_every_friday_evening_and_saturday_is_quiet_for_who_keeps_shabbat(key: str) -> None:
    keeper = replace(SHABBAT_ONLY, city=CITIES[key])
    friday = date(2026, 1, 2)
    while friday.year < 2038:
        evening = sunsets.sunset(keeper.city, friday)
        quiet = quiet_at(evening, keeper)
        assert quiet
        assert quiet.why == "quiet.shabbat"
        assert timedelta(hours=24) < quiet.until - evening < timedelta(hours=25)
        assert quiet_at(evening - timedelta(minutes=41), keeper) is None
        friday += timedelta(days=7)


@pytest.mark.parametrize(
    ("at", "city", "begin", "end"),
    [
        ("2026-11-20 19:00", "jerusalem", "20.11 15:57", "21.11 17:16"),
        ("2026-11-20 19:00", "haifa", "20.11 16:06", "21.11 17:16"),
        ("2026-11-20 19:00", "tel-aviv", "20.11 16:18", "21.11 17:18"),
        ("2027-06-18 21:00", "jerusalem", "18.06 19:06", "19.06 20:30"),
    ],
)
def test_shabbat_goes_from_candles_to_three_stars_of_ones_city(at: str, city: str, begin: str, end: str) -> None:
    assert edges(at, replace(SHABBAT_ONLY, city=CITIES[city])) == (begin, end)


@pytest.mark.parametrize(
    ("at", "why", "until"),
    [
        ("2026-09-11 19:00", "quiet.holiday-rosh-hashana", "2026-09-13"),  # Shabbat and Sunday
        ("2027-10-01 19:00", "quiet.holiday-rosh-hashana", "2027-10-03"),
        ("2028-09-20 19:00", "quiet.holiday-rosh-hashana", "2028-09-23"),  # Thursday, Friday and Shabbat
        ("2027-10-10 23:00", "quiet.holiday-yom-kippur", "2027-10-11"),
        ("2028-09-30 12:00", "quiet.holiday-yom-kippur", "2028-09-30"),  # on Shabbat: the weightier name
        ("2027-04-21 20:00", "quiet.holiday-passover", "2027-04-22"),
        ("2027-04-28 12:00", "quiet.holiday-passover", "2027-04-28"),
        ("2027-06-10 20:00", "quiet.holiday-shavuot", "2027-06-12"),  # Friday and Shabbat
        ("2027-10-16 12:00", "quiet.holiday-sukkot", "2027-10-16"),
        ("2027-10-23 12:00", "quiet.holiday-simchat-torah", "2027-10-23"),
        ("2027-08-11 23:00", "quiet.holiday-tisha-beav", "2027-08-12"),
    ],
)
def test_a_holiday_and_the_shabbat_beside_it_are_one_quiet(at: str, why: str, until: str) -> None:
    quiet = quiet_at(there(at), JEWISH)
    assert quiet
    assert quiet.why == why
    end = datetime.fromisoformat(until).date()
    assert quiet.until == sunsets.nightfall(JEWISH.city, end)


def test_between_the_feast_days_people_can_be_reached() -> None:
    for day in ("2027-04-23 10:00", "2027-04-26 12:00", "2027-10-19 12:00", "2027-12-28 20:00"):
        assert quiet_at(there(day), JEWISH) is None, day


def test_yom_kippur_begins_with_candles_and_the_fast_of_av_at_sunset() -> None:
    assert edges("2027-10-11 12:00", JEWISH) == ("10.10 17:33", "11.10 18:49")
    assert edges("2027-08-12 12:00", JEWISH) == ("11.08 19:26", "12.08 20:05")


def test_who_keeps_shabbat_alone_is_reached_on_a_weekday_holiday() -> None:
    assert quiet_at(there("2027-10-11 12:00"), SHABBAT_ONLY) is None
    assert quiet_at(there("2027-10-09 12:00"), replace(JEWISH, keep_shabbat=False)) is None


def test_days_of_sirens_are_held_from_evening_to_evening() -> None:
    remembers = replace(NOTHING, memorial_days=True)
    assert said(quiet_at(there("2027-05-10 20:00"), remembers)).startswith("quiet.memorial-fallen 2027-05-11 20:0")
    assert said(quiet_at(there("2027-05-04 10:00"), remembers)).startswith("quiet.memorial-shoah 2027-05-04 20:0")
    assert quiet_at(there("2027-05-10 18:00"), remembers) is None
    assert quiet_at(there("2027-05-11 20:30"), remembers) is None
    assert quiet_at(there("2027-05-11 11:00"), JEWISH) is None


def test_a_holiday_is_named_before_the_night_it_covers() -> None:
    both = replace(JEWISH, night=Night())
    assert said(quiet_at(there("2027-01-15 23:00"), both)).startswith("quiet.shabbat 2027-01-16 17:3")
    assert said(quiet_at(there("2027-01-16 23:00"), both)) == "quiet.night 2027-01-17 07:00"


def test_a_night_that_touches_shabbat_goes_on_with_it() -> None:
    early = replace(SHABBAT_ONLY, night=Night(time(18), time(8)))
    assert said(quiet_at(there("2027-06-18 18:30"), early)) == "quiet.night 2027-06-20 08:00"


# ----------------------------------------------------------------------------------------- Muslim days and Ramadan


def test_eid_al_fitr_is_three_days_from_sunset_to_sunset() -> None:
    assert edges("2027-03-10 12:00", MUSLIM) == ("08.03 17:40", "11.03 17:43")
    assert said(quiet_at(there("2027-03-10 12:00"), MUSLIM)) == "quiet.holiday-eid-al-fitr 2027-03-11 17:43"


def test_eid_al_adha_is_four_days_for_muslims_and_druze() -> None:
    for choices in (MUSLIM, DRUZE):
        quiet = quiet_at(there("2027-05-17 12:00"), choices)
        assert quiet
        assert quiet.why == "quiet.holiday-eid-al-adha"
        assert quiet.until == sunsets.sunset(choices.city, date(2027, 5, 19))
    assert quiet_at(there("2027-03-10 12:00"), DRUZE) is None


def test_the_mornings_beside_a_feast_are_left_in_peace_because_the_moon_decides() -> None:
    assert edges("2027-03-08 08:00", MUSLIM) == ("08.03 05:00", "08.03 12:00")
    assert edges("2027-03-12 08:00", MUSLIM) == ("12.03 05:00", "12.03 12:00")
    assert quiet_at(there("2027-03-08 13:00"), MUSLIM) is None
    assert quiet_at(there("2027-03-12 08:00"), DRUZE) is None
    assert edges("2027-05-20 08:00", DRUZE) == ("20.05 05:00", "20.05 12:00")


def test_iftar_is_left_in_peace_by_the_city_s_sunset() -> None:
    fasting = replace(NOTHING, city=CITIES["nazareth"], ramadan_iftar=True)
    assert edges("2027-02-20 17:30", fasting) == ("20.02 17:13", "20.02 18:28")
    assert said(quiet_at(there("2027-02-20 18:00"), fasting)) == "quiet.iftar 2027-02-20 18:28"
    assert quiet_at(there("2027-02-20 21:00"), fasting) is None
    assert quiet_at(there("2027-03-20 17:45"), fasting) is None
    for day in ("2027-02-07 17:15", "2027-03-09 17:45"):  # a day before, and a day after what is written
        assert quiet_at(there(day), fasting), day


def test_the_nights_of_ramadan_reach_to_the_dawn_prayer() -> None:
    wakes = replace(NOTHING, city=CITIES["nazareth"], ramadan_night=True)
    assert edges("2027-02-20 02:00", wakes) == ("19.02 18:27", "20.02 05:25")
    assert said(quiet_at(there("2027-02-20 02:00"), wakes)) == "quiet.ramadan-night 2027-02-20 05:25"
    whole = replace(wakes, ramadan_iftar=True)
    assert edges("2027-02-20 02:00", whole) == ("19.02 17:12", "20.02 05:25")


def test_every_day_of_ramadan_leaves_an_afternoon_even_to_who_sleeps_long() -> None:
    sleeps = replace(NOTHING, night=Night(time(18), time(12)), ramadan_iftar=True, ramadan_night=True)
    for days in range(12 * 365):
        noon = datetime.combine(date(2026, 1, 1) + timedelta(days), time(12), ISRAEL).astimezone(UTC)
        assert not quiet_at(noon, sleeps)
        assert not quiet_at(noon + timedelta(hours=4), sleeps)


# --------------------------------------------------------------------------------------- Christian and Druze days


@pytest.mark.parametrize(
    ("at", "rite", "why", "until"),
    [
        ("2026-12-24 18:00", "western", "christmas", "2026-12-26 00:00"),
        ("2027-01-06 18:00", "eastern", "christmas", "2027-01-08 00:00"),
        ("2027-03-26 12:00", "western", "good-friday", "2027-03-27 00:00"),
        ("2027-03-28 12:00", "western", "easter", "2027-03-29 00:00"),
        ("2027-04-30 12:00", "eastern", "good-friday", "2027-05-01 00:00"),
        ("2027-05-02 12:00", "eastern", "easter", "2027-05-03 00:00"),
    ],
)
def test_christian_feasts_go_from_their_eve_to_midnight(at: str, rite: str, why: str, until: str) -> None:
    keeps = replace(NOTHING, christian_western=rite == "western", christian_eastern=rite == "eastern")
    other = replace(NOTHING, christian_western=rite != "western", christian_eastern=rite != "eastern")
    assert said(quiet_at(there(at), keeps)) == f"quiet.holiday-{why} {until}"
    assert quiet_at(there(at), other) is None


def test_the_eve_of_christmas_is_quiet_from_sunset() -> None:
    assert edges("2026-12-25 12:00", replace(NOTHING, christian_western=True)) == ("24.12 16:40", "26.12 00:00")


def test_the_pilgrimage_to_nabi_shuayb_is_quiet_for_four_days() -> None:
    assert edges("2027-04-26 12:00", DRUZE) == ("25.04 00:00", "29.04 00:00")
    assert said(quiet_at(there("2027-04-26 12:00"), DRUZE)) == "quiet.holiday-nabi-shuayb 2027-04-29 00:00"


# ---------------------------------------------------------------------------------------------------- many people


def test_ten_thousand_people_cost_no_more_sunsets_than_their_cities() -> None:
    kept = [replace(NOTHING, city=city, night=Night(time(21, minute)), **EVERYTHING) for city in
            list(CITIES.values())[:8] for minute in range(60)]  # fmt: skip
    friday = there("2027-03-05 17:30")
    for worked_out in (sunsets.sunset, sunsets.nightfall, sunsets.dawn):
        worked_out.cache_clear()
    assert all(quiet_at(friday, kept[person % len(kept)]) for person in range(10_000))
    for worked_out in (sunsets.sunset, sunsets.nightfall, sunsets.dawn):
        assert worked_out.cache_info().misses <= 8 * 12
