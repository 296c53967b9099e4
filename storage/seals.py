"""Closes what a stolen database must not tell (addresses, quarantined messages), all from one small key file.

Rules for later editors: a seal belongs to one purpose and one row, and opens for no other. Never change a
layout or a label in place: the first byte of a seal names the key and the layout, so a new one gets a new
number.
"""

import hmac
import os
import secrets
import stat
from base64 import urlsafe_b64encode
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
LOOKUP_BYTES = 16
NONCE_BYTES = 12
FIRST_KEY = b"\x01"


class KeyUnusable(Exception):
    """The key file cannot be made, read or trusted. The message, for operators, says why, never the key."""


class SealBroken(Exception):
    """A seal does not open: another key, another purpose or row, or changed bytes."""


class Keys:
    """Everything derived from the key file. Safe to share between threads; never shows what it holds."""

    __slots__ = ("_ciphers", "_lookup_key", "_root")

    def __init__(self, root: bytes) -> None:
        """`root`: 32 random bytes. Raises KeyUnusable for another size."""
        if len(root) != KEY_BYTES:
            raise KeyUnusable(f"the key must be {KEY_BYTES} bytes, it has {len(root)}")
        self._root = root
        self._lookup_key = self._derived("lookup")
        self._ciphers: dict[str, AESGCM] = {}

    @classmethod
    def load(cls, path: Path) -> "Keys":
        """Reads the key file, or at the first start makes it (0600, its folder 0700). Raises KeyUnusable."""
        try:
            _make(path)
            return cls(_read(path))
        except OSError as error:
            raise KeyUnusable(f"the key file {path} cannot be used: {error.strerror}") from error

    def lookup(self, channel: str, address: str) -> bytes:
        """16 bytes by which an address is found again, and from which it cannot be found without the key."""
        return hmac.digest(self._lookup_key, _joined(channel, address), sha256)[:LOOKUP_BYTES]

    def seal(self, purpose: str, row: str, text: str) -> bytes:
        """Closes `text` for one purpose and row: key number, nonce, ciphertext, tag (29 bytes more)."""
        nonce = secrets.token_bytes(NONCE_BYTES)
        closed = self._cipher(purpose).encrypt(nonce, _encoded(text), _joined(purpose, row))
        return FIRST_KEY + nonce + closed

    def open(self, purpose: str, row: str, sealed: bytes) -> str:
        """The text of a seal. Raises SealBroken."""
        if sealed[:1] != FIRST_KEY:
            raise SealBroken("the seal names a key this program does not have")
        nonce, closed = sealed[1 : 1 + NONCE_BYTES], sealed[1 + NONCE_BYTES :]
        try:
            text = self._cipher(purpose).decrypt(nonce, closed, _joined(purpose, row))
        except (InvalidTag, ValueError):
            raise SealBroken(f"a seal of {purpose} does not open") from None
        return text.decode("utf-8", "surrogatepass")

    def secret(self, purpose: str) -> str:
        """43 characters of A-Z a-z 0-9 _ -, always the same for a purpose, such as a webhook's secret."""
        return urlsafe_b64encode(self._derived(f"secret/{purpose}")).rstrip(b"=").decode("ascii")

    def __repr__(self) -> str:
        return "Keys(…)"

    def __reduce__(self) -> str:
        raise TypeError("keys are not copied out of the process")

    def _cipher(self, purpose: str) -> AESGCM:
        if purpose not in self._ciphers:
            self._ciphers[purpose] = AESGCM(self._derived(f"seal/{purpose}"))
        return self._ciphers[purpose]

    def _derived(self, label: str) -> bytes:
        return HKDF(SHA256(), KEY_BYTES, salt=None, info=f"rakezet/1/{label}".encode()).derive(self._root)


def _make(path: Path) -> None:
    """Makes the key file unless something is there already: whole, or not at all, and one when two start at once."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if os.path.lexists(path):
        return
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    fd = os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_CLOEXEC, 0o600)
    try:
        os.write(fd, secrets.token_bytes(KEY_BYTES))
        os.fsync(fd)
        with suppress(FileExistsError):  # another process was first: its key is the key
            os.link(draft, path)
    finally:
        os.close(fd)
        draft.unlink(missing_ok=True)
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """A power cut must not take the key away while it leaves rows sealed with it."""
    fd = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


def _read(path: Path) -> bytes:
    """Looks at the opened file itself, so that it cannot be exchanged between the look and the reading."""
    with open(os.open(path, os.O_RDONLY | os.O_CLOEXEC), "rb") as file:
        mode = os.fstat(file.fileno()).st_mode
        if not stat.S_ISREG(mode):
            raise KeyUnusable(f"{path} is not a file")
        if mode & 0o077:
            raise KeyUnusable(f"others may read {path}: run  chmod 600 {path}")
        return file.read(KEY_BYTES + 1)


def _joined(first: str, second: str) -> bytes:
    """Both texts as bytes, such that no other pair gives the same."""
    head = _encoded(first)
    return len(head).to_bytes(4, "big") + head + _encoded(second)


def _encoded(text: str) -> bytes:
    """Phones send broken emoji halves too; they must go through."""
    return text.encode("utf-8", "surrogatepass")
