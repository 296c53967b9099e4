"""Papers that leave the house cannot be called back: nothing may cover anything, be lost, or tell on somebody."""

import re
import shutil
import struct
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from itertools import combinations
from typing import Any
from xml.etree import ElementTree

import pytest

from flows.rules.plan import PLAN_WORDS, Plan, plan_of
from flows.rules.power_map import Level, Stance
from flows.rules.timeline import Timeline, timeline_of
from handlers.artefacts.inventory import (
    INVENTORY_WORDS,
    guarded,
    inventory_in_words,
    inventory_of,
    inventory_sheet,
)
from handlers.artefacts.plan import draw_plan, plan_marks
from handlers.artefacts.power_map import PowerMapWords
from handlers.artefacts.share_card import (
    ShareCard,
    ShareCardWords,
    draw_share_card,
    share_card_boxes,
    share_card_in_words,
    share_card_of,
)
from handlers.artefacts.timeline import TimelineWords, draw_timeline, timeline_boxes, timeline_in_words
from handlers.artefacts.typesetting import printable, shortened
from tests.flows.test_plan import world

TODAY = date(2026, 11, 22)
LANGUAGES = ("he", "ar", "en")
MONTHS = (
    *("ינואר", "פברואר", "מרץ", "אפריל", "מאי", "יוני"),
    *("יולי", "אוגוסט", "ספטמבר", "אוקטובר", "נובמבר", "דצמבר"),
)
DAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
TIMELINE_WORDS = TimelineWords(
    title="לוח הזמנים שלנו",
    coalition="דיור לכולם (Housing Now) 24/7",
    date="22.11.2026",
    today="היום",
    launch="יוצאים לדרך",
    milestone="אבן דרך",
    task="צעד",
    done="נעשה",
    late="עבר המועד",
    no_date="עוד בלי תאריך",
    empty="עוד אין תאריכים.",
    months=MONTHS,
    weekdays=DAYS,
)
CARD_WORDS = ShareCardWords("קואליציה", "שותפים כבר יחד", "המטרה הראשונה שלנו", "יוצאים לדרך", "שינוי נעשה ביחד.")
MAP_WORDS = PowerMapWords(
    "מפת כוח", "דיור לכולם", "22.11.2026", dict.fromkeys(Stance, "פועלים איתנו"), dict.fromkeys(Level, "הרבה"),
    *("מילה",) * 6, {"ngo": "ארגון"}, *("מילה",) * 7,
)  # fmt: skip
PLAN = {word: f"מילה {word}" for word in PLAN_WORDS}
INVENTORY = {word: f"מילה {word}" for word in INVENTORY_WORDS}
NAMES = (
    "ח״כ דנה לוי־כהן, יו״ר ועדת הפנים",
    "#strong[*x*] $y$ \\ `z` <b>",
    "لجنة الحي الشرقي 050-123-4567",
    "Donaudampfschifffahrtsgesellschaftskapitänsvereinigungsvorsitzender",
    "וועדההיגוישלהקואליציההארציתלמעןדיורציבוריבישראל",
    "🎉 צוות Ynet (24/7) 100%",
    "\u202eמתהפך abc",
    "x" * 300,
)
needs_pdftotext = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="reads the PDF back with pdftotext")


def label(field: str, value: str) -> str:
    return f"{field} {value}"


def timeline(milestones: int, tasks: int) -> Timeline:
    """So many of each over a year, under every kind of name, some done, some late, some without a day."""

    def some(count: int, step: int) -> dict[str, dict[str, object]]:
        days = [TODAY + timedelta(days=step * i - 30) for i in range(count)]
        made: dict[str, dict[str, object]] = {
            f"i{i}": {"title": NAMES[i % len(NAMES)], "owner": NAMES[-i % len(NAMES)], "due": day.isoformat()}
            for i, day in enumerate(days)
        }
        return made | {f"i{i}": {"title": "עוד צעד", "owner": "נטע"} for i in range(count) if i % 7 == 5}

    return timeline_of(some(milestones, 29), some(tasks, 6), "2027-01-10T09:00", TODAY)


CROWDED_DAY = timeline_of(
    {f"m{i}": {"title": name, "due": "2026-12-01"} for i, name in enumerate(NAMES)},
    {f"t{i}": {"title": "צעד", "due": f"2026-12-{1 + i // 30:02}"} for i in range(120)},
    "2026-12-01",
    TODAY,
)


def plan(records: Any) -> Plan:
    return plan_of(records, PLAN, label, "lead", TODAY, 3)


def pdf(made: Plan, language: str = "he") -> bytes:
    return draw_plan(made, PLAN, MAP_WORDS, MONTHS, "היום", language)


def full_world() -> dict[str, Any]:
    """Forty players and sixty steps."""
    records: dict[str, Any] = world()
    cells = [(stance, level) for stance in Stance for level in Level]
    records["actor"] |= {
        f"p{i}": {"name": f"ארגון {i}", "stance": cells[i % 15][0].value, "influence": cells[i % 15][1].value}
        for i in range(37)
    }
    records["task"] = {
        f"t{i}": {"title": f"צעד מספר {i} שצריך לעשות יחד", "owner": "נטע", "due": "2026-12-01"} for i in range(60)
    }
    return records


def overlaps(boxes: list[Any]) -> Iterator[str]:
    for one, other in combinations(boxes, 2):
        (a, b, c, d), (e, f, g, h) = one["box"], other["box"]
        if min(c, g) - max(a, e) > 0.01 and min(d, h) - max(b, f) > 0.01:
            yield f"{one} covers {other}"


def outside(boxes: list[Any], width: float, height: float) -> Iterator[str]:
    for box in boxes:
        left, top, right, bottom = box["box"]
        if left < -0.01 or top < -0.01 or right > width + 0.01 or bottom > height + 0.01:
            yield f"{box} leaves the page"


def size_of(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def corner_of(png: bytes) -> bytes:
    """The colour of the first pixel; every row filter leaves it as it is."""
    pixels, at = b"", 8
    while at < len(png):
        length, kind = struct.unpack(">I4s", png[at : at + 8])
        pixels += png[at + 8 : at + 8 + length] if kind == b"IDAT" else b""
        at += length + 12
    return zlib.decompress(pixels)[1:4]


# ---- the timeline ----


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("shown", [timeline(0, 0), timeline(1, 0), timeline(3, 5), timeline(12, 60), CROWDED_DAY])
def test_nothing_on_the_timeline_covers_anything(shown: Timeline, language: str) -> None:
    strip, boxes = timeline_boxes(shown, TIMELINE_WORDS, language)
    drawn: Any = strip
    assert list(overlaps(drawn["boxes"])) == []
    assert list(outside(drawn["boxes"], drawn["width"], drawn["height"])) == []
    assert list(overlaps(boxes)) == []
    assert list(outside(boxes, 360, 20000)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_twelve_milestones_and_sixty_steps_are_all_on_the_list(language: str) -> None:
    shown = timeline(12, 60)
    _, boxes = timeline_boxes(shown, TIMELINE_WORDS, language)
    found: list[Any] = boxes
    assert sum(box["kind"] == "what" for box in found) == 12 + 60 + 1
    assert sum(box["kind"] == "today-line" for box in found) == 1


def test_time_runs_from_the_right_in_hebrew_and_arabic_and_from_the_left_in_english() -> None:
    shown = timeline_of({"m": {"title": "a", "due": "2027-01-30"}}, {}, None, TODAY)
    middles = {}
    for language in LANGUAGES:
        strip: Any = timeline_boxes(shown, TIMELINE_WORDS, language)[0]
        ((left, _, right, _),) = [box["box"] for box in strip["boxes"] if box["kind"] == "flag"]
        middles[language] = (left + right) / 2
    assert middles["he"] == middles["ar"] < 170 < middles["en"]


def test_the_timeline_is_as_wide_as_a_phone_and_never_too_large_for_a_photo() -> None:
    assert size_of(draw_timeline(timeline(1, 0), TIMELINE_WORDS, "he"))[0] == 1080
    long = draw_timeline(timeline(12, 140), TIMELINE_WORDS, "he")
    assert sum(size_of(long)) <= 10_000


def test_the_timeline_in_words_tells_dates_owners_and_what_is_late() -> None:
    shown = timeline_of({"m": {"title": "נייר", "due": "2026-11-01", "owner": "נטע"}}, {}, "2026-12-01T09:00", TODAY)
    lines = timeline_in_words(shown, TIMELINE_WORDS)
    assert "- \u2068נייר\u2069 · \u20681.11.2026\u2069 · \u2068נטע\u2069 · \u2068עבר המועד\u2069" in lines
    assert lines.index("— היום: 22.11.2026 —") < lines.index("דצמבר 2026")
    assert timeline_in_words(timeline(0, 0), TIMELINE_WORDS)[-1].startswith("- \u2068יוצאים לדרך")
    assert timeline_in_words(timeline_of({}, {}, None, TODAY), TIMELINE_WORDS) == ("עוד אין תאריכים.",)


# ---- the share card ----

CARDS = (
    ShareCard("", None, "", ""),
    ShareCard("דיור לכולם", 7, "שליש מהדירות בהישג יד", "10.1.2027"),
    ShareCard("דיור לכולם", None, "שליש מהדירות בהישג יד", ""),
    ShareCard(" ".join(NAMES[:3]), 128, " ".join(NAMES) * 3, "10.1.2027"),
    *(ShareCard(name, 12345, name, name) for name in NAMES),
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("card", CARDS)
def test_nothing_on_the_card_covers_anything(card: ShareCard, language: str) -> None:
    boxes: Any = share_card_boxes(card, CARD_WORDS, language)
    assert list(overlaps(boxes)) == []
    assert list(outside(boxes, 360, 450)) == []
    assert {"name"} <= {box["kind"] for box in boxes}


def test_a_name_and_a_goal_of_usual_length_are_whole() -> None:
    card = ShareCard("מטה המאבק של הסטודנטיות והסטודנטים לדיור בהישג יד", 9, "דיור " * 20, "10.1.2027")
    boxes: Any = share_card_boxes(card, CARD_WORDS, "he")
    assert [box["kind"] for box in boxes if box["cut"]] == []


def test_the_card_has_the_size_that_networks_want() -> None:
    assert size_of(draw_share_card(CARDS[1], CARD_WORDS, "he")) == (1080, 1350)


def test_a_coalition_keeps_its_look_and_another_may_have_the_other_one() -> None:
    first, second = (replace(CARDS[1], name=name) for name in ("א", "ב"))
    looks = [corner_of(draw_share_card(card, CARD_WORDS, "he")) for card in (first, second, first)]
    assert looks[0] == looks[2] != looks[1]


def test_the_card_shows_no_person_and_no_list() -> None:
    card = share_card_of(world())
    assert card == ShareCard("דיור לכולם", None, "שליש מהדירות בהישג יד", "10.1.2027")
    told = "\n".join(share_card_in_words(card, CARD_WORDS))
    assert not any(name in told for name in ("נטע", "סוהא", "אמיר", "Housing Now", "ועד השכונה"))


def test_the_number_of_partners_is_shown_from_three_on() -> None:
    records = world()
    records["actor"]["c"]["commitment_level"] = "endorse"
    assert share_card_of(records).partners == 3
    assert "\u20683\u2069 שותפים כבר יחד" in share_card_in_words(share_card_of(records), CARD_WORDS)


def test_a_launch_that_is_no_date_stays_off_the_card() -> None:
    assert share_card_of({"coalition": {"": {"launch_at": "אחרי שנדבר עם דנה"}}}).launch == ""


# ---- the plan ----


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("records", [{}, world(), full_world()], ids=["empty", "small", "full"])
def test_no_heading_stands_alone_at_the_foot_of_a_page(records: dict[str, Any], language: str) -> None:
    marks: Any = plan_marks(plan(records), PLAN, MAP_WORDS, MONTHS, "היום", language)
    assert [mark["key"] for mark in marks] == [section.key for section in plan(records).sections]
    assert all(mark["y"] < 842 - 57 - 15 for mark in marks)  # a line of what follows is on the same page
    assert marks[0]["pages"] <= (2 if not records else 12)


def test_the_file_tells_neither_who_made_it_nor_when_nor_for_whom() -> None:
    made = pdf(plan(world()))
    assert made.startswith(b"%PDF")
    assert b"pdfuaid:part" in made
    told = [b"Typst", b"typst", b"xmp-writer", b"/Author", b"/CreationDate", b"CreateDate", "דיור לכולם".encode()]
    assert [trace for trace in told if trace in made] == []
    assert "דיור לכולם".encode("utf-16-be").hex().upper().encode() not in made
    assert made == pdf(plan(world()))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plan_of_hostile_names_is_still_a_plan(language: str) -> None:
    records: dict[str, Any] = world()
    records["coalition"][""] |= {
        "name": " ".join(NAMES),
        "problem_statement": "\n".join(NAMES) * 9,
        "gaps": list(NAMES),
    }
    records["actor"] |= {f"n{i}": {"name": name, "commitment_level": "member"} for i, name in enumerate(NAMES)}
    records["task"] |= {
        f"n{i}": {"title": name, "owner": name, "due": name, "done_sign": name * 9} for i, name in enumerate(NAMES)
    }
    assert pdf(plan(records), language).startswith(b"%PDF")


def read_back(made: bytes) -> str:
    """The words of the PDF in the order in which they are read."""
    found = subprocess.run(["pdftotext", "-", "-"], input=made, capture_output=True, check=True).stdout.decode()
    return re.sub("[\u200e\u200f\u202a-\u202e\u2066-\u2069\u00ad\u200b]", "", found)


@needs_pdftotext
def test_the_plan_is_read_in_its_order_from_the_right() -> None:
    told = read_back(pdf(plan(world())))
    sentences = (
        "משפחות מפונות מהבתים",
        "רק יחד יש לנו נתונים",
        "מחליטה על מסרים",
        "אף משפחה לא עוזבת",
        "לקבוע פגישה",
    )
    assert sorted(sentences, key=told.index) == list(sentences)


@needs_pdftotext
def test_every_step_and_player_of_a_large_plan_is_printed() -> None:
    told = read_back(pdf(plan(full_world())))
    assert [i for i in range(60) if not re.search(rf"צעד מספר\s+{i}\s*שצריך", told)] == []
    assert [i for i in range(37) if not re.search(rf"ארגון\s*{i}(?!\d)", told)] == []


# ---- the inventory ----

SHEETS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def parts_of(sheet: bytes) -> dict[str, Any]:
    with zipfile.ZipFile(BytesIO(sheet)) as parts:
        return {name: ElementTree.fromstring(parts.read(name)) for name in parts.namelist()}  # noqa: S314 - we wrote it


def cells_of(parts: dict[str, Any], number: int) -> list[list[str]]:
    texts = ["".join(item.itertext()) for item in parts["xl/sharedStrings.xml"]]
    rows = parts[f"xl/worksheets/sheet{number}.xml"].iter(f"{SHEETS}row")
    return [
        [texts[int("".join(c.itertext()))] if c.get("t") == "s" else "".join(c.itertext()) for c in row]
        for row in rows
    ]


@pytest.mark.parametrize("first", list("=+-@\t\r\0＝＋－＠"))
def test_nothing_typed_becomes_a_formula(first: str) -> None:
    typed = f'{first}HYPERLINK("http://x","y")'
    assert guarded(typed).startswith("'")
    records: dict[str, Any] = world()
    records["actor"]["a"]["name"] = typed
    records["resource"]["a:money"] |= {"description": typed, "conditions": f" {typed}", "available_from": typed}
    parts = parts_of(inventory_sheet(inventory_of(records, "lead"), INVENTORY, label, "he"))
    assert not [
        part for part in parts.values() if any(part.iter(f"{SHEETS}f")) or any(part.iter(f"{SHEETS}hyperlink"))
    ]
    risky = [cell for row in cells_of(parts, 1) for cell in row if "HYPERLINK" in cell]
    assert len(risky) == 4
    assert all(cell.startswith(("'", "H")) for cell in risky)  # spaces before it are gone, and with them the danger


def test_a_usual_cell_stays_as_it_was_written() -> None:
    assert guarded("12 מתנדבות = הרבה") == "12 מתנדבות = הרבה"
    assert guarded("שורה\nשנייה \u202eהפוכה") == "שורה\nשנייה הפוכה"


def test_the_sheet_starts_where_the_language_starts_and_keeps_its_heading_in_sight() -> None:
    for language, side in (("he", "1"), ("ar", "1"), ("en", None)):
        parts = parts_of(inventory_sheet(inventory_of(world(), "lead"), INVENTORY, label, language))
        for number in (1, 2):
            (view,) = parts[f"xl/worksheets/sheet{number}.xml"].iter(f"{SHEETS}sheetView")
            assert view.get("rightToLeft") == side
            (pane,) = view.iter(f"{SHEETS}pane")
            assert (pane.get("ySplit"), pane.get("state")) == ("1", "frozen")


def test_each_resource_has_a_row_and_gaps_have_their_own_sheet() -> None:
    parts = parts_of(inventory_sheet(inventory_of(world(), "lead"), INVENTORY, label, "he"))
    head, volunteers, money = cells_of(parts, 1)
    assert head == [INVENTORY[word] for word in ("organisation", "type", "amount", "from", "until", "conditions")]
    assert volunteers[:3] == ["Housing Now", "resource.offered volunteers", "12 מתנדבות"]
    assert int(volunteers[4]) == (date(2027, 6, 30) - date(1899, 12, 30)).days  # a real date: it sorts
    assert money[2] == "50,000 ₪ אצל רים"
    assert cells_of(parts, 2)[1][:2] == ["gap.missing legal", "Housing Now"]


def test_the_sheet_is_as_closed_as_the_ledger() -> None:
    records: dict[str, Any] = world()
    outline = cells_of(parts_of(inventory_sheet(inventory_of(records, "members"), INVENTORY, label, "he")), 1)
    assert [row[2] for row in outline[1:]] == ["", ""]
    records["coalition"][""]["inventory_visibility"] = "lead"
    closed = inventory_of(records, "steering")
    assert [row[0] for row in cells_of(parts_of(inventory_sheet(closed, INVENTORY, label, "he")), 1)][1:] == [
        INVENTORY["kept"]
    ]
    assert INVENTORY["kept"] in inventory_in_words(closed, INVENTORY, label)


def test_the_sheet_tells_neither_who_made_it_nor_when() -> None:
    sheet = inventory_sheet(inventory_of(world(), "lead"), INVENTORY, label, "he")
    core = {part.tag.rpartition("}")[2]: part.text for part in parts_of(sheet)["docProps/core.xml"]}
    assert core.pop("title") == INVENTORY["title"]
    assert set(core.values()) == {None, "2000-01-01T00:00:00Z"}
    assert sheet == inventory_sheet(inventory_of(world(), "lead"), INVENTORY, label, "he")


def test_an_empty_inventory_says_so() -> None:
    empty = inventory_of({}, "members")
    parts = parts_of(inventory_sheet(empty, INVENTORY, label, "he"))
    assert [cells_of(parts, number)[1][0] for number in (1, 2)] == [INVENTORY["empty"], INVENTORY["no_gaps"]]
    told = inventory_in_words(empty, INVENTORY, label)
    assert [INVENTORY["empty"] in told, INVENTORY["no_gaps"] in told] == [True, True]


def test_a_sheet_may_be_called_anything() -> None:
    words = INVENTORY | {"title": "=[מלאי]: 2026/27 " + "ארוך " * 9, "gaps": "'חסר'"}
    names = [
        sheet.get("name")
        for sheet in parts_of(inventory_sheet(inventory_of({}, "lead"), words, label, "he"))["xl/workbook.xml"].iter(
            f"{SHEETS}sheet"
        )
    ]
    assert all(len(name) <= 31 for name in names)
    assert names[1] == "חסר"


# ---- setting ----


def test_an_endless_word_may_be_broken_and_a_date_may_not() -> None:
    assert shortened("א" * 20, 99, 12) == "\u200b".join(("א" * 8, "א" * 8, "א" * 4))
    assert shortened("ب" * 20, 99, 12) == "\u00ad".join(("ب" * 8, "ب" * 8, "ب" * 4))
    assert shortened("26.11.2026, 18:00", 99, 4) == "\u206626.11.2026,\u00a018:00\u2069"
    assert shortened("a b c d", 5) == "a b…"
    assert printable(shortened("שלום", 9)) == "שלום"


def test_nothing_that_draws_is_loaded_before_it_is_needed() -> None:
    modules = ("plan", "timeline", "share_card", "inventory")
    program = f"import sys\n{''.join(f'import handlers.artefacts.{name}' + chr(10) for name in modules)}"
    program += "print([name for name in ('typst', 'xlsxwriter') if name in sys.modules])"
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    assert found.stdout.strip() == "[]"
