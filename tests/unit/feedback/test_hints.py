"""The gentle hint: is it about an act, is there a next step. Cases as people write."""

import pytest

from jenjang.feedback.hints import hints_for

MEETING = "Pada rapat Senin lalu Anda menyiapkan data lima unit, sehingga keputusan cepat diambil."


def unmet(text: str, next_step: str = "") -> set[str]:
    return {hint.code for hint in hints_for(text, next_step) if not hint.met}


@pytest.mark.parametrize(
    ("text", "next_step", "expected"),
    [
        ("", "", set()),
        ("   \n ", "", set()),
        (MEETING, "", {"langkah"}),
        (MEETING, "Bagikan lembarnya kepada unit lain.", set()),
        (f"{MEETING} Lain kali kirim sehari sebelumnya.", "", set()),
        ("Saat kunjungan ke Talawi kemarin Ibu menjelaskan jadwal kepada warga. Pertahankan.", "", set()),
        (
            "Laporan triwulan dikirim tiga hari sesudah tenggat, jadi rekap kota ikut mundur.",
            "Kirim rancangannya dahulu.",
            set(),
        ),
        ("Bagus, terima kasih.", "", {"perbuatan", "langkah"}),
        ("Kamu malas.", "", {"perbuatan", "langkah"}),
        ("Saya senang bersama Anda karena Anda berbakat dan tim kami percaya", "", {"perbuatan", "langkah"}),
        ("Bagi saya Anda menyebalkan, juga bagi warga dan kelas di kantor ini", "", {"perbuatan", "langkah"}),
        ("Hasil tim Anda sungguh berkualitas dan memuaskan bagi kita semua di sini", "", {"perbuatan", "langkah"}),
        ("Orangnya rajin sekali, saya senang bekerja dengannya", "", {"perbuatan", "langkah"}),
        ("Anda cerdas: pada rapat 3 November Anda merapikan data yang keliru.", "Lanjutkan.", set()),
        (
            "Anda selalu terlambat mengirim laporan bulanan kepada kami di bidang.",
            "Mulai Senin depan.",
            {"menyamaratakan"},
        ),
        ("KENAPA LAPORAN BULAN INI BELUM DIKIRIM KEPADA BIDANG KAMI", "Kirim hari ini.", {"nada"}),
        (f"{MEETING}!!", "Teruskan.", {"nada"}),
    ],
)
def test_what_is_still_missing(text: str, next_step: str, expected: set[str]) -> None:
    assert unmet(text, next_step) == expected


def test_a_trait_is_named_back_with_what_to_write_instead() -> None:
    (said,) = [hint.text for hint in hints_for("Kamu malas.") if hint.code == "perbuatan"]
    assert said.startswith("“malas” menilai orangnya. Ceritakan satu kejadian")


def test_a_part_of_a_word_is_not_the_word() -> None:
    assert "menyamaratakan" not in unmet("Pastikan lembar hadir rapat 3 Mei dikirim; sepastinya menyusul.")


def test_the_same_words_give_the_same_hints_whatever_their_blanks_and_case() -> None:
    assert unmet(MEETING) == unmet(f"  {MEETING.lower()}\n\n") == unmet(MEETING.replace(" ", "  "))
