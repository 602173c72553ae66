"""What is taken down: with a reason in public, and an appeal that someone else decides."""
# SPDX-License-Identifier: AGPL-3.0-or-later
