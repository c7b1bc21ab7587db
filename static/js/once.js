// A form marked `data-once` is sent once: a second click while the first is under way does
// nothing. The server holds the same promise; this spares the visitor the doubt.

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.hasAttribute("data-once") || event.defaultPrevented) return;
  if (form.dataset.sent) {
    event.preventDefault();
    event.stopImmediatePropagation();
    return;
  }
  form.dataset.sent = "yes";
  mark(form, true);
});

// Back from the browser's memory the form is open again.
addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach(reopen));

function reopen(form) {
  delete form.dataset.sent;
  mark(form, false);
}

function mark(form, busy) {
  for (const button of form.querySelectorAll("button:not([type=button])")) {
    if (busy) button.setAttribute("aria-busy", "true");
    else button.removeAttribute("aria-busy");
  }
}
