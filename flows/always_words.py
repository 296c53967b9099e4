"""Recognises the few words that work at every moment, in three languages, only as the whole message."""

from collections.abc import Mapping
from enum import StrEnum

from flows.typed import folded


class Word(StrEnum):
    """What a word that always works asks for."""

    MENU = "menu"
    HELP = "help"
    BACK = "back"
    SKIP = "skip"
    SAVE = "save"
    STOP = "stop"
    UNSUBSCRIBE = "unsubscribe"
    DELETE = "delete"
    PERSON = "person"
    CRISIS = "crisis"
    MY_DATA = "mydata"
    FORGET = "forget"
    START = "start"


AT_ONCE = frozenset({Word.MENU, Word.HELP, Word.BACK, Word.SKIP, Word.CRISIS, Word.START, Word.MY_DATA, Word.FORGET})
"""Words that work even where one's own words are wanted; the others are asked back there."""

AGREED = frozenset(folded(word) for word in ("כן", "נכון", "yes", "ok", "نعم", "صح", "أيوه"))
"""Words that agree to what was said back."""

_SPELLINGS: Mapping[Word, tuple[str, ...]] = {
    Word.MENU: ("תפריט", "القائمة", "قائمة", "menu", "/menu"),
    Word.HELP: ("עזרה", "مساعدة", "help", "/help", "?", "؟"),
    Word.BACK: ("חזרה", "رجوع", "back", "/back"),
    Word.SKIP: ("דילוג", "דלג", "לדלג", "تخطٍّ", "تخطي", "skip", "/skip"),
    Word.SAVE: ("שמירה", "حفظ", "save", "/save"),
    Word.STOP: ("עצירה", "עצור", "توقّف", "stop", "pause", "/stop"),
    Word.UNSUBSCRIBE: ("הסר", "הסרה", "unsubscribe", "إلغاء الاشتراك"),
    Word.DELETE: ("מחיקה", "حذف", "delete", "/delete"),
    Word.PERSON: ("אדם", "شخص", "person", "/person"),
    Word.CRISIS: ("משבר", "أزمة", "crisis", "/crisis"),
    Word.MY_DATA: ("/mydata",),
    Word.FORGET: ("/forget",),
    Word.START: ("/start",),
}

_LANGUAGES: Mapping[str, str] = {"משבר": "he", "أزمة": "ar", "crisis": "en"}


def _key(text: str) -> str:
    stripped = text.strip()
    if stripped in {"?", "؟"}:
        return stripped
    return stripped.casefold() if stripped.startswith("/") else folded(stripped)


_WORDS: Mapping[str, Word] = {_key(spelling): word for word, all_ in _SPELLINGS.items() for spelling in all_}
_CRISIS_LANGUAGES: Mapping[str, str] = {_key(spelling): language for spelling, language in _LANGUAGES.items()}


def always_word(text: str) -> Word | None:
    """The always-word this message is, if the word is the whole message.

    "STOP" in capitals is what mailing lists have taught people: it ends all messages at once, "stop" asks first.
    """
    if text.strip() == "STOP":
        return Word.UNSUBSCRIBE
    return _WORDS.get(_key(_without_bot_name(text)))


def language_of_crisis_word(text: str) -> str | None:
    """The language a crisis word was written in, for people who have not chosen one yet."""
    return _CRISIS_LANGUAGES.get(_key(text))


def _without_bot_name(text: str) -> str:
    command, _, _ = text.strip().partition("@")
    return command if command.startswith("/") and " " not in text.strip() else text
