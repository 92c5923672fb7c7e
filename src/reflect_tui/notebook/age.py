"""What we write of the age format ourselves, byte for byte as its specification has it.

pyrage seals sessions and opens everything. Two things it cannot write: a file under a passphrase
at a work factor that a person can wait for (its own choice takes seconds and a gigabyte), and a
header that carries a part of our own. The format: https://age-encryption.org/v1
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import struct
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

WORK_FACTOR: Final = 17
"""The cost of trying a passphrase, as a power of two: a third of a second, and 128 MiB."""

INTRO: Final = b"age-encryption.org/v1\n"
_CHUNK: Final = 64 * 1024
_COLUMNS: Final = 64
_ZERO_NONCE: Final = bytes(12)
_BECH32: Final = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"


@dataclass(frozen=True, slots=True)
class Stanza:
    """One part of a header: who may open the file, or something of our own."""

    words: tuple[str, ...]
    body: bytes

    def to_bytes(self) -> bytes:
        """As it stands in a header: its body always ends in a line shorter than the others."""
        text = _base64(self.body)
        lines = [text[at : at + _COLUMNS] for at in range(0, len(text) + 1, _COLUMNS)]
        return "\n".join((" ".join(("->", *self.words)), *lines, "")).encode()


def for_passphrase(
    file_key: bytes,
    passphrase: str,
    *,
    salt: bytes | None = None,
    work_factor: int | None = None,
) -> Stanza:
    """The stanza that a passphrase opens; `salt` is sixteen bytes, random when left out.

    `work_factor` is `WORK_FACTOR` when left out.
    """
    salt = salt or os.urandom(16)
    work_factor = WORK_FACTOR if work_factor is None else work_factor
    derived = Scrypt(
        salt=b"age-encryption.org/v1/scrypt" + salt, length=32, n=1 << work_factor, r=8, p=1
    ).derive(passphrase.encode())
    return Stanza(("scrypt", _base64(salt), str(work_factor)), _wrapped(derived, file_key))


def for_recipient(file_key: bytes, recipient: str, *, secret: bytes | None = None) -> Stanza:
    """The stanza that the owner of a public key (`age1…`) opens.

    `secret` is the thirty-two bytes used once, random when left out.
    """
    theirs = _public_key(recipient)
    ephemeral = X25519PrivateKey.from_private_bytes(secret or os.urandom(32))
    share = ephemeral.public_key().public_bytes_raw()
    shared = ephemeral.exchange(X25519PublicKey.from_public_bytes(theirs))
    derived = _hkdf(shared, share + theirs, b"age-encryption.org/v1/X25519")
    return Stanza(("X25519", _base64(share)), _wrapped(derived, file_key))


def file(
    plain: bytes, stanzas: Iterable[Stanza], file_key: bytes, *, nonce: bytes | None = None
) -> bytes:
    """A whole age file; `nonce` is sixteen bytes, random when left out."""
    head = INTRO + b"".join(stanza.to_bytes() for stanza in stanzas) + b"---"
    mac = hmac.new(_hkdf(file_key, b"", b"header"), head, hashlib.sha256).digest()
    nonce = nonce or os.urandom(16)
    cipher = ChaCha20Poly1305(_hkdf(file_key, nonce, b"payload"))
    parts = [head, b" ", _base64(mac).encode(), b"\n", nonce]
    chunks = max(1, -(-len(plain) // _CHUNK))
    for number in range(chunks):
        last = number == chunks - 1
        chunk = plain[number * _CHUNK : (number + 1) * _CHUNK]
        parts.append(cipher.encrypt(struct.pack(">QIB", 0, number, last)[1:], chunk, None))
    return b"".join(parts)


def new_file_key() -> bytes:
    """The key of one file, used once."""
    return os.urandom(16)


def stanzas_of(sealed: bytes) -> list[Stanza]:
    """The stanzas in a file's header; raises ValueError for what is no age file.

    Nothing is proved by reading them: only opening the file says whether they are as written.
    """
    head, found, _ = sealed.partition(b"\n---")
    if not found or not head.startswith(INTRO):
        raise ValueError("no age file")
    stanzas: list[tuple[tuple[str, ...], list[str]]] = []
    for line in head[len(INTRO) :].decode("ascii").split("\n"):
        if line.startswith("-> "):
            stanzas.append((tuple(line[3:].split(" ")), []))
        elif stanzas:
            stanzas[-1][1].append(line)
        else:
            raise ValueError("no stanza")
    return [Stanza(words, _from_base64("".join(lines))) for words, lines in stanzas]


def _wrapped(derived: bytes, file_key: bytes) -> bytes:
    return ChaCha20Poly1305(derived).encrypt(_ZERO_NONCE, file_key, None)


def _hkdf(secret: bytes, salt: bytes, info: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=salt, info=info).derive(secret)


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode().rstrip("=")


def _from_base64(text: str) -> bytes:
    return base64.b64decode(text + "=" * (-len(text) % 4), validate=True)


def _public_key(recipient: str) -> bytes:
    """The thirty-two bytes that `age1…` spells; pyrage has proved its checksum before."""
    letters = recipient.rpartition("1")[2][:-6]
    bits = "".join(f"{_BECH32.index(letter):05b}" for letter in letters)
    return bytes(int(bits[at : at + 8], 2) for at in range(0, 256, 8))
