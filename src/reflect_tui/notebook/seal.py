"""Sealing: one age identity for a notebook, wrapped twice, under a password and recovery words.

Whoever has the public half can seal; only whoever has the identity can open. So a session is
saved while the notebook is locked, and a changed password rewrites one file.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from reflect_tui.errors import CannotRead, Damaged, Locked, ReflectError, WrongWords

if TYPE_CHECKING:
    from pyrage.x25519 import Identity

# pyrage, cryptography and the recovery words are imported where they are used: an unsealed
# notebook needs none of them.

SEALED_SUFFIX: Final = ".age"
SHORTEST: Final = 12
"""Characters a password must have at least: three short words."""
RECOVERY_WORDS: Final = 12
"""How many recovery words there are: 128 bits, and a check that they belong together."""

_COST = re.compile(rb"^-> scrypt [^ \n]+ (\d{1,9})$", re.MULTILINE)


class Sealed:
    """A sealed notebook's coder: seals with the public key, opens while the identity is there."""

    suffix = ".json" + SEALED_SUFFIX

    def __init__(self, recipient: str, identity: Identity | None = None) -> None:
        self.recipient = recipient
        """The public key, `age1…`."""
        self.identity = identity
        """What opens the files, or None while the notebook is locked."""

    def encode(self, plain: bytes) -> bytes:
        """`plain`, sealed. Needs no password. Raises ReflectError for a key that is none."""
        import pyrage

        try:
            to = pyrage.x25519.Recipient.from_str(self.recipient)
        except pyrage.RecipientError:
            raise ReflectError(
                "This notebook's public key cannot be understood",
                where="notebook.toml",
                do="Put notebook.toml back from a backup.",
            ) from None
        return bytes(pyrage.encrypt(plain, [to]))

    def decode(self, kept: bytes) -> bytes:
        """What was sealed. Raises Locked, CannotRead for another key's file, and Damaged."""
        import pyrage

        if self.identity is None:
            raise Locked(
                "This notebook is locked", do="Give its password, or its recovery words, to read."
            )
        try:
            return bytes(pyrage.decrypt(kept, [self.identity]))
        except pyrage.DecryptError as error:
            if "No matching keys" in str(error):
                raise CannotRead(
                    "This file was sealed with another key than this notebook's, or its first "
                    "lines were changed",
                    do="Nothing was changed; an earlier state may still open.",
                ) from None
            raise Damaged("This session's file is broken off or written over") from None


class NoKey:
    """The coder of a sealed file that lies in an unsealed notebook."""

    suffix = ".json" + SEALED_SUFFIX

    def encode(self, plain: bytes) -> bytes:
        """Never: an unsealed notebook writes nothing sealed."""
        raise CannotRead("This file is sealed, and this notebook has no password")

    def decode(self, kept: bytes) -> bytes:
        """Never: there is no key."""
        raise CannotRead(
            "This file is sealed, and this notebook has no password",
            do="Nothing was changed; it came from a notebook with one.",
        )


# -- identities --------------------------------------------------------------------------------


def new_identity() -> Identity:
    """A new identity, of a new notebook."""
    import pyrage

    return pyrage.x25519.Identity.generate()


def public_key(identity: Identity) -> str:
    """The public half, `age1…`."""
    return str(identity.to_public())


def wrap(identity: Identity, words: str) -> bytes:
    """An identity file under a password: `age -d -i` asks for the password and takes it."""
    from reflect_tui.notebook import age

    key = age.new_file_key()
    plain = f"# reflect-tui notebook\n# public key: {public_key(identity)}\n{identity}\n"
    return age.file(plain.encode(), [age.for_passphrase(key, words)], key)


def unwrap(wrapped: bytes, words: str, where: str) -> Identity:
    """The identity in a wrapped file; about a third of a second and 140 MB.

    Raises WrongWords, and Damaged for what cannot be such a file.
    """
    import pyrage

    damaged = _damaged_key(where)
    _refuse_dear(wrapped, where)
    try:
        plain = bytes(pyrage.passphrase.decrypt(wrapped, words))
    except pyrage.DecryptError as error:
        # The one way in which wrong words fail; a broken first line can look the same.
        if str(error) == "Decryption failed":
            raise WrongWords("That doesn't open it", do="Try again; nothing is lost.") from None
        raise damaged from None
    for line in plain.decode("ascii", errors="replace").splitlines():
        if line.startswith("AGE-SECRET-KEY-1"):
            try:
                return pyrage.x25519.Identity.from_str(line.strip())
            except pyrage.IdentityError:
                break
    raise damaged


def _damaged_key(where: str) -> Damaged:
    return Damaged(
        "The file that holds this notebook's key is broken off or written over",
        where=where,
        do="Nothing was changed; use the other way in, or put the file back from a backup.",
    )


def _refuse_dear(wrapped: bytes, where: str) -> None:
    """Refuse a file that would cost more memory to try than it may: nothing says who wrote it."""
    from reflect_tui.notebook.age import INTRO, WORK_FACTOR

    if not wrapped.startswith(INTRO):
        # pyrage reads age's text form too, whose cost cannot be seen before it is paid.
        raise _damaged_key(where)
    found = _COST.search(wrapped)
    if found is not None and int(found[1]) > WORK_FACTOR:
        raise CannotRead(
            f"The file that holds this notebook's key asks for more work than this program does "
            f"({int(found[1])} instead of {WORK_FACTOR})",
            where=where,
            do="Nothing was changed; use the other way in, or put the file back from a backup.",
        )


# -- passwords and recovery words --------------------------------------------------------------


def as_password(typed: str) -> str:
    """A password as it is used: without blanks round it, one blank between words, one spelling.

    So a word with an accent opens the notebook whichever keyboard it was typed on.
    """
    whole = typed.encode("utf-8", errors="replace").decode()
    return unicodedata.normalize("NFC", " ".join(whole.split()))


def check_password(typed: str) -> str:
    """A new password as it is used; raises ReflectError when it is too short to be one."""
    words = as_password(typed)
    if len(words) < SHORTEST:
        raise ReflectError(
            f"That is too short: at least {SHORTEST} letters, best three words or more",
            do="Choose words you can see before you, such as things on a shelf at home.",
        )
    return words


def new_recovery_words() -> str:
    """Twelve words, with one blank between; they open a notebook whose password was forgotten."""
    from mnemonic import Mnemonic

    return str(Mnemonic("english").generate(strength=128))


def suggested_password() -> str:
    """Five words nobody could guess (55 bits, and each try costs a third of a second)."""
    import secrets

    from mnemonic import Mnemonic

    return " ".join(secrets.choice(Mnemonic("english").wordlist) for _ in range(5))


def as_recovery_words(typed: str) -> str:
    """Recovery words as they are used; raises ReflectError naming the word that is none.

    Capitals, numbers in front and line breaks don't matter.
    """
    import difflib

    from mnemonic import Mnemonic

    book = Mnemonic("english")
    words = re.findall(r"[a-z]+", typed.lower())
    for number, word in enumerate(words, start=1):
        if word not in book.wordlist:
            near = difflib.get_close_matches(word, book.wordlist, n=1, cutoff=0.5)
            raise ReflectError(
                f"Word {number} is none of the recovery words there can be",
                do=f"Did you mean “{near[0]}”?" if near else "Look at it once more.",
            )
    if len(words) != RECOVERY_WORDS:
        raise ReflectError(
            f"There are {RECOVERY_WORDS} recovery words, and this is {len(words)}",
            do="Write all of them, in their order.",
        )
    together = " ".join(words)
    if not book.check(together):
        raise ReflectError(
            "These words don't belong together",
            do="Look whether two have changed places, or one was read as another.",
        )
    return together


def in_groups(words: str, size: int = 4) -> list[str]:
    """Recovery words as they are shown: some on a line, each with its number."""
    numbered = [f"{number:>2} {word:<10}" for number, word in enumerate(words.split(), start=1)]
    return ["".join(numbered[at : at + size]).rstrip() for at in range(0, len(numbered), size)]
