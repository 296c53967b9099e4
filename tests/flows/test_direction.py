"""Holds that every line of a right-to-left message reads from the right."""

import pytest

from flows.direction import read_from_the_right

RLM = "\u200f"


@pytest.mark.parametrize(
    "line",
    [
        "\u2068Ynet\u2069: \u20683\u2069",
        "\u20681\u2069. \u2068Bus line\u2069",
        "– \u2068Drivers\u2069",
        "\u2068a \u2068nested\u2069 name\u2069",
    ],
)
def test_a_line_of_values_alone_gets_a_mark(line: str) -> None:
    assert read_from_the_right(line) == RLM + line


@pytest.mark.parametrize(
    "line",
    [
        "המטרה: \u2068a night line\u2069",
        "\u2068Ynet\u2069 כתבו",
        "الهدف: \u2068x\u2069",
        "somebody's own words",
        "https://example.org/a",
        "12",
        "",
    ],
)
def test_a_line_with_letters_of_its_own_or_without_values_is_left_alone(line: str) -> None:
    assert read_from_the_right(line) == line


def test_each_line_is_looked_at_for_itself() -> None:
    text = "כותרת\n\u20681\u2069. \u2068x\u2069\nhttps://example.org\n\u20682\u2069"
    assert (
        read_from_the_right(text)
        == f"כותרת\n{RLM}\u20681\u2069. \u2068x\u2069\nhttps://example.org\n{RLM}\u20682\u2069"
    )


def test_an_isolate_that_was_cut_open_counts_as_it_stands() -> None:
    assert read_from_the_right("\u2068Ynet") == "\u2068Ynet"
