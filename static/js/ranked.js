// Checkboxes in a `data-ranked` group are counted in the order in which they are ticked, and
// the form sends them in that order. Without this module they go in the order of the page.

const orders = new WeakMap();

function orderOf(group) {
  if (!orders.has(group)) {
    const given = group.dataset.ranked.split(" ").filter(Boolean);
    const ticked = [...group.querySelectorAll(":checked")].map((box) => box.value);
    const known = given.filter((value) => ticked.includes(value));
    orders.set(group, [...known, ...ticked.filter((value) => !known.includes(value))]);
  }
  return orders.get(group);
}

function show(group) {
  const order = orderOf(group);
  for (const box of group.querySelectorAll("input")) {
    const rank = order.indexOf(box.value) + 1;
    const badge = box.closest("label").querySelector("[data-rank-shown]");
    badge.textContent = rank || "";
    badge.dataset.rankShown = rank || "";
  }
}

document.addEventListener("change", (event) => {
  const group = event.target.closest("[data-ranked]");
  if (!group) return;
  const { value, checked } = event.target;
  const others = orderOf(group).filter((one) => one !== value);
  orders.set(group, checked ? [...others, value] : others);
  show(group);
  say(group, event.target);
});

function say(group, box) {
  const rank = orderOf(group).indexOf(box.value) + 1;
  const label = box.closest("label").querySelector("[data-label]").textContent.trim();
  const status = group.querySelector("[data-rank-status]");
  status.textContent = rank
    ? group.dataset.rankedSaid.replace("{label}", label).replace("{rank}", rank)
    : "";
}

document.addEventListener("formdata", (event) => {
  for (const group of event.target.querySelectorAll("[data-ranked]")) {
    const name = group.querySelector("input").name;
    event.formData.delete(name);
    for (const value of orderOf(group)) event.formData.append(name, value);
  }
});

const start = (root) => root.querySelectorAll("[data-ranked]").forEach(show);
start(document);
// The browser restores ticks after Back without a `change`: count anew.
addEventListener("pageshow", () =>
  document.querySelectorAll("[data-ranked]").forEach((group) => {
    const order = orderOf(group);
    const ticked = [...group.querySelectorAll(":checked")].map((box) => box.value);
    const kept = order.filter((value) => ticked.includes(value));
    orders.set(group, [...kept, ...ticked.filter((value) => !kept.includes(value))]);
    show(group);
  }),
);
document.addEventListener("htmx:load", (event) => start(event.detail.elt));
