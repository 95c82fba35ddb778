"""How values are written in Indonesian: dates, numbers, rupiah, NIP. Used by pages, letters and presenters alike."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
MONTHS_SHORT = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")
DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
OFFICES = ("Sekretariat ", "Kecamatan ", "Kelurahan ")  # whose head is named after the rest of the name
NIP_PARTS = (8, 6, 1, 3)  # birth date, month of appointment, sex, serial
NOTHING = "–"

Number = Decimal | int | float | str


def long_date(day: date | None) -> str:
    """19 November 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else NOTHING


def short_date(day: date | None) -> str:
    """19 Nov 2026, for tables."""
    return f"{day.day} {MONTHS_SHORT[day.month - 1]} {day.year}" if day else NOTHING


def weekday_date(day: date | None) -> str:
    """Kamis, 19 November 2026."""
    return f"{DAYS[day.weekday()]}, {long_date(day)}" if day else NOTHING


def typed_date(day: date | None) -> str:
    """07/12/2026, as a person types it."""
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}" if day else ""


def clock_time(moment: datetime | time | None) -> str:
    """16.00: Indonesian hours take a full stop."""
    return moment.strftime("%H.%M") if moment else NOTHING


def whole(number: Number | None) -> str:
    """1.250: thousands take a full stop."""
    if type(number) is int:
        return f"{number:,}".replace(",", ".")
    exact = _decimal(number)
    if exact is None:
        return NOTHING
    return _grouped(exact.quantize(Decimal(1), rounding=ROUND_HALF_UP), places=0)


def score(number: Number | None) -> str:
    """87,45: two decimals after a comma, halves away from zero as the decrees round."""
    exact = _decimal(number)
    if exact is None:
        return NOTHING
    return _grouped(exact.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP), places=2)


def rupiah(number: Number | None) -> str:
    """Rp3.497.300."""
    exact = _decimal(number)
    if exact is None:
        return NOTHING
    sign = "-" if exact < 0 else ""
    return f"{sign}Rp{whole(abs(exact))}"


def nip(digits: str | None) -> str:
    """19900214 201303 2 007; what is not eighteen digits stays as it is."""
    text = "".join(str(digits or "").split())
    if len(text) != sum(NIP_PARTS) or not text.isdigit():
        return str(digits or NOTHING)
    parts, start = [], 0
    for width in NIP_PARTS:
        parts.append(text[start : start + width])
        start += width
    return " ".join(parts)


def masked(text: str | None, shown: int = 3) -> str:
    """••••••007: only the last characters, for numbers that identify a person on open pages."""
    plain = "".join(str(text or "").split())
    hidden = max(len(plain) - shown, 0)
    return "•" * hidden + plain[hidden:] if plain else NOTHING


def post_in_unit(title: str, unit: str) -> str:
    """Post and unit; the unit only when the name of the post does not say it already."""
    return ", ".join(filter(None, (title, unit_beside(title, unit))))


def unit_beside(title: str, unit: str) -> str:
    """The unit, unless the post says it: “Kepala Dinas Perpustakaan”, “Camat Talawi”, “Sekretaris Dinas Sosial” do."""
    own_name = unit
    for kind in OFFICES:
        own_name = own_name.removeprefix(kind)
    return "" if own_name.casefold() in title.casefold() else unit


def initials(name: str) -> str:
    """SW for "dr. Sri Wahyuni, A.Md.Keb.": titles are not names."""
    words = [word for word in name.split(",", maxsplit=1)[0].split() if "." not in word and word[:1].isalpha()]
    return "".join(word[0].upper() for word in words[:2]) or name[:1].upper()


def _decimal(number: Number | None) -> Decimal | None:
    if number is None or number == "":
        return None
    try:
        exact = Decimal(str(number))
    except InvalidOperation:
        return None
    return exact if exact.is_finite() else None


def _grouped(number: Decimal, *, places: int) -> str:
    """Full stops between thousands, comma before decimals."""
    return f"{number:,.{places}f}".translate(str.maketrans(",.", ".,"))
