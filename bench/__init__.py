"""Speed, shown beside the named peer in one run; ratios, because machines are noisy."""
# SPDX-License-Identifier: AGPL-3.0-or-later
