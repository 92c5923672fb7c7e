"""How the stages of an exercise belong together: rounds, boards with their cards, and pictures."""

from __future__ import annotations

from collections.abc import Sequence

from reflect_tui.practice.exercise import Kind, Prompt, Shape, Stage
from reflect_tui.practice.problems import Found, meant, shown

_NAMING = frozenset({Kind.LINE, Kind.TEXT, Kind.CHOOSE})
"""Kinds whose responses can name an entry."""


class Rounds:
    """Which stages belong to which round and which cards to which board."""

    def __init__(self, stages: Sequence[Stage]) -> None:
        self._stages = stages
        self._round: list[str] = [self._round_at(at) for at in range(len(stages))]
        self._board: list[str] = [self._board_at(at) for at in range(len(stages))]

    def round_of(self, at: int) -> str:
        """The repeating stage to whose round the stage at this position belongs, or nothing."""
        return self._round[at]

    def board_of(self, at: int) -> str:
        """The board to which the card at this position belongs, or nothing."""
        return self._board[at]

    def cards(self, board: str) -> list[Stage]:
        """The cards of a board."""
        return [
            stage for stage, named in zip(self._stages, self._board, strict=True) if named == board
        ]

    def prompts(self, repeat: str) -> list[Prompt]:
        """Every prompt of a round."""
        return [
            prompt
            for stage, named in zip(self._stages, self._round, strict=True)
            if named == repeat
            for prompt in stage.prompts
        ]

    def ids(self, shape: Shape) -> list[str]:
        """The ids of the stages with a shape."""
        return [stage.id for stage in self._stages if stage.shape is shape and stage.id]

    def _round_at(self, at: int) -> str:
        stage = self._stages[at]
        if stage.shape is Shape.REPEAT:
            return stage.id
        if stage.shape is not Shape.PLAIN or not stage.for_stage:
            return ""
        for before in reversed(self._stages[:at]):
            if before.shape is Shape.REPEAT:
                return before.id if before.id == stage.for_stage else ""
            if before.shape is not Shape.PLAIN or before.for_stage != stage.for_stage:
                return ""
        return ""

    def _board_at(self, at: int) -> str:
        if self._stages[at].shape is not Shape.CARD:
            return ""
        for before in reversed(self._stages[:at]):
            if before.shape is Shape.BOARD:
                return before.id
            if before.shape is not Shape.CARD:
                return ""
        return ""


def tell_rounds(stages: Sequence[Stage], rounds: Rounds, unsure: set[int], found: Found) -> None:
    """Tell what doesn't hold together. `unsure` has the lines of prompts whose kind isn't known."""
    for at, stage in enumerate(stages):
        if stage.shape is Shape.REPEAT:
            _tell_name(stage, unsure, found)
        elif stage.shape is Shape.PLAIN:
            _tell_round(stage, at, rounds, found)
        elif stage.shape is Shape.BOARD:
            _tell_board(stage, at, stages, found)
        elif stage.shape is Shape.CARD and not _follows_board(stages, at):
            found.add(
                stage.line,
                "card-without-board",
                "this card follows no board",
                "write a stage with .board before the cards",
            )
        elif stage.shape is Shape.GATHER:
            _tell_gather(stage, at, stages, rounds, unsure, found)
        elif stage.shape is Shape.MAP:
            _tell_map(stage, at, stages, rounds, found)
        for prompt in stage.prompts:
            _tell_prompt(prompt, stage, rounds, unsure, found)


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
    if not stage.for_stage or rounds.round_of(at):
        return
    if stage.for_stage not in rounds.ids(Shape.REPEAT):
        _tell_nothing("for", stage.for_stage, rounds.ids(Shape.REPEAT), stage.line, found)
        return
    found.add(
        stage.line,
        "apart-from-round",
        f'this stage is for "{stage.for_stage}" but doesn\'t stand right after its round',
        "move it there",
    )


def _tell_board(stage: Stage, at: int, stages: Sequence[Stage], found: Found) -> None:
    for after in stages[at + 1 :]:
        if after.shape is Shape.CARD:
            return
        # A board worded twice, for two services, has its cards after the second.
        if after.shape is not Shape.BOARD or after.id != stage.id:
            break
    found.add(
        stage.line,
        "board-without-cards",
        "no cards follow this board",
        "write stages with .card right after it",
    )


def _follows_board(stages: Sequence[Stage], at: int) -> bool:
    before = [stage.shape for stage in stages[:at] if stage.shape is not Shape.CARD]
    run = at
    while run and stages[run - 1].shape is Shape.CARD:
        run -= 1
    return bool(before) and run > 0 and stages[run - 1].shape is Shape.BOARD


def _tell_gather(
    stage: Stage,
    at: int,
    stages: Sequence[Stage],
    rounds: Rounds,
    unsure: set[int],
    found: Found,
) -> None:
    if not stage.for_stage:
        return
    earlier = {before.id for before in stages[:at] if before.shape is Shape.REPEAT}
    if stage.for_stage not in earlier:
        if not _tell_later("for", stage.for_stage, rounds.ids(Shape.REPEAT), stage.line, found):
            _tell_nothing("for", stage.for_stage, earlier, stage.line, found)
        return
    asked = rounds.prompts(stage.for_stage)
    by = [prompt for prompt in asked if prompt.id == stage.gathered_by]
    if stage.gathered_by and not by:
        choosable = [prompt.id for prompt in asked if prompt.kind is Kind.CHOOSE]
        _tell_nothing("by", stage.gathered_by, choosable, stage.line, found)
    for prompt in by:
        if prompt.kind is not Kind.CHOOSE and prompt.line not in unsure:
            found.add(
                stage.line,
                "gathered-by-kind",
                f"nothing can be gathered by a prompt with .{prompt.kind.value}",
                "name one with .choose",
            )


def _tell_map(stage: Stage, at: int, stages: Sequence[Stage], rounds: Rounds, found: Found) -> None:
    earlier = {before.id for before in stages[:at] if before.shape is Shape.BOARD}
    if (
        stage.map_of
        and stage.map_of not in earlier
        and not _tell_later("of", stage.map_of, rounds.ids(Shape.BOARD), stage.line, found)
    ):
        _tell_nothing("of", stage.map_of, earlier, stage.line, found)


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
            f"max={prompt.at_most} is more than the board's {cards} cards",
            "write a smaller number, or take max= out",
        )


def _tell_nothing(
    key: str, named: str, known: Sequence[str] | set[str], line: int, found: Found
) -> None:
    what = {
        "named-by": "no prompt of this stage",
        "by": "no prompt with .choose in that round",
        "for": "no stage with .repeat before it",
        "from": "no stage with .board",
        "of": "no stage with .board before it",
    }[key]
    mend = meant(named, [name for name in known if name], f"{key}={{}}")
    found.add(line, f"{key}-names-nothing", f'"{shown(named)}" is {what}', mend)


def _tell_later(key: str, named: str, known: Sequence[str], line: int, found: Found) -> bool:
    if named not in known:
        return False
    message = f'{key}="{shown(named)}" looks forward: that stage comes later'
    found.add(line, f"{key}-looks-forward", message, "move this stage after it")
    return True
