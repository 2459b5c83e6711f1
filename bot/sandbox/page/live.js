// Hears what happens, and connects again by itself when the line breaks.

import { forget, receive, restore, restoreChats, startTyping } from "./store.js";

const PAUSE = 1500; // milliseconds

/** `onLine(true)` when connected, `onLine(false)` when the connection broke. */
export function listen(onLine) {
  const source = new EventSource("stream");
  const on = (kind, act) => source.addEventListener(kind, (event) => act(JSON.parse(event.data)));
  on("snapshot", (snapshot) => {
    onLine(true);
    restore(snapshot);
  });
  on("message", receive);
  on("deleted", ({ chat, message_id: id }) => forget(chat, id));
  on("chats", (standing) => restoreChats(standing));
  on("menus", (standing) => restoreChats(standing));
  on("typing", ({ chat, action }) => action !== "cancel" && startTyping(chat));
  source.onerror = () => {
    onLine(false);
    // some browsers give up when nobody answers
    if (source.readyState === EventSource.CLOSED) setTimeout(() => listen(onLine), PAUSE);
  };
}
