"""Holds that a conversation moves as its file says, and that moving depends on nothing but what is handed in."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.effects import Do, End, Open, Save, Say
from flows.engine import advance
from flows.events import (
    BackWanted,
    ChoicePicked,
    ChoicesTyped,
    ContactReceived,
    Event,
    HelpWanted,
    Resumed,
    SetAside,
    SkipWanted,
    Started,
    TextReceived,
    Unfit,
    UnfitReceived,
)
from flows.facts import Facts
from flows.model import Aside, Phrase
from tests.flows.worlds import THEN, TINY_READINGS, Talk, flows

TWO = """\
flow: two
steps:
  hello: {ask: message}
  why: {ask: text, save: coalition.why}
  what: {ask: text, save: coalition.what}
"""
CROSSROADS = """\
flow: crossroads
steps:
  which: {ask: choice, choices: [left, right, stay, leave], goto: {left: west, stay: which, leave: end, else: east}}
  between: {ask: message}
  west: {ask: text, save: coalition.west, goto: last}
  east: {ask: text, save: coalition.east}
  last: {ask: message}
"""


def test_messages_are_said_on_the_way_to_the_first_question() -> None:
    talk = Talk(flows(TWO)).start()
    assert [(say.lines[0].key, say.question) for say in talk.said if isinstance(say.lines[0], Phrase)] == [
        ("hello", False),
        ("why", True),
    ]
    assert talk.step == "why"


def test_an_answer_is_kept_before_the_next_question_is_asked() -> None:
    talk = Talk(flows(TWO)).start()
    talk.says("buses", said_in="m1")
    assert talk.effects[0] == Save("coalition", "", "why", "buses", "why", "m1")
    assert talk.step == "what"
    assert talk.keys == ["what"]


def test_after_the_last_question_the_conversation_ends() -> None:
    talk = Talk(flows(TWO)).start()
    talk.says("buses", "a night line")
    assert talk.is_over
    assert talk.done == ["end"]


@pytest.mark.parametrize(("choice", "stands_at"), [("left", "west"), ("right", "east"), ("stay", "which")])
def test_a_choice_leads_where_its_goto_says_and_else_is_the_way_of_the_others(choice: str, stands_at: str) -> None:
    talk = Talk(flows(CROSSROADS)).start()
    talk.presses(choice)
    assert talk.step == stands_at
    assert "between" not in talk.keys


def test_a_choice_may_lead_to_the_end() -> None:
    talk = Talk(flows(CROSSROADS)).start()
    talk.presses("leave")
    assert talk.is_over


def test_a_skipped_choice_goes_the_way_of_else() -> None:
    talk = Talk(flows(CROSSROADS)).start()
    talk.skips()
    assert talk.step == "east"


def test_a_plain_goto_leaps_over_what_stands_between() -> None:
    talk = Talk(flows(CROSSROADS)).start()
    talk.presses("left")
    talk.says("the sea")
    assert talk.keys == ["last"]


def test_a_passed_over_step_leads_to_the_next_line_wherever_its_goto_would_lead() -> None:
    house = flows("""\
        flow: house
        steps:
          closed: {ask: message, when: is_open, goto: end}
          name: {ask: text, save: coalition.name}
        """)
    assert Talk(house).start().step == "name"
    opened = Talk(house)
    opened.know("coalition", open="yes")
    assert opened.start().is_over


def test_what_was_just_saved_lies_over_the_facts_before_the_next_guard_looks() -> None:
    talk = Talk(
        flows("""\
            flow: door
            steps:
              open: {ask: yes_no, save: coalition.open}
              inside: {ask: text, save: coalition.inside, when: is_open}
              outside: {ask: text, save: coalition.outside}
            """)
    ).start()
    talk.presses("yes")
    assert talk.step == "inside"


def test_what_was_just_saved_lies_over_the_facts_before_the_next_source_looks() -> None:
    talk = Talk(
        flows("""\
            flow: groups
            steps:
              list: {ask: list, save: coalition.groups}
              lead: {ask: choice, choices: {from: groups}, save: coalition.lead}
            """)
    ).start()
    talk.says("parents\nteachers")
    talk.presses("done")
    assert talk.shown == ["parents", "teachers", "none"]


def test_a_question_with_nothing_to_choose_from_is_passed_over() -> None:
    talk = Talk(
        flows("""\
            flow: groups
            steps:
              lead: {ask: choice, choices: {from: groups}, save: coalition.lead}
              why: {ask: text, save: coalition.why}
            """)
    ).start()
    assert talk.step == "why"


def test_a_press_means_what_was_seen_even_when_the_facts_have_changed() -> None:
    talk = Talk(
        flows("""\
            flow: groups
            steps:
              lead: {ask: choice, choices: {from: groups}, save: coalition.lead}
              why: {ask: text, save: coalition.why}
            """)
    )
    talk.know("coalition", groups=["parents", "teachers"])
    talk.start()
    talk.know("coalition", groups=["drivers", "parents"])
    talk.happens(ChoicePicked(0))
    assert talk.saved == {"coalition.lead": "parents"}


def test_a_redrawn_question_shows_the_choices_that_were_seen() -> None:
    talk = Talk(flows("flow: groups\nsteps:\n  lead: {ask: choice, choices: {from: groups}, save: coalition.lead}\n"))
    talk.know("coalition", groups=["parents", "teachers"])
    talk.start()
    talk.know("coalition", groups=["drivers"])
    talk.returns()
    assert talk.shown == ["parents", "teachers", "none"]
    assert talk.question.choices == talk.place.choices


def test_deeds_pictures_and_openings_happen_in_the_order_of_the_file() -> None:
    talk = Talk(
        flows("""\
            flow: deeds
            steps:
              name: {ask: text, save: coalition.name}
              found: {do: found_coalition}
              picture: {draw: power_map}
              on: {open: elsewhere}
              never_said: {ask: message}
            """)
    ).start()
    talk.says("Trams")
    assert talk.done == ["do found_coalition", "draw power_map", "open elsewhere", "end"]
    assert talk.keys == []


def test_a_deed_in_a_block_names_the_conversation_that_called_it() -> None:
    talk = Talk(
        flows(
            "flow: stage_one\nsteps:\n  sure: {call: approve}\n",
            "block: approve\nsteps:\n  ok: {ask: yes_no, save: answer.ok}\n  do_it: {do: approve_summary}\n",
        )
    ).start()
    talk.presses("yes")
    assert talk.effects[0] == Do("approve_summary", "stage_one", {"ok": "yes"})


def test_opening_another_conversation_carries_what_steered_here() -> None:
    talk = Talk(flows("flow: door\nsteps:\n  who: {ask: text, save: answer.who}\n  on: {open: elsewhere}\n")).start()
    talk.says("Noor")
    assert talk.effects == (Open("elsewhere", {"who": "Noor"}), End())


def test_a_choice_may_open_another_conversation() -> None:
    talk = Talk(flows("flow: menu\nsteps:\n  row: {ask: choice, choices: [map, end], open: {map: map}}\n")).start()
    talk.presses("map")
    assert talk.done == ["open map", "end"]


def test_a_line_that_was_to_open_the_next_message_is_said_before_another_conversation_opens() -> None:
    talk = Talk(flows("flow: door\nsteps:\n  who: {ask: text, save: answer.who}\n  on: {open: elsewhere}\n")).start()
    talk.skips()
    assert talk.effects == (Say((Phrase("skipped"),)), Open("elsewhere", {}), End())


def test_lines_handed_in_open_the_next_message() -> None:
    talk = Talk(flows(TWO)).start()
    talk.happens(Resumed(), Phrase("welcome-back"))
    assert talk.keys == ["welcome-back", "why"]
    assert len(talk.said) == 1


def test_coming_back_after_any_time_shows_the_same_question() -> None:
    talk = Talk(flows(CROSSROADS)).start()
    choices = talk.place.choices
    talk.returns()
    assert talk.question.choices == choices
    assert talk.step == "which"


def test_coming_back_to_a_step_that_became_a_message_goes_on_from_there() -> None:
    talk = Talk(flows(TWO))
    talk.returns()
    assert talk.keys == ["hello", "why"]


def test_coming_back_to_a_choice_that_has_become_empty_goes_on() -> None:
    house = flows("""\
        flow: groups
        steps:
          lead: {ask: choice, choices: {from: groups}, save: coalition.lead}
          why: {ask: text, save: coalition.why}
        """)
    talk = Talk(house)
    talk.returns()
    assert talk.step == "why"


def test_a_steering_answer_is_carried_and_never_kept() -> None:
    talk = Talk(
        flows("flow: door\nsteps:\n  who: {ask: text, save: answer.who}\n  why: {ask: text, save: coalition.why}\n")
    ).start()
    talk.says("Noor")
    assert talk.saves == []
    assert talk.place.carried == {"who": "Noor"}


def test_a_steering_question_asked_again_starts_anew() -> None:
    talk = Talk(
        flows("flow: door\nsteps:\n  who: {ask: text, save: answer.who}\n  why: {ask: text, save: coalition.why}\n")
    ).start()
    talk.says("Noor")
    talk.goes_back()
    assert talk.place.carried == {}
    talk.skips()
    assert talk.place.carried == {}


def test_every_question_raises_the_version() -> None:
    talk = Talk(flows(TWO)).start()
    versions = [talk.place.version]
    for event in (HelpWanted(), TextReceived("buses"), BackWanted()):
        talk.happens(event)
        versions.append(talk.place.version)
    assert versions == sorted(versions)
    assert versions[0] < versions[2] < versions[3]


def test_a_conversation_that_never_asks_is_stopped_and_named() -> None:
    ring = flows("flow: ring\nsteps:\n  a: {ask: message}\n  b: {ask: message, goto: a}\n")
    with pytest.raises(RecursionError, match="flow ring"):
        Talk(ring).start()


def test_an_event_nobody_takes_is_our_own_fault_and_said_so() -> None:
    talk = Talk(flows(TWO)).start()
    with pytest.raises(TypeError, match="object"):
        talk.happens(object())  # type: ignore[arg-type]


EVENTS: st.SearchStrategy[Event] = st.one_of(
    st.builds(Started),
    st.builds(Resumed),
    st.builds(HelpWanted),
    st.builds(BackWanted),
    st.builds(SkipWanted),
    st.builds(TextReceived, st.text(max_size=20)),
    st.builds(ChoicePicked, st.integers(-1, 9), st.none() | st.booleans()),
    st.builds(ChoicesTyped, st.lists(st.integers(-1, 9), max_size=4, unique=True).map(tuple)),
    st.builds(ContactReceived, st.text(max_size=20)),
    st.builds(UnfitReceived, st.sampled_from(Unfit)),
    st.builds(SetAside, st.builds(Aside, st.text(min_size=1, max_size=9), st.none() | st.just("stop"))),
)
EVERY_KIND = flows(
    """\
    flow: kinds
    stage: true
    summary: sure
    steps:
      why: {ask: text, save: coalition.why}
      open: {ask: yes_no, save: coalition.open}
      inside: {ask: number, save: coalition.inside, when: map_has_actors}
      groups: {ask: list, save: coalition.groups}
      some: {ask: choices, choices: {from: actors}, save: coalition.some}
      friend: {ask: contact, save: coalition.friend, depth: more}
      names: {ask: list, save: actor.name, depth: more}
      more: {offer: more}
      sure: {call: confirm}
    """,
    """\
    block: confirm
    steps:
      ok: {ask: choice, choices: [ok, edit], required: true, goto: {edit: edit}}
      done: {do: approve_summary, goto: end}
      edit: {ask: choice, choices: {from: answered_steps}, goto: picked}
    """,
)


@settings(deadline=None)
@given(st.lists(EVENTS, max_size=25))
def test_the_same_events_always_lead_to_the_same_place_and_words(events: list[Event]) -> None:
    one, other = Talk(EVERY_KIND).start(), Talk(EVERY_KIND).start()
    for event in events:
        if one.is_over:
            break
        one.happens(event)
        other.happens(event)
        assert (one.standing, one.effects) == (other.standing, other.effects)
    assert one.tables == other.tables


@settings(deadline=None)
@given(st.lists(EVENTS, max_size=15))
def test_deciding_changes_nothing_it_was_given(events: list[Event]) -> None:
    talk = Talk(EVERY_KIND).start()
    for event in events:
        if talk.is_over:
            break
        place, tables = talk.place, {kind: dict(table) for kind, table in talk.tables.items()}
        facts = Facts({**tables, "answer": {"": dict(place.carried)}})
        before = repr((place, facts))
        advance(EVERY_KIND, TINY_READINGS, place, event, facts, iter(map(str, range(99))), THEN)
        assert repr((place, facts)) == before
        talk.happens(event)
