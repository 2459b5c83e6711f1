// The messages of the open chat, kept in step with the store; scrolls along while one is at the end.

import { bubble } from "./bubble.js";
import { byId, make } from "./dom.js";
import { isGroup, isOwn, messagesOf, state } from "./store.js";
import { t } from "./texts.js";
import { day, sameDay } from "./time.js";
import { avatar } from "./who.js";

const JOINED_WITHIN = 300; // seconds
const NEAR = 80; // pixels

const log = byId("log");
const toBottom = byId("to-bottom");
let inner = make("div", { class: "log-inner" });
let act = {};
let missed = 0;

export function setUpLog(actions) {
  act = { ...actions, onQuote: show };
  toBottom.addEventListener("click", () => {
    scrollToEnd("smooth");
    log.focus({ preventScroll: true });
  });
  log.addEventListener("scroll", () => isAtEnd() && setMissed(0), { passive: true });
  log.addEventListener("scroll", showToBottom, { passive: true });
  log.addEventListener("click", pick);
  new ResizeObserver(() => pinned && scrollToEnd()).observe(log);
}

let pinned = true; // whether the end is to stay in view
const isAtEnd = () => log.scrollHeight - log.scrollTop - log.clientHeight < NEAR;

/** All messages of the open chat, anew. */
export function redraw() {
  // the region is emptied in silence: only what comes later is to be read out
  log.setAttribute("aria-live", "off");
  inner = make("div", { class: "log-inner" });
  const messages = messagesOf(state.open);
  for (const message of messages) place(message);
  if (messages.length === 0) inner.append(welcome());
  log.replaceChildren(inner);
  drawTyping();
  setMissed(0);
  scrollToEnd();
  requestAnimationFrame(() => log.setAttribute("aria-live", "polite"));
}

/** A message that came or changed. */
export function update(message, isNew) {
  if (!isNew) return replace(message);
  const follow = isAtEnd() || isOwn(message);
  inner.querySelector(".welcome")?.remove();
  inner.querySelector(".typing-row")?.remove();
  const article = place(message);
  article.classList.add("fresh");
  drawTyping();
  if (!follow) setMissed(missed + 1);
  else if (article.offsetHeight > log.clientHeight) article.scrollIntoView({ block: "start" });
  else scrollToEnd();
}

/** A message that is gone; with it the album or the day that has nothing else. */
export function remove(id) {
  const article = find(id);
  if (!article) return;
  if (messagesOf(state.open).length === 0) return redraw();
  if (article.contains(document.activeElement)) log.focus({ preventScroll: true });
  const row = article.closest(".album") ?? article;
  article.remove();
  if (row !== article && row.childElementCount > 0) return;
  row.remove();
  for (const separator of inner.querySelectorAll(".day")) {
    const next = separator.nextElementSibling;
    if (!next || next.classList.contains("day")) separator.remove();
  }
}

export function drawTyping() {
  inner.querySelector(".typing-row")?.remove();
  if (!state.typing.has(state.open)) return;
  const follow = isAtEnd();
  const dots = make("div", { class: "bubble typing" }, make("i"), make("i"), make("i"));
  inner.append(make("div", { class: "message typing-row", "aria-hidden": "true" }, dots));
  if (follow) scrollToEnd();
}

function place(message) {
  const before = messagesOf(state.open).filter((other) => other.message_id < message.message_id).at(-1);
  if (!before || !sameDay(before.date, message.date)) inner.append(make("div", { class: "day", role: "separator" }, day(message.date)));
  const article = bubble(message, isJoined(before, message), act);
  rowOf(before, message).append(article);
  return article;
}

/** Where a message goes: the pictures or documents of an album stand together. */
function rowOf(before, message) {
  const album = message.media_group_id;
  if (!album) return inner;
  const open = before?.media_group_id === album ? find(before.message_id)?.closest(".album") : null;
  if (open) return open;
  const row = make("div", { class: ["album", isOwn(message) && "own", "document" in message && "documents"].filter(Boolean).join(" "), role: "group", "aria-label": t("album") });
  inner.append(row);
  return row;
}

function isJoined(before, message) {
  return Boolean(before) && before.from.id === message.from.id && message.date - before.date < JOINED_WITHIN;
}

/** In place, and the keyboard's focus stays where it was. */
function replace(message) {
  const old = find(message.message_id);
  if (!old) return;
  const follow = isAtEnd();
  const focused = [...old.querySelectorAll(".key")].indexOf(document.activeElement);
  const hadFocus = old.contains(document.activeElement);
  const fresh = bubble(message, old.classList.contains("joined"), act);
  old.replaceWith(fresh);
  if (hadFocus) {
    const candidates = [...fresh.querySelectorAll(".key")];
    (candidates[Math.min(focused, candidates.length - 1)] ?? fresh).focus({ preventScroll: true });
  }
  if (follow) scrollToEnd();
}

const find = (id) => inner.querySelector(`[data-id="${id}"]`);

/** Scrolls to a message that was quoted. */
function show(id) {
  const article = find(id);
  if (!article) return;
  article.scrollIntoView({ block: "center", behavior: "smooth" });
  article.classList.add("flash");
  article.addEventListener("animationend", () => article.classList.remove("flash"), { once: true });
}

/** A touch on a bubble shows its tools, where no mouse hovers. */
function pick(event) {
  if (event.target.closest("button, a")) return;
  const article = event.target.closest(".bubble")?.closest(".message");
  for (const other of inner.querySelectorAll(".picked")) if (other !== article) other.classList.remove("picked");
  article?.classList.toggle("picked");
}

function scrollToEnd(behavior = "instant") {
  pinned = true;
  log.scrollTo({ top: log.scrollHeight, behavior });
  setMissed(0);
}

function showToBottom() {
  pinned = isAtEnd();
  toBottom.hidden = pinned;
}

function setMissed(count) {
  missed = count;
  byId("to-bottom-count").textContent = count || "";
}

function welcome() {
  const group = isGroup(state.open);
  const text = group ? t("group-welcome", { name: state.bot.username }) : t("welcome-text");
  const face = avatar(state.bot.id, "");
  return make("div", { class: "welcome" }, face, make("h3", {}, t("welcome-title")), make("p", {}, text));
}
