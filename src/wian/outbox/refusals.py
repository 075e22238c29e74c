from django.utils.translation import gettext_lazy as _

from wian.kit.refusal import Refusal


class UnknownPlace(Refusal):
    code = "unknown-place"
    sentence = _("There is nothing to put in the place %(places)s.")
    remedy = _(
        "Use only the places that are listed beside the text, spelled as they are there; a subject line holds no contact and no remark."
    )


class NotReworded(Refusal):
    code = "not-reworded"
    sentence = _("These words are the original already.")
    remedy = _("Nothing needs to be done.")


class NoMailServer(Refusal):
    code = "no-mail-server"
    sentence = _("This site has no mail server, so no e-mail can be sent.")
    remedy = _("Name the mail server in the setting WIAN_SMTP, start the site again, then send.")


class NothingToSendAgain(Refusal):
    code = "nothing-to-send-again"
    sentence = _("None of these messages can be sent again now.")
    remedy = _(
        "They have gone out meanwhile, or the directory has no e-mail address yet. Look at the list once more."
    )


class OtherNumberToSend(Refusal):
    code = "other-number-to-send"
    sentence = _("The number of messages that can be sent is no longer %(seen)s: it is %(now)s now.")
    remedy = _("Look at the new number below, and confirm again.")
