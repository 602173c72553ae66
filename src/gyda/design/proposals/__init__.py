"""Proposals: versions, points, amendments, costs, who gains and who loses."""
# SPDX-License-Identifier: AGPL-3.0-or-later
