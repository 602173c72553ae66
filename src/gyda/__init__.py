"""Gyda: with. The open platform on which a community co-produces its public services."""
# SPDX-License-Identifier: AGPL-3.0-or-later
