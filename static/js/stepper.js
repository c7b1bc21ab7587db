// One less, one more: buttons beside a number field. The field alone works without them.

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-stepper] [data-step]");
  if (!button) return;
  const field = button.parentElement.querySelector("input");
  if (field.value === "") field.value = field.min || 0;
  else if (Number(button.dataset.step) > 0) field.stepUp();
  else field.stepDown();
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
});

document.addEventListener("input", (event) => {
  const stepper = event.target.closest("[data-stepper]");
  if (stepper) refresh(stepper);
});

function refresh(stepper) {
  const field = stepper.querySelector("input");
  const number = field.valueAsNumber;
  for (const button of stepper.querySelectorAll("[data-step]")) {
    const up = Number(button.dataset.step) > 0;
    const limit = Number.parseFloat(up ? field.max : field.min);
    button.hidden = false;
    button.disabled = field.disabled || (up ? number >= limit : number <= limit);
  }
}

const start = (root) => root.querySelectorAll("[data-stepper]").forEach(refresh);
start(document);
document.addEventListener("htmx:load", (event) => start(event.detail.elt));
