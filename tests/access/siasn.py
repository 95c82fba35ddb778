"""Objects of imports: one that waits for its review, and a row of it."""

from tests.access import Cast, Sample
from tests.integration.siasn import books


def samples(cast: Cast) -> list[Sample]:
    from jenjang.siasn import actions

    staged = actions.upload_employees(
        sheet=books.file(books.employees([books.person(1)]), "pegawai.xlsx"),
        tree=books.file(books.tree(), "unor.json"),
        by=cast.lestari,
    )
    names = ("review", "progress", "refused_rows", "apply", "discard")
    of_row = {"pk": staged.pk, "row": 2}
    return [
        *(Sample(f"siasn:{name}", {"pk": staged.pk}, "impor yang menunggu") for name in names),
        *(Sample(f"siasn:{name}", of_row, "baris impor yang menunggu") for name in ("leave_out", "put_back")),
    ]
