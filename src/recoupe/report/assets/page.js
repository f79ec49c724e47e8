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

  var shown = []; // the stretches that are highlighted now

  function show() {
    shown.forEach(function (s) { s.classList.remove("hit"); });
    shown = [];
    var target = document.getElementById(location.hash.slice(1));
    var parts = /^(d\d+)-(\d+)-(\d+)$/.exec(location.hash.slice(1));
    for (var box = target && target.closest("details"); box; box = box.parentElement.closest("details")) { box.open = true; }
    var side = target && target.closest("aside");
    if (side) { parts = /^(d\d+)-(\d+)-(\d+)$/.exec(target.dataset.here); }
    var article = parts && document.getElementById(parts[1]);
    var all = article ? Array.from(article.querySelectorAll(".seg[data-s]")) : [];
    all.forEach(function (s, i) { // a stretch ends where the next one begins
      var end = +(all[i + 1] ? all[i + 1].dataset.s : s.parentElement.dataset.e);
      if (+s.dataset.s >= +parts[2] && end <= +parts[3]) { s.classList.add("hit"); shown.push(s); }
    });
    if (side) { side.scrollTop = target.offsetTop; } // what asks for a layout comes behind all changes
    var beside = side && getComputedStyle(side).position === "sticky"; // else it stands beneath the text
    if (target) { (beside && document.getElementById(parts[0]) || target).scrollIntoView(); }
  }

  function step(places, forward) {
    var cards = Array.from(document.querySelectorAll(places));
    var here = cards.indexOf(document.activeElement.closest(places));
    if (here < 0) { // the last that begins at or above the upper edge
      cards.forEach(function (card, i) { if (card.getBoundingClientRect().top < 80) { here = i; } });
    }
    var next = cards[forward ? here + 1 : Math.max(0, here - 1)];
    if (next) { next.scrollIntoView(); (next.querySelector("h3 a") || next).focus({ preventScroll: true }); }
  }

  window.addEventListener("hashchange", function () { back.hidden = !location.hash; show(); });
  show();
  document.addEventListener("keydown", function (event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) { return; }
    if (event.target.closest("input, textarea, select, dialog")) { return; } // somebody is writing
    if (event.key === "j" || event.key === "k") { step("#claims > .card, #passing > .card", event.key === "j"); }
    if (event.key === "n" || event.key === "p") { step("#reader .document", event.key === "n"); }
    if (event.key === "b" && !back.hidden) { history.back(); }
  });
})();
