"""The outbox is read once for many messages, and nobody is forgotten for it."""

from flows.rules.pacing import CRISIS_LANE, Waiting
from handlers.line import LOOK_AHEAD, LOOK_FURTHEST, Line

HERE = {"telegram"}


def rows(first: int, count: int, channel: str = "telegram") -> list[Waiting]:
    return [Waiting(number, number, channel, 1) for number in range(first, first + count)]


def looked(line: Line, found: list[Waiting]) -> Line:
    line.looking()
    line.seen(found, HERE)
    return line


def test_a_new_line_wants_to_be_looked_at_and_one_just_looked_at_does_not() -> None:
    line = Line()
    assert line.is_due
    assert not looked(line, rows(1, 3)).is_due
    line.grew_old()
    assert line.is_due


def test_what_is_written_during_a_look_is_seen_at_the_next_one() -> None:
    line = Line()
    line.looking()
    line.grew_old()
    line.seen([], HERE)
    assert line.is_due


def test_a_long_line_is_looked_at_again_when_half_of_it_has_gone() -> None:
    line = looked(Line(), rows(1, LOOK_AHEAD))
    line.left(rows(1, LOOK_AHEAD // 2 - 1))
    assert not line.is_due
    line.left(rows(LOOK_AHEAD // 2, 1))
    assert line.is_due
    assert [row.row for row in line.rows] == list(range(LOOK_AHEAD // 2 + 1, LOOK_AHEAD + 1))


def test_a_line_that_was_seen_whole_is_used_up_without_another_look() -> None:
    line = looked(Line(), rows(1, LOOK_AHEAD - 1))
    line.left(line.rows)
    assert (line.rows, line.is_due) == ((), False)


def test_rows_of_a_channel_that_is_not_open_are_left_out_and_looked_past() -> None:
    line = looked(Line(), rows(1, LOOK_AHEAD, "whatsapp"))
    assert line.rows == ()
    assert line.look_past(lambda row: False)
    assert line.looking() == 2 * LOOK_AHEAD


def test_people_who_wait_for_reasons_of_their_own_do_not_hide_those_behind_them() -> None:
    line = looked(Line(), rows(1, LOOK_AHEAD))
    assert not line.look_past(lambda row: row.row != 7)
    assert line.look_past(lambda row: True)
    assert line.is_due
    assert line.looking() == 2 * LOOK_AHEAD
    line.seen(rows(1, LOOK_AHEAD + 1), HERE)
    assert not line.look_past(lambda row: True), "there is nobody behind them"
    assert line.looking() == LOOK_AHEAD


def test_a_look_has_an_end() -> None:
    line = Line()
    while line.at_most < LOOK_FURTHEST:
        looked(line, rows(1, line.at_most))
        assert line.look_past(lambda row: True)
    looked(line, rows(1, line.at_most))
    assert not line.look_past(lambda row: True)


def test_very_many_crises_show_half_of_what_there_is_and_more_are_looked_for() -> None:
    crises = [Waiting(number, number, "telegram", CRISIS_LANE) for number in range(1, LOOK_AHEAD // 2 + 1)]
    line = looked(Line(), [*crises, *rows(1000, 3)])
    line.left(crises)
    assert line.is_due
