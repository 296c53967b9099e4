"""Holds that flow files are read strictly: whole and exactly, or not at all, and never with an exception."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows import yaml_subset
from flows.keys import STEP_READERS
from flows.loader import load, load_file
from flows.model import Ask, Depth, Flow, Step, Target
from flows.problems import TOLD
from flows.yaml_subset import Lined

WHOLE = """\
flow: talk                     # a comment
role: coordinator
stage: true
summary: done
steps:
  a_problem: {ask: text, save: coalition.problem_statement, fits: name, required: true, fill: stages}
  a_goal: {ask: list, save: goal/first.text, depth: more, when: has_goal}
  a_target: {ask: choice, choices: {from: pressed_actors}, save: actor.target_type=primary, goto: picked}
  a_sure: {ask: yes_no, goto: {no: a_problem, else: end}}
  a_which:
    ask: choice
    choices: [yes, no, 3, on]
    only: {on: has_goal}
    open: {yes: other_talk}
  a_cards: {call: actor, for_each: actors}
  a_more: {offer: more}
  a_map: {draw: power_map}
  a_leave: {do: leave_coalition}
  a_other: {open: other_talk}
  done: {call: confirm, goto: end}
"""


def _read(tmp_path: Path, text: str, name: str = "talk") -> Flow:
    (tmp_path / f"{name}.yaml").write_text(text)
    flow, problems = load_file(tmp_path / f"{name}.yaml")
    assert problems == []
    assert flow is not None
    return flow


def _step(tmp_path: Path, keys: str) -> Step:
    return _read(tmp_path, f"flow: talk\nsteps:\n  one: {keys}\n").first


def test_a_whole_flow_is_read_as_it_was_written(tmp_path: Path) -> None:
    flow = _read(tmp_path, WHOLE)
    assert (flow.id, flow.role, flow.stage, flow.summary, flow.is_block) == (
        "talk", "coordinator", True, "done", False,
    )  # fmt: skip
    assert list(flow.steps)[:3] == ["a_problem", "a_goal", "a_target"]
    assert flow.steps["a_problem"] == Step(
        id="a_problem",
        line=6,
        ask=Ask.TEXT,
        save=Target("coalition", "problem_statement"),
        fits="name",
        required=True,
        fills="stages",
    )
    assert flow.steps["a_goal"].save == Target("goal", "text", "first")
    assert (flow.steps["a_goal"].depth, flow.steps["a_goal"].when) == (Depth.MORE, "has_goal")
    assert flow.steps["a_target"].save == Target("actor", "target_type", mark="primary")
    assert (flow.steps["a_target"].source, flow.steps["a_target"].goto) == ("pressed_actors", "picked")
    assert flow.steps["a_cards"].for_each == "actors"
    assert flow.steps["a_more"].offer_more
    assert flow.steps["a_map"].draw == "power_map"
    assert flow.steps["a_leave"].do == "leave_coalition"
    assert flow.steps["a_other"].opens == {"": "other_talk"}
    assert (flow.steps["done"].call, flow.steps["done"].goto) == ("confirm", "end")


def test_words_that_yaml_takes_for_true_and_false_stay_words(tmp_path: Path) -> None:
    which = _read(tmp_path, WHOLE).steps["a_which"]
    assert which.choices == ("yes", "no", "3", "on")
    assert which.only == {"on": "has_goal"}
    assert which.opens == {"yes": "other_talk"}


def test_else_is_where_all_other_answers_go(tmp_path: Path) -> None:
    sure = _read(tmp_path, WHOLE).steps["a_sure"]
    assert (sure.branches, sure.goto) == ({"no": "a_problem"}, "end")


def test_yes_no_brings_its_own_choices(tmp_path: Path) -> None:
    assert _step(tmp_path, "{ask: yes_no}").choices == ("yes", "no")


def test_every_step_knows_its_line(tmp_path: Path) -> None:
    steps = _read(tmp_path, WHOLE).steps
    assert (steps["a_problem"].line, steps["a_which"].line, steps["a_cards"].line) == (6, 10, 15)


def test_a_block_is_a_flow_that_others_call(tmp_path: Path) -> None:
    assert _read(tmp_path, "block: card\nsteps:\n  one: {ask: text}\n", "card").is_block


def test_a_file_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    assert _read(tmp_path, "\ufeffflow: talk\nsteps:\n  one: {ask: text}\n").first.id == "one"


def test_a_later_folder_lies_over_an_earlier_one_file_by_file(tmp_path: Path) -> None:
    for folder, step in (("ours", "one"), ("theirs", "two")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "talk.yaml").write_text(f"flow: talk\nsteps:\n  {step}: {{ask: text}}\n")
    (tmp_path / "ours" / "walk.yaml").write_text("flow: walk\nsteps:\n  three: {ask: text}\n")
    flows, problems = load([tmp_path / "ours", tmp_path / "theirs"])
    assert problems == []
    assert {name: list(flow.steps) for name, flow in flows.items()} == {"talk": ["two"], "walk": ["three"]}
    assert flows["talk"].path == str(tmp_path / "theirs" / "talk.yaml")


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    flows, problems = load([tmp_path / "nowhere"])
    assert flows == {}
    assert [problem.code for problem in problems] == ["unreadable-file"]


NO_FLOW = [
    ("", "missing-key"),
    ("just words", "missing-key"),
    ("- a\n- list", "missing-key"),
    ("flow: talk\n", "missing-key"),
    ("flow: talk\nsteps:\n", "missing-key"),
    ("flow: talk\nsteps: {}\n", "missing-key"),
    ("flow: talk\nsteps: [one]\n", "wrong-type"),
    ("flow: talk\nflow: talk\nsteps: x", "duplicate-key"),
    ("flow: talk\nsteps: {one: {ask: text}\n", "broken-yaml"),
    ("a: 1\n---\nb: 2\n", "broken-yaml"),
    ("a: &x 1\nb: *x\n", "broken-yaml"),
    ("a: *x\n", "broken-yaml"),
    ("a: !!python/name:os.system x\n", "broken-yaml"),
    ("? [a]\n: b\n", "broken-yaml"),
    ("a: \x00\n", "broken-yaml"),
    ("[" * 200_000, "broken-yaml"),
    ("a: " * 20, "broken-yaml"),
    ("- " * 20, "broken-yaml"),
]


@pytest.mark.parametrize(("text", "code"), NO_FLOW, ids=[repr(text[:30]) for text, _ in NO_FLOW])
def test_what_is_no_flow_gives_a_problem_and_no_flow(tmp_path: Path, text: str, code: str) -> None:
    (tmp_path / "talk.yaml").write_text(text)
    flow, problems = load_file(tmp_path / "talk.yaml")
    assert flow is None
    assert code in {problem.code for problem in problems}


def test_after_a_mistake_the_loader_goes_on_with_what_was_meant(tmp_path: Path) -> None:
    (tmp_path / "talk.yaml").write_text(
        "flow: talk\nstepz:\n  one: {aks: txt, save: coalitoin.name}\n  two: {call: [card]}\n"
    )
    flow, problems = load_file(tmp_path / "talk.yaml")
    assert flow is not None
    assert flow.first.ask is Ask.TEXT
    assert flow.first.save == Target("coalition", "name")
    assert flow.steps["two"].call == TOLD
    assert [p.code for p in sorted(problems)] == [
        "unknown-key", "bad-save", "unknown-key", "unknown-value", "wrong-type",
    ]  # fmt: skip


VALUES = [
    ("null", None), ("~", None), ("", None), ("true", True), ("false", False), ("12", 12), ("-3", -3),
    ("1.5", 1.5), ("yes", "yes"), ("no", "no"), ("on", "on"), ("True", "True"), ("18:00", "18:00"),
    ("0123", "0123"), ("0x1F", "0x1F"), ("1e3", "1e3"), ("2026-11-22", "2026-11-22"), ("'12'", "12"),
    ("'true'", "true"), (".inf", ".inf"), ("9" * 5000, "9" * 5000),
]  # fmt: skip


@pytest.mark.parametrize(("written", "value"), VALUES, ids=[written[:10] for written, _ in VALUES])
def test_only_plain_numbers_truth_and_nothing_are_more_than_text(written: str, value: object) -> None:
    content, problems = yaml_subset.read(f"key: {written}\n", "a.yaml")
    assert problems == []
    assert content == {"key": value}


def test_every_key_keeps_its_line() -> None:
    content, _ = yaml_subset.read("a: 1\n\nb:\n  c: 2\n  d: 3\n", "a.yaml")
    assert isinstance(content, Lined)
    assert content.lines == {"a": 1, "b": 3}
    inner = content["b"]
    assert isinstance(inner, Lined)
    assert inner.lines == {"c": 4, "d": 5}


KEYS = st.sampled_from([*STEP_READERS, "flow", "block", "steps", "role", "stage", "summary", "from", "else"])
WORDS = st.sampled_from(["text", "choice", "more", "end", "picked", "talk", "a.b", "true", "3", "", "?", "x y"])
NODES = st.recursive(
    st.none() | st.booleans() | st.integers() | WORDS | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS | WORDS, inner, max_size=4),
    max_leaves=20,
)


def _written(node: object) -> str:
    """The node in YAML's flow style, unquoted where that is possible, so that odd spellings come through too."""
    if isinstance(node, dict):
        return "{" + ", ".join(f"{key}: {_written(value)}" for key, value in node.items()) + "}"
    if isinstance(node, list):
        return "[" + ", ".join(_written(value) for value in node) + "]"
    return "null" if node is None else str(node)


@settings(deadline=None)
@given(st.text() | NODES.map(_written) | NODES.map(lambda node: f"flow: talk\nsteps: {_written(node)}\n"))
def test_no_text_whatever_makes_the_loader_raise(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.getbasetemp() / "talk.yaml"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    flow, problems = load_file(path)
    assert flow is not None or problems
    assert all(problem.line >= 1 and problem.sentence for problem in problems)
