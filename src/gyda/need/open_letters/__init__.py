"""Open letters: signed once each, by people and by organisations, delivered, answered by a day."""
# SPDX-License-Identifier: AGPL-3.0-or-later
