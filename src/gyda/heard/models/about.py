"""What a person says of themselves, if they want to: for counting only, seen by nobody else."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from functools import reduce
from operator import or_

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gyda.keys.models import HubForeignKey, HubModel
from gyda.people.models import Member

NOT_SAID = "-"  # rather not say: an answer too, so nobody is asked again


class Question(models.TextChoices):
    """What may be asked about a person."""

    AGE = "AGE", _("Age")
    SEX = "SEX", _("Sex")
    LANGUAGE = "LANGUAGE", _("Language")
    DISABILITY = "DISABILITY", _("Disability")
    CARING = "CARING", _("Caring for someone")
    AREA = "AREA", _("Where people live, by deprivation")


class Age(models.TextChoices):
    """Bands that the census has too."""

    TO_15 = "0_15", _("Under 16")
    TO_24 = "16_24", _("16 to 24")
    TO_44 = "25_44", _("25 to 44")
    TO_64 = "45_64", _("45 to 64")
    TO_74 = "65_74", _("65 to 74")
    OLDER = "75_UP", _("75 or over")


class Sex(models.TextChoices):
    """As the person says it."""

    FEMALE = "FEMALE", _("Female")
    MALE = "MALE", _("Male")
    OTHER = "OTHER", _("I say it in another way")


class Tongue(models.TextChoices):
    """Which languages someone lives in."""

    WELSH = "WELSH", _("I speak Welsh")
    ENGLISH = "ENGLISH", _("I speak English, and not Welsh")
    OTHER = "OTHER", _("Mostly another language, or a sign language")


class Limit(models.TextChoices):
    """Whether a condition or disability that lasts makes everyday things harder."""

    LOT = "LOT", _("Yes, a lot")
    LITTLE = "LITTLE", _("Yes, a little")
    NO = "NO", _("No")


class Care(models.TextChoices):
    """Whether they look after someone without pay."""

    YES = "YES", _("Yes")
    NO = "NO", _("No")


class Fifth(models.TextChoices):
    """Fifths of all small areas of the country."""

    FIRST = "1", _("Most deprived fifth of areas")
    SECOND = "2", _("Second fifth")
    THIRD = "3", _("Third fifth")
    FOURTH = "4", _("Fourth fifth")
    LAST = "5", _("Least deprived fifth of areas")


GROUPS: dict[str, type[models.TextChoices]] = {
    Question.AGE: Age,
    Question.SEX: Sex,
    Question.LANGUAGE: Tongue,
    Question.DISABILITY: Limit,
    Question.CARING: Care,
    Question.AREA: Fifth,
}
CLOSED = [question for question in GROUPS if question != Question.AREA]


def _answers() -> Q:
    """Return which answers fit which question; a place can be any."""
    fits = [Q(question=one, answer__in=[*GROUPS[one].values, NOT_SAID]) for one in CLOSED]
    return reduce(or_, fits, Q(question=Question.AREA) & ~Q(answer=""))


class Answer(HubModel):
    """One answer of one person; a place is the sector of a postcode, or a village, folded."""

    member = HubForeignKey(Member, related_name="+")
    question = models.CharField(max_length=10, choices=Question)
    answer = models.CharField(max_length=80)
    given_at = models.DateTimeField()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "member", "question"], name="heard_answer_question_uq"
            ),
            models.CheckConstraint(condition=_answers(), name="heard_answer_answer_ck"),
        ]


def answer_words(answer: Answer) -> str:
    """Return an answer as its person reads it."""
    if answer.answer == NOT_SAID:
        return str(_("I would rather not say"))
    if answer.question == Question.AREA:
        return answer.answer
    return str(GROUPS[answer.question](answer.answer).label)
