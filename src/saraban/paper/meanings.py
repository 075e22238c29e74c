"""What each field of a paper is, for the JSON Schema and docs/paper.md."""

from __future__ import annotations

#: class -> field -> what it is
MEANINGS: dict[str, dict[str, str]] = {
    "Paper": {
        "kind": "which form it is written in",
        "subject": "เรื่อง",
        "agency": "ส่วนราชการ of a memo (with phone), the owner above the address of an external letter, who issues an order, announcement"
        " or certificate, the sender of a stamped letter",
        "address": "address lines below the agency, at the right",
        "number": "ที่, as on paper: กนย ๐๑๐๒/ว ๑๒, ๑๒/๒๕๖๙; empty until it is issued",
        "date": "the day of issue, C.E.; absent until it is issued",
        "urgency": "ชั้นความเร็ว",
        "secrecy": "ชั้นความลับ",
        "salutation": "what stands before the addressee: เรียน, กราบเรียน, ถึง",
        "addressee": "to whom it is written",
        "references": "อ้างถึง, one letter each",
        "enclosures": "สิ่งที่ส่งมาด้วย, one each; numbers are made",
        "body": "the text",
        "closing": "คำลงท้าย: ขอแสดงความนับถือ",
        "signatory": "who signs",
        "signed_as": "printed small where an electronic signature stands: by whose account, when",
        "contact": "lines at the lower left: owner of the matter, phone, e-mail",
        "copies": "สำเนาส่ง, one each",
        "annexes": "what is attached behind, on pages of its own",
        "meeting": "head and end of minutes",
        "office_copy": "names under an office copy (สำเนาคู่ฉบับ)",
        "answer_url": "printed as a QR code: where the answer is given",
        "verify_url": "printed as a QR code: where the letter is verified",
    },
    "Block": {
        "kind": "what it is",
        "text": "its words, without line breaks; none in a table",
        "number": "of a point, as printed: ๑. ๑.๑ (๑) -",
        "level": "how deep a point stands",
        "table": "of a table only",
    },
    "Table": {
        "header": "the head of each column",
        "rows": "rows, each with as many cells as there are columns",
    },
    "Signatory": {
        "name": "full name, as in the brackets",
        "position": "own position",
        "acting": "how the signatory acts for another: รักษาราชการแทน, รักษาการในตำแหน่ง, ปฏิบัติราชการแทน",
        "acting_for": "the post that is acted for",
    },
    "Annex": {"title": "its heading", "body": "its text, most often a table"},
    "Meeting": {
        "title": "รายงานการประชุม…",
        "session": "ครั้งที่ ๔/๒๕๖๙",
        "held_on": "เมื่อวันศุกร์ที่ ๑๓ พฤศจิกายน ๒๕๖๙",
        "place": "ณ …",
        "present": "ผู้มาประชุม, numbered",
        "absent": "ผู้ไม่มาประชุม, numbered, with the reason in brackets",
        "attending": "ผู้เข้าร่วมประชุม, numbered",
        "began": "๐๙.๓๐ น.",
        "ended": "๑๑.๔๕ น.",
        "taker": "ผู้จดรายงานการประชุม",
        "checker": "ผู้ตรวจรายงานการประชุม",
    },
    "OfficeCopy": {"drafted": "ร่าง", "typed": "พิมพ์", "checked": "ตรวจ"},
}
