"""The questionnaire that is filled in without the app: a workbook with the questions, and its way back."""

from fcio.exchange.questionnaire.read_back import read_questionnaire
from fcio.exchange.questionnaire.returned import ReadQuestionnaire, Unreadable
from fcio.exchange.questionnaire.taking_over import Change, Preview, merged, preview
from fcio.exchange.questionnaire.write import questionnaire

__all__ = [
    "Change",
    "Preview",
    "ReadQuestionnaire",
    "Unreadable",
    "merged",
    "preview",
    "questionnaire",
    "read_questionnaire",
]
