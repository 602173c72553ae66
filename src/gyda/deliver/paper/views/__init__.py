"""The pages about paper."""
# SPDX-License-Identifier: AGPL-3.0-or-later
