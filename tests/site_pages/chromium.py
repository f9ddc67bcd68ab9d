"""Chromium by ChromeDriver's plain HTTP: pages at a width, what they say, what axe finds."""

import base64
import json
import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, cast

import pytest

REQUIRED, AXE = "ROADMAP_REQUIRE_CHROMIUM", "ROADMAP_AXE"
_ARGUMENTS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-dev-shm-usage", "--force-color-profile=srgb", "--hide-scrollbars",
)  # fmt: skip
_PATIENCE = 60


@cache
def why_not() -> str | None:
    """Why pages cannot be looked at on this machine, or None."""
    for program in ("chromium", "chromedriver"):
        if shutil.which(program) is None:
            return f"{program} is not installed"
    return None


def axe_source() -> str | None:
    """The text of axe-core, which the environment points at, or None."""
    named = os.environ.get(AXE)
    found = Path(named, "axe.min.js") if named else None
    return found.read_text("utf-8") if found is not None and found.is_file() else None


def need(reason: str | None) -> None:
    """Skip the test for a reason; where the environment says that nothing may be absent, fail."""
    if reason is not None and os.environ.get(REQUIRED):
        pytest.fail(f"{REQUIRED} is set, but {reason}")
    if reason is not None:
        pytest.skip(f"pages are not looked at: {reason}")


class Chromium:
    """One window of a browser."""

    def __init__(self, driver: str, session: str) -> None:
        self._address = f"{driver}/session/{session}"

    def size(self, width: int, height: int = 900) -> None:
        """Give the page a size in CSS pixels; a window could not be so narrow."""
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.command("Emulation.setDeviceMetricsOverride", metrics)

    def media(self, **features: str) -> None:
        """What the reader prefers: `prefers_color_scheme="dark"`; `media="print"` for paper."""
        kind = features.pop("media", "")
        told = [
            {"name": name.replace("_", "-"), "value": value} for name, value in features.items()
        ]
        self.command("Emulation.setEmulatedMedia", {"media": kind, "features": told})

    def open(self, address: str) -> None:
        """Go to a page."""
        self._post("url", {"url": address})

    def run(self, script: str, *arguments: Any) -> Any:
        """What a script returns that runs in the page, whatever the page forbids itself."""
        return self._post("execute/sync", {"script": script, "args": list(arguments)})

    def later(self, script: str, *arguments: Any) -> Any:
        """What a script hands to its last argument."""
        return self._post("execute/async", {"script": script, "args": list(arguments)})

    def press(self, key: str) -> None:
        """Press a key and let it go."""
        actions = [{"type": kind, "value": key} for kind in ("keyDown", "keyUp")]
        self._post("actions", {"actions": [{"type": "key", "id": "keys", "actions": actions}]})

    def console(self) -> list[str]:
        """What the page has said to the console since it was last asked."""
        return [entry["message"] for entry in self._post("se/log", {"type": "browser"})]

    def picture(self) -> bytes:
        """The whole page as PNG."""
        height = self.run("return document.documentElement.scrollHeight")
        clip = {"x": 0, "y": 0, "width": self.run("return innerWidth"), "height": height}
        told = {"format": "png", "captureBeyondViewport": True, "clip": {**clip, "scale": 1}}
        return base64.b64decode(self.command("Page.captureScreenshot", told)["data"])

    def command(self, name: str, parameters: dict[str, Any]) -> Any:
        """A command of the DevTools."""
        return self._post("goog/cdp/execute", {"cmd": name, "params": parameters})

    def _post(self, what: str, told: dict[str, Any]) -> Any:
        return _asked("POST", f"{self._address}/{what}", told)


@contextmanager
def browser(folder: Path) -> Iterator[Chromium]:
    """A browser with an empty profile in `folder`; it ends with the block."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    driver = f"http://127.0.0.1:{port}"
    options = {
        "binary": shutil.which("chromium"),
        "args": [*_ARGUMENTS, f"--user-data-dir={folder}"],
    }
    wanted = {"goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}
    # The driver leaves its own profiles in TMPDIR; ours goes with the folder of the test.
    process = subprocess.Popen(
        ["chromedriver", f"--port={port}", "--log-level=OFF"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        _wait_for(driver)
        told = {"capabilities": {"alwaysMatch": wanted}}
        session = _asked("POST", f"{driver}/session", told)["sessionId"]
        try:
            yield Chromium(driver, session)
        finally:
            _asked("DELETE", f"{driver}/session/{session}")
    finally:
        process.terminate()
        process.wait(_PATIENCE)


def _wait_for(driver: str) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        try:
            if _asked("GET", f"{driver}/status")["ready"]:
                return
        except OSError:
            time.sleep(0.05)
    pytest.fail("chromedriver does not answer")


def _asked(method: str, address: str, told: dict[str, Any] | None = None) -> Any:
    body = None if told is None else json.dumps(told).encode()
    request = urllib.request.Request(
        address, body, {"Content-Type": "application/json"}, method=method
    )
    # A proxy of the environment knows nothing of this machine's ports.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(request, timeout=_PATIENCE) as answer:
            return cast(Any, json.loads(answer.read()))["value"]
    except urllib.error.HTTPError as error:
        raise AssertionError(error.read().decode("utf-8", "replace")[:1000]) from error
