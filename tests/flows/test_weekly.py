"""Holds what a week's check-in is: when it comes, about whose steps, who moved, and how a week is summed up."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from flows.facts import Table
from flows.rules.digest import digest_of, suggestion_for
from flows.rules.timeline import Station, timeline_of
from flows.rules.weekly import (
    BLOCKERS,
    DAYS,
    checkin_item,
    has_something_to_tell,
    next_asking,
    next_on,
    open_tasks_of,
    stance_moved,
    this_evening,
    week_of,
)

ISRAEL = ZoneInfo("Asia/Jerusalem")
MONDAY = date(2026, 11, 30)


def at(day: str, hour: str = "12:00") -> datetime:
    return datetime.fromisoformat(f"{day}T{hour}").replace(tzinfo=ISRAEL).astimezone(UTC)


# -- when it comes -------------------------------------------------------------------------------------------------


def test_it_comes_on_sunday_at_six_when_nobody_chose() -> None:
    assert next_asking(at("2026-11-25"), None, None, ISRAEL) == at("2026-11-29", "18:00")


def test_it_comes_on_the_day_and_hour_that_were_chosen() -> None:
    assert next_asking(at("2026-11-25"), "thu", "9", ISRAEL) == at("2026-11-26", "09:00")


def test_on_the_day_itself_it_comes_today_before_the_hour_and_in_a_week_after_it() -> None:
    assert next_asking(at("2026-11-26", "08:59"), "thu", "9", ISRAEL) == at("2026-11-26", "09:00")
    assert next_asking(at("2026-11-26", "09:00"), "thu", "9", ISRAEL) == at("2026-12-03", "09:00")


def test_it_never_comes_to_whoever_wants_none() -> None:
    assert next_asking(at("2026-11-26"), "never", "9", ISRAEL) is None


@pytest.mark.parametrize(("before", "days"), [("2027-03-22", 14), ("2027-10-25", 14)])
def test_it_keeps_its_local_hour_when_the_clock_changes(before: str, days: int) -> None:
    """Israel: 26 March and 31 October 2027."""
    instant, hours = at(before), []
    for _ in range(days // 7):
        due = next_asking(instant, "sun", "18", ISRAEL)
        assert due is not None
        hours.append(due.astimezone(ISRAEL).strftime("%a %H:%M"))
        instant = due
    assert hours == ["Sun 18:00"] * (days // 7)


def test_every_day_of_the_week_is_found_within_seven_days() -> None:
    for day in DAYS:
        due = next_on(at("2026-11-25"), day, time(12), ISRAEL)
        assert timedelta() < due - at("2026-11-25") <= timedelta(7)
        assert DAYS[due.astimezone(ISRAEL).weekday()] == day


def test_later_means_eight_this_evening_and_after_eight_nothing() -> None:
    assert this_evening(at("2026-11-26", "18:01"), ISRAEL) == at("2026-11-26", "20:00")
    assert this_evening(at("2026-11-26", "20:00"), ISRAEL) is None


def test_a_check_in_belongs_to_a_person_and_a_week_that_ends_on_sunday() -> None:
    assert checkin_item(date(2026, 11, 29), 12) == "2026-W48:12"
    assert week_of(MONDAY) == "2026-W49"
    assert week_of(date(2027, 1, 1)) == "2026-W53"


# -- whom it asks about what ---------------------------------------------------------------------------------------

TASKS: Table = {
    "none": {"title": "No day", "owner_person": "12"},
    "late": {"title": "Late", "owner_person": "12", "due": "2026-12-20"},
    "soon": {"title": "Soon", "owner_person": "12", "due": "2026-12-01T18:00", "status": "stuck"},
    "done": {"title": "Done", "owner_person": "12", "due": "2026-11-01", "status": "done"},
    "gone": {"title": "Gone", "owner_person": "12", "due": "2026-11-01", "removed": "yes"},
    "hers": {"title": "Hers", "owner_person": "13", "due": "2026-11-01"},
    "bare": {"owner_person": "12"},
}


def test_own_open_steps_come_nearest_due_first() -> None:
    assert list(open_tasks_of(TASKS, 12)) == ["soon", "late", "none"]


def test_there_is_something_to_tell_for_owners_and_for_coordinators_with_milestones() -> None:
    tables: dict[str, Table] = {"task": TASKS, "milestone": {"m": {"title": "Paper"}}}
    assert has_something_to_tell(tables, 12, coordinates=False)
    assert not has_something_to_tell(tables, 14, coordinates=False)
    assert has_something_to_tell(tables, 14, coordinates=True)
    assert not has_something_to_tell({"task": TASKS, "milestone": {}}, 14, coordinates=True)


def test_a_player_moves_one_band_and_not_over_the_edge() -> None:
    assert stance_moved("neutral", "closer") == "passive_ally"
    assert stance_moved("neutral", "away") == "passive_opp"
    assert stance_moved("active_ally", "closer") == "active_ally"
    assert stance_moved("active_opp", "away") == "active_opp"
    assert stance_moved(None, "closer") is None


# -- the week in one message ---------------------------------------------------------------------------------------


def week(people: int) -> dict[str, Table]:
    """A week in which so many people answered, each with a win and a mood."""
    moods = ["good", "low", "good"]
    checkins: Table = {
        f"2026-W48:{n}": {"opened": "now", "win": f"win {n}", "mood": moods[n % 3]} for n in range(people)
    }
    return {
        "task": {
            "a": {"title": "A", "status": "done", "done_at": "2026-11-29", "win": "they answered"},
            "b": {"title": "B", "status": "done", "done_at": "2026-11-22"},
            "c": {"title": "C", "status": "stuck", "blocker_kind": "money"},
            "d": {"title": "D", "status": "stuck", "blocker_kind": "time"},
            "e": {"title": "E", "status": "stuck", "blocker_kind": "money"},
            "f": {"title": "F", "status": "stuck", "blocker_kind": "money", "removed": "yes"},
        },
        "milestone": {
            "m": {"title": "M", "health": "red"},
            "n": {"title": "N", "health": "red", "status": "done", "done_at": "2026-11-24"},
            "o": {"title": "O", "health": "green"},
        },
        "checkin": {**checkins, "2026-W47:9": {"opened": "now", "win": "old"}, "2026-W48:99": {"opened": "skip"}},
    }


def test_the_digest_adds_up_the_week_that_ended() -> None:
    digest = digest_of(week(3), MONDAY)
    assert (digest.done, digest.stuck, digest.at_risk, digest.answered) == (2, 3, 1, 3)
    assert digest.wins == ("win 0", "win 1", "win 2", "they answered")
    assert digest.mood == {"good": 2, "low": 1}
    assert digest.suggestion == "money"


def test_where_fewer_than_three_answered_there_are_only_counts() -> None:
    digest = digest_of(week(2), MONDAY)
    assert (digest.done, digest.stuck, digest.answered, digest.wins_count) == (2, 3, 2, 3)
    assert digest.wins == ()
    assert digest.mood == {}


def test_a_week_without_anything_is_empty() -> None:
    assert digest_of({"task": {}, "milestone": {}, "checkin": {}}, MONDAY).is_empty
    assert not digest_of(week(1), MONDAY).is_empty


def test_the_suggestion_follows_the_most_common_blocker_and_else_the_numbers() -> None:
    assert suggestion_for([{"blocker_kind": "info"}, {"blocker_kind": "time"}], 0) == "time"
    assert suggestion_for([{"blocker_kind": "info"}], 2) == "info"
    assert suggestion_for([{}], 2) == "stuck"
    assert suggestion_for([], 2) == "at_risk"
    assert suggestion_for([], 0) == "going_well"


def test_every_blocker_that_is_asked_has_its_place_in_the_order() -> None:
    assert len(set(BLOCKERS)) == 8


# -- progress on the timeline --------------------------------------------------------------------------------------


def test_the_timeline_marks_what_is_done_and_what_is_at_risk() -> None:
    drawn = timeline_of(
        {"m": {"title": "M", "due": "2026-12-20", "health": "red"}, "n": {"title": "N", "due": "2026-12-01"}},
        {"a": {"title": "A", "due": "2026-11-01", "status": "done"}},
        None,
        MONDAY,
    )
    marks = {row.id: (row.done, row.at_risk) for row in drawn.rows if isinstance(row, Station)}
    assert marks == {"m": (False, True), "n": (False, False), "a": (True, False)}


def test_a_milestone_that_is_done_is_at_risk_no_more() -> None:
    done = {"title": "M", "due": "2026-12-20", "health": "red", "status": "done"}
    drawn = timeline_of({"m": done}, {}, None, MONDAY)
    assert [(flag.station.done, flag.station.at_risk) for flag in drawn.flags] == [(True, False)]
