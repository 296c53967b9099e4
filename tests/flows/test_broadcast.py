"""Tries what a call to action is made of: words by language, answers, times, and the name that is typed."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from flows.model import Phrase, Verbatim
from flows.rules import broadcast as rules
from flows.rules.answer_words import answer_meant

ZONE = ZoneInfo("Asia/Jerusalem")
NOW = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)


def test_the_first_words_are_in_the_language_they_are_written_in() -> None:
    texts = rules.texts_of({"text": "غدًا نلتقي", "text_he": "מחר נפגשים", "text_ar": "ignored", "text_en": "without"})
    assert texts == {"ar": "غدًا نلتقي", "he": "מחר נפגשים"}
    assert rules.text_for(texts, "he", "ar") == "מחר נפגשים"
    assert rules.text_for(texts, "en", "ar") == "غدًا نلتقي"


def test_an_invitation_to_an_action_is_an_invitation() -> None:
    fields = {"purpose": "event:march"}
    assert (rules.purpose_of(fields), rules.event_of(fields)) == ("invite", "march")


def test_a_kind_that_was_never_chosen_from_is_everybody() -> None:
    assert rules.filters_of({"audience": "language"}) == ("all",)
    assert rules.filters_of({"audience": "language:ar", "narrow": "role:member"}) == ("language:ar", "role:member")
    assert rules.filters_of({}) == ("all",)


def test_a_short_question_has_two_to_four_answers() -> None:
    assert not rules.options_fit({"options": "כן"})
    assert rules.options_fit({"options": "כן\nלא"})
    assert not rules.options_fit({"options": "1. א\n2. ב\n3. ג\n4. ד\n5. ה"})
    assert rules.answers_of("poll", ("כן", "לא")) == {"option1": Verbatim("כן"), "option2": Verbatim("לא")}


def test_what_can_be_answered_follows_the_purpose() -> None:
    assert list(rules.answers_of("action", ())) == ["coming", "cannot", "later"]
    assert rules.answers_of("urgent", ()) == {"seen": Phrase("choice-call-seen")}
    assert rules.answers_of("update", ()) == {}
    assert rules.counted_as("coming", Phrase("choice-rsvp-coming")) == Phrase("audience-answer.coming")
    assert rules.counted_as("option1", Verbatim("כן")) == Verbatim("כן")


def test_a_time_that_has_passed_is_now() -> None:
    assert rules.starts_at({"when": "now"}, NOW, ZONE) is None
    assert rules.starts_at({"when": "2026-11-22T09:00"}, NOW, ZONE) is None
    assert rules.starts_at({"when": "2026-11-22T18:00"}, NOW, ZONE) == datetime(2026, 11, 22, 16, 0, tzinfo=UTC)
    assert rules.starts_at({"when": "2026-11-23"}, NOW, ZONE) == datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


def test_what_repeats_keeps_its_hour_when_the_clocks_change() -> None:
    before = datetime(2027, 3, 24, 16, 0, tzinfo=UTC)  # 18:00, two days before summer time
    after = rules.next_time(before, "weekly", ZONE)
    assert after is not None
    assert after.astimezone(ZONE).hour == before.astimezone(ZONE).hour
    assert rules.next_time(before, "once", ZONE) is None


def test_a_call_is_over_when_it_can_no_longer_be_followed() -> None:
    march = NOW + timedelta(days=5)
    assert rules.over_at("invite", NOW, march) == march
    assert rules.over_at("update", NOW, None) == NOW + rules.FOLLOWED_FOR
    assert rules.over_at("urgent", NOW, None) == NOW + rules.URGENT_FOR


@pytest.mark.parametrize("typed", ["אוטובוס", "אוטובוס לכולן", "  אוטובוס. "])
def test_the_short_name_or_the_whole_one_is_the_name(typed: str) -> None:
    assert rules.is_named(typed, "אוטובוס לכולן")


@pytest.mark.parametrize("typed", ["", "לכולן", "אוטובוסים", "?"])
def test_nothing_else_is_the_name(typed: str) -> None:
    assert not rules.is_named(typed, "אוטובוס לכולן")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("מגיעה", "coming"), ("מגיע", "coming"), ("מגיע/ה", "coming"), ("מגיעות!", "coming"), ("כן", "coming"),
        ("coming", "coming"), ("Coming.", "coming"), ("I'm coming", "coming"),
        ("جاي", "coming"), ("جاية", "coming"), ("جاي/جاية", "coming"),
        ("לא", "cannot"), ("لا", "cannot"), ("can't", "cannot"),
        ("אחר כך", "later"), ("بعدين", "later"), ("maybe", "later"),
        ("מגיעה אבל באיחור", None), ("מתי זה?", None), ("", None),
    ],
)  # fmt: skip
def test_the_words_people_type_are_answers_only_as_the_whole_message(typed: str, meant: str | None) -> None:
    assert answer_meant(typed, ("coming", "cannot", "later")) == meant


def test_a_word_is_no_answer_where_it_was_not_offered() -> None:
    assert answer_meant("מגיעה", ("seen",)) is None
