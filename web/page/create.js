// The configurator follows its form: each change asks the server for the page of
// the new state, and what differs is replaced. The address follows too.
const form = document.getElementById("create");
if (form) {
  let asked = null, timer = 0, measuring = null;
  const live = () => [...document.querySelectorAll("[data-live]")];

  // The page as the form has it; fields that say nothing are left out.
  const address = () => {
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (value !== "") query.append(name, value);
    }
    return form.action + "?" + query;
  };

  const replace = (page) => {
    const focused = document.activeElement, id = focused?.id;
    const open = [...document.querySelectorAll("#options details[open]")].map((d) => d.id);
    const caret = focused?.selectionStart;
    for (const part of live()) {
      const next = page.getElementById(part.id);
      if (!next || next.innerHTML === part.dataset.was) continue;
      const was = next.innerHTML, scroll = [...part.querySelectorAll(".picks")].map((p) => p.scrollLeft);
      part.replaceChildren(...next.childNodes);
      part.dataset.was = was;
      if (next.dataset.sizes) part.dataset.sizes = next.dataset.sizes;
      part.querySelectorAll(".picks").forEach((p, i) => { p.scrollLeft = scroll[i] || 0; });
      equip(part);
    }
    for (const name of open) document.getElementById(name)?.setAttribute("open", "");
    if (id && document.activeElement !== focused) {
      const again = document.getElementById(id);
      again?.focus({ preventScroll: true });
      if (caret != null && again?.setSelectionRange && again.type !== "number") again.setSelectionRange(caret, caret);
    }
    document.title = page.title;
    const link = page.querySelector("link[rel=canonical]");
    if (link) {
      const url = new URL(link.href);
      history.replaceState(null, "", url.pathname + url.search);
    }
    const other = page.querySelector(".language");
    if (other) document.querySelector(".language").href = other.getAttribute("href");
  };

  const update = async () => {
    clearTimeout(timer);
    asked?.abort();
    const mine = asked = new AbortController();
    form.classList.add("busy");
    try {
      const answer = await fetch(address(), { signal: mine.signal });
      if (!answer.ok) throw new Error(answer.statusText);
      replace(new DOMParser().parseFromString(await answer.text(), "text/html"));
      const wrong = form.querySelector("#preview .notice.bad p:nth-child(2)");
      const title = document.getElementById("preview-title").textContent;
      const size = form.querySelector(".measures b")?.textContent ?? "";
      say(wrong ? wrong.textContent : form.dataset.updated + " " + title + ", " + size);
      measure();
    } catch (error) {
      if (error.name === "AbortError") return;
      say(form.dataset.failed);
    }
    if (asked === mine) form.classList.remove("busy");
  };

  // The sizes of files are asked for once somebody looks at them: they have to
  // be drawn.
  const measure = () => {
    measuring?.abort();
    const result = document.getElementById("result"), files = document.getElementById("files");
    if (!files || !result.dataset.sizes) return;
    new IntersectionObserver(async (seen, observer) => {
      if (!seen.some((s) => s.isIntersecting)) return;
      observer.disconnect();
      const mine = measuring = new AbortController();
      try {
        const answer = await fetch(result.dataset.sizes, { signal: mine.signal });
        if (!answer.ok) return;
        for (const [id, size] of Object.entries(await answer.json())) {
          const cell = files.querySelector(`[data-file="${id}"]`);
          if (!cell) continue;
          cell.textContent = size.text;
          if (size.fault) cell.closest("tr").querySelector("a").removeAttribute("href");
        }
      } catch { /* sizes are a courtesy */ }
    }).observe(files);
  };

  // A kit is sent while it is drawn: how far it has come is told.
  const fetchKit = async (button) => {
    const words = button.dataset, stop = new AbortController();
    const bar = document.createElement("progress"), told = document.createElement("span"), cancel = document.createElement("button");
    bar.setAttribute("aria-label", words.working);
    cancel.type = "button"; cancel.className = "button"; cancel.textContent = words.cancel;
    cancel.addEventListener("click", () => stop.abort());
    const size = (n) => (n / 1e6).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1, minimumFractionDigits: 1 }) + (document.documentElement.lang === "fr" ? "\u00a0Mo" : "\u00a0MB");
    button.setAttribute("aria-disabled", "true");
    button.after(bar, told, cancel);
    say(words.working);
    try {
      const answer = await fetch(button.href, { signal: stop.signal });
      if (!answer.ok) throw new Error(answer.statusText);
      const parts = [], reader = answer.body.getReader();
      let n = 0;
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        parts.push(value);
        n += value.length;
        told.textContent = words.working + " " + size(n);
      }
      const save = document.createElement("a");
      save.href = URL.createObjectURL(new Blob(parts, { type: "application/zip" }));
      save.download = /filename="([^"]+)"/.exec(answer.headers.get("Content-Disposition") ?? "")?.[1] ?? "kit.zip";
      save.click();
      setTimeout(() => URL.revokeObjectURL(save.href), 60000);
      told.textContent = words.done + " " + size(n);
      say(told.textContent);
    } catch (error) {
      told.textContent = error.name === "AbortError" ? "" : words.failed;
      say(told.textContent);
    }
    bar.remove();
    if (document.activeElement === cancel) button.focus();
    cancel.remove();
    button.removeAttribute("aria-disabled");
  };

  for (const part of live()) part.dataset.was = part.innerHTML;
  form.addEventListener("change", (event) => {
    if (event.target.id === "size-w" || event.target.id === "size-h") document.getElementById("size").value = "free";
    update();
  });
  form.addEventListener("input", (event) => {
    if (!event.target.matches("input[type=text], input[type=number], #size-w, #size-h")) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (event.target.matches("#size-w, #size-h")) document.getElementById("size").value = "free";
      update();
    }, 450);
  });
  form.addEventListener("submit", (event) => { event.preventDefault(); update(); });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-kit]");
    if (!button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (button.getAttribute("aria-disabled") !== "true") fetchKit(button);
  });
  measure();
}
