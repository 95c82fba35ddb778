"""The first day of a city that was imported: no demonstration, no shortcut, every step as its page offers it.

From two activation codes to a board that may begin, with nothing but the command line and what people post.
"""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from allauth.mfa.totp.internal import auth as totp
from django.test import Client
from django.urls import reverse

from jenjang.accounts import factor
from jenjang.accounts.models import RoleGrant, User
from jenjang.cli import main
from jenjang.organization.models import Seat
from jenjang.personnel.models import Employee
from jenjang.selection.models import Candidate, Run, Tie, Vacancy
from jenjang.selection.moves import state_of
from tests.factories.selection import COMPETENCIES
from tests.integration.siasn import books

TODAY = date(2026, 11, 23)
PASSWORD = "sungai besar di kaki bukit"
OFFICERS, BOARD, CANDIDATES, SEKDA, AUDITOR = (1, 2), (3, 4, 5), (6, 7, 8), 9, 10
CODE = re.compile(r"\b[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}\b")


@pytest.fixture(autouse=True)
def _today(freeze: Callable[[date], None]) -> None:
    freeze(TODAY)


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """What a personnel office has: BKN's export with its tree, and a book of histories."""
    wide = {"GOL_AKHIR_NAMA": "III/d", "TMT_JABATAN": "02-01-2018"}
    rows = [books.person(number, **(wide if number in CANDIDATES else {})) for number in range(1, 11)]
    rows[CANDIDATES[0] - 1]["NIK"] = "1373011502800006"
    (tmp_path / "pegawai.xlsx").write_bytes(books.employees(rows))
    (tmp_path / "unor.json").write_bytes(books.tree())
    (tmp_path / "riwayat.xlsx").write_bytes(books.histories(_histories()))
    return tmp_path


def _histories() -> dict[str, list[dict[str, object]]]:
    who = [books.nip(number) for number in CANDIDATES]
    tested = {"tanggal": "20-08-2025", "nilai": "85"}
    rating = {"hasilKinerjaNilai": 1, "PerilakuKerjaNilai": 2, "KuadranKinerjaNilai": 2}
    post = {"jenisJabatan": 1, "namaJabatan": "Kepala Subbidang Contoh", "namaUnor": "Bidang Contoh", "unorId": books.FIELD,
            "eselonId": "41", "tmtJabatan": "02-03-2019", "nomorSk": "821/1/2019", "tanggalSk": "28-02-2019"}  # fmt: skip
    return {
        "rw-jabatan": [{"nipBaru": nip, **post, "namaJabatan": f"Kepala Subbidang Contoh {nip[-1]}"} for nip in who],
        "rw-skp22": [{"nipBaru": nip, "tahun": year, **rating} for nip in who for year in (2024, 2025)],
        "rw-kompetensi": [{"nipBaru": nip, **tested, **dict.fromkeys(COMPETENCIES, 3)} for nip in who],
        "rw-potensi": [{"nipBaru": nip, **tested} for nip in who],
        "kompetensi-teknis": [{"nipBaru": nip, **tested, "bidang": "Perencanaan"} for nip in who],
        "umpan-balik-360": [{"nipBaru": nip, "tahun": 2025, "predikat": 2, "jumlahPenilai": 8} for nip in who],
        "keluarga": [{"nipBaru": books.nip(BOARD[1]), "hubungan": "adik", "nama": "Pegawai Rekaan 6",
                      "nipKeluarga": books.nip(CANDIDATES[0])}],
    }  # fmt: skip


def activated(login: str, code: str) -> Client:
    """Somebody opens the account with the code on paper, then signs in."""
    client = Client()
    sent = client.post(reverse("accounts:activate"), {"login": login, "code": code, "new": PASSWORD, "again": PASSWORD})
    assert sent.status_code == 200, sent.content.decode()
    assert client.post(reverse("accounts:sign_in"), {"login": login, "password": PASSWORD}).status_code == 302
    return client


def with_factor(client: Client) -> Client:
    """The phone that every role above an employee's needs: the secret is on the page, the code in the app."""
    page = client.get(reverse("accounts:factor"))
    secret = client.session[factor.PENDING_KEY]
    assert page.status_code == 200
    counter = next(iter(totp.yield_hotp_counters_from_time()))
    code = totp.format_hotp_value(totp.hotp_value(secret, counter))
    shown = client.post(reverse("accounts:factor"), {factor.CODE_FIELD: code})
    assert "kode cadangan" in shown.content.decode().lower()
    return client


def make_account(officer: Client, login: str, name: str) -> str:
    page = officer.post(reverse("accounts:new_account"), {"login": login, "name": name}).content.decode()
    found = CODE.search(page)
    assert found, page
    return found.group()


def begin(files: Path, capsys: pytest.CaptureFixture[str]) -> tuple[Client, Client]:
    """The command line: two officers, two imports. Then both sign in with their phones."""
    named = [f"{books.nip(number)}:Pegawai Rekaan {number}" for number in OFFICERS]
    assert main(["accounts", "create", *named]) == 0
    codes = CODE.findall(capsys.readouterr().out)
    people, tree, histories = files / "pegawai.xlsx", files / "unor.json", files / "riwayat.xlsx"
    assert main(["import", "employees", str(people), "--units", str(tree)]) == 0, capsys.readouterr().out
    assert main(["import", "histories", str(histories)]) == 0, capsys.readouterr().out
    first, second = (
        with_factor(activated(books.nip(number), code)) for number, code in zip(OFFICERS, codes, strict=True)
    )
    return first, second


def appoint(first: Client, second: Client) -> dict[str, str]:
    """One officer makes the accounts and proposes roles and codes; the other approves both and hands the codes over."""
    wanted = [(books.nip(number), "tim_penilai") for number in BOARD]
    wanted += [(books.nip(SEKDA), "pyb"), ("wali.kota", "ppk"), (books.nip(AUDITOR), "inspektorat")]
    for login, role in wanted:
        make_account(first, login, f"Rekaan {login[-3:]}")
        form = {
            "login": login,
            "role": role,
            "since": "23/11/2026",
            "kind": "sendiri",
            "reason": "Menurut keputusan wali kota",
        }
        assert first.post(reverse("accounts:propose"), form).status_code == 302
    for proposal in re.findall(r"/peran/usul/(\d+)/", second.get(reverse("accounts:roles")).content.decode()):
        assert second.post(reverse("accounts:proposal", args=[proposal]), {"putusan": "setuju"}).status_code == 302
    return {login: code_by_two(first, second, login) for login, _ in wanted}


def code_by_two(first: Client, second: Client, login: str) -> str:
    """The code of somebody with a role: the one given with the account, by one officer, opens it no more."""
    account = User.objects.get(username=login)
    asked = first.post(reverse("accounts:issue_code", args=[account.pk]), {"reason": "Akun baru dengan peran"})
    assert asked.status_code == 302
    (proposal,) = re.findall(r"/peran/akun/kode/(\d+)/", second.get(reverse("accounts:accounts")).content.decode())
    page = second.post(reverse("accounts:code_proposal", args=[proposal]), {"putusan": "setuju"}).content.decode()
    found = CODE.search(page)
    assert found, page
    return found.group()


def open_vacancy(officer: Client) -> str:
    """Opened first, the competency standard set afterwards, as people do."""
    seat = Seat.objects.get(title="Kepala Bidang Contoh")
    assert officer.post(reverse("selection:open", args=[seat.pk]), {"vacant_from": "23/11/2026"}).status_code == 302
    number = Vacancy.objects.get().number
    standard = {f"tingkat_{code}": "3" for code in COMPETENCIES}
    basis = {
        "effective_from": "1/1/2026",
        "decree_number": "061/1/2026",
        "decree_date": "2/1/2026",
        "decree_by": "Wali Kota",
    }
    assert officer.post(reverse("competency:standard", args=[seat.pk]), standard | basis).status_code == 302
    assert officer.post(reverse("selection:publish", args=[number]), {}).status_code == 302
    assert officer.post(reverse("selection:compute", args=[number]), {}).status_code == 302
    return number


def test_a_city_comes_from_two_codes_to_a_board_that_begins(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = begin(files, capsys)
    assert "Usulkan pemegang peran" in first.get(reverse("accounts:home")).content.decode()
    codes = appoint(first, second)
    assert RoleGrant.objects.filter(proposed_by__isnull=False).count() == len(codes)
    assert "Usulkan pemegang peran" not in first.get(reverse("accounts:home")).content.decode()
    assert "Senin, 23 November 2026" in first.get(reverse("accounts:home")).content.decode()
    tied = set(Employee.objects.exclude(user=None).values_list("nip", "user__username"))
    assert tied == {
        (name, name) for name in User.objects.exclude(username="wali.kota").values_list("username", flat=True)
    }

    number = open_vacancy(first)
    assert Run.objects.get().eligible == len(CANDIDATES)
    asked = first.post(reverse("selection:ask", args=[number]), {"upto": "3", "answer_by": "30/11/2026"})
    assert asked.status_code == 302
    for one in CANDIDATES:
        login = books.nip(one)
        candidate = activated(login, make_account(first, login, f"Pegawai Rekaan {one}"))
        answer = candidate.post(reverse("selection:own_answer", args=[number]), {"willing": "ya", "reason": ""})
        assert answer.status_code == 302, answer.content.decode()

    board = {f"akun-{place}": books.nip(one) for place, one in enumerate(BOARD)}
    seats = {f"kursi-{place}": seat for place, seat in enumerate(("ketua", "sekretaris", "anggota"))}
    decree = {"decree_number": "188/1/2026", "decree_date": "20/11/2026"}
    assert first.post(reverse("selection:form_panel", args=[number]), board | seats | decree).status_code == 302
    assert first.post(reverse("selection:begin", args=[number]), {}).status_code == 302
    assert state_of(Vacancy.objects.get()) == "dinilai"
    assert Candidate.objects.count() == len(CANDIDATES)
    assert [(tie.member.employee.nip, tie.candidate.employee.nip) for tie in Tie.objects.all()] == [
        (books.nip(BOARD[1]), books.nip(CANDIDATES[0]))
    ]
    member = with_factor(activated(books.nip(BOARD[0]), codes[books.nip(BOARD[0])]))
    assert "Kepala Bidang Contoh" in member.get(reverse("selection:mine")).content.decode()
