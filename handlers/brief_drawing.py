"""Words an action's brief and its calendar entry: the pages to print, the same for the chat, and the file."""

from zoneinfo import ZoneInfo

from flows.model import Fields
from flows.rules.action import CANCELLED
from flows.rules.action_brief import BRIEF_WORDS, Page, page_in_words, page_of
from flows.rules.action_days import title_of
from flows.rules.dates import moment_from
from flows.rules.days import kept_day
from flows.rules.timeline import written
from handlers.artefacts.brief import draw_brief
from handlers.artefacts.calendar import Entry, calendar_file
from handlers.labels import labels_for
from handlers.messages import Attachment
from handlers.sitter import Drawn, Sitter


def brief_drawn(sitter: Sitter) -> Drawn:
    words = brief_words_for(sitter)
    pages = draw_brief(_page(sitter), words, sitter.voice.language)
    caption = sitter.words("action-brief-caption", {"title": title_of(_action(sitter)), "date": sitter.day})
    return Drawn(caption, Attachment(pages, "brief.pdf", "application/pdf"))


def brief_told(sitter: Sitter) -> Drawn:
    return Drawn(sitter.read(page_in_words(_page(sitter))))


def calendar_drawn(sitter: Sitter) -> Drawn:
    """Raises LookupError for an action without a date."""
    action = _action(sitter)
    cancelled = action.get("status") == CANCELLED
    moves = action.get("moves")
    entry = Entry(
        uid=f"{sitter.item}@rakezet",
        title=title_of(action),
        place=written(action, "place"),
        moment=moment_from(str(action["start_at"])),
        moves=moves if isinstance(moves, int) else 0,
        cancelled=cancelled,
        stamp=sitter.now,
    )
    content = calendar_file(entry, ZoneInfo(sitter.kit.policy.timezone))
    key = "action-calendar-off" if cancelled else "action-calendar"
    return Drawn(sitter.words(key, {"title": title_of(action)}), Attachment(content, "action.ics", "text/calendar"))


def brief_words_for(sitter: Sitter) -> dict[str, str]:
    return {word: sitter.words(f"action-brief.{word}") for word in BRIEF_WORDS}


def _page(sitter: Sitter) -> Page:
    when = sitter.plain(kept_day(_action(sitter).get("start_at")))
    words = brief_words_for(sitter)
    return page_of(sitter.tables, sitter.item, words, labels_for(sitter), sitter.coalition_name, when)


def _action(sitter: Sitter) -> Fields:
    return sitter.tables["action"][sitter.item]
