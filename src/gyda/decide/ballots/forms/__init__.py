"""What is asked about ballots."""
# SPDX-License-Identifier: AGPL-3.0-or-later
