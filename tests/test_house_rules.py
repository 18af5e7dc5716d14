"""The rules that the fixtures of every test watch over can themselves fail."""

from __future__ import annotations

import ast
import socket
import urllib.request
from pathlib import Path

import pytest

from tests.conftest import NetworkUsed
from tests.test_layers import imports, modules

QT_NETWORK = ("QtNetwork", "QtWebEngine", "QtWebSockets", "QtHttpServer", "QtWebView", "QtBluetooth", "QtRemoteObjects")


def test_a_socket_is_noticed(no_network: list[str]) -> None:
    with pytest.raises(NetworkUsed):
        socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    with pytest.raises(NetworkUsed):
        socket.getaddrinfo("localhost", 80)
    with pytest.raises(NetworkUsed):
        urllib.request.urlopen("http://127.0.0.1:9")
    assert len(no_network) == 3
    no_network.clear()


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.stem)
def test_qt_is_not_asked_for_a_network(path: Path) -> None:
    """Qt opens sockets without Python hearing of it, so its modules that do are not imported at all."""
    for name in imports(path):
        assert not any(part.startswith(QT_NETWORK) for part in name.split(".")), name


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.stem)
def test_temporary_files_remove_themselves(path: Path) -> None:
    """``mkdtemp`` and ``mkstemp`` leave that to the caller, so they are not used."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute):
            assert node.attr not in ("mkdtemp", "mkstemp"), f"{path.name}:{node.lineno}"
