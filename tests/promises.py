"""Judges a history by what we promise, and says every broken promise as a sentence: the end of every fault test.

The numbers are those of the list of invariants under which the promises were written down:

I1 nothing acknowledged is lost · I2 nothing has an effect twice · I3 an audience is the sum of five ends · I4 no
message arrives twice · I5 a crisis message arrives at most as often as it was tried, twice at most, and the second
copy says so · I6 nothing is called accepted that the platform does not have · I10 each person's messages come in
order, one at a time · I11 never faster than the budget, and told to wait means waiting
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from tests.fakes.telegram_faults import RATED
from tests.fakes.telegram_world import Call
from tests.history import CHANNEL, History, Sent, words_of

ENDS = frozenset({"accepted", "refused", "unknown", "expired", "cancelled"})
NOT_GONE = frozenset({"refused", "expired", "cancelled"})
CRISIS = "c2"
COPIES_OF_A_CRISIS = 2
WAITING_FAULTS = {"over_rate": "sent faster than the platform allows", "ignored_retry_after": "did not wait as told"}


def broken_promises(history: History, *, drained: bool = True) -> list[str]:
    """Every violation. `drained`: the bot had all the time it needed, so nothing may be left queued."""
    found = [sentence for promise in _PROMISES for sentence in promise(history)]
    return [*found, *_without_an_end(history)] if drained else found


# --- what came in -------------------------------------------------------------------------------------------------


def _acknowledged_is_kept(history: History) -> Iterator[str]:
    """I1, for whatever was told to the platform as taken."""
    for update in sorted(set(history.acknowledged)):
        if history.keys.lookup(f"event:{CHANNEL}", str(update)) not in history.taken:
            yield f"I1: update {update} was acknowledged and nothing is known of it"


def _answers_are_kept_once_in_order(history: History) -> Iterator[str]:
    for chat, said in history.put.said.items():
        kept = history.answers[chat]
        for what, times in _difference(said, kept).items():
            yield f"I1: chat {chat} said {what}, and it was lost ({times} x)"
        for what, times in _difference(kept, said).items():
            yield f"I2: of chat {chat} {what} was kept {times} x more often than it was said"
        if Counter(map(repr, said)) == Counter(map(repr, kept)) and list(said) != list(kept):
            yield f"I10: what chat {chat} said was taken in another order: {list(kept)} instead of {list(said)}"


def _difference(more: Sequence[Any], less: Sequence[Any]) -> Counter[str]:
    return Counter(map(repr, more)) - Counter(map(repr, less))


# --- what went out ------------------------------------------------------------------------------------------------


def _audiences_add_up(history: History) -> Iterator[str]:
    for name, audience in history.put.audiences.items():
        if missing := [key for key in audience if key not in history.by_key]:
            yield f"I3: {len(missing)} of {len(audience)} of {name} have no row: {_some(missing)}"


def _without_an_end(history: History) -> Iterator[str]:
    left = [row for row in history.rows if row.state not in ENDS and not row.held_back]
    if left:
        yield f"I3: {len(left)} rows have no end: {_some([_named(row) for row in left])}"


def _no_copies(history: History) -> Iterator[str]:
    """I4, exactly for every message that can be told from others, and by their number for the rest.

    What may be repeated is counted together with its repeats, in I5.
    """
    repeated = {key for first, again in _repeats(history).items() for key in (first, *again)}
    for key, copies in history.arrived.items():
        if len(copies) > 1 and key not in repeated:
            yield f"I4: {_named(history.by_key[key])} arrived {len(copies)} times: calls {_numbers(copies)}"
    uncertain = Counter(row.chat for row in history.rows if row.state in ("unknown", "sending"))
    known = Counter(row.chat for row in history.rows if row.state == "unknown" and row.key in history.arrived)
    for chat, strays in _by_chat(history.unclaimed).items():
        allowed = uncertain[chat] - known[chat]
        if len(strays) > allowed and chat in {row.chat for row in history.rows}:
            yield (
                f"I4: {len(strays)} messages in chat {chat} belong to no row, and only {allowed} rows are uncertain: "
                f"calls {_numbers(strays)}"
            )


def _crisis_copies_are_counted_and_marked(history: History) -> Iterator[str]:
    for first, again in _repeats(history).items():
        rows = [history.by_key[key] for key in (first, *again) if key in history.by_key]
        copies = [call for row in rows for call in history.arrived.get(row.key, ())]
        attempts = sum(row.attempted for row in rows)
        name = _named(rows[0])
        if rows[0].message_class == CRISIS and attempts > COPIES_OF_A_CRISIS:
            yield f"I5: {name} was tried {attempts} times"
        if rows[0].message_class != CRISIS and any(row.message_class != rows[0].message_class for row in rows):
            yield f"I5: {name} is repeated as another class"
        if len(copies) > attempts:
            yield f"I5: {name} arrived {len(copies)} times and was tried {attempts} times"
        for earlier, later in pairwise(sorted(copies, key=lambda call: call.number)):
            if words_of(later) == words_of(earlier):
                yield f"I5: the repeat of {name} (call {later.number}) does not say that it is one"


def _repeats(history: History) -> Mapping[str, list[str]]:
    """Of every row that is no repeat itself and may be repeated: the keys of its repeats, in order."""
    chains: dict[str, list[str]] = {}
    root: dict[str, str] = {}
    for row in history.rows:
        origin = root[row.key] = root.get(row.repeats or "", row.repeats or row.key)
        if row.repeats is not None:
            chains.setdefault(origin, []).append(row.key)
        elif row.message_class == CRISIS:
            chains.setdefault(row.key, [])
    return {first: again for first, again in chains.items() if first in history.by_key}


def _ends_are_true(history: History) -> Iterator[str]:
    """I6: accepted with proof alone, and what is said not to have gone has not arrived."""
    there = {(call.chat, str(call.message_id)) for call in history.log if call.method in RATED and call.delivered}
    for row in history.rows:
        if row.state == "accepted" and (row.chat, row.provider_id) not in there:
            yield f"I6: {_named(row)} is called accepted, and the platform has no message {row.provider_id}"
        if row.state in NOT_GONE and row.key in history.arrived:
            yield f"I6: {_named(row)} arrived, and is called {row.state}"


# --- in order, and not too fast -----------------------------------------------------------------------------------


def _messages_come_in_order(history: History) -> Iterator[str]:
    """Of one person and lane in the order of their rows, but for those that were to wait for a later hour."""
    lines: dict[tuple[int | None, int], list[tuple[int, Sent]]] = defaultdict(list)
    for key, copies in history.arrived.items():
        row = history.by_key[key]
        if not row.held_back:
            lines[row.chat, row.lane].append((copies[0].number, row))
    for (chat, lane), line in lines.items():
        for (_, earlier), (number, later) in pairwise(sorted(line, key=lambda one: one[0])):
            if later.id < earlier.id:
                yield f"I10: in chat {chat}, lane {lane}, row {earlier.id} came before row {later.id} (call {number})"


def _one_at_a_time(history: History) -> Iterator[str]:
    """A call whose bot died before the answer came is nobody's any more."""
    heard = [call for call in history.log if call.method in RATED and call.heard and call.ended is not None]
    for chat, calls in _by_chat(heard).items():
        for earlier, later in pairwise(sorted(calls, key=lambda call: call.at)):
            if later.at < (earlier.ended or 0.0):
                both = _numbers((earlier, later))
                yield f"I10: two messages were under way to chat {chat} at once: calls {both}"


def _never_too_fast(history: History) -> Iterator[str]:
    for fault in history.faults:
        if fault.code in WAITING_FAULTS:
            yield f"I11: {WAITING_FAULTS[fault.code]} ({fault.method}, {fault.detail})"
    if history.put.per_second is None:
        return
    moments = sorted(call.at for call in history.log if call.method in RATED)
    fullest = max((bisect_right(moments, at + 1.0 - 1e-9) - number for number, at in enumerate(moments)), default=0)
    if fullest > history.put.per_second:
        yield f"I11: {fullest} messages within one second, and the budget is {history.put.per_second}"


_PROMISES: tuple[Callable[[History], Iterator[str]], ...] = (
    _acknowledged_is_kept,
    _answers_are_kept_once_in_order,
    _audiences_add_up,
    _no_copies,
    _crisis_copies_are_counted_and_marked,
    _ends_are_true,
    _messages_come_in_order,
    _one_at_a_time,
    _never_too_fast,
)


def _by_chat(calls: Sequence[Call]) -> Mapping[int | None, list[Call]]:
    found: dict[int | None, list[Call]] = defaultdict(list)
    for call in calls:
        found[call.chat].append(call)
    return found


def _named(row: Sent) -> str:
    return f"row {row.id} ({row.message_class}, {row.state}, chat {row.chat})"


def _numbers(calls: Sequence[Call]) -> str:
    return ", ".join(str(call.number) for call in calls)


def _some(names: Sequence[str]) -> str:
    return ", ".join(names[:5]) + (" …" if len(names) > 5 else "")
