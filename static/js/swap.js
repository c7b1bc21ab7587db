// After a form has swapped the page's main part the reader stands at its heading, as after a
// whole page; and where the network or the server fails, the form goes the browser's own way.

document.addEventListener("htmx:afterSettle", (event) => {
  const main = document.getElementById("content");
  if (!main || !main.contains(event.detail.elt)) return;
  const goal = main.querySelector("[autofocus]") || main.querySelector("h1");
  if (!goal) return;
  if (!goal.hasAttribute("tabindex")) goal.tabIndex = -1;
  goal.focus({ preventScroll: goal.tagName === "H1" });
});

// A parser without scripts has filled <noscript> with real fields, which would be sent along.
document.addEventListener("htmx:afterSwap", () => {
  for (const fallback of document.querySelectorAll("#content noscript")) fallback.remove();
});

function sendPlainly(event) {
  const form = event.detail.elt.closest("form");
  if (!form) return;
  // A form sent by script names no button, but "Skip" is one that counts.
  const button = event.detail.requestConfig?.triggeringEvent?.submitter;
  if (button?.name) {
    const pressed = document.createElement("input");
    Object.assign(pressed, { type: "hidden", name: button.name, value: button.value });
    form.append(pressed);
  }
  HTMLFormElement.prototype.submit.call(form);
}

document.addEventListener("htmx:sendError", sendPlainly);
document.addEventListener("htmx:responseError", sendPlainly);
