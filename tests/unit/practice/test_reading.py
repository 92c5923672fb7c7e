"""A sound file reads back exactly; a faulty one tells everything; nothing makes it stumble."""

from __future__ import annotations

import hashlib
import os
import time
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reflect_tui.practice.exercise import (
    Condition,
    Exercise,
    Imagined,
    Kind,
    Meets,
    Minutes,
    Option,
    Prompt,
    Service,
    Shape,
    Stage,
    Way,
)
from reflect_tui.practice.reading import Reading, read_exercise, read_text

HERE = Path(__file__).parent
SOUND = (HERE / "sound.md").read_text("utf-8")
CLAUSES = frozenset({"2.7", "1.10"})

IN_COMPANY = Meets(frozenset({Way.ONE_TO_ONE, Way.GROUP}))
IN_GROUP = Meets(frozenset({Way.GROUP}))
CHILDREN = Meets(services=frozenset({Service.CHILDREN}))
ADULTS = Meets(services=frozenset({Service.ADULTS}))


def sound() -> Exercise:
    reading = read_text(SOUND, "sound.md", CLAUSES)
    assert reading.problems == ()
    assert reading.exercise is not None
    return reading.exercise


def codes(reading: Reading) -> list[tuple[int, str]]:
    return [(problem.line, problem.code) for problem in reading.problems]


def test_a_sound_file_reads_back_exactly() -> None:
    talk = Stage(
        "talk",
        "Catch the talk",
        "Guidance, > and a [link](https://example.org/).",
        prompts=(
            Prompt(
                "words",
                "What words are used?",
                Kind.TEXT,
                help="Help before.\n\nHelp after.",
                probes=("Whose words came first?", "What was left out?"),
                section="brought",
                by="practitioner",
                case_ask=True,
                clauses=("2.7",),
                short=True,
                minutes=2,
                line=26,
            ),
            Prompt(
                "whose",
                "Whose words are they?",
                Kind.CHOOSE_MANY,
                help="Choose *freely*:\n\n- not a list of options\n- but of hints\n\nThen:",
                options=(
                    Option("ours", "Ours", line=47),
                    Option(
                        "record",
                        "An old record's",
                        Meets(frozenset({Way.SOLO, Way.ONE_TO_ONE}), frozenset({Service.ADULTS})),
                        line=48,
                    ),
                    Option("theirs", "Theirs", line=49),
                ),
                at_most=2,
                line=38,
            ),
            Prompt(
                "seen",
                "Have they seen it?",
                Kind.LINE,
                own_words=True,
                alone=True,
                when=Condition("talk", "whose", "has", "record"),
                starts='They have "seen"',
                line=51,
            ),
            Prompt(
                "name",
                "How do they call themselves?",
                Kind.LINE,
                meets=CHILDREN,
                own_words=True,
                section="voice",
                line=53,
            ),
            Prompt(
                "name",
                "How does the person call themselves?",
                Kind.LINE,
                meets=ADULTS,
                own_words=True,
                section="voice",
                line=55,
            ),
        ),
        clauses=("2.7", "1.10"),
        short=True,
        minutes=5,
        line=22,
    )
    swap = Stage(
        "swap",
        "Change one thing",
        shape=Shape.REPEAT,
        prompts=(
            Prompt("what", "What will you change?", Kind.LINE, line=59),
            Prompt(
                "far",
                "How far?",
                Kind.CHOOSE,
                options=(Option("little", "A little", line=63), Option("lot", "A lot", line=64)),
                line=61,
            ),
            Prompt(
                "versions",
                "Say it again",
                Kind.CONTRAST,
                left="As we say it",
                right="Changed",
                imagined=Imagined.RIGHT,
                line=66,
            ),
        ),
        named_by="what",
        meets=IN_COMPANY,
        line=57,
    )
    happens = Stage(
        "happens",
        "What happens?",
        prompts=(
            Prompt("turn", "In turn", Kind.ROUND, meets=IN_GROUP, line=70),
            Prompt("next", "What they do", Kind.ACTIONS, section="actions", line=72),
        ),
        for_stage="swap",
        when=Condition("swap", "far", "is", "lot"),
        meets=IN_COMPANY,
        line=68,
    )
    gather = Stage(
        "all",
        "All of it",
        shape=Shape.GATHER,
        for_stage="swap",
        gathered_by="far",
        meets=IN_COMPANY,
        line=74,
    )
    board = Stage(
        "board",
        "Fifteen parts",
        shape=Shape.BOARD,
        prompts=(Prompt("start", "Start with", Kind.CHOOSE, from_board="board", line=78),),
        line=76,
    )
    gender = Stage(
        "gender",
        "Gender",
        shape=Shape.CARD,
        prompts=(
            Prompt("place", "Where is it?", Kind.PLACE, imagined=Imagined.ALL, line=82),
            Prompt(
                "day",
                "Their day",
                Kind.DAY,
                options=(Option("morning", "Morning", line=86), Option("night", "Night", line=87)),
                line=84,
            ),
        ),
        short=True,
        line=80,
    )
    race = Stage(
        "race",
        "Race",
        shape=Shape.CARD,
        prompts=(
            Prompt(
                "write",
                "Write",
                Kind.TEXT,
                when=Condition("board", "start", "is", "race"),
                line=91,
            ),
        ),
        alone=True,
        line=89,
    )
    drawn = Stage("map", "The map", shape=Shape.MAP, map_of="board", line=93)
    last = Stage("last", "Last words", "Only words stand here.", line=95)
    assert sound() == Exercise(
        id="sound",
        version=3,
        title="A sound one: with everything",
        summary="Every kind of stage and prompt there is.",
        introduction="Why this exercise, with *emphasis*.\n\n- a list\n- of its own",
        standing="Nobody in the room is ever the example.",
        clauses=("2.7", "1.10"),
        minutes=Minutes(solo=10, one_to_one=20, group=30, short=5),
        stages=(talk, swap, happens, gather, board, gender, race, drawn, last),
        text=SOUND,
        hash=hashlib.sha256(SOUND.encode()).hexdigest(),
    )


def test_the_same_words_give_the_same_exercise_however_an_editor_saved_them(
    tmp_path: Path,
) -> None:
    for number, data in enumerate(
        (
            b"\xef\xbb\xbf" + SOUND.encode(),
            SOUND.replace("\n", "\r\n").encode(),
            b"\xef\xbb\xbf" + SOUND.replace("\n", "\r\n").encode(),
        )
    ):
        path = tmp_path / f"{number}.md"
        path.write_bytes(data)
        assert read_exercise(path, CLAUSES).exercise == sound()


def test_a_stamped_text_reads_back_as_the_same_exercise() -> None:
    exercise = sound()
    assert read_text(exercise.text, "a session's copy").exercise == exercise


def test_values_are_read_as_they_are_written() -> None:
    text = SOUND.replace("Nobody in the room is ever the example.", "no")
    exercise = read_text(text, "x").exercise
    assert exercise is not None
    assert exercise.standing == "no"


def test_everything_that_is_wrong_is_told_at_once_in_the_order_of_the_lines() -> None:
    text = (
        SOUND.replace("version: 3", "version: three")
        .replace("standing:", "standng:")
        .replace(".short section=brought", ".shrt section=brougt")
        .replace("{#theirs}", "{#ours}")
        .replace("### How far? {#far .choose}", "### How far?")
        .replace("for=swap when", "for=swop when")
        .replace("Only words stand here.", "Only <b>words</b> stand {here}.")
    )
    assert codes(read_text(text, "x")) == [
        (3, "wrong-type"),
        (12, "unknown-key"),
        (26, "unknown-class"),
        (26, "unknown-section"),
        (49, "repeated-id"),
        (61, "missing-brace"),
        (68, "for-names-nothing"),
        (68, "when-names-nothing"),
        (74, "by-names-nothing"),
        (97, "raw-html"),
        (97, "stray-brace"),
    ]


def test_a_problem_in_bytes_and_one_in_words_are_told_together(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(SOUND.replace(".line .own-words", ".lines").encode() + b"Caf\xe9\n")
    assert codes(read_exercise(path)) == [
        (53, "unknown-kind"),
        (55, "unknown-kind"),
        (98, "not-utf-8"),
    ]


@pytest.mark.parametrize("coding", ["utf-16-le", "utf-16-be", "utf-32-le"])
def test_of_another_coding_without_its_mark_nothing_else_is_told(
    tmp_path: Path, coding: str
) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(SOUND.encode(coding))
    assert codes(read_exercise(path)) == [(1, "not-utf-8")]


def test_a_file_over_a_megabyte_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.md"
    path.write_bytes(SOUND.encode() + b"x" * 1_000_000)
    assert codes(read_exercise(path)) == [(1, "too-large")]
    assert codes(read_text(SOUND + "x" * 1_000_000, "x")) == [(1, "too-large")]


def test_what_is_no_file_is_told_and_not_waited_for(tmp_path: Path) -> None:
    assert codes(read_exercise(tmp_path / "none.md")) == [(1, "no-file")]
    assert codes(read_exercise(tmp_path)) == [(1, "cannot-read")]
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.md")
        assert codes(read_exercise(tmp_path / "pipe.md")) == [(1, "cannot-read")]


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="rights are other ones on Windows")
def test_a_file_that_may_not_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.md"
    path.write_text(SOUND, "utf-8")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    assert codes(read_exercise(path)) == [(1, "cannot-read")]


def test_the_id_is_known_even_of_a_broken_exercise() -> None:
    reading = read_text(SOUND.replace("{#theirs}", ""), "x")
    assert (reading.id, reading.exercise) == ("sound", None)


def test_an_alias_bomb_of_three_hundred_bytes_is_refused_at_once() -> None:
    rows = ['a: &a ["x", "x", "x", "x", "x", "x", "x", "x", "x"]']
    for above, name in zip("abcdefgh", "bcdefghi", strict=True):
        rows.append(f"{name}: &{name} [{','.join([f'*{above}'] * 5)}]")
    text = "---\n" + "\n".join(rows) + "\n---\n"
    assert len(text) < 400
    began = time.perf_counter()
    told = codes(read_text(text, "bomb"))
    assert time.perf_counter() - began < 1
    assert (2, "alias") in told
    assert (10, "alias") in told


def test_colour_words_and_prose_with_angles_and_quotes_are_left_alone() -> None:
    prose = "Less < more > less, 2<3, “quoted”, it’s <https://example.org/>, \\<b>, #not a heading"
    text = SOUND.replace("Only words stand here.", prose)
    exercise = read_text(text, "x").exercise
    assert exercise is not None
    assert exercise.stages[-1].guidance == prose


def test_names_and_words_of_any_script_are_kept() -> None:
    words = "Zoë, नमस्ते, שלום, 👩🏾‍🦱, a\u200cb"
    exercise = read_text(SOUND.replace("Help before.", words), "x").exercise
    assert exercise is not None
    assert exercise.stages[0].prompts[0].help.startswith(words)


# -- whatever happens to a file ---------------------------------------------------------------

LINES = SOUND.split("\n")
WILD = st.one_of(
    st.sampled_from(
        [
            "---",
            "# Again",
            "## Stage {#stage}",
            "### Prompt {#prompt .text}",
            '### Prompt {#talk .choose from=board when="talk/whose has ours"}',
            "#### Deep",
            "##Tight {#tight}",
            "===",
            "```",
            "<!--",
            "<div>",
            "> # In a quotation",
            "- One {#one}",
            "Probes:",
            "  - deeper",
            "{",
            "}",
            "{#",
            "title: &a [*a, !!x y]",
            "? :",
            "\t- x",
            "[a]: b",
        ]
    ),
    st.text(max_size=40),
)
AT = st.integers(0, len(LINES) - 1)
CHANGE = st.one_of(
    st.tuples(st.just("cut"), AT, st.integers(1, 12)),
    st.tuples(st.just("insert"), AT, WILD),
    st.tuples(st.just("swap"), AT, AT),
    st.tuples(st.just("chop"), AT, st.integers(0, 30)),
    st.tuples(st.just("splice"), AT, WILD),
)


def changed(changes: list[tuple[str, int, object]]) -> str:
    lines = list(LINES)
    for name, at, what in changes:
        at = min(at, len(lines) - 1)
        if name == "cut" and isinstance(what, int):
            del lines[at : at + what]
        elif name == "insert":
            lines.insert(at, str(what))
        elif name == "swap" and isinstance(what, int):
            other = min(what, len(lines) - 1)
            lines[at], lines[other] = lines[other], lines[at]
        elif name == "chop" and isinstance(what, int):
            lines[at] = lines[at][what:]
        else:
            half = len(lines[at]) // 2
            lines[at] = f"{lines[at][:half]}{what}{lines[at][half:]}"
        lines = lines or [""]
    return "\n".join(lines)


@settings(max_examples=250, deadline=timedelta(seconds=2))
@given(st.lists(CHANGE, min_size=1, max_size=6))
def test_whatever_happens_to_a_file_it_is_sound_or_its_problems_are_told(
    changes: list[tuple[str, int, object]],
) -> None:
    text = changed(changes)
    reading = read_text(text, "x", CLAUSES)
    assert (reading.exercise is None) == bool(reading.problems)
    normal = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    last = max(len(normal.removesuffix("\n").split("\n")), 1)
    assert all(1 <= problem.line <= last for problem in reading.problems)
    assert list(reading.problems) == sorted(reading.problems)
    if reading.exercise is not None:
        assert read_text(reading.exercise.text, "x").exercise == reading.exercise
        for way in Way:
            for service in Service:
                _ids_stand_once(reading.exercise.played(way, service))


def _ids_stand_once(exercise: Exercise) -> None:
    stages = [stage.id for stage in exercise.stages]
    assert len(set(stages)) == len(stages)
    for stage in exercise.stages:
        prompts = [prompt.id for prompt in stage.prompts]
        assert len(set(prompts)) == len(prompts)
        for prompt in stage.prompts:
            options = [option.id for option in prompt.options]
            assert len(set(options)) == len(options)


@settings(max_examples=150, deadline=timedelta(seconds=2))
@given(st.binary(max_size=600))
def test_any_bytes_are_read_or_told_of(data: bytes) -> None:
    text = (b"---\n" + data).decode("utf-8", errors="replace")
    reading = read_text(text, "x")
    assert reading.problems
