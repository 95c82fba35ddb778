"""What nobody honest types: by kind, for every field of a form."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote_plus

from tests.integration.hostile.forms import Field, PostForm

MARKUP = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>{{ 7*7 }}"
LONG = "panjang " * 1500
TEN_MEGABYTES = "panjang-" * (10 * 1024 * 1024 // 8)
HALF_A_PAIR = b"\xed\xa0\x80"  # half of a surrogate pair: bytes that are no UTF-8
BOUNDARY = "batas-antarbagian"


@dataclass(frozen=True)
class Attack:
    """One kind of hostile value, and which fields it makes impossible: those forms must be refused."""

    name: str
    value: bytes
    impossible_for: Callable[[Field], bool]


def _anything(one: Field) -> bool:
    return one.kind != "file" and not one.is_tick


def _shaped(one: Field) -> bool:
    return one.is_choice or one.is_date or one.is_number


def _judged(one: Field) -> bool:
    """Passwords may hold any sign; whether they are right is asked elsewhere."""
    return one.kind != "password" and not one.is_tick


ATTACKS = (
    Attack("12.000 huruf", LONG.encode(), _anything),
    Attack("huruf nol", b"nol\0nol nol nol nol nol nol nol", _anything),
    Attack("tanda kendali", b"kendali \x1b[31m\x07 kendali kendali", _judged),
    Attack("arah terbalik", "kata \u202eterbalik kata kata".encode(), _judged),
    Attack("setengah pasangan", b"a" + HALF_A_PAIR, _shaped),
    Attack("markah", MARKUP.encode(), _shaped),
    Attack("rumus", b'=HYPERLINK("http://contoh.test","klik di sini")', _shaped),
    Attack("31 Februari", b"31/02/2026", _shaped),
    Attack("tanggal sembilan", b"99/99/9999", _shaped),
    Attack("tahun nol", b"01/01/0000", _shaped),
    Attack("tahun satu", b"01/01/0001", _shaped),
    Attack("tahun 9999", b"31/12/9999", _shaped),
    Attack("NIP mustahil", b"199913990000000000", lambda one: one.is_choice or one.is_date),
    Attack("objek orang lain", b"999999999", lambda one: one.is_choice or one.is_date),
    Attack("bilangan negatif", b"-99999999999999999999", _shaped),
    Attack("bukan bilangan", b"NaN", _shaped),
    Attack("pangkat besar", b"1e400", _shaped),
    Attack("angka asing", "²٣".encode(), _shaped),
)
HUGE = Attack("10 MB", TEN_MEGABYTES.encode(), _anything)


def body(form: PostForm, attack: Attack, fields: list[Field]) -> bytes:
    """The form as a browser sends it, with the hostile value in these fields; bytes go as they are."""
    sent = {name: value.encode() for name, value in form.filled().items()}
    sent |= {one.name: attack.value for one in fields}
    return urlencoded([(name, value) for name, value in sent.items()])


def urlencoded(pairs: Sequence[tuple[str, bytes]]) -> bytes:
    return b"&".join(quote_plus(name).encode() + b"=" + quote_plus(value).encode() for name, value in pairs)


def multipart(pairs: Sequence[tuple[str, bytes]], files: Mapping[str, tuple[str, bytes]]) -> bytes:
    """Texts and files as a browser packs them; names of files go as they are, also with quotes and lines."""
    parts = [f'Content-Disposition: form-data; name="{name}"\r\n\r\n'.encode() + value for name, value in pairs]
    parts += [
        f'Content-Disposition: form-data; name="{name}"; filename="{called}"\r\n'.encode()
        + b"Content-Type: application/octet-stream\r\n\r\n" + content
        for name, (called, content) in files.items()
    ]  # fmt: skip
    edge = f"--{BOUNDARY}".encode()
    return b"".join(edge + b"\r\n" + part + b"\r\n" for part in parts) + edge + b"--\r\n"
