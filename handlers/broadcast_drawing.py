"""Words the report of a call to action as a spreadsheet."""

from flows.rules.broadcast import answers_of, counted_as
from handlers.artefacts.broadcast_report import REPORT_WORDS, report_sheet
from handlers.messages import Attachment
from handlers.sitter import Drawn, Sitter

_SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def report_drawn(sitter: Sitter) -> Drawn:
    """Raises LookupError: the call is gone."""
    report = sitter.tables["report"][""]
    words = {word: sitter.words(f"call-sheet.{word}") for word in REPORT_WORDS}
    options = report["options"]
    known = answers_of(str(report["purpose"]), tuple(options) if isinstance(options, list) else ())
    counts = {name: value for name, value in report.items() if isinstance(value, int)}
    said = {code: sitter.plain(counted_as(code, label)) for code, label in known.items()}
    answers = {label: counts.get(f"answer_{code}", 0) for code, label in said.items()}
    content = report_sheet(counts, answers, words, sitter.voice.language)
    caption = sitter.words("call-report-caption", {"words": str(report["words"])})
    return Drawn(caption, Attachment(content, "report.xlsx", _SPREADSHEET))
