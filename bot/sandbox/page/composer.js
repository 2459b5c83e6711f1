// Writing: a new message, a reply, a change of an earlier one.

import { edit, send } from "./api.js";
import { byId } from "./dom.js";
import { toast } from "./notices.js";
import { summary } from "./rich.js";
import { actorIn, isOwn, messagesOf, state } from "./store.js";
import { t } from "./texts.js";
import { senderName } from "./who.js";

const field = byId("text");
const drafts = new Map(); // chat -> text that is not sent yet
let reply = null;
let edited = null;

export function setUpComposer() {
  byId("composer").addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  field.addEventListener("input", grow);
  field.addEventListener("keydown", onKey);
  byId("context-cancel").addEventListener("click", () => {
    clear();
    field.focus();
  });
}

/** Leaves a chat's draft and takes up another's. */
export function switchDraft(from, to) {
  if (from !== null && !edited) drafts.set(from, field.value);
  clear();
  write(drafts.get(to) ?? "");
}

export function replyTo(message) {
  clear();
  reply = message;
  showContext(t("replying", { name: isOwn(message) ? t("you") : senderName(message.from) }), summary(message));
}

export function editOwn(message) {
  clear();
  edited = message;
  write(message.text);
  showContext(t("editing"), message.text);
  byId("send").setAttribute("aria-label", t("save"));
}

/** Sends something other than what stands in the field; says so when it cannot. */
export async function sendContent(content) {
  const chat = state.open;
  try {
    await send(actorIn(chat), chat, content);
    return true;
  } catch (error) {
    toast(t("failed", { text: error.message }));
    return false;
  }
}

async function submit() {
  const text = field.value.trim();
  if (!text) return;
  const [before, target, change] = [field.value, reply, edited];
  clear();
  write("");
  drafts.delete(state.open);
  field.focus();
  if (change) await saveChange(change, text);
  else if (!(await sendContent({ text, reply_to: target?.message_id })) && !field.value) write(before);
}

async function saveChange(message, text) {
  if (text === message.text) return;
  try {
    await edit(message.from.id, message.chat.id, message.message_id, text);
  } catch (error) {
    toast(t("failed", { text: error.message }));
  }
}

function onKey(event) {
  // Enter also ends the choice of a Chinese character: that one is not ours
  if (event.isComposing || event.keyCode === 229) return;
  if (event.key === "Enter" && !event.shiftKey) {
    event.preventDefault();
    submit();
  } else if (event.key === "Escape" && (reply || edited)) {
    clear();
  } else if (event.key === "ArrowUp" && !field.value) {
    const own = messagesOf(state.open).findLast((message) => isOwn(message) && "text" in message);
    if (own) {
      event.preventDefault();
      editOwn(own);
    }
  }
}

function clear() {
  if (edited) write("");
  reply = edited = null;
  byId("context").hidden = true;
  byId("send").setAttribute("aria-label", t("send"));
}

function showContext(title, text) {
  byId("context").hidden = false;
  byId("context-title").textContent = title;
  byId("context-text").textContent = text;
  field.focus();
}

function write(text) {
  field.value = text;
  grow();
}

function grow() {
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight + 2}px`;
}
