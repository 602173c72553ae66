"""The same Add1 count by pabutools (in the peers' environment), printed the same way."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json
import sys
from time import process_time

from pabutools.election import Cost_Sat, parse_pabulib
from pabutools.rules import method_of_equal_shares


def main(path: str) -> None:
    """Count with merged ballots and exact numbers, a unit more in each run."""
    before = process_time()
    instance, profile = parse_pabulib(path)
    merged = profile.as_multiprofile()
    read = process_time()
    won = method_of_equal_shares(instance, merged, sat_class=Cost_Sat, voter_budget_increment=1)
    took = {"read": read - before, "count": process_time() - read}
    sys.stdout.write(json.dumps({**took, "selected": sorted(one.name for one in won)}))


if __name__ == "__main__":
    main(sys.argv[1])
