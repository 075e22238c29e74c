import re

import segno

from wian.kit.templatetags.qr import qr

ADDRESS = "https://example.go.th/responses/proof/ABCD2345/"


def test_it_holds_the_address():
    drawn = re.findall(r' d="([^"]+)"', qr(ADDRESS, "proof"))
    wanted = segno.make(ADDRESS, micro=False, error="m").svg_inline(border=4, light="#fff")
    assert re.findall(r' d="([^"]+)"', wanted) == drawn


def test_it_is_named_for_who_cannot_see_it_and_needs_no_style():
    drawn = qr(ADDRESS, '<b>"proof"')
    assert 'role="img" aria-label="&lt;b&gt;&quot;proof&quot;"' in drawn
    assert "style" not in drawn
