"""YAML as practice writes it is read as it stands, and nothing clever gets through."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest
import yaml

from reflect_tui.practice import plain_yaml
from reflect_tui.practice.plain_yaml import Items, Pairs, Scalar, load
from reflect_tui.practice.problems import Found
from reflect_tui.practice.reading import read_exercise

FAULTS = Path(__file__).parent / "faults"
BOMB = "\n".join(
    ['a: &a ["x", "x", "x", "x", "x", "x", "x", "x"]']
    + [f"{b}: &{b} [{','.join([f'*{a}'] * 8)}]" for a, b in zip("abcdef", "bcdefg", strict=True)]
)


@pytest.mark.parametrize("word", ["no", "1:30", "1.10", "2013-02-02", "null", "~", "0x10", "yes"])
def test_every_value_is_read_as_the_words_that_stand_there(word: str) -> None:
    read = load(f"key: {word}\nlist: [{word}]", Found("x", 2))
    assert isinstance(read, Pairs)
    assert read.values["key"] == Scalar(word, 1)
    assert read.values["list"] == Items(2, [Scalar(word, 2)])
    assert read.lines == {"key": 1, "list": 2}


def test_an_alias_bomb_is_refused_without_filling_the_memory() -> None:
    assert len(BOMB) < 310
    found = Found("x", 7)
    tracemalloc.start()
    load(BOMB, found)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert {problem.code for problem in found.sorted()} == {"alias"}
    assert {problem.line for problem in found.sorted()} == set(range(1, 8))
    assert most < 2_000_000


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: 1\nb: 2\na: 3", [(3, "repeated-key")]),
        ("a: {b: 1, b: 2}", [(1, "repeated-key")]),
        ("a: !!python/object/apply:os.system [ls]", [(1, "tag")]),
        ("a: !mine x", [(1, "tag")]),
        ("a: &x y", [(1, "alias")]),
        ("a: 1\n---\nb: 2", [(2, "bad-yaml")]),
        ("a: b: c", [(1, "bad-yaml")]),
        ("a:\n\t- b", [(2, "bad-yaml")]),
        ('a: "never closes', [(1, "bad-yaml")]),
        ("? [a]\n: b", [(1, "bad-yaml")]),
        ("a: " + "[" * 5000, [(1, "too-deep")]),
        ("- " * 5000, [(1, "too-deep")]),
    ],
)
@pytest.mark.parametrize("loader", [yaml.SafeLoader, getattr(yaml, "CSafeLoader", None)])
def test_what_is_refused_is_told_at_its_line(
    text: str,
    told: list[tuple[int, str]],
    loader: type | None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if loader is None:
        pytest.skip("this PyYAML was made without its C reader")
    monkeypatch.setattr(plain_yaml, "_LOADER", loader)
    found = Found("x", text.count("\n") + 1)
    load(text, found)
    assert [(problem.line, problem.code) for problem in found.sorted()] == told


def test_an_empty_text_has_no_keys() -> None:
    assert load("# only a remark", Found("x")) == Pairs(1)


def test_both_yaml_readers_say_the_same_of_every_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    with_c = {path.name: read_exercise(path).problems for path in FAULTS.iterdir()}
    monkeypatch.setattr(plain_yaml, "_LOADER", yaml.SafeLoader)
    assert {path.name: read_exercise(path).problems for path in FAULTS.iterdir()} == with_c
