// Adds a button that copies, to every snippet. Without it the text can still
// be selected and copied by hand.
"use strict";
for (const area of document.querySelectorAll(".snippet textarea")) {
  area.addEventListener("focus", () => area.select());
  if (!navigator.clipboard) continue;
  const words = document.body.dataset;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = words.copy;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(area.value);
    button.textContent = words.copied;
    setTimeout(() => { button.textContent = words.copy; }, 2000);
  });
  area.closest(".snippet").after(button);
}
