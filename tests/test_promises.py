"""Plants every kind of broken promise and asks for it by name: a checker that never finds anything proves nothing."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from storage.seals import KEY_BYTES, Keys
from tests.fakes.telegram_rules import Fault
from tests.fakes.telegram_world import Call
from tests.history import History, PutIn, Sent
from tests.promises import broken_promises

KEYS = Keys(bytes(KEY_BYTES))
NOA, BEN = 501, 502
UPDATES = (700_000_001, 700_000_002)


def call(number: int, chat: int, text: str, **about: Any) -> Call:
    usual = {"answer": "ok", "status": 200, "message_id": 900 + number, "delivered": True, "ended": number + 0.5}
    return Call(number, "sendMessage", chat, {"text": text}, float(number), **{**usual, **about})


def row(number: int, chat: int, **about: Any) -> Sent:
    usual = {
        "message_class": "c1",
        "lane": 4,
        "state": "accepted",
        "held_back": False,
        "provider_id": str(900 + number),
        "reason": None,
        "attempted": True,
        "repeats": None,
    }
    return Sent(id=number, key=f"key-{number}", chat=chat, person=chat, **{**usual, **about})


def good() -> History:
    """Two people got a call each, Noa a reply; a crisis row was uncertain, arrived, and was repeated with a mark."""
    return History(
        log=(
            call(1, NOA, "Come #a1"),
            call(2, BEN, "Come #b2"),
            call(3, NOA, "What is it about?"),
            call(4, BEN, "Stay away #c4", answer="dropped", status=0),
            call(5, BEN, "Repeat: Stay away #c5"),
        ),
        faults=(),
        acknowledged=UPDATES,
        taken=frozenset(KEYS.lookup("event:telegram", str(update)) for update in UPDATES),
        rows=(
            row(1, NOA),
            row(2, BEN),
            row(3, NOA, message_class="c0", lane=1),
            row(4, BEN, message_class="c2", lane=0, state="unknown", provider_id=None),
            row(5, BEN, message_class="c2", lane=0, repeats="key-4"),
        ),
        answers={NOA: (("name", "Buses"), ("text", "Trains"))},
        put=PutIn(
            said={NOA: (("name", "Buses"), ("text", "Trains"))},
            audiences={
                "the call": {"key-1": (NOA, "#a1"), "key-2": (BEN, "#b2")},
                "the crisis": {"key-4": (BEN, "#c4"), "key-5": (BEN, "#c5")},
            },
            per_second=2,
        ),
        keys=KEYS,
    )


def with_row(history: History, number: int, **changed: Any) -> History:
    return replace(history, rows=tuple(replace(r, **changed) if r.id == number else r for r in history.rows))


def with_call(history: History, number: int, **changed: Any) -> History:
    return replace(history, log=tuple(replace(c, **changed) if c.number == number else c for c in history.log))


def with_calls(history: History, *more: Call) -> History:
    return replace(history, log=(*history.log, *more))


BUGS: dict[str, tuple[str, Callable[[History], History]]] = {
    "an update is acknowledged before it is kept": (
        "I1: update 700000002 was acknowledged",
        lambda h: replace(h, taken=frozenset(list(h.taken)[:0]) | {KEYS.lookup("event:telegram", str(UPDATES[0]))}),
    ),
    "an answer is lost": (
        "I1: chat 501 said ('text', 'Trains'), and it was lost",
        lambda h: replace(h, answers={NOA: h.answers[NOA][:1]}),
    ),
    "an answer is kept twice": (
        "I2: of chat 501 ('name', 'Buses') was kept 1 x more often",
        lambda h: replace(h, answers={NOA: (h.answers[NOA][0], *h.answers[NOA])}),
    ),
    "answers change places": (
        "I10: what chat 501 said was taken in another order",
        lambda h: replace(h, answers={NOA: h.answers[NOA][::-1]}),
    ),
    "somebody of the audience is forgotten": (
        "I3: 1 of 2 of the call have no row: key-2",
        lambda h: replace(
            h, rows=tuple(r for r in h.rows if r.id != 2), log=tuple(c for c in h.log if c.number != 2)
        ),
    ),
    "a row is left lying": (
        "I3: 1 rows have no end: row 1 (c1, queued",
        lambda h: replace(with_row(h, 1, state="queued", provider_id=None), log=h.log[1:]),
    ),
    "a row ends in a state that is none": (
        "I3: 1 rows have no end: row 1 (c1, lost",
        lambda h: with_row(h, 1, state="lost", provider_id=None),
    ),
    "an uncertain call is simply sent again": (
        "I4: row 1 (c1, accepted, chat 501) arrived 2 times: calls 1, 6",
        lambda h: with_calls(h, call(6, NOA, "Come #a1")),
    ),
    "a reply is sent twice and bears no sign": (
        "I4: 1 messages in chat 501 belong to no row, and only 0 rows are uncertain: calls 6",
        lambda h: with_calls(h, call(6, NOA, "What is it about?")),
    ),
    "a press is answered twice with the same row": (
        "I4: row 3 (c0, accepted, chat 501) arrived 2 times",
        lambda h: with_calls(h, replace(call(6, NOA, "?"), params=with_button("key-3.0"))),
    ),
    "a crisis message is tried a third time": (
        "I5: row 4 (c2, unknown, chat 502) was tried 3 times",
        lambda h: replace(
            with_calls(h, call(6, BEN, "Repeat 2: Stay away")),
            rows=(*h.rows, row(6, BEN, message_class="c2", lane=0, repeats="key-5")),
        ),
    ),
    "the repeat of a crisis message does not say so": (
        "I5: the repeat of row 4 (c2, unknown, chat 502) (call 5) does not say that it is one",
        lambda h: with_call(
            with_call(h, 4, params={"text": "Stay away"} | with_button("key-4.0")), 5, params={"text": "Stay away"}
        ),
    ),
    "a crisis message arrives more often than it was tried": (
        "I5: row 4 (c2, unknown, chat 502) arrived 2 times and was tried 1 times",
        lambda h: with_row(h, 4, attempted=False),
    ),
    "a repeat goes out in a class that may repeat itself": (
        "I5: row 1 (c1, unknown, chat 501) is repeated as another class",
        lambda h: replace(
            with_calls(with_row(h, 1, state="unknown", provider_id=None), call(6, NOA, "Repeat: Come")),
            rows=(
                replace(h.rows[0], state="unknown", provider_id=None),
                *h.rows[1:],
                row(6, NOA, message_class="c2", repeats="key-1"),
            ),
        ),
    ),
    "accepted is written before it is so": (
        "I6: row 3 (c0, accepted, chat 501) is called accepted, and the platform has no message 903",
        lambda h: with_call(h, 3, delivered=False),
    ),
    "a message of somebody else is taken for proof": (
        "I6: row 2 (c1, accepted, chat 502) is called accepted, and the platform has no message 901",
        lambda h: with_row(h, 2, provider_id="901"),
    ),
    "what was cancelled goes out": (
        "I6: row 1 (c1, cancelled, chat 501) arrived, and is called cancelled",
        lambda h: with_row(h, 1, state="cancelled", provider_id=None),
    ),
    "a later message overtakes an earlier one": (
        "I10: in chat 501, lane 4, row 7 came before row 6 (call 7)",
        lambda h: replace(
            with_calls(h, call(6, NOA, "second", message_id=907), call(7, NOA, "first", message_id=906)),
            rows=(*h.rows, row(6, NOA), row(7, NOA)),
        ),
    ),
    "two messages are under way to one person": (
        "I10: two messages were under way to chat 501 at once: calls 1, 3",
        lambda h: with_call(h, 1, ended=3.2),
    ),
    "the wait the platform named is cut short": (
        "I11: did not wait as told (sendMessage, chat 501)",
        lambda h: replace(h, faults=(Fault("ignored_retry_after", "sendMessage", "chat 501"),)),
    ),
    "the platform's limit is passed": (
        "I11: sent faster than the platform allows",
        lambda h: replace(h, faults=(Fault("over_rate", "sendMessage", "chat 501: wait 1 s"),)),
    ),
    "the budget is passed for a moment": (
        "I11: 3 messages within one second, and the budget is 2",
        lambda h: with_call(with_call(h, 2, at=1.4, ended=1.5), 3, at=1.9),
    ),
}


def with_button(data: str) -> dict[str, Any]:
    return {"reply_markup": {"inline_keyboard": [[{"text": "Yes", "callback_data": data}]]}}


def test_a_history_in_which_every_promise_is_kept_has_nothing_to_say() -> None:
    assert broken_promises(good()) == []


@pytest.mark.parametrize("bug", BUGS)
def test_every_planted_bug_is_named(bug: str) -> None:
    sentence, planted = BUGS[bug]
    found = broken_promises(planted(good()))
    assert any(one.startswith(sentence) for one in found), found


def test_no_bug_is_named_but_the_planted_one() -> None:
    assert {bug: len(broken_promises(planted(good()))) for bug, (_, planted) in BUGS.items()} == dict.fromkeys(
        BUGS, 1
    )


def test_every_promise_has_its_bug() -> None:
    assert {sentence.partition(":")[0] for sentence, _ in BUGS.values()} == {
        "I1",
        "I2",
        "I3",
        "I4",
        "I5",
        "I6",
        "I10",
        "I11",
    }


def test_an_uncertain_row_may_have_arrived_or_not() -> None:
    uncertain = with_row(good(), 3, state="unknown", provider_id=None)
    assert broken_promises(uncertain) == []
    assert broken_promises(with_call(uncertain, 3, delivered=False)) == []
    assert broken_promises(with_calls(uncertain, call(6, NOA, "What is it about?"))) != []


def test_of_a_message_in_parts_the_last_one_counts() -> None:
    parts = (call(6, NOA, "long\nPart 1 of 2"), call(7, NOA, "end\nPart 2 of 2"))
    assert broken_promises(replace(with_calls(good(), *parts), rows=(*good().rows, row(7, NOA)))) == []


def test_what_waits_for_a_later_hour_is_not_left_lying() -> None:
    waiting = row(6, NOA, state="queued", provider_id=None, held_back=True, attempted=False)
    assert broken_promises(replace(good(), rows=(*good().rows, waiting))) == []


def test_what_is_still_on_its_way_is_no_broken_promise_while_the_bot_works() -> None:
    on_its_way = replace(good(), rows=(*good().rows, row(6, NOA, state="queued", provider_id=None, attempted=False)))
    assert broken_promises(on_its_way, drained=False) == []
    assert broken_promises(on_its_way) != []


def test_a_crisis_message_and_its_repeat_may_both_have_arrived_whatever_we_know_of_it() -> None:
    unheard = with_row(with_call(good(), 5, params={"text": "Repeat: Stay away #c4"}), 5, state="unknown")
    unheard = with_row(unheard, 5, provider_id=None)
    assert broken_promises(unheard) == []
    thrice = broken_promises(with_calls(unheard, call(6, BEN, "Repeat of a repeat: Stay away #c4")))
    assert [one.partition(",")[0] for one in thrice] == ["I5: row 4 (c2"]
