// Names, roles and faces.

import { icon, make } from "./dom.js";
import { isGroup, state } from "./store.js";
import { currentLanguage, t } from "./texts.js";

const TONES = 7;

export const roleOf = (person) => person.role[currentLanguage()] ?? person.role.zh ?? "";

/** The name of whoever sent something. */
export const senderName = (user) => (user.is_bot ? t("title") : (state.people.get(user.id)?.name ?? user.first_name));

/** A round face with the first letter of a name; the bot has its cloud, a group its heads. */
export function avatar(chat, name, { small = false } = {}) {
  const size = small ? " small" : "";
  if (chat === state.bot.id) return make("span", { class: `avatar bot${size}`, "aria-hidden": "true" }, icon("bot"));
  const face = isGroup(chat) ? icon("group") : [...name][0];
  const tone = Math.abs(chat) % TONES;
  return make("span", { class: `avatar tone-${tone}${size}`, "aria-hidden": "true" }, face);
}
