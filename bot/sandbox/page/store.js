// What the page knows, as the stream tells it. Whoever shows something listens to `changes`.

export const changes = new EventTarget();
const tell = (kind, detail) => changes.dispatchEvent(new CustomEvent(kind, { detail }));

const TYPING_FOR = 5500; // milliseconds: Telegram shows an action for 5 seconds

export const state = {
  people: new Map(),
  groups: new Map(),
  messages: new Map(), // chat -> Map of id -> message, in order
  unread: new Map(), // chat -> how many
  speakers: new Map(), // group -> the person that one is there
  typing: new Map(), // chat -> timer
  bot: { id: 0, username: "" },
  open: null, // the chat that is shown
};

export const chatOf = (id) => state.people.get(id) ?? state.groups.get(id);
export const isGroup = (id) => state.groups.has(id);
export const messagesOf = (chat) => [...(state.messages.get(chat)?.values() ?? [])];
export const lastOf = (chat) => messagesOf(chat).at(-1);
export const messageOf = (chat, id) => state.messages.get(chat)?.get(id);

/** The person that one is in a chat. */
export function actorIn(chat) {
  const group = state.groups.get(chat);
  return group ? (state.speakers.get(chat) ?? group.members.find((id) => state.people.has(id))) : chat;
}

export const isOwn = (message) => message.from.id === actorIn(message.chat.id);

/** How everything stands, on each connection. */
export function restore(snapshot) {
  state.messages.clear();
  for (const message of snapshot.messages) keep(message);
  restoreChats(snapshot, "all");
}

export function restoreChats(standing, kind = "chats") {
  state.bot = standing.bot;
  state.people = new Map(standing.people.map((person) => [person.id, person]));
  state.groups = new Map(standing.groups.map((group) => [group.id, group]));
  tell(kind);
}

/** A message that is new, or that changed. */
export function receive(message) {
  const chat = message.chat.id;
  const isNew = messageOf(chat, message.message_id) === undefined;
  keep(message);
  if (message.from.is_bot && isNew) stopTyping(chat);
  if (isNew && !isOwn(message) && (chat !== state.open || document.hidden)) {
    state.unread.set(chat, (state.unread.get(chat) ?? 0) + 1);
  }
  tell("message", { message, isNew });
}

/** A message that was deleted. */
export function forget(chat, id) {
  const messages = state.messages.get(chat);
  if (!messages?.delete(id)) return;
  const unread = state.unread.get(chat) ?? 0;
  if (unread > messages.size) state.unread.set(chat, messages.size);
  tell("deleted", { chat, id });
}

function keep(message) {
  const chat = message.chat.id;
  if (!state.messages.has(chat)) state.messages.set(chat, new Map());
  state.messages.get(chat).set(message.message_id, message);
}

export function startTyping(chat) {
  clearTimeout(state.typing.get(chat));
  state.typing.set(chat, setTimeout(() => stopTyping(chat), TYPING_FOR));
  tell("typing", { chat });
}

export function stopTyping(chat) {
  clearTimeout(state.typing.get(chat));
  if (state.typing.delete(chat)) tell("typing", { chat });
}

export function openChat(chat) {
  state.open = chat;
  markRead();
  tell("open");
}

/** What is on the screen counts as read. */
export function markRead() {
  if (state.open !== null && !document.hidden && state.unread.delete(state.open)) tell("chats");
}

export function speakAs(group, person) {
  state.speakers.set(group, person);
  tell("open");
}
