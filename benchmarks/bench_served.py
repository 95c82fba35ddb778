"""The program as it is really served: the weight of the first page, and the memory of two web workers after some work."""

import re
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlencode, urljoin, urlsplit
from urllib.request import HTTPCookieProcessor, OpenerDirector, Request, build_opener

import brotli

from benchmarks import homes
from benchmarks.figures import Figure

WEIGHT, MEMORY = 120.0, 350.0  # KB compressed, MB
REQUESTS = 200
START_SECONDS = 180.0
IN_STYLES = re.compile(rb"url\(\s*['\"]?([^'\")#]+)")
# What an officer's day touches: lists, profiles, the map, exports.
ADDRESSES = (
    "/beranda/", "/pegawai/", "/pegawai/?q=siti", "/unit/", "/peta-jabatan/", "/lowongan/", "/impor/", "/pegawai/baru/",
    "/pegawai/perbaikan/", "/kebijakan/", "/akun/", "/pemberitahuan/", "/pegawai/?ekspor=xlsx", "/",
)  # fmt: skip


def figures() -> list[Figure]:
    homes.prepare(homes.SMALL)
    with _served() as (address, process):
        weights = {name: _weigh(address, path, reader) for name, path, reader in _first_pages(address)}
        memory, detail = _work_and_weigh(address, process.pid)
    return [
        *(
            Figure(f"first page, {name}", round(weight, 1), WEIGHT, "KB", said)
            for name, (weight, said) in weights.items()
        ),
        Figure("two web workers", round(memory, 1), MEMORY, "MB PSS", detail),
    ]


@contextmanager
def _served() -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [*homes.JENJANG, "serve", "--port", str(port)]
    with subprocess.Popen(
        command, cwd=homes.ROOT, env=homes.environment(homes.SMALL), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:  # fmt: skip
        try:
            address = f"http://127.0.0.1:{port}"
            _wait(address)
            yield address, process
        finally:
            process.send_signal(signal.SIGTERM)


def _wait(address: str) -> None:
    end = time.monotonic() + START_SECONDS
    while True:
        try:
            _get(build_opener(), address + "/masuk/")
            return
        except OSError:
            if time.monotonic() > end:
                raise homes.NotMeasured("the program did not answer within three minutes") from None
            time.sleep(0.2)


def _get(reader: OpenerDirector, address: str, form: dict[str, str] | None = None) -> tuple[str, bytes, int, str]:
    """Final address, body, bytes of the compressed body, encoding. An answer 4xx or 5xx stops the measuring."""
    data = urlencode(form).encode() if form else None
    request = Request(address, data=data, headers={"Accept-Encoding": "br", "Referer": address})  # noqa: S310
    try:
        with reader.open(request, timeout=30) as answer:
            body, encoding = answer.read(), answer.headers.get("Content-Encoding", "")
            return answer.url, brotli.decompress(body) if encoding == "br" else body, len(body), encoding
    except HTTPError as error:
        raise homes.NotMeasured(f"{urlsplit(address).path} answered {error.code}") from None


def _sign_in(address: str, role: str) -> OpenerDirector:
    """One tap on the first invented person of a role."""
    reader = build_opener(HTTPCookieProcessor(CookieJar()))
    _, page, _, _ = _get(reader, address + "/peragaan/")
    _, found, people = page.decode().partition(f'id="peran-{role}"')
    action = re.search(r'action="(/peragaan/\d+/masuk/)"', people)
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', people)
    if not (found and action and token):
        raise homes.NotMeasured(f"the demonstration shows nobody as {role}")
    _get(reader, address + action[1], {"csrfmiddlewaretoken": token[1]})
    return reader


def _first_pages(address: str) -> list[tuple[str, str, OpenerDirector]]:
    """What somebody sees first: nobody signed in, and an officer."""
    return [
        ("public", "/", build_opener(HTTPCookieProcessor(CookieJar()))),
        ("signed in", "/beranda/", _sign_in(address, "bkpsdm")),
    ]


class Resources(HTMLParser):
    """What a page makes a browser fetch."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "link" and (given.get("rel") or "") in ("stylesheet", "preload", "icon", "manifest"):
            self.found.add(given.get("href") or "")
        if tag in ("script", "img"):
            self.found.add(given.get("src") or "")
        if tag == "use":
            self.found.add((given.get("href") or "").partition("#")[0])


def _weigh(address: str, path: str, reader: OpenerDirector) -> tuple[float, str]:
    """The page and everything that it pulls in, as it travels. Every file that a stylesheet names counts, used or not."""
    final, page, size, encoding = _get(reader, address + path)
    parser = Resources()
    parser.feed(page.decode())
    waiting, sizes = {urljoin(final, one) for one in parser.found if one}, {urlsplit(final).path: size}
    while waiting:
        one = waiting.pop()
        _, body, size, _ = _get(reader, one)
        sizes[urlsplit(one).path] = size
        if urlsplit(one).path.endswith(".css"):
            named = {
                urljoin(one, found.decode()) for found in IN_STYLES.findall(body) if not found.startswith(b"data:")
            }
            waiting |= {found for found in named if urlsplit(found).path not in sizes}
    heaviest = sorted(sizes.items(), key=lambda item: -item[1])[:4]
    said = ", ".join(f"{Path(name).name or 'page'} {weight / 1000:.1f}" for name, weight in heaviest)
    plain = "" if encoding == "br" else "; the page itself is not compressed"
    return sum(sizes.values()) / 1000, f"{urlsplit(final).path}, {len(sizes)} files: {said}{plain}"


def _work_and_weigh(address: str, serving: int) -> tuple[float, str]:
    reader, answered = _sign_in(address, "bkpsdm"), 0
    while answered < REQUESTS:
        _get(reader, address + ADDRESSES[answered % len(ADDRESSES)])
        answered += 1
    sizes = [(pid, _pss(pid)) for pid in _web_processes(serving)]
    parts = ", ".join(f"{size:.0f}" for _, size in sizes)
    return sum(size for _, size in sizes), f"{len(sizes)} processes after {answered} requests: {parts} MB"


def _web_processes(serving: int) -> list[int]:
    """The server's own process and its workers: everything below `serve` that runs granian."""
    parents: dict[int, int] = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            except OSError:
                continue  # it ended while we looked
    below = {serving}
    while more := {pid for pid, parent in parents.items() if parent in below} - below:
        below |= more
    commands = {pid: Path(f"/proc/{pid}/cmdline").read_bytes() for pid in below}
    masters = {pid for pid, command in commands.items() if b"granian" in command}
    return sorted(pid for pid in below if pid in masters or parents.get(pid) in masters)


def _pss(pid: int) -> float:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1000
