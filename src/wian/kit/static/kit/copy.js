// Buttons that copy the text of a field: <button data-copy="id of the field" hidden>, with <span data-copied="said then"> after it.
for (const button of document.querySelectorAll("[data-copy]")) {
  const field = document.getElementById(button.dataset.copy);
  const said = button.parentElement.querySelector("[data-copied]");
  button.hidden = false;
  button.addEventListener("click", async () => {
    field.select();
    // Without HTTPS a browser has no clipboard to write to; the old way works there.
    const done = await navigator.clipboard?.writeText(field.value).then(() => true, () => false);
    if (done || document.execCommand("copy")) said.textContent = said.dataset.copied;
  });
}
