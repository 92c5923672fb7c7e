"""The password, a line at a time: asked for, given, changed, taken off; locking and idleness."""

from __future__ import annotations

from collections.abc import Callable

from reflect_tui.errors import ReflectError, WrongWords
from reflect_tui.idle import Due, Idle
from reflect_tui.notebook import seal
from reflect_tui.plain.talk import Talk
from reflect_tui.plain.world import World

TRIES = 3
NO_PASSWORD = "This notebook has no password, so it can only be hidden."
WHAT_IT_DOES = (
    "Your notebook is kept on this computer only. With a password of several words it is locked: "
    "nobody without them can read it. Without one, anyone who can open this account's files can. "
    "You can give one later, change it, or take it off."
)
_BESIDE = "If somebody is beside you, type /beside first."
RECOVERY = (
    "These are the recovery words. If the password is forgotten they open the notebook, and "
    "nothing else does. Write them down, in this order, and keep them away from this computer."
)


class Locking:
    """Locks and unlocks one notebook, in talk."""

    def __init__(self, talk: Talk, world: World, idle: Idle | None = None) -> None:
        self._talk = talk
        self._world = world
        settings = world.settings
        self._idle = idle or Idle(settings.hide_after, settings.lock_after)
        self._hidden = False
        self._asking = False
        self.keep: Callable[[], bool] = lambda: True
        """Keeps what is being written, before the notebook is locked; whether it is kept."""
        talk.waiting = self.look
        talk.heard = self._idle.touched

    def wait(self, hide_after: int, lock_after: int) -> None:
        """From now on wait as many minutes as somebody chose; 0: never."""
        self._idle.wait(hide_after, lock_after)

    # -- unlocking ------------------------------------------------------------------------

    def open(self) -> None:
        """Ask for the password until the notebook is unlocked; raises Left at the end of input."""
        key, talk = self._world.notebook.key, self._talk
        self._asking = True
        tried = 0
        while key.locked:
            recovery = tried >= TRIES and talk.yes("Use the recovery words instead?")
            what = "Its twelve recovery words" if recovery else "Its password"
            words = talk.secret(f"This notebook is locked. {_BESIDE} {what}:")
            if words == "/beside":
                # No password: it would be too short to be one.
                self._world.company = True
                continue
            try:
                (key.unlock_by_recovery if recovery else key.unlock)(words)
            except WrongWords:
                tried += 1
                talk.say("That isn't it. Try again; nothing is lost by trying.")
            except ReflectError as error:
                tried += 1
                talk.say(str(error))
            else:
                if recovery and talk.yes("Choose a new password now?"):
                    self.change()
        self._asking = False
        self._idle.touched()

    def lock(self) -> None:
        """Keep what is being written, forget the key, and ask for the password again."""
        if not self._world.notebook.key.sealed:
            self._talk.say(NO_PASSWORD)
            self.hide()
            return
        self._put_away()
        self.open()
        self._talk.say("Going on.")

    def hide(self) -> None:
        """Push what was said off the screen, and wait."""
        self._talk.clear()
        self._talk.say("Paused. Press Enter to go on.")
        self._hidden = True
        self._talk.pause()
        self._hidden = False
        self._idle.touched()
        if self._world.notebook.key.locked:
            self.open()
        self._talk.say("Going on.")

    def look(self) -> None:
        """While nothing is typed: hide after a while, and lock later."""
        if self._asking:
            return
        due = self._idle.due(hidden=self._hidden)
        if due is Due.HIDE:
            self.hide()
        elif due is Due.LOCK:
            if not self._hidden:
                self.lock()
            elif self._world.notebook.key.sealed:
                # Enter finds it locked.
                self._put_away()

    def _put_away(self) -> None:
        if not self.keep():
            self._talk.say("NOT KEPT. It stays in hand, and is tried again by itself.")
        self._world.notebook.key.lock()
        self._talk.clear()
        self._talk.say("Locked.")

    # -- the password itself --------------------------------------------------------------

    def offer(self) -> None:
        """First start: a password, or none."""
        self._talk.say("", WHAT_IT_DOES)
        if self._talk.yes("Give the notebook a password now? That is what we advise."):
            self.give()
        else:
            self._talk.say("No password, then. “Look after the notebook” gives one later.")

    def give(self) -> None:
        """Give the notebook a password, and show the recovery words."""
        password = new_password(self._talk)
        if password:
            notebook = self._world.notebook
            words = notebook.seal(password)
            notebook.finish_sealing()
            self._say_recovery(words)

    def change(self) -> None:
        """Another password; the recovery words stay."""
        password = new_password(self._talk)
        if password:
            self._world.notebook.key.change_password(password)
            self._talk.say("The new password holds from now on.")

    def new_recovery(self) -> None:
        """Other recovery words."""
        self._say_recovery(self._world.notebook.key.change_recovery_words())

    def take_off(self) -> None:
        """No password any more, once that was said yes to."""
        self._talk.say(
            "Without a password, anyone who can open this account's files can read the notebook."
        )
        if self._talk.yes("Take the password off?"):
            self._world.notebook.unseal()
            left = self._world.notebook.finish_sealing()
            self._talk.say("The password is off.")
            if left:
                self._talk.say(f"{len(left)} damaged files could not be opened, and stay sealed.")

    def _say_recovery(self, words: str) -> None:
        talk = self._talk
        while True:
            talk.say("", RECOVERY, "", *seal.in_groups(words), "")
            talk.say("Press Enter when you have written them down, or type again to hear them.")
            if talk.line().strip().lower() not in ("again", "a"):
                break
        talk.clear()


def new_password(talk: Talk) -> str:
    """A new password, typed twice; empty when somebody would rather not."""
    talk.say(
        "Several words that don't belong together, such as things on a shelf at home. "
        "A full stop leaves it; a question mark has one made up."
    )
    while True:
        typed = talk.secret("The new password:")
        if typed == ".":
            return ""
        if typed == "?":
            talk.say(f"Made up for you: {seal.suggested_password()}. Write it down.")
            continue
        try:
            chosen = seal.check_password(typed)
        except ReflectError as error:
            talk.say(str(error))
            continue
        if seal.as_password(talk.secret("The same once more:")) == chosen:
            return chosen
        talk.say("The two differ. Once more, please.")
