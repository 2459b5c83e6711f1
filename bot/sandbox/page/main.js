// Puts the page together: texts, the stream, and who is shown.

import { byId } from "./dom.js";
import { drawList } from "./list.js";
import { listen } from "./live.js";
import { drawTyping, remove, update } from "./log.js";
import { go, read, watch } from "./route.js";
import { changes, chatOf, markRead, openChat, state } from "./store.js";
import { drawFoot, drawHead, drawTalk, setUpTalk } from "./talk.js";
import { currentLanguage, preferredLanguage, speak } from "./texts.js";

const DESK = matchMedia("(min-width: 760px)");

/** Opens the chat that the address names; on a desk, where there is room, the first one if it names none. */
function follow() {
  const { chat } = read();
  const first = DESK.matches ? (state.people.keys().next().value ?? null) : null;
  openChat(chat !== null && chatOf(chat) ? chat : first);
}

async function switchLanguage() {
  await speak(currentLanguage() === "zh" ? "en" : "zh");
  drawList();
  drawTalk();
}

function redrawChats() {
  drawList();
  drawHead();
  drawFoot();
}

function onMessage({ detail: { message, isNew } }) {
  drawList();
  if (message.chat.id === state.open) update(message, isNew);
}

function onDeleted({ detail: { chat, id } }) {
  drawList();
  if (chat === state.open) remove(id);
}

function onTyping({ detail: { chat } }) {
  drawList();
  if (chat !== state.open) return;
  drawHead();
  drawTyping();
}

function goToTop(event) {
  event.preventDefault();
  go("?");
}

await speak(preferredLanguage());
setUpTalk();
watch(follow);
changes.addEventListener("all", follow);
changes.addEventListener("chats", redrawChats);
changes.addEventListener("message", onMessage);
changes.addEventListener("deleted", onDeleted);
changes.addEventListener("typing", onTyping);
changes.addEventListener("open", () => {
  drawList();
  drawTalk();
});
document.addEventListener("visibilitychange", markRead);
byId("language").addEventListener("click", switchLanguage);
byId("back").addEventListener("click", goToTop);
listen((online) => (byId("offline").hidden = online));
