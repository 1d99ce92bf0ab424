"""Find contacts: bring people in, pick from the pool, see who is there and who could introduce whom."""

from __future__ import annotations

from workbook.pages.contacts.by_hand import ByHand
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
        "memory": ((("ideas", Ideas),), (("by_hand", ByHand),)),
        "file": ((("import_file", ImportFile),), (("pool", Pool),)),
        "people": ((("people", People),), (("duplicates", Duplicates),)),
        "first": ((("order", Order),), (("introducers", Introducers),)),
    },
    folded={"duplicates": uncounted, "introducers": uncounted},
)
