// One message.

import { icon, languageOf, make } from "./dom.js";
import { keys } from "./keys.js";
import { media, mediaOf, rich, summary } from "./rich.js";
import { isGroup, isOwn } from "./store.js";
import { t } from "./texts.js";
import { clock } from "./time.js";
import { avatar, senderName } from "./who.js";

/** `joined`: follows one of the same sender; `act` has onReply, onEdit, onCommand and onQuote. */
export function bubble(message, joined, act) {
  const own = isOwn(message);
  const faces = isGroup(message.chat.id) && !own;
  const name = own ? t("you") : senderName(message.from);
  const article = make("article", {
    class: ["message", own && "own", joined && "joined", faces && "with-avatar"].filter(Boolean).join(" "),
    tabindex: "-1",
    "data-id": message.message_id,
    "aria-label": `${name}, ${clock(message.date)}`,
  });
  if (faces) article.append(avatar(message.from.id, name, { small: true }));
  article.append(make("div", { class: "body" }, content(message, faces && !joined ? name : "", act), keys(message)), tools(message, own, act));
  return article;
}

function content(message, name, act) {
  const text = message.text ?? message.caption ?? "";
  const kind = mediaOf(message);
  return make(
    "div",
    { class: kind === "sticker" ? "bubble sticker" : "bubble", lang: languageOf(text) },
    name && make("span", { class: "sender" }, name),
    message.reply_to_message && quote(message.reply_to_message, act),
    kind && media(message),
    text && make("span", { class: "rich" }, ...rich(text, message.entities ?? message.caption_entities, act.onCommand)),
    make("span", { class: "meta" }, `${message.edit_date ? `${t("edited")} ` : ""}${clock(message.date)}`),
  );
}

function quote(message, act) {
  const name = isOwn(message) ? t("you") : senderName(message.from);
  return make(
    "button",
    { type: "button", class: "quote", onclick: () => act.onQuote(message.message_id) },
    make("b", {}, name),
    make("span", {}, summary(message)),
  );
}

function tools(message, own, act) {
  const tool = (name, onclick) => make("button", { type: "button", class: "quiet", title: t(name), "aria-label": t(name), onclick }, icon(name));
  return make(
    "div",
    { class: "tools" },
    tool("reply", () => act.onReply(message)),
    own && "text" in message && tool("edit", () => act.onEdit(message)),
  );
}
