"""A date that is lost on the way to the picture is a promise nobody keeps, so every one is counted."""

from collections import defaultdict
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.rules.timeline import (
    FLAG_WIDTH,
    Kind,
    Month,
    Station,
    Timeline,
    Today,
    moment_of,
    spelled,
    timeline_of,
)

TODAY = date(2026, 11, 22)

days = st.one_of(
    st.none(),
    st.just("before the elections"),
    st.dates(TODAY - timedelta(days=500), TODAY + timedelta(days=900)).map(date.isoformat),
    st.sampled_from(["0001-01-01", "1000-05-05", "9999-12-31", "2026-11-22T18:00", "2026-13-40", ""]),
)
things = st.dictionaries(
    st.uuids().map(str),
    st.fixed_dictionaries(
        {},
        optional={
            "title": st.sampled_from(["", " ", "a", "ב"]),
            "due": days,
            "owner": st.just("נטע"),
            "status": st.just("done"),
        },
    ),
    max_size=25,
)


def stations(timeline: Timeline) -> list[Station]:
    return [row for row in timeline.rows if isinstance(row, Station)]


def line_of(*milestones: str, tasks: tuple[str, ...] = (), launch: str | None = None) -> Timeline:
    """Milestones and tasks called by their number, due on these days."""
    return timeline_of(
        {f"m{i}": {"title": f"m{i}", "due": due} for i, due in enumerate(milestones)},
        {f"t{i}": {"title": f"t{i}", "due": due} for i, due in enumerate(tasks)},
        launch,
        TODAY,
    )


@given(things, things, days)
def test_everything_with_a_title_is_told_exactly_once(
    milestones: dict[str, dict[str, object]], tasks: dict[str, dict[str, object]], launch: str | None
) -> None:
    timeline = timeline_of(milestones, tasks, launch, TODAY)
    told = [station.id for station in (*stations(timeline), *timeline.undated) if station.kind is not Kind.LAUNCH]
    assert sorted(told) == sorted(
        i for several in (milestones, tasks) for i, f in several.items() if str(f.get("title", "")).strip()
    )
    dated_tasks = [station for station in stations(timeline) if station.kind is Kind.TASK]
    assert sum(pile.count for pile in timeline.piles) == len(dated_tasks)
    assert len(timeline.flags) + len(dated_tasks) == len(stations(timeline))


@given(things, things, days)
def test_time_only_goes_forward_and_stays_on_the_strip(
    milestones: dict[str, dict[str, object]], tasks: dict[str, dict[str, object]], launch: str | None
) -> None:
    timeline = timeline_of(milestones, tasks, launch, TODAY)
    told = [row.day for row in timeline.rows if isinstance(row, Station | Today) and row.day]
    assert told == sorted(told)
    assert [row.first for row in timeline.rows if isinstance(row, Month)] == sorted(
        {day.replace(day=1) for day in told}
    )
    places = [timeline.today.at, *(flag.at for flag in timeline.flags), *(pile.at for pile in timeline.piles)]
    assert all(0 <= at <= 1 for at in [*places, *(tick.at for tick in timeline.ticks)])
    assert 1 <= len(timeline.ticks) <= 12
    assert all(one.at < other.at for one, other in pairwise(timeline.ticks))


@given(things)
def test_flags_of_one_lane_do_not_touch(milestones: dict[str, dict[str, object]]) -> None:
    lanes = defaultdict(list)
    for flag in timeline_of(milestones, {}, None, TODAY).flags:
        lanes[flag.lane].append(flag.at)
    assert all(b - a >= FLAG_WIDTH for lane in lanes.values() for a, b in pairwise(sorted(lane)))
    assert list(lanes) == [] or sorted(lanes) == list(range(max(lanes) + 1))


def test_today_stands_between_what_was_and_what_is_due_today() -> None:
    rows = line_of("2026-11-21", "2026-11-22", "2026-12-01").rows
    told = [row.id if isinstance(row, Station) else type(row).__name__ for row in rows]
    assert told == ["Month", "m0", "Today", "m1", "Month", "m2"]


def test_today_is_told_in_its_own_month_even_when_nothing_is_due_in_it() -> None:
    rows = line_of("2026-09-01", "2027-02-01").rows
    assert [row.first.month for row in rows if isinstance(row, Month)] == [9, 11, 2]


def test_an_empty_plan_shows_three_months_and_where_we_stand() -> None:
    timeline = line_of()
    assert timeline.is_empty
    assert [tick.first for tick in timeline.ticks] == [date(2026, 11, 1), date(2026, 12, 1), date(2027, 1, 1)]
    assert timeline.today.at == pytest.approx(21 / 92)


def test_the_launch_alone_is_not_an_empty_plan() -> None:
    timeline = line_of(launch="2027-01-10T09:00")
    assert not timeline.is_empty
    assert [(flag.station.kind, flag.station.hour) for flag in timeline.flags] == [(Kind.LAUNCH, "09:00")]


def test_only_what_is_past_and_not_done_is_late() -> None:
    done = {"title": "a", "due": "2026-11-01", "status": "done"}
    waiting = {"title": "b", "due": "2026-11-01", "status": "open"}
    today = {"title": "c", "due": "2026-11-22"}
    told = stations(timeline_of({"a": done, "b": waiting, "c": today}, {}, "2026-11-01", TODAY))
    assert {station.id: (station.done, station.late) for station in told} == {
        "launch": (True, False),
        "a": (True, False),
        "b": (False, True),
        "c": (False, False),
    }


def test_milestones_are_numbered_in_the_order_of_time() -> None:
    numbers = {
        station.id: station.number for station in stations(line_of("2027-03-01", "2026-12-01", tasks=("2026-12-02",)))
    }
    assert numbers == {"m1": 1, "m0": 2, "t0": 0}


def test_tasks_of_nearly_the_same_day_share_a_pile() -> None:
    near = line_of(tasks=("2026-12-01", "2026-12-01", "2026-12-30"))
    assert [pile.count for pile in near.piles] == [2, 1]


def test_a_day_far_off_stands_at_the_edge_and_is_told_in_its_true_month() -> None:
    timeline = line_of("1000-01-01", "9999-12-31")
    assert [flag.at for flag in timeline.flags] == [0.0, 1.0]
    assert [row.first.year for row in timeline.rows if isinstance(row, Month)] == [1000, 2026, 9999]
    assert timeline.ticks[0].first.year == 2025


def test_what_was_taken_back_is_not_on_the_timeline() -> None:
    assert timeline_of({"m": {"title": "a", "due": "2026-12-01", "removed": True}}, {}, None, TODAY).is_empty


@pytest.mark.parametrize(
    ("saved", "read"),
    [
        ("2026-11-26", (date(2026, 11, 26), "")),
        ("2026-11-26T18:00", (date(2026, 11, 26), "18:00")),
        ("2026-11-26T25:00", (date(2026, 11, 26), "")),
        ("soon", (None, "")),
        (7, (None, "")),
        (None, (None, "")),
    ],
)
def test_a_saved_date_is_read_or_left_alone(saved: object, read: tuple[date | None, str]) -> None:
    assert moment_of(saved) == read


def test_a_date_is_spelled_and_other_words_stay_as_they_were_said() -> None:
    assert spelled("2026-11-06T09:30") == "6.11.2026, 09:30"
    assert spelled(" לפני התקציב הבא ") == "לפני התקציב הבא"
    assert spelled(None) == ""
