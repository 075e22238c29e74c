/* The pages follow what is typed, after a pause. Without this script “Save and see the pages” shows them.

   Nothing is saved by it; whoever leaves the page with something unsaved is asked. */

const PAUSE = 900, PATIENCE = 30000;
const form = document.getElementById("paper");
const pages = document.querySelector("[data-pages]");
const line = document.querySelector("[data-state]");

let timer, asking, isLeaving = false;
const typed = () => new URLSearchParams([...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken")).toString();
const saved = form.querySelector(".field-wrong, .draft-other") ? null : typed();

function tell(state) {
  line.hidden = !state;
  line.textContent = state ? line.dataset[state] : "";
}

async function show() {
  asking?.abort();
  const mine = asking = new AbortController();
  const patience = setTimeout(() => mine.abort(), PATIENCE);
  tell("working");
  try {
    const answer = await fetch(form.dataset.preview, { method: "POST", body: new FormData(form), redirect: "manual", signal: mine.signal });
    if (!answer.ok) throw new Error(answer.status);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const one of page.querySelectorAll("[autofocus]")) one.removeAttribute("autofocus");
    pages.replaceChildren(...page.body.childNodes);
    tell(typed() === saved ? "" : "done");
  } catch {
    if (asking === mine) tell("failed");
  } finally {
    clearTimeout(patience);
  }
}

form.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(show, PAUSE);
});
form.addEventListener("submit", () => { isLeaving = true; });
addEventListener("beforeunload", event => {
  if (!isLeaving && typed() !== saved) event.preventDefault();
});
addEventListener("pageshow", event => { if (event.persisted) isLeaving = false; });
if (!pages.querySelector("img")) show();
