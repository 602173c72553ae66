"""Pools of hours that organisations give, and venues with spare places where they are spent."""
# SPDX-License-Identifier: AGPL-3.0-or-later
