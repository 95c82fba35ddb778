"""Chromium of this machine: what the runner looks for is what the browser tests start."""

import shutil

NAMES = ("chromium", "chromium-browser")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def find_chromium() -> str:
    """Where it lies; empty without one."""
    return next((path for name in NAMES if (path := shutil.which(name))), "")
