"""Guard: votes that look alike, bursts, and how little a flood of new accounts may count."""
# SPDX-License-Identifier: AGPL-3.0-or-later
