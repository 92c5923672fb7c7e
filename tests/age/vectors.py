"""The public test vectors of the age format, as the package `cctv-age` brings them.

Each is a few lines `key: value`, a blank line, and an age file. They are not kept here: `.ci/run`
fetches them and says in `AGE_VECTORS` where its `index.js` lies.
"""

from __future__ import annotations

import base64
import hashlib
import os
import re
import zlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyrage

from reflect_tui.notebook.age import Stanza, stanzas_of

_ONE = re.compile(r'var (\w+)_default = __toBinary\("([^"]*)"\)')


@dataclass(frozen=True)
class Vector:
    """One file, and what is known of it."""

    name: str
    expect: str
    file_key: bytes
    file: bytes
    payload: str = ""
    """The SHA-256 of what is in it."""
    passphrases: tuple[str, ...] = ()
    identities: tuple[str, ...] = ()
    armored: bool = False

    @property
    def stanzas(self) -> list[Stanza]:
        """Who may open it."""
        return stanzas_of(self.file)

    @property
    def nonce(self) -> bytes:
        """The sixteen bytes after the header."""
        return self.file.partition(b"\n---")[2].partition(b"\n")[2][:16]

    def plain(self) -> bytes:
        """What is in it, opened by pyrage, which is proved by the payload's digest."""
        if self.passphrases:
            plain = pyrage.passphrase.decrypt(self.file, self.passphrases[0])
        else:
            keys = [pyrage.x25519.Identity.from_str(key) for key in self.identities]
            plain = pyrage.decrypt(self.file, keys)
        assert hashlib.sha256(plain).hexdigest() == self.payload
        return bytes(plain)


@cache
def vectors() -> list[Vector]:
    """All of them; raises KeyError where nobody said where they are."""
    text = Path(os.environ["AGE_VECTORS"]).read_text("utf-8")
    return [_read(name, base64.b64decode(blob)) for name, blob in _ONE.findall(text)]


def _read(name: str, blob: bytes) -> Vector:
    head, _, file = blob.partition(b"\n\n")
    said: dict[str, list[str]] = {}
    for line in head.decode().split("\n"):
        key, _, value = line.partition(": ")
        said.setdefault(key, []).append(value)
    if "compressed" in said:
        file = zlib.decompress(file)
    return Vector(
        name=name,
        expect=said["expect"][0],
        file_key=bytes.fromhex(said["file key"][0]),
        file=file,
        payload=said.get("payload", [""])[0],
        passphrases=tuple(said.get("passphrase", ())),
        identities=tuple(said.get("identity", ())),
        armored="armored" in said,
    )
