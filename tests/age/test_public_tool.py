"""The public `age` program opens what we write, and we open what it writes.

Needs `age` in the path: `.ci/run` installs it where it may.
"""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
from pathlib import Path

import pytest

from reflect_tui.notebook import backup, folder, giving
from reflect_tui.notebook.notebook import Notebook
from reflect_tui.practice.exercise import Way
from tests.strategies import a_session, with_words, words_of

pytestmark = pytest.mark.age

PASSWORD = "Kettle window café"
SESSION = "7kq2mzt4x5ab3cde"
"""The id that the document speaks of."""
BY_HAND = Path(__file__).parents[2] / "docs" / "opening-by-hand.md"


class Sealed:
    """A sealed notebook with a session that has an earlier state, and one in the bin."""

    def __init__(self, place: Path) -> None:
        self.place = place
        notebook = Notebook.open(place)
        notebook.save(a_session("begun", id=SESSION))
        notebook.save(a_session("put in the bin", id="b" * 16))
        notebook.bin.put("b" * 16)
        self.recovery = notebook.seal(PASSWORD)
        notebook.finish_sealing()
        again = Notebook.open(place)
        again.key.unlock(PASSWORD)
        again.save(with_words(again.load(SESSION), "gone on with"))

    def run(self, commands: str, place: Path | None = None) -> str:
        """Give commands at a terminal, answering whatever asks for a password; what was said.

        `age` asks on the terminal itself, so that nobody can hand it a password in a file.
        """
        words = self.recovery if "recovery.age" in commands else PASSWORD
        child, terminal = pty.fork()
        if child == 0:
            os.chdir(place or self.place)
            os.execvp("bash", ["bash", "-euo", "pipefail", "-c", commands])
        said, answered = b"", 0
        while part := _next(terminal):
            said += part
            asked = said.count(b"Enter passphrase")
            if asked > answered and said.rstrip().endswith(b":"):
                answered = asked
                os.write(terminal, f"{words}\n".encode())
        _, status = os.waitpid(child, 0)
        os.close(terminal)
        assert os.waitstatus_to_exitcode(status) == 0, said.decode(errors="replace")
        return said.decode(errors="replace")


def _next(terminal: int) -> bytes:
    """What is said next; nothing once the other end is closed, which Linux calls an error."""
    ready, _, _ = select.select([terminal], [], [], 60)
    assert ready, "nothing more is said"
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""


@pytest.fixture
def sealed(tmp_path: Path) -> Sealed:
    return Sealed(tmp_path / "notebook")


@pytest.mark.parametrize("key", ["identity.age", "recovery.age"])
def test_age_opens_the_key_to_an_identity_file(sealed: Sealed, key: str) -> None:
    sealed.run(f"age -d -o key.txt {key}")
    lines = (sealed.place / "key.txt").read_text().splitlines()
    recipient = re.findall(r"age1[a-z0-9]{58}", (sealed.place / "notebook.toml").read_text())
    assert lines[1] == f"# public key: {recipient[0]}"
    assert lines[2].startswith("AGE-SECRET-KEY-1")
    asked = subprocess.run(
        ["age-keygen", "-y", str(sealed.place / "key.txt")], capture_output=True, check=True
    )
    assert asked.stdout.decode().strip() == recipient[0]


@pytest.mark.parametrize("key", ["identity.age", "recovery.age"])
def test_age_opens_a_session_with_the_key_as_it_lies_there(sealed: Sealed, key: str) -> None:
    sealed.run(f"age -d -i {key} -o opened.json sessions/{SESSION}.json.age")
    assert '"gone on with"' in (sealed.place / "opened.json").read_text("utf-8")


def test_age_refuses_another_password(sealed: Sealed) -> None:
    sealed.recovery = "not these words"
    with pytest.raises(AssertionError, match="incorrect passphrase"):
        sealed.run("age -d -o key.txt recovery.age")


def test_what_age_seals_for_the_notebook_reads_in_it(sealed: Sealed) -> None:
    other = Notebook.open(sealed.place.with_name("another"))
    other.save(a_session("sealed by age", id="c" * 16))
    (recipient,) = re.findall(r"age1[a-z0-9]{58}", (sealed.place / "notebook.toml").read_text())
    plain = sealed.place.with_name("another") / "sessions" / f"{'c' * 16}.json"
    to = sealed.place / "sessions" / f"{'c' * 16}.json.age"
    subprocess.run(["age", "-r", recipient, "-o", str(to), str(plain)], check=True)
    notebook = Notebook.open(sealed.place)
    notebook.key.unlock(PASSWORD)
    assert words_of(notebook.load("c" * 16)) == "sealed by age"
    assert {kept.id for kept in notebook.sessions()} == {SESSION, "c" * 16}


def commands_of(section: str) -> list[str]:
    """The blocks of commands under a heading of the document."""
    _, _, after = BY_HAND.read_text("utf-8").partition(f"\n## {section}\n")
    assert after, f"the document has no section {section!r}"
    return re.findall(r"^```sh\n(.*?)^```$", after.partition("\n## ")[0], re.M | re.S)


SECTIONS = {
    "One session": 2,
    "Everything at once": 3,
    "A backup": 2,
    "A session that was given": 1,
    "Putting something back": 1,
}
"""Every section with commands, and how many blocks of them it has."""


def test_every_command_of_the_document_is_run_here() -> None:
    assert BY_HAND.read_text("utf-8").count("```sh\n") == sum(SECTIONS.values())
    assert {section: len(commands_of(section)) for section in SECTIONS} == SECTIONS


def test_a_notebook_is_opened_and_written_to_as_the_document_says(sealed: Sealed) -> None:
    for section in ("One session", "Everything at once", "Putting something back"):
        for commands in commands_of(section):
            sealed.run(commands)

    def read(name: str) -> str:
        return (sealed.place / name).read_text("utf-8")

    assert read("session.json") == read("by-recovery.json") == read(f"opened/{SESSION}.json")
    assert '"gone on with"' in read("session.json")
    assert '"put in the bin"' in read(f"opened/{'b' * 16}.json")
    (state,) = (sealed.place / "states").iterdir()
    assert '"begun"' in state.read_text("utf-8")
    assert not (sealed.place / "key.txt").exists()
    notebook = Notebook.open(sealed.place)
    notebook.key.unlock(PASSWORD)
    put_back = next(kept for kept in notebook.sessions() if kept.id == "put-back")
    assert put_back.other_of == SESSION
    assert words_of(notebook.load("put-back")) == "gone on with"


@pytest.mark.parametrize("by", ["identity", "recovery"])
def test_a_backup_is_opened_as_the_document_says(sealed: Sealed, tmp_path: Path, by: str) -> None:
    place = tmp_path / "empty"
    place.mkdir()
    (place / "backup.age").write_bytes(backup.make(folder.opened(sealed.place)))
    for commands in commands_of("A backup"):
        if by == "recovery":
            commands = commands.replace("reflect-tui/identity", "reflect-tui/recovery")
            commands = commands.replace("identity.age", "recovery.age")
        sealed.run(commands, place)
    assert (place / f"{by}.age").read_bytes() == (sealed.place / f"{by}.age").read_bytes()
    restored = Notebook.open(place / "restored")
    restored.key.unlock(PASSWORD)
    assert words_of(restored.load(SESSION)) == "gone on with"


def test_a_backup_of_a_notebook_without_a_password_is_opened_with_its_own(
    sealed: Sealed, tmp_path: Path
) -> None:
    place = tmp_path / "empty"
    place.mkdir()
    plain = Notebook.open(tmp_path / "plain")
    plain.save(a_session("in the clear", id=SESSION))
    (place / "backup.age").write_bytes(backup.make(folder.opened(plain.top), PASSWORD))
    for commands in commands_of("A backup"):
        sealed.run(commands, place)
    restored = Notebook.open(place / "restored")
    assert words_of(restored.load(SESSION)) == "in the clear"


def test_a_session_that_was_given_is_opened_as_the_document_says(
    sealed: Sealed, tmp_path: Path
) -> None:
    place = tmp_path / "empty"
    place.mkdir()
    session = a_session("between us", id=SESSION, way=Way.ONE_TO_ONE)
    (place / "given.age").write_bytes(giving.make(session, PASSWORD))
    for commands in commands_of("A session that was given"):
        sealed.run(commands, place)
    notebook = Notebook.open(tmp_path / "plain")
    (place / "given.json").rename(notebook.top / "sessions" / f"{SESSION}.json")
    assert words_of(notebook.load(SESSION)) == "between us"


def test_the_document_names_every_file_there_is(sealed: Sealed) -> None:
    said = BY_HAND.read_text("utf-8")
    notebook = Notebook.open(sealed.place)
    assert notebook.take_over()
    for path in sealed.place.iterdir():
        assert f"`{path.name}" in said, path.name
