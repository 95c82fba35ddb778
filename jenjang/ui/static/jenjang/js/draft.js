// Keeps what is being written on this device until the server has it. Without this file the form simply works.
"use strict";

(() => {
  const SPACE = "konsep:";
  const DAYS = 30; // an older draft is about a week that is closed by now
  const shelf = { // a device may forbid storage; then nothing is kept, and nothing breaks
    keys: () => { try { return Object.keys(localStorage).filter((key) => key.startsWith(SPACE)); } catch { return []; } },
    read: (key) => { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } },
    write: (key, value) => { try { localStorage.setItem(key, JSON.stringify(value)); } catch { /* full or forbidden */ } },
    drop: (key) => { try { localStorage.removeItem(key); } catch { /* forbidden */ } },
  };

  // Drafts of others who used this device go, so do old ones and those that the server has.
  function tidy(owner, accepted) {
    for (const key of shelf.keys()) {
      const kept = shelf.read(key);
      const isOwn = key.startsWith(`${SPACE}${owner}:`);
      const isOld = !kept || Date.now() - kept.at > DAYS * 86400000;
      if (!isOwn || isOld || accepted.includes(kept.key)) shelf.drop(key);
    }
  }

  const fieldsOf = (form) => [...form.elements].filter((field) => field.name && !/^(hidden|file|submit|button)$/.test(field.type));

  function keep(form, place) {
    const values = {};
    for (const field of fieldsOf(form)) if (field.value !== field.defaultValue && field.value) values[field.name] = field.value;
    const files = [...form.querySelectorAll("input[type=file]")].flatMap((field) => [...field.files].map((file) => file.name));
    if (Object.keys(values).length || files.length) shelf.write(place, { key: form.elements.kunci.value, at: Date.now(), values, files });
    else shelf.drop(place);
  }

  function bringBack(form, kept) {
    const lost = fieldsOf(form).filter((field) => kept.values[field.name] && kept.values[field.name] !== field.value);
    if (!lost.length && !kept.files.length) return;
    for (const field of lost) {
      field.value = kept.values[field.name];
      const folded = field.closest("details");
      if (folded) folded.open = true;
    }
    form.elements.kunci.value = kept.key; // sent twice, it is kept once
    if (kept.files.length) form.querySelector("[data-draft-file]").textContent = `Pilih lagi berkasnya: ${kept.files.join(", ")}.`;
    form.querySelector("[data-draft-back]").hidden = false;
  }

  function follow(form) {
    const place = `${SPACE}${form.dataset.draft}`;
    const kept = shelf.read(place);
    if (kept && !("draftAnswered" in form.dataset)) bringBack(form, kept);
    form.addEventListener("input", () => keep(form, place));
    form.addEventListener("change", () => keep(form, place));
    form.querySelector("[data-draft-drop]").addEventListener("click", () => { shelf.drop(place); location.reload(); });
    const lost = form.querySelector("[data-draft-lost]");
    form.addEventListener("submit", (event) => {
      keep(form, place);
      if (navigator.onLine) return;
      event.preventDefault();
      lost.hidden = false;
      lost.scrollIntoView({ block: "center" });
    });
    window.addEventListener("online", () => { lost.hidden = true; });
  }

  document.querySelectorAll("[data-draft-accepted]").forEach((place) => {
    const owner = place.dataset.draftOwner || place.dataset.draft.split(":")[0];
    tidy(owner, place.dataset.draftAccepted.split(" "));
  });
  document.querySelectorAll("form[data-draft]").forEach(follow);
})();
