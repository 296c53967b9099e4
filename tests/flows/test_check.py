"""Holds that the checker tells every mistake an author can make: each once, at its line."""

from pathlib import Path

import pytest

from tests.flows.small_house import House


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
