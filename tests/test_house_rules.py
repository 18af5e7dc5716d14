"""The rules that the fixtures of every test watch over can themselves fail."""

from __future__ import annotations

import re
import socket
import urllib.request

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


def test_qt_is_not_asked_for_a_network() -> None:
    """Qt opens sockets without Python hearing of it, so its modules that do are not imported at all.

    Only files with such a word in them are parsed: all thousand take seconds.
    """
    named = (path for path in modules() if any(word in path.read_text(encoding="utf-8") for word in QT_NETWORK))
    found = [
        (path.name, name)
        for path in named
        for name in imports(path)
        if any(part.startswith(QT_NETWORK) for part in name.split("."))
    ]
    assert found == []


def test_temporary_files_remove_themselves() -> None:
    """``mkdtemp`` and ``mkstemp`` leave that to the caller, so they are not used, under whatever name."""
    sources = ((path.name, path.read_text(encoding="utf-8")) for path in modules())
    assert [name for name, source in sources if re.search(r"\bmk[ds]temp\b", source)] == []
