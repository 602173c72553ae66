"""The pages of proposals."""
# SPDX-License-Identifier: AGPL-3.0-or-later
