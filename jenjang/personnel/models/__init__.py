"""Pegawai: persons, their dated histories, what lists read of them, and what they ask to be corrected."""

from jenjang.personnel.models.current import EmployeeCurrent, UnitTally
from jenjang.personnel.models.people import Contact, Employee, PersonalDataReading
from jenjang.personnel.models.records import (
    AwardRecord,
    EducationRecord,
    IdentityRecord,
    KinshipRecord,
    PositionRecord,
    RankRecord,
    StatusRecord,
)
from jenjang.personnel.models.requests import CorrectionRequest, CorrectionTransition

__all__ = [
    "AwardRecord",
    "Contact",
    "CorrectionRequest",
    "CorrectionTransition",
    "EducationRecord",
    "Employee",
    "EmployeeCurrent",
    "IdentityRecord",
    "KinshipRecord",
    "PersonalDataReading",
    "PositionRecord",
    "RankRecord",
    "StatusRecord",
    "UnitTally",
]
