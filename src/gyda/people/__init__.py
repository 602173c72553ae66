"""People: hubs, persons, members, organisations, consent and acting for someone."""
# SPDX-License-Identifier: AGPL-3.0-or-later
