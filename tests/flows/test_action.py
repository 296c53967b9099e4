"""Holds what is known of an action day as data: its brief, how far its parts are, what is still open, its log."""

from datetime import date, datetime, time

import pytest

from flows.model import Fields
from flows.rules.action import (
    actions_in,
    brief_of,
    incident_item,
    incidents_of,
    may_publish,
    part_state,
    still_open,
    without_backup,
)
from flows.rules.licence import Rules, Verdict

RULES = Rules(50, 5, 7, verdicts={"likely": Verdict.LIKELY, "unlikely": Verdict.COORDINATION_OPTIONAL})

Tables = dict[str, dict[str, Fields]]

WHOLE: Fields = {
    "title": "Vigil",
    "purpose": "a hearing",
    "type": "vigil",
    "start_at": "2026-12-10T18:00",
    "place": "City hall",
    "expected_count": 30,
    "risk_level": "low",
    "outdoor": "yes",
    "elements": ["signs"],
    "special_places": ["none"],
    "licence_status": "terms",
    "licence_terms": "end at 22:00",
    "legal_check_by": "Adv. R.",
    "emergency_limits_ok": "yes",
    "run_of_show": ["18:00 opening"],
    "equipment": ["water – Yosef"],
    "accessibility": ["ramp"],
    "legal_line": "050",
    "nonviolence": "edit",
    "agreement": "we come quietly",
    "photo_rule": "back",
    "next_ask": "come on Tuesday",
}


def records(action: Fields, **others: dict[str, Fields]) -> Tables:
    empty: Tables = {kind: {} for kind in ("action", "role", "risk", "incident", "review", "task")}
    return {**empty, "action": {"a": action}, **others}


def test_the_brief_says_everything_that_is_known() -> None:
    brief = brief_of(records(WHOLE, risk={"a:heat": {"named": True, "response": "water"}}), "a")
    assert brief.start is not None
    assert (brief.start.day, brief.start.hour) == (date(2026, 12, 10), time(18))
    assert (brief.title, brief.place, brief.purpose, brief.legal_line) == ("Vigil", "City hall", "a hearing", "050")
    assert (brief.bring, brief.programme, brief.accessibility) == (("water – Yosef",), ("18:00 opening",), ("ramp",))
    assert (brief.licence_status, brief.licence_terms) == ("terms", "end at 22:00")
    assert (brief.agreement, brief.photo_rule, brief.next_ask) == ("we come quietly", "back", "come on Tuesday")
    assert brief.responses == (("heat", "water"),)


def test_the_brief_keeps_silent_about_what_no_longer_holds() -> None:
    taken_off: dict[str, Fields] = {"a:heat": {"named": False, "response": "water"}}
    brief = brief_of(records({**WHOLE, "licence_status": "ok", "nonviolence": "yes"}, risk=taken_off), "a")
    assert (brief.licence_terms, brief.agreement, brief.responses) == ("", "", ())


def test_the_brief_of_a_bare_action_is_empty_and_not_wrong() -> None:
    brief = brief_of(records({"title": "Vigil"}), "a")
    assert (brief.start, brief.place, brief.bring, brief.responses) == (None, "", (), ())


def test_a_part_is_answered_when_nothing_of_it_is_open() -> None:
    roles: dict[str, Fields] = {"a:lead": {"wanted": True, "owner": "Noor"}, "a:medic": {"wanted": True}}
    known = records(WHOLE, role=roles)
    states = {part: part_state(known, "a", part) for part in ("form", "legal", "roles", "safety", "day", "review")}
    assert states == {
        "form": "answered",
        "legal": "answered",
        "roles": "begun",
        "safety": "begun",
        "day": "empty",
        "review": "empty",
    }
    assert without_backup(known, "a") == ("lead", "medic")


@pytest.mark.parametrize(
    ("status", "state"),
    [(None, "empty"), ("published", "published"), ("put_off", "put_off"), ("cancelled", "cancelled")],
)
def test_publishing_says_its_own_state(status: str | None, state: str) -> None:
    assert part_state(records({**WHOLE, "status": status}), "a", "publish") == state


def test_nothing_is_open_when_all_is_settled() -> None:
    roles: dict[str, Fields] = {"a:lead": {"wanted": True, "owner": "Noor"}}
    assert still_open(records({**WHOLE}, role=roles), "a", RULES) == ()


def test_what_is_open_is_named() -> None:
    risks: dict[str, Fields] = {"a:heat": {"named": True}}
    bare: Fields = {"title": "March", "type": "march", "risk_level": "high", "expected_count": 80}
    gaps = still_open(records(bare, risk=risks), "a", RULES)
    assert gaps == ("licence", "review", "roles", "legal_line", "responses", "emergency")


@pytest.mark.parametrize(
    ("changed", "may"),
    [
        ({}, True),
        ({"start_at": None}, False),
        ({"place": ""}, False),
        ({"risk_level": "high"}, False),
        ({"risk_level": "high", "reviewed_by": "Maya"}, True),
        ({"status": "cancelled"}, False),
    ],
)
def test_what_may_be_published(changed: Fields, may: bool) -> None:
    action: Fields = {"start_at": "2026-12-10", "place": "x", "risk_level": "low", **changed}
    assert may_publish(action) is may


def test_the_log_is_in_the_order_of_time_and_says_who_is_held_without_a_name() -> None:
    early, late = datetime(2026, 12, 10, 18, 22), datetime(2026, 12, 10, 19, 5)  # noqa: DTZ001 - local, as it is read
    log: dict[str, Fields] = {
        incident_item("a", late): {"text": "central station", "kind": "yes"},
        incident_item("a", early): {"text": "east gate"},
        incident_item("other", early): {"text": "not ours"},
        incident_item("a", datetime(2026, 12, 10, 20)): {"kind": "no"},  # noqa: DTZ001
    }
    told = incidents_of(records(WHOLE, incident=log), "a")
    assert told == ((early, "note", "east gate"), (late, "detained", "central station"))


def test_an_action_of_today_is_still_to_come() -> None:
    known = records({"title": "Today", "start_at": "2026-11-22T07:00"})
    known["action"]["b"] = {"title": "Yesterday", "start_at": "2026-11-21"}
    known["action"]["gone"] = {"title": "Gone", "removed": "yes"}
    assert list(actions_in(known, date(2026, 11, 22))) == ["a", "b"]
