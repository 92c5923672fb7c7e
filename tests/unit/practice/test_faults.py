"""Each fault in a file of its own, named by its code at its line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reflect_tui.practice.reading import read_exercise

FAULTS = Path(__file__).parent / "faults"
CLAUSES = frozenset({"2.7", "2.8", "1.10"})

EXPECTED: dict[str, list[tuple[int, str]]] = {
    "alias": [(4, "alias"), (5, "alias")],
    "apart-from-round": [(18, "apart-from-round")],
    "bad-exercise-id": [(2, "bad-id")],
    "bad-id": [(12, "bad-id")],
    "bad-option-id": [(14, "bad-id")],
    "bad-option": [(14, "bad-option")],
    "bad-probe": [(16, "bad-probe")],
    "bad-when": [(12, "bad-when")],
    "bad-yaml": [(5, "bad-yaml")],
    "before-its-round": [(10, "apart-from-round")],
    "board-without-cards": [(10, "board-without-cards")],
    "brace-never-closes": [(12, "bad-brace")],
    "brace-never-opens": [(12, "bad-brace")],
    "brace-opens-twice": [(12, "stray-brace")],
    "card-apart-from-board": [(22, "card-without-board")],
    "card-without-board": [(10, "card-without-board")],
    "class-as-attribute": [(12, "unknown-attribute")],
    "clauses-not-a-list": [(6, "wrong-type")],
    "control-character": [(14, "control-character")],
    "curly-apostrophe": [(12, "curly-quotes")],
    "curly-quotes": [(12, "curly-quotes")],
    "empty-stage": [(10, "empty-stage")],
    "empty": [(1, "empty")],
    "for-names-nothing": [(14, "for-names-nothing")],
    "from-names-nothing": [(20, "from-names-nothing")],
    "front-matter-not-keys": [(2, "wrong-type")],
    "front-matter-open": [(1, "front-matter-open")],
    "gather-by-kind": [(14, "gathered-by-kind")],
    "gather-by-nothing": [(19, "by-names-nothing")],
    "gather-for-nothing": [(14, "for-names-nothing")],
    "gather-looks-forward": [(10, "for-looks-forward")],
    "gather-level-not-two": [(19, "level-not-two")],
    "gather-level-nothing": [(19, "level-names-nothing")],
    "gather-showing-nothing": [(19, "showing-names-nothing")],
    "gather-without-by": [(14, "missing-by")],
    "gather-without-for": [(14, "missing-for")],
    "heading-in-a-list": [(14, "misplaced-heading")],
    "heading-in-a-quotation": [(14, "misplaced-heading")],
    "heading-too-deep": [(14, "heading-too-deep")],
    "html-comment-open": [(14, "raw-html"), (16, "missing-kind")],
    "html-comment": [(14, "raw-html")],
    "imagined-side-without-sides": [(12, "misplaced-attribute")],
    "late-title": [(12, "late-title")],
    "many-at-once": [
        (10, "unknown-class"),
        (12, "unknown-attribute"),
        (12, "unknown-kind"),
        (16, "heading-too-deep"),
        (18, "no-words"),
        (18, "repeated-id"),
        (18, "unquoted-value"),
        (20, "raw-html"),
        (20, "stray-brace"),
    ],
    "map-looks-forward": [(10, "of-looks-forward")],
    "map-of-nothing": [(18, "of-names-nothing")],
    "map-without-board": [(14, "missing-of")],
    "max-more-than-cards": [(14, "max-too-large")],
    "max-not-a-number": [(12, "wrong-type")],
    "max-too-large": [(12, "max-too-large")],
    "met-without-its-board": [(14, "met-without")],
    "met-without-its-round": [(14, "met-without")],
    "minutes-in-brace": [(10, "wrong-type")],
    "minutes-not-a-number": [(6, "wrong-type")],
    "minutes-not-a-table": [(6, "wrong-type")],
    "misplaced-attribute-on-kind": [(12, "misplaced-attribute")],
    "misplaced-attribute-on-option": [(14, "misplaced-attribute")],
    "misplaced-attribute-on-prompt": [(12, "misplaced-attribute")],
    "misplaced-attribute-on-shape": [(10, "misplaced-attribute")],
    "misplaced-attribute-on-stage": [(10, "misplaced-attribute")],
    "misplaced-class-on-option": [(14, "misplaced-class")],
    "misplaced-class-on-prompt": [(12, "misplaced-class")],
    "misplaced-class-on-stage": [(10, "misplaced-class")],
    "missing-brace-on-all-options": [(14, "missing-brace"), (15, "missing-brace")],
    "missing-brace-on-option": [(15, "missing-brace")],
    "missing-brace-on-prompt": [(12, "missing-brace")],
    "missing-brace-on-stage": [(10, "missing-brace")],
    "missing-dot": [(12, "missing-dot")],
    "missing-id": [(12, "missing-id")],
    "missing-key": [(1, "missing-key")],
    "missing-kind": [(12, "missing-kind")],
    "missing-option-id": [(14, "missing-id")],
    "missing-options": [(12, "missing-options")],
    "missing-parts-of-the-day": [(12, "missing-options")],
    "missing-probes": [(14, "missing-probes")],
    "missing-side": [(12, "missing-side")],
    "missing-space-after-quote": [(12, "bad-brace")],
    "missing-space": [(12, "bad-brace")],
    "missing-value-in-brace": [(12, "missing-value")],
    "missing-value": [(4, "missing-value")],
    "named-by-kind": [(10, "named-by-kind")],
    "named-by-names-nothing": [(10, "named-by-names-nothing")],
    "never-met-option": [(15, "never-met")],
    "never-met-prompt": [(14, "never-met")],
    "never-met-stage": [(15, "never-met")],
    "no-front-matter": [(1, "no-front-matter")],
    "no-space-after-hashes": [(10, "no-space")],
    "no-stage": [(10, "no-stage")],
    "no-such-kind": [(12, "missing-kind")],
    "no-title": [(8, "no-title")],
    "not-a-class": [(12, "bad-brace")],
    "not-utf-8": [(14, "not-utf-8")],
    "open-code-block": [(14, "open-code-block"), (16, "missing-kind")],
    "options-and-board": [(14, "unexpected-options")],
    "place-outside-card": [(12, "place-outside-card")],
    "prompt-before-stage": [(8, "prompt-before-stage"), (10, "late-title")],
    "prompt-in-gather": [(21, "misplaced-prompt")],
    "prompt-in-map": [(20, "misplaced-prompt")],
    "quote-never-closes": [(12, "bad-brace")],
    "raw-html-block": [(14, "raw-html")],
    "raw-html-inline": [(15, "raw-html")],
    "repeat-without-name": [(10, "missing-named-by")],
    "repeat-without-prompt": [(10, "empty-stage"), (10, "named-by-names-nothing")],
    "repeated-attribute": [(12, "repeated-attribute")],
    "repeated-class": [(12, "repeated-class")],
    "repeated-key": [(6, "repeated-key")],
    "repeated-option-id": [(15, "repeated-id")],
    "repeated-prompt-id-for-some": [(14, "repeated-id")],
    "repeated-prompt-id": [(14, "repeated-id")],
    "repeated-stage-id": [(14, "repeated-id")],
    "second-brace": [(12, "missing-id"), (12, "stray-brace")],
    "single-quotes": [(12, "unquoted-value")],
    "skipped-level": [(10, "skipped-level")],
    "spaces-beside-equals": [(12, "bad-brace")],
    "stray-brace": [(14, "stray-brace")],
    "tag": [(4, "tag")],
    "text-before-title": [(8, "text-before-title")],
    "title-brace": [(8, "title-brace")],
    "title-without-words": [(8, "no-words")],
    "too-deep": [(6, "too-deep"), (6, "wrong-type")],
    "turned-writing": [(14, "control-character")],
    "two-commas": [(12, "missing-value")],
    "two-ids": [(12, "two-ids")],
    "two-kinds": [(12, "two-kinds")],
    "two-shapes": [(10, "two-shapes")],
    "two-titles": [(14, "two-titles")],
    "underlined-heading": [(10, "underlined-heading")],
    "unexpected-options": [(14, "unexpected-options")],
    "unknown-attribute": [(12, "unknown-attribute")],
    "unknown-by": [(12, "unknown-value")],
    "unknown-case": [(12, "unknown-value")],
    "unknown-class": [(12, "unknown-class")],
    "unknown-clause-in-front-matter": [(8, "unknown-clause")],
    "unknown-clause-on-stage": [(10, "unknown-clause")],
    "unknown-clause": [(12, "unknown-clause")],
    "unknown-imagined": [(12, "unknown-value")],
    "unknown-key": [(6, "unknown-key")],
    "unknown-kind": [(12, "unknown-kind")],
    "unknown-minutes": [(6, "unknown-key")],
    "unknown-mode-in-brace": [(12, "unknown-value")],
    "unknown-mode": [(6, "unknown-value")],
    "unknown-role": [(6, "unknown-value")],
    "unknown-section": [(12, "unknown-section")],
    "unknown-service-in-brace": [(12, "unknown-value")],
    "unknown-service": [(6, "unknown-value")],
    "unquoted-value-with-comma": [(12, "unquoted-value")],
    "unquoted-value-with-dot": [(12, "unquoted-value")],
    "unquoted-value-with-space": [(12, "unquoted-value")],
    "unreadable-word": [(12, "bad-brace")],
    "utf-16": [(1, "not-utf-8")],
    "value-left-out": [(12, "bad-brace")],
    "version-not-a-number": [(3, "wrong-type")],
    "when-crosses-rounds": [(17, "when-crosses-rounds")],
    "when-looks-at-itself": [(12, "when-looks-forward")],
    "when-looks-forward": [(12, "when-looks-forward")],
    "when-names-nothing": [(17, "when-names-nothing")],
    "when-never-met": [(17, "when-never-met")],
    "when-no-option": [(17, "when-no-option")],
    "when-not-short": [(17, "when-not-short")],
    "when-untestable": [(14, "when-untestable")],
    "when-wrong-test": [(17, "when-wrong-test")],
    "words-above-a-line": [(14, "underlined-heading")],
    "words-after-brace": [(12, "bad-brace")],
    "words-missing": [(12, "no-words")],
    "other-bullet": [(14, "other-bullet"), (15, "other-bullet")],
    "other-dash": [(14, "other-bullet"), (15, "other-bullet"), (16, "other-bullet")],
    "pushed-in-option": [(15, "pushed-in"), (19, "pushed-in")],
    "no-break-space-after-hashes": [(12, "no-space")],
    "clause-of-another-section": [(12, "unknown-clause")],
    "clause-beyond-its-section": [(12, "unknown-clause")],
    "curly-quotes-in-a-long-heading": [(12, "curly-quotes")],
    "for-names-nothing-thrice": [(17, "for-names-nothing")],
    "like-probes": [(14, "like-probes"), (20, "like-probes"), (26, "like-probes")],
    "max-in-words": [(12, "wrong-type")],
    "word-document": [(1, "word-document")],
}
"""What is told of each file: the line and the code."""


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_fault_is_named_at_its_line_and_nothing_else_is(name: str) -> None:
    reading = read_exercise(FAULTS / f"{name}.md", CLAUSES)
    told = [(problem.line, problem.code) for problem in reading.problems]
    assert sorted(told) == sorted(EXPECTED[name])
    assert reading.exercise is None


def test_every_fault_file_is_expected() -> None:
    assert {path.stem for path in FAULTS.iterdir()} == set(EXPECTED)


def test_every_code_that_reading_can_tell_has_a_file() -> None:
    told = {code for faults in EXPECTED.values() for _, code in faults}
    practice = Path(read_exercise.__code__.co_filename).parent
    readers = [
        "attributes", "audience", "blocks", "braces", "conditions", "frontmatter",
        "plain_yaml", "prompts", "reading", "rounds", "schema", "stages",
    ]  # fmt: skip
    written = "".join((practice / f"{name}.py").read_text("utf-8") for name in readers)
    codes = set(
        re.findall(r'(?:\badd\(|_tell\(|_refuse\()\s*(?:[\w.\[\]() +]+,\s*)?"([a-z-]+)"', written)
    )
    assert len(codes) > 50
    assert codes - told == set()


@pytest.mark.parametrize(
    ("name", "mend"),
    [
        ("unknown-attribute", "(write section=)"),
        ("unknown-kind", "(write .choose-many)"),
        ("unknown-class", "(write .short)"),
        ("unknown-section", "(write section=decisions)"),
        ("unknown-key", "(write standing:)"),
        ("unknown-service", "(write adults)"),
        ("unknown-clause-in-front-matter", "(write 2.7)"),
        ("when-names-nothing", "(write first/what)"),
        ("when-no-option", "(write this)"),
        ("when-wrong-test", "(write first/what is this)"),
        ("unquoted-value-with-dot", '(write clauses="2.7")'),
        ("unquoted-value-with-space", '(write starts="I saw")'),
        ("curly-quotes", '(write ### What happened? {#what .text starts="I saw"})'),
        (
            "curly-quotes-in-a-long-heading",
            "(write ### What did we say of them that we would not have said of anybody who looks "
            'like us? {#what .text starts="When we met them on that day we said right away"})',
        ),
        ("clause-of-another-section", "(the standards go from 1.10 to 2.8)"),
        ("clause-beyond-its-section", "(section 1 goes from 1.10 to 1.10)"),
        ("no-break-space-after-hashes", "(write ### What happened? {#what .text})"),
        ("gather-level-nothing", '(write level="this, that")'),
        ("for-names-nothing-thrice", "it stands in line 25 too (write for=first)"),
        ("max-not-a-number", "(write max=2)"),
        ("max-in-words", "(write max=2)"),
        (
            "word-document",
            "this is a Word document, not text "
            "(in Word: Save as, Plain text, and let its name end in .md)",
        ),
        ("no-space-after-hashes", "(write ## First {#first})"),
        ("missing-brace-on-option", "(write - That {#that})"),
        ("misplaced-attribute-on-prompt", "(it belongs on a stage)"),
    ],
)
def test_a_message_says_what_to_write_instead(name: str, mend: str) -> None:
    (problem,) = read_exercise(FAULTS / f"{name}.md", CLAUSES).problems
    assert problem.message.endswith(mend)
    assert str(problem) == f"{problem.file}:{problem.line}: {problem.code} {problem.message}"
    assert problem.file.endswith(f"{name}.md")


@pytest.mark.parametrize(
    ("name", "mends"),
    [
        ("other-bullet", ["- Ours {#ours}", "- Theirs {#theirs}"]),
        ("other-dash", ["- Ours {#ours}", "- Theirs {#theirs}", "- Nobody's {#nobodys}"]),
        ("pushed-in-option", ["- Theirs {#theirs} at the", "- Ours {#ours} at the"]),
        ("like-probes", ["Probes:", "Probes:", "Probes:"]),
    ],
)
def test_each_of_several_is_told_with_the_line_as_it_should_be(name: str, mends: list[str]) -> None:
    problems = read_exercise(FAULTS / f"{name}.md", CLAUSES).problems
    assert len(problems) == len(mends)
    for problem, mend in zip(problems, mends, strict=True):
        assert f"(write {mend}" in problem.message


def test_without_a_list_of_clauses_none_is_called_unknown() -> None:
    assert read_exercise(FAULTS / "unknown-clause.md").exercise is not None
