/* Comfort only: a correction begins with the value that stands there. */
"use strict";

for (const choice of document.querySelectorAll("select[data-fills]")) {
  const value = document.getElementById(choice.dataset.fills);
  choice.addEventListener("change", () => {
    value.value = choice.selectedOptions[0].dataset.value;
    value.select();
  });
}

/* What is sent twice would be decided twice: a form that is on its way is not sent again. */
for (const form of document.querySelectorAll("form[method=post]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "1";
  });
}
addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent));
