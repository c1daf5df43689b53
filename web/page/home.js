// The form that finds a holder suggests while one types: a combobox with a list
// (WAI-ARIA Authoring Practices). Enter without a choice sends the form.
for (const form of document.querySelectorAll("[data-finder]")) {
  const input = form.querySelector("[name=q]");
  const list = form.querySelector("[role=listbox]");
  let asked = null, timer = 0, last = input.value;

  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");

  const options = () => [...list.children];
  const chosen = () => list.querySelector("[aria-selected=true]");

  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };

  const choose = (option) => {
    chosen()?.setAttribute("aria-selected", "false");
    input.removeAttribute("aria-activedescendant");
    if (!option) return;
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", option.id);
  };

  const show = (found, more) => {
    list.replaceChildren(...found.map((holder, i) => {
      const option = document.createElement("li");
      option.id = list.id + "-" + i;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dataset.href = holder.href;
      const detail = document.createElement("span");
      detail.textContent = holder.detail;
      option.append(holder.name, " ", detail);
      return option;
    }));
    list.hidden = found.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    input.removeAttribute("aria-activedescendant");
    const n = found.length + (more ? "+" : "");
    say(found.length === 0 ? form.dataset.none : n === 1 ? form.dataset.one : form.dataset.many.replace("{}", n));
  };

  const ask = async () => {
    asked?.abort();
    const query = input.value.trim();
    if (query.length < 2) { close(); return; }
    asked = new AbortController();
    const data = new FormData(form);
    data.set("lang", document.documentElement.lang);
    data.set("label", data.get("label") || form.dataset.label || "");
    try {
      const answer = await fetch(form.dataset.finder + "?" + new URLSearchParams(data), { signal: asked.signal });
      if (!answer.ok) return;
      const { found, more } = await answer.json();
      show(found, more);
    } catch (error) {
      if (error.name !== "AbortError") close();
    }
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    if (input.value === last) return;
    last = input.value;
    timer = setTimeout(ask, 120);
  });
  input.addEventListener("keydown", (event) => {
    const all = options(), at = all.indexOf(chosen());
    if (event.key === "ArrowDown" && list.hidden && all.length) { list.hidden = false; input.setAttribute("aria-expanded", "true"); }
    if (event.key === "ArrowDown" && !list.hidden) choose(all[(at + 1) % all.length]);
    else if (event.key === "ArrowUp" && !list.hidden) choose(all[(at < 0 ? all.length : at) - 1] || null);
    else if (event.key === "Escape" && !list.hidden) close();
    else return;
    event.preventDefault();
  });
  form.addEventListener("submit", (event) => { // Enter, too, sends the form
    if (list.hidden || !chosen()) return;
    event.preventDefault();
    location.href = chosen().dataset.href;
  });
  input.addEventListener("blur", close);
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) location.href = option.dataset.href;
  });
}
