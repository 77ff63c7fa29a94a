"""One window a user: a second start hands its dossier to the running one, over a local socket."""

from __future__ import annotations

import json
import os
import sys
from functools import partial
from pathlib import Path
from tempfile import gettempdir
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.core.hashes import sha256_of
from desktop.store.paths import user_folder

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalSocket

WAIT = 1000  # ms until a window that lives takes a connection
PATIENCE = 15_000  # ms until it answers: it may be busy, and must not get a second window beside it for that


def server_name() -> str:
    """Return the socket's name: one for each user and home folder."""
    who = f"{os.environ.get('USERNAME') or os.environ.get('USER', '')}:{user_folder('config')}"
    name = f"guiyin-{sha256_of(who.encode())[:16]}"
    return name if sys.platform == "win32" else str(Path(gettempdir()) / name)


def hand_over(path: Path | None) -> bool:
    """Ask a running window to show ``path`` and to come forward; False when there is none."""
    name = server_name()
    if sys.platform != "win32" and not Path(name).exists():
        return False  # the usual case, without loading QtNetwork
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(WAIT):
        return False
    socket.write(f"{json.dumps(str(path.absolute()) if path else '')}\n".encode())
    socket.flush()
    while not socket.canReadLine() and socket.waitForReadyRead(PATIENCE):
        pass
    answered = socket.canReadLine()
    socket.abort()
    return answered


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

    def listen(self, path: Path | None = None) -> bool:
        """Listen, unless a window does that started at the same moment: then it is asked to show ``path``.

        A socket that a dead process left behind is replaced.
        """
        name = server_name()
        if hand_over(path):
            return False
        if not self._server.listen(name):
            self._server.removeServer(name)
            self._server.listen(name)
        return True

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
