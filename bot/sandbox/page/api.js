// What a person does, told to the sandbox.

const CONTROL = "../sandbox/control";
const PATIENCE = 20; // seconds that a pressed button waits for its answer

const post = (path, body) => deliver(path, "application/json", JSON.stringify(body));

async function deliver(path, type, body) {
  const response = await fetch(`${CONTROL}/${path}`, { method: "POST", headers: { "Content-Type": type }, body });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error);
  return answer;
}

/** A text, or the `media` of a kind, from a person; into a group if `chat` is one. */
export const send = (person, chat, content) => post("messages", { person, chat, ...content });

/** Files of one kind from a person, `photo` or `document`; several are an album, with the caption on its first. */
export async function sendFiles(person, chat, kind, files, content) {
  const ids = [];
  for (const file of files) {
    const query = new URLSearchParams({ kind, name: file.name });
    ids.push((await deliver(`files?${query}`, "application/octet-stream", file)).file_id);
  }
  return post("media", { person, chat, files: ids, ...content });
}

/** Where a file of a message is: to be shown, or to be kept. */
export const pictureAt = (id) => `${CONTROL}/pictures/${encodeURIComponent(id)}`;
export const fileAt = (id) => `${CONTROL}/files/${encodeURIComponent(id)}`;

/** `written` has the text and its entities. */
export const edit = (person, chat, id, written) => post("edits", { person, chat, message_id: id, ...written });

export const setBlocked = (person, blocked) => post(`people/${person}/${blocked ? "block" : "unblock"}`, {});

/** Presses a button; resolves with the bot's answer, which has `answered` false when it gave none. */
export async function press(person, chat, id, button) {
  const pressed = await post("presses", { person, chat, message_id: id, button });
  const response = await fetch(`${CONTROL}/presses/${pressed.id}?timeout=${PATIENCE}`);
  return response.json();
}
