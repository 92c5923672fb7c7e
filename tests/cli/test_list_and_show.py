"""`list` and `show`: the sessions, newest first, and a whole one for its owner to read."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from reflect_tui.session.model import Session
from tests.cli.running import ACTING, CommandLine
from tests.strategies import EXERCISE, a_session, stamped

FIRST, SECOND = "abcdefgh22222222", "abcdzzzz33333333"


def two(ask: CommandLine) -> None:
    """Two sessions whose ids begin alike."""
    ask.keep(a_session("mature for her age", id=FIRST), a_session("other words", id=SECOND))


def test_the_newest_session_stands_first(filled: CommandLine) -> None:
    kept = filled.notebook.sessions()
    listed = filled("list")
    assert listed.status == 0
    assert [line.split()[0] for line in listed.lines] == [each.id for each in kept]
    began = [each.began for each in kept]
    assert began == sorted(began, reverse=True)
    assert len(set(began)) == 4


def test_a_line_says_when_how_and_what_it_was_about(ask: CommandLine) -> None:
    began = datetime(2026, 3, 2, 12, 30, tzinfo=UTC)
    ask.keep(a_session("words nobody should see in a list", began=began))
    (line,) = ask("list").lines
    when = f"{began.astimezone():%a %d %b %Y %H:%M}"
    assert line == f"aaaaaaaaaaaaaaaa  {when}  solo  the blue folder  A small exercise"


def test_before_the_first_session_one_is_told_how_to_begin(ask: CommandLine) -> None:
    listed = ask("list")
    assert listed.status == 0
    assert listed.out == "There are no sessions yet. Begin one with: reflect-tui\n"
    assert json.loads(ask("list", "--json").out) == []


def test_the_list_as_json_holds_the_same_sessions_and_none_of_the_words(
    filled: CommandLine,
) -> None:
    told = json.loads(filled("list", "--json").out)
    assert [each["id"] for each in told] == [line.split()[0] for line in filled("list").lines]
    assert told[0]["brought"] == "the blue folder"
    assert told[0]["exercises"][0]["id"] == "counterfactual"
    assert "quite mature" not in json.dumps(told)


@pytest.mark.parametrize("name", [FIRST, FIRST[:5], "abcde"])
def test_a_session_is_shown_by_its_id_or_its_first_letters(ask: CommandLine, name: str) -> None:
    two(ask)
    shown = ask("show", name)
    assert shown.status == 0
    assert shown.lines[0] == "the blue folder"
    assert "What words are being used?\nmature for her age" in shown.out
    assert "other words" not in shown.out


def test_first_letters_that_two_sessions_share_show_neither(ask: CommandLine) -> None:
    two(ask)
    shown = ask("show", "abcd")
    assert (shown.status, shown.out) == (1, "")
    assert shown.err == (
        "reflect-tui: 2 sessions begin with 'abcd'. "
        "Write more of its letters; `reflect-tui list` shows them all.\n"
    )


def test_a_whole_id_is_meant_even_where_a_copy_has_a_longer_name(ask: CommandLine) -> None:
    two(ask)
    folder = ask.home / "notebook" / "sessions"
    (folder / f"{FIRST} (copy).json").write_bytes((folder / f"{FIRST}.json").read_bytes())
    shown = ask("show", FIRST)
    assert shown.status == 0
    assert "mature for her age" in shown.out


def test_an_id_that_nothing_is_like_sends_one_to_the_list(ask: CommandLine) -> None:
    two(ask)
    shown = ask("show", "zzz")
    assert (shown.status, shown.out) == (1, "")
    assert shown.err.startswith("reflect-tui: There is no session 'zzz' in this notebook (")
    assert shown.err.endswith("). `reflect-tui list` shows them all.\n")


def test_an_id_with_a_slip_in_it_gets_the_nearest_one_suggested(ask: CommandLine) -> None:
    two(ask)
    assert f"Did you mean {FIRST}?" in ask("show", FIRST.replace("c", "k")).err


@pytest.mark.parametrize("name", ["", "../sessions/" + FIRST, "/etc/passwd", ".", "*"])
def test_what_is_no_id_shows_nothing_even_of_the_only_session(ask: CommandLine, name: str) -> None:
    ask.keep(a_session("mature for her age", id=FIRST))
    shown = ask("show", name)
    assert (shown.status, shown.out) == (1, "")
    assert "There is no session" in shown.err


def test_a_session_as_json_is_the_whole_session(filled: CommandLine) -> None:
    for kept in filled.notebook.sessions():
        told = Session.model_validate_json(filled("show", kept.id, "--json").out)
        assert told == filled.notebook.load(kept.id)


def test_a_broken_session_is_listed_with_its_reason_and_hides_no_other(ask: CommandLine) -> None:
    two(ask)
    broken = ask.home / "notebook" / "sessions" / f"{FIRST}.json"
    broken.write_text("{", "utf-8")
    listed = ask("list")
    assert listed.status == 0
    by_id = {line.split()[0]: line for line in listed.lines}
    assert "This session's file is broken off or written over" in by_id[FIRST]
    assert "the blue folder" in by_id[SECOND]
    shown = ask("show", FIRST)
    assert shown.status == 1
    assert "A copy was put aside as damaged/" in shown.err
    assert broken.read_text("utf-8") == "{"
    assert [each["trouble"] is None for each in json.loads(ask("list", "--json").out)] == [
        each.trouble is None for each in ask.notebook.sessions()
    ]


@pytest.mark.parametrize(
    "when", ["0001-01-01T00:00:00Z", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59Z"]
)
@pytest.mark.parametrize("field", ["began", "changed"])
def test_a_session_from_the_ends_of_time_hides_no_other(
    ask: CommandLine, when: str, field: str
) -> None:
    two(ask)
    file = ask.home / "notebook" / "sessions" / f"{FIRST}.json"
    told = json.loads(file.read_text("utf-8"))
    told["session"]["1"][field] = when
    file.write_text(json.dumps(told), "utf-8")
    listed = ask("list")
    assert {line.split()[0] for line in listed.lines} == {FIRST, SECOND}
    assert "This session's file has lost one of its parts" in listed.out
    assert ask("show", FIRST).status == 1


def test_nothing_in_a_session_acts_on_a_terminal(ask: CommandLine) -> None:
    ask.keep(a_session(f"mature{ACTING} for her age", brought=f"the {ACTING}blue\nfolder"))
    listed, shown = ask("list"), ask("show", "a")
    assert len(listed.lines) == 1
    assert "blue folder" in listed.out
    assert "for her age" in shown.out
    assert listed.plain
    assert shown.plain


def test_words_whose_exercise_cannot_be_read_any_more_are_still_given_out(
    ask: CommandLine,
) -> None:
    exercise = stamped(EXERCISE.replace("title: A", f"title: A{ACTING}"))
    ask.keep(a_session("mature for her age", exercises=(exercise,)))
    assert ask("list").plain
    shown = ask("show", "a")
    assert shown.status == 1
    assert shown.plain
    assert shown.err.endswith("`reflect-tui show ID --json` gives its words.\n")
    assert "mature for her age" in ask("show", "a", "--json").out


def test_nothing_in_json_acts_on_a_terminal_and_nothing_is_lost(ask: CommandLine) -> None:
    ask.keep(a_session(f"mature{ACTING} – “hers”", brought=f"the blue{ACTING} folder"))
    listed, shown = ask("list", "--json"), ask("show", "a", "--json")
    assert (listed.out + shown.out).isascii()
    assert listed.plain
    assert shown.plain
    assert json.loads(listed.out)[0]["brought"] == f"the blue{ACTING} folder"
    assert json.loads(shown.out)["responses"][0]["value"]["text"] == f"mature{ACTING} – “hers”"


def test_nothing_in_a_files_name_acts_on_a_terminal(ask: CommandLine) -> None:
    (ask.notebook.top / "sessions" / f"zz{ACTING}\nlist.json").write_text("{", "utf-8")
    listed, shown = ask("list"), ask("show", "zzlist")
    assert len(listed.lines) == 1
    assert listed.plain
    assert shown.status == 1
    assert shown.plain
    assert len(shown.err.splitlines()) == 1
