"""A text that is read when it is first said is the text that stands in the file."""

import pytest

from flows import ftl
from flows.ftl_shelf import Shelf
from flows.loader import OUR_TEXTS
from flows.model import Phrase
from flows.wording import Voice, texts_of


@pytest.mark.parametrize("language", ["he", "ar", "en"])
def test_every_text_of_ours_is_read_as_if_all_were_read_at_once(language: str) -> None:
    sources = [path.read_text(encoding="utf-8") for path in ftl.text_files([OUR_TEXTS], language)]
    at_once = {k: p for source in sources for entry in ftl.entries(source) for k, p in ftl.patterns_of(entry).items()}
    shelf = Shelf.of(sources)
    assert set(shelf) == at_once.keys()
    assert len(shelf) == len(at_once)
    assert all(shelf[key].equals(pattern) for key, pattern in at_once.items())


def test_a_later_file_stands_over_an_earlier_one_text_by_text() -> None:
    ours = "a = one\n    .help = why\nb = two\n"
    texts = texts_of({"en": Shelf.of([ours, "a = another\n", "c = { a }, { -d }\n-d = term\n"])})
    said = {key: texts.say(Phrase(key), Voice("en")) for key in ("a", "a.help", "b", "c")}
    assert said == {"a": "another", "a.help": "why", "b": "two", "c": "another, term"}


def test_what_cannot_be_read_is_left_out_and_takes_nothing_with_it() -> None:
    shelf = Shelf.of(["# a remark\na = one\nb = { \nc =\n    three\n    lines\n\n    here\n}\nd = four"])
    assert set(shelf) == {"a", "c", "d"}
    assert "b" not in shelf
    assert "e" not in shelf
    assert [*shelf.beginning_with("d")] == ["d"]


def test_texts_that_refer_to_each_other_without_end_are_told_and_not_followed_for_ever() -> None:
    texts = texts_of({"he": Shelf.of(["a = { b }\nb = { a }\nfallback-line = sorry\n"])})
    assert texts.say(Phrase("a"), Voice("he")) == "sorry"
