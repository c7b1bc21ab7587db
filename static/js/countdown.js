// The time that a held appointment is still kept. The sentence with the clock time is there
// without this module; here it starts to run, and is said aloud at five minutes and at one.

const SECOND = 1000;
const running = new WeakSet();

function run(box) {
  if (running.has(box)) return;
  running.add(box);
  const clock = box.querySelector("[data-countdown-clock]");
  const said = box.querySelector("[data-countdown-said]");
  const until = Date.parse(box.dataset.until);
  const messages = new Map([[300, box.dataset.five], [60, box.dataset.one]]);
  let before = Infinity;

  function tick() {
    const left = Math.max(0, Math.ceil((until - Date.now()) / SECOND));
    const minutes = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
    clock.textContent = box.dataset.left.replace("{minutes}", minutes);
    clock.hidden = false;
    for (const [mark, message] of messages) {
      if (before > mark && left <= mark && before !== Infinity) said.textContent = message;
    }
    if (left <= 60) box.dataset.state = "last";
    if (left === 0) return finish(box, clock);
    before = left;
    if (box.isConnected) setTimeout(tick, SECOND);
  }
  tick();
}

function finish(box, clock) {
  box.dataset.state = "over";
  clock.hidden = true;
  box.querySelector("[data-countdown-label]").textContent = box.dataset.over;
  box.querySelector("[data-countdown-said]").textContent = box.dataset.over;
}

const start = (root) => root.querySelectorAll("[data-countdown]").forEach(run);
start(document);
document.addEventListener("htmx:load", (event) => start(event.detail.elt));
