/* The letter beside its facts: whoever follows a link from one to the other sees both of the pair, and a passage that is
   selected in the letter becomes something that it asks. Without this script the same links lead there and back. */

const source = document.querySelector(".letter-source");
const button = document.querySelector("[data-selected]");
const back = document.querySelector(".back-to");
const fresh = document.querySelector("#fact-new");
const SIDE_BY_SIDE = matchMedia("(min-width: 64em)");

function showPair() {
  for (const one of document.querySelectorAll(".shown")) one.classList.remove("shown");
  const [, side, name] = decodeURIComponent(location.hash).match(/^#(fact|place)-([\w-]+)$/) ?? [];
  back.hidden = side !== "place";
  if (!name) return;
  const fact = document.getElementById(`fact-${name}`);
  const places = [...source.querySelectorAll(`[data-facts~="${name}"]`)];
  for (const one of [fact, ...places]) one?.classList.add("shown");
  back.href = `#fact-${name}`;
  back.textContent = `${back.dataset.said} ${fact?.dataset.called ?? ""}`;
  if (!SIDE_BY_SIDE.matches) return;
  if (side === "place") fact?.scrollIntoView({ block: "nearest" });
  else if (places.length) source.scrollTop += places[0].getBoundingClientRect().top - source.getBoundingClientRect().top - source.clientHeight / 3;
}

/* Offsets count code points, as the server does. */
const length = text => [...text].length;

let passage = null;

function remember() {
  const selection = getSelection();
  const range = selection.rangeCount ? selection.getRangeAt(0) : null;
  if (!range || range.collapsed || !source.contains(range.commonAncestorContainer)) return;
  const before = document.createRange();
  before.setStart(source, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const text = range.toString();
  const start = length(before.toString()) + length(text) - length(text.trimStart());
  passage = text.trim() && { text: text.trim(), span: `${start}-${start + length(text.trim())}` };
}

/* A browser selects no text within a link: while the pointer is down it is none. Whoever has selected does not mean to follow it. */
function press(event) {
  const link = event.target.closest("a[href]");
  if (!link) return;
  const href = link.getAttribute("href");
  link.removeAttribute("href");
  const release = () => link.setAttribute("href", href);
  for (const end of ["pointerup", "pointercancel"]) addEventListener(end, release, { once: true });
}

function follow(event) {
  if (!getSelection().isCollapsed) event.preventDefault();
}

function field(name) {
  return fresh.querySelector(`[name$="-${name}"]`);
}

function use() {
  button.nextElementSibling.hidden = Boolean(passage);
  if (!passage) return;
  field("span").value = passage.span;
  field("sentence").value = passage.text;
  field("what").value = passage.text.replace(/\s+/g, " ").replace(/^\(?[\d๐-๙]+[.)]\s*/, "");
  fresh.open = true;
  field("what").focus();
}

if (fresh) {
  button.hidden = false;
  button.addEventListener("click", use);
  document.addEventListener("selectionchange", remember);
  source.addEventListener("pointerdown", press);
  source.addEventListener("click", follow);
  field("sentence").addEventListener("input", () => { field("span").value = ""; });
}
addEventListener("hashchange", showPair);
showPair();
