"""Hands the ledger of resources over as a spreadsheet, because whoever plans with it will sort, filter and count.

A cell that a spreadsheet could take for a formula is text with an apostrophe before it, here and after every later
export to another format; nothing in the file says who made it, when, or for whom.
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any, Final

from flows.rules.inventory import (
    Gap,
    Offer,
    Reader,
    Records,
    gaps_of,
    nothing_is_missing,
    offers_of,
    resources_shown,
    withheld_from,
)
from flows.rules.plan import isolated
from flows.rules.plan_sections import Label
from flows.rules.timeline import moment_of, spelled
from handlers.artefacts.typesetting import direction_of

INVENTORY_WORDS: Final = (
    "title", "organisation", "type", "amount", "from", "until", "conditions",
    "gaps", "asked", "needed_by", "empty", "no_gaps", "kept", "nothing_missing", "withheld",
)  # fmt: skip
"""Every word of the inventory; `kept` is said to those who may not see the list, `gaps` names the second sheet."""

_STARTS_A_FORMULA: Final = tuple("=+-@\t\r\n\0＝＋－＠")
_CONTROLS: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_ALLOWED: Final = "\n\u200c\u200d"  # a new line, and what joins or parts letters
_NOT_IN_A_SHEET_NAME: Final = frozenset("[]:*?/\\'")
_LONGEST_SHEET_NAME, _LONGEST_CELL = 31, 32_000
_NO_DAY: Final = datetime(2000, 1, 1)  # noqa: DTZ001 - the file format knows no zones; it says nothing on purpose
_FIRST_YEAR_OF_SHEETS: Final = 1900
_WIDTHS: Final = {"organisation": 30, "type": 22, "amount": 44, "from": 13, "until": 13, "conditions": 34}
_GAP_WIDTHS: Final = {"gaps": 30, "asked": 44, "needed_by": 15}


@dataclass(frozen=True, slots=True)
class Inventory:
    """What one circle of readers sees.

    `kept`: the list is not for them; `complete`: somebody said nothing is missing; `withheld`: names kept back.
    """

    offers: tuple[Offer, ...]
    gaps: tuple[Gap, ...]
    kept: bool
    complete: bool
    withheld: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Table:
    """One sheet: columns by their word with a width in characters, rows of texts, what to say when there are none."""

    name: str
    columns: Mapping[str, int]
    rows: tuple[tuple[str, ...], ...]
    note: str


def inventory_of(records: Records, reader: Reader) -> Inventory:
    """The ledger as this reader may see it."""
    kept = resources_shown(records, reader) == "nothing"
    withheld = withheld_from(records, reader)
    return Inventory(offers_of(records, reader), gaps_of(records), kept, nothing_is_missing(records), withheld)


def inventory_sheet(inventory: Inventory, words: Mapping[str, str], label: Label, language: str) -> bytes:
    """XLSX with one sheet of resources and one of gaps, read from the side where the language starts.

    `words` holds `INVENTORY_WORDS`; `label` is asked for `resource.offered` and `gap.missing`. Call it in a thread.
    """
    # An eighth of a second to load: only for a process that writes a sheet. It ships no types, hence the Any below.
    import xlsxwriter  # type: ignore[import-untyped]

    file = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(file, options)
    book.set_properties({"title": words["title"], "created": _NO_DAY})
    for table in _tables(inventory, words, label):
        _write(book, table, words, from_the_right=direction_of(language) == "rtl")
    book.close()
    return file.getvalue()


def inventory_in_words(inventory: Inventory, words: Mapping[str, str], label: Label) -> tuple[str, ...]:
    """The same as lines for a chat; people's own words are isolated."""
    lines: list[str] = []
    for table in _tables(inventory, words, label):
        lines += ["", f"{table.name}:", *([_line(row, table, words) for row in table.rows] or [table.note])]
    return tuple(lines[1:])


def guarded(text: str) -> str:
    """`text` as a cell may hold it: no hidden controls, and an apostrophe before what could start a formula."""
    shown = "".join(c for c in text if c in _ALLOWED or unicodedata.category(c) not in _CONTROLS).strip()
    risky = text.startswith(_STARTS_A_FORMULA) or shown.startswith(_STARTS_A_FORMULA)
    return ("'" if risky else "") + shown[:_LONGEST_CELL]


def _tables(inventory: Inventory, words: Mapping[str, str], label: Label) -> tuple[_Table, _Table]:
    def named(name: str) -> str:
        return words["withheld"] if name in inventory.withheld else name

    offers = tuple(
        (named(o.organisation), label("resource.offered", o.kind), o.amount, o.since, o.until, o.conditions)
        for o in inventory.offers
    )
    gaps = tuple((label("gap.missing", g.kind), ", ".join(map(named, g.asked)), g.needed_by) for g in inventory.gaps)
    nothing = words["nothing_missing"] if inventory.complete else words["no_gaps"]
    return (
        _Table(words["title"], _WIDTHS, offers, words["kept"] if inventory.kept else words["empty"]),
        _Table(words["gaps"], _GAP_WIDTHS, gaps, nothing),
    )


def _write(book: Any, table: _Table, words: Mapping[str, str], *, from_the_right: bool) -> None:
    sheet = book.add_worksheet(sheet_name(table.name))
    if from_the_right:
        sheet.right_to_left()
    head = book.add_format({"bold": True, "font_color": "#ffffff", "bg_color": "#0b5584", "valign": "vcenter"})
    body = {"text_wrap": True, "valign": "top", "bottom": 1, "bottom_color": "#d5d3cc"}
    text, day = book.add_format(body), book.add_format(body | {"num_format": "d.m.yyyy", "align": "center"})
    for at, (word, width) in enumerate(table.columns.items()):
        sheet.set_column(at, at, width)
        sheet.write_string(0, at, guarded(words[word]), head)
    for row, cells in enumerate(table.rows or ((table.note,),), start=1):
        for at, cell in enumerate(cells):
            _cell(sheet, row, at, cell, text, day)
    sheet.set_row(0, 24)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(table.rows), 1), len(table.columns) - 1)
    _for_paper(sheet)


def _cell(sheet: Any, row: int, at: int, cell: str, text: Any, day: Any) -> None:
    """A date is written as one, so that it sorts; all else is text, whatever it looks like."""
    date, _ = moment_of(cell)
    if date is not None and date.year >= _FIRST_YEAR_OF_SHEETS:
        sheet.write_datetime(row, at, date, day)
    elif not cell:
        sheet.write_blank(row, at, None, text)
    else:
        sheet.write_string(row, at, guarded(cell), text)


def _for_paper(sheet: Any) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def sheet_name(word: str) -> str:
    """`word` as a sheet may be called."""
    name = "".join(" " if c in _NOT_IN_A_SHEET_NAME else c for c in guarded(word))
    return name.strip()[:_LONGEST_SHEET_NAME].strip()


def _line(row: tuple[str, ...], table: _Table, words: Mapping[str, str]) -> str:
    """The first cell speaks for itself; the others say what they are."""
    named = zip(list(table.columns)[1:], row[1:], strict=True)
    return " · ".join(
        [f"- {isolated(row[0])}", *(f"{words[word]}: {isolated(spelled(cell))}" for word, cell in named if cell)]
    )
