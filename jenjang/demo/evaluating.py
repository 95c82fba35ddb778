"""Penilaian yang sedang berjalan di kota peragaan: what waits for somebody who has an account, by the real actions.

Offices have their organisation's predicate, and one keeps its people's against the pattern, with a reason; one district's
results were compared in a meeting and wait to be handed over; somebody objects; a result of last year is to be amended; and
somebody who fell short last year is helped. Early in a year only what concerns the last one has happened.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property
from itertools import cycle

from django.db.models import QuerySet

from jenjang.accounts.models import User
from jenjang.accounts.queries import holders_of
from jenjang.accounts.roles import Role
from jenjang.demo import cast
from jenjang.demo.people import Person
from jenjang.demo.projects import account_of
from jenjang.demo.ratings import settled_period
from jenjang.demo.records import RATINGS
from jenjang.kernel import clock
from jenjang.kernel.queries import law_on
from jenjang.organization.models import OrgUnit
from jenjang.organization.queries import open_units, subtree_ids
from jenjang.performance import calibrating, copying, evaluations, handing, improving, skps, unit_predicates
from jenjang.performance.agreed import agreed_of
from jenjang.performance.models import SKP, YEARLY, Evaluation, PerformanceYear
from jenjang.performance.periods import Period
from jenjang.performance.queries_distribution import BROKEN, HINT, spread_of

DISTRICT, DISTRICT_HEAD = "Kecamatan Talawi", "Camat Talawi"
CLINIC = "Puskesmas Talawi"
UNJUDGED = "Inspektorat"
"""An office whose predicate the head of the region has not set yet."""
HELP_BEGAN, SETTLED_MONTH, SETTLED_DAY = 75, 2, 10
"""So many days ago; and from when on the results of the last year are final."""

JUDGED = {
    "baik": "Target perjanjian kinerja pada masa ini tercapai hampir seluruhnya.",
    "istimewa": "Imunisasi dan penurunan stunting melampaui target, dan dua puskesmas naik akreditasi.",
}
RECOMMENDATION = "Sasaran yang tertinggal dibahas dalam rapat pimpinan bulan depan."
EXCEPTION = (
    "Capaian istimewa lahir dari kerja tim imunisasi dan stunting. Pegawai lain bekerja sesuai ekspektasi, dan menaikkan "
    "predikat mereka tidak adil bagi tim itu."
)
MINUTES = "Pejabat penilai membacakan dasar setiap rating. Dua hasil dibandingkan dengan bukti dukungnya; hasil yang lain tetap."
CHANGES = (
    ("sangat_baik", "baik", "Bukti dukungnya setara dengan rekan yang dinilai sesuai ekspektasi."),
    ("baik", "sangat_baik", "Menangani pengungsian banjir di dua kelurahan di luar tugasnya; rekan setim membenarkan."),
)
"""From which predicate to which, and why."""
REALIZED = (
    "Selesai sesuai target; rinciannya ada pada laporan masa ini.",
    "Tertunda satu bulan karena sumber datanya terlambat datang, lalu selesai sebelum masa ini berakhir.",
    "Terlaksana seluruhnya.",
)
"""What the person reached, result after result."""
DELAYED = "Hasil kerja kedua terlambat satu bulan."
OBJECTION = (
    "Hasil kerja kedua terlambat karena data dari luar kantor kami belum datang; itu sudah saya sampaikan pada awal masa ini. "
    "Seluruh target selesai sebelum masa ini berakhir. Saya mohon penilaiannya dibaca kembali."
)
AMENDMENTS = {
    "baik": "Sebagian bukti dukung hasil kerja kedua ternyata pekerjaan rekan setim, dan rekan itu membenarkannya.",
    "sangat_baik": "Laporan akreditasi yang menjadi bukti dukung baru diterima sesudah hasil tahunan diserahkan.",
}
"""To which predicate, and why."""
AIM = "Pertanyaan warga dijawab pada hari yang sama, dan rekan diberi tahu bila pekerjaan tertunda."
STEPS = (
    ("Mendampingi rekan di loket dua hari dalam sepekan dan mencatat yang dipelajari.", 30),
    ("Mengikuti pelatihan pelayanan publik yang prima.", 60),
    ("Meminta umpan balik tertulis dari tiga rekan dan membahasnya dengan pimpinan.", 100),
    ("Memimpin satu hari layanan keliling tanpa pendampingan.", 150),
)
"""What is done, and so many days after the beginning."""
DONE = "Selesai dan sudah dibahas dengan pimpinan."


def planted(people: Sequence[Person], keys: Mapping[str, int], today: date) -> dict[tuple[int, int], str]:
    """Yearly predicates that are not left to chance: somebody fell short last year, and is better since."""
    helped = next((keys[one.nip] for one in _of_district(people) if one.kind == "pengawas"), None)
    return {(helped, today.year - 1): "kurang", (helped, today.year): "butuh_perbaikan"} if helped else {}


def held_back(people: Sequence[Person], keys: Mapping[str, int]) -> dict[int, str]:
    """Whose newest evaluation has not come to its end, and how far it came: a meeting or the person goes on with it."""
    ready = dict.fromkeys((keys[one.nip] for one in _of_district(people)), "dinilai")
    return {**ready, keys[cast.officers(people)[-1].nip]: "terbuka"}


def _of_district(people: Sequence[Person]) -> list[Person]:
    """Everybody in the district but its head."""
    top = next(one.place.unit.siasn_id for one in people if one.title == DISTRICT_HEAD)
    return [
        one for one in people
        if top in (one.place.unit.siasn_id, one.place.unit.parent_id) and one.title != DISTRICT_HEAD
    ]  # fmt: skip


def _ratings(predicate: str) -> dict[str, str]:
    """The two ratings of which a predicate comes."""
    return dict(zip(("result_rating", "behaviour_rating"), RATINGS[predicate], strict=True))


def make(people: Sequence[Person], keys: Mapping[str, int], today: date) -> None:
    """What was done of it, for whoever has an account."""
    _Evaluating(people, keys, today).make()


class _Evaluating:
    """Brings each story to where somebody has to go on."""

    def __init__(self, people: Sequence[Person], keys: Mapping[str, int], today: date) -> None:
        self.people, self.keys, self.today = people, keys, today
        self.heads = {one.title: keys[one.nip] for one in people if one.title == one.place.unit.head_title}
        self.year = PerformanceYear.objects.get(year=today.year)

    def make(self) -> None:
        period = settled_period(self.year.year, self.year.rhythm, self.today)
        if period is not None:
            self._judge_offices(period)
            self._except(period)
            self._calibrate(period)
            self._object(period)
        if self.today >= date(self.today.year, SETTLED_MONTH, SETTLED_DAY):
            self._propose()
            self._help()
        self._begin_plans()

    @cached_property
    def _units(self) -> dict[str, OrgUnit]:
        """Offices right below the head of the region, by name."""
        return {one.name: one for one in open_units().filter(parent__parent=None, parent__isnull=False)}

    def _judge_offices(self, period: Period) -> None:
        mayor = next(iter(holders_of(Role.APPOINTING_AUTHORITY)))
        for name, unit in self._units.items():
            predicate = "istimewa" if name == cast.HEALTH_OFFICE else "baik"
            if name != UNJUDGED:
                unit_predicates.set_predicate(
                    unit=unit, year=self.year, period=period, predicate=predicate, reason=JUDGED[predicate],
                    recommendation=RECOMMENDATION, by=mayor, on=self.today,
                )  # fmt: skip

    def _except(self, period: Period) -> None:
        unit = self._units[cast.HEALTH_OFFICE]
        spread = spread_of(unit.pk, self.year, period.number, law_on(self.today))
        if spread is not None and spread.standing in (BROKEN, HINT):
            unit_predicates.make_exception(
                unit=unit, year=self.year, period=period, reason=EXCEPTION, by=account_of(self._head_of(cast.HEALTH_OFFICE)),
                on=self.today,
            )  # fmt: skip

    def _head_of(self, unit: str) -> int:
        return next(
            self.keys[one.nip]
            for one in self.people
            if one.place.unit.name == unit and one.title == one.place.unit.head_title
        )

    def _calibrate(self, period: Period) -> None:
        unit, head = self._units[DISTRICT], self._account(DISTRICT_HEAD)
        ready = list(calibrating.open_to(head, unit.pk, self.year, period.number).order_by("employee_id"))
        changes = {}
        for before, after, reason in CHANGES:
            one = next((one for one in ready if one.predicate == before), None)
            if one is not None:
                changes[one.pk] = calibrating.Change(*RATINGS[after], reason)
        meeting = calibrating.Meeting(
            self.today - timedelta(days=1),
            "Ruang rapat kantor camat",
            "Camat, sekretaris, para kepala seksi, dan lurah",
            MINUTES,
        )
        calibrating.calibrate(
            unit=unit, year=self.year, period=period, meeting=meeting, changes=changes, by=head, on=self.today
        )

    def _object(self, period: Period) -> None:
        """From an officer of BKPSDM, whom its head rated, to the head of the region: all three can be played."""
        person = self.keys[cast.officers(self.people)[-1].nip]
        found = Evaluation.objects.filter(employee=person, year=self.year, period=period.number)
        for evaluation in found.select_related("skp", "year"):
            appraiser, owner = account_of(evaluation.skp.appraiser_id), account_of(person)
            reached = dict(zip(agreed_of(evaluation.skp).keys, cycle(REALIZED), strict=False))
            evaluations.write_review(evaluation=evaluation, realizations=reached, by=owner)
            evaluations.send_review(evaluation=evaluation, **_ratings("baik"), note="", by=owner, on=self.today)
            evaluations.rate(
                evaluation=evaluation, **_ratings("butuh_perbaikan"), note=DELAYED, by=appraiser, on=self.today
            )
            handing.release(evaluation=evaluation, by=appraiser, on=self.today)
            handing.object_to(evaluation=evaluation, words=OBJECTION, by=owner, on=self.today)

    def _propose(self) -> None:
        """For the second officer to settle."""
        evaluation = self._last_year(subtree_ids([OrgUnit.objects.get(name=CLINIC).pk])).first()
        if evaluation is not None:
            after = "baik" if evaluation.predicate == "sangat_baik" else "sangat_baik"
            handing.propose_amendment(
                evaluation=evaluation, **_ratings(after), reason=AMENDMENTS[after],
                by=account_of(self.keys[cast.officers(self.people)[0].nip]),
            )  # fmt: skip

    def _help(self) -> None:
        """By the head of the district, whom one can play."""
        poor = law_on(self.today)["kinerja.pembinaan.predikat"].value
        head = self._account(DISTRICT_HEAD)
        found = self._last_year(subtree_ids([self._units[DISTRICT].pk])).filter(predicate__in=poor)
        evaluation = found.filter(skp__appraiser=self.heads[DISTRICT_HEAD]).first()
        if evaluation is None:
            return
        begun = max(self.today - timedelta(days=HELP_BEGAN), date(self.today.year, SETTLED_MONTH, SETTLED_DAY))
        steps = [improving.Step(text, begun + timedelta(days=days)) for text, days in STEPS]
        with clock.frozen(begun):
            plan = improving.begin(evaluation=evaluation, aim=AIM, steps=steps, by=head, on=begun)
        person = account_of(evaluation.employee_id)
        for step in plan.steps.filter(due__lt=self.today):
            with clock.frozen(step.due):
                improving.do_step(step=step, note=DONE, by=person, on=step.due)

    def _begin_plans(self) -> None:
        """Whoever can be played and has not planned yet has a draft from last year's SKP to go on with."""
        players = User.objects.filter(demo_account__isnull=False, employee__isnull=False).order_by("pk")
        planned = SKP.objects.filter(year=self.year).exclude(state="dibatalkan")
        for user in players.exclude(employee__in=planned.values("employee")).select_related("employee"):
            skp = skps.start(employee=user.employee, year=self.year, by=user, on=self.today)
            former = [one.key for one in copying.sources_for(skp, (copying.FORMER,))]
            copying.copy(skp=skp, keys=former, by=user, on=self.today)

    def _last_year(self, units: Collection[int]) -> QuerySet[Evaluation]:
        """Final results of last year in some units."""
        found = Evaluation.objects.filter(
            year__year=self.today.year - 1, period=YEARLY, unit__in=units, state="diterima"
        )
        return found.select_related("skp", "year").order_by("employee_id")

    def _account(self, title: str) -> User:
        return account_of(self.heads[title])
