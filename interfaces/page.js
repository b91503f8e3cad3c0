// What the page does by itself: bring a source into view, show the newest turn, tell screen readers what changed.
(() => {
  "use strict";

  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");

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
    const link = event.target.closest?.('#conversation a[href^="#"], #sources a[href^="#"]');
    const target = link && document.getElementById(link.getAttribute("href").slice(1));
    if (!target) return;
    event.preventDefault();
    bringIntoView(target);
  });

  let shown = "";

  function showNewest(conversation) {
    const turns = conversation.querySelectorAll(".turn");
    const newest = turns[turns.length - 1];
    const state = newest ? newest.id + newest.textContent.length : "";
    if (state === shown) return;
    shown = state;
    if (!newest) return;
    const reading = document.getElementById("reading");
    reading.scrollTo({ top: newest.offsetTop - reading.offsetTop - 12 });
    document.getElementById("evidence").scrollTo({ top: 0 });
  }

  function begin(conversation) {
    conversation.setAttribute("role", "log");
    conversation.setAttribute("aria-live", "polite");
    conversation.setAttribute("aria-label", "Conversation");
    const evidence = document.getElementById("evidence");
    evidence.setAttribute("role", "region");
    evidence.setAttribute("aria-label", "Sources");
    new MutationObserver(() => showNewest(conversation)).observe(conversation, { childList: true, subtree: true });
    showNewest(conversation);
  }

  const waiting = new MutationObserver(() => {
    const conversation = document.getElementById("conversation");
    if (!conversation || !document.getElementById("evidence")) return;
    waiting.disconnect();
    begin(conversation);
  });
  waiting.observe(document.documentElement, { childList: true, subtree: true });
})();
