"""Find contacts: bring people in, pick from the pool, see who is there and who could introduce whom."""

from __future__ import annotations

from workbook.pages.contacts.by_hand import AddByHand
from workbook.pages.contacts.duplicates import Twice
from workbook.pages.contacts.ideas import Ideas
from workbook.pages.contacts.import_file import BringIn
from workbook.pages.contacts.introducers import WayIn
from workbook.pages.contacts.order import Order
from workbook.pages.contacts.people import People
from workbook.pages.contacts.pool import Pool
from workbook.pages.page import Layout

LAYOUT = Layout(
    {
        "memory": ((("ideas", Ideas),), (("add", AddByHand),)),
        "file": ((("import", BringIn),), (("pool", Pool),)),
        "people": ((("people", People),), (("twice", Twice),)),
        "first": ((("order", Order),), (("way", WayIn),)),
    }
)
