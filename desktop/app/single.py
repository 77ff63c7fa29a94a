"""One window a user: a second start hands its dossier to the running one, over a local socket."""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.store.paths import user_folder

WAIT = 1000  # ms


def server_name() -> str:
    """Return the socket's name: one for each user and home folder."""
    who = f"{os.environ.get('USERNAME') or os.environ.get('USER', '')}:{user_folder('config')}"
    name = f"guiyin-{hashlib.sha256(who.encode()).hexdigest()[:16]}"
    return name if sys.platform == "win32" else str(Path(tempfile.gettempdir()) / name)


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
    socket.write(f"{path.absolute() if path else ''}\n".encode())
    answered = socket.waitForBytesWritten(WAIT) and socket.waitForReadyRead(WAIT)
    socket.disconnectFromServer()
    return answered


class SingleInstance(QObject):
    """Listens for later starts; ``asked`` carries the path that one of them was given, or ""."""

    asked = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        """Listen; a socket that a dead process left behind is replaced."""
        super().__init__(parent)
        from PySide6.QtNetwork import QLocalServer

        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._welcome)
        name = server_name()
        if not self._server.listen(name):
            QLocalServer.removeServer(name)
            self._server.listen(name)

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    def _welcome(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.disconnected.connect(socket.deleteLater)

        def read() -> None:
            if socket.canReadLine():
                asked = bytes(socket.readLine().data()).decode("utf-8", "replace").rstrip("\n")
                socket.write(b"ok\n")
                socket.flush()
                self.asked.emit(asked)

        socket.readyRead.connect(read)
        read()
