"""What nobody honest types: by kind, for every field of a form."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote_plus

from tests.integration.hostile.forms import Field, PostForm

MARKUP = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>{{ 7*7 }}"
LONG = "panjang " * 625
HALF_A_PAIR = b"\xed\xa0\x80"  # half of a surrogate pair: bytes that are no UTF-8


@dataclass(frozen=True)
class Attack:
    """One kind of hostile value, and which fields it makes impossible: those forms must be refused."""

    name: str
    value: bytes
    impossible_for: Callable[[Field], bool]


def _anything(one: Field) -> bool:
    return one.kind != "file"


def _shaped(one: Field) -> bool:
    return one.is_choice or one.is_date or one.is_number


ATTACKS = (
    Attack("5.000 huruf", LONG.encode(), _anything),
    Attack("huruf nol", b"nol\0nol nol nol nol nol nol nol", _anything),
    Attack("setengah pasangan", b"a" + HALF_A_PAIR, _shaped),
    Attack("markah", MARKUP.encode(), _shaped),
    Attack("31 Februari", b"31/02/2026", _shaped),
    Attack("tanggal sembilan", b"99/99/9999", _shaped),
    Attack("tahun nol", b"01/01/0000", _shaped),
    Attack("NIP mustahil", b"199913990000000000", lambda one: one.is_choice or one.is_date),
    Attack("bilangan negatif", b"-99999999999999999999", _shaped),
    Attack("bukan bilangan", b"NaN", _shaped),
    Attack("pangkat besar", b"1e400", _shaped),
    Attack("angka asing", "²٣".encode(), _shaped),
)


def body(form: PostForm, attack: Attack, fields: list[Field]) -> bytes:
    """The form as a browser sends it, with the hostile value in these fields; bytes go as they are."""
    sent = {name: value.encode() for name, value in form.filled().items()}
    sent |= {one.name: attack.value for one in fields}
    return b"&".join(quote_plus(name).encode() + b"=" + quote_plus(value).encode() for name, value in sent.items())
