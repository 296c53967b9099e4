"""The crisis card and the crisis log: nothing is lost, long and mixed words fit, an empty one stays calm."""

import shutil
import struct
import subprocess
from zoneinfo import ZoneInfo

import pytest

from flows.facts import Table
from flows.model import Phrase, Wording
from flows.rules.crisis_log import log_in_words, log_of
from flows.rules.crisis_page import ACTIONS_ON_CARD, ON_CARD, Say, card_in_words, card_of
from flows.wording import Voice, plain
from handlers.artefacts.crisis_card import draw_crisis_card
from handlers.artefacts.crisis_log import crisis_log_marks, draw_crisis_log
from tests.cast import conversations

LANGUAGES = ("he", "ar", "en")
JERUSALEM = ZoneInfo("Asia/Jerusalem")
WIDE = 1080
TALLEST = 10_000 - WIDE
"""A picture whose sides together are longer than 10,000 is refused by Telegram."""
LONG = "Supercalifragilisticexpialidociousorganisation עם שם ארוך مركز مساواة لحقوق المواطنين " * 3

FACTS = [f"עובדה {number} ב־1{number}:05 (Ynet)" for number in range(9)]
FULL: dict[str, Table] = {
    "crisis": {
        "now": {
            "summary": f"המשרד הודיע לעיתונות\n{LONG}",
            "trigger": "media",
            "severity": "high",
            "status": "calmer",
            "opened_at": "2026-11-22T18:40:13.5+00:00",
            "lead": "ליאת בן־עמי־חורי (Liat)",
            "next_update_at": "2026-11-23T09:30",
            "first_hour_checks": ["pause", "call"],
            "care_plan": "משמרות של 6 שעות",
        },
        "statement": {"feel": "קשה לנו", "second": "يصعب علينا", "released_at": "2026-11-22T20:10:00+00:00"},
    },
    "voice": {
        "1": {"facts": FACTS, "rumours": ["אומרים שיהיה מעצר"], "options": [LONG, "לחכות"], "partners": [LONG]},
        "2": {"facts": ["وصلت رسالة +972-50-123-4567"], "arenas": ["council"], "unknowns": ["من نقل"]},
    },
    "decision": {
        "a": {"text": "way:pause", "number": 1, "at": "2026-11-22T20:45", "options": ["לחכות"], "reason": LONG},
        "b": {"text": "מכתב", "number": 2, "at": "2026-11-22T21:30", "review_at": "2026-11-24"},
    },
    "task": {
        f"t{n}": {"title": f"צעד {n} {LONG}", "source": "crisis", "horizon": "hour", "due": "2026-11-22T21:40"}
        for n in range(6)
    },
    "role": {"facts": {"owner": "סמאח", "backup": "עומר"}},
}
EMPTY: dict[str, Table] = {kind: {} for kind in FULL}


def saying(language: str) -> Say:
    voice = Voice(language)

    def say(wording: Wording) -> str:
        return conversations().texts.say(wording, voice)

    return say


def words(language: str) -> dict[str, str]:
    return {word: saying(language)(Phrase(f"crisis-page.{word}")) for word in ("page", "of", "confidential", "empty")}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tables", [FULL, EMPTY], ids=["full", "empty"])
def test_the_card_is_a_picture_of_one_width_and_never_too_tall(tables: dict[str, Table], language: str) -> None:
    card = card_of(tables, saying(language), JERUSALEM)
    drawn = draw_crisis_card(card, words(language), "22.11.2026", language)
    width, height = struct.unpack(">II", drawn[16:24])
    assert width == WIDE
    assert 200 < height < TALLEST
    assert drawn == draw_crisis_card(card, words(language), "22.11.2026", language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_card_says_how_many_lines_it_left_out(language: str) -> None:
    say = saying(language)
    card = card_of(FULL, say, JERUSALEM)
    facts = next(section for section in card.sections if section.label == say(Phrase("crisis-page.facts")))
    hour = next(section for section in card.sections if section.label == say(Phrase("crisis-page.hour")))
    assert len(facts.lines) == ON_CARD["facts"]
    assert facts.more == say(Phrase("crisis-more", {"count": len(FACTS) + 1 - ON_CARD["facts"]}))
    assert len(hour.lines) == ACTIONS_ON_CARD
    assert hour.more


def test_an_empty_card_says_so_and_nothing_else() -> None:
    said = card_in_words(card_of(EMPTY, saying("he"), JERUSALEM))
    assert len(said) == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_log_keeps_every_line_anybody_wrote(language: str) -> None:
    said = plain("\n".join(log_in_words(log_of(FULL, saying(language), JERUSALEM))))
    written = [
        line
        for voice in FULL["voice"].values()
        for lines in voice.values()
        if isinstance(lines, list)
        for line in lines
    ]
    assert [line for line in written if line != "council" and line not in said] == []
    assert "سماح" not in said
    assert "يصعب علينا" in said


def test_the_timeline_is_in_the_order_of_what_happened() -> None:
    log = log_of(FULL, saying("he"), JERUSALEM)
    timeline = log.chapters[0].blocks[0]
    hours = [row[0] for row in timeline.rows]  # type: ignore[union-attr]
    assert hours[-4:] == ["22.11 20:40", "22.11 20:45", "22.11 21:30", "22.11 22:10"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_log_is_printed_with_all_its_chapters(language: str) -> None:
    log = log_of(FULL, saying(language), JERUSALEM)
    marks = crisis_log_marks(log, words(language), "22.11.2026", language)
    assert len(marks) == len(log.chapters)
    assert draw_crisis_log(log, words(language), "22.11.2026", language).startswith(b"%PDF-")
    empty = log_of(EMPTY, saying(language), JERUSALEM)
    assert empty.chapters == ()
    assert draw_crisis_log(empty, words(language), "22.11.2026", language).startswith(b"%PDF-")


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="reads the PDF back with pdftotext")
def test_the_printed_log_says_for_whom_it_is_on_every_page_and_names_no_software() -> None:
    log = log_of(FULL, saying("en"), JERUSALEM)
    made = draw_crisis_log(log, words("en"), "22.11.2026", "en")
    found = subprocess.run(["pdftotext", "-", "-"], input=made, capture_output=True, check=True).stdout.decode()
    pages = [page for page in found.split("\f") if page.strip()]
    assert all("For the crisis team only" in page for page in pages)
    assert b"typst" not in made.lower()
