"""Journeys: what people do, from the first page to the last, in a real browser."""
# SPDX-License-Identifier: AGPL-3.0-or-later
