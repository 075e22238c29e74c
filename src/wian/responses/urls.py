from django.urls import path

from wian.responses.views.accept import accept_answer
from wian.responses.views.acknowledge import acknowledge_letter
from wian.responses.views.answer import answer
from wian.responses.views.attach import attach_files, attached_file, detach_file
from wian.responses.views.by_code import by_code
from wian.responses.views.confirm import confirm_entry
from wian.responses.views.correct import correct_named_person, correct_proposed_project
from wian.responses.views.correct_for_unit import correct_name_for_unit, correct_project_for_unit
from wian.responses.views.draft import draft
from wian.responses.views.fill_in import fill_in_answer
from wian.responses.views.lineage import name_lineage, project_lineage
from wian.responses.views.memo import memo, number_memo_page
from wian.responses.views.memo_files import memo_file
from wian.responses.views.names import names_csv, names_page, names_sheet
from wian.responses.views.nil import nil_response
from wian.responses.views.nominate import name_person
from wian.responses.views.on_behalf import on_behalf
from wian.responses.views.paste import paste_names
from wian.responses.views.present import present_answer
from wian.responses.views.projects import projects_csv, projects_page, projects_sheet
from wian.responses.views.proof import proof
from wian.responses.views.propose import propose_project
from wian.responses.views.review import review
from wian.responses.views.send_back import send_back_answer
from wian.responses.views.sign_off import sign_off_answer, sign_on_paper_answer
from wian.responses.views.take_back import take_back_answer
from wian.responses.views.timeline import letter_timeline, timeline
from wian.responses.views.withdraw import withdraw_name, withdraw_project

app_name = "responses"
urlpatterns = [
    path("<int:recipient>/", answer, name="answer"),
    path("<int:obligation>/nominate/", name_person, name="nominate"),
    path("<int:obligation>/propose/", propose_project, name="propose"),
    path("<int:obligation>/draft/<slug:form>/", draft, name="draft"),
    path("<int:obligation>/paste/", paste_names, name="paste"),
    path("<int:obligation>/attach/", attach_files, name="attach"),
    path("<int:attachment>/detach/", detach_file, name="detach"),
    path("<int:attachment>/file/", attached_file, name="file"),
    path("<int:obligation>/acknowledge/", acknowledge_letter, name="acknowledge"),
    path("<int:nomination>/correct/", correct_named_person, name="correct_name"),
    path("<int:proposal>/correct-project/", correct_proposed_project, name="correct_project"),
    path("<int:nomination>/withdraw/", withdraw_name, name="withdraw"),
    path("<int:proposal>/withdraw-project/", withdraw_project, name="withdraw_project"),
    path("<int:obligation>/nil/", nil_response, name="nil"),
    path("<int:recipient>/present/", present_answer, name="present"),
    path("<int:recipient>/sign-off/", sign_off_answer, name="sign_off"),
    path("<int:recipient>/sign-on-paper/", sign_on_paper_answer, name="sign_on_paper"),
    path("<int:recipient>/memo/", memo, name="memo"),
    path("<int:recipient>/memo.pdf", memo_file, {"ending": "pdf"}, name="memo_pdf"),
    path("<int:recipient>/memo.docx", memo_file, {"ending": "docx"}, name="memo_docx"),
    path("<int:recipient>/number-memo/", number_memo_page, name="number_memo"),
    path("proof/<str:code>/", proof, name="proof"),
    path("by-code/<str:code>/", by_code, name="by_code"),
    path("<int:recipient>/take-back/", take_back_answer, name="take_back"),
    path("<int:recipient>/confirm/", confirm_entry, name="confirm"),
    path("<int:recipient>/on-behalf/", on_behalf, name="on_behalf"),
    path("<int:obligation>/review/", review, name="review"),
    path("<int:obligation>/accept/", accept_answer, name="accept"),
    path("<int:obligation>/send-back/", send_back_answer, name="send_back"),
    path("<int:nomination>/correct-for-unit/", correct_name_for_unit, name="correct_for_unit"),
    path(
        "<int:proposal>/correct-project-for-unit/", correct_project_for_unit, name="correct_project_for_unit"
    ),
    path("<int:obligation>/fill-in/", fill_in_answer, name="fill_in"),
    path("<int:recipient>/timeline/", timeline, name="timeline"),
    path("<int:circular>/letter-timeline/", letter_timeline, name="letter_timeline"),
    path("<int:nomination>/lineage/", name_lineage, name="lineage"),
    path("<int:proposal>/project-lineage/", project_lineage, name="project_lineage"),
    path("<int:circular>/names/", names_page, name="names"),
    path("<int:circular>/names.xlsx", names_sheet, name="names_sheet"),
    path("<int:circular>/names.csv", names_csv, name="names_csv"),
    path("<int:circular>/projects/", projects_page, name="projects"),
    path("<int:circular>/projects.xlsx", projects_sheet, name="projects_sheet"),
    path("<int:circular>/projects.csv", projects_csv, name="projects_csv"),
]
