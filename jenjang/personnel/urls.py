"""Addresses of personnel. Unit and seat pages show people, so they stand here too."""

from django.urls import path, register_converter

from jenjang.personnel.views import changes, people, requests, unit_changes, units

app_name = "personnel"


class NipConverter:
    """Eighteen digits."""

    regex = "[0-9]{18}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class KeyConverter:
    """A key that the database can hold."""

    regex = "[0-9]{1,18}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return str(value)


register_converter(NipConverter, "nip")
register_converter(KeyConverter, "key")

urlpatterns = [
    path("pegawai/", people.people, name="people"),
    path("pegawai/saya/", people.own, name="own"),
    path("pegawai/baru/", changes.hire, name="hire"),
    path("pegawai/perbaikan/", requests.waiting, name="requests"),
    path("pegawai/perbaikan/<key:pk>/", requests.settle, name="settle"),
    path("pegawai/perbaikan/<key:pk>/bukti/", requests.evidence, name="evidence"),
    path("pegawai/<nip:nip>/", people.profile, name="profile"),
    path("pegawai/<nip:nip>/drh.pdf", people.cv, name="cv"),
    path("pegawai/<nip:nip>/riwayat.xlsx", people.histories, name="histories"),
    path("pegawai/<nip:nip>/data-pribadi/", people.personal_data, name="personal_data"),
    path("pegawai/<nip:nip>/berakhir/<slug:how>/", changes.leave, name="leave"),
    path("pegawai/<nip:nip>/<slug:kind>/tambah/", changes.add, name="add"),
    path("pegawai/<nip:nip>/<slug:kind>/<key:record>/koreksi/", changes.correct, name="correct"),
    path("pegawai/<nip:nip>/<slug:kind>/<key:record>/batal/", changes.cancel, name="cancel"),
    path("pegawai/<nip:nip>/<slug:kind>/<key:record>/perbaikan/", requests.ask, name="ask"),
    path("pegawai/<nip:nip>/<slug:kind>/<key:record>/sk/", people.scan, name="scan"),
    path("unit/", units.units, name="units"),
    path("unit/<key:pk>/", units.unit, name="unit"),
    path("unit/<key:pk>/unit/tambah/", unit_changes.open_unit, name="open_unit"),
    path("unit/<key:pk>/ubah/", unit_changes.change_unit, name="change_unit"),
    path("unit/<key:pk>/tutup/", unit_changes.close_unit, name="close_unit"),
    path("unit/<key:pk>/jabatan/tambah/", units.add_seat, name="add_seat"),
    path("peta-jabatan/", units.position_map, name="map"),
    path("jabatan/<key:pk>/", units.seat, name="seat"),
    path("jabatan/<key:pk>/lengkapi/", units.complete_seat, name="complete_seat"),
    path("jabatan/<key:pk>/tutup/", units.close_seat, name="close_seat"),
]
