// Text with entities -> elements. Offsets are UTF-16 units, as in JavaScript's own strings.

import { fileAt, pictureAt } from "./api.js";
import { icon, make } from "./dom.js";
import { target } from "./route.js";
import { t } from "./texts.js";

const SAFE = /^(https?|tg|mailto):/i;

const PLAIN = {
  bold: "b",
  italic: "i",
  underline: "u",
  strikethrough: "s",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
  expandable_blockquote: "blockquote",
};

const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]); // they break the line by themselves

/** The text as a list of nodes; `onCommand` is called with a command that is clicked. */
export function rich(text, entities = [], onCommand = null) {
  return span(text, [...entities], 0, text.length, onCommand);
}

/** Nodes for text[from, to); takes its entities off the front of the list, which is in Telegram's order. */
function span(text, entities, from, to, onCommand) {
  const nodes = [];
  let at = from;
  while (entities.length > 0 && entities[0].offset < to) {
    const entity = entities.shift();
    if (entity.offset < at) continue;
    const end = Math.min(entity.offset + entity.length, to);
    const before = text.slice(at, entity.offset);
    const children = span(text, entities, entity.offset, end, onCommand);
    const block = BLOCKS.has(entity.type);
    nodes.push(block ? before.replace(/\n$/, "") : before);
    nodes.push(element(entity, text.slice(entity.offset, end), children, onCommand));
    at = block && text[end] === "\n" ? end + 1 : end;
  }
  nodes.push(text.slice(at, to));
  return nodes.filter((node) => node !== "");
}

function element(entity, shown, children, onCommand) {
  if (entity.type in PLAIN) return make(PLAIN[entity.type], {}, ...children);
  if (entity.type === "url") return link(/^[a-z]+:/i.test(shown) ? shown : `http://${shown}`, children);
  if (entity.type === "text_link") return link(entity.url, children);
  if (entity.type === "email") return link(`mailto:${shown}`, children);
  if (entity.type === "bot_command" && onCommand) {
    return make("button", { type: "button", class: "command", onclick: () => onCommand(shown) }, ...children);
  }
  if (entity.type === "spoiler") return spoiler(children);
  if (entity.type === "mention" || entity.type === "hashtag") return make("span", { class: entity.type }, ...children);
  return make("span", {}, ...children);
}

function link(address, children) {
  if (!SAFE.test(address)) return make("span", {}, ...children);
  return make("a", target(address), ...children);
}

function spoiler(children) {
  const hidden = make("button", { type: "button", class: "spoiler", "aria-label": t("spoiler") }, make("span", {}, ...children));
  hidden.addEventListener("click", () => {
    hidden.replaceWith(make("span", { class: "spoiler shown" }, ...hidden.firstChild.childNodes));
  });
  return hidden;
}

const MEDIA = ["voice", "photo", "document", "location", "sticker"];

/** The kind of a message that is no text: voice, photo, document, location, sticker, or "". */
export const mediaOf = (message) => MEDIA.find((kind) => kind in message) ?? "";

/** What a message says in one line, for lists and quotes. */
export function summary(message) {
  const kind = mediaOf(message);
  const words = (message.text ?? message.caption ?? "").replace(/\s+/g, " ").slice(0, 140);
  if (!kind) return words;
  const label = kind === "sticker" ? `${message.sticker.emoji} ${t(kind)}` : (message.document?.file_name ?? t(kind));
  return words ? `${label} · ${words}` : label;
}

/** Bytes as people read them. */
export function size(bytes) {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1e6 ? `${Math.round(bytes / 1000)} KB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

function photo({ file_id: id, width, height }) {
  return make("img", { class: "photo", src: pictureAt(id), width, height, alt: t("photo") });
}

function document({ file_id: id, file_name: name, file_size: bytes }) {
  const label = make("span", {}, make("span", { class: "file-name" }, name), make("small", {}, size(bytes)));
  const link = { class: "media document", href: fileAt(id), download: name, "aria-label": `${t("download", { name })}, ${size(bytes)}` };
  return make("a", link, make("span", { class: "disc" }, icon("file")), label);
}

/** A picture, a document, or what stands in for a voice, a place. */
export function media(message) {
  const kind = mediaOf(message);
  if (kind === "sticker") return make("span", { class: "sticker-face", role: "img", "aria-label": t(kind) }, message.sticker.emoji);
  if (kind === "photo") return photo(message.photo.at(-1));
  if (kind === "document") return document(message.document);
  const note = kind === "voice" ? `0:${String(message.voice.duration).padStart(2, "0")}` : "";
  const label = make("span", {}, t(kind), note && make("small", {}, note));
  return make("div", { class: "media" }, make("span", { class: "disc" }, icon(kind)), label);
}
