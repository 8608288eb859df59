/** The script inside of a flame graph. Plain text: it runs in the reader's browser, on the positions that the boxes carry. */
export const FLAME_SCRIPT = `
"use strict";
(() => {
  const svg = document.documentElement;
  const number = (name) => Number(svg.getAttribute("data-" + name));
  const width = Number(svg.getAttribute("width")), pad = number("pad"), inner = width - 2 * pad;
  const boxes = [...document.querySelectorAll("#frames > g")].map((g) => ({
    g, x: Number(g.dataset.x), w: Number(g.dataset.w), d: Number(g.dataset.d),
    title: g.querySelector("title").textContent, rect: g.querySelector("rect"), text: g.querySelector("text"),
  }));
  const byElement = new Map(boxes.map((box) => [box.g, box]));
  const details = document.getElementById("details"), matched = document.getElementById("matched");
  const nameOf = (box) => box.title.split("\\n")[0].replace(/ \\([^()]*%[^()]*\\)$/, "");
  const fit = (name, room) => {
    if (room < 3) return "";
    for (let at = name.indexOf("::"); name.length > room && at > 0 && !/[<[({]/.test(name.slice(0, at)); at = name.indexOf("::")) name = name.slice(at + 2);
    return name.length <= room ? name : name.slice(0, room - 1) + "\\u2026";
  };
  const place = (box, x, w) => {
    box.rect.setAttribute("x", (pad + x * inner).toFixed(2));
    box.rect.setAttribute("width", Math.max(0, w * inner).toFixed(2));
    box.text.setAttribute("x", (pad + x * inner + 3).toFixed(2));
    box.text.textContent = fit(nameOf(box), Math.floor((w * inner - 4) / 6.6));
  };
  const small = 1e-7;
  const zoom = (target) => {
    for (const box of boxes) {
      const covers = box.x <= target.x + small && box.x + box.w >= target.x + target.w - small;
      const isCaller = box.d < target.d && covers;
      const isInside = box.d >= target.d && box.x >= target.x - small && box.x + box.w <= target.x + target.w + small;
      box.g.classList.toggle("parent", isCaller);
      box.g.classList.toggle("off", !isCaller && !isInside);
      if (isCaller) place(box, 0, 1);
      else if (isInside) place(box, (box.x - target.x) / target.w, box.w / target.w);
    }
  };
  const find = (text) => {
    let pattern = null;
    try { pattern = text ? new RegExp(text, "i") : null; } catch { pattern = new RegExp(text.replace(/[.*+?^$\\{}()|[\\]\\\\]/g, "\\\\$&"), "i"); }
    const hits = [];
    for (const box of boxes) {
      const hit = pattern !== null && box.d > 0 && pattern.test(nameOf(box));
      box.g.classList.toggle("hit", hit);
      if (hit) hits.push(box);
    }
    hits.sort((a, b) => a.x - b.x || b.w - a.w);
    let end = -1, sum = 0;
    for (const hit of hits) if (hit.x >= end - small) { sum += hit.w; end = hit.x + hit.w; }
    matched.textContent = pattern === null ? " " : "Matched: " + (100 * sum).toFixed(2) + " %";
  };
  const ask = () => { const text = prompt("Search for (a regular expression)", ""); if (text !== null) find(text); };
  const reset = () => zoom({ x: 0, w: 1, d: 0 });
  const boxAt = (event) => byElement.get(event.target.closest("#frames > g"));
  document.getElementById("frames").addEventListener("click", (event) => { const box = boxAt(event); if (box) zoom(box); });
  document.getElementById("frames").addEventListener("mouseover", (event) => {
    const box = boxAt(event);
    details.textContent = box ? box.title.split("\\n")[0] : " ";
  });
  document.getElementById("frames").addEventListener("mouseout", () => { details.textContent = " "; });
  for (const [id, run] of [["reset", reset], ["search", ask]]) {
    const button = document.getElementById(id);
    button.addEventListener("click", run);
    button.addEventListener("keydown", (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); run(); } });
  }
  addEventListener("keydown", (event) => {
    if (event.key === "F3" || event.key === "/" || ((event.ctrlKey || event.metaKey) && event.key === "f")) { event.preventDefault(); ask(); }
    else if (event.key === "Escape") { find(""); reset(); }
  });
})();
`;
