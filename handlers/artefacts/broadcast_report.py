"""Hands the report of a call to action over as a spreadsheet: counts alone, so that it may be passed on."""

from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from typing import Any, Final

from handlers.artefacts.inventory import guarded, sheet_name
from handlers.artefacts.typesetting import direction_of

REPORT_ROWS: Final = (
    "people", "accepted", "refused", "uncertain", "expired", "cancelled", "open", "gone", "went_on", "left",
)  # fmt: skip
"""What is counted, in the order of the sheet; the rows from `accepted` to `gone` add up to `people`."""

REPORT_WORDS: Final = ("title", "what", "count", "answers", "answer", "none", *REPORT_ROWS)

_NO_DAY: Final = datetime(2000, 1, 1)  # noqa: DTZ001 - the file format knows no zones; it says nothing on purpose


def report_sheet(
    counts: Mapping[str, int], answers: Mapping[str, int], words: Mapping[str, str], language: str
) -> bytes:
    """XLSX with one sheet of counts and one of answers (label → people). Call it in a thread."""
    # An eighth of a second to load: only for a process that writes a sheet. It ships no types, hence the Any below.
    import xlsxwriter  # type: ignore[import-untyped]

    file = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(file, options)
    book.set_properties({"title": words["title"], "created": _NO_DAY})
    from_the_right = direction_of(language) == "rtl"
    rows = [(words[row], counts.get(row, 0)) for row in REPORT_ROWS]
    _write(book, words["title"], (words["what"], words["count"]), rows, from_the_right)
    said = [(answer, people) for answer, people in answers.items()] or [(words["none"], 0)]
    _write(book, words["answers"], (words["answer"], words["count"]), said, from_the_right)
    book.close()
    return file.getvalue()


def _write(book: Any, name: str, heads: tuple[str, str], rows: list[tuple[str, int]], from_the_right: bool) -> None:
    sheet = book.add_worksheet(sheet_name(name))
    if from_the_right:
        sheet.right_to_left()
    head = book.add_format({"bold": True, "font_color": "#ffffff", "bg_color": "#0b5584"})
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 1, 12)
    for at, word in enumerate(heads):
        sheet.write_string(0, at, guarded(word), head)
    for at, (what, count) in enumerate(rows, start=1):
        sheet.write_string(at, 0, guarded(what))
        sheet.write_number(at, 1, count)
    sheet.freeze_panes(1, 0)
