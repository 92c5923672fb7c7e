"""A level-3 heading and what stands under it, as a prompt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reflect_tui.practice.attributes import (
    KINDS,
    Values,
    Where,
    prompt_keys,
    tell_misfit_keys,
    tell_misfits,
)
from reflect_tui.practice.blocks import Block, Part
from reflect_tui.practice.braces import Brace, take_brace
from reflect_tui.practice.conditions import read_condition
from reflect_tui.practice.exercise import Cpd, Imagined, Kind, Option, Prompt
from reflect_tui.practice.problems import Found, nearest
from reflect_tui.practice.sections import SECTIONS

_PROBES = "Probes:"
_LIKE_PROBES = re.compile(r"[*_]*(?:probes?|prompts?)\s*:?[*_]*\s*:?", re.IGNORECASE)
_WITH_OPTIONS = frozenset({Kind.CHOOSE, Kind.CHOOSE_MANY, Kind.DAY})


@dataclass(slots=True)
class Body:
    """What stands under a prompt's heading, sorted."""

    help: str = ""
    probes: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    brace_lines: set[int] = field(default_factory=set)
    """The lines, counted from 0, whose braces were looked at."""


def read_prompt(part: Part, lines: Sequence[str], found: Found) -> tuple[Prompt, set[int], bool]:
    """The prompt, the lines whose braces were looked at, and whether its kind is sure.

    With problems, as much of it as could be read.
    """
    title, brace = take_brace(part.title, part.line, found, "### {title} {{#{id} .text}}")
    kind, sure = _kind(brace, part.line, found)
    body = _read_body(part, lines, kind if sure else None, brace, found)
    if brace is None:
        prompt = Prompt("", title, kind, body.help, body.probes, body.options, line=part.line)
        return prompt, body.brace_lines, sure
    tell_misfits(brace, Where.PROMPT, found)
    if sure:
        tell_misfit_keys(
            brace, Where.PROMPT, prompt_keys(kind), f"a prompt with .{kind.value}", found
        )
    values = Values(brace, found)
    prompt = Prompt(
        id=brace.id,
        title=title,
        kind=kind,
        help=body.help,
        probes=body.probes,
        options=body.options,
        meets=values.meets(),
        by=values.one_of("by", ("practitioner", "supervisor", "everyone")),
        clauses=values.items("clauses"),
        when=read_condition(values.text("when"), brace.line, found),
        section=values.one_of("section", SECTIONS, "unknown-section"),
        case_ask=bool(values.one_of("case", ("ask",))),
        cpd=_cpd(values),
        short="short" in brace.classes,
        minutes=values.whole("minutes"),
        starts=values.text("starts"),
        left=values.text("left"),
        right=values.text("right"),
        imagined=_imagined(values, kind, sure, brace.line, found),
        own_words="own-words" in brace.classes,
        risk="risk" in brace.classes,
        alone="alone" in brace.classes,
        at_most=values.whole("max"),
        from_board=values.text("from"),
        line=part.line,
    )
    _tell_unfitting(prompt, sure, brace, found)
    return prompt, body.brace_lines, sure


def _kind(brace: Brace | None, line: int, found: Found) -> tuple[Kind, bool]:
    """The kind, and whether the brace names just one."""
    if brace is None:
        return Kind.TEXT, False
    named = [name for name in brace.classes if name in KINDS]
    if len(named) > 1:
        both = " and ".join(f".{name}" for name in named)
        found.add(line, "two-kinds", f"a prompt is of one kind, not {both}", "keep one of them")
        return Kind(named[0]), False
    if named:
        return Kind(named[0]), True
    if not any(nearest(name, KINDS) for name in brace.classes if name != "short"):
        # A misspelt kind is told of as a class that isn't known.
        kinds = ", ".join(f".{kind.value}" for kind in Kind)
        found.add(line, "missing-kind", "the kind of prompt is missing", f"write one of {kinds}")
    return Kind.TEXT, False


def _cpd(values: Values) -> Cpd | None:
    named = values.one_of("cpd", tuple(Cpd))
    return Cpd(named) if named else None


def _imagined(values: Values, kind: Kind, sure: bool, line: int, found: Found) -> Imagined | None:
    named = values.one_of("imagined", tuple(Imagined))
    if not named:
        return None
    if sure and kind is not Kind.CONTRAST and named != Imagined.ALL:
        message = f"imagined={named} needs two sides, which only a contrast has"
        found.add(line, "misplaced-attribute", message, "write imagined=all")
    return Imagined(named)


def _tell_unfitting(prompt: Prompt, sure: bool, brace: Brace, found: Found) -> None:
    """What a kind needs, or can't have."""
    if not sure:
        return
    line = prompt.line
    if prompt.kind is Kind.CONTRAST:
        for side in ("left", "right"):
            if side not in brace.values:
                found.add(
                    line,
                    "missing-side",
                    f"a contrast needs a heading on its {side}",
                    f'write {side}="…"',
                )
    if prompt.kind not in _WITH_OPTIONS:
        return
    if prompt.from_board:
        if prompt.options:
            found.add(
                prompt.options[0].line,
                "unexpected-options",
                "this prompt takes its options from a board",
                "take the list out, or from= out",
            )
        return
    if not prompt.options:
        found.add(
            line,
            "missing-options",
            f"a prompt with .{prompt.kind.value} needs a list of options",
            "write - One {#one} and - Two {#two} below it",
        )
    elif prompt.at_most is not None and prompt.at_most > len(prompt.options):
        found.add(
            line,
            "max-too-large",
            f"max={prompt.at_most} is more than there are options",
            "write a smaller number, or take max= out",
        )


# -- what stands under the heading ---------------------------------------------------------


def _read_body(
    part: Part, lines: Sequence[str], kind: Kind | None, brace: Brace | None, found: Found
) -> Body:
    body = Body()
    taken: list[tuple[int, int]] = []
    probes, rest = _probes(part.blocks, taken, found)
    body.probes = tuple(probes)
    lists = [block for block in rest if block.items]
    with_braces = [block for block in lists if any("{" in item.text for item in block.items)]
    takes_options = kind in _WITH_OPTIONS and not (brace and brace.values.get("from"))
    if kind is None or with_braces or not takes_options:
        chosen = with_braces
    else:
        chosen = lists
    options: list[Option] = []
    for block in chosen:
        taken.append((block.first, block.last))
        body.brace_lines.update(range(block.first, block.last))
        options.extend(_options(block, found))
    if options and kind is not None and kind not in _WITH_OPTIONS:
        found.add(
            options[0].line,
            "unexpected-options",
            f"a prompt with .{kind.value} has no options",
            "take the braces out, or write .choose",
        )
    body.options = tuple(options)
    body.help = without(lines, part.first, part.last, taken)
    return body


def _probes(
    blocks: Iterable[Block], taken: list[tuple[int, int]], found: Found
) -> tuple[list[str], list[Block]]:
    """The probes, and the blocks that are none; adds the lines of the probes to `taken`."""
    probes: list[str] = []
    rest: list[Block] = []
    opened: Block | None = None
    for block in blocks:
        if opened is not None and block.items:
            taken.append((opened.first, block.last))
            for item in block.items:
                if not item.plain:
                    found.add(
                        item.first + 1, "bad-probe", "a probe is one question", "write one line"
                    )
                probes.append(item.text)
            opened = None
            continue
        _tell_no_probes(opened, found)
        if block.items and rest and not any("{" in item.text for item in block.items):
            _tell_like_probes(rest[-1], found)
        opened = block if block.text.strip() == _PROBES else None
        if opened is None:
            rest.append(block)
    _tell_no_probes(opened, found)
    return probes, rest


def _tell_like_probes(before: Block, found: Found) -> None:
    """A word before a list that nearly makes probes of it would pass for help in silence."""
    words = before.text.strip()
    if _LIKE_PROBES.fullmatch(words):
        message = f'the list after "{words}" would be no probes'
        found.add(before.last, "like-probes", message, f"write {_PROBES}")


def _tell_no_probes(opened: Block | None, found: Found) -> None:
    if opened is not None:
        found.add(
            opened.first + 1,
            "missing-probes",
            "no list follows Probes:",
            "write - and a question below it",
        )


def _options(block: Block, found: Found) -> list[Option]:
    options = []
    for item in block.items:
        line = item.first + 1
        if not item.plain:
            found.add(line, "bad-option", "an option is one line", "take out what stands under it")
        label, brace = take_brace(item.text, line, found, "- {title} {{#{id}}}")
        if brace is None:
            options.append(Option("", label, line=line))
            continue
        tell_misfits(brace, Where.OPTION, found)
        options.append(Option(brace.id, label, Values(brace, found).meets(), line))
    return options


def without(lines: Sequence[str], first: int, last: int, taken: list[tuple[int, int]]) -> str:
    """The lines from `first` to before `last` but those taken, as they were written."""
    pieces = []
    at = first
    for begin, end in [*sorted(taken), (last, last)]:
        pieces.append("\n".join(lines[at:begin]).strip("\n").rstrip())
        at = end
    return "\n\n".join(piece for piece in pieces if piece.strip())
