"""What we write of the age format is, byte for byte, what its public test vectors have."""

from __future__ import annotations

import base64
import subprocess
import sys

import pyrage
import pytest

from reflect_tui.errors import CannotRead, Damaged, WrongWords
from reflect_tui.notebook import age, seal
from tests.age.vectors import Vector, vectors

pytestmark = pytest.mark.age

TOO_NEW = "mlkem768x25519"
"""A kind of stanza that neither we nor pyrage knows."""


def sound() -> list[Vector]:
    """Those that open, and that pyrage can open."""
    return [
        vector
        for vector in vectors()
        if vector.expect == "success"
        and not vector.armored
        and TOO_NEW not in {stanza.words[0] for stanza in vector.stanzas}
    ]


def scrypts() -> list[Vector]:
    return [
        vector
        for vector in vectors()
        if vector.passphrases and vector.name.startswith("scrypt") and not vector.armored
    ]


def test_all_of_them_were_read() -> None:
    assert len(vectors()) == 143
    assert len(sound()) == 15
    assert len(scrypts()) == 25


def test_our_file_is_the_very_same_bytes() -> None:
    for vector in sound():
        ours = age.file(vector.plain(), vector.stanzas, vector.file_key, nonce=vector.nonce)
        assert ours == vector.file, vector.name


def test_we_read_and_write_any_header_as_it_stands() -> None:
    for vector in vectors():
        if vector.expect == "success" and not vector.armored:
            head = b"".join(stanza.to_bytes() for stanza in vector.stanzas)
            assert vector.file.startswith(age.INTRO + head + b"---"), vector.name


def test_our_passphrase_stanza_is_the_very_same() -> None:
    (vector,) = (vector for vector in scrypts() if vector.expect == "success")
    (stanza,) = vector.stanzas
    _, salt, cost = stanza.words
    ours = age.for_passphrase(
        vector.file_key,
        vector.passphrases[0],
        salt=base64.b64decode(salt + "=="),
        work_factor=int(cost),
    )
    assert ours == stanza
    assert ours.to_bytes() in vector.file


def test_what_we_seal_for_their_keys_opens_with_them() -> None:
    keys = {key for vector in sound() for key in vector.identities}
    assert keys
    for key in keys:
        identity = pyrage.x25519.Identity.from_str(key)
        file_key = age.new_file_key()
        stanza = age.for_recipient(file_key, str(identity.to_public()))
        sealed = age.file(b"some words", [stanza], file_key)
        assert pyrage.decrypt(sealed, [identity]) == b"some words"


def test_a_secret_used_once_gives_the_same_stanza_each_time() -> None:
    recipient = seal.public_key(seal.new_identity())
    one, same, other = (
        age.for_recipient(b"k" * 16, recipient, secret=secret * 32) for secret in (b"1", b"1", b"2")
    )
    assert one == same != other


def test_every_passphrase_file_opens_or_is_refused_in_plain_words() -> None:
    identity = seal.new_identity()
    for vector in scrypts():
        if vector.expect == "success":
            words = vector.passphrases[0]
            kept = age.file(f"{identity}\n".encode(), vector.stanzas, vector.file_key)
            assert str(seal.unwrap(kept, words, "identity.age")) == str(identity)
            with pytest.raises(Damaged):  # It opens, and holds no key.
                seal.unwrap(vector.file, words, "identity.age")
            continue
        for words in (*vector.passphrases, "other words"):
            with pytest.raises((Damaged, WrongWords, CannotRead)):
                seal.unwrap(vector.file, words, "identity.age")


def test_every_other_file_is_refused_as_a_key_too() -> None:
    for vector in vectors():
        if vector not in scrypts():
            with pytest.raises((Damaged, WrongWords, CannotRead)):
                seal.unwrap(vector.file, "some words", "identity.age")


IN_LITTLE_MEMORY = """
import resource
from tests.age.vectors import vectors
from reflect_tui.errors import ReflectError
from reflect_tui.notebook import seal
resource.setrlimit(resource.RLIMIT_AS, (600_000_000, 600_000_000))
for vector in vectors():
    for words in vector.passphrases:
        try:
            seal.unwrap(vector.file, words, "identity.age")
        except ReflectError:
            continue
print("all of them")
"""


def test_none_of_them_takes_much_memory() -> None:
    asked = subprocess.run(
        [sys.executable, "-c", IN_LITTLE_MEMORY], capture_output=True, text=True, check=False
    )
    assert asked.stdout == "all of them\n", asked.stderr


def test_a_session_is_sealed_to_one_stanza_that_both_can_read() -> None:
    identity = seal.new_identity()
    sealed = seal.Sealed(seal.public_key(identity)).encode(b"some words")
    ours = [stanza.words[0] for stanza in age.stanzas_of(sealed)]
    assert ours.count("X25519") == 1
    assert "scrypt" not in ours
