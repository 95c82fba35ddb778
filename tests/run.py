"""`make test`: finds out whether browser tests can run, runs every layer, prints the runner's closing line.

Browser tests need Debian's Chromium. As root it is installed from Debian's packages; without it the run says so in
capitals and fails, unless JENJANG_NO_BROWSER=1.
"""

import argparse
import os
import shutil
import subprocess
import sys

from tests.chromium import find_chromium

NOT_RUN = "browser tests NOT run"


def install_chromium() -> None:
    """As root on Debian: fetch Chromium and the fonts that the pictures are compared with."""
    if os.geteuid() or not shutil.which("apt-get"):
        return
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    print("Installing Debian's Chromium for the browser tests ...", flush=True)
    for command in (
        ["apt-get", "update", "-qq"],
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-roboto"],
    ):
        subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False)


def main() -> int:
    options = argparse.ArgumentParser()
    options.add_argument("--full", action="store_true", help="also what takes longer than half an hour")
    arguments = options.parse_args()
    if not find_chromium() and os.environ.get("JENJANG_NO_BROWSER") != "1":
        install_chromium()
    browser = bool(find_chromium()) and os.environ.get("JENJANG_NO_BROWSER") != "1"
    marks = " and ".join(
        mark for mark, wanted in (("not browser", browser), ("not full", arguments.full)) if not wanted
    )
    command = [sys.executable, "-m", "pytest", "-n", "2", "--dist", "loadgroup", *(["-m", marks] if marks else [])]
    code = subprocess.run(command, check=False).returncode
    return code if browser else without_browser(code)


def without_browser(code: int) -> int:
    """Said last and in capitals; an error unless it was asked for."""
    if os.environ.get("JENJANG_NO_BROWSER") == "1":
        print(f"\n{NOT_RUN}: JENJANG_NO_BROWSER=1.", flush=True)
        return code
    print(f"\n{NOT_RUN}: Chromium is missing. Install Debian's chromium, or set JENJANG_NO_BROWSER=1.", flush=True)
    return code or 1


if __name__ == "__main__":
    sys.exit(main())
