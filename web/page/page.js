// What scripts add to every page: a button that copies, to every snippet.
// Without it the text can still be selected and copied by hand.
"use strict";
document.documentElement.classList.add("js");

const words = document.body.dataset;

// say tells those who cannot see it what has changed.
function say(text) {
  const live = document.getElementById("live");
  live.textContent = "";
  requestAnimationFrame(() => { live.textContent = text; });
}

async function copy(area, button) {
  try {
    await navigator.clipboard.writeText(area.value);
  } catch {
    area.select();
    if (!document.execCommand("copy")) { say(words.uncopied); return; }
  }
  button.textContent = words.copied;
  button.classList.add("done");
  say(words.copied);
  setTimeout(() => { button.textContent = words.copy; button.classList.remove("done"); }, 2000);
}

// equip adds buttons to the snippets in an element that was just shown.
function equip(root) {
  for (const area of root.querySelectorAll(".snippet textarea")) {
    area.addEventListener("focus", () => area.select());
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = words.copy;
    button.setAttribute("aria-describedby", area.closest(".snippet").querySelector("label").id);
    button.addEventListener("click", () => copy(area, button));
    area.closest(".snippet").append(button);
  }
}
equip(document);
