"""A worker process that calls django-hordak's transfer_to; `fill` makes its accounts."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import os
import random
import sys

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "bench.ledger.hordak_settings"
django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import transaction  # noqa: E402
from hordak.models import Account, AccountType  # noqa: E402
from moneyed import GBP, Money  # noqa: E402

from bench.ledger.loop import pairs, serve  # noqa: E402

ACCOUNTS = 1000
ONE = Money(1, GBP)


def fill() -> None:
    """Make the tables and the accounts."""
    call_command("migrate", verbosity=0)
    with transaction.atomic():
        for number in range(ACCOUNTS):
            Account.objects.create(
                name=f"Account {number}", type=AccountType.asset, currencies=["GBP"]
            )


def main(number: int) -> None:
    """Move one pound between two random accounts."""
    pair = pairs(list(Account.objects.all()), random.Random(number))

    def move() -> None:
        debit, credit = next(pair)
        with transaction.atomic():
            debit.transfer_to(credit, ONE)

    serve({"hordak": move})


if __name__ == "__main__":
    fill() if sys.argv[1] == "fill" else main(int(sys.argv[1]))
