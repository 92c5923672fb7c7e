"""An organisation's rules stand beside ours; what can't be used is told by file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from reflect_tui import paths
from reflect_tui.practice.check import check_paths
from reflect_tui.practice.clauses import load_clauses
from reflect_tui.practice.hint_file import KEYS, load_hints
from reflect_tui.practice.hints import Hints
from reflect_tui.practice.shelf import Place, Shelf
from reflect_tui.practice.wording import wording

SHIPPED = Place(paths.shipped_prompts().parent, "shipped")
OURS = paths.shipped_data() / "hints.yaml"
NUMBERS = load_clauses([paths.shipped_data() / "clauses.yaml"]).numbers
HEAD = OURS.read_text("utf-8").split("\nlists:")[0]
FILE = """\
lists:
  frequent: [often, "again and again"]
rules:
  - id: "frequent-flyer"
    clauses: ["2.9"]
    source: "Our own preference"
    words: ["frequent flyer", "here {frequent}"]
    unless: ["frequent flyer card"]
    ask: "What were they looking for?"
    hit:
      - "He is a frequent flyer."
      - "She is here often."
      - "They are here again and again."
      - "A Frequent-Flyer on the ward."
      - "Our frequent flyers."
    miss:
      - "He has a frequent flyer card."
      - "She flies."
      - "They are here."
      - "\\"A frequent flyer\\", it says."
      - "> a frequent flyer"
"""


def written(folder: Path, text: str = FILE) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "hints.yaml"
    file.write_text(text, "utf-8")
    return file


def told(text: str, folder: Path) -> list[tuple[int, str, str]]:
    hints = load_hints([OURS, written(folder, text)], NUMBERS)
    mine = [problem for problem in hints.problems if str(folder) in problem.file]
    return [(problem.line, problem.code, problem.message) for problem in mine]


def asking(text: str, hints: Hints) -> list[str]:
    return [asked.rule for asked in wording(text, hints)]


def test_an_organisations_rules_stand_beside_ours_and_in_their_place(tmp_path: Path) -> None:
    again = FILE.split("rules:\n")[1].replace("frequent-flyer", "aggressive")
    for words in ("frequent flyer", "Frequent-Flyer", "here {frequent}", "here often"):
        again = again.replace(words, "grumpy")
    theirs = FILE + again.replace("here again and again", "grumpy")
    written(tmp_path / "org", theirs)
    own = written(tmp_path / "own", 'rules:\n  - {id: "race", off: "yes"}\n')
    shelf = Shelf.open([SHIPPED, Place(tmp_path / "org", ""), Place(tmp_path / "own", "")])
    assert shelf.problems == ()
    assert shelf.hint_files[-1] == own
    text = "His race: Black. He is here often, aggressive, and a mixed-race boy."
    assert asking(text, shelf.hints) == ["frequent-flyer", "mixed-race"]
    aggressive = shelf.hints.get("aggressive")
    assert aggressive is not None
    assert aggressive.source == "Our own preference"


def test_ours_are_not_read_for_the_shelf_to_open() -> None:
    shelf = Shelf.open([SHIPPED])
    assert shelf.problems == ()
    assert "hints" not in vars(shelf)
    assert shelf.hints.get("race") is not None
    assert "hints" in vars(shelf)


def test_a_mistake_in_a_file_is_among_the_shelfs_problems(tmp_path: Path) -> None:
    file = written(tmp_path, FILE.replace("unless:", "unles:"))
    (first, second) = Shelf.open([SHIPPED, Place(tmp_path, "")]).problems
    assert str(first) == f'{file}:4: not-used the rule "frequent-flyer" has a mistake: ' + (
        "it is not used (mend it)"
    )
    assert (second.line, second.code) == (8, "unknown-key")
    assert "write unless:" in second.message


@pytest.mark.parametrize(
    ("was", "becomes", "line", "code", "says"),
    [
        ("unless:", "unles:", 8, "unknown-key", "write unless:"),
        ('"2.9"', '"2.99"', 5, "unknown-clause", "write 2.9"),
        ('    clauses: ["2.9"]\n', "", 4, "missing-key", 'write clauses: ["2.9"]'),
        ("looking for?", "looking for.", 9, "no-question", "question mark"),
        (
            '      - "She flies."\n',
            "",
            16,
            "few-examples",
            "miss has 4 sentences, and 5 are needed",
        ),
        ('"here {frequent}"', '"here {frequnt}"', 7, "bad-words", "write {frequent}"),
        ('"here {frequent}"', '"here (often|again)"', 7, "bad-words", "write words, a/b"),
        ('"here {frequent}"', '"ab*"', 7, "bad-words", "three letters"),
        ('"here {frequent}"', '"a ... b ... c ... d"', 7, "bad-words", "more than two"),
        ('"here {frequent}"', '"..."', 7, "bad-words", "no word in it"),
        ('"here {frequent}"', '"well-known/known"', 7, "bad-words", "two expressions"),
        ('"here {frequent}"', f'"{"word " * 50}"', 7, "bad-words", "longer than 200"),
        ("    source:", "    level: maybe\n    source:", 6, "unknown-value", "off, on"),
        ("    source:", "    about: [poeple]\n    source:", 6, "unknown-value", "people"),
        ("    source:", "    services: [childrens]\n    source:", 6, "unknown-value", "children"),
        ('"frequent-flyer"', '"Frequent flyer"', 4, "bad-id", 'write id: "frequent-flyer"'),
        ("frequent: [often", "name: [often", 2, "bad-id", "no name of a list"),
        ('often, "again and again"', '"{people}"', 2, "bad-words", "words only"),
        ('    source: "Our own preference"\n', "", 4, "missing-key", "source"),
    ],
)
def test_a_mistake_is_told_by_its_line(
    tmp_path: Path, was: str, becomes: str, line: int, code: str, says: str
) -> None:
    assert was in FILE
    found = told(FILE.replace(was, becomes, 1), tmp_path)
    assert [
        message for at, kind, message in found if (at, kind) == (line, code) and says in message
    ]


def test_a_rule_whose_example_fails_is_not_used(tmp_path: Path) -> None:
    text = FILE.replace("A Frequent-Flyer on", "A patient on").replace(
        "She flies", "He's here often"
    )
    found = told(text, tmp_path)
    assert [(line, code) for line, code, _ in found] == [
        (4, "not-used"),
        (14, "example-fails"),
        (18, "example-fails"),
    ]
    assert load_hints([tmp_path / "hints.yaml"]).rules == ()


def test_a_rule_without_examples_is_not_used(tmp_path: Path) -> None:
    text = FILE.split("    hit:")[0]
    assert [code for _, code, _ in told(text, tmp_path)] == [
        "few-examples",
        "few-examples",
        "not-used",
    ]
    assert load_hints([tmp_path / "hints.yaml"]).rules == ()


def test_a_rule_with_a_mistake_leaves_ours_in_use(tmp_path: Path) -> None:
    text = FILE.replace("frequent-flyer", "race").replace("unless:", "unles:")
    found = told(text, tmp_path)
    assert ("the one before it stays in use" in found[0][2]) is True
    hints = load_hints([OURS, tmp_path / "hints.yaml"])
    assert asking("His race is Black.", hints) == ["race"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('rules:\n  - {id: "rase", off: "yes"}\n', "no-rule"),
        ("rules: &a [*a]\n", "alias"),
        ("- one\n", "wrong-type"),
        ("rules:\n  - words: [a\n", "bad-yaml"),
        ("rule: []\n", "unknown-key"),
    ],
)
def test_a_file_that_is_off_is_told_and_ours_stay(tmp_path: Path, text: str, code: str) -> None:
    assert code in [kind for _, kind, _ in told(text, tmp_path)]
    assert load_hints([OURS, tmp_path / "hints.yaml"]).get("race") is not None


def test_a_named_file_is_checked_on_top_of_ours(tmp_path: Path) -> None:
    text = FILE.replace('"here {frequent}"', '"{people} here {frequent}"').replace(
        "She is here", "The child here"
    )
    file = written(tmp_path, text.replace("They are here again", "Children here again"))
    assert check_paths([file], hint_files=[OURS]) == []
    assert check_paths([tmp_path], hint_files=[OURS, file]) == []
    assert [problem.code for problem in check_paths([file])] == ["not-used", "bad-words"]
    assert check_paths([OURS]) == []


def test_the_shortest_form_at_the_head_of_ours_is_a_rule(tmp_path: Path) -> None:
    example = HEAD.split("#   rules:\n")[1].split("\n#\n")[0]
    lines = [line.removeprefix("#   ") for line in example.splitlines()]
    text = "rules:\n" + "\n".join(line for line in lines if "sentences" not in line)
    examples = FILE.split("    hit:\n")[1].replace("here often", "a revolving door")
    examples = examples.replace("here again and again", "frequent flyers")
    examples = examples.replace("has a frequent flyer card", "flies")
    assert told(f"{text}\n    hit:\n{examples}", tmp_path) == []


def test_every_key_is_explained_at_the_head_of_ours() -> None:
    assert [key for key in KEYS if f"\n#   {key}" not in HEAD and f"{key}:" not in HEAD] == []


def test_the_rule_to_copy_in_the_guide_is_sound(tmp_path: Path) -> None:
    guide = (paths.shipped_prompts().parent / "docs" / "wording.md").read_text("utf-8")
    assert told(guide.split("```yaml\n")[1].split("```")[0], tmp_path) == []
    off = guide.split("| one of ours not asked | `")[1].split("`")[0]
    assert told(f"rules:\n  {off}\n", tmp_path) == []
