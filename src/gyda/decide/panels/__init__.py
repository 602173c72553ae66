"""People drawn by lot, who meet, are advised and decide."""
# SPDX-License-Identifier: AGPL-3.0-or-later
