"""Find contacts: bring people in, pick from the pool, see who is there and who could introduce whom."""

from __future__ import annotations

from workbook.pages.contacts.by_hand import AddByHand
from workbook.pages.contacts.duplicates import Duplicates
from workbook.pages.contacts.ideas import Ideas
from workbook.pages.contacts.import_file import ImportFile
from workbook.pages.contacts.introducers import Introducers
from workbook.pages.contacts.order import Order
from workbook.pages.contacts.people import People
from workbook.pages.contacts.pool import Pool
from workbook.pages.page import Layout, uncounted

LAYOUT = Layout(
    {
        "memory": ((("ideas", Ideas),), (("add", AddByHand),)),
        "file": ((("import", ImportFile),), (("pool", Pool),)),
        "people": ((("people", People),), (("twice", Duplicates),)),
        "first": ((("order", Order),), (("way", Introducers),)),
    },
    folded={"twice": uncounted, "way": uncounted},
)
