"""Tries who a call is for, how many that is, and how long it takes to reach them."""

import json
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from flows.rules.audience import (
    ALL,
    Traits,
    alike,
    belongs,
    crowd_facts,
    crowd_from,
    platform,
    reach,
    resting,
    seconds_for,
    values_of,
)

ZONE = ZoneInfo("Asia/Jerusalem")
NOON = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
LATE = datetime(2026, 11, 22, 21, 0, tzinfo=UTC)

NETA = Traits("coordinator", "he", "telegram")
SAMIR = Traits(
    "member", "ar", "whatsapp", organisation="בית", waits=frozenset({"coalition_need:a_problem"}), heard=20,
    said=frozenset({"event:march:coming", "reply:call:option1"}),
)  # fmt: skip
ROBIN = Traits("member", "en", "telegram", heard=3, said=frozenset({"event:march:cannot"}))
SILENCED = Traits("member", "he", "telegram", muted=True)
BLOCKED = Traits("member", "he", None)
EVERYBODY = (NETA, SAMIR, ROBIN, SILENCED, BLOCKED)


@pytest.mark.parametrize(
    ("wanted", "meant"),
    [
        ((ALL,), EVERYBODY),
        (("role:coordinator",), (NETA,)),
        (("language:ar",), (SAMIR,)),
        (("organisation:בית",), (SAMIR,)),
        (("event:march:coming",), (SAMIR,)),
        (("event:march:cannot",), (ROBIN,)),
        (("event:march:none",), (NETA, SILENCED, BLOCKED)),
        (("reply:call:option1",), (SAMIR,)),
        (("step:coalition_need:a_problem",), (SAMIR,)),
        (("silent:14",), (SAMIR,)),
        (("role:member", "language:en"), (ROBIN,)),
        (("role:member", ""), (SAMIR, ROBIN, SILENCED, BLOCKED)),
        (("nonsense:x",), ()),
    ],
)
def test_a_filter_says_who_is_meant_and_two_must_both_hold(
    wanted: tuple[str, ...], meant: tuple[Traits, ...]
) -> None:
    assert tuple(one for one in EVERYBODY if belongs(one, wanted)) == meant


def test_who_silenced_the_coalition_or_cannot_be_reached_is_told_apart_and_not_counted() -> None:
    reached = reach(alike(EVERYBODY), (ALL,))
    assert reached.people == 3
    assert reached.by_channel == {"telegram": 2, "whatsapp": 1}
    assert reached.by_language == {"he": 1, "ar": 1, "en": 1}
    assert (reached.muted, reached.unreachable) == (1, 1)


def test_ten_thousand_who_are_alike_are_one_group() -> None:
    crowd = alike([ROBIN] * 9_999 + [NETA])
    assert len(crowd) == 2
    assert reach(crowd, (ALL,)).people == 10_000


def test_a_crowd_survives_being_facts() -> None:
    crowd = alike((*EVERYBODY, ROBIN))
    assert crowd_from(crowd_facts(crowd)) == crowd


def test_the_groups_of_a_kind_come_with_their_numbers_the_most_first() -> None:
    crowd = alike((NETA, SAMIR, ROBIN, ROBIN, BLOCKED))
    assert values_of(crowd, "role") == {"role:member": 3, "role:coordinator": 1}
    assert values_of(crowd, "event") == {"event:march:cannot": 2, "event:march:coming": 1}
    assert values_of(crowd, "silent") == {"silent:14": 1, "silent:7": 1}


def test_whoever_rests_is_counted_with_the_moment_the_last_of_them_may_be_told() -> None:
    owl = Traits("member", "he", "telegram", quiet=json.dumps({"nights": "none", "days": [], "city": "Haifa"}))
    crowd = alike((NETA, NETA, owl))
    assert resting(crowd, (ALL,), NOON, ZONE, urgent=False) == (0, None)
    people, last = resting(crowd, (ALL,), LATE, ZONE, urgent=False)
    assert people == 2
    assert last == datetime(2026, 11, 23, 5, 0, tzinfo=UTC)
    assert resting(crowd, (ALL,), LATE, ZONE, urgent=True) == (0, None)


def test_the_time_to_reach_people_follows_the_rate() -> None:
    assert seconds_for(200, 25) == 8
    assert seconds_for(201, 25) == 9
    assert seconds_for(0, 25) == 0


def test_the_playground_counts_as_the_platform_it_looks_like() -> None:
    assert platform("playground_whatsapp") == platform("whatsapp") == "whatsapp"
