"""A post and its unit are said once."""

import pytest

from jenjang.ui.formats import post_in_unit


@pytest.mark.parametrize(
    ("title", "unit", "said"),
    [
        ("Guru Ahli Muda", "SD Negeri 06", "Guru Ahli Muda, SD Negeri 06"),
        ("Kepala Dinas Sosial", "Dinas Sosial", "Kepala Dinas Sosial"),
        ("Sekretaris Dinas Sosial", "Sekretariat Dinas Sosial", "Sekretaris Dinas Sosial"),
        ("Camat Talawi", "Kecamatan Talawi", "Camat Talawi"),
        ("Lurah Saringan", "Kelurahan Saringan", "Lurah Saringan"),
        ("Auditor Ahli Muda", "Inspektorat", "Auditor Ahli Muda, Inspektorat"),
        ("Pengadministrasi Perkantoran", "Kecamatan Talawi", "Pengadministrasi Perkantoran, Kecamatan Talawi"),
        ("Staf", "", "Staf"),
    ],
)
def test_the_unit_stands_beside_the_post_unless_the_post_says_it(title: str, unit: str, said: str) -> None:
    assert post_in_unit(title, unit) == said
