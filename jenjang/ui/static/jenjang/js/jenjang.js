// Makes pages quicker. Every page works without this file; nothing here decides anything.
"use strict";

(() => {
  const typing = (node) => node instanceof HTMLElement && (node.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(node.tagName));
  const inField = (event) => typing(event.target) && event.target.type !== "radio" && event.target.type !== "checkbox";

  // ---------- keys ----------
  // "/" goes to the search; a letter presses what carries data-key; digits rate; arrows change the row.
  function pressKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (inField(event)) {
      if (event.target.matches(".j-mark-in")) walkMarks(event);
      if (event.key === "Escape" && event.target.matches(".j-appr__note")) rateAgain(event);
      return;
    }
    if (event.key === "/") {
      const search = document.querySelector("[data-search]");
      if (search && search.offsetParent) { event.preventDefault(); search.focus(); search.select(); }
      return;
    }
    if (rate(event)) return;
    const wanted = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
    if (wanted && wanted.offsetParent) { event.preventDefault(); wanted.click(); }
  }

  function rate(event) {
    const scale = event.target.closest && event.target.closest(".j-rate");
    if (!scale) return false;
    const choices = scale.querySelectorAll("input[type=radio]");
    const index = Number(event.key) - 1;
    if (/^[1-9]$/.test(event.key) && choices[index]) {
      event.preventDefault();
      choices[index].focus();
      choices[index].click();
      return true;
    }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (scale.closest(".j-appr")) event.preventDefault();
      nextRow(event, event.key === "ArrowDown" ? 1 : -1);
      return true;
    }
    return walkTeam(event);
  }

  // In a team's sheet the arrows go from scale to scale and choose nothing; N opens the note of the row, B its evidence.
  function walkTeam(event) {
    const row = event.target.closest(".j-appr tr");
    if (!row) return false;
    const key = event.key.toLowerCase();
    const scales = [...row.querySelectorAll(".j-rate")];
    const beside = scales[scales.indexOf(event.target.closest(".j-rate")) + (key === "arrowright" ? 1 : -1)];
    const wanted = { arrowright: beside ? chosen(beside) : row.querySelector(".j-appr__note"), arrowleft: beside && chosen(beside), n: row.querySelector(".j-appr__note"), b: row.querySelector(".j-open") };
    if (!(key in wanted)) return false;
    event.preventDefault();
    if (key === "b") wanted.b.click();
    else if (wanted[key]) wanted[key].focus();
    return true;
  }

  function rateAgain(event) {
    const scales = event.target.closest("tr").querySelectorAll(".j-rate");
    chosen(scales[scales.length - 1]).focus();
  }

  // Where a scale is entered: at what is chosen, else at its first choice.
  const chosen = (scale) => scale.querySelector("input:checked") || scale.querySelector("input:not([type=hidden])");

  // In a sheet of marks: down and up with the arrows, Enter onwards, and from the foot of a column to the head of the next.
  function walkMarks(event) {
    const step = event.key === "ArrowUp" || (event.key === "Enter" && event.shiftKey) ? -1 : 1;
    if (!/^(Enter|ArrowDown|ArrowUp)$/.test(event.key)) return;
    nextRow(event, step);
    if (event.defaultPrevented || event.key !== "Enter") return;
    event.preventDefault(); // Enter never sends a sheet by accident
    const cell = event.target.closest("td");
    const rows = [...cell.closest("tbody").rows];
    const place = cell.cellIndex + step;
    for (const row of step > 0 ? rows : rows.reverse()) {
      const field = row.cells[place] && row.cells[place].querySelector("input");
      if (field) { field.focus(); field.select(); return; }
    }
  }

  // The same column of the next or previous row.
  function nextRow(event, step) {
    const cell = event.target.closest("td, th");
    let row = cell && cell.parentElement;
    while (row) {
      row = step > 0 ? row.nextElementSibling : row.previousElementSibling;
      const field = row && row.cells[cell.cellIndex] && chosen(row.cells[cell.cellIndex]);
      if (field) { event.preventDefault(); field.focus(); if (field.select) field.select(); return; }
    }
  }

  // ---------- forms ----------
  // A second press while the first is under way sends nothing.
  function sendOnce(event) {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method !== "post" || event.defaultPrevented) return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "1";
    if (event.submitter) event.submitter.setAttribute("aria-disabled", "true");
  }

  function allowAgain() {
    document.querySelectorAll("form[data-sent]").forEach((form) => {
      delete form.dataset.sent;
      form.querySelectorAll("[type=submit][aria-disabled]").forEach((button) => button.removeAttribute("aria-disabled"));
    });
  }

  function note(field, text, bad) {
    let line = document.getElementById(`${field.id}_catatan`);
    if (!line) {
      line = document.createElement("div");
      line.id = `${field.id}_catatan`;
      line.className = "j-filenote j-muted";
      line.setAttribute("role", "status");
      (field.closest(".j-file") || field).after(line);
    }
    line.textContent = text;
    line.classList.toggle("is-bad", Boolean(bad));
  }

  // "45 dari paling sedikit 100 huruf" while it is written.
  function countLetters(field) {
    const least = Number(field.dataset.least);
    const written = field.value.trim().length;
    note(field, written < least ? `${written} dari paling sedikit ${least} huruf.` : `${written} huruf, cukup.`, false);
  }

  function inWords(bytes) {
    const kilo = Math.max(1, Math.round(bytes / 1024));
    return kilo < 1024 ? `${kilo} KB` : `${(bytes / 1048576).toLocaleString("id-ID", { maximumFractionDigits: 1 })} MB`;
  }

  // The chosen file in our words; the browser's own text follows the browser's tongue.
  function describeFile(field) {
    const file = field.files[0];
    const box = field.closest(".j-file");
    const size = file && inWords(file.size);
    const most = Number(field.dataset.mostMb);
    const big = Boolean(file && most && file.size > most * 1048576);
    if (box) showName(box, file ? `${file.name}, ${size}` : "");
    if (big || !box) note(field, big ? `${file.name}, ${size}: lebih dari ${most} MB, kecilkan dahulu.` : "", big);
    else if (document.getElementById(`${field.id}_catatan`)) note(field, "", false);
  }

  function showName(box, text) {
    const place = box.querySelector(".j-file__name");
    const line = document.createElement("span");
    line.textContent = text || place.dataset.none;
    place.replaceChildren(line);
    place.hidden = false;
    box.classList.add("is-live");
    box.classList.toggle("is-full", Boolean(text));
  }

  function dropFiles(field) {
    const zone = field.closest(".j-field") || field;
    for (const kind of ["dragover", "dragenter"]) zone.addEventListener(kind, (event) => { event.preventDefault(); zone.classList.add("j-drop"); });
    for (const kind of ["dragleave", "drop"]) zone.addEventListener(kind, () => zone.classList.remove("j-drop"));
    zone.addEventListener("drop", (event) => {
      event.preventDefault();
      field.files = event.dataTransfer.files;
      describeFile(field);
    });
  }

  // What was typed and did not reach the server (line lost, signed out) waits in this tab and comes back.
  // The shelf is one person's on one page: who signs in next in the same tab does not get it.
  const plain = (text) => text.normalize("NFC").replace(/\s+/g, " ").trim(); // the server trims what it keeps
  const same = (one, other) => plain(one) === plain(other) || (/\d/.test(one) && Number(one.replace(",", ".")) === Number(other.replace(",", "."))); // "81" is kept as "81,00"
  function clearShelves(keep) {
    Object.keys(sessionStorage).filter((key) => key.startsWith("isian:") && !key.startsWith(`isian:${keep}:`)).forEach((key) => sessionStorage.removeItem(key));
  }
  function emptyShelf() { // locked since: nothing on this page takes marks any more
    Object.keys(sessionStorage).filter((key) => key.startsWith("isian:") && key.endsWith(`:${location.pathname}`)).forEach((key) => sessionStorage.removeItem(key));
  }
  function bringBack(form) {
    const place = `isian:${form.dataset.keep}:${location.pathname}`;
    clearShelves(form.dataset.keep);
    const kept = JSON.parse(sessionStorage.getItem(place) || "{}");
    const lost = Object.entries(kept).filter(([name, value]) => form.elements[name] && !same(value, form.elements[name].value));
    lost.forEach(([name, value]) => { form.elements[name].value = value; });
    const words = form.querySelector("[data-kept]");
    if (lost.length && words) words.hidden = false;
    form.addEventListener("input", (event) => {
      const now = JSON.parse(sessionStorage.getItem(place) || "{}");
      if (event.target.name) sessionStorage.setItem(place, JSON.stringify({ ...now, [event.target.name]: event.target.value }));
    });
    form.addEventListener("htmx:afterRequest", (event) => {
      if (!event.detail.successful) return;
      sessionStorage.removeItem(place);
      if (words) words.hidden = true;
    });
    const send = () => window.htmx && window.htmx.trigger(form, "simpan");
    if (lost.length && document.readyState === "complete") send();
    else if (lost.length) window.addEventListener("load", send, { once: true }); // htmx listens only from then on
    if (!lost.length) sessionStorage.removeItem(place);
  }

  // ---------- tables ----------
  // On a phone a table becomes cards; cells that name no column take the name from the head.
  function nameCells(table) {
    const heads = [...table.querySelectorAll("thead th")].map((head) => (head.querySelector(".visually-hidden") ? "" : head.textContent.trim())); // buttons say themselves what they do
    table.querySelectorAll("tbody tr").forEach((row) => [...row.cells].forEach((cell, index) => {
      if (cell.tagName === "TD" && cell.colSpan === 1 && heads[index] && !cell.dataset.l) cell.dataset.l = heads[index];
    }));
  }

  // A strip of parts that is wider than the phone begins where the reader is.
  function showCurrent(link) {
    const strip = link.closest(".j-dossier");
    strip.scrollLeft = link.getBoundingClientRect().left - strip.getBoundingClientRect().left - 16;
  }

  function prepare(root) {
    root.querySelectorAll(".j-dossier [aria-current]").forEach(showCurrent);
    root.querySelectorAll(".j-t--cards").forEach(nameCells);
    root.querySelectorAll("textarea[data-least]").forEach((field) => field.addEventListener("input", () => countLetters(field)));
    root.querySelectorAll("input[type=file]").forEach((field) => { field.addEventListener("change", () => describeFile(field)); describeFile(field); dropFiles(field); });
    root.querySelectorAll("select[data-send], input[data-send]").forEach((field) => field.addEventListener("change", () => field.form.requestSubmit()));
    root.querySelectorAll("form[data-keep]").forEach(bringBack);
    const summary = root.querySelector("[data-focus]");
    if (summary) summary.focus();
  }

  // Says that the line is lost, or that the server refused a part of the page.
  function warn(kind) {
    const box = document.getElementById("putus");
    box.hidden = !kind;
    box.querySelector("[data-words]").textContent = kind ? box.dataset[kind] : "";
  }

  document.addEventListener("keydown", pressKey);
  document.addEventListener("submit", sendOnce);
  document.addEventListener("htmx:afterSwap", (event) => prepare(event.target));
  document.addEventListener("htmx:sendError", () => { warn("lost"); allowAgain(); });
  document.addEventListener("htmx:responseError", () => warn("refused"));
  document.addEventListener("htmx:afterRequest", allowAgain);
  window.addEventListener("offline", () => warn("lost"));
  window.addEventListener("online", () => warn(""));
  window.addEventListener("pageshow", allowAgain);
  if (!document.querySelector("form[data-keep]")) emptyShelf();
  prepare(document);
})();
