// What the page does by itself: bring a source into view, show the newest turn, tell screen readers what changed.
(() => {
  "use strict";

  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  const WITHIN = ["#conversation", "#sources", "#draft", "#draft-sources"].map((part) => `${part} a[href^="#"]`).join();
  const box = () => document.querySelector("#question textarea");

  function bringIntoView(target) {
    const folded = target.closest("details");
    if (folded) folded.open = true;
    const block = target.closest(".source") || target;
    block.scrollIntoView({ block: "nearest", behavior: calm.matches ? "auto" : "smooth" });
    target.focus({ preventScroll: true });
    for (const other of document.querySelectorAll(".source.pointed")) other.classList.remove("pointed");
    block.classList.add("pointed");
  }

  // Links within the page: the markers of an answer, and the way back from a source.
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.(WITHIN);
    const target = link && document.getElementById(link.getAttribute("href").slice(1));
    if (!target) return;
    event.preventDefault();
    bringIntoView(target);
  });

  // A query that was made from a follow-up goes into the question box, to be changed and asked again.
  document.addEventListener("click", (event) => {
    const query = event.target.closest?.("a.edit")?.parentElement.querySelector("em");
    if (!query || !box()) return;
    event.preventDefault();
    box().value = query.textContent;
    box().dispatchEvent(new Event("input", { bubbles: true }));
    box().focus();
  });

  let shown = "";

  function showNewest(conversation, announcement) {
    const turns = conversation.querySelectorAll(".turn");
    const newest = turns[turns.length - 1];
    const state = newest ? newest.id + newest.textContent : "";
    if (state === shown) return;
    shown = state;
    // A reply that is still being written is read out once it is whole.
    const whole = newest && !newest.querySelector(".writing");
    announcement.textContent = whole ? newest.querySelector(".reply").textContent : "";
    if (!document.activeElement || document.activeElement === document.body) box()?.focus({ preventScroll: true });
    if (!newest) return;
    const reading = document.getElementById("reading");
    reading.scrollTo({ top: newest.offsetTop - reading.offsetTop - 12 });
    document.getElementById("evidence").scrollTo({ top: 0 });
  }

  // The conversation is drawn anew with each reply: only the newest is to be read out, so it is said in a place apart.
  function begin(conversation) {
    const announcement = document.createElement("div");
    announcement.id = "announcement";
    announcement.className = "unseen";
    announcement.setAttribute("role", "status");
    announcement.setAttribute("aria-live", "polite");
    conversation.after(announcement);
    name(conversation, "Conversation");
    name(document.getElementById("evidence"), "Sources");
    for (const fold of document.querySelectorAll("#limits, #add")) sayWhetherOpen(fold);
    const watch = new MutationObserver(() => showNewest(conversation, announcement));
    watch.observe(conversation, { childList: true, subtree: true, characterData: true });
    showNewest(conversation, announcement);
  }

  function name(part, label) {
    part.setAttribute("role", "region");
    part.setAttribute("aria-label", label);
  }

  function sayWhetherOpen(fold) {
    const button = fold.querySelector("button");
    const inside = fold.querySelector('[data-testid="accordion-content"]');
    const say = () => button.setAttribute("aria-expanded", String(inside.style.display !== "none"));
    new MutationObserver(say).observe(inside, { attributes: true, attributeFilter: ["style"] });
    say();
  }

  // Documents are added by a form of our own: one request a file, its steps and its outcome shown as they come.
  function drawAdding(place) {
    const kinds = place.querySelector(".kinds");
    const label = make("label", "drop", "Drop files here, or choose them");
    const input = make("input");
    input.type = "file";
    input.multiple = true;
    input.accept = kinds.textContent.split(": ").pop().split(" ").join(",");
    const told = make("div", "came-in");
    told.id = "came-in";
    told.setAttribute("role", "status");
    told.setAttribute("aria-live", "polite");
    label.append(input);
    place.before(label);
    place.after(told);
    input.addEventListener("change", () => addFiles([...input.files], input, told));
    for (const kind of ["dragover", "drop"]) {
      label.addEventListener(kind, (event) => {
        event.preventDefault();
        if (kind === "drop" && !input.disabled) addFiles([...event.dataTransfer.files], input, told);
      });
    }
  }

  function make(kind, className = "", text = "") {
    const made = document.createElement(kind);
    made.className = className;
    made.textContent = text;
    return made;
  }

  async function addFiles(files, input, told) {
    if (!files.length) return;
    input.disabled = true;
    told.replaceChildren();
    for (const [rank, file] of files.entries()) {
      const now = make("p", "adding");
      told.append(now);
      const outcome = await addFile(file, (stage) => {
        now.textContent = `${rank + 1} of ${files.length}: ${file.name} – ${stage}…`;
      });
      now.replaceWith(outcome);
    }
    input.disabled = false;
    input.value = "";
    document.getElementById("refresh")?.click();
  }

  async function addFile(file, show) {
    show("sending");
    try {
      const reply = await fetch(`/uploads?name=${encodeURIComponent(file.name)}`, { method: "POST", body: file });
      if (!reply.ok) return make("p", "problem", await reply.text());
      return await lastOf(reply, show);
    } catch {
      return make("p", "problem", `${file.name} was not added: the connection to the server was lost. Send it again.`);
    }
  }

  // Each line of the reply is an object with a stage, or with the outcome: markup whose text the server has escaped.
  async function lastOf(reply, show) {
    const reader = reply.body.pipeThrough(new TextDecoderStream()).getReader();
    let begun = "";
    let outcome = make("p", "problem", "The server ended before it said what became of this file.");
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return outcome;
      const lines = (begun + value).split("\n");
      begun = lines.pop();
      for (const said of lines.map((line) => JSON.parse(line))) {
        if (said.stage) show(said.stage);
        if (said.outcome) {
          outcome = make("div");
          outcome.innerHTML = said.outcome;
        }
      }
    }
  }

  const waiting = new MutationObserver(() => {
    const conversation = document.getElementById("conversation");
    if (!conversation || !document.getElementById("evidence") || !document.querySelector("#add button")) return;
    waiting.disconnect();
    begin(conversation);
  });
  waiting.observe(document.documentElement, { childList: true, subtree: true });

  // What a fold holds is drawn when it is opened.
  new MutationObserver(() => {
    const adding = document.querySelector("#files:has(.kinds)");
    if (adding && !document.querySelector("#add .drop")) drawAdding(adding);
  }).observe(document.documentElement, { childList: true, subtree: true });
})();
