"""A word nobody else would write, in every answer and name: where does it lie afterwards?

Every byte under the home folder, the temporary folders and the working folder is looked through,
the names of files too, in every coding a leak might have.
"""

from __future__ import annotations

import base64
import os
import resource
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reflect_tui.notebook.notebook import Notebook
from tests.journeys import story
from tests.support.person import Keys
from tests.support.terminal import KEYS, Terminal

CANARY = "quillwort"
PASSWORD = "blue kettle on a tall shelf"
MOVED = f"moved {CANARY}inthenote"
"""The one answer that is moved into the note."""

_BREAKS_ON_HELP = """
import sys
from reflect_tui.tui import environment

scrub = environment.scrub_environment

def scrub_and_break():
    scrub()
    from reflect_tui.tui.app import ReflectApp

    def broken(self):
        words = {canary!r}
        raise RuntimeError(words + str(self.flow.sitting.session))

    ReflectApp.action_help = broken

environment.scrub_environment = scrub_and_break
from reflect_tui.cli import main
sys.exit(main([]))
"""
"""The program, with a mistake in it that has people's words at hand."""


class Watched(Keys):
    """A person whose program has everything set that Textual could write words to."""

    def start(self) -> None:
        columns, lines = self.size
        place = self.home.parent
        env = {
            "HOME": str(self.home),
            "REFLECT_TUI_HOME": str(self.home / "reflect"),
            "TMPDIR": str(place / "temporary"),
            "TEXTUAL_ANIMATIONS": "none",
            "TEXTUAL": "debug,devtools",
            "TEXTUAL_LOG": str(place / "working" / "textual.log"),
            "TEXTUAL_DEBUG": "1",
            "TEXTUAL_SCREENSHOT": "1",
            "TEXTUAL_SCREENSHOT_LOCATION": str(place / "working"),
            "TEXTUAL_SCREENSHOT_FILENAME": "screen",
        }
        before = Path.cwd()
        os.chdir(place / "working")
        try:
            code = _BREAKS_ON_HELP.format(canary=CANARY)
            command = [sys.executable, "-c", code]
            self.terminal = Terminal(command, env=env, columns=columns, lines=lines)
        finally:
            os.chdir(before)
        self.wait("Hide screen")


def codings(word: str) -> dict[str, bytes]:
    """How a word may stand in a file."""
    plain = word.encode()
    found = {"utf-8": plain, "utf-16-le": word.encode("utf-16-le")}
    found["utf-16-be"] = word.encode("utf-16-be")
    for shift in range(3):
        coded = base64.b64encode(b"\0" * shift + plain).rstrip(b"=")
        # The letters at either end also hold bits of what stands beside the word.
        found[f"base64, {shift}"] = coded[4 if shift else 0 : -1]
    return found


def where_it_lies(place: Path) -> set[str]:
    """The files that hold it, or are called by it, from `place` on."""
    found = set()
    for path in place.rglob("*"):
        name = str(path.relative_to(place))
        held = path.read_bytes() if path.is_file() else b""
        for coding, form in codings(CANARY).items():
            if form in held or form in os.fsencode(name):
                found.add(f"{name} ({coding})")
    return found


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Path]:
    """A home, a temporary folder and a working folder, with core files asked for."""
    for name in ("home", "temporary", "working"):
        (tmp_path / name).mkdir()
    before = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (before[1], before[1]))
    yield tmp_path
    resource.setrlimit(resource.RLIMIT_CORE, before)


def give_a_password(person: Keys) -> None:
    """The first start, as somebody goes through it who wants their words locked."""
    person.choose("  Next  ")
    person.wait("Lock your notebook")
    for _ in range(2):
        person.terminal.send(PASSWORD)
        person.press("enter")
    person.wait("Your recovery words")
    person.press("enter")
    person.wait("Which services")
    person.press("enter")


def skip_the_welcome(person: Keys) -> None:
    """The first start, as somebody skips it."""
    person.choose("Skip for now")


def write_everywhere(person: Keys) -> None:
    """A session with the word in its name and every kind of answer; one moved into the note."""
    person.wait("What brings you here?")
    person.choose("Begin a session")
    person.wait("How are you working?")
    person.write("A name for what you bring", f"name {CANARY}")
    person.choose("  Start  ")
    person.wait("Ctrl+N next")
    person.next_to("Catch the talk")
    person.write(story.TALK, MOVED)
    person.move(story.TALK)
    person.next_to("What we know")
    person.write(story.KNOW, f"known {CANARY}")
    person.next_to("Change one thing")
    person.write(story.CHANGE, f"changed {CANARY}")
    person.go_to(story.AGAIN)
    person.write(story.LEFT, f"left {CANARY}")
    person.write(story.RIGHT, f"right {CANARY}")
    # What Word's habits do: select all, copy.
    person.press("ctrl+a", "ctrl+c")


def write_the_note(person: Keys) -> None:
    """The chosen export."""
    person.choose("  The note  ")
    person.wait("Make the Word file")
    # As Markdown: in a Word file, which is packed, the words could not be looked for.
    person.choose("  More ways  ")
    person.wait("Text with a few marks")
    person.choose("Markdown")
    person.wait("Written:")
    person.press("esc")
    person.wait("Ctrl+N next")


def look_for_it(person: Keys) -> None:
    """It is typed where all sessions are, found there, and gone once the notebook is locked."""
    person.press("esc")
    person.choose("I'm alone now")
    person.wait("What brings you here?")
    person.choose("All sessions")
    person.wait("Type a word")
    person.terminal.send(CANARY)
    person.wait(MOVED)
    person.press("ctrl+l", "ctrl+l")
    person.wait("This notebook is locked")
    assert CANARY not in person.text
    person.terminal.send(PASSWORD)
    person.press("enter")
    person.wait("Go on with")
    person.choose("Go on with")
    person.wait("Ctrl+N next")


def break_it(person: Keys) -> str:
    """The mistake is met; what is said after the screen has gone."""
    person.terminal.send(KEYS["f1"])
    drawn = b""
    while data := person.terminal.read(3.0):
        drawn += data
    person.terminal.gone()
    return drawn.rpartition(b"\x1b[?1049l")[2].decode()


def test_in_a_sealed_notebook_it_lies_in_the_chosen_note_and_nowhere_else(place: Path) -> None:
    person = Watched(place / "home", 120, 36)
    give_a_password(person)
    write_everywhere(person)
    person.press("ctrl+l", "ctrl+l")
    person.wait("This notebook is locked")
    assert CANARY not in person.text
    assert where_it_lies(place) == set()
    person.terminal.send(PASSWORD)
    person.press("enter")
    person.wait(f"left {CANARY}")
    write_the_note(person)
    (note,) = (place / "home" / "reflect" / "notes").glob("*.md")
    look_for_it(person)
    said = break_it(person)
    assert "broke" in said
    assert CANARY not in said
    assert where_it_lies(place) == {f"{note.relative_to(place)} (utf-8)"}
    # The name of what was brought stands at the note's head, and what was moved in it.
    told = [line for line in note.read_text("utf-8").splitlines() if CANARY in line]
    assert len(told) == 2
    assert f"name {CANARY}" in told[0]
    assert MOVED in told[1]
    assert list((place / "working").iterdir()) == list((place / "temporary").iterdir()) == []
    # And it is all there for whoever has the password.
    notebook = Notebook.open(place / "home" / "reflect" / "notebook")
    notebook.key.unlock(PASSWORD)
    (summary,) = notebook.sessions()
    assert str(notebook.load(summary.id)).count(CANARY) >= 6


def test_in_an_unsealed_notebook_it_lies_in_the_notebook_s_own_files_besides(place: Path) -> None:
    person = Watched(place / "home", 80, 24)
    skip_the_welcome(person)
    write_everywhere(person)
    write_the_note(person)
    assert CANARY not in break_it(person)
    own = {name.partition(" (")[0] for name in where_it_lies(place)}
    assert all(
        name.startswith(("home/reflect/notebook/sessions/", "home/reflect/notebook/earlier/"))
        or (name.startswith("home/reflect/notes/") and name.endswith(".md"))
        for name in own
    )
    assert len(own) >= 2


def test_a_core_file_is_never_left(place: Path) -> None:
    person = Watched(place / "home", 80, 24)
    limits = Path(f"/proc/{person.terminal.pid}/limits").read_text("utf-8")
    person.terminal.kill()
    (line,) = [line for line in limits.splitlines() if line.startswith("Max core file size")]
    assert line.split()[4] == "0"
