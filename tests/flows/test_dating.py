"""Holds that a day is read rightly, said back, and never kept before somebody agreed to what was understood."""

import pytest

from tests.flows.worlds import Talk, flows, plainly

PLAN = """\
    flow: plan
    stage: true
    steps:
      when: {ask: date, save: coalition.launch_at}
      after: {ask: text, save: coalition.why}
    """


@pytest.fixture
def asked() -> Talk:
    return Talk(flows(PLAN)).start()


def test_the_usual_days_are_pressed_and_each_names_its_date(asked: Talk) -> None:
    assert asked.shown == ["2026-11-22", "2026-11-23", "2026-11-26", "2026-11-29", "other day"]
    assert [plainly(choice.label) for choice in asked.place.choices[:2]] == [
        "date-today 22.11",
        "date-tomorrow 23.11",
    ]


def test_a_pressed_day_is_kept_at_once_and_said_back(asked: Talk) -> None:
    asked.presses("2026-11-26")
    assert asked.saved == {"coalition.launch_at": "2026-11-26"}
    assert plainly(asked.line("date-kept")) == "date-kept day weekday.thursday 26.11.2026"
    assert asked.step == "after"


def test_a_typed_day_is_said_back_with_its_weekday_before_it_is_kept(asked: Talk) -> None:
    asked.says("יום ה׳ 18:00")
    assert asked.saved == {}
    assert plainly(asked.line("date-echo")) == "date-echo day-and-hour weekday.thursday 26.11.2026 18:00"
    asked.presses("2026-11-26T18:00")
    assert asked.saved == {"coalition.launch_at": "2026-11-26T18:00"}


@pytest.mark.parametrize("yes", ["כן", "نعم", "Yes"])
def test_yes_may_be_typed(asked: Talk, yes: str) -> None:
    asked.says("tomorrow", yes)
    assert asked.saved == {"coalition.launch_at": "2026-11-23"}


def test_another_typed_day_takes_the_place_of_the_one_said_back(asked: Talk) -> None:
    asked.says("tomorrow", "5.1.2027")
    assert asked.shown == ["2027-01-05", "other day"]


def test_what_may_be_two_days_is_asked(asked: Talk) -> None:
    asked.says("יום ראשון")
    assert "date-which" in asked.keys
    assert asked.shown == ["2026-11-22", "2026-11-29", "other day"]
    asked.presses("2026-11-29")
    assert asked.saved == {"coalition.launch_at": "2026-11-29"}


def test_a_day_that_is_over_is_named_as_such_and_quoted(asked: Talk) -> None:
    asked.says("5.1.2020")
    assert plainly(asked.line("date-past")) == "date-past 5.1.2020"
    assert asked.step == "when"


def test_what_is_no_day_is_quoted_back_and_the_buttons_stay(asked: Talk) -> None:
    asked.says("when we can")
    assert plainly(asked.line("date-not-understood")) == "date-not-understood when we can"
    assert asked.shown[-1] == "other day"


def test_another_day_shows_how_to_write_one(asked: Talk) -> None:
    asked.says("tomorrow")
    asked.presses("other day")
    assert "date-or-type" in asked.keys
    assert asked.shown[0] == "2026-11-22"
    assert asked.saved == {}


def test_skipping_keeps_no_day_that_nobody_agreed_to(asked: Talk) -> None:
    asked.says("tomorrow")
    asked.skips()
    assert asked.saved == {}
    assert asked.step == "after"


def test_coming_back_shows_the_day_that_waits_for_a_yes(asked: Talk) -> None:
    asked.says("tomorrow")
    asked.returns()
    assert "date-echo" in asked.keys
    assert asked.shown == ["2026-11-23", "other day"]


def test_a_kept_day_is_shown_and_can_stay(asked: Talk) -> None:
    asked.presses("2026-11-26")
    asked.goes_back()
    assert plainly(asked.line("answered-so-far")) == "answered-so-far day weekday.thursday 26.11.2026"
    asked.presses("keep")
    assert asked.saved == {}


STATIONS = """\
    flow: plan
    stage: true
    steps:
      stations: {ask: list, fits: dated, save: milestone.title}
      after: {ask: text, save: coalition.why}
    """


def test_days_written_beside_the_items_of_a_list_are_kept_and_said_back() -> None:
    talk = Talk(flows(STATIONS)).start()
    talk.says("position paper – 5.1.2027\nclosing party")
    talk.presses("done")
    assert talk.saved == {
        "milestone/new1.title": "position paper",
        "milestone/new1.due": "2027-01-05",
        "milestone/new2.title": "closing party",
    }
    said = plainly(talk.line("dates-heard"))
    assert "dated-item position paper day weekday.tuesday 5.1.2027" in said
    assert "closing party" not in said


def test_an_item_whose_day_may_be_two_keeps_its_words_whole() -> None:
    talk = Talk(flows(STATIONS)).start()
    talk.says("hearing, Sunday")
    talk.presses("done")
    assert list(talk.saved.values()) == ["hearing, Sunday"]
