"""What a preparer does without JavaScript: open the answer page, post one entry, be led back to the page."""

from dataclasses import dataclass

from bench.browser import Browser, action_on, form_on

TYPED = {
    "nominate": {
        "title": "นาย", "given_name": "ตะวัน", "family_name": "วัดผล", "post": "นิติกรชำนาญการ", "phone": "0855551234",
    },
    "propose": {
        "title": "โครงการบริการถึงบ้าน", "horizon": "short", "visible_result": "ประชาชนรับบริการได้ในวันเดียว",
        "money": "none", "responsible": "นางสาวดวงแก้ว ใจดี", "phone": "0855551234",
    },
}  # fmt: skip
REQUESTS = 3


@dataclass(frozen=True, slots=True)
class Visit:
    """One flow: whose cookies, which answer page, and what is done there (a key of TYPED)."""

    cookies: dict[str, str]
    path: str
    act: str

    def run(self, browser: Browser) -> None:
        browser.of(self.cookies)
        action, fields = self.form(browser.get(self.path))
        to = browser.post(action, fields)
        assert to.startswith(f"{self.path}#"), to
        assert TYPED[self.act]["title"] in browser.get(to)

    def form(self, page: str) -> tuple[str, dict[str, str]]:
        """Where the form posts to, and what with."""
        action = action_on(page, f"/{self.act}/")
        return action, form_on(page, action) | TYPED[self.act]
