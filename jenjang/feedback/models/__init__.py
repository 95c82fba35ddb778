"""Umpan balik: notes to a person, recognition, what is said without a name, 360-degree rounds, the pulse of a unit."""

from jenjang.feedback.models.anonymous import Answer, Turn
from jenjang.feedback.models.notes import (
    Feedback,
    FeedbackRequest,
    Recognition,
    RecognitionThanks,
    WorkRelation,
)
from jenjang.feedback.models.pulse import Pulse, PulseAnswer, PulseGroup, PulseMember, PulseTurn
from jenjang.feedback.models.rounds import (
    Rater,
    RaterAnswer,
    RaterGroup,
    RaterTransition,
    RaterTurn,
    Round,
    RoundResult,
    RoundTransition,
)
from jenjang.feedback.models.upward import UpwardAnswer, UpwardTurn

__all__ = [
    "Answer",
    "Feedback",
    "FeedbackRequest",
    "Pulse",
    "PulseAnswer",
    "PulseGroup",
    "PulseMember",
    "PulseTurn",
    "Rater",
    "RaterAnswer",
    "RaterGroup",
    "RaterTransition",
    "RaterTurn",
    "Recognition",
    "RecognitionThanks",
    "Round",
    "RoundResult",
    "RoundTransition",
    "Turn",
    "UpwardAnswer",
    "UpwardTurn",
    "WorkRelation",
]
