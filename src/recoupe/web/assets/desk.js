// The desk: what an analyst does to the report. Everything that comes from a report is put in as text, never as markup.
(function () {
  "use strict";
  const body = document.body;
  const words = JSON.parse(body.dataset.words);
  const key = body.dataset.key;
  const shown = body.dataset.result;
  const ui = document.documentElement.lang;
  const CARDS = "#claims > .card, #passing > .card";
  const one = (selector, within) => (within || document).querySelector(selector);
  const all = (selector, within) => Array.from((within || document).querySelectorAll(selector));
  let state = null;
  let subjects = null;
  let stream = null;

  // --- making and asking

  function say(name, values) {
    return (words[name] || "").replace(/\{(\w+)\}/g, (_, place) => (values && place in values ? values[place] : ""));
  }

  function make(tag, given, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(given || {})) {
      if (typeof value === "function") { made.addEventListener(name, value); }
      else if (value === true) { made.setAttribute(name, ""); }
      else if (value !== false && value !== null && value !== undefined) { made.setAttribute(name, value); }
    }
    made.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
    return made;
  }

  function button(label, click, given) {
    return make("button", Object.assign({ type: "button", click }, given), label);
  }

  async function ask(path) {
    const found = await fetch(path + (path.includes("?") ? "&" : "?") + "ui=" + ui);
    if (!found.ok) { throw new Error(await found.text()); }
    return found.json();
  }

  async function tell(path, value) {
    const raw = value instanceof Blob;
    const answer = await fetch(path + (path.includes("?") ? "&" : "?") + "ui=" + ui, {
      method: "POST",
      headers: { "x-recoupe-key": key, "content-type": raw ? "application/octet-stream" : "application/json" },
      body: raw ? value : JSON.stringify(value === undefined ? null : value),
    });
    if (answer.status === 409 && answer.headers.get("content-type").startsWith("application/json")) {
      return { conflict: await answer.json() };
    }
    if (!answer.ok) { throw new Error(await answer.text()); }
    return answer.json();
  }

  function toast(text, label, click) {
    const line = make("p", {}, text);
    if (label) { line.append(button(label, () => { line.remove(); click(); })); }
    one("#toasts").append(line);
    setTimeout(() => line.remove(), 9000);
  }

  // --- what changes: progress, counts, lists

  let running = null;
  let again = false;
  function refresh() { // one at a time; asked meanwhile, once more after it
    if (running) { again = true; return running; }
    running = renew().finally(() => { running = null; if (again) { again = false; refresh(); } });
    return running;
  }

  async function renew() {
    try {
      state = await ask("/api/state");
    } catch (error) {
      one("#status").replaceChildren(make("p", { class: "bad" }, say("lost")));
      return;
    }
    if (!subjects && shown) {
      subjects = await ask("/api/subjects").catch(() => null);
      if (subjects && subjects.result !== shown) { subjects = null; }
      if (subjects) { decorate(); }
    }
    renderStatus();
    renderReports();
    renderCorrections();
    renderNotes();
    editors.forEach((editor) => editor.update());
    body.dataset.revision = state.revision;
  }

  function renderStatus() {
    const progress = state.progress;
    const box = one("#status");
    body.dataset.state = progress.state;
    if (progress.state === "running") {
      const count = progress.total > 1 ? progress.done + "/" + progress.total : "";
      const bar = make("progress", progress.total > 1 ? { value: progress.done, max: progress.total } : {});
      bar.setAttribute("aria-label", state.stage);
      box.replaceChildren(make("p", {}, make("span", {}, say("running", { stage: state.stage, count })), bar));
    } else if (progress.state === "failed") {
      box.replaceChildren(make("p", { class: "bad" }, say("failed", { error: progress.error })));
    } else if (state.result !== shown) {
      if (writing()) {
        box.replaceChildren(make("p", {}, say("new"), button(say("show"), show)));
      } else { show(); }
    } else { box.replaceChildren(); }
  }

  function writing() { // whether a new page would take something out of somebody's hands
    const at = document.activeElement;
    return editors.some((editor) => editor.dirty()) || one("dialog[open]") !== null || (at && at.matches("textarea, input"));
  }

  function show() {
    history.replaceState(null, "", location.pathname + location.search);
    history.scrollRestoration = shown ? "auto" : "manual"; // a first result is read from its top, a later one where one was
    location.reload();
  }

  function count(name, number) { one("[data-count=" + name + "]").textContent = number || ""; }

  function list(name, entries, none) {
    const box = one("[data-list=" + name + "]");
    box.replaceChildren(...(entries.length || !none ? entries : [make("li", {}, none)]));
  }

  function renderReports() {
    count("reports", state.reports.filter((r) => !r.withdrawn).length);
    list("reports", state.reports.map((r) => {
      const what = r.withdrawn ? "restore" : "withdraw";
      const act = button(say(what), () => change("/api/reports/" + r.number + "/" + what), { "aria-label": say(what) + " " + r.name });
      const place = subjects && subjects.reports.find((d) => d.name === r.name);
      const name = place && !r.withdrawn ? make("a", { href: "#" + place.anchor, class: "what" }, make("bdi", {}, r.name)) : make("bdi", { class: "what" }, r.name);
      const size = Math.ceil(r.size / 1024) + " kB" + (r.withdrawn ? ", " + say("withdrawn") : "");
      return make("li", { class: r.withdrawn ? "gone" : null }, make("div", { class: "row" }, make("span", {}, name, make("small", {}, size)), act));
    }));
  }

  function renderCorrections() {
    count("corrections", state.corrections.filter((c) => !c.undone).length);
    list("corrections", state.corrections.map((c) => {
      const what = c.undone ? "redo" : "undo";
      const act = button(say(what), () => change("/api/corrections/" + c.number + "/" + what), { "aria-label": say(what) + " " + c.text });
      const became = make("small", {}, c.undone ? say("undone") : c.outcome || say("waiting"));
      return make("li", { class: c.undone ? "gone" : null }, make("div", { class: "row" }, make("span", {}, make("bdi", { class: "what" }, c.text), became), act));
    }), say("none.corrections"));
  }

  function renderNotes() {
    const written = state.entries.filter((e) => e.value);
    count("notes", written.length);
    list("notes", written.map((e) => {
      const label = make("bdi", {}, e.label || say("other"));
      const head = e.at ? make("a", { href: "#" + placeOf(e.kind, e.at) }, label) : label;
      return make("li", {}, head, make("div", {}, make("bdi", {}, (e.field === "grade" ? say("grade." + e.kind) + " " : "") + e.value)), e.at ? null : make("small", {}, say("placeless")));
    }), say("none.notes"));
  }

  function placeOf(kind, ref) {
    const report = kind === "report" && subjects && subjects.reports.find((d) => d.id === ref);
    return report ? report.anchor : ref;
  }

  async function change(path, value) {
    try { return await tell(path, value); }
    catch (error) { toast(error.message); return null; }
    finally { refresh(); }
  }

  function listen() {
    if (stream) { stream.close(); }
    stream = new EventSource("/api/events");
    stream.onmessage = refresh;
    stream.onerror = () => { one("#status").replaceChildren(make("p", { class: "bad" }, say("lost"))); };
  }

  // --- notes and grades: nothing that another window wrote is overwritten unseen

  const editors = [];
  const AXES = { claim: ["1", "2", "3", "4", "5", "6"], voice: ["A", "B", "C", "D", "E", "F"] };

  function draftKey(kind, ref) { return "recoupe draft " + kind + " " + ref; }

  function editorOf(kind, ref, ...tools) {
    const box = make("div", { class: "desk" });
    const kept = make("span", { class: "kept", "aria-live": "polite" });
    const area = make("textarea", { rows: 2, "aria-label": say("note"), maxlength: 100000 });
    const note = make("div", { class: "note", hidden: true }, area);
    const open = button(say("note"), () => { note.hidden = !note.hidden; if (!note.hidden) { area.focus(); } }, { "aria-expanded": "false" });
    const grade = AXES[kind] ? make("select", { "aria-label": say("grade." + kind) }, make("option", { value: "" }, say("grade.none")), ...AXES[kind].map((g) => make("option", {}, g))) : null;
    const told = make("div", { class: "note" });
    const seen = { note: 0, grade: 0 };
    const last = { note: "", grade: "" };
    const home = { note: ref, grade: ref };
    let timer = 0;

    if (grade) { box.append(make("label", { title: say("grade." + kind) }, say("axis." + kind), grade)); }
    box.append(open, ...tools, kept, note, told);

    async function save(field, value) {
      let answer;
      try {
        answer = await tell("/api/entries", { kind, ref: home[field], field, value, seen: seen[field] });
      } catch (error) { kept.textContent = say("unsaved") + (error.message && !(error instanceof TypeError) ? ": " + error.message : ""); return; }
      if ("conflict" in answer) { clash(field, value, answer.conflict); return; }
      seen[field] = answer.version;
      last[field] = answer.value;
      if (field === "note" && area.value === value) { sessionStorage.removeItem(draftKey(kind, ref)); }
      kept.textContent = say("saved");
      all(".conflict", box).forEach((c) => c.remove());
    }

    function clash(field, mine, entry) {
      const theirs = entry ? entry.value : "";
      const settle = (value) => {
        seen[field] = entry ? entry.version : 0;
        if (field === "note") { area.value = value; } else { grade.value = value; }
        save(field, value);
      };
      if (theirs === mine) { settle(mine); return; }
      const ways = [[say("mine"), mine], [say("theirs"), theirs]];
      if (field === "note" && mine && theirs) { ways.unshift([say("both"), theirs + "\n\n" + mine]); }
      all(".conflict", box).forEach((c) => c.remove());
      const asked = make("div", { class: "conflict", role: "alert" }, say("conflict"), make("blockquote", {}, theirs || say("conflict.empty")), ...ways.map(([label, value]) => button(label, () => { asked.remove(); settle(value); })));
      box.append(asked);
      kept.textContent = say("unsaved");
    }

    area.addEventListener("input", () => {
      sessionStorage.setItem(draftKey(kind, ref), area.value);
      kept.textContent = say("unsaved");
      clearTimeout(timer);
      timer = setTimeout(() => save("note", area.value), 1200);
    });
    area.addEventListener("blur", () => { clearTimeout(timer); if (editor.dirty() && !one(".conflict", box)) { save("note", area.value); } });
    if (grade) { grade.addEventListener("change", () => save("grade", grade.value)); }

    const editor = {
      box, kind, ref, focus() { note.hidden = false; area.focus(); },
      dirty: () => area.value !== last.note,
      update() {
        const mine = state.entries.filter((e) => e.at === ref && e.kind === kind);
        const extra = [];
        for (const field of ["note", "grade"]) {
          const found = mine.filter((e) => e.field === field);
          const entry = found.find((e) => e.ref === ref) || found[0];
          extra.push(...found.filter((e) => e !== entry && e.value).map((e) => make("p", { class: "earlier" }, say("earlier", { label: e.label }) + " ", make("bdi", {}, e.value))));
          if (!entry || entry.version <= seen[field]) { continue; }
          const untouched = field === "note" ? area.value === last.note : grade.value === last.grade;
          if (!untouched) { continue; } // saving will show both
          seen[field] = entry.version;
          last[field] = entry.value;
          home[field] = entry.ref;
          if (field === "note") { area.value = entry.value; } else { grade.value = entry.value; }
        }
        const draft = sessionStorage.getItem(draftKey(kind, ref));
        if (draft !== null && area.value === last.note && draft !== last.note) { area.value = draft; kept.textContent = say("unsaved"); }
        if (area.value) { note.hidden = false; }
        open.setAttribute("aria-expanded", String(!note.hidden));
        extra.push(...state.warnings.filter(([at]) => at === ref).map(([, text]) => make("p", { class: "warning" }, text)));
        told.replaceChildren(...extra);
        told.hidden = !extra.length;
      },
    };
    editors.push(editor);
    return box;
  }

  // --- the page becomes a desk

  function decorate() {
    const pencil = (label, click) => button("✎", click, { class: "tool", title: label, "aria-label": label });
    all(CARDS).forEach((card) => {
      const claim = subjects.claims[card.id];
      if (!claim) { return; }
      const tools = [button(say("sentence"), () => sentence(card.id))];
      if (claim.voices.length > 1) { tools.push(button(say("voices"), () => correctVoices(claim))); }
      card.append(editorOf("claim", card.id, ...tools));
    });
    all("[data-statement]").forEach((item) => {
      const card = item.closest(".card");
      if (subjects.statements[item.dataset.statement]) {
        const chain = one(".chain", item);
        const tool = pencil(say("correct"), () => correctStatement(item.dataset.statement, card && card.id));
        if (chain) { chain.before(tool, " "); } else { item.append(" ", tool); }
      }
    });
    all("#voices tbody tr[id]").forEach((row) => {
      if (subjects.voices[row.id]) { one("th", row).append(editorOf("voice", row.id, pencil(say("correct"), () => correctVoice(row.id)))); }
    });
    subjects.reports.forEach((report) => {
      const article = document.getElementById(report.anchor);
      const head = article && one("dl", article);
      if (head) { head.after(editorOf("report", report.id, pencil(say("correct"), () => correctReport(report)))); }
    });
  }

  // --- corrections by click

  function dialog(title, ...parts) {
    const made = make("dialog", {}, make("h2", {}, title), ...parts);
    made.addEventListener("close", () => { made.remove(); renderStatus(); });
    body.append(made);
    made.showModal();
    return made;
  }

  // options: {do, label, refs, choose: [[refs, label]...], name: bool, dates: {from, to}, value, words: bool, source: bool}
  function correct(title, quote, options) {
    const rows = options.map((option, i) => {
      const radio = make("input", { type: "radio", name: "do", value: i, required: true });
      const row = make("label", { class: "option" }, radio, " " + option.label);
      if (option.choose) {
        option.field = make("select", { "aria-label": option.label }, ...option.choose.map(([, label], j) => make("option", { value: j }, label)));
      } else if (option.name) {
        option.field = make("input", { type: "text", maxlength: 200, "aria-label": option.label });
        option.field.value = option.value || "";
      } else if (option.dates) {
        option.from = make("input", { type: "date", value: option.dates[0] });
        option.to = make("input", { type: "date", value: option.dates[1] });
        row.append(make("span", { class: "dates" }, make("label", {}, say("from"), option.from), make("label", {}, say("to"), option.to)));
      }
      if (option.words || option.source) {
        const asked = (what) => make("input", { type: "text", maxlength: 2000, "aria-label": say(what), placeholder: say(what) });
        option.quoted = option.words ? asked("quoted words") : null;
        option.named = option.source ? asked("quoted source") : null;
        if (option.quoted) { option.quoted.value = option.picked || ""; }
        [option.quoted, option.named].filter(Boolean).forEach((field) => { row.append(field); field.addEventListener("focus", () => { radio.checked = true; }); });
      }
      if (option.field) { row.append(option.field); option.field.addEventListener("focus", () => { radio.checked = true; }); }
      return row;
    });
    const who = make("input", { type: "text", required: true, maxlength: 200, autocomplete: "name" });
    who.value = localStorage.getItem("recoupe who") || "";
    const why = make("input", { type: "text", required: true, maxlength: 2000 });
    const bad = make("p", { class: "bad", role: "alert" });
    const form = make("form", { method: "dialog" }, quote ? make("blockquote", {}, make("bdi", {}, quote)) : null, make("fieldset", {}, ...rows), make("label", { class: "line" }, say("why"), why), make("label", { class: "line" }, say("who"), who), bad,
      make("p", { class: "ends" }, button(say("cancel"), () => box.close()), make("button", { type: "submit", class: "main" }, say("write"))));
    const box = dialog(title, form);
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const chosen = form.elements.namedItem("do");
      const option = options[Number(chosen.value)];
      const now = new Date();
      const click = {
        do: option.do, refs: option.choose ? option.choose[Number(option.field.value)][0] : option.refs, result: shown,
        who: who.value, why: why.value, name: option.name ? option.field.value : null,
        when: [now.getFullYear(), String(now.getMonth() + 1).padStart(2, "0"), String(now.getDate()).padStart(2, "0")].join("-"),
        not_before: option.dates ? option.from.value || null : null, not_after: option.dates ? option.to.value || null : null,
        words: option.quoted ? option.quoted.value : null, source: option.named ? option.named.value : null, value: option.value && !option.name ? option.value : null,
      };
      localStorage.setItem("recoupe who", who.value);
      try {
        const answer = await tell("/api/corrections", click);
        box.close();
        toast(say("written"), say("undo"), () => change("/api/corrections/" + answer.number + "/undo"));
        refresh();
      } catch (error) { bad.textContent = error.message; }
    });
  }

  function otherVoices(id) { // those behind the same claims first
    const together = new Set(Object.values(subjects.claims).filter((c) => c.voices.includes(id)).flatMap((c) => c.voices));
    const found = Object.entries(subjects.voices).filter(([other, voice]) => other !== id && voice.given);
    return found.sort((a, b) => together.has(b[0]) - together.has(a[0])).map(([other, voice]) => [[id, other], voice.name]);
  }

  function correctStatement(id, claimId) {
    const statement = subjects.statements[id];
    const claim = subjects.claims[claimId];
    const options = [];
    if (claim && claim.statements.length > 1) { options.push({ do: "split claim", label: say("split claim"), refs: [id] }); }
    const others = Object.entries(subjects.claims).filter(([other, c]) => other !== claimId && !c.statements.includes(id) && c.statements.length);
    if (others.length) { options.push({ do: "merge claims", label: say("merge claims"), choose: others.map(([, c]) => [[id, c.statements[0]], c.headline]) }); }
    options.push({ do: "drop statement", label: say("drop statement"), refs: [id] });
    if (statement.attributed) {
      options.push({ do: "drop attribution", label: say("drop attribution"), refs: [id] });
      options.push({ do: "split actor", label: say("split actor"), refs: [id], name: true });
      options.push({ do: "set source", label: say("set source"), refs: [id], source: true });
    }
    const told = Object.entries(subjects.claims).filter(([, c]) => c.statements.length && c.statements[0] !== id);
    if (told.length) { options.push({ do: "tie denial", label: say("tie denial"), choose: told.map(([, c]) => [[id, c.statements[0]], c.headline]) }); }
    if (claim && claim.statements[0] !== id && statement.stance === "denies") { options.push({ do: "untie denial", label: say("untie denial"), refs: [id, claim.statements[0]] }); }
    ["affirms", "denies", "refuses"].filter((s) => s !== statement.stance).forEach((value) => { options.push({ do: "set stance", label: say("set stance " + value), refs: [id], value: value }); });
    if (statement.stance === "affirms") {
      const firm = statement.firmness === "hedged" ? "flat" : "hedged", real = statement.realis === "actual" ? "hypothetical" : "actual";
      options.push({ do: "set firmness", label: say("set firmness " + firm), refs: [id], value: firm });
      options.push({ do: "set realis", label: say("set realis " + real), refs: [id], value: real });
    }
    const same = otherVoices(statement.voice);
    if (subjects.voices[statement.voice].given && same.length) { options.push({ do: "merge actors", label: say("merge actors"), choose: same }); }
    correct(say("correct.statement"), statement.words, options);
  }

  function correctVoices(claim) {
    const name = (id) => subjects.voices[id].given ? subjects.voices[id].name : subjects.voices[id].name + ", " + claimReport(claim, id);
    const pairs = claim.voices.flatMap((a, i) => claim.voices.slice(i + 1).map((b) => [[a, b], name(a) + " / " + name(b)]));
    correct(say("correct.voices"), claim.headline, ["separate voices", "join voices", "untie voices"].map((what) => ({ do: what, label: say(what), choose: pairs })));
  }

  function claimReport(claim, voice) {
    const statement = subjects.voices[voice].statements.find((s) => claim.statements.includes(s));
    const report = statement && subjects.reports.find((d) => d.id === subjects.statements[statement].report);
    return report ? report.name : "";
  }

  function correctVoice(id) {
    const others = otherVoices(id);
    if (!others.length) { toast(say("alone")); return; }
    correct(say("correct.voice"), subjects.voices[id].name, [
      { do: "merge actors", label: say("merge actors"), choose: others },
      { do: "separate voices", label: say("separate from"), choose: others },
      { do: "join voices", label: say("join to"), choose: others },
    ]);
  }

  function correctReport(report) {
    const date = /^\d{4}-\d\d-\d\d$/;
    const picked = String(getSelection()).trim();
    const claims = Object.values(subjects.claims).filter((c) => c.statements.length);
    correct(say("correct.report"), report.name, [
      { do: "set date", label: say("set date"), refs: [report.id], dates: [report.not_before, report.not_after].map((d) => (d && date.test(d) ? d : "")) },
      { do: "set outlet", label: say("set outlet"), refs: [report.id], name: true, value: report.outlet },
      { do: "add attribution", label: say("add attribution"), refs: [report.id], words: true, source: true, picked: picked },
      ...(claims.length ? [{ do: "add denial", label: say("add denial"), words: true, source: true, picked: picked, choose: claims.map((c) => [[report.id, c.statements[0]], c.headline]) }] : []),
    ]);
  }

  // --- a claim's sentence

  async function sentence(id) {
    let found;
    try { found = await ask("/api/claims/" + id + "/sentence"); } catch (error) { toast(error.message); return; }
    const area = make("textarea", { readonly: true, rows: 12, "aria-label": say("sentence") });
    area.value = found.plain;
    const copy = button(say("copy"), async () => {
      area.select();
      try { await navigator.clipboard.writeText(found.plain); } catch (error) { document.execCommand("copy"); }
      copy.textContent = say("copied");
    }, { class: "main" });
    const box = dialog(say("sentence"), area, make("p", { class: "ends" }, copy, button(say("close"), () => box.close())));
    area.setSelectionRange(0, 0);
    area.scrollTop = 0;
    copy.focus();
  }

  // --- reports come in

  function coming(text, bad) {
    const lines = all("[data-list=coming]").map((box) => { const line = make("p", { class: bad ? "bad" : null }, make("bdi", {}, text)); box.append(line); return line; });
    return (next, nowBad) => lines.forEach((line) => { line.replaceChildren(make("bdi", {}, next)); line.classList.toggle("bad", Boolean(nowBad)); });
  }

  async function bring(name, path, value) {
    const update = coming(say("sending", { name }));
    try {
      const answer = await tell(path, value);
      update(say(answer.new ? "sent" : "known", { name }), false);
      answer.refused.forEach((reason) => coming(reason, true));
    } catch (error) { update(say("refused", { name, reason: error.message }), true); }
  }

  async function bringAll(jobs) {
    const waiting = jobs.slice();
    const worker = async () => { for (let job = waiting.shift(); job; job = waiting.shift()) { await bring(...job); } };
    await Promise.all([worker(), worker(), worker()]);
    await change("/api/analyse");
  }

  function bringFiles(files) {
    if (files.length) { bringAll(files.map(([name, file]) => [name, "/api/reports?name=" + encodeURIComponent(name), file])); }
  }

  async function entriesOf(entry, prefix) {
    if (entry.isFile) { return [[prefix + entry.name, await new Promise((done, fail) => entry.file(done, fail))]]; }
    const reader = entry.createReader();
    const found = [];
    for (let some = [null]; some.length;) {
      some = await new Promise((done, fail) => reader.readEntries(done, fail));
      for (const inner of some.filter((e) => !e.name.startsWith("."))) { found.push(...await entriesOf(inner, prefix === null ? "" : prefix + entry.name + "/")); }
    }
    return found;
  }

  function carriesFiles(event) { return event.dataTransfer && Array.from(event.dataTransfer.types).includes("Files"); }

  addEventListener("dragover", (event) => { if (carriesFiles(event)) { event.preventDefault(); one("#over").hidden = false; } });
  addEventListener("dragleave", (event) => { if (!event.relatedTarget) { one("#over").hidden = true; } });
  addEventListener("drop", async (event) => {
    if (!carriesFiles(event)) { return; }
    event.preventDefault();
    one("#over").hidden = true;
    const entries = Array.from(event.dataTransfer.items).map((item) => item.webkitGetAsEntry && item.webkitGetAsEntry());
    const plain = Array.from(event.dataTransfer.files).map((file) => [file.name, file]);
    if (body.classList.contains("welcome") === false) { open("reports"); }
    const found = [];
    // a dropped folder gives names relative to itself, as the command line does
    for (const entry of entries.filter(Boolean)) { found.push(...await entriesOf(entry, entry.isFile ? "" : null)); }
    bringFiles(found.length ? found : plain);
  });
  one("#chooser").addEventListener("change", (event) => {
    bringFiles(Array.from(event.target.files).map((file) => [file.name, file]));
    event.target.value = "";
  });
  all("[data-act=choose]").forEach((b) => b.addEventListener("click", () => one("#chooser").click()));
  all("[data-form=addresses]").forEach((form) => form.addEventListener("submit", (event) => {
    event.preventDefault();
    const area = one("textarea", form);
    const addresses = area.value.split(/\s+/).filter(Boolean);
    area.value = "";
    if (addresses.length) { bringAll(addresses.map((address) => [address, "/api/addresses", address])); }
  }));

  // --- search

  let asked = 0;
  const field = one("#search input");
  async function search() {
    const query = field.value.trim();
    const mine = ++asked;
    if (!query) { if (one("#drawer").dataset.open === "search") { close(); } return; }
    const found = await ask("/api/search?q=" + encodeURIComponent(query)).catch(() => []);
    if (mine !== asked) { return; }
    const groups = ["claim", "voice", "note", "text"].map((kind) => [kind, found.filter((hit) => hit.kind === kind)]).filter(([, hits]) => hits.length);
    one("[data-list=search]").replaceChildren(...(groups.length ? groups.flatMap(([kind, hits]) => [make("h3", {}, say("found." + kind)), ...hits.map(hitOf)]) : [make("p", {}, say("found.none"))]));
    open("search", true);
  }
  function hitOf(hit) {
    const pieces = hit.pieces.map(([text, marked]) => (marked ? make("mark", {}, text) : text));
    return make("a", { class: "hit", href: "#" + hit.anchor }, make("bdi", {}, ...pieces), hit.report ? make("small", { class: "soft" }, " ", make("bdi", {}, hit.report)) : null);
  }
  let typing = 0;
  field.addEventListener("input", () => { clearTimeout(typing); typing = setTimeout(search, 180); });
  one("#search").addEventListener("submit", async (event) => {
    event.preventDefault();
    await search();
    const first = one("[data-list=search] a");
    if (first) { first.focus(); }
  });

  // words that no link of the page leads to: marked over the text, which stays as it is
  function reach() {
    const parts = /^#(d\d+)-(\d+)-(\d+)$/.exec(location.hash);
    if (window.CSS && CSS.highlights) { CSS.highlights.delete("found"); }
    if (!parts || document.getElementById(location.hash.slice(1))) { return; }
    const article = document.getElementById(parts[1]);
    const stretches = article ? all(".seg[data-s]", article) : [];
    const end = (i) => +(stretches[i + 1] ? stretches[i + 1].dataset.s : stretches[i].parentElement.dataset.e);
    const over = stretches.filter((s, i) => end(i) > +parts[2] && +s.dataset.s < +parts[3]);
    if (!over.length) { return; }
    const units = (seg, point) => Array.from(seg.textContent).slice(0, Math.max(0, point - seg.dataset.s)).join("").length;
    const range = document.createRange();
    const last = over[over.length - 1];
    range.setStart(over[0].firstChild, units(over[0], +parts[2]));
    range.setEnd(last.firstChild, units(last, +parts[3]));
    if (window.CSS && CSS.highlights) { CSS.highlights.set("found", new Highlight(range)); }
    window.scrollBy(0, range.getBoundingClientRect().top - innerHeight / 3);
  }
  addEventListener("hashchange", () => { reach(); if (innerWidth < 992) { close(); } });

  // --- panels and keys

  let opener = null;
  function open(name, quiet) {
    const drawer = one("#drawer");
    if (!drawer.contains(document.activeElement)) { opener = document.activeElement; }
    drawer.hidden = false;
    drawer.dataset.open = name;
    body.classList.add("drawn");
    one("#drawer-h").textContent = say(name);
    all("[data-shows]").forEach((s) => { s.hidden = s.dataset.shows !== name; });
    all("[data-panel]").forEach((b) => b.setAttribute("aria-expanded", String(b.dataset.panel === name)));
    if (!quiet) { one("#drawer-h").focus(); }
  }
  function close() {
    const drawer = one("#drawer");
    if (drawer.hidden) { return; }
    const within = drawer.contains(document.activeElement);
    drawer.hidden = true;
    body.classList.remove("drawn");
    drawer.dataset.open = "";
    all("[data-panel]").forEach((b) => b.setAttribute("aria-expanded", "false"));
    if (within && opener && opener.isConnected) { opener.focus(); }
  }
  function toggle(name) { if (one("#drawer").dataset.open === name) { close(); } else { open(name); } }
  all("[data-panel]").forEach((b) => b.addEventListener("click", () => toggle(b.dataset.panel)));
  all("[data-act=close]").forEach((b) => b.addEventListener("click", close));
  all("[data-act=help]").forEach((b) => b.addEventListener("click", help));

  function help() {
    const keys = [["j k", "key.j"], ["n p", "key.n"], ["b", "key.b"], ["/", "key.slash"], ["r c t e", "key.panels"], ["a", "key.a"], ["s", "key.s"], ["Esc", "key.escape"]];
    const rows = keys.map(([names, text]) => make("tr", {}, make("td", {}, ...names.split(" ").flatMap((k) => [make("kbd", {}, k), " "])), make("td", {}, say(text))));
    const box = dialog(say("help"), make("table", {}, make("tbody", {}, ...rows)), make("p", { class: "ends" }, button(say("close"), () => box.close())));
  }

  function cardAtHand() {
    const focused = document.activeElement && document.activeElement.closest(CARDS);
    return focused || all(CARDS).find((card) => card.getBoundingClientRect().bottom > 120) || null;
  }

  const PANELS = { r: "reports", c: "corrections", t: "notes", e: "export" };
  addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) { return; }
    if (event.key === "Escape" && !one("dialog[open]")) { close(); return; }
    if (event.target.closest("input, textarea, select, dialog")) { return; }
    const card = cardAtHand();
    if (event.key === "/") { event.preventDefault(); field.focus(); field.select(); }
    else if (event.key === "?") { help(); }
    else if (PANELS[event.key]) { toggle(PANELS[event.key]); }
    else if (event.key === "a" && card) { event.preventDefault(); const editor = editors.find((x) => x.ref === card.id); if (editor) { editor.focus(); } }
    else if (event.key === "s" && card) { sentence(card.id); }
  });

  new ResizeObserver(([bar]) => { // panels and passages begin below the bar
    document.documentElement.style.setProperty("--bar", Math.ceil(bar.borderBoxSize[0].blockSize) + "px");
  }).observe(one("#bar"));

  document.addEventListener("visibilitychange", () => { // a browser has few connections for one server
    if (document.hidden) { stream.close(); } else { listen(); refresh(); }
  });
  refresh().then(reach);
  listen();
})();
