"""Holds that every alert rings at the local hour people live by, also across both changes of the clock."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.rules.dates import Moment
from flows.rules.ladders import ladder

ZONE = ZoneInfo("Asia/Jerusalem")
KINDS = ("task", "milestone", "talk", "action")

moments = st.builds(
    Moment,
    st.dates(date(2026, 1, 1), date(2037, 12, 31)),
    st.none() | st.times(time(0), time(23, 59)).map(lambda t: t.replace(second=0, microsecond=0)),
)


def rings(kind: str, iso_day: date, hour: time | None = None) -> dict[str, datetime]:
    return {rung.name: rung.at for rung in ladder(kind, Moment(iso_day, hour), ZONE)}


def test_a_milestone_is_announced_two_weeks_one_week_and_a_day_ahead_then_on_its_day_and_after_it() -> None:
    assert {
        name: at.astimezone(ZONE).isoformat()[:16] for name, at in rings("milestone", date(2027, 1, 20)).items()
    } == {
        "t-14": "2027-01-06T09:00",
        "t-7": "2027-01-13T09:00",
        "t-1": "2027-01-19T09:00",
        "due": "2027-01-20T09:00",
        "overdue": "2027-01-21T09:00",
        "overdue_committee": "2027-01-24T09:00",
    }


def test_an_action_day_has_hours_around_its_start() -> None:
    at = rings("action", date(2027, 1, 20), time(18))
    start = datetime(2027, 1, 20, 16, tzinfo=UTC)
    assert (at["t-3h"], at["start"], at["t+1h"]) == (start - timedelta(hours=3), start, start + timedelta(hours=1))
    assert at["t+1"] == datetime(2027, 1, 21, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "utc_hour"),
    [(date(2027, 3, 25), 7), (date(2027, 3, 26), 6), (date(2027, 10, 30), 6), (date(2027, 10, 31), 7)],
)
def test_nine_in_the_morning_stays_nine_when_the_clock_changes(day: date, utc_hour: int) -> None:
    assert rings("task", day)["due"] == datetime(day.year, day.month, day.day, utc_hour, tzinfo=UTC)


def test_hours_before_an_action_are_real_hours_across_the_change() -> None:
    at = rings("action", date(2027, 3, 26), time(4))
    assert at["start"] - at["t-3h"] == timedelta(hours=3)
    assert at["t-3h"].astimezone(ZONE).isoformat()[:16] == "2027-03-26T00:00"


@given(st.sampled_from(KINDS), moments)
def test_rungs_ring_in_order_and_each_matters_for_a_while(kind: str, moment: Moment) -> None:
    rungs = ladder(kind, moment, ZONE)
    assert all(rung.at <= rung.void_after for rung in rungs)
    days = [rung.at for rung in rungs if not rung.name.endswith("h") and rung.name != "start"]
    assert days == sorted(days)


@given(moments)
def test_nothing_before_an_action_matters_once_it_began(moment: Moment) -> None:
    rungs = {rung.name: rung for rung in ladder("action", moment, ZONE)}
    for name in ("t-14", "t-7", "t-3", "t-3h"):
        assert rungs[name].void_after <= rungs["start"].at
