"""The key file opens what it closed, for one purpose and one row, and gives nothing away."""

import copy
import os
import pickle
import re
import stat
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from storage.seals import KEY_BYTES, Keys, KeyUnusable, SealBroken

ROOT = bytes(range(KEY_BYTES))
KEYS = Keys(ROOT)
# Also the broken halves of emoji that phones send.
words = st.text(st.characters(codec=None), max_size=60)
# Purposes and rows are names of ours: whatever can be written as UTF-8.
names = st.text(st.characters(codec="utf-8"), max_size=60)


@given(names, names, words)
@example("address", "7", "שלום \ud83d")
def test_a_seal_opens_for_its_purpose_and_row(purpose: str, row: str, text: str) -> None:
    assert KEYS.open(purpose, row, KEYS.seal(purpose, row, text)) == text


@given(names, names, names, names)
@example("ab", "c", "a", "bc")
def test_a_seal_opens_for_no_other_purpose_or_row(purpose: str, row: str, other: str, other_row: str) -> None:
    assume((purpose, row) != (other, other_row))
    with pytest.raises(SealBroken):
        KEYS.open(other, other_row, KEYS.seal(purpose, row, "050-1234567"))


@given(words, st.data())
def test_a_changed_or_cut_seal_does_not_open(text: str, data: st.DataObject) -> None:
    sealed = KEYS.seal("address", "7", text)
    place = data.draw(st.integers(0, len(sealed) - 1))
    flipped = bytes([*sealed[:place], sealed[place] ^ data.draw(st.integers(1, 255)), *sealed[place + 1 :]])
    for broken in (flipped, sealed[:place], sealed + b"\0"):
        with pytest.raises(SealBroken):
            KEYS.open("address", "7", broken)


def test_another_key_does_not_open_it() -> None:
    with pytest.raises(SealBroken):
        Keys(bytes(KEY_BYTES)).open("address", "7", KEYS.seal("address", "7", "050-1234567"))


def test_the_same_text_is_never_sealed_alike() -> None:
    assert len({KEYS.seal("address", "7", "050-1234567") for _ in range(50)}) == 50


def test_a_seal_costs_29_bytes() -> None:
    assert len(KEYS.seal("address", "7", "0501234567")) == 10 + 29


@given(words, words, words, words)
@example("telegram", "1", "telegram1", "")
def test_an_address_is_found_again_and_no_other(channel: str, address: str, other: str, other_address: str) -> None:
    found = KEYS.lookup(channel, address)
    assert len(found) == 16
    assert (found == KEYS.lookup(other, other_address)) == ((channel, address) == (other, other_address))


def test_without_the_key_an_address_is_not_found() -> None:
    assert KEYS.lookup("telegram", "1") != Keys(bytes(KEY_BYTES)).lookup("telegram", "1")


def test_what_is_derived_never_changes_between_versions() -> None:
    """Webhooks, addresses and seals of running installations hang on these very values."""
    assert KEYS.secret("telegram-webhook") == "BULfWe7OzKmEJwFNSJtuWzJg-eB_0Z3gQSJ6mL1goIA"
    assert KEYS.lookup("telegram", "12345").hex() == "72b45bb2f342821f9c98477e26a6e67e"
    assert (
        KEYS.open(
            "address",
            "7",
            bytes.fromhex("01c7cbca35f32b19d271c22ffbfab4fe700259538bfcbc733346bbca16489b747d444a3dce"),
        )
        == "שלום"
    )


@given(names)
def test_a_secret_suits_an_address_and_a_header(purpose: str) -> None:
    assert re.fullmatch(r"[A-Za-z0-9_-]{43}", KEYS.secret(purpose))


def test_secrets_differ_by_purpose_and_from_the_key() -> None:
    assert len({KEYS.secret("a"), KEYS.secret("b"), Keys(bytes(KEY_BYTES)).secret("a")}) == 3


def test_keys_never_show_themselves() -> None:
    KEYS.seal("address", "7", "050")
    shown = f"{KEYS} {KEYS!r} {[KEYS]}"
    assert shown == "Keys(…) Keys(…) [Keys(…)]"


@pytest.mark.parametrize("leave", [pickle.dumps, copy.copy, copy.deepcopy])
def test_keys_do_not_leave_the_process(leave: Callable[[Keys], Any]) -> None:
    with pytest.raises(TypeError):
        leave(KEYS)


def test_the_first_start_makes_the_key_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "data" / "key"
    before = os.umask(0)
    try:
        secret = Keys.load(path).secret("it")
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert len(path.read_bytes()) == KEY_BYTES
    assert Keys.load(path).secret("it") == secret
    assert Keys.load(tmp_path / "other").secret("it") != secret


@pytest.mark.parametrize("size", [0, KEY_BYTES - 1, KEY_BYTES + 1])
def test_a_key_of_the_wrong_size_is_refused_and_left_alone(tmp_path: Path, size: int) -> None:
    path = tmp_path / "key"
    path.write_bytes(b"k" * size)
    path.chmod(0o600)
    with pytest.raises(KeyUnusable, match="32 bytes"):
        Keys.load(path)
    assert path.read_bytes() == b"k" * size


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o666])
def test_a_key_that_others_may_touch_is_refused(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "key"
    path.write_bytes(ROOT)
    path.chmod(mode)
    with pytest.raises(KeyUnusable, match="chmod 600"):
        Keys.load(path)


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "key").mkdir(0o700)
    (tmp_path / "file").touch(0o600)
    for path in (tmp_path / "key", tmp_path / "file" / "key"):
        with pytest.raises(KeyUnusable):
            Keys.load(path)


def test_a_key_that_cannot_be_written_whole_is_not_left_half(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def disk_is_full(_fd: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("storage.seals.os.fsync", disk_is_full)
    with pytest.raises(KeyUnusable, match="No space"):
        Keys.load(tmp_path / "key")
    assert not (tmp_path / "key").exists()


def test_two_processes_that_start_at_once_share_one_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        keys = list(pool.map(lambda _: Keys.load(tmp_path / "data" / "key").secret("webhook"), range(16)))
    assert len(set(keys)) == 1
    assert [file.name for file in (tmp_path / "data").iterdir()] == ["key"]
