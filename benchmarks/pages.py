"""The pages that are measured: who opens which, and which table a bare list view would show instead."""

from dataclasses import dataclass

LIST, DECISION = "list or form", "profile or decision"
PEOPLE, UNITS, SEATS, VACANCIES, LINES, ENTRIES, PLANS, EVALUATIONS = (
    "personnel.EmployeeCurrent", "organization.OrgUnit", "organization.Seat", "selection.Vacancy", "selection.RunEntry",
    "ledger.Entry", "performance.SKP", "performance.Evaluation",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Page:
    """`address` is a URL name with its arguments; `find` names what a place in it stands for (see `Finder`)."""

    name: str
    role: str  # "" = nobody signed in
    kind: str
    table: str
    view: str
    find: tuple[str, ...] = ()
    query: str = ""


PAGES = (
    Page("home of an officer", "bkpsdm", LIST, PEOPLE, "accounts:home"),
    Page("home of a person", "pegawai", LIST, PEOPLE, "accounts:home"),
    Page("people", "bkpsdm", LIST, PEOPLE, "personnel:people"),
    Page("people, name typed", "bkpsdm", LIST, PEOPLE, "personnel:people", query="q=rahmat"),
    Page("people, name mistyped", "bkpsdm", LIST, PEOPLE, "personnel:people", query="q=rahmtt"),
    Page("people of one kind", "bkpsdm", LIST, PEOPLE, "personnel:people", query="jenis=fungsional"),
    Page("hire, a form", "bkpsdm", LIST, PEOPLE, "personnel:hire"),
    Page("corrections waiting", "bkpsdm", LIST, PEOPLE, "personnel:requests"),
    Page("units", "bkpsdm", LIST, UNITS, "personnel:units"),
    Page("map of positions", "bkpsdm", LIST, SEATS, "personnel:map"),
    Page("vacancies", "bkpsdm", LIST, VACANCIES, "selection:vacancies"),
    Page("imports", "bkpsdm", LIST, PEOPLE, "siasn:imports"),
    Page("ledger", "inspektorat", LIST, ENTRIES, "ledger:entries"),
    Page("policies", "bkpsdm", LIST, PEOPLE, "kernel:policies"),
    Page("roles", "bkpsdm", LIST, PEOPLE, "accounts:roles"),
    Page("notices", "pegawai", LIST, PEOPLE, "accounts:notices"),
    Page("my performance", "pegawai", LIST, PLANS, "performance:own"),
    Page("my SKP", "pegawai", LIST, PLANS, "performance:skp", ("own_skp",)),
    Page("progress, a form", "pegawai", LIST, PLANS, "performance:record"),
    Page("team, plans", "pegawai", LIST, PLANS, "performance:team"),
    Page("team, ratings", "pegawai", LIST, EVALUATIONS, "performance:team_sheet", ("team_year", "team_period")),
    Page("distribution of the agency", "bkpsdm", LIST, UNITS, "performance:distribution"),
    Page("patterns of appraisers", "bkpsdm", LIST, EVALUATIONS, "performance:patterns"),
    Page("who is waited for", "bkpsdm", LIST, UNITS, "performance:board"),
    Page("feedback of one's own", "pegawai", LIST, PEOPLE, "feedback:own"),
    Page("teams across units", "pegawai", LIST, PEOPLE, "projects:list"),
    Page("signals", "bkpsdm", DECISION, PEOPLE, "insight:signals"),
    Page("public front page", "", LIST, PEOPLE, "transparency:home"),
    Page("profile", "bkpsdm", DECISION, PEOPLE, "personnel:profile", ("nip",)),
    Page("own profile", "pegawai", DECISION, PEOPLE, "personnel:profile", ("own_nip",)),
    Page("unit", "bkpsdm", DECISION, UNITS, "personnel:unit", ("unit",)),
    Page("seat", "bkpsdm", DECISION, SEATS, "personnel:seat", ("seat",)),
    Page("vacancy and ranking", "bkpsdm", DECISION, LINES, "selection:vacancy", ("vacancy",)),
    Page("decision", "bkpsdm", DECISION, LINES, "selection:decision", ("vacancy",)),
    Page("own place and score", "calon", DECISION, LINES, "selection:own_result", ("vacancy",)),
    Page("who assesses", "bkpsdm", DECISION, LINES, "selection:panel", ("vacancy",)),
    Page("what a member assesses", "tim_penilai", LIST, VACANCIES, "selection:mine"),
)
