"""The tables that have a bare list, and the columns it shows. Each has a template of its own, as one would write it by hand.

Written out from one page before Django sees it: a loop over the columns would cost time that the bare list is not to have.
"""

from pathlib import Path
from string import Template

TABLES = {
    "personnel.EmployeeCurrent": "full_name nip grade title unit_name status standing retires_on",
    "organization.OrgUnit": "name siasn_id echelon closed_on",
    "organization.Seat": "title kind echelon career_level opened_on",
    "selection.Vacancy": "number title unit_name method echelon",
    "selection.RunEntry": "employee_id verdict rank score tied unmet missing run_id",
    "ledger.Entry": "kind table_name row_id person actor at writer version",
    "performance.SKP": "title unit_id state kind effective_from",
    "performance.Evaluation": "period state result_rating behaviour_rating predicate",
}


def templates() -> dict[str, str]:
    """By name, the page of every table."""
    page = Template(Path(__file__).with_name("list.html").read_text("utf-8"))
    return {f"{table}.html": _written(page, table, columns.split()) for table, columns in TABLES.items()}


def _written(page: Template, table: str, columns: list[str]) -> str:
    heads = "".join(f"<th>{name}</th>" for name in columns)
    cells = "".join(f"<td>{{{{ row.{name} }}}}</td>" for name in columns)
    return page.substitute(table=table, heads=heads, cells=cells)
