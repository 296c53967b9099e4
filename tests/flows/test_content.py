"""Holds that the operator's table is read whole, laid over ours key by key, and told about when it is wrong."""

from pathlib import Path

import pytest

from flows.content import FILE, Content, Line, load_content


def table(folder: Path, text: str | bytes) -> Path:
    (folder / FILE).write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def read(folder: Path, text: str | bytes) -> tuple[Content, list[str]]:
    content, problems = load_content([table(folder, text)])
    return content, [f"{Path(p.path).name}:{p.line} {p.code}" for p in problems]


def test_ours_has_no_mistake_names_nobody_and_has_numbers_in_three_languages() -> None:
    content, problems = load_content([])
    assert problems == []
    assert (content.operator, content.contact) == ({}, {})
    assert content.numbers
    assert all(line.names.keys() == {"he", "ar", "en"} and line.number for line in content.numbers)
    assert all(line.checked is None for line in content.numbers), "nobody has tried them for this operator"


def test_an_operators_keys_lie_over_ours_and_the_rest_stays(tmp_path: Path) -> None:
    content, problems = read(tmp_path, "operator: {he: מרכז, ar: مركز}\ncontact: call the office\n")
    assert problems == []
    assert content.operator == {"he": "מרכז", "ar": "مركز"}
    assert content.contact == dict.fromkeys(("he", "ar", "en"), "call the office")
    assert content.numbers == load_content([])[0].numbers


def test_an_operators_numbers_take_the_place_of_ours(tmp_path: Path) -> None:
    text = "numbers:\n  - {name: {en: Legal line}, number: 03-5600000, checked: 2026-11-01}\n"
    content, problems = read(tmp_path, text)
    assert problems == []
    assert content.numbers == (Line({"en": "Legal line"}, "03-5600000", "2026-11-01"),)


def test_a_folder_without_a_table_changes_nothing(tmp_path: Path) -> None:
    assert load_content([tmp_path]) == load_content([])


def test_a_later_folder_lies_over_an_earlier_one(tmp_path: Path) -> None:
    folders = [tmp_path / "one", tmp_path / "two"]
    for folder in folders:
        folder.mkdir()
        table(folder, f"operator: {folder.name}\n")
    assert load_content(folders)[0].operator["en"] == "two"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("opreator: x\n", ["content.yaml:1 unknown-key"]),
        ("numbers:\n  - {name: x}\n", ["content.yaml:2 missing-key"]),
        ("numbers:\n  - {number: '1', who: x}\n", ["content.yaml:2 missing-key", "content.yaml:2 unknown-key"]),
        ("- a\n- b\n", ["content.yaml:1 wrong-type"]),
        ("just words\n", ["content.yaml:1 wrong-type"]),
        ("contact: x\nnumbers: 100\n", ["content.yaml:2 wrong-type"]),
        ("numbers:\n  - '100'\n  - {name: x, number: '1'}\n", ["content.yaml:1 wrong-type"]),
    ],
)
def test_every_mistake_in_the_table_is_told(tmp_path: Path, text: str, told: list[str]) -> None:
    assert read(tmp_path, text)[1] == told


def test_a_table_that_is_no_text_is_told_and_ours_stays(tmp_path: Path) -> None:
    content, problems = read(tmp_path, b"operator: \xff\xfe\n")
    assert problems == ["content.yaml:1 unreadable-file"]
    assert content == load_content([])[0]
