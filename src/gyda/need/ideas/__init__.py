"""Ideas: what someone would change and where, points for and against, support, a monthly cut."""
# SPDX-License-Identifier: AGPL-3.0-or-later
