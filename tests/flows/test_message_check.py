"""Tries the look that every message to many gets: what blocks, what is only noticed, and what is fine."""

import pytest

from flows.rules.message_check import LONGEST, domain_of, findings, language_of, links_in


def codes(text: str) -> dict[str, bool]:
    """What was found, and whether it blocks."""
    return {finding.code: finding.hard for finding in findings(text)}


@pytest.mark.parametrize(
    "text",
    [
        "מחר ב־9:00 הוועדה מצביעה. צריך אותנו שם.\nhttps://example.org.il/vote",
        "غدًا في 9:00 تصوّت اللجنة. نحتاجنا هناك.",
        "Tomorrow at 9:00 the committee votes. We need you there!",
        "בתאריך 1.5.2027 בשעה 10:30 נפגשים, בערך 20,000 איש",
        "מתנדבות ומתנדבים, תודה רבה",
        "قرأنا 12 رسالة. موعدنا الثلاثاء",
        "הוועדה תאשר מחר קו אשר יגיע לכולן, והרכבת תבוא",
        "x" * LONGEST,
    ],
)
def test_a_plain_message_in_any_language_is_fine(text: str) -> None:
    assert codes(text) == {}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("א" * (LONGEST + 1), "too_long"),
        ("https://a.org\nhttps://b.org", "many_links"),
        ("לחתום כאן:\nhttps://bit.ly/x1", "hidden_link"),
        ("https://bank.org@evil.com/login", "hidden_link"),
        ("https://xn--80ak6aa92e.com", "hidden_link"),
        ("https://раypal.com", "hidden_link"),
        ("http://10.0.0.1/a", "hidden_link"),
        ("tg://resolve?domain=a", "hidden_link"),
        ("ת״ז 123456782", "id_number"),
        ("رقم الهوية ١٢٣٤٥٦٧٨٢", "id_number"),
        ("4111 1111 1111 1111", "card_number"),
        ("Send us your password", "secrets"),
        ("שלחו את קוד האימות", "secrets"),
        ("أرسلوا كلمة السر", "secrets"),
    ],
)
def test_what_cannot_be_taken_back_blocks(text: str, code: str) -> None:
    assert codes(text).get(code) is True, codes(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("לפרטים 050-1234567", "phone"),
        ("للتفاصيل ٠٥٠١٢٣٤٥٦٧", "phone"),
        ("call +972 50 123 4567", "phone"),
        ("כתבו אל a.b@example.org", "email"),
        ("אתה מגיע מחר", "one_gender"),
        ("חברים יקרים", "one_gender"),
        ("عزيزي، موعدنا غدًا", "one_gender"),
        ("מתנדב/ת או רכז.ת", "both_forms"),
        ("מחר נפגשים וגם نلتقي", "two_scripts"),
        ("בואו!!! עכשיו", "shouting"),
        ("בין 9:00-17:00", "range"),
        ("http://example.org", "open_link"),
        ("הפרטים https://example.org כאן", "link_in_line"),
        ("שלום\u202eםולש", "turned_around"),
        ("שלום\u200fעולם", "hidden_marks"),
    ],
)
def test_what_deserves_a_second_look_is_noticed_and_the_person_decides(text: str, code: str) -> None:
    assert codes(text).get(code) is False, codes(text)


def test_what_blocks_is_told_first() -> None:
    found = findings("אתה! טלפון 050-1234567\nhttps://bit.ly/a")
    assert [finding.hard for finding in found] == sorted((finding.hard for finding in found), reverse=True)
    assert found[0].code == "hidden_link"


def test_numbers_of_people_are_found_but_never_repeated() -> None:
    assert [finding.found for finding in findings("123456782")] == ["…82"]


def test_an_address_of_mail_is_no_link() -> None:
    assert links_in("a@example.org") == ()
    assert links_in("ראו www.example.org/a.") == ("www.example.org/a",)


def test_the_domain_is_shown_whole() -> None:
    assert domain_of("https://login.bank.example.org:8080/a?b") == "login.bank.example.org"


@pytest.mark.parametrize(
    ("text", "language"),
    [("שלום https://example.org/long/path", "he"), ("مرحبا", "ar"), ("Hello", "en"), ("12:00", "ar")],
)
def test_the_language_is_read_from_the_letters(text: str, language: str) -> None:
    assert language_of(text, "ar") == language
