"""The machine that measured: without it no absolute figure means anything."""

import os
import platform
import subprocess
from pathlib import Path


def describe() -> dict[str, str]:
    """Processor, cores, memory, system and versions, and how busy the machine was when the run began."""
    return {
        "processor": _after("/proc/cpuinfo", "model name") or platform.processor() or platform.machine(),
        "cores": str(len(os.sched_getaffinity(0))),
        "memory": f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.1f} GiB",
        "system": _system(),
        "python": platform.python_version(),
        "postgresql": _postgresql(),
        "load before": f"{load()} (mean of one minute; 0 is an idle machine)",
    }


def _after(file: str, key: str) -> str:
    lines = Path(file).read_text().splitlines() if Path(file).exists() else []
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith(key)), "")


def _system() -> str:
    release = platform.freedesktop_os_release() if Path("/etc/os-release").exists() else {}
    return f"{release.get('PRETTY_NAME', platform.system())}, kernel {platform.release()}"


def _postgresql() -> str:
    from jenjang.config import database

    programs = database.places().binaries
    if not (programs / "postgres").exists():
        return "embedded"
    said = subprocess.run([programs / "postgres", "--version"], capture_output=True, text=True, check=False)
    return said.stdout.strip().rpartition(" ")[2]


def load() -> str:
    return f"{os.getloadavg()[0]:.2f}"
