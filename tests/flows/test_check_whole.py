"""Holds what the checker says about a whole house: limits, lost files, folders laid over each other, no echoes."""

from dataclasses import replace
from pathlib import Path

import pytest

from flows.check import LANGUAGES, check, phrases_in_code
from flows.facts import Reading
from tests.flows.small_house import TALK, WALK, House, known


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


def test_a_longer_list_than_a_phone_shows_is_told(house: House) -> None:
    values = [f"c{number}" for number in range(11)]
    house.change("flows/card.yaml", "[ally, other], only: {other: has_actors}", f"[{', '.join(values)}]")
    labels = "".join(f"\n    .choice-{value} = Label {value}" for value in values)
    house.change("texts/*/card.ftl", "\n    .choice-ally = With us\n    .choice-other = Elsewhere", labels)
    assert house.told() == ["flows/card.yaml:3 too-many-choices"]


def test_labels_may_be_longer_when_there_are_more_than_three(house: House) -> None:
    house.change("flows/talk.yaml", "[now, later]", "[now, later, third, fourth]")
    house.change("flows/talk.yaml", "{now: walk}", "{now: walk, third: walk, fourth: walk}")
    labels = f"= Later\n    .choice-third = {'y' * 24}\n    .choice-fourth = {'z' * 25}"
    house.change("texts/*/talk.ftl", "= Later", labels)
    assert {line.partition(" ")[2] for line in house.told()} == {"label-too-long"}
    assert len(house.told()) == len(LANGUAGES)


def test_what_is_filled_in_does_not_count_as_length(house: House) -> None:
    house.change("texts/he/talk.ftl", "What is wrong in { $town }, { $name }?", "x" * 300 + "{ $town }{ $name }")
    assert house.told() == []


def test_a_file_that_is_no_text_is_told_and_the_others_are_still_read(house: House) -> None:
    house.write("flows/walk.yaml", b"\xff\xfe\x00")
    house.change("flows/talk.yaml", "{ask: list,", "{aks: list,")
    assert house.told() == ["flows/talk.yaml:6 unknown-key", "flows/walk.yaml:1 unreadable-file"]


def test_a_text_file_that_is_no_text_is_told_alone(house: House) -> None:
    house.write("texts/ar/talk.ftl", b"\xff\xfe\x00")
    assert house.told() == ["texts/ar/talk.ftl:1 unreadable-file"]


def test_a_broken_file_does_not_make_others_look_wrong(house: House) -> None:
    house.write("flows/card.yaml", "block: card\nsteps: {stance: [}\n")
    assert house.told() == ["flows/card.yaml:2 broken-yaml"]


def test_a_file_with_another_ending_is_told(house: House) -> None:
    house.write("flows/stroll.yml", WALK)
    assert house.told() == ["flows/stroll.yml:1 bad-name"]


def test_a_language_without_texts_is_told_once(house: House) -> None:
    for path in (house.folder / "texts/ar").iterdir():
        path.unlink()
    assert house.told() == ["texts/ar:1 missing-language"]


def test_a_missing_text_file_is_told_once_with_all_it_should_hold(house: House) -> None:
    (house.folder / "texts/ar/talk.ftl").unlink()
    (problem,) = house.check()
    assert (Path(problem.path).name, problem.code) == ("talk.ftl", "missing-text")
    assert "`talk-title`" in problem.sentence
    assert "`bye`" in problem.sentence


def test_a_block_nobody_calls_is_told(house: House) -> None:
    house.write("flows/lonely.yaml", "block: lonely\nsteps:\n  sigh: {do: leave_coalition}\n")
    assert house.told() == ["flows/lonely.yaml:1 unused-block"]


def test_one_step_id_in_two_flows_is_told(house: House) -> None:
    house.change("flows/walk.yaml", "leave:", "bye:")
    assert house.told() == ["flows/walk.yaml:4 duplicate-step"]


def test_a_reading_of_facts_nobody_keeps_is_told_where_it_is_first_used(house: House) -> None:
    names = known()
    guards = {"has_actors": Reading(lambda facts, here: True, frozenset({"actr"}))}
    odd = replace(names, guards=guards)
    (problem,) = house.check(odd)
    assert (Path(problem.path).name, problem.line, problem.code) == ("card.yaml", 3, "unknown-fact")
    assert "`actor`" in problem.sentence


TEN_MISTAKES = """\
flow: talk
stage: yes please
summary: ready
steps:
  problem: {aks: text, save: coalition.problem_statement, fill: place}
  causes: {ask: lst, save: coalition.causes, depth: more}
  cards: {call: cart, for_each: actors, depth: more, when: has_acters}
  sure: {ask: yes_no, goto: {no: problm}}
  extra: {offer: more}
  ready: {ask: choice, choices: [now, later], required: true, goto: {latre: bye}, open: {now: wlak}}
  bye: {ask: message, goto: [end]}
  lost: {do: leave_colition, goto: end}
"""


def test_ten_mistakes_in_one_file_give_ten_reports(house: House) -> None:
    house.write("flows/talk.yaml", TEN_MISTAKES)
    assert house.told() == [
        "flows/talk.yaml:2 wrong-type",
        "flows/talk.yaml:5 unknown-key",
        "flows/talk.yaml:6 unknown-value",
        "flows/talk.yaml:7 unknown-block",
        "flows/talk.yaml:7 unknown-guard",
        "flows/talk.yaml:8 unknown-step",
        "flows/talk.yaml:10 branch-without-choice",
        "flows/talk.yaml:10 unknown-flow",
        "flows/talk.yaml:11 wrong-type",
        "flows/talk.yaml:12 unknown-verb",
    ]


def test_a_problem_reads_as_path_line_code_and_a_sentence_with_what_was_meant(house: House) -> None:
    house.change("flows/talk.yaml", "{ask: list,", "{aks: list,")
    (problem,) = house.check()
    path = house.folder / "flows/talk.yaml"
    said = f"{path}:6: unknown-key: Step `causes` has no key `aks`. Did you mean `ask`?"
    assert str(problem) == said


def test_an_operators_files_lie_over_ours(house: House) -> None:
    house.write("their_flows/walk.yaml", "flow: walk\nsteps:\n  shout: {ask: message}\n")
    for language in LANGUAGES:
        house.write(f"their_texts/{language}/walk.ftl", "shout = Hey.\nbye = So long.\n")
    flows, problems = check(
        [house.folder / "flows", house.folder / "their_flows"],
        [house.folder / "texts", house.folder / "their_texts"],
        known(),
    )
    assert problems == []
    assert list(flows["walk"].steps) == ["shout"]


def test_an_operators_unused_text_is_told_and_ours_are_not(house: House) -> None:
    house.write("their_flows/talk.yaml", TALK.replace("  bye: {ask: message, goto: end}\n", "  bye: {open: walk}\n"))
    for language in LANGUAGES:
        house.write(f"their_texts/{language}/talk.ftl", "byebye = So long.\n")
    _, problems = check(
        [house.folder / "flows", house.folder / "their_flows"],
        [house.folder / "texts", house.folder / "their_texts"],
        known(),
    )
    assert {(Path(p.path).parent.parent.name, p.code) for p in problems} == {("their_texts", "unused-text")}


def test_phrases_in_code_are_strings_of_python_and_keys_of_pages(tmp_path: Path) -> None:
    (tmp_path / "say.py").write_text('say("greeting"); say(f"role-label.{role}"); say(f"{flow}-title")\n')
    page = tmp_path / "playground"
    page.mkdir()
    (page / "page.js").write_text("const word = (key) => texts[`playground-${key}`];\n")
    (page / "page.html").write_text('<p data-word="more-words">{{playground-title}}</p>\n')
    phrases = phrases_in_code([tmp_path])
    assert {"greeting", "role-label.*", "playground-*", "playground-title"} <= phrases
    assert not phrases & {"*", "more-words"}


def test_a_star_in_code_is_no_beginning_of_every_key(house: House) -> None:
    names = known()
    house.change("texts/*/common.ftl", "farewell", "farewel")
    stars = names.phrases_in_code | {"*", "f*", "[a-z]*"}
    assert {p.code for p in house.check(replace(names, phrases_in_code=stars))} == {"unused-text"}


def test_a_key_that_is_put_together_in_code_is_used(house: House) -> None:
    names = known()
    for language in LANGUAGES:
        house.write(f"texts/{language}/roles.ftl", "role-label =\n    .member = member\nrole = nobody says this\n")
    more = names.phrases_in_code | {"role-label.*"}
    put_together = replace(names, phrases_in_code=more)
    assert {(p.code, p.line) for p in house.check(put_together)} == {("unused-text", 3)}
