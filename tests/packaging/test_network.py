"""A bundle that could speak to a network is found out, by the names in it and by what its libraries hold."""

from __future__ import annotations

import sys
from pathlib import Path

import network
import pytest


@pytest.fixture
def bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    inside = tmp_path / "_internal"
    inside.mkdir()
    (inside / "libQt6Network.so.6").write_bytes(b"\x7fELF local sockets")
    (inside / "libpython3.12.so.1.0").write_bytes(b"\x7fELF")
    (inside / "cryptography.txt").write_text("TLS_AES_128_GCM_SHA256", encoding="utf-8")
    monkeypatch.setattr(
        network, "modules", lambda _program: ["socket", "urllib.parse", "http", "desktop.app"]
    )
    return tmp_path


def test_local_sockets_are_no_network(bundle: Path) -> None:
    assert network.reasons(bundle) == []


@pytest.mark.parametrize(
    "name",
    [
        "libssl.so.3",
        "libcrypto-3-x64.dll",
        "_ssl.pyd",
        "plugins/tls/qschannelbackend.dll",
        "libQt6WebSockets.so.6",
    ],
)
def test_a_library_is_found_by_its_name(bundle: Path, name: str) -> None:
    path = bundle / "_internal" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"x")
    assert [name in reason for reason in network.reasons(bundle)] == [True]


def test_a_library_is_found_by_what_is_in_it(bundle: Path) -> None:
    (bundle / "_internal" / "libpython3.12.so.1.0").write_bytes(b"\x7fELF...SSL_CTX_new...")
    assert ["TLS inside" in reason for reason in network.reasons(bundle)] == [True]


def test_modules_are_found_with_their_parts() -> None:
    names = ["http.client", "urllib3.util", "urllib.parse", "sslmode", "desktop.core.ssl", "asyncio.events"]
    assert network.spoken(names) == ["http.client", "urllib3.util", "asyncio.events"]


def test_a_python_with_openssl_inside_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "builtin_module_names", ("_io", "_ssl"))
    assert network.python_speaks()
