"""The page for those who come and the entry for their calendars say what was planned, in every language and zone."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from flows.model import Value
from flows.rules.dates import moment_from
from flows.wording import Voice
from handlers.artefacts.brief import brief_marks
from handlers.artefacts.calendar import LASTS, Entry, calendar_file
from handlers.brief_drawing import _page, brief_words_for
from handlers.drawing import drawn
from handlers.sitter import Sitter
from tests.cast import COALITION, MORNING, POLICY, conversations
from tests.handlers.action_world import MARCH, PLANNED, START, TITLE, ZONE
from tests.handlers.test_documents_made_of import _Kit

LANGUAGES = ("he", "ar", "en")
ENTRY = Entry("march@rakezet", TITLE, "רחבת העירייה", moment_from(START), 0, False, MORNING)


def sitter(language: str, **fields: Value) -> Sitter:
    kit: Any = _Kit(conversations(), POLICY)
    risks: Mapping[str, Any] = {f"{MARCH}:heat": {"named": True, "response": "עוברים לצל"}}
    action = {MARCH: {**PLANNED, "accessibility": ["ramp", "shade"], "photo_rule": "ask", **fields}}
    tables: Mapping[str, Any] = {"coalition": {"": {"name": COALITION}}, "action": action, "risk": risks}
    return Sitter(tables, Voice(language), "members", MORNING, kit, item=MARCH)


def lines_of(file: bytes) -> list[str]:
    """The lines of a calendar file, folded ones put together again."""
    return file.decode().replace("\r\n ", "").split("\r\n")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_one_page_and_its_chapters_are_headings(language: str) -> None:
    here = sitter(language)
    words = brief_words_for(here)
    marks: Any = brief_marks(_page(here), words, language)
    named = ("purpose", "bring", "programme", "responses", "agreement", "photo", "access", "after")
    assert [mark["heading"] for mark in marks] == [words[name] for name in named]
    assert {mark["pages"] for mark in marks} == {1}
    made = drawn("brief", here)
    assert made.attachment is not None
    assert made.attachment.content.startswith(b"%PDF")
    assert drawn("brief", here) == made


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_say_what_the_page_says(language: str) -> None:
    said = drawn("brief_in_words", sitter(language)).text
    for value in (TITLE, "רחבת העירייה", "03-5550000", "18:00 פתיחה", "עוברים לצל", "לבוא לישיבה"):
        assert value in said


def test_what_nobody_answered_has_no_chapter_and_people_are_not_named() -> None:
    said = drawn("brief_in_words", sitter("en", legal_line=None, run_of_show=None, next_ask=None)).text
    for word in ("Legal line", "Programme", "And afterwards", "Robin"):
        assert word not in said


def test_a_long_page_goes_on_and_numbers_its_pages() -> None:
    here = sitter("he", run_of_show=[f"{hour % 24}:00 עוד משהו" for hour in range(80)])
    marks: Any = brief_marks(_page(here), brief_words_for(here), "he")
    assert {mark["pages"] for mark in marks} == {3}


def test_an_entry_says_when_in_the_zone_and_nothing_but_title_and_place() -> None:
    lines = lines_of(calendar_file(ENTRY, ZONE))
    assert {"METHOD:PUBLISH", "STATUS:CONFIRMED", "SEQUENCE:0", "UID:march@rakezet"} <= set(lines)
    assert "DTSTART;TZID=Asia/Jerusalem:20261217T180000" in lines
    assert "DTEND;TZID=Asia/Jerusalem:20261217T200000" in lines
    assert [line.partition(":")[2] for line in lines if line.startswith(("SUMMARY", "LOCATION"))] == [
        TITLE,
        "רחבת העירייה",
    ]
    assert not any(line.startswith("DESCRIPTION") for line in lines)


def test_a_moved_entry_counts_up_and_a_cancelled_one_counts_once_more_under_the_same_name() -> None:
    moved = lines_of(calendar_file(replace(ENTRY, moves=2), ZONE))
    off = lines_of(calendar_file(replace(ENTRY, moves=2, cancelled=True), ZONE))
    assert "SEQUENCE:2" in moved
    assert {"SEQUENCE:3", "METHOD:CANCEL", "STATUS:CANCELLED", "UID:march@rakezet"} <= set(off)


def test_a_whole_day_has_no_hour_and_needs_no_zone() -> None:
    lines = lines_of(calendar_file(replace(ENTRY, moment=moment_from("2026-12-31")), ZONE))
    assert "DTSTART;VALUE=DATE:20261231" in lines
    assert "DTEND;VALUE=DATE:20270101" in lines
    assert "BEGIN:VTIMEZONE" not in lines


@pytest.mark.parametrize("zone", ["Asia/Jerusalem", "Europe/London", "America/St_Johns", "UTC"])
@pytest.mark.parametrize("start", ["2027-01-15T18:00", "2027-07-15T18:00", "2027-03-26T09:00", "2027-10-31T09:00"])
def test_the_zone_rules_of_an_entry_mean_the_instant_that_was_meant(zone: str, start: str) -> None:
    """Read as a calendar reads it that knows no zones but those in the file."""
    key, local = ZoneInfo(zone), datetime.fromisoformat(start)
    read = Calendar.from_ical(calendar_file(replace(ENTRY, moment=moment_from(start)), key))
    [event] = read.events
    if zone == "UTC":
        assert event.start == local.replace(tzinfo=UTC)
        return
    [rules] = read.timezones
    there = local.replace(tzinfo=rules.to_tz(lookup_tzid=False))
    assert there.astimezone(UTC) == local.replace(tzinfo=key).astimezone(UTC)


def test_an_end_that_crosses_a_change_of_the_clock_is_still_so_many_hours_later() -> None:
    lines = lines_of(calendar_file(replace(ENTRY, moment=moment_from("2027-03-26T01:00")), ZONE))
    end = next(line for line in lines if line.startswith("DTEND"))
    assert end.endswith("T040000")
    assert timedelta(hours=2) == LASTS


def test_long_lines_are_folded_between_letters_and_signs_are_escaped() -> None:
    title = "צעדה; עם הרבה, הרבה מילים \\ ועוד\nשורה " * 4
    file = calendar_file(replace(ENTRY, title=title), ZONE)
    assert all(len(line) <= 75 for line in file.split(b"\r\n"))
    summary = next(line for line in lines_of(file) if line.startswith("SUMMARY"))
    plain = summary.partition(":")[2].replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";")
    assert plain.replace("\\\\", "\\") == title
