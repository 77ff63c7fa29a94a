"""One window a user: a second start hands its dossier to the running one, over a local socket."""

from __future__ import annotations

import json
import os
import sys
from functools import partial
from pathlib import Path
from tempfile import gettempdir
from time import monotonic, sleep
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal

from desktop.core.hashes import sha256_of
from desktop.store.paths import user_folder

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalSocket

WAIT = 1000  # ms until a window that lives takes a connection
PATIENCE = 15.0  # seconds until it answers, which may be busy or about to be shown
_AGAIN = 0.05  # seconds


def server_name() -> str:
    """Return the socket's name: one for each user and home folder."""
    name = _name()
    return name if sys.platform == "win32" else str(Path(gettempdir()) / name)


def take_place() -> QLockFile | None:
    """Return the lock of the one window, which goes with the process; None when another process has it.

    A folder that takes no lock file takes no socket either: there every start is alone.
    """
    lock = QLockFile(str(Path(gettempdir()) / f"{_name()}.lock"))
    lock.setStaleLockTime(0)  # however long its process lives
    held = not lock.tryLock(0) and lock.error() == QLockFile.LockError.LockFailedError
    return None if held else lock


def hand_over(path: Path | None, patience: float = 0.0) -> bool:
    """Ask a running window to show ``path`` and to come forward; False when none answers.

    One that is not listening yet is waited for, as many seconds as ``patience``.
    """
    name, end = server_name(), monotonic() + patience
    while True:
        # Usually there is no socket, and QtNetwork need not be loaded.
        if (sys.platform == "win32" or Path(name).exists()) and _asked(name, path):
            return True
        if monotonic() >= end:
            return False
        sleep(_AGAIN)


def _asked(name: str, path: Path | None) -> bool:
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(WAIT):
        return False
    socket.write(f"{json.dumps(str(path.absolute()) if path else '')}\n".encode())
    socket.flush()
    while not socket.canReadLine() and socket.waitForReadyRead(int(PATIENCE * 1000)):
        pass
    answered = socket.canReadLine()
    socket.abort()
    return answered


def _name() -> str:
    who = f"{os.environ.get('USERNAME') or os.environ.get('USER', '')}:{user_folder('config')}"
    return f"guiyin-{sha256_of(who.encode())[:16]}"


class SingleInstance(QObject):
    """Listens for later starts; ``asked`` carries the path that one of them was given, or ""."""

    asked = Signal(object)  # not str: the name of a file need not be printable

    def __init__(self, parent: QObject | None = None) -> None:
        """Make what ``listen`` starts."""
        super().__init__(parent)
        from PySide6.QtNetwork import QLocalServer

        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._welcome)

    def listen(self) -> None:
        """Listen; a socket that a dead process left behind is replaced."""
        name = server_name()
        if not self._server.listen(name):
            self._server.removeServer(name)
            self._server.listen(name)

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    def _welcome(self) -> None:
        socket = self._server.nextPendingConnection()  # belongs to the server and goes with it
        socket.readyRead.connect(partial(self._read, socket))
        self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if socket.canReadLine():
            try:
                asked = json.loads(bytes(socket.readLine().data()))
            except ValueError:
                return  # no start of ours: it gets no answer
            socket.write(b"ok\n")
            socket.flush()
            self.asked.emit(asked if isinstance(asked, str) else "")
