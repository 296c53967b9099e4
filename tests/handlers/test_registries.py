"""Lists that two rooms keep of the same things say the same: a name in one alone would fail at night."""

from typing import get_args

from flows.always_words import Word
from flows.effects import Effect
from flows.facts import KINDS
from flows.rules.documents import OF_AN_ACTION
from flows.verbs import ARTEFACT_NAMES, VERB_NAMES
from flows.walk import NEW_ITEM
from handlers.drawing import _ARTEFACTS
from handlers.effects import _WRITERS
from handlers.facts import loadable_kinds
from handlers.timers import _KINDS
from handlers.verbs import VERBS
from handlers.words import _WORDS


def test_every_kind_of_fact_that_flows_may_read_can_be_loaded() -> None:
    assert loadable_kinds() == KINDS


def test_every_verb_of_the_flows_is_written_and_no_other() -> None:
    assert VERBS.keys() | {NEW_ITEM} == VERB_NAMES


def test_every_artefact_can_be_drawn_and_also_be_said_in_words() -> None:
    of_an_action = OF_AN_ACTION.keys() | {"brief_in_words"}  # a calendar is read by a calendar
    told_already = {"broadcast_report"}  # the report stands above the sheet, in words
    in_words = {f"{name}_in_words" for name in ARTEFACT_NAMES}
    assert _ARTEFACTS.keys() == ARTEFACT_NAMES | in_words | of_an_action | told_already


def test_every_effect_has_a_writer_and_no_other() -> None:
    assert set(_WRITERS) == set(get_args(Effect))


def test_every_always_word_does_something() -> None:
    assert _WORDS.keys() == set(Word)


def test_every_timer_has_a_life_of_its_own() -> None:
    assert _KINDS.keys() == {
        "alert",
        "digest",
        "forget_unconsented",
        "retention",
        "weekly",
        "weekly_evening",
        "action_moved",
        "forget_attendance",
        "home_safely",
        "crisis_update",
        "crisis_lessons",
        "checkin_again",
        "checkin_silent",
        "checkin_over",
        "checkin_planned",
        "forget_checkin",
        "care_call",
        "alarm_lapsed",
        "broadcast_due",
        "broadcast_begun",
        "broadcast_report",
    }
