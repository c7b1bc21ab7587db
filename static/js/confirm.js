// A button with `data-confirm` asks in the dialog of that id before its form is sent. The
// browser's own dialog keeps the focus inside and closes on Escape.

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-confirm]");
  if (!button) return;
  const dialog = document.getElementById(button.dataset.confirm);
  event.preventDefault();
  dialog.querySelector("[data-way-back]").onclick = () => dialog.close();
  dialog.querySelector("[data-deed]").onclick = () => {
    dialog.close();
    button.form.requestSubmit(button);
  };
  dialog.showModal();
});
