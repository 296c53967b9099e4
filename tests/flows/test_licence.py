"""Holds the printed decision aid, row by row, and that an operator's lines change it without a programmer."""

from datetime import date
from pathlib import Path

import pytest

from flows.content import FILE, load_content
from flows.model import Phrase, Value
from flows.rules.action import planned_of
from flows.rules.licence import ROWS, Planned, Rules, Verdict, advice, as_facts, file_by, is_late, rules_in
from flows.wording import Voice
from tests.conversations.walker import texts

RULES = load_content([])[0].licence


def planned(count: int | None = 80, *elements: str, outdoor: bool | None = True, near: str = "none") -> Planned:
    return Planned(count, outdoor, frozenset(elements), frozenset({near}))


@pytest.mark.parametrize(
    ("action", "rows", "verdict"),
    [
        (planned(10, near="knesset"), ["permit_always"], Verdict.COUNSEL_FIRST),
        (planned(80, "speeches", outdoor=False), ["not_assembly_rule"], Verdict.NOT_NEEDED),
        (planned(49, "speeches", "march"), ["unlikely"], Verdict.COORDINATION_OPTIONAL),
        (planned(50, "signs", "mega", "quiet"), ["unlikely_conditions"], Verdict.COORDINATION_OPTIONAL),
        (planned(50, "march"), ["likely"], Verdict.LIKELY),
        (planned(50, "speeches"), ["depends_on_subject"], Verdict.COUNSEL_FIRST),
        (planned(50, "march", "speeches"), ["likely", "depends_on_subject"], Verdict.COUNSEL_FIRST),
        (planned(20, near="home"), ["unlikely", "special_terms"], Verdict.COUNSEL_FIRST),
        (planned(20, "road"), ["unlikely", "special_terms"], Verdict.COUNSEL_FIRST),
        (planned(20, "tent"), ["unlikely", "special_terms"], Verdict.COUNSEL_FIRST),
        (planned(20, "sound"), ["unlikely", "special_terms"], Verdict.COUNSEL_FIRST),
        (planned(20, "sound", outdoor=False), ["not_assembly_rule"], Verdict.NOT_NEEDED),
        (Planned(online=True), ["online"], Verdict.NOT_NEEDED),
    ],
)
def test_each_row_of_the_decision_aid(action: Planned, rows: list[str], verdict: Verdict) -> None:
    given = advice(action, RULES)
    assert (list(given.rows), given.verdict) == (rows, verdict)


def test_an_emergency_adds_a_look_at_the_limits_and_makes_nothing_lighter() -> None:
    emergency = Rules(50, 5, 7, emergency=True, verdicts=RULES.verdicts)
    assert advice(planned(20), emergency).rows == ("unlikely", "check_home_front")
    assert advice(planned(50, "march"), emergency).verdict is Verdict.LIKELY
    assert advice(planned(20, outdoor=False), emergency).verdict is Verdict.COORDINATION_OPTIONAL


@pytest.mark.parametrize(
    "action",
    [
        planned(None, "signs"),
        planned(80, outdoor=None),
        Planned(count=80, outdoor=True),
        Planned(),
    ],
)
def test_what_nobody_answered_is_looked_at_with_more_care(action: Planned) -> None:
    given = advice(action, RULES)
    assert "unclear" in given.rows
    assert given.verdict is Verdict.COUNSEL_FIRST


def test_fewer_people_need_no_further_answers() -> None:
    assert advice(Planned(count=10), RULES).rows == ("unlikely",)


def test_a_march_is_a_march_even_where_nobody_ticked_it() -> None:
    action: dict[str, Value] = {"type": "march", "expected_count": 60, "outdoor": "yes", "elements": ["signs"]}
    assert advice(planned_of(action), RULES).rows == ("likely",)
    assert advice(planned_of({**action, "type": "rally"}), RULES).rows == ("depends_on_subject",)


def test_a_hall_is_no_open_sky() -> None:
    action: dict[str, Value] = {"type": "rally", "expected_count": 300, "outdoor": "no", "elements": ["speeches"]}
    assert advice(planned_of(action), RULES).rows == ("not_assembly_rule",)


@pytest.mark.parametrize(
    ("today", "day", "late"),
    [
        (date(2026, 11, 1), date(2026, 11, 13), False),
        (date(2026, 11, 14), date(2026, 11, 14), False),
        (date(2026, 11, 15), date(2026, 11, 15), False),
        (date(2026, 11, 16), date(2026, 11, 16), True),
    ],
)
def test_the_request_is_planned_a_week_before_and_never_for_a_day_that_is_over(
    today: date, day: date, late: bool
) -> None:
    start = date(2026, 11, 20)
    assert (file_by(start, today, RULES), is_late(start, today, RULES)) == (day, late)


def test_every_row_has_a_verdict_and_words_in_three_languages() -> None:
    assert RULES.verdicts is not None
    assert RULES.verdicts.keys() == set(ROWS)
    for language in ("he", "ar", "en"):
        reasons = (Phrase(f"licence-reason.{row}", {"crowd": 50, "days": 5}) for row in ROWS)
        assert len({texts().say(reason, Voice(language)) for reason in reasons}) == len(ROWS)


def test_rules_come_through_the_facts_as_they_were() -> None:
    assert rules_in(as_facts(RULES)) == RULES


def test_without_rules_everything_goes_to_counsel() -> None:
    assert advice(planned(3), rules_in({})).verdict is Verdict.COUNSEL_FIRST


# -- the operator's table --------------------------------------------------------------------------------------------


def table(folder: Path, text: str) -> tuple[Rules, list[str]]:
    (folder / FILE).write_text(text, encoding="utf-8")
    content, problems = load_content([folder])
    return content.licence, [f"{problem.line} {problem.code}" for problem in problems]


def test_nobody_has_checked_ours_yet() -> None:
    assert (RULES.checked, RULES.checked_by) == (None, None)


def test_a_lawyer_changes_one_line_and_the_others_stay(tmp_path: Path) -> None:
    rules, problems = table(
        tmp_path, "licence:\n  checked: 2026-11-01\n  crowd: 60\n  verdicts:\n    depends_on_subject: likely\n"
    )
    assert problems == []
    assert (rules.checked, rules.crowd, rules.file_days) == ("2026-11-01", 60, 5)
    assert advice(planned(60, "speeches"), rules).verdict is Verdict.LIKELY
    assert advice(planned(55, "march"), rules).rows == ("unlikely",)
    assert advice(planned(20, near="home"), rules).verdict is Verdict.COUNSEL_FIRST


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("licence: 50\n", ["1 wrong-type"]),
        ("licence:\n  crowd: many\n", ["2 wrong-type"]),
        ("licence:\n  checked: yesterday\n", ["2 wrong-type"]),
        ("licence:\n  emergency: 1\n", ["2 wrong-type"]),
        ("licence:\n  croud: 50\n", ["2 unknown-key"]),
        ("licence:\n  verdicts: likely\n", ["2 wrong-type"]),
        ("licence:\n  verdicts:\n    likly: likely\n", ["3 unknown-key"]),
        ("licence:\n  verdicts:\n    likely: perhaps\n", ["3 unknown-value"]),
    ],
)
def test_every_mistake_in_the_rules_is_told(tmp_path: Path, text: str, told: list[str]) -> None:
    assert table(tmp_path, text)[1] == told
