// Highlights the whole of a span that a link leads to; without this script the first stretch of it is highlighted.
(function () {
  "use strict";
  function show() {
    document.querySelectorAll(".seg.hit").forEach(function (s) { s.classList.remove("hit"); });
    var parts = /^#(d\d+)-(\d+)-(\d+)$/.exec(location.hash);
    if (!parts) { return; }
    var article = document.getElementById(parts[1]), start = +parts[2], end = +parts[3];
    if (!article) { return; }
    article.querySelectorAll(".seg[data-s]").forEach(function (s) {
      if (+s.dataset.s >= start && +s.dataset.e <= end) { s.classList.add("hit"); }
    });
  }
  window.addEventListener("hashchange", show);
  show();
  document.addEventListener("keydown", function (event) {
    if (event.altKey || event.ctrlKey || event.metaKey || /^(INPUT|TEXTAREA)$/.test(event.target.tagName)) { return; }
    var step = event.key === "j" ? 1 : event.key === "k" ? -1 : 0;
    if (!step) { return; }
    var cards = Array.from(document.querySelectorAll("#claims .card"));
    var here = cards.findIndex(function (c) { return c.getBoundingClientRect().top > 8; });
    var next = cards[step > 0 ? here : Math.max(0, (here < 0 ? cards.length : here) - 2)];
    if (next) { next.scrollIntoView(); next.querySelector("a").focus({ preventScroll: true }); }
  });
})();
