// Beside a time at the studio's place, the visitor's own time, where the two differ.
// <time datetime="2026-03-01T10:00:00Z" data-zone="Europe/London"
//       data-local="{time} where you are">10:00</time>

const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
const { lang } = document.documentElement;
// The page says "en"; the visitor's own "en-GB" also says how they write a time.
const locale = navigator.languages.find((one) => one.startsWith(lang)) ?? lang;

function wallClock(instant, timeZone, style) {
  return new Intl.DateTimeFormat(locale, { timeZone, ...style }).format(instant);
}

function add(time) {
  if (time.dataset.localShown) return;
  time.dataset.localShown = "yes";
  const instant = new Date(time.dateTime);
  const full = { dateStyle: "short", timeStyle: "short" };
  if (wallClock(instant, time.dataset.zone, full) === wallClock(instant, own, full)) return;
  const note = document.createElement("small");
  note.className = "local-time";
  note.textContent = time.dataset.local.replace("{time}", ownTime(instant, time.dataset.zone));
  time.after(" ", note);
}

function ownTime(instant, zone) {
  const day = { dateStyle: "short" };
  const sameDay = wallClock(instant, zone, day) === wallClock(instant, own, day);
  const style = sameDay ? { timeStyle: "short" } : { weekday: "short", hour: "numeric", minute: "2-digit" };
  return wallClock(instant, own, style);
}

const start = (root) => root.querySelectorAll("time[data-zone]").forEach(add);
start(document);
document.addEventListener("htmx:load", (event) => start(event.detail.elt));
