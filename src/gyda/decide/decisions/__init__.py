"""What was decided, by which right, on what evidence, and who answers to it."""
# SPDX-License-Identifier: AGPL-3.0-or-later
