"""Nobody is invited to what is half known, and a part is asked of one person after the other."""

import pytest

from flows.rules.action_days import Point, State, missing, open_parts, parts_of, seat_of, title_of, to_bring

READY = {
    "purpose": "דיון",
    "start_at": "2026-12-17T18:00",
    "place": "רחבה",
    "nonviolence": "yes",
    "risk_level": "low",
}
NAMED = {"owner": "נטע", "owner_person": "1", "backup": "Robin", "backup_person": "2"}


@pytest.mark.parametrize("field", ["purpose", "start_at", "place", "nonviolence"])
def test_everything_that_must_be_known_is_missed(field: str) -> None:
    assert missing(READY) == ()
    assert missing({**READY, field: None}) == missing({**READY, field: ""}) == (field,)


def test_an_agreement_still_talked_about_is_none_yet() -> None:
    assert missing({**READY, "nonviolence": "talk"}) == ("nonviolence",)
    assert missing({**READY, "nonviolence": "edit"}) == ("nonviolence",)
    assert missing({**READY, "nonviolence": "edit", "agreement": "בלי אלימות, ובשקט"}) == ()


def test_a_high_risk_needs_somebody_who_looked() -> None:
    risky = {**READY, "risk_level": "high"}
    assert missing(risky) == ("reviewed_by",)
    assert missing({**risky, "reviewed_by": "מאיה"}) == ()


def test_an_action_without_a_name_is_called_by_its_purpose() -> None:
    assert title_of({"title": "צעדה", "purpose": "דיון"}) == "צעדה"
    assert title_of({"purpose": "דיון"}) == "דיון"


@pytest.mark.parametrize(
    ("said", "state", "whom"),
    [
        ({}, State.ASKED, 1),
        ({"confirmed": "yes", "confirmed_person": "1"}, State.TAKEN, 1),
        ({"confirmed": "no", "confirmed_person": "1"}, State.ASKED, 2),
        ({"confirmed": "yes", "confirmed_person": "2"}, State.TAKEN, 2),
        ({"confirmed": "no", "confirmed_person": "2"}, State.REFUSED, None),
        ({"confirmed": "yes", "confirmed_person": "3"}, State.ASKED, 1),
        ({"confirmed": "no", "confirmed_person": "1", "backup_person": None}, State.REFUSED, None),
        ({"confirmed": "no", "confirmed_person": "1", "backup_person": "1"}, State.REFUSED, None),
        ({"owner_person": None}, State.UNNAMED, None),
    ],
)
def test_a_part_is_asked_of_its_owner_and_then_of_whoever_stands_in(
    said: dict[str, str | None], state: State, whom: int | None
) -> None:
    (part,) = parts_of({"march:care": {**NAMED, **said}})
    assert (part.role, part.state, part.whom) == ("care", state, whom)


def test_a_part_has_two_seats_and_others_have_none() -> None:
    assert [seat_of(NAMED, person) for person in (1, 2, 3)] == ["owner", "backup", None]


def test_open_is_what_nobody_has_taken_and_that_nothing_is_brought() -> None:
    roles = {
        "march:care": NAMED,
        "march:docs": {**NAMED, "confirmed": "yes", "confirmed_person": "1"},
        "march:medic": {"owner": "ד״ר לוי"},
        "march:media": {},
    }
    asked, outside = Point("action-point.role-asked", "care"), Point("action-point.role-unnamed", "medic")
    assert list(open_parts({}, roles)) == [asked, outside, Point("action-point.equipment")]
    assert list(open_parts({"equipment": ["מים"]}, {})) == []


def test_people_bring_the_lines_that_name_them() -> None:
    action = {"equipment": ["40 בקבוקים – Robin", "מגפון – Robinson", "שלטים"]}
    assert to_bring(action, "Robin") == ("40 בקבוקים – Robin",)
    assert to_bring(action, None) == to_bring(action, "R.bin") == ()
