"""Fields that several rooms ask for: hours, days, money, phones, languages."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.web.fields.choices import Checkboxes, LanguageField, Radios
from gyda.web.fields.day import DayField, DayWidget
from gyda.web.fields.hours import HoursField, MinutesWidget
from gyda.web.fields.phone import PhoneField
from gyda.web.fields.pounds import PoundsField
from gyda.web.fields.whole import WholeNumberField, plain_number

__all__ = [
    "Checkboxes",
    "DayField",
    "DayWidget",
    "HoursField",
    "LanguageField",
    "MinutesWidget",
    "PhoneField",
    "PoundsField",
    "Radios",
    "WholeNumberField",
    "plain_number",
]
