// A form that is sent while the browser knows no network stays where it is: a browser's own page
// of failure would take what was typed with it. The words wait in the page's head.

const words = document.getElementById("offline");

// In the capture phase: before htmx and before `once.js` take the form for sent.
document.addEventListener("submit", hold, true);
addEventListener("online", () => document.querySelectorAll("[data-is-offline]").forEach(remove));

function hold(event) {
  if (navigator.onLine || event.target.method === "dialog") return;
  event.preventDefault();
  event.stopImmediatePropagation();
  event.target.querySelectorAll("[data-is-offline]").forEach(remove);
  const notice = words.content.firstElementChild.cloneNode(true);
  notice.dataset.isOffline = "";
  const button = event.submitter ?? event.target.querySelector("button");
  (button?.closest(".actions") ?? button ?? event.target.lastElementChild).before(notice);
  // The button may stick to the edge of a phone, far from where it belongs.
  notice.scrollIntoView({ block: "center" });
}

function remove(notice) {
  notice.remove();
}
