from django.urls import path

from wian.letters.views.certificate import certificate
from wian.letters.views.check import cancel_page, check_page, put_forward_page, return_page
from wian.letters.views.compose import begin, compose, preview
from wian.letters.views.drafts import draft_page, drafts, present_page, print_pdf
from wian.letters.views.emblem import emblem
from wian.letters.views.issue import issue_page, sign_on_paper_page
from wian.letters.views.issued import attach_scan_page, issued, issued_file, supersede_page
from wian.letters.views.numbers import action, cancel, enter, give_number, reserve
from wian.letters.views.register import incoming_file, register, register_out
from wian.letters.views.sign import sign_page
from wian.letters.views.verify import verify, verify_file
from wian.letters.views.wordings import drop, wordings

app_name = "letters"
urlpatterns = [
    path("register/", register, name="register"),
    path("register/sent/", register_out, name="register_out"),
    path("register/enter/", enter, name="enter"),
    path("register/reserve/", reserve, name="reserve"),
    path("register/<int:incoming>/number/", give_number, name="give_number"),
    path("register/<int:incoming>/action/", action, name="action"),
    path("register/<int:incoming>/file/", incoming_file, name="incoming_file"),
    path("register/sent/<int:entry>/cancel/", cancel, name="cancel_number"),
    path("drafts/", drafts, name="drafts"),
    path("drafts/begin/", begin, name="begin"),
    path("drafts/<int:draft>/", draft_page, name="draft"),
    path("drafts/<int:draft>/compose/", compose, name="compose"),
    path("drafts/<int:draft>/preview/", preview, name="preview"),
    path("drafts/<int:draft>/print.pdf", print_pdf, name="print"),
    path("drafts/<int:draft>/put-forward/", put_forward_page, name="put_forward"),
    path("drafts/<int:draft>/check/", check_page, name="check"),
    path("drafts/<int:draft>/return/", return_page, name="return"),
    path("drafts/<int:draft>/cancel/", cancel_page, name="cancel_draft"),
    path("drafts/<int:draft>/present/", present_page, name="present"),
    path("wordings/", wordings, name="wordings"),
    path("wordings/<int:wording>/drop/", drop, name="drop_wording"),
    path("drafts/<int:draft>/sign/", sign_page, name="sign"),
    path("drafts/<int:draft>/sign-on-paper/", sign_on_paper_page, name="sign_on_paper"),
    path("drafts/<int:draft>/issue/", issue_page, name="issue"),
    path("<int:letter>/", issued, name="issued"),
    path("<int:letter>/files/<slug:which>/", issued_file, name="issued_file"),
    path("<int:letter>/scan/", attach_scan_page, name="attach_scan"),
    path("<int:letter>/supersede/", supersede_page, name="supersede"),
    path("verify/", verify_file, name="verify_file"),
    path("verify/<str:code>/", verify, name="verify"),
    path("emblem/", emblem, name="emblem"),
    path("certificate/", certificate, name="certificate"),
]
