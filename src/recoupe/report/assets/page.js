// Highlights the whole of a span that a link leads to; without this script its first stretch is highlighted.
(function () {
  "use strict";
  var back = document.createElement("button");
  back.id = "back";
  back.type = "button";
  back.hidden = true;
  back.textContent = "↩ " + document.body.dataset.back;
  back.addEventListener("click", function () { history.back(); });
  document.body.appendChild(back);

  function show() {
    document.querySelectorAll(".seg.hit").forEach(function (s) { s.classList.remove("hit"); });
    var target = document.getElementById(location.hash.slice(1));
    var parts = /^#(d\d+)-(\d+)-(\d+)$/.exec(location.hash);
    for (var box = target && target.closest("details"); box; box = box.parentElement.closest("details")) { box.open = true; }
    if (target) { target.scrollIntoView(); }
    var article = parts && document.getElementById(parts[1]);
    if (!article) { return; }
    article.querySelectorAll(".seg[data-s]").forEach(function (s) {
      if (+s.dataset.s >= +parts[2] && +s.dataset.e <= +parts[3]) { s.classList.add("hit"); }
    });
  }

  function step(forward) {
    var cards = Array.from(document.querySelectorAll("#claims .card"));
    var tops = cards.map(function (c) { return c.getBoundingClientRect().top; });
    var here = -1; // the last card that begins at or above the upper edge
    tops.forEach(function (top, i) { if (top < 80) { here = i; } });
    var next = cards[forward ? here + 1 : Math.max(0, here - 1)];
    if (next) { next.scrollIntoView(); next.querySelector("a").focus({ preventScroll: true }); }
  }

  window.addEventListener("hashchange", function () { back.hidden = !location.hash; show(); });
  show();
  document.addEventListener("keydown", function (event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) { return; }
    if (event.target.closest("input, textarea, select, dialog")) { return; } // somebody is writing
    if (event.key === "j" || event.key === "k") { step(event.key === "j"); }
    if (event.key === "b" && !back.hidden) { history.back(); }
  });
})();
