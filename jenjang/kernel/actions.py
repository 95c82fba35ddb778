"""What the ground does: keep documents, give numbers, tell people. Policy is in `policy.py`, staged imports in `imports.py`."""

import re
from collections.abc import Iterable
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO

from django.db import transaction
from django.db.models import F

from jenjang.kernel import clock, documents
from jenjang.kernel.models import Document, IssuedNumber, Notice, NumberSeries
from jenjang.ledger import Actor

if TYPE_CHECKING:
    from jenjang.accounts.models import User

NUMBER_PLACE = re.compile(r"\{n(?::0(\d))?\}")
KNOWN_PLACES = re.compile(r"\{(?:n(?::0\d)?|year|month)\}")
ROMAN_MONTHS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


def account_of(by: "User | Actor | None") -> "User | None":
    """The person behind `by`; the program itself has no account."""
    return None if isinstance(by, Actor) else by


@transaction.atomic
def store_document(
    file: BinaryIO | bytes,
    *,
    by: "User | Actor | None",
    name: str = "",
    kinds: tuple[documents.Kind, ...] = documents.SCANS,
) -> Document:
    """Menyimpan dokumen, typed by its content. Raises `documents.DocumentRefused` with a sentence for the field."""
    stream = BytesIO(file) if isinstance(file, bytes) else file
    content = documents.read_upload(stream, kinds)
    kind = documents.examine(content, kinds)
    return Document.objects.create(
        sha256=documents.keep(content),
        name=documents.clean_name(name or getattr(file, "name", "") or "dokumen", kind),
        mime=kind.mime,
        size=len(content),
        uploaded_by=account_of(by),
    )


class NumberFormatError(ValueError):
    """A form of numbers that cannot give distinct numbers; the message says what to write."""


def check_number_form(form: str) -> None:
    """`821.22/{n}/BKPSDM/{year}`: {n} once ({n:04} with zeros), {year} and {month} (roman) if wanted."""
    if len(NUMBER_PLACE.findall(form)) != 1:
        raise NumberFormatError("Bentuk nomor harus memuat {n} tepat satu kali, misalnya 821.22/{n}/BKPSDM/{year}.")
    if "{year}" not in form:
        raise NumberFormatError("Bentuk nomor harus memuat {year}, sebab penomoran mulai dari 1 setiap tahun.")
    if re.search(r"[{}]", KNOWN_PLACES.sub("", form)):
        raise NumberFormatError("Tanda kurawal hanya untuk {n}, {n:04}, {year}, dan {month}.")


def write_number(form: str, number: int, year: int, month: int) -> str:
    """The number as it stands in the letter."""
    text = NUMBER_PLACE.sub(lambda found: str(number).zfill(int(found[1] or 0)), form)
    return text.replace("{year}", str(year)).replace("{month}", ROMAN_MONTHS[month - 1])


@transaction.atomic
def next_number(*, series: str, form: str, by: "User | Actor | None", year: int | None = None) -> IssuedNumber:
    """Memberi nomor surat berikutnya, without gaps: the counter's row stays locked until the caller's transaction ends,
    and a number that rolls back is given to the next."""
    check_number_form(form)
    today = clock.today()
    year = year or today.year
    NumberSeries.objects.bulk_create([NumberSeries(series=series, year=year)], ignore_conflicts=True)
    counter = NumberSeries.objects.select_for_update().get(series=series, year=year)
    NumberSeries.objects.filter(pk=counter.pk).update(last_number=F("last_number") + 1)
    number = counter.last_number + 1
    text = write_number(form, number, year, today.month)
    return IssuedNumber.objects.create(series=counter, number=number, text=text, issued_by=account_of(by))


def notify(*, users: Iterable["User"], text: str, url: str = "") -> None:
    """Memberi tahu: the same sentence to each, once a person."""
    people = {user.pk: user for user in users}
    Notice.objects.bulk_create([Notice(user=user, text=text[:300], url=url) for user in people.values()])


def mark_read(*, by: "User", notice: int | None = None) -> int:
    """Menandai dibaca: one notice of this person, or all. Gives how many were unread."""
    unread = Notice.objects.filter(user=by, read_at=None)
    return (unread.filter(pk=notice) if notice is not None else unread).update(read_at=clock.now())
