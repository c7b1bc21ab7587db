// Each tick of the client's plan is saved as it is set. Without this module, and where saving
// fails, the form's own buttons save them all.

let queue = Promise.resolve();
const unsaved = new Set();

function start(form) {
  showButtons(form, false);
  form.addEventListener("change", (event) => {
    unsaved.add(event.target);
    count(event.target.closest("[data-checklist]"));
    // One after the other, so that of two quick changes the last one stays.
    queue = queue.then(() => save(form));
  });
}

// All that is not saved yet goes along, so that a tick that failed is made good by the next.
async function save(form) {
  const boxes = [...unsaved];
  if (boxes.length === 0) return;
  const sent = new FormData();
  sent.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  for (const box of boxes) {
    sent.append("shown", box.value);
    if (box.checked) sent.append("done", box.value);
  }
  unsaved.clear();
  const refusal = await send(form, sent);
  const isSaved = refusal === "";
  if (!isSaved) boxes.forEach((box) => unsaved.add(box));
  showButtons(form, !isSaved);
  say(form, refusal || form.dataset.saved, isSaved ? "saved" : "failed");
}

// The empty string, or why it is not saved.
async function send(form, sent) {
  try {
    const headers = { "X-Requested-With": "fetch" };
    const response = await fetch(form.action, { method: "POST", body: sent, headers });
    if (response.ok) return "";
    return response.status === 409 ? await response.text() : form.dataset.failed;
  } catch {
    return form.dataset.failed;
  }
}

function count(checklist) {
  const boxes = [...checklist.querySelectorAll("input[type=checkbox]")];
  const done = boxes.filter((box) => box.checked).length;
  const words = checklist.querySelector("[data-progress-words]");
  words.textContent = words.dataset.progressWords.replace("{done}", done).replace("{all}", boxes.length);
  checklist.querySelector("progress").value = done;
}

let fading;

function say(form, words, state) {
  const status = form.querySelector("[data-plan-status]");
  clearTimeout(fading);
  // Said anew each time: an unchanged text would not be read out again.
  status.textContent = "";
  status.dataset.state = state;
  requestAnimationFrame(() => (status.textContent = words));
  if (state === "saved") fading = setTimeout(() => (status.textContent = ""), 4000);
}

function showButtons(form, areShown) {
  for (const save of form.querySelectorAll("[data-plan-save]")) save.hidden = !areShown;
}

document.querySelectorAll("form[data-plan]").forEach(start);
