// The buttons under a message.

import { press } from "./api.js";
import { icon, make } from "./dom.js";
import { announce, toast } from "./notices.js";
import { target } from "./route.js";
import { actorIn } from "./store.js";
import { t } from "./texts.js";

/** Rows of buttons, or null. */
export function keys(message) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows) return null;
  return make("div", { class: "keys" }, ...rows.map((row) => make("div", { class: "keys-row" }, ...row.map((key) => button(message, key)))));
}

function button(message, key) {
  if (key.url) {
    const place = target(key.url);
    const label = "target" in place ? `${key.text}, ${t("new-window")}` : null;
    return make("a", { class: "key", "aria-label": label, ...place }, key.text, icon("link"));
  }
  const element = make("button", { type: "button", class: "key" }, key.text);
  if (key.callback_data) element.addEventListener("click", () => activate(message, key, element));
  else element.disabled = true;
  return element;
}

async function activate(message, key, element) {
  if (element.getAttribute("aria-busy") === "true") return;
  element.setAttribute("aria-busy", "true");
  try {
    const chat = message.chat.id;
    const answer = await press(actorIn(chat), chat, message.message_id, key.callback_data);
    if (!answer.answered) toast(t("no-answer"));
    else if (answer.url) window.open(answer.url, "_blank", "noopener");
    else if (answer.text) (answer.alert ? announce : toast)(answer.text);
  } catch (error) {
    toast(t("failed", { text: error.message }));
  }
  element.removeAttribute("aria-busy");
}
