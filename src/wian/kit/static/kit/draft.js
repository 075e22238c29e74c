/* Keeps what is typed into forms with data-draft: on the server while it can be reached, meanwhile in this tab.

   Nothing typed is replaced without a tap. All words come from the page (template#draft-words). The tab keeps text of one
   person only, and lets go of it once the server has it; the first page after signing out lets go of the rest (forget.js). */

const PAUSE = 1000, PATIENCE = 8000, LONGEST_WAIT = 60000, AWAY = 15000;
const KEPT_WITH_A_LEAVING_PAGE = 60000;  // bytes that browsers still send for a page that is gone
const KEY = "wian-drafts";
const words = document.getElementById("draft-words");
const line = document.querySelector("[data-saved]");

/* What this tab keeps: { whose, at: id of the field typed in last, sent: draft that was sent in as an entry, forms: { draft: { field: [text, version] } } } */

const kept = read();
let isKept = true;

function read() {
  try {
    const found = JSON.parse(sessionStorage.getItem(KEY));
    if (found?.whose === line.dataset.whose) return found;
  } catch { /* nothing readable is kept */ }
  return { whose: line.dataset.whose, forms: {} };
}

function write() {
  try {
    if (Object.keys(kept.forms).length) sessionStorage.setItem(KEY, JSON.stringify(kept));
    else sessionStorage.removeItem(KEY);
    isKept = true;
  } catch {
    isKept = false;
  }
}

/* One field. `known` is its text on the server, `version` the draft that was seen of it, `other` what a colleague wrote meanwhile. */

class Field {
  constructor(draft, name, stamp, isUnsaved) {
    this.draft = draft;
    this.name = name;
    this.input = draft.form.elements[name];
    this.version = parseInt(stamp) || 0;
    this.known = isUnsaved ? null : this.shown;  // who was faster than this script has typed already
    this.isTouched = this.isUnsaved;
    this.other = null;
    this.box = null;
  }

  get text() { return this.input.value; }

  /* What the page came with. */
  get shown() {
    const { options, defaultValue } = this.input;
    return options ? ([...options].find(one => one.defaultSelected) ?? options[0]).value : defaultValue;
  }

  get isUnsaved() { return this.text !== this.known; }

  keep() {
    const fields = kept.forms[this.draft.url] ??= {};
    if (this.isUnsaved) fields[this.name] = [this.text, this.version];
    else delete fields[this.name];
    if (!Object.keys(fields).length) delete kept.forms[this.draft.url];
  }

  restore(text, version) {
    if (text === this.text) return;
    this.input.value = text;
    this.version = version;
    this.isTouched = true;
  }

  /* The server's draft of this field; `sent` is what was just saved in it. */
  learn(draft, sent) {
    if (draft.text === this.text || draft.text === sent) {
      this.agree(draft);
    } else if (draft.version !== this.version) {
      if (this.isTouched || this.isUnsaved || this.input === document.activeElement) this.differ(draft);
      else this.take(draft);
    }
  }

  /* Its draft has become an entry. Whoever goes on typing begins another one. */
  begin(version) {
    if (version === this.version) return;
    if (this.isTouched && this.text) this.known = null;
    this.version = version;
  }

  agree(draft) {
    this.known = draft.text;
    this.version = draft.version;
    this.differ(null);
  }

  take(draft) {
    this.input.value = draft.text;
    this.agree(draft);
  }

  differ(draft) {
    if (this.other?.version === draft?.version) return;
    this.other = draft;
    this.box?.remove();
    this.box = draft && this.describe(draft);
    if (!draft) return;
    this.input.after(this.box);
    if (this.input === document.activeElement) this.box.scrollIntoView({ block: "nearest" });
  }

  describe(draft) {
    const box = words.content.querySelector(".draft-other").cloneNode(true);
    const choice = [...(this.input.options ?? [])].find(one => one.value === draft.text);
    box.querySelector("p").textContent = `${draft.who}, ${draft.when}`;
    box.querySelector("blockquote").textContent = choice?.text ?? (draft.text || "–");
    box.setAttribute("aria-label", `${this.input.labels[0]?.textContent.trim()}: ${draft.who}`);
    box.addEventListener("click", ({ target }) => {
      if (target.dataset.take === "theirs") this.take(draft);
      else if (target.dataset.take === "mine") this.agree(draft);
      else return;
      this.input.focus();
      this.draft.changed(this, 0);
    });
    return box;
  }
}

/* One form, and the drafts of it on the server. */

class Draft {
  constructor(form) {
    this.form = form;
    this.url = form.dataset.draft;
    this.asking = null;
    this.trouble = "";
    this.tries = 0;
    const isUnsaved = "unsaved" in form.dataset;
    this.fields = [...form.querySelectorAll("input[name^=version-]")].map(
      stamp => new Field(this, stamp.name.slice("version-".length), stamp.value, isUnsaved));
    this.restore();
    form.dataset.kept = "";
    form.addEventListener("input", event => this.typed(event.target, PAUSE));
    form.addEventListener("change", event => this.typed(event.target, 0));
    form.addEventListener("submit", event => this.submitted(event));
    if (this.unsaved.length) this.save();
  }

  get unsaved() { return this.fields.filter(field => field.isUnsaved && !field.other); }

  restore() {
    const texts = Object.entries(kept.forms[this.url] ?? {});
    for (const [name, [text, version]] of texts) this.fields.find(field => field.name === name)?.restore(text, version);
    for (const field of this.fields) field.keep();
  }

  typed(input, pause) {
    const field = this.fields.find(one => one.input === input);
    if (!field) return;
    field.isTouched = true;
    if (field.text === field.other?.text) field.agree(field.other);
    kept.at = input.id;
    this.changed(field, pause);
  }

  changed(field, pause) {
    field.keep();
    write();
    show();
    this.later(pause);
  }

  later(pause) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), pause);
  }

  save() {
    clearTimeout(this.timer);
    return this.oneByOne(() => this.send());
  }

  look() {
    return this.oneByOne(() => this.ask({}));
  }

  /* What was asked first is answered first. */
  oneByOne(asking) {
    this.asking ??= asking().finally(() => {
      this.asking = null;
      if (this.unsaved.length && !this.trouble) this.later(PAUSE);
    });
    return this.asking;
  }

  async send() {
    const sent = new Map(this.unsaved.map(field => [field, field.text]));
    if (!sent.size) return;
    const body = new FormData();
    body.set("csrfmiddlewaretoken", this.form.elements.csrfmiddlewaretoken.value);
    let size = 0;
    for (const [field, text] of sent) {
      body.set(field.name, text);
      body.set(`version-${field.name}`, field.version);
      size += new Blob([text]).size + 500;
    }
    await this.ask({ method: "POST", body, keepalive: size < KEPT_WITH_A_LEAVING_PAGE }, sent);
  }

  async ask(request, sent = new Map()) {
    let answer, said;
    try {
      answer = await fetch(this.url, {
        headers: { Accept: "application/json" }, redirect: "manual", signal: AbortSignal.timeout?.(PATIENCE), ...request,
      });
      said = answer.ok || answer.status === 409 ? await answer.json() : null;
    } catch {
      return this.failed("network");
    }
    if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) return this.failed("out");
    if (answer.status >= 500 || answer.status === 429) return this.failed("network");
    if (!answer.ok) return this.failed("refused", said?.refused || words.dataset.refused);
    this.trouble = "";
    this.tries = 0;
    this.insists = false;
    for (const field of this.fields) {
      const draft = said.drafts[field.name];
      if (draft) field.learn(draft, sent.get(field));
      else if (sent.size) field.begin(said.done[field.name] ?? 0);
      field.keep();
    }
    write();
    show(sent.size ? said.saved : "");
  }

  failed(trouble, reason = "") {
    this.trouble = trouble;
    this.reason = reason;
    if (trouble === "network") this.later(Math.min(2 ** ++this.tries * 1000, LONGEST_WAIT));
    show();
  }

  /* Sent in only after what was typed has been saved: a draft that came later would stand in the next entry. */
  async submitted(event) {
    if (this.isLeaving || !this.form.requestSubmit || !(this.asking || this.unsaved.length)) return this.leave();
    event.preventDefault();
    if (this.isWaiting) return;
    this.isWaiting = true;
    const chosen = this.fields.filter(field => field.other);
    await this.asking;
    if (this.unsaved.length) await this.save();
    this.isWaiting = false;
    const unseen = this.fields.find(field => field.other && !chosen.includes(field));
    if (unseen) return unseen.input.focus();
    if (this.trouble === "network" && !this.insists) {  // who presses again means it
      this.insists = true;
      return;
    }
    this.leave();
    this.form.requestSubmit(event.submitter);
  }

  leave() {
    this.isLeaving = true;
    clearTimeout(this.timer);
    kept.sent = this.url;
    write();
  }
}

/* The line that says how it stands: when it was saved, or what hinders. */

function show(saved = "") {
  const troubles = drafts.filter(draft => draft.trouble && draft.unsaved.length);
  const trouble = name => troubles.find(draft => draft.trouble === name);
  const different = drafts.flatMap(draft => draft.fields).find(field => field.other);
  line.dataset.state = troubles.length ? "unsaved" : different ? "choose" : "saved";
  if (trouble("out")) tell(words.dataset.out, signIn());
  else if (trouble("refused")) tell(trouble("refused").reason);
  else if (trouble("network")) tell(words.dataset.unsent);
  else if (different) tell(words.dataset.choose, `#${different.input.id}`);
  else tell(saved || lastSaved);
  if (saved) lastSaved = saved;
}

function tell(text, to = null) {
  const before = line.querySelector("a")?.getAttribute("href") ?? null;
  if (line.textContent === text && before === to) return;
  line.textContent = text;
  if (!to) return;
  const link = document.createElement("a");
  link.href = to;
  link.append(...line.childNodes);
  line.append(link);
}

/* The way through the sign-in and back to the field. */
function signIn() {
  const back = `${location.pathname}${location.search}#${kept.at ?? ""}`;
  return `${words.dataset.signIn}?next=${encodeURIComponent(back)}`;
}

/* The page comes, goes, and comes back. */

function comeBack() {
  const id = Object.keys(kept.forms).length ? `#${kept.at}` : location.hash;
  const field = drafts.flatMap(draft => draft.fields).find(one => `#${one.input.id}` === id);
  if (!field || document.querySelector("[autofocus]")) return;
  for (let fold = field.input.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  field.input.focus();
}

function each(act) {
  for (const draft of drafts) if (!draft.isLeaving) act(draft);
}

let lastSaved = line.textContent;
let hidden = 0;
const drafts = [];
if (document.querySelector(".notice-success, .send-bar [data-done]")) delete kept.forms[kept.sent];
delete kept.sent;
drafts.push(...[...document.querySelectorAll("form[data-draft]")].map(form => new Draft(form)));
comeBack();
write();

addEventListener("online", () => each(draft => draft.save()));
addEventListener("pagehide", () => each(draft => draft.save()));
addEventListener("pageshow", async event => {
  const [{ type } = {}] = performance.getEntriesByType("navigation");
  if (!event.persisted && type !== "back_forward") return;
  if (!drafts.some(draft => draft.isLeaving)) await Promise.all(drafts.map(draft => draft.look()));
  // What was sent in is an entry now; and what stands here is not for who comes after somebody has signed out.
  if (drafts.some(draft => draft.isLeaving || draft.trouble === "out")) location.reload();
});
document.addEventListener("visibilitychange", () => {
  if (document.hidden) {
    hidden = Date.now();
    each(draft => draft.save());
  } else if (Date.now() - hidden > AWAY) {
    each(draft => draft.look());
  }
});
addEventListener("beforeunload", event => {
  if (!isKept && drafts.some(draft => draft.unsaved.length && !draft.isLeaving)) event.preventDefault();
});
