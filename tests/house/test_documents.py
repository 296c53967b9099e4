"""Holds that the documents are true: whoever reads them types what they say, and looks where they point."""

import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from datetime import timedelta
from pathlib import Path

import click
import pytest

from bot.__main__ import main
from bot.settings import PREFIX, Settings
from bot.speaking import load_conversations
from bot.upkeep import FOUNDING_CODE_LIFE
from flows.check_fit import FEW_CHOICES, LONG_LABEL, LONGEST_HELP, LONGEST_PROMPT, SHORT_LABEL
from flows.content import FILE, load_content
from flows.keys import FLOW_READERS, STEP_READERS
from flows.loader import OUR_DEFINITIONS
from handlers import consent, people, starting, timers
from storage.outbox import State
from tests.house.test_house import ROOMS, TOP, tracked

README = (TOP / "README.md").read_text("utf-8")
FLOWS_README = (TOP / "flows/README.md").read_text("utf-8")
DOCUMENTS = ("README.md", "CHANGELOG.md", *(f"{room}/README.md" for room in (*ROOMS, "tests")))
MADE_LATER = {".env", "data/key", "data/rakezet.db", ".venv/bin/rakezet", ".venv/bin/python", ".venv/bin/pre-commit"}
THE_OPERATORS = {"name.yaml"}  # an example of a name, not a file of ours

FENCE = re.compile(r"^ *```(\w*)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
PATH = re.compile(r"\.?[\w<>*-]+(?:/[\w.<>*-]+)*(?:/|\.(?:py|md|yaml|ftl|toml|txt|html|js|css|png|ttf|typ|mako))")


def prose(text: str) -> str:
    return FENCE.sub("", text)


def rows(text: str, after: str = "") -> list[list[str]]:
    """The cells of the first table behind some words, without its head."""
    found = re.search(r"(?:^\|.+\|\n)+", text[text.index(after) :], re.MULTILINE)
    assert found, f"no table after {after!r}"
    lines = [[cell.strip() for cell in line[1:-1].split(" | ")] for line in found[0].splitlines()]
    return lines[2:]


def section(text: str, title: str) -> str:
    found = re.search(rf"^## {re.escape(title)}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    assert found, title
    return found[1]


def code_in(text: str) -> str:
    """The first piece of code in a cell."""
    found = CODE.search(text)
    assert found, text
    return found[1]


# Settings and commands


def written_default(value: object) -> str:
    if value is None:
        return "none"
    return "`" + (",".join(value) if isinstance(value, tuple) else str(value)) + "`"


def test_the_table_of_settings_is_what_the_program_reads() -> None:
    written = {code_in(name): default for name, default, *_ in rows(section(README, "Settings"))}
    read = {PREFIX + name.upper(): written_default(known.default) for name, known in Settings.model_fields.items()}
    assert written == read


def usage_of(name: str, command: click.Command) -> Iterator[str]:
    """What has to be said about a command: its name, its options, the words it takes."""
    yield name
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            yield parameter.opts[0]
        elif isinstance(parameter.type, click.Choice):
            yield from parameter.type.choices
        else:
            yield str(parameter.name).upper()


def test_the_table_of_commands_is_what_can_be_typed() -> None:
    described = {code_in(row[0]) for row in rows(section(README, "Commands"))}
    words = {re.sub(r"[][]|\b(DIR|N)\b", " ", usage).split()[3]: usage for usage in described}
    assert words.keys() == main.commands.keys()
    for name, command in main.commands.items():
        said = set(re.findall(r"[\w-]+", words[name]))
        assert set(usage_of(name, command)) <= said, words[name]
        assert {word for word in said if word.startswith("--")} <= set(usage_of(name, command)), words[name]


def typed_commands() -> set[str]:
    """Every command of ours that a document tells people to type."""
    texts = (Path(TOP / name).read_text("utf-8") for name in DOCUMENTS)
    pattern = r"(?:python -m bot|\.venv/bin/rakezet) ([a-z]+)"
    return {word for text in texts for word in re.findall(pattern, text)}


def test_every_command_a_document_types_exists() -> None:
    assert typed_commands() <= main.commands.keys()
    assert "run" in typed_commands()


def make_targets() -> set[str]:
    """Every target of make that a document names, in code or in a block of lines to type."""
    found: set[str] = set()
    for name in DOCUMENTS:
        text = (TOP / name).read_text("utf-8")
        pieces = [
            *CODE.findall(prose(text)),
            *(line for _, block in FENCE.findall(text) for line in block.split("\n")),
        ]
        found |= {made[1] for piece in pieces if (made := re.match(r"\s*make ([\w./-]+)", piece))}
    return found


@pytest.mark.skipif(shutil.which("make") is None, reason="make itself is not installed")
def test_every_target_a_document_names_can_be_made() -> None:
    assert {"demo", "test", "check"} <= make_targets()
    for target in sorted(make_targets()):
        asked = subprocess.run(["make", "-n", target], cwd=TOP, capture_output=True, text=True, check=False)
        assert asked.returncode == 0, asked.stderr


def test_every_option_a_document_hands_to_the_tests_is_one_of_theirs(pytestconfig: pytest.Config) -> None:
    texts = ((TOP / name).read_text("utf-8") for name in DOCUMENTS)
    options = {option for text in texts for option in re.findall(r"\bmake test ARGS='?(--?[\w-]+)", text)}
    assert "-k" in options
    for option in options:
        pytestconfig.getoption(option)  # raises ValueError for one that nobody takes


# Files


def exists(path: str, document: str) -> bool:
    """Whether a path, from the top or from the document's own folder, names something that is committed."""
    pattern = re.sub(r"<\w+>", "*", path)
    files = {TOP / name for name in tracked()}
    for folder in (TOP, (TOP / document).parent):
        hits = [hit for hit in folder.glob(pattern.rstrip("/")) if hit in files or hit.is_dir()]
        if hits:
            return True
    return "/" not in path and any(file.name == path for file in files)


def paths_in(document: str) -> set[str]:
    """Everything in backticks that looks like a file or a folder of ours."""
    spans = CODE.findall(prose((TOP / document).read_text("utf-8")))
    return {span for span in spans if PATH.fullmatch(span)} - MADE_LATER - THE_OPERATORS


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_file_a_document_names_exists(document: str) -> None:
    lost = {path for path in paths_in(document) if not exists(path, document)}
    assert not lost


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_link_in_a_document_leads_somewhere(document: str) -> None:
    text = (TOP / document).read_text("utf-8")
    titles = {
        re.sub(r"[^\w -]", "", title).lower().replace(" ", "-") for title in re.findall(r"^#+ (.+)$", text, re.M)
    }
    lost = set()
    for target in LINK.findall(text):
        path, _, anchor = target.partition("#")
        if not path.startswith("https://") and not (exists(path, document) if path else anchor in titles):
            lost.add(target)
    assert not lost


@pytest.mark.parametrize("room", ROOMS)
def test_every_module_of_a_room_has_its_line_in_the_readme(room: str) -> None:
    named = paths_in(f"{room}/README.md")
    modules = {n for n in tracked() if n.startswith(f"{room}/") and n.endswith(".py") and "/versions/" not in n}
    unexplained = {name for name in modules if not name.endswith("__init__.py")} - named
    assert not unexplained


def test_a_file_that_is_not_there_is_noticed() -> None:
    assert not exists("flows/gone.py", "README.md")
    assert not exists("bot/channels/telegram*y.py", "README.md")
    assert exists("flows/texts/<language>/", "README.md")
    assert exists("README.md", "flows/README.md")


def test_every_room_and_no_other_is_on_the_map() -> None:
    rooms = {code_in(row[0]).rstrip("/") for row in rows(section(README, "The house"))}
    assert rooms == {*ROOMS, "tests"}


# Flows


def test_every_key_of_a_flow_file_is_explained() -> None:
    explained = section(FLOWS_README, "How to write a flow")
    assert {code_in(row[0]) for row in rows(explained)} == FLOW_READERS.keys()
    assert {code_in(row[0]) for row in rows(explained, "A step does one thing")} == STEP_READERS.keys()


def test_every_example_of_a_key_stands_in_the_file_it_is_said_to_come_from() -> None:
    for key, _, example, *_ in rows(section(FLOWS_README, "How to write a flow"), "A step does one thing"):
        snippet, file = CODE.findall(example)
        assert code_in(key) in snippet
        assert snippet in (OUR_DEFINITIONS / file).read_text("utf-8"), f"{file} has no `{snippet}`"


def test_every_name_we_chose_is_used_where_the_glossary_says() -> None:
    glossary = rows(section(FLOWS_README, "The names we chose"))
    assert len(glossary) > 30
    for terms, _, where in glossary:
        text = where + (TOP / code_in(where)).read_text("utf-8").lower()
        assert not [term for term in terms.split(", ") if term not in text], (terms, where)


def test_the_lengths_for_texts_are_those_the_checker_holds() -> None:
    rules = section(FLOWS_README, "Rules for texts").replace("\n  ", " ")
    assert f"at most {LONGEST_PROMPT} characters; a help at most {LONGEST_HELP}" in rules
    assert FEW_CHOICES == 3
    assert f"Labels: {SHORT_LABEL} characters where there are up to three, else {LONG_LABEL}" in rules


# Promises


def in_words(span: timedelta) -> str:
    days = span.total_seconds() / 86400
    return f"{days:.0f} days" if days > 3 else f"{span.total_seconds() / 3600:.0f} hours"


def kept() -> Mapping[str, str]:
    table = rows(section(README, "What we promise"), "**Kept, and for how long.**")
    return {what.partition(" ")[0]: how_long for what, how_long in table}


def test_what_is_said_to_be_kept_is_kept_that_long() -> None:
    said = kept()
    assert said["delivery"].startswith(in_words(timers.DELIVERIES_KEPT))
    assert said["marks"] == in_words(timers.KEYS_KEPT)
    assert said["what"] == in_words(timers.QUARANTINE_KEPT)
    assert said["whoever"] == in_words(consent.UNDECIDED_LIFE)
    assert said["invitations"].startswith(in_words(people.INVITATION_LIFE))
    assert said["invitations"].endswith(in_words(FOUNDING_CODE_LIFE))
    assert f"younger than {starting.FRESH.total_seconds() / 60:.0f} minutes" in README.replace("\n  ", " ")


def test_the_five_ends_of_a_message_are_named() -> None:
    ends = re.findall(r"^- \*\*(\w+)\*\*:", section(README, "What we promise"), re.MULTILINE)
    assert set(ends) == set(State) - {State.QUEUED, State.SENDING, State.HELD}


def test_every_arabic_text_says_what_the_readme_says_of_it() -> None:
    unread = [file for file in tracked() if file.startswith("flows/texts/ar/")]
    assert unread
    assert not [f for f in unread if not (TOP / f).read_text("utf-8").startswith("# reviewed: no\n")]


# The operator's own content


def test_the_example_of_a_content_table_can_be_used_as_it_stands(tmp_path: Path) -> None:
    (example,) = [block for language, block in FENCE.findall(README) if language == "yaml"]
    (tmp_path / FILE).write_text(example, "utf-8")
    content, problems = load_content([tmp_path])
    assert not problems
    assert content.operator.keys() == content.contact.keys() == {"he", "ar", "en"}
    assert all(line.checked for line in content.numbers)


def test_a_folder_laid_over_ours_changes_what_lies_in_it_and_nothing_else(tmp_path: Path) -> None:
    layout = section(README, "Your own content over ours")
    for path in re.findall(r"^  (texts|definitions)/(\S+)", layout, re.MULTILINE):
        ours = TOP / "flows" / "/".join(path)
        target = tmp_path / "/".join(path)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ours, target)
    assert (tmp_path / "texts").is_dir()
    theirs = load_conversations(("he", "ar", "en"), tmp_path)
    ours_alone = load_conversations(("he", "ar", "en"), None)
    assert theirs.catalogue.keys() == ours_alone.catalogue.keys()
    assert Path(theirs.catalogue["menu"].path).is_relative_to(tmp_path)
    assert theirs.catalogue["stop"] == ours_alone.catalogue["stop"]
