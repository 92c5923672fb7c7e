"""One session with a supervisor, as both faces are walked through it in these tests."""

from __future__ import annotations

from pathlib import Path

import docx
from docx.table import Table

from reflect_tui.notebook.notebook import Notebook
from reflect_tui.session.model import Session
from tests.support.person import Person

BROUGHT = "the tall house"
WORDS = "She is streetwise and runs rings round her mum."
KNOWN = "The school saw her collect the twins on nine days in May."
MEANING = "I took it that nobody minds her."
FIRST = ("gender", "She is streetwise.", "He is coping.", "I would have said he was coping.")
SECOND = ("age", "She is streetwise.", "She is only nine.", "I would have asked who feeds her.")
ASSUMED = "I was assuming that she can look after herself."
ACTIONS = (
    ("Ask her what a school night is like", "practitioner", "Friday", "on the walk home"),
    ("Reword the chronology", "practitioner", "next visit", "her mum reads it first"),
)
MOVED = (WORDS, KNOWN, FIRST[3], SECOND[3], ASSUMED)
STAYED = (MEANING, FIRST[2], SECOND[2], FIRST[0])

TALK = "What words are being used about them now?"
KNOW = "What do we know, and how do we know it?"
MAKE = "What do we make of it, and what else could it be?"
CHANGE = "What will you change?"
AGAIN = "Say our sentence again with one thing"
LEFT, RIGHT = "As we say it now", "With one thing changed"
DIFFERENT = "Where did you want a different word"
WAS_ASSUMED = "What was being assumed?"


def kept(home: Path) -> Session:
    """The one session of a notebook, read from its file."""
    notebook = Notebook.open(home / "notebook")
    (summary,) = notebook.sessions()
    return notebook.load(summary.id)


def note(home: Path) -> str:
    """The words of the one note that was made, a row of a table as Markdown has it."""
    (path,) = (home / "notes").iterdir()
    return path.read_text(encoding="utf-8") if path.suffix == ".md" else word_file(path)


def word_file(path: Path) -> str:
    """The words of a Word file, as somebody reads them who opens it."""
    said: list[str] = []
    for part in docx.Document(str(path)).iter_inner_content():
        if isinstance(part, Table):
            rows = [[cell.text for cell in row.cells] for row in part.rows]
            said += [f"| {' | '.join(cells)} |" for cells in rows]
        else:
            said.append(part.text)
    return "\n".join(said)


def begin(person: Person) -> None:
    """Past the welcome, into a one-to-one."""
    person.choose("Skip for now")
    person.wait("What brings you here?")
    person.choose("Begin a session")
    person.wait("How are you working?")
    person.write("A name for what you bring", BROUGHT)
    person.choose("  Start  ")
    person.wait("Ctrl+N next")


def catch_the_talk(person: Person) -> None:
    """The words that are used, into the note; what is known, and what is made of it."""
    person.next_to("Catch the talk")
    person.write(TALK, WORDS)
    person.move(TALK)
    person.next_to("What we know")
    person.write(KNOW, KNOWN)
    person.write(MAKE, MEANING)


def swap(person: Person, told: tuple[str, str, str, str]) -> None:
    """One change, and what it does; that goes into the note."""
    what, as_it_is, changed, different = told
    person.next_to("Change one thing")
    person.write(CHANGE, what)
    person.go_to(AGAIN)
    person.write(LEFT, as_it_is)
    person.write(RIGHT, changed)
    person.next_to("What happens to our thinking?")
    person.write(DIFFERENT, different)
    person.move(DIFFERENT)


def put_down_and_come_back(person: Person) -> None:
    """Home, out of the program, in again, and on with it."""
    here = person.step()
    person.home_again()
    assert person.leave() == 0
    person.start()
    person.wait("What brings you here?")
    person.choose(f"Go on with “{BROUGHT}”")
    person.wait(lambda: person.step() == here)


def end_it(person: Person) -> None:
    """What was assumed, and two actions."""
    person.next_to("I was assuming")
    person.go_to(WAS_ASSUMED)
    person.type(ASSUMED.removeprefix("I was assuming "))
    person.next_to("What now")
    for what, who, by, told in ACTIONS:
        person.write("What will be done?", what)
        person.write("Who, by role", who)
        person.write("By when", by)
        person.write("How will they be told or asked?", told)
        person.choose("Add, in the note")
        person.wait(f"{who} · by {by} · {told}")


def write_the_note(person: Person) -> None:
    """Two more into the note, on its own page; then the file."""
    person.choose("  The note  ")
    person.wait("Make the Word file")
    person.move_listed("What do we know, and how do we know it?")
    person.move_listed("What was being assumed?")
    person.choose("  Make the Word file  ")
    person.wait("Written:")


def whole(person: Person) -> None:
    """All of it."""
    begin(person)
    catch_the_talk(person)
    swap(person, FIRST)
    person.choose("Another swap")
    person.wait(lambda: person.step() == "Change one thing")
    swap(person, SECOND)
    put_down_and_come_back(person)
    end_it(person)
    write_the_note(person)
