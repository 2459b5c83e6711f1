// What the bot says for a moment: a toast, or an alert that wants to be read.

import { byId, languageOf, make } from "./dom.js";

const READING_TIME = 3600; // milliseconds

export function toast(text) {
  const note = make("div", { class: "toast", lang: languageOf(text) }, text);
  byId("toasts").append(note);
  setTimeout(() => note.remove(), READING_TIME + 40 * text.length);
}

export function announce(text) {
  const dialog = byId("alert");
  byId("alert-text").textContent = text;
  dialog.lang = languageOf(text);
  if (!dialog.open) dialog.showModal();
}
