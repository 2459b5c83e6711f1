// What a person does, told to the sandbox.

const CONTROL = "../sandbox/control";
const PATIENCE = 20; // seconds that a pressed button waits for its answer

async function post(path, body) {
  const response = await fetch(`${CONTROL}/${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error);
  return answer;
}

/** A text, or the `media` of a kind, from a person; into a group if `chat` is one. */
export const send = (person, chat, content) => post("messages", { person, chat, ...content });

export const edit = (person, chat, id, text) => post("edits", { person, chat, message_id: id, text });

export const setBlocked = (person, blocked) => post(`people/${person}/${blocked ? "block" : "unblock"}`, {});

/** Presses a button; resolves with the bot's answer, which has `answered` false when it gave none. */
export async function press(person, chat, id, button) {
  const pressed = await post("presses", { person, chat, message_id: id, button });
  const response = await fetch(`${CONTROL}/presses/${pressed.id}?timeout=${PATIENCE}`);
  return response.json();
}
