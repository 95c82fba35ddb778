"""Nilai calon: the talent score and the score for this position, from the printed inputs of one person. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from jenjang.law.codes import Acting, Award, Education, PositionKind, Predicate, SanctionLevel, TeamRole, Variety
from jenjang.law.decisions import Finding
from jenjang.law.parameters import LawOn
from jenjang.law.results import points
from jenjang.law.spans import MONTHS_A_YEAR, add_years
from jenjang.selection.criteria import Terms
from jenjang.selection.inputs import Inputs
from jenjang.selection.rules.weighted_score import SelectionFacts, decide_selection_score
from jenjang.talent.rules.score import PositionExperience, TalentFacts, decide_talent_score
from jenjang.talent.rules.target_position import TargetFacts, decide_target_score

PERFORMANCE, POTENTIAL, TECHNICAL = "kinerja", "potensial", "teknis"
_PREDICATES = {code.value: code for code in Predicate}
_AWARDS = {code.value: code for code in Award}
_ROLES = {code.value: code for code in TeamRole}
_EDUCATIONS = {code.value: code for code in Education}
_SANCTIONS = {code.value: code for code in SanctionLevel}
_VARIETIES = {code.value: code for code in Variety}
_ACTINGS = {code.value: code for code in Acting}


class Scored(NamedTuple):
    """Nilai: the score, what each component adds, the performance that decides ties, and all findings."""

    score: Decimal
    components: tuple[tuple[str, Decimal], ...]
    performance: Decimal
    findings: list[Finding]


class BoardScore:
    """Nilai jabatan target for board posts: `talenta.jabatan_target` over `talenta.nilai`."""

    def __init__(self, terms: Terms, law: LawOn, on: date) -> None:
        self.law = law
        self.kind = PositionKind.of(terms.position_kind)
        self.discipline_since = add_years(on, -law["talenta.jendela"].value["disiplin"]).isoformat()
        talent = Decimal(law["talenta.jabatan_target.bobot_talenta"].value[self.kind])
        axes: Mapping[str, int] = law["talenta.bobot.sumbu"].value
        self.weights = {
            PERFORMANCE: talent * axes[PERFORMANCE] / 100,
            POTENTIAL: talent * axes[POTENTIAL] / 100,
            TECHNICAL: 100 - talent,
        }
        self._shares = {name: weight / 100 for name, weight in self.weights.items()}
        self._experience: dict[tuple[Any, ...], PositionExperience] = {}

    def talent_facts(self, person: Inputs) -> TalentFacts:
        """The facts of `talenta.nilai`, read from the printed inputs."""
        level, serving = self._discipline(person)
        return TalentFacts(
            predicate=_PREDICATES[person.predicates[0][1]] if person.predicates else None,
            award=_AWARDS[person.award[0]] if person.award else Award.NONE,
            team_role=_ROLES[person.team_role[0]] if person.team_role else TeamRole.NONE,
            feedback_360=_PREDICATES[person.feedback_360[0]] if person.feedback_360 else None,
            competence=Decimal(person.competence[0]) if person.competence else None,
            certificates=person.certificates,
            position_experience=self._experienced(person.experience),
            potential=Decimal(person.potential[0]) if person.potential else None,
            education=_EDUCATIONS.get(person.education),
            field_match=person.field_match if person.education else None,
            sanction=level,
            serving=serving,
        )

    def score(self, person: Inputs) -> Scored:
        """What this person has for this position."""
        talent = decide_talent_score(self.talent_facts(person), self.law)
        technical = Decimal(person.technical[0]) if person.technical else None
        target = decide_target_score(TargetFacts(self.kind, talent.result.score, technical), self.law)
        shares = self._shares
        components = (
            (PERFORMANCE, points(talent.result.performance * shares[PERFORMANCE])),
            (POTENTIAL, points(talent.result.potential * shares[POTENTIAL])),
            (TECHNICAL, points((technical or Decimal(0)) * shares[TECHNICAL])),
        )
        findings = [*talent.findings, *target.findings]
        return Scored(target.result.score, components, talent.result.performance, findings)

    def _discipline(self, person: Inputs) -> tuple[SanctionLevel, bool]:
        """The heaviest sanction of the window, and whether one is being served."""
        heaviest, serving = SanctionLevel.NONE, False
        for level, is_serving, starts, *_ in person.sanctions:
            if is_serving or starts >= self.discipline_since:
                heaviest = max(heaviest, _SANCTIONS[level], key=lambda code: code.order)
                serving = serving or is_serving
        return heaviest, serving

    def _experienced(self, experience: list[Any] | None) -> PositionExperience | None:
        if experience is None:
            return None
        key = tuple(experience)
        known = self._experience.get(key)
        if known is None:
            months, variety, acting = experience
            years = Decimal(months) / MONTHS_A_YEAR
            known = self._experience[key] = PositionExperience(years, _VARIETIES[variety], _ACTINGS[acting])
        return known


class OpenScore:
    """Nilai akhir seleksi terbuka: `seleksi.nilai` over the published weights."""

    def __init__(self, terms: Terms, law: LawOn, on: date) -> None:
        self.law = law
        self.weights = dict(terms.weights)

    def score(self, person: Inputs) -> Scored:
        """The weighed results of all stages; one without a result counts 0 and says so."""
        results = {name: Decimal(value) for name, value in (person.stages or {}).items()}
        decided = decide_selection_score(SelectionFacts(results, self.weights), self.law)
        components = tuple(
            (name, points(results.get(name, Decimal(0)) * weight / 100)) for name, weight in self.weights.items()
        )
        return Scored(decided.result.score, components, results.get("rekam_jejak", Decimal(0)), list(decided.findings))
