// Writing: a new message, a reply, a change of an earlier one.

import { edit, send } from "./api.js";
import { hasStaged, sendStaged, stage, takeStaged, unstage } from "./attach.js";
import { byId } from "./dom.js";
import { marked, written } from "./marks.js";
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
  field.addEventListener("paste", onPaste);
  byId("context-cancel").addEventListener("click", () => {
    clear();
    field.focus();
  });
}

/** Leaves a chat's draft and takes up another's. */
export function switchDraft(from, to) {
  if (from !== null && !edited) drafts.set(from, field.value);
  clear();
  unstage();
  write(drafts.get(to) ?? "");
}

export function replyTo(message) {
  clear();
  reply = message;
  showContext(t("replying", { name: isOwn(message) ? t("you") : senderName(message.from) }), summary(message));
}

export function editOwn(message) {
  clear();
  unstage();
  edited = message;
  write(marked(message.text, message.entities));
  showContext(t("editing"), message.text);
  byId("send").setAttribute("aria-label", t("save"));
}

/** Sends something other than what stands in the field; says so when it cannot. */
export const sendContent = (content) => attempt((chat) => send(actorIn(chat), chat, content));

async function attempt(act) {
  try {
    await act(state.open);
    return true;
  } catch (error) {
    toast(t("failed", { text: error.message }));
    return false;
  }
}

async function submit() {
  const text = field.value.trim();
  if (!text && !hasStaged()) return;
  const [before, target, change, files] = [field.value, reply, edited, takeStaged()];
  clear();
  write("");
  drafts.delete(state.open);
  field.focus();
  if (change) await saveChange(change, text);
  else if (!(await attempt((chat) => sendWritten(chat, text, files, target)))) restore(before, files);
}

function sendWritten(chat, source, files, target) {
  const person = actorIn(chat);
  const { text, entities } = written(source);
  if (files.length === 0) return send(person, chat, { text, entities, reply_to: target?.message_id });
  return sendStaged(files, person, chat, { caption: text, entities, reply_to: target?.message_id });
}

/** What could not be sent is not lost. */
function restore(text, files) {
  if (!field.value) write(text);
  for (const { file, kind } of files) stage([file], kind);
}

async function saveChange(message, source) {
  const now = written(source);
  if (source === marked(message.text, message.entities)) return;
  await attempt(() => edit(message.from.id, message.chat.id, message.message_id, now));
}

function onPaste(event) {
  const files = [...event.clipboardData.files];
  if (files.length === 0 || edited) return;
  event.preventDefault();
  stage(files, "photo");
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
