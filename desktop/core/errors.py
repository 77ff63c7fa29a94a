"""What may go wrong by no fault of the code, told to a person: what, where, what to do."""

from __future__ import annotations

from desktop.core.text import Text


class UserError(Exception):
    """A problem with the input or the machine; ``message`` says what and where, ``hint`` what to do."""

    def __init__(self, message: Text, hint: Text | None = None) -> None:
        """Keep both texts; ``str()`` gives the English sentence."""
        super().__init__(message.en if hint is None else f"{message.en} {hint.en}")
        self.message = message
        self.hint = hint

    @property
    def text(self) -> Text:
        """Message and hint as one text."""
        return self.message if self.hint is None else Text("", " ").join((self.message, self.hint))


class Cancelled(Exception):  # noqa: N818 - an outcome, not an error
    """Raised inside a job at a step after it was cancelled."""
