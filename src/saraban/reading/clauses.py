"""How a clause of an ask is read: the verb that says its kind, where its words begin and end, where the next one begins."""

from __future__ import annotations

import re

from saraban.reading.vocabulary import ACTS, ASK_LEADS, BACKGROUND, VERBS

_VERBS = [(verb.value, verb.regex) for verb in VERBS]
# A verb after these words is no verb of the asking; but การ may also end the name of a body: คณะกรรมการรายงาน.
_AS_NOUN = re.compile(r"(?:การ|แบบ|ได้รับ|ประสงค์|สมัคร|สิทธิ์)$")
_ENDS_A_NAME = re.compile(r"(?:กรรมการ|อำนวยการ|ราชการ|นุการ|โครงการ|เวลาการ|เวลาในการ)$")
LEAD = re.compile(
    rf"(?<!ได้)(?<!เคย)(?:{'|'.join(lead.pattern for lead in ASK_LEADS)})"
)  # not what was asked before
RANK = {"nominate": 0, "propose": 0, "attend": 0, "report": 1, "acknowledge": 2}
ACT = re.compile(ACTS)
_ACT_INSIDE = re.compile(rf"(?<!ผู้)(?<!การ)(?<!ที่)(?<!ไม่)(?:{ACTS})")
_POLITE = re.compile(rf"(?:พิจารณา|เพื่อ|รีบ|เร่ง)(?=โปรด|{ACTS})")
_COMING = re.compile(r"เข้า?(?:ร่วม|รับ)")
_BACKGROUND = re.compile(rf"(?:{BACKGROUND}).*\sนั้น(?=\s|$)|(?:{BACKGROUND}).*?นั้น(?=\s)")
DIRECTIVE = re.compile(r"(?:ขอ)?ให้(?!ไว้|บริการ)|ห้าม")
_PURPOSE = re.compile(r"เพื่อ(?!โปรด|พิจารณา|ขอ|ทราบ|ให้)[^\s]{0,40}$")
_CLAUSE_END = re.compile(
    r"ที่มี|ที่ออก|ซึ่ง|\sโดย|\sเพื่อ|\sภายใน|\sทั้งนี้|\sตั้งแต่|\sเว้นแต่|\sเป็นต้น|\sณ\s|\s?ในวัน|\sให้แล้วเสร็จ|\sก่อนวันที่|\sไม่เกิน|\sระหว่าง(?:วันที่|เวลา)|\sอย่าง|ตามจำนวน(?:ใน|ที่)|ตามลิงก์|ตามบัญชีที่|ตั้งแต่วันที่|ออกไป|\s?จากเดิม|ทุกวัน|เป็นประจ|ทันที"
)
_DELIVERY = re.compile(r"(?:แจ้ง|(?:จัด)?ส่?ง)(?:ราย)?ชื่อ")  # only the second half of choosing somebody
# A space that ends a clause: not within numbers, their units and the names of forms.
_SPACE = re.compile(
    r"(?<![\d–-])(?<!แบบ)(?<!พ\.ศ\.)(?<!ข้อ)(?<!ชั้น)\s+(?!ๆ|\d|[(/–\"“-]|ฯ|[ก-ฮ]{1,3}\.\s?\d|พ\.ศ\.)"
    r"|(?<=\d)\s+(?=โดย|เพื่อ|ภายใน|จำนวน|ตาม|พร้อม|และ|ให้|ส่ง|แล้ว|ทาง|ณ\s|ซึ่ง|ทั้งนี้|ไป)"
)
SHORTEST, _LONGEST = 12, 160
ADDRESSEE = 110  # letters between a lead and its act, in which stands who is addressed


def background_end(text: str, start: int, end: int) -> int:
    """Where the words that tell what went before (ตามที่ … นั้น) end in `text[start:end]`; `start` where there are none."""
    match = _BACKGROUND.match(text, start, end)
    return match.end() if match else start


def verb_in(text: str, start: int, end: int) -> tuple[str, int] | None:
    """Kind and place of the verb that says what is asked: by rank, then the earliest; never one of a purpose."""
    best: tuple[int, int, str] | None = None
    for kind, regex in _VERBS:
        for match in regex.finditer(text, start, end):
            if _PURPOSE.search(text, max(start, match.start() - 50), match.start()) or _is_noun(
                text, match.start()
            ):
                continue
            candidate = (RANK[kind], match.start(), kind)
            best = candidate if best is None or candidate[:2] < best[:2] else best
            break
    return (best[2], best[1]) if best else None


def _is_noun(text: str, at: int) -> bool:
    before = text[max(0, at - 12) : at]
    return _AS_NOUN.search(before) is not None and _ENDS_A_NAME.search(before) is None


def begin_of(text: str, words: int, end: int, verb: tuple[str, int] | None) -> int:
    """Where the words of what is asked begin: at the act, behind the lead, those whom it addresses and polite words."""
    at = _act_of(text, words, end, verb)
    if verb and verb[0] == "attend" and (coming := _COMING.search(text, at, min(end, at + ADDRESSEE))):
        return coming.start() if text.startswith(("ขอ", "เชิญ"), at) else at
    polite = _POLITE.match(text, at, end)
    return polite.end() if polite else at


def _act_of(text: str, words: int, end: int, verb: tuple[str, int] | None) -> int:
    at = words
    if lead := LEAD.match(text, words, end):
        reach = min(end, lead.end() + ADDRESSEE)
        limit = min(verb[1], reach) if verb else reach
        act = _ACT_INSIDE.search(text, lead.end(), limit)
        at = act.start() if act else verb[1] if verb else words
    elif not ACT.match(text, words) and not DIRECTIVE.match(text, words) and verb:
        return verb[1]
    if verb is None or verb[1] <= at:
        return at if verb is None else verb[1]
    apart = re.search(r"\s", text[at : verb[1]].rstrip())
    delivers = _DELIVERY.match(text, verb[1])
    return verb[1] if apart and RANK[verb[0]] == 0 and not delivers else at


def clause_end(text: str, start: int, end: int) -> int:
    """Where the clause that begins at `start` ends: Thai parts its clauses by spaces and a few words."""
    limit = min(end, start + _LONGEST)
    if stop := _CLAUSE_END.search(text, start + SHORTEST // 2, limit):
        limit = stop.start()
    elif limit < end:
        spaces = list(_SPACE.finditer(text, start + SHORTEST, limit))
        limit = spaces[-1].start() if spaces else limit
    if text.startswith(("ขอ", "ให้", "โปรด", "จึง", "ห้าม"), start):
        return limit
    space = _SPACE.search(text, start + SHORTEST, limit)
    return space.start() if space else limit
