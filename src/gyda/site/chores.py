"""What the site does at each tick."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from uuid import UUID

from gyda.keys import ticks
from gyda.people.models import Hub
from gyda.site.export import export
from gyda.site.open_data import file_of


def publish(*, hub_id: UUID, now: datetime.datetime) -> None:
    """Make the file of open data anew."""
    export(Hub.objects.get(id=hub_id), file_of(hub_id))


ticks.register("site.open_data", publish, every=datetime.timedelta(days=1))
