"""How the stages of an exercise belong together: rounds, boards with their cards, and pictures."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from reflect_tui.practice.exercise import Kind, Prompt, Shape, Stage
from reflect_tui.practice.problems import Found, meant, nearest, shown

_NAMING = frozenset({Kind.LINE, Kind.TEXT, Kind.CHOOSE})
"""Kinds whose responses can name an entry."""
_SHOWN = frozenset({Kind.LINE, Kind.TEXT})
"""Kinds whose words a gathering can show."""
_SIDES = 2


class Rounds:
    """Which stages belong to which round and which cards to which board."""

    def __init__(self, stages: Sequence[Stage]) -> None:
        self._round: list[str] = []
        self._follows_board: list[bool] = []
        self._cards: dict[str, list[Stage]] = {}
        self._prompts: dict[str, list[Prompt]] = {}
        self._first: dict[Shape, dict[str, int]] = {shape: {} for shape in Shape}
        """For each shape the ids of its stages, and where each stands first."""
        repeat, board = "", None
        repeats = {stage.id for stage in stages if stage.shape is Shape.REPEAT}
        for at, stage in enumerate(stages):
            repeat = _repeat_after(repeat, stage, repeats)
            self._round.append(repeat)
            self._prompts.setdefault(repeat, []).extend(stage.prompts)
            if stage.shape is not Shape.CARD:
                board = stage.id if stage.shape is Shape.BOARD else None
            elif board is not None:
                self._cards.setdefault(board, []).append(stage)
            self._follows_board.append(board is not None)
            if stage.id:
                self._first[stage.shape].setdefault(stage.id, at)

    def round_of(self, at: int) -> str:
        """The repeating stage to whose round the stage at this position belongs, or nothing."""
        return self._round[at]

    def follows_board(self, at: int) -> bool:
        """Whether the card at this position belongs to a board."""
        return self._follows_board[at]

    def cards(self, board: str) -> Sequence[Stage]:
        """The cards of a board."""
        return self._cards.get(board, ())

    def prompts(self, repeat: str) -> Sequence[Prompt]:
        """Every prompt of a round."""
        return self._prompts.get(repeat, ())

    def ids(self, shape: Shape) -> Collection[str]:
        """The ids of the stages with a shape."""
        return self._first[shape]

    def is_before(self, shape: Shape, stage_id: str, at: int) -> bool:
        """Whether a stage with this shape and id stands before a position."""
        return self._first[shape].get(stage_id, at) < at


def _repeat_after(repeat: str, stage: Stage, repeats: Collection[str]) -> str:
    """The round that a stage belongs to, when the one before it belonged to `repeat`.

    What is for a round there isn't was meant for this one: it is told once, for itself.
    """
    if stage.shape is Shape.REPEAT:
        return stage.id
    misspelt = bool(stage.for_stage) and stage.for_stage not in repeats
    joins = stage.shape is Shape.PLAIN and (stage.for_stage == repeat or misspelt)
    return repeat if joins else ""


def tell_rounds(stages: Sequence[Stage], rounds: Rounds, unsure: set[int], found: Found) -> None:
    """Tell what doesn't hold together. `unsure` has the lines of prompts whose kind isn't known."""
    _tell_no_round(stages, rounds, found)
    for at, stage in enumerate(stages):
        if stage.shape is Shape.REPEAT:
            _tell_name(stage, unsure, found)
        elif stage.shape is Shape.PLAIN:
            _tell_round(stage, at, rounds, found)
        elif stage.shape is Shape.BOARD:
            _tell_board(stage, stages[at + 1] if at + 1 < len(stages) else None, found)
        elif stage.shape is Shape.CARD and not rounds.follows_board(at):
            found.add(
                stage.line,
                "card-without-board",
                "this card follows no board",
                "write a stage with .board before the cards",
            )
        elif stage.shape is Shape.GATHER:
            _tell_gather(stage, at, rounds, unsure, found)
        elif stage.shape is Shape.MAP:
            _tell_map(stage, at, rounds, found)
        for prompt in stage.prompts:
            _tell_prompt(prompt, stage, rounds, unsure, found)


def _tell_no_round(stages: Sequence[Stage], rounds: Rounds, found: Found) -> None:
    """Tell each round there isn't once, with all the lines that are for it."""
    lines: dict[str, list[int]] = {}
    for stage in stages:
        named = stage.for_stage
        if named and named not in rounds.ids(Shape.REPEAT):
            lines.setdefault(named, []).append(stage.line)
    for named, (line, *others) in lines.items():
        where = f"line{'s' if len(others) > 1 else ''} {', '.join(map(str, others))}"
        also = f"; it stands in {where} too" if others else ""
        _tell_nothing("for", named, rounds.ids(Shape.REPEAT), line, found, also)


def _tell_name(stage: Stage, unsure: set[int], found: Found) -> None:
    if not stage.named_by:
        return
    named = [prompt for prompt in stage.prompts if prompt.id == stage.named_by]
    if not named:
        _tell_nothing("named-by", stage.named_by, [p.id for p in stage.prompts], stage.line, found)
    for prompt in named:
        if prompt.kind not in _NAMING and prompt.line not in unsure:
            found.add(
                stage.line,
                "named-by-kind",
                f"a prompt with .{prompt.kind.value} cannot name an entry",
                "name one with .line, .text or .choose",
            )


def _tell_round(stage: Stage, at: int, rounds: Rounds, found: Found) -> None:
    if not stage.for_stage or stage.for_stage not in rounds.ids(Shape.REPEAT):
        return  # A name there isn't is told once, however many stages have it.
    if rounds.round_of(at):
        return
    found.add(
        stage.line,
        "apart-from-round",
        f'this stage is for "{stage.for_stage}" but doesn\'t stand right after its round',
        "move it there",
    )


def _tell_board(stage: Stage, after: Stage | None, found: Found) -> None:
    if after is not None:
        # A board worded twice, for two services, has its cards after the second.
        again = after.shape is Shape.BOARD and after.id == stage.id
        if again or after.shape is Shape.CARD:
            return
    found.add(
        stage.line,
        "board-without-cards",
        "no cards follow this board",
        "write stages with .card right after it",
    )


def _tell_gather(stage: Stage, at: int, rounds: Rounds, unsure: set[int], found: Found) -> None:
    if not stage.for_stage or stage.for_stage not in rounds.ids(Shape.REPEAT):
        return
    if not rounds.is_before(Shape.REPEAT, stage.for_stage, at):
        _tell_not_before("for", stage.for_stage, rounds.ids(Shape.REPEAT), stage.line, found)
        return
    asked = rounds.prompts(stage.for_stage)
    by = [prompt for prompt in asked if prompt.id == stage.gathered_by]
    if stage.gathered_by and not by:
        choosable = [prompt.id for prompt in asked if prompt.kind is Kind.CHOOSE]
        _tell_nothing("by", stage.gathered_by, choosable, stage.line, found)
    words = [prompt.id for prompt in asked if prompt.kind in _SHOWN]
    if stage.showing and stage.showing not in words:
        _tell_nothing("showing", stage.showing, words, stage.line, found)
    _tell_level(stage, by, found)
    for prompt in by:
        if prompt.kind is not Kind.CHOOSE and prompt.line not in unsure:
            found.add(
                stage.line,
                "gathered-by-kind",
                f"nothing can be gathered by a prompt with .{prompt.kind.value}",
                "name one with .choose",
            )


def _tell_level(stage: Stage, by: Sequence[Prompt], found: Found) -> None:
    """The options that stand level are two, and of the prompt that gathers."""
    if not stage.level:
        return
    options = [option.id for prompt in by for option in prompt.options]
    known = dict.fromkeys(nearest(named, options) or named for named in stage.level)
    meant_for = [option for option in known if option in options]
    meant_for += [option for option in options if option not in meant_for]
    sides = ", ".join(meant_for[:_SIDES] if len(meant_for) >= _SIDES else ("one", "other"))
    mend = f'write level="{sides}"'
    strange = [named for named in dict.fromkeys(stage.level) if named not in options]
    if options and strange:
        names = '" and "'.join(shown(named) for named in strange)
        what = "is no option" if len(strange) == 1 else "are no options"
        message = f'"{names}" {what} of what it is gathered by'
        found.add(stage.line, "level-names-nothing", message, mend)
    if len(set(stage.level)) != _SIDES:
        message = "level= names the two options that stand beside each other"
        found.add(stage.line, "level-not-two", message, mend)


def _tell_map(stage: Stage, at: int, rounds: Rounds, found: Found) -> None:
    if stage.map_of and not rounds.is_before(Shape.BOARD, stage.map_of, at):
        _tell_not_before("of", stage.map_of, rounds.ids(Shape.BOARD), stage.line, found)


def _tell_prompt(
    prompt: Prompt, stage: Stage, rounds: Rounds, unsure: set[int], found: Found
) -> None:
    if prompt.kind is Kind.PLACE and stage.shape is not Shape.CARD and prompt.line not in unsure:
        found.add(
            prompt.line,
            "place-outside-card",
            "a prompt with .place belongs on a card",
            "move it to a stage with .card",
        )
    if not prompt.from_board:
        return
    if prompt.from_board not in rounds.ids(Shape.BOARD):
        boards = rounds.ids(Shape.BOARD)
        _tell_nothing("from", prompt.from_board, boards, prompt.line, found)
        return
    cards = len(rounds.cards(prompt.from_board))
    if prompt.at_most is not None and cards and prompt.at_most > cards:
        found.add(
            prompt.line,
            "max-too-large",
            f"max={prompt.at_most} is more than the board has cards",
            "write a smaller number, or take max= out",
        )


def _tell_nothing(
    key: str, named: str, known: Collection[str], line: int, found: Found, also: str = ""
) -> None:
    what = {
        "named-by": "no prompt of this stage",
        "by": "no prompt with .choose in that round",
        "for": "no stage with .repeat before it",
        "from": "no stage with .board",
        "of": "no stage with .board before it",
        "showing": "no prompt with .text or .line in that round",
    }[key]
    mend = meant(named, [name for name in known if name], f"{key}={{}}")
    found.add(line, f"{key}-names-nothing", f'"{shown(named)}" is {what}{also}', mend)


def _tell_not_before(key: str, named: str, known: Collection[str], line: int, found: Found) -> None:
    if named not in known:
        _tell_nothing(key, named, known, line, found)
        return
    message = f'{key}="{shown(named)}" looks forward: that stage comes later'
    found.add(line, f"{key}-looks-forward", message, "move this stage after it")
