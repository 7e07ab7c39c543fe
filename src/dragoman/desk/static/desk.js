/* Comfort only: every page works without this. */
"use strict";

(() => {
  const all = (what, from = document) => Array.from(from.querySelectorAll(what));
  const typing = (element) => element.closest("input, select, textarea, dialog, [contenteditable]");

  // Forms with filters answer at once.
  for (const form of all("form[data-now]")) {
    form.addEventListener("change", () => form.requestSubmit());
    // An empty parameter says nothing: addresses that are shared stay short.
    form.addEventListener("formdata", ({ formData }) => {
      for (const [name, value] of [...formData]) if (value === "") formData.delete(name);
    });
  }

  // Stepping: through the entries of a document, else through whatever the page calls a step.
  let at = -1;
  const steps = () => {
    const told = all("[data-steps] .told");
    if (told.length) return told;
    const marks = all("[data-steps] mark[data-told]");
    return marks.length ? marks : all("[data-step], table.list tbody tr, .lines > li").filter((each) => each.offsetParent);
  };
  const show = (number, scroll = true) => {
    const shown = new Set([String(number)]);
    for (const mark of all("mark[data-told]")) mark.classList.toggle("on", mark.dataset.told.split(" ").some((n) => shown.has(n)));
    for (const told of all(".told")) told.classList.toggle("on", told.dataset.number === String(number));
    const mark = document.querySelector("mark.on");
    const told = document.querySelector(".told.on");
    if (scroll && mark) mark.scrollIntoView({ block: "center" });
    if (told) {
      const list = told.closest(".entries");
      if (list && getComputedStyle(list).overflowY === "auto") list.scrollTop = told.offsetTop - list.offsetTop - 40;
    }
  };
  const step = (by) => {
    const held = steps();
    if (!held.length) return;
    held[at]?.classList.remove("at");
    at = Math.max(0, Math.min(held.length - 1, at + by));
    const now = held[at];
    if (now.dataset.number) {
      show(now.dataset.number);
      now.focus({ preventScroll: true });
    } else if (now.dataset.told) {
      show(now.dataset.told.split(" ")[0]);
    } else {
      now.classList.add("at");
      now.scrollIntoView({ block: "nearest" });
      (now.querySelector("a[href]") ?? now).focus({ preventScroll: true });
    }
  };
  document.addEventListener("pointerover", ({ target }) => {
    const mark = target.closest?.("mark[data-told]");
    if (mark) show(mark.dataset.told.split(" ")[0], false);
    const told = target.closest?.(".told");
    if (told) for (const each of all("mark[data-told]")) each.classList.toggle("on", each.dataset.told.split(" ").includes(told.dataset.number));
  });
  document.addEventListener("click", ({ target }) => {
    const mark = target.closest?.("mark[data-told]");
    const held = mark ? steps() : [];
    if (mark && held.length) at = held.findIndex((each) => each === mark || each.dataset.number === mark.dataset.told.split(" ")[0]);
  });

  // Keys. A page may have its own: whatever has data-key is pressed by it.
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (typing(event.target)) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    const own = all("[data-key]").find((each) => each.dataset.key === event.key && each.offsetParent);
    const keys = document.getElementById("keys");
    if (own) own.click();
    else if (event.key === "/") document.getElementById("seek")?.focus();
    else if (event.key === "?") keys?.showModal();
    else if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else return;
    event.preventDefault();
  });
})();
