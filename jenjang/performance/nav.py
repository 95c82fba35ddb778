"""Menu of performance."""

from jenjang.performance import permissions
from jenjang.ui.nav import NavItem

items = [
    NavItem(
        label="Kinerja saya", url_name="performance:own", icon="target", group="Kinerja", order=1, tab=True, short="Kinerja",
        permission=permissions.OWN,
    ),
    # Whoever was named appraiser without leading a unit comes to the team from the own page and from what waits.
    NavItem(
        label="Tim saya", url_name="performance:team", icon="users", group="Kinerja tim", order=10, tab=True, short="Tim",
        permission=permissions.UNIT_AGREE,
    ),
    NavItem(
        label="Sasaran unit", url_name="performance:units", icon="building-2", group="Kinerja tim", order=20,
        permission=permissions.UNIT_PLAN,
    ),
    NavItem(
        label="Evaluasi saya", url_name="performance:own_evaluations", icon="clipboard-check", group="Kinerja", order=30,
        permission=permissions.OWN,
    ),
    NavItem(
        label="Penilaian tim", url_name="performance:team_rating", icon="users-round", group="Kinerja tim", order=40,
        permission=permissions.APPRAISE,
    ),
    NavItem(
        label="Sebaran predikat", url_name="performance:distribution", icon="table-2", group="Kinerja instansi", order=45,
        permission=permissions.DISTRIBUTION,
    ),
    NavItem(
        label="Pola penilai", url_name="performance:patterns", icon="scale", group="Kinerja instansi", order=50,
        permission=permissions.PATTERNS,
    ),
    NavItem(
        label="Pembinaan", url_name="performance:improvements", icon="heart-handshake", group="Kinerja", order=55,
        permission=permissions.OWN,
    ),
    NavItem(
        label="Perubahan hasil", url_name="performance:amendments", icon="pencil", group="Kinerja instansi", order=58,
        permission=permissions.AMEND,
    ),
    NavItem(
        label="Catat kemajuan", url_name="performance:record", icon="pencil", group="Kinerja", order=5,
        permission=permissions.OWN,
    ),
    NavItem(
        label="Progres tim", url_name="performance:team_progress", icon="trending-up", group="Kinerja tim", order=15,
        permission=permissions.UNIT_AGREE,
    ),
    NavItem(
        label="Pantau kinerja", url_name="performance:board", icon="eye", group="Kinerja instansi", order=60,
        permission=permissions.STEER,
    ),
    NavItem(
        label="Angka kredit", url_name="performance:own_credit", icon="award", group="Kinerja", order=70, permission=permissions.OWN
    ),
    NavItem(
        label="IP ASN", url_name="performance:own_index", icon="grid-3x3", group="Kinerja", order=80,
        permission=permissions.OWN,
    ),
    NavItem(
        label="IP ASN unit", url_name="performance:unit_indexes", icon="grid-3x3", group="Kinerja instansi", order=65,
        permission=permissions.VIEW,
    ),
    NavItem(
        label="Tahun kinerja", url_name="performance:years", icon="calendar-check", group="Kinerja instansi", order=90,
        permission=permissions.YEAR_MANAGE,
    ),
]  # fmt: skip
