"""Words the crisis card and the crisis log: the picture, the pages to print, and the same for the chat."""

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from flows.model import Phrase
from flows.rules.crisis_log import Log, log_in_words, log_of
from flows.rules.crisis_page import Card, card_in_words, card_of
from handlers.artefacts.crisis_card import draw_crisis_card
from handlers.artefacts.crisis_log import draw_crisis_log
from handlers.messages import Attachment
from handlers.sitter import Drawn, Sitter

_WORDS = ("page", "of", "confidential", "empty")


def crisis_card_drawn(sitter: Sitter) -> Drawn:
    content = draw_crisis_card(_card(sitter), _words(sitter), sitter.day, sitter.voice.language)
    return Drawn(sitter.headline("crisis-card-caption"), Attachment(content, "card.png", "image/png"))


def crisis_card_told(sitter: Sitter) -> Drawn:
    return Drawn(sitter.read(card_in_words(_card(sitter))))


def crisis_log_drawn(sitter: Sitter) -> Drawn:
    pages = draw_crisis_log(_log(sitter), _words(sitter), sitter.day, sitter.voice.language)
    return Drawn(sitter.headline("crisis-log-caption"), Attachment(pages, "log.pdf", "application/pdf"))


def crisis_log_told(sitter: Sitter) -> Drawn:
    return Drawn(sitter.read(log_in_words(_log(sitter))))


def _card(sitter: Sitter) -> Card:
    return card_of(sitter.tables, sitter.plain, _zone(sitter))


def _log(sitter: Sitter) -> Log:
    return log_of(sitter.tables, sitter.plain, _zone(sitter))


def _words(sitter: Sitter) -> Mapping[str, str]:
    return {word: sitter.plain(Phrase(f"crisis-page.{word}")) for word in _WORDS}


def _zone(sitter: Sitter) -> ZoneInfo:
    return ZoneInfo(sitter.kit.policy.timezone)
