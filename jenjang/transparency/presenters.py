"""What the public reads of a selection, in words: stages, timetable, terms, numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import TYPE_CHECKING, Any

from jenjang.law.codes import PositionKind
from jenjang.law.wording import number
from jenjang.selection.criteria import TIE_BREAKS, ZERO, Terms
from jenjang.selection.models import Component, Method
from jenjang.selection.states import VACANCY
from jenjang.transparency.queries import DECIDED, RUNNING, Result, YearCounts
from jenjang.ui import formats
from jenjang.ui.parts import Step

if TYPE_CHECKING:
    from jenjang.selection.models import Criteria, Run, Vacancy

STAGES: Mapping[str, tuple[str, ...]] = {
    str(Method.BOARD): ("diumumkan", "diperingkat", "tiga_nama", "diusulkan", "ditetapkan", "dilantik"),
    str(Method.OPEN): ("diumumkan", "dinilai", "diperingkat", "tiga_nama", "diusulkan", "ditetapkan", "dilantik"),
}
BOARDS: Mapping[str, str] = {str(Method.BOARD): "Tim penilai", str(Method.OPEN): "Panitia seleksi"}
WAITING = {
    "diumumkan": "diumumkan", "dinilai": "dinilai", "diperingkat": "peringkat dihitung",
    "tiga_nama": "tiga nama dipilih tim", "diusulkan": "menunggu keputusan", "ditetapkan": "ditetapkan",
    "dilantik": "dilantik", "tidak_terisi": "tidak terisi", "dibatalkan": "dibatalkan",
}  # fmt: skip
NAMES = {"kinerja": "Kinerja", "potensial": "Potensial", "teknis": "Kompetensi teknis", "talenta": "Nilai talenta",
         "talent_score": "Nilai talenta", "technical_competence": "Kompetensi teknis"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class VacancyLine:
    """Satu lowongan pada daftar."""

    number: str
    title: str
    unit: str
    method: str
    state: str
    stage: int
    stages: int
    candidates: str
    due: str
    running: bool
    result: Result | None

    @property
    def seal_words(self) -> str:
        return sealed(self.result) if self.result else ""


def stage_of(vacancy: Vacancy) -> tuple[int, int]:
    """(which, of how many). A state beside the road counts as the stage that it belongs to."""
    stages = STAGES[vacancy.method]
    state = vacancy.state
    if state == "dinilai" and state not in stages:
        state = "diperingkat"
    return (stages.index(state) + 1 if state in stages else len(stages), len(stages))


def line(vacancy: Vacancy, criteria: Criteria | None, run: Run | None, result: Result | None) -> VacancyLine:
    stage, stages = stage_of(vacancy)
    state = vacancy.state
    return VacancyLine(
        number=vacancy.number,
        title=vacancy.title,
        unit=vacancy.unit_name,
        method=vacancy.get_method_display(),
        state=WAITING.get(state, VACANCY.labels[state].lower()),
        stage=stage,
        stages=stages,
        candidates=f"{formats.whole(run.eligible)} memenuhi syarat" if run else "",
        due=_next_due(state, criteria) if state in RUNNING else "",
        running=state in RUNNING,
        result=result,
    )


def _next_due(state: str, criteria: Criteria | None) -> str:
    """The next planned step after the present state."""
    steps = [] if criteria is None else Terms.from_text(criteria.content).steps
    states = [name for name, _ in steps]
    later = steps[states.index(state) + 1 :] if state in states else steps
    for name, day in later:
        return f"Menurut jadwal {VACANCY.labels.get(name, name).lower()} {formats.long_date(date.fromisoformat(day))}"
    return ""


def steps(vacancy: Vacancy, terms: Terms, passed: Mapping[str, date]) -> list[Step]:
    """The timetable: planned days, and the days on which it happened."""
    planned = {name: date.fromisoformat(day) for name, day in terms.steps}
    stage, _ = stage_of(vacancy)
    ended = vacancy.state not in RUNNING
    shown = []
    for place, name in enumerate(STAGES[vacancy.method], 1):
        happened = passed.get(name) if place <= stage else None
        when = formats.short_date(happened) if happened else ""
        if not when and name in planned:
            when = f"rencana {formats.short_date(planned[name])}"
        is_now = place == stage and not ended
        done = place <= stage and happened is not None and not is_now
        shown.append(Step(_label(vacancy, name), when, "now" if is_now else "done" if done else "next"))
    return shown


def _label(vacancy: Vacancy, state: str) -> str:
    """The board marks between the ranking and the three names: one stage for whoever reads from outside."""
    both = state == "diperingkat" and vacancy.method == Method.BOARD
    return "Peringkat dan penilaian tim" if both else VACANCY.labels[state]


def days_of_acts(reached: Mapping[str, date], criteria: Criteria, run: Run | None) -> dict[str, date]:
    """The day of each stage; where it was written down later, the day of the act itself."""
    acted = {"diumumkan": criteria.law_on} | ({"diperingkat": run.on} if run else {})
    return {**reached, **{name: day for name, day in acted.items() if name in reached}}


def weights(terms: Terms) -> list[tuple[str, str]]:
    return [(_component(name), f"{number(weight.normalize())}%") for name, weight in terms.weights.items()]


def _component(name: str) -> str:
    if name in Component.values:
        return Component(name).label
    return NAMES.get(name, name.replace("_", " ").replace(".", ": ").capitalize())


def terms_in_words(terms: Terms) -> list[tuple[str, str]]:
    """What is asked beyond the law's own requirements, and how equals are ordered."""
    lines = [("Jenis jabatan", PositionKind.of(terms.position_kind).label)]
    lines += [("Eselon", terms.echelon)] if terms.echelon else []
    lines += [("Bidang ilmu", ", ".join(terms.fields))] if terms.fields else []
    lines += [("Pengalaman di bidang", ", ".join(terms.related))] if terms.related else []
    lines += [("Bidang kompetensi teknis", ", ".join(terms.technical_fields))] if terms.technical_fields else []
    missing = "dihitung nol" if terms.missing == ZERO else "dikeluarkan, dan bobot lain disesuaikan"
    order = ", lalu ".join(TIE_BREAKS.get(name, name) for name in terms.tie_break)
    return [*lines, ("Data yang belum ada", missing), ("Jika nilai sama", order)]


def standard(terms: Terms) -> list[tuple[str, int]]:
    return [(name.replace("_", " ").capitalize(), level) for name, level in sorted(terms.standard.items())]


def numbers(vacancy: Vacancy, run: Run | None, applied: Mapping[str, int], willing: tuple[int, int]) -> list[Any]:
    """(count, sentence) of each stage, in order."""
    found: list[tuple[str, str]] = []
    if vacancy.method == Method.OPEN:
        total = sum(applied.values())
        found += [(formats.whole(total), "melamar")] if total else []
        found += [(formats.whole(applied["ms"]), "lulus seleksi administrasi")] if applied.get("ms") else []
        found += [(formats.whole(applied["ditarik"]), "menarik lamaran")] if applied.get("ditarik") else []
    if run is not None:
        found.append((formats.whole(run.examined), "diperiksa"))
        found.append((formats.whole(run.eligible), "memenuhi syarat"))
        found.append((formats.whole(run.incomplete), "datanya belum lengkap"))
        found.append((formats.whole(run.ineligible), "tidak memenuhi syarat"))
    asked, yes = willing
    found += [(formats.whole(yes), f"bersedia, dari {formats.whole(asked)} yang ditanya")] if asked else []
    return found


def shows_names(vacancy: Vacancy) -> bool:
    """Names of those who pass each stage are published in open selections for JPT (PermenPANRB 15/2019)."""
    state = vacancy.state
    return vacancy.method == Method.OPEN and state not in ("rancangan", "diumumkan", "dibatalkan")


def shows_shortlist(vacancy: Vacancy) -> bool:
    return shows_names(vacancy) and vacancy.state in ("tiga_nama", "diusulkan", *DECIDED)


@dataclass(frozen=True, slots=True)
class Figure:
    """Satu angka dengan kalimatnya."""

    value: str
    unit: str
    sentence: str


def figures(counts: YearCounts) -> list[Figure]:
    """A year in four numbers; where nothing happened the sentence says so."""
    others = counts.filled - counts.first
    how = (
        f" {counts.first} oleh peringkat pertama; {others} yang lain disertai alasan tertulis." if counts.filled else ""
    )
    return [
        Figure(formats.whole(counts.filled), "", f"jabatan terisi.{how}"),
        _duration(counts.days),
        _objections(counts),
        Figure(formats.whole(counts.recusals), "", "kali penilai mundur dari penilaian seorang calon."),
    ]


def _duration(days: Sequence[int]) -> Figure:
    if not days:
        return Figure(formats.NOTHING, "", "Belum ada jabatan yang terisi, jadi lamanya belum dapat dihitung.")
    return Figure(formats.whole(median(days)), "hari", "dari jabatan kosong sampai terisi, nilai tengah.")


def _objections(counts: YearCounts) -> Figure:
    if not counts.answered:
        return Figure("0", "", "keberatan yang dijawab.")
    sentence = "keberatan dikabulkan, dan peringkatnya dihitung ulang."
    return Figure(formats.whole(counts.granted), f"dari {counts.answered}", sentence)


def sealed(result: Result) -> str:
    return f"Disegel di buku besar, catatan {formats.whole(result.entry)}" if result.entry else ""


def verdict_of(result: Result) -> str:
    """How the choice stands to the ranking; nothing about anybody else."""
    if result.rank and result.of:
        return f"Dipilih calon peringkat {result.rank} dari {formats.whole(result.of)}."
    return ""


def all_of(vacancies: Sequence[Vacancy], criteria: Mapping[int, Criteria], runs: Mapping[int, Run],
           results: Mapping[int, Result]) -> list[VacancyLine]:  # fmt: skip
    """Lines of a list of vacancies."""
    return [line(row, criteria.get(row.pk), runs.get(row.pk), results.get(row.pk)) for row in vacancies]
