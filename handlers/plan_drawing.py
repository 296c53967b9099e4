"""Words the coalition's plan: the pages to print, and the same for the chat."""

from collections.abc import Mapping

from flows.rules.plan import PLAN_WORDS, Plan, plan_in_words, plan_of
from handlers.artefacts.plan import draw_plan
from handlers.labels import labels_for, months_for
from handlers.map_drawing import map_words_for
from handlers.messages import Attachment
from handlers.sitter import Drawn, Sitter


def plan_drawn(sitter: Sitter) -> Drawn:
    words = plan_words_for(sitter)
    pages = draw_plan(
        _plan(sitter, words),
        words,
        map_words_for(sitter),
        months_for(sitter),
        sitter.words("timeline.today"),
        sitter.voice.language,
    )
    return Drawn(sitter.caption("plan-caption"), Attachment(pages, "plan.pdf", "application/pdf"))


def plan_told(sitter: Sitter) -> Drawn:
    return Drawn(sitter.read(plan_in_words(_plan(sitter, plan_words_for(sitter)))))


def plan_words_for(sitter: Sitter) -> dict[str, str]:
    return {word: sitter.words(f"plan.{word}") for word in PLAN_WORDS}


def _plan(sitter: Sitter, words: Mapping[str, str]) -> Plan:
    number = sitter.version.number if sitter.version else None
    return plan_of(sitter.tables, words, labels_for(sitter), sitter.reader, sitter.today, number)
