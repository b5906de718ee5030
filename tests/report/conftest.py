"""A real browser, spoken to over a pipe in its own protocol: one start for all that is looked at."""

from __future__ import annotations

import base64
import contextlib
import json
import os
import select
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SWITCHES = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
    "--remote-debugging-pipe",
)


class Browser:
    """Chromium without a window, at one page. `said` are the messages it sent unasked: requests, console, log."""

    def __init__(self, program: str, folder: Path) -> None:
        reads, self._write = os.pipe()
        self._read, writes = os.pipe()

        def wire() -> None:
            # Both ends may already have the number that the other needs.
            first, second = os.dup(reads), os.dup(writes)
            os.dup2(first, 3)
            os.dup2(second, 4)

        self._log = (folder / "log").open("wb")
        self._process = subprocess.Popen(
            [program, *SWITCHES, f"--user-data-dir={folder / 'profile'}", "about:blank"],
            stdin=subprocess.DEVNULL, stdout=self._log, stderr=self._log,
            preexec_fn=wire, pass_fds=(3, 4, reads, writes),  # noqa: PLW1509 - no threads here
            env={**os.environ, "HOME": str(folder), "DBUS_SESSION_BUS_ADDRESS": "disabled:"},
        )  # fmt: skip
        os.close(reads)
        os.close(writes)
        self._buffer = b""
        self._number = 0
        self._session = ""
        self.said: list[dict[str, Any]] = []
        targets = self.call("Target.getTargets")["targetInfos"]
        page = next(one["targetId"] for one in targets if one["type"] == "page")
        self._session = self.call("Target.attachToTarget", targetId=page, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Runtime", "Log"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Ask for something, and wait for the answer."""
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._write, json.dumps(message).encode() + b"\0")
        while True:
            heard = self._hear()
            if heard.get("id") == self._number:
                assert "error" not in heard, (method, heard["error"])
                return heard["result"]
            self.said.append(heard)

    def look(self, page: Path, width: int = 1200, *, dark: bool = False, media: str = "screen") -> None:
        """Open a page in a window of this width."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call("Emulation.setEmulatedMedia", media=media, features=[scheme])
        start = len(self.said)
        self.call("Page.navigate", url=page.as_uri())
        while not any(one.get("method") == "Page.loadEventFired" for one in self.said[start:]):
            self.said.append(self._hear())

    def ask(self, script: str) -> Any:
        """The value of an expression in the page. The page's own policy does not bind the one who inspects it."""
        told = self.call("Runtime.evaluate", expression=script, returnByValue=True)
        assert "exceptionDetails" not in told, told
        return told["result"].get("value")

    def picture(self, of: str, scale: float = 0.5) -> bytes:
        """What is seen of the first such element, as a PNG."""
        element = f"document.querySelector('{of}').getBoundingClientRect()"
        box = self.ask(f"(box => [box.x, box.y, box.width, box.height])({element})")
        clip = {**dict(zip(("x", "y", "width", "height"), box, strict=True)), "scale": scale}
        told = self.call("Page.captureScreenshot", format="png", captureBeyondViewport=True, clip=clip)
        return base64.b64decode(told["data"])

    def printed(self) -> bytes:
        """The page as it is printed, as a PDF."""
        return base64.b64decode(self.call("Page.printToPDF", printBackground=True, preferCSSPageSize=True)["data"])

    def close(self) -> None:
        """End it, and wait until it has ended."""
        self._session = ""
        with contextlib.suppress(OSError, AssertionError):
            self.call("Browser.close")
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        os.close(self._write)
        os.close(self._read)
        self._log.close()

    def _hear(self) -> dict[str, Any]:
        deadline = time.monotonic() + 30
        while b"\0" not in self._buffer:
            ready, _, _ = select.select([self._read], [], [], max(0.0, deadline - time.monotonic()))
            chunk = os.read(self._read, 1 << 20) if ready else b""
            assert chunk, "the browser says nothing"
            self._buffer += chunk
        first, _, self._buffer = self._buffer.partition(b"\0")
        return json.loads(first)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Chromium, where the machine has it."""
    program = next((path for name in NAMES if (path := shutil.which(name))), None)
    if program is None:
        pytest.skip(f"no browser is on this machine: none of {', '.join(NAMES)}")
    started = Browser(program, tmp_path_factory.mktemp("browser"))
    yield started
    started.close()
