"""Holds that the checker tells every mistake an author can make: each once, at its line, in words that help."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from flows.check import LANGUAGES, Known, check, phrases_in_code
from flows.facts import Reading
from flows.problems import Problem

TALK = """\
flow: talk
stage: true
summary: ready
steps:
  problem: {ask: text, save: coalition.problem_statement, fill: place}
  causes: {ask: list, save: coalition.causes, depth: more}
  cards: {call: card, for_each: actors, depth: more, when: has_actors}
  sure: {ask: yes_no, goto: {no: problem}}
  extra: {offer: more}
  ready: {ask: choice, choices: [now, later], required: true, goto: {later: bye}, open: {now: walk}}
  bye: {ask: message, goto: end}
"""
CARD = """\
block: card
steps:
  stance: {ask: choice, choices: [ally, other], only: {other: has_actors}, save: actor.stance}
"""
WALK = """\
flow: walk
steps:
  picture: {draw: power_map}
  leave: {do: leave_coalition}
  back: {open: talk}
"""
TALK_FTL = """\
talk-title = Talk
problem = What is wrong in { $town }, { $name }?
    .help = So that we know.
    .topic = the problem
causes = Why?
    .help = So that we know.
    .topic = causes
cards =
    .topic = cards
sure = Sure?
    .help = So that we know.
ready = Shall we?
    .help = So that we know.
    .choice-now = Now
    .choice-later = Later
bye = Goodbye.
"""
CARD_FTL = """\
stance = Where do they stand?
    .help = So that we know.
    .topic = stance
    .choice-ally = With us
    .choice-other = Elsewhere
"""
COMMON_FTL = """\
walk-title = Walk
answer-yes = Yes
answer-no = No
fallback-line = Something is missing here.
greeting = Hello { -brand }
farewell = Until soon
-brand = Rakezet
"""


def _known() -> Known:
    return Known(
        guards={"has_actors": Reading(lambda facts, here: True, frozenset({"actor"}))},
        sources={"actors": Reading(lambda facts, here: (), frozenset({"actor"}))},
        fills={"place": Reading(lambda facts, here: {}, gives=frozenset({"town"}))},
        verbs=frozenset({"leave_coalition"}),
        artefacts=frozenset({"power_map"}),
        phrases_in_code=frozenset({"greeting", "farewell", "fallback-line"}),
    )


class House:
    """A small house of flows and texts without a mistake, in which mistakes can be planted."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name, text in {"talk": TALK, "card": CARD, "walk": WALK}.items():
            self.write(f"flows/{name}.yaml", text)
        for language in LANGUAGES:
            for name, text in {"talk": TALK_FTL, "card": CARD_FTL, "common": COMMON_FTL}.items():
                self.write(f"texts/{language}/{name}.ftl", text)

    def write(self, path: str, text: str | bytes) -> None:
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text if isinstance(text, bytes) else text.encode())

    def change(self, pattern: str, old: str, new: str) -> None:
        for path in sorted(self.folder.glob(pattern)):
            text = path.read_text()
            assert old in text, f"{old!r} does not stand in {pattern}"
            path.write_text(text.replace(old, new, 1))

    def check(self, known: Known | None = None, languages: Iterable[str] = LANGUAGES) -> list[Problem]:
        folders = [self.folder / "flows"], [self.folder / "texts"]
        return check(*folders, known or _known(), tuple(languages))[1]

    def told(self) -> list[str]:
        """Where and which, without the sentences: `flows/talk.yaml:5 unknown-key`."""
        return [f"{Path(p.path).relative_to(self.folder)}:{p.line} {p.code}" for p in self.check()]


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


def test_a_house_without_mistakes_has_none(house: House) -> None:
    assert house.check() == []


# For each file or files: what was planted, what stood there, what stands there instead, and what is told.
PLANTED = {
    "flows/talk.yaml": [
        ("a key with a typo", "{ask: list,", "{aks: list,", "6 unknown-key"),
        ("a key nobody knows", "{ask: list,", "{ask: list, colour: red,", "6 unknown-key"),
        ("a flow key with a typo", "stage:", "stag:", "2 unknown-key"),
        ("steps with a typo", "steps:", "stepz:", "4 unknown-key"),
        ("one step twice", "  bye:", "  sure: {ask: message}\n  bye:", "11 duplicate-key"),
        ("one choice twice", "[now, later]", "[now, later, now]", "10 duplicate-key"),
        ("a list as goto", "goto: end", "goto: [end]", "11 wrong-type"),
        ("a number as ask", "{ask: list, save: coalition.causes,", "{ask: 3,", "6 wrong-type"),
        ("a word as required", "required: true", "required: perhaps", "10 wrong-type"),
        ("a message that saves", "{ask: message,", "{ask: message, save: goal.text,", "11 clashing-keys"),
        ("goto a step with a typo", "{no: problem}", "{no: problm}", "8 unknown-step"),
        ("goto a step that never was", "{no: problem}", "{no: elsewhere}", "8 unknown-step"),
        ("a summary that is no step", "summary: ready", "summary: reddy", "1 unknown-step"),
        ("picked outside a block", "{later: bye}", "{later: picked, else: bye}", "10 unknown-step"),
        ("more, but no offer", "{offer: more}", "{draw: power_map}", "6 unreachable-step"),
        ("a guard with a typo", "when: has_actors", "when: has_acters", "7 unknown-guard"),
        ("an unknown source", "for_each: actors", "for_each: players", "7 unknown-source"),
        ("an unknown fill", "fill: place", "fill: palace_of", "5 unknown-fill"),
        ("an unknown block", "call: card", "call: cart", "7 unknown-block"),
        ("an ask with a typo", "ask: list", "ask: lists", "6 unknown-value"),
        (
            "a depth nobody knows",
            "for_each: actors, depth: more",
            "for_each: actors, depth: mroe",
            "7 unknown-value",
        ),
        ("a role nobody has", "stage: true", "role: boss\nstage: true", "2 unknown-value"),
        ("a fit nobody knows", "{ask: list,", "{ask: list, fits: nmae,", "6 unknown-value"),
        ("an offer with a typo", "offer: more", "offer: moer", "9 unknown-value"),
        ("a branch without its choice", "{later: bye}", "{latre: bye}", "10 branch-without-choice"),
        (
            "a branch without any choice",
            "{ask: list,",
            "{ask: list, goto: {no: bye},",
            "6 branch-without-choice",
        ),
        ("a save nobody keeps", "coalition.causes", "colaition.causes", "6 bad-save"),
        ("a guard with a capital", "when: has_actors", "when: HasActors", "7 bad-name"),
    ],
    "flows/walk.yaml": [
        ("a step without keys", "leave: {do: leave_coalition}", "leave: text", "4 wrong-type"),
        ("a step that does nothing", "{do: leave_coalition}", "{when: has_actors}", "4 missing-key"),
        ("a flow without a name", "flow: walk\n", "", "1 missing-key"),
        (
            "two deeds in one step",
            "{do: leave_coalition}",
            "{do: leave_coalition, draw: power_map}",
            "4 clashing-keys",
        ),
        (
            "an open that hides a deed",
            "{do: leave_coalition}",
            "{do: leave_coalition, open: talk}",
            "4 clashing-keys",
        ),
        ("a step behind a goto", "{draw: power_map}", "{draw: power_map, goto: back}", "4 unreachable-step"),
        ("a ring without a way out", "{open: talk}", "{draw: power_map, goto: picture}", "3 dead-end"),
        ("an unknown verb", "leave_coalition", "leave_colition", "4 unknown-verb"),
        ("an unknown artefact", "power_map", "powermap", "3 unknown-artefact"),
        ("an unknown flow", "open: talk", "open: tolk", "5 unknown-flow"),
        ("opening a block", "open: talk", "open: card", "5 unknown-flow"),
        ("a flow named unlike its file", "flow: walk", "flow: stroll", "1 bad-name"),
        ("broken YAML", "{do: leave_coalition}", "{do: leave_coalition", "5 broken-yaml"),
    ],
    "flows/card.yaml": [
        (
            "a choice source without from",
            "[ally, other], only: {other: has_actors}",
            "{of: actors}",
            "3 wrong-type",
        ),
        (
            "a choice without choices",
            "choices: [ally, other], only: {other: has_actors}, ",
            "",
            "3 missing-key",
        ),
        ("a choice's guard with a typo", "has_actors", "has_acters", "3 unknown-guard"),
        ("a guard for no choice", "{other: has", "{othr: has", "3 branch-without-choice"),
        ("a save without a field", "actor.stance", "stance", "3 bad-save"),
    ],
    "texts/*/talk.ftl": [
        (
            "a text missing everywhere",
            "sure = Sure?\n    .help = So that we know.\n",
            "",
            "flows/talk.yaml:8 missing-text",
        ),
        (
            "an argument nobody gives",
            "bye = Goodbye.",
            "bye = Goodbye, { $friend }.",
            "texts/he/talk.ftl:16 missing-argument",
        ),
        (
            "an argument in a help",
            ".help = So",
            ".help = { $name }: so",
            "texts/he/talk.ftl:3 missing-argument",
        ),
    ],
    "texts/ar/talk.ftl": [
        ("a text missing in Arabic", "bye = Goodbye.\n", "", "1 missing-text"),
        ("an argument in one language", "{ $town }", "{ $twon }", "2 different-arguments"),
        ("broken Fluent", "{ $town }", "{ $town", "2 broken-text"),
    ],
    "texts/he/card.ftl": [
        ("a help missing in Hebrew", "    .help = So that we know.\n", "", "1 missing-text"),
        ("two labels alike", "Elsewhere", "with us", "5 duplicate-label"),
        (
            "two labels alike for one form",
            "Elsewhere",
            "{ $form ->\n    [f] With us\n   *[m] Elsewhere\n    }",
            "5 duplicate-label",
        ),
        ("a mark typed by hand", "Elsewhere", "Else\u200fwhere", "5 direction-mark"),
        ("one message twice", "stance =", "bye = Again\nstance =", "texts/he/talk.ftl:16 duplicate-text"),
        ("one attribute twice", "    .topic", "    .help = Again\n    .topic", "3 duplicate-text"),
    ],
    "texts/en/talk.ftl": [
        ("a label missing in English", "    .choice-now = Now\n", "", "12 missing-text"),
        ("a topic missing in English", "cards =\n    .topic = cards\n", "", "1 missing-text"),
        ("a message nobody uses", "bye =", "by = Now\nbye =", "16 unused-text"),
        (
            "a label of no choice",
            "    .choice-later",
            "    .choice-never = Never\n    .choice-later",
            "15 unused-text",
        ),
        ("an own label of yes", "sure = Sure?", "sure = Sure?\n    .choice-yes = Yes", "11 unused-text"),
        (
            "help for a message",
            "bye = Goodbye.",
            "bye = Goodbye.\n    .help = Nobody asks.",
            "17 unused-text",
        ),
    ],
    "texts/he/common.ftl": [
        ("a title missing in Hebrew", "walk-title = Walk\n", "", "texts/he/walk.ftl:1 missing-text"),
        ("a term that is not written", "Hello { -brand }", "Hello { -brand } { -brnd }", "5 missing-text"),
        ("a long answer", "= Yes", "= " + "y" * 21, "2 label-too-long"),
    ],
    "texts/ar/common.ftl": [
        ("a phrase of the code missing in Arabic", "farewell = Until soon\n", "", "1 missing-text"),
        ("a yes missing in Arabic", "answer-yes = Yes\n", "", "1 missing-text"),
        ("an unknown function", "{ -brand }", "{ -brand } { UPPER(-brand) }", "5 broken-text"),
        ("a text in a circle", "{ -brand }", "{ -brand } { greeting }", "5 broken-text"),
    ],
    "texts/he/talk.ftl": [
        ("a long prompt", "Why?", "y" * 301, "5 prompt-too-long"),
        (
            "a long variant",
            "Why?",
            "Why? { $form ->\n    [f] a\n   *[m] " + "y" * 300 + "\n    }",
            "5 prompt-too-long",
        ),
        ("a long help", "So that we know.", "y" * 281, "3 help-too-long"),
        ("a long label of few", "= Later", "= " + "y" * 21, "15 label-too-long"),
        ("a form nobody has", "Why?", "{ $form ->\n    [female] a\n   *[m] b\n    }", "5 unknown-value"),
    ],
}


ROWS = [(files, *row) for files, rows in PLANTED.items() for row in rows]


@pytest.mark.parametrize(
    ("files", "old", "new", "told"), [(row[0], *row[2:]) for row in ROWS], ids=[row[1] for row in ROWS]
)
def test_each_mistake_is_told_once_where_it_stands(house: House, files: str, old: str, new: str, told: str) -> None:
    house.change(files, old, new)
    assert house.told() == [told if ":" in told else f"{files}:{told}"]


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
    known = _known()
    guards = {"has_actors": Reading(lambda facts, here: True, frozenset({"actr"}))}
    odd = Known(guards, known.sources, known.fills, known.verbs, known.artefacts, known.phrases_in_code)
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
        _known(),
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
        _known(),
    )
    assert {(Path(p.path).parent.parent.name, p.code) for p in problems} == {("their_texts", "unused-text")}


def test_phrases_in_code_are_strings_of_python_and_keys_of_pages(tmp_path: Path) -> None:
    (tmp_path / "say.py").write_text('say("greeting"); say(f"role-label.{role}"); say(f"{flow}-title")\n')
    (tmp_path / "page.js").write_text("const word = (key) => texts[`playground-${key}`];\n")
    (tmp_path / "page.html").write_text("<p>{{playground-title}}</p>\n")
    phrases = phrases_in_code([tmp_path])
    assert {"greeting", "role-label.*", "playground-*", "playground-title"} <= phrases
    assert "*" not in phrases


def test_a_key_that_is_put_together_in_code_is_used(house: House) -> None:
    known = _known()
    for language in LANGUAGES:
        house.write(f"texts/{language}/roles.ftl", "role-label =\n    .member = member\nrole = nobody says this\n")
    more = known.phrases_in_code | {"role-label.*"}
    put_together = Known(known.guards, known.sources, known.fills, known.verbs, known.artefacts, more)
    assert {(p.code, p.line) for p in house.check(put_together)} == {("unused-text", 3)}
