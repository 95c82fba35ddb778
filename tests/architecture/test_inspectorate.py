"""Inspektorat reads all and changes nothing: no permission of its role writes, no address takes a post from it."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from tests.architecture.test_access import addresses, all_samples, is_sign_out
from tests.cast import Cast

# What the role may do. Each reads; verifying counts again and writes nothing but its own report.
READING = {
    "buku_besar.lihat", "impor.lihat", "jabatan.lihat", "kebijakan.lihat_rancangan", "kinerja.lihat", "kinerja.pantau", "kinerja.pola", "kinerja.sebaran", "temuan.lihat",
    "lowongan.lihat", "nominatif.lihat",
    "pegawai.buka_data_pribadi", "pegawai.daftar", "pegawai.lihat", "pegawai.lihat_pribadi", "penilai.lihat", "peran.lihat",
    "umpan_balik.lihat", "umpan_balik.pantau",
}  # fmt: skip
OF_EVERY_ASN = {"pegawai.minta_perbaikan", "kinerja.sendiri", "tim.sendiri"}  # an inspector is an employee too
# Where anybody sends something: the own account, what one says to colleagues, the own SKP and team, what is open to all.
OWN = re.compile(
    r"^/(akun|pemberitahuan|masuk|keluar|aktifkan|periksa|peragaan|tampilan|hukum|aturan|seleksi-saya|lamaran|kinerja/(mulai|tim)"
    r"|umpan-balik|apresiasi|denyut/isi)"
)
READS = re.compile(r"^/buku-besar/(verifikasi|periksa)|/data-pribadi/$")  # counts again; opens, and is logged as opened
REFUSED = {403, 404, 405}


def test_no_permission_of_the_inspectorate_writes() -> None:
    from jenjang.accounts import permissions
    from jenjang.accounts.roles import Role

    assert {item.code for item in permissions.of_role(Role.INSPECTORATE)} - OF_EVERY_ASN <= READING


@pytest.mark.django_db
def test_no_address_takes_a_post_from_the_inspectorate(cast: Cast, sign_in: Callable[..., Client]) -> None:
    from tests.access import Sample

    client = sign_in(Client(raise_request_exception=False), cast.nurhayati, fresh=True)
    samples, taken = all_samples(cast), []
    for address in addresses():
        if is_sign_out(address) or (address.takes and address.name not in samples):
            continue
        for sample in samples.get(address.name, [Sample(address.name)]):
            url = reverse(address.name, kwargs=sample.kwargs)
            if OWN.match(url) or READS.search(url):
                continue
            sent = client.post(url, {"apa": "saja"})
            if sent.streaming:
                b"".join(sent.streaming_content)  # a file that nobody reads stays open
            ignored = sent.status_code == 200 and _ignores_posts(address.callback)
            if sent.status_code not in REFUSED and not ignored:
                taken.append(f"{url}: {sent.status_code}")
    assert not taken, "\n".join(taken)


def _ignores_posts(view: Callable[..., object]) -> bool:
    """A page that never looks at what was sent shows itself again: that changes nothing."""
    import inspect

    return not re.search(r"POST|posted\(|answered\(|FILES", inspect.getsource(inspect.unwrap(view)))
