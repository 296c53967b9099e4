"""Holds that messages go in the right order and no faster than agreed, on a clock of our own."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from itertools import cycle, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.rules.pacing import (
    BULK_LANE,
    CRISES_AHEAD,
    CRISIS_LANE,
    HANDOVER_LANE,
    HEADROOM,
    LATE,
    SLOW,
    Paces,
    Rate,
    Waiting,
    parse_rate,
    per_second,
)

REPLY = 1
SLOWER = 1 + HEADROOM
FREE = Rate(0.001, 1000)
NOBODY: frozenset[int] = frozenset()


def paces(bot: Rate = FREE, chat: Rate = FREE) -> Paces:
    return Paces({"telegram": bot, "whatsapp": bot}, {"telegram": chat, "whatsapp": chat})


def row(number: int, person: int = 0, lane: int = REPLY, channel: str = "telegram") -> Waiting:
    return Waiting(number, person or number, channel, lane)


def state(number: int, of: str, person: int = 1) -> Waiting:
    return Waiting(number, person, "telegram", REPLY, of)


def test_a_message_that_edits_itself_rests_between_two_states_and_holds_up_nothing_else() -> None:
    pace = Paces({"telegram": FREE}, {"telegram": FREE}, {"telegram": 3.0})
    assert rows(pace.choose([state(1, "count")], NOBODY, 0.0)[0]) == [1]
    chosen, wait = pace.choose([state(2, "count"), row(3, person=1), state(4, "count", person=2)], NOBODY, 1.0)
    assert rows(chosen) == [3, 4]
    assert wait == 2.0
    assert rows(pace.choose([state(2, "count"), state(5, "other")], NOBODY, 1.0)[0]) == [5]
    assert rows(pace.choose([state(2, "count")], NOBODY, 3.0)[0]) == [2]


def rows(chosen: Iterable[Waiting]) -> list[int]:
    return [waiting.row for waiting in chosen]


def drain(pace: Paces, waiting: list[Waiting], until: float, now: float = 0.0) -> list[tuple[float, Waiting]]:
    """Send whatever may go, at the moments the paces themselves name, and note when each went."""
    sent: list[tuple[float, Waiting]] = []
    left = list(waiting)
    while left and now <= until:
        chosen, wait = pace.choose(left, NOBODY, now)
        sent += [(now, one) for one in chosen]
        left = [one for one in left if one not in chosen]
        if not chosen:
            assert wait is not None
            assert wait > 0
            now += wait
    return sent


def at_most(times: list[float], rate: Rate, late: float = 0.0) -> bool:
    """Whether in every window no more went than the burst and what was refilled meanwhile, and in `late` seconds."""
    return all(
        later - earlier + 1 <= rate.burst + (times[later] - times[earlier] + late) / rate.every + 1e-3
        for earlier in range(len(times))
        for later in range(earlier, len(times))
    )


# -- who goes first --------------------------------------------------------------------------------------------------


def test_lanes_go_first_and_rows_in_the_order_they_were_written() -> None:
    waiting = [row(1, lane=3), row(5, lane=1), row(3, lane=1), row(9, lane=0), row(4, lane=2)]
    assert rows(paces().choose(waiting, NOBODY, 0)[0]) == [9, 3, 5, 4, 1]


def test_a_person_gets_one_message_at_a_time_in_order() -> None:
    pace = paces()
    waiting = [row(2, person=7), row(1, person=7), row(3, person=8)]
    assert rows(pace.choose(waiting, NOBODY, 0)[0]) == [1, 3]
    assert rows(pace.choose(waiting[:1], frozenset({7}), 0)[0]) == []


def test_one_message_is_in_flight_for_a_person_on_both_channels_together() -> None:
    waiting = [row(1, person=7), row(2, person=7, channel="whatsapp")]
    assert rows(paces().choose(waiting, NOBODY, 0)[0]) == [1]


def test_a_crisis_message_overtakes_the_same_persons_reply() -> None:
    waiting = [row(1, person=7), row(2, person=7, lane=CRISIS_LANE)]
    assert rows(paces().choose(waiting, NOBODY, 0)[0]) == [2]


def test_many_messages_for_one_person_keep_nobody_else_waiting() -> None:
    pace = paces(chat=Rate(1.0, 3))
    waiting = [*(row(n, person=1) for n in range(1, 200)), row(500, person=2), row(501, person=3)]
    assert rows(pace.choose(waiting, NOBODY, 0)[0]) == [1, 500, 501]


def test_a_row_that_must_wait_keeps_its_persons_later_rows_behind_it() -> None:
    pace = paces(chat=Rate(1.0, 1))
    first, second, third = row(1, person=1), row(2, person=1), row(3, person=1, lane=3)
    assert rows(pace.choose([first], NOBODY, 0)[0]) == [1]
    assert pace.choose([second, third], NOBODY, 0.25) == ((), 0.75)
    assert rows(pace.choose([second, third], NOBODY, 1.0)[0]) == [2]


def test_with_nothing_waiting_there_is_nothing_to_wait_for() -> None:
    assert paces().choose([], NOBODY, 0) == ((), None)


# -- how fast --------------------------------------------------------------------------------------------------------


def test_a_conversation_may_run_and_then_is_braked() -> None:
    sent = drain(paces(chat=Rate(1.0, 20)), [row(n, person=1) for n in range(1, 24)], until=60)
    assert [moment for moment, _ in sent] == [0.0] * 20 + [pytest.approx(n) for n in (1.0, 2.0, 3.0)]


def test_a_burst_comes_back_with_time() -> None:
    pace = paces(chat=Rate(6.0, 20))
    assert len(drain(pace, [row(n, person=1) for n in range(1, 21)], until=0)) == 20
    assert len(drain(pace, [row(n, person=1) for n in range(21, 99)], until=60.0, now=60.0)) == 10
    assert len(drain(pace, [row(n, person=1) for n in range(99, 199)], until=9999.0, now=9999.0)) == 20


def test_a_fifth_of_the_bots_rate_is_kept_for_a_crisis() -> None:
    pace = paces(bot=per_second(25))
    replies = [row(n) for n in range(1, 60)]
    chosen, wait = pace.choose(replies, NOBODY, 0)
    assert len(chosen) == 4
    assert wait == pytest.approx(0.04 * SLOWER)
    crisis = [row(n, lane=CRISIS_LANE) for n in range(100, 160)]
    assert len(pace.choose(crisis, NOBODY, 0)[0]) == 1


def test_behind_very_many_crises_a_reply_waits_for_a_few_of_them_and_not_for_all() -> None:
    pace = paces(bot=per_second(25))
    crises = [row(n, lane=CRISIS_LANE) for n in range(100, 600)]
    sent = [moving.row for _, moving in drain(pace, [*crises, *(row(n) for n in range(1, 21))], until=60)]
    assert sent[:9] == list(range(100, 109))
    assert sent[9] == 1
    assert all(sum(number < 100 for number in sent[start : start + 10]) <= 1 for start in range(9, 160))


def test_replies_do_not_slow_a_crisis_by_more_than_a_tenth() -> None:
    pace = paces(bot=per_second(25))
    crises = [row(n, lane=CRISIS_LANE) for n in range(1000, 1500)]
    sent = drain(pace, [*crises, *(row(n) for n in range(1, 500))], until=60)
    last = max(moment for moment, moving in sent if moving.row >= 1000)
    assert last <= 500 / 25 * SLOWER * 10 / 9


def test_thanks_of_very_many_go_after_the_replies_of_others() -> None:
    pace = paces(bot=per_second(25))
    crises = [row(n, lane=CRISIS_LANE) for n in range(1000, 1100)]
    thanks = [row(n, lane=HANDOVER_LANE) for n in range(1, 100)]
    sent = [moving.row for _, moving in drain(pace, [*crises, *thanks, row(500)], until=60)]
    assert sent.index(500) == 9
    assert sent[19] == 1


def test_some_of_what_may_be_in_flight_is_for_crises_alone() -> None:
    pace = paces()
    waiting = [*(row(n) for n in range(1, 9)), *(row(n, lane=CRISIS_LANE) for n in range(20, 23))]
    assert rows(pace.choose(waiting, NOBODY, 0, at_most=5, spared=3)[0]) == [20, 21, 22]
    assert rows(pace.choose(waiting[:8], NOBODY, 0, at_most=5, spared=3)[0]) == [1, 2]


def test_even_the_slowest_bot_sends_replies_and_broadcasts() -> None:
    pace = paces(bot=per_second(1))
    sent = drain(pace, [row(1), row(2), row(3, lane=BULK_LANE)], until=9)
    assert [moment for moment, _ in sent] == pytest.approx([0.0, SLOWER, 2 * SLOWER])


def test_a_broadcast_never_uses_the_bots_burst() -> None:
    pace = paces(bot=per_second(10))
    sent = drain(pace, [row(n, lane=BULK_LANE) for n in range(1, 31)], until=60)
    times = [moment for moment, _ in sent]
    assert len(times) == 30
    assert all(later - earlier == pytest.approx(0.1 * SLOWER) for earlier, later in pairwise(times))


@pytest.mark.parametrize("rate", [30, 1000])
def test_a_broadcast_that_is_always_late_keeps_its_beat_and_the_budget(rate: int) -> None:
    """The machine is busy: each look comes up to 15 ms after the moment that was named."""
    pace, now, times = paces(bot=per_second(rate)), 0.0, list[float]()
    left = [row(n, lane=BULK_LANE) for n in range(1, 4 * rate)]
    for late in cycle((0.001, 0.015, 0.007, 0.012)):
        chosen, wait = pace.choose(left, NOBODY, now)
        times += [now] * len(chosen)
        left = left[len(chosen) :]
        if not left:
            break
        now += (wait or 0.0) + late
    assert len(times) / times[-1] >= 0.97 * rate
    assert max(bisect_left(times, moment + 1.0) - at for at, moment in enumerate(times)) <= rate


def test_a_broadcast_that_stood_still_begins_a_new_beat() -> None:
    pace = paces(bot=per_second(10))
    assert len(drain(pace, [row(n, lane=BULK_LANE) for n in range(1, 4)], until=1)) == 3
    sent = drain(pace, [row(n, lane=BULK_LANE) for n in range(4, 24)], until=100, now=60)
    assert all(later - earlier == pytest.approx(0.1 * SLOWER) for (earlier, _), (later, _) in pairwise(sent))


def test_some_room_is_kept_from_broadcasts() -> None:
    pace = paces(bot=Rate(0.001, 1))
    waiting = [row(1, lane=BULK_LANE), row(2), row(3)]
    assert rows(paces().choose(waiting, NOBODY, 0, at_most=3, kept=1)[0]) == [2, 3]
    assert rows(pace.choose([row(1, lane=BULK_LANE)], NOBODY, 0, at_most=3, kept=1)[0]) == [1]
    assert rows(pace.choose([row(2, lane=BULK_LANE)], NOBODY, 9, at_most=1, kept=1)[0]) == []


def test_a_broadcast_never_uses_a_persons_burst() -> None:
    pace = paces(chat=Rate(6.0, 20))
    sent = drain(pace, [row(n, person=1, lane=BULK_LANE) for n in range(1, 4)], until=60)
    assert [moment for moment, _ in sent] == pytest.approx([0.0, 6.0, 12.0])
    assert rows(pace.choose([row(9, person=1)], NOBODY, 12.0)[0]) == [9]


def test_replies_go_while_a_broadcast_waits() -> None:
    pace = paces(bot=per_second(25))
    assert rows(pace.choose([row(1)], NOBODY, 0)[0]) == [1]
    chosen, wait = pace.choose([row(2, lane=BULK_LANE), row(3)], NOBODY, 0)
    assert rows(chosen) == [3]
    assert wait == pytest.approx(0.08 * SLOWER - LATE), "two tokens, less what a late beat may make good"


def test_each_channel_has_a_budget_of_its_own() -> None:
    pace = Paces({"telegram": Rate(1.0, 1), "whatsapp": Rate(1.0, 1)}, {"telegram": FREE, "whatsapp": FREE})
    waiting = [row(1, person=1), row(2, person=2, channel="whatsapp"), row(3, person=3)]
    assert rows(pace.choose(waiting, NOBODY, 0)[0]) == [1, 2]


# -- waits the platform named ----------------------------------------------------------------------------------------


def test_a_named_wait_is_obeyed_exactly_and_holds_only_whom_it_names() -> None:
    pace = paces()
    pace.hold("telegram", 1, until=31.0)
    chosen, wait = pace.choose([row(1, person=1), row(2, person=2)], NOBODY, 0)
    assert (rows(chosen), wait) == ([2], 31.0)
    assert pace.choose([row(1, person=1)], NOBODY, 30.999)[0] == ()
    assert rows(pace.choose([row(1, person=1)], NOBODY, 31.0)[0]) == [1]


def test_a_wait_of_the_whole_bot_holds_everybody_on_that_channel() -> None:
    pace = paces()
    pace.hold("telegram", None, until=5.0)
    waiting = [row(1), row(2, lane=CRISIS_LANE), row(3, channel="whatsapp")]
    chosen, wait = pace.choose(waiting, NOBODY, 1.0)
    assert (rows(chosen), wait) == ([3], 4.0)


def test_a_named_wait_is_never_shortened() -> None:
    pace = paces()
    pace.hold("telegram", 1, until=30.0)
    pace.hold("telegram", 1, until=2.0)
    assert pace.choose([row(1, person=1)], NOBODY, 10.0) == ((), 20.0)


def test_two_people_between_whom_a_message_was_taken_are_two_people() -> None:
    pace = paces()
    pace.told_to_wait("telegram", 1, now=0.0, seconds=30.0)
    pace.was_heard("telegram")
    pace.told_to_wait("telegram", 2, now=0.5, seconds=5.0)
    assert rows(pace.choose([row(1, person=1), row(2, person=2), row(3, person=3)], NOBODY, 0.6)[0]) == [3]


def test_two_people_told_to_wait_in_one_breath_are_the_whole_bot() -> None:
    pace = paces()
    pace.told_to_wait("telegram", 1, now=0.0, seconds=30.0)
    assert rows(pace.choose([row(2, person=2)], NOBODY, 0.4)[0]) == [2]
    pace.told_to_wait("telegram", 2, now=0.5, seconds=5.0)
    waiting = [row(3, person=3), row(4, person=4, lane=CRISIS_LANE), row(1, person=1), row(5, channel="whatsapp")]
    chosen, wait = pace.choose(waiting, NOBODY, 1.0)
    assert (rows(chosen), wait) == ([5], 4.5)
    assert rows(pace.choose(waiting, NOBODY, 5.5)[0]) == [4, 3, 5]


def test_one_person_told_twice_or_two_told_far_apart_hold_nobody_else() -> None:
    pace = paces()
    pace.told_to_wait("telegram", 1, now=0.0, seconds=30.0)
    pace.told_to_wait("telegram", 1, now=0.5, seconds=30.0)
    pace.told_to_wait("telegram", 2, now=2.0, seconds=30.0)
    assert rows(pace.choose([row(1, person=1), row(2, person=2), row(3, person=3)], NOBODY, 2.0)[0]) == [3]


# -- forgetting ------------------------------------------------------------------------------------------------------


def test_who_is_silent_is_forgotten_and_who_talks_is_not() -> None:
    pace = paces(chat=Rate(1.0, 5))
    pace.hold("telegram", 1, until=3.0)
    pace.choose([row(1, person=1, channel="whatsapp"), row(2, person=2)], NOBODY, 0.0)
    drain(pace, [row(n, person=2) for n in range(3, 7)], until=0.0)
    pace.forget_idle(3.0)
    assert len(pace._chats) == 1
    assert pace._held == {}
    pace.forget_idle(5.0)
    assert pace._chats == {}


def test_forgetting_gives_nobody_a_new_burst() -> None:
    pace = paces(chat=Rate(1.0, 5))
    drain(pace, [row(n, person=1) for n in range(1, 6)], until=0)
    pace.forget_idle(2.0)
    assert len(drain(pace, [row(n, person=1) for n in range(6, 20)], until=2.0, now=2.0)) == 2


def test_a_wait_that_is_not_over_is_not_forgotten() -> None:
    pace = paces()
    pace.hold("telegram", 1, until=9.0)
    pace.forget_idle(8.0)
    assert pace.choose([row(1, person=1)], NOBODY, 8.0) == ((), 1.0)


# -- always ----------------------------------------------------------------------------------------------------------

RATES = st.builds(Rate, st.sampled_from([0.04, 1 / 60, 1 / 3, 0.7, 1.0, 6.0]), st.integers(1, 30))
WAITING = st.lists(
    st.tuples(st.integers(1, 6), st.sampled_from([CRISIS_LANE, REPLY, 3, BULK_LANE])),
    min_size=1,
    max_size=60,
).map(lambda made: [Waiting(n, person, "telegram", lane) for n, (person, lane) in enumerate(made, 1)])


def with_crises(chat: Rate) -> Rate:
    """Where a chat is slow, a few crisis messages go ahead of its budget."""
    return Rate(chat.every, chat.burst + int(CRISES_AHEAD)) if chat.every > SLOW else chat


@settings(max_examples=60, deadline=None)
@given(RATES, RATES, WAITING)
def test_in_every_window_the_rate_is_within_the_budgets(bot: Rate, chat: Rate, waiting: list[Waiting]) -> None:
    sent = drain(paces(bot, chat), waiting, until=1e9)
    assert sorted(rows(one for _, one in sent)) == rows(waiting), "everything goes in the end"
    assert at_most([moment for moment, _ in sent], bot)
    for person in range(1, 7):
        assert at_most([moment for moment, one in sent if one.person == person], with_crises(chat))
    broadcasts = [moment for moment, one in sent if one.lane == BULK_LANE]
    assert at_most(broadcasts, Rate(bot.every, 1), LATE)  # who was late may make good for that


@settings(max_examples=60, deadline=None)
@given(RATES, WAITING, st.lists(st.floats(0, 3), max_size=20))
def test_at_any_moments_nobody_gets_two_at_once_and_a_lane_keeps_a_persons_order(
    rate: Rate, waiting: list[Waiting], pauses: list[float]
) -> None:
    pace, now, left = paces(rate, rate), 0.0, list(waiting)
    went: list[Waiting] = []
    for pause in pauses:
        chosen, _ = pace.choose(left, NOBODY, now)
        assert max(Counter(one.person for one in chosen).values(), default=1) == 1
        went += chosen
        left = [one for one in left if one not in chosen]
        pace.forget_idle(now)
        now += pause
    for person in range(1, 7):
        for lane in (CRISIS_LANE, HEADROOM, REPLY, 3, BULK_LANE):
            numbers = [one.row for one in went if (one.person, one.lane) == (person, lane)]
            assert numbers == sorted(numbers)


# -- settings --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "rate"), [("1/1s:20", Rate(1.0, 20)), ("1/6s:45", Rate(6.0, 45)), ("3/2s:1", Rate(2 / 3, 1))]
)
def test_a_rate_is_read_as_refill_and_burst(text: str, rate: Rate) -> None:
    assert parse_rate(text) == rate


@pytest.mark.parametrize(
    "text", ["", "1", "1/1:20", "1/s:2", "0/1s:20", "1/0s:20", "1/1s:0", "1/1s:-1", "1/1s:20 ", "a/bs:c"]
)
def test_what_is_no_rate_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no rate such as"):
        parse_rate(text)


def test_a_crisis_message_goes_ahead_of_a_budget_that_would_hold_it_for_seconds() -> None:
    slow = paces(chat=parse_rate("1/6s:20"))
    for number in range(20):
        assert slow.choose([row(number, 7)], NOBODY, 0.0)[0]
    assert not slow.choose([row(20, 7)], NOBODY, 0.0)[0]
    for number in range(4):
        assert slow.choose([row(21 + number, 7, CRISIS_LANE)], NOBODY, 0.0)[0]
    assert not slow.choose([row(30, 7, CRISIS_LANE)], NOBODY, 0.0)[0]
