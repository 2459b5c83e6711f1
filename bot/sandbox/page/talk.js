// The open chat around its messages: who one is, the start button, the menus.

import { setBlocked } from "./api.js";
import { choose } from "./attach.js";
import { editOwn, replyTo, sendContent, setUpComposer, switchDraft } from "./composer.js";
import { byId, icon, make } from "./dom.js";
import { setUpFormat } from "./format.js";
import { redraw, setUpLog } from "./log.js";
import { toast } from "./notices.js";
import { popup } from "./popup.js";
import { address, go, read } from "./route.js";
import { actorIn, isGroup, speakAs, state } from "./store.js";
import { t } from "./texts.js";
import { avatar, roleOf } from "./who.js";

const MEDIA = ["sticker", "voice", "location"];
const FILES = ["photo", "file"];
const MOUSE = matchMedia("(pointer: fine)"); // where focus brings up no keyboard on the screen
let shown = null;

export function setUpTalk() {
  setUpLog({ onReply: replyTo, onEdit: editOwn, onCommand: (text) => sendContent({ text }) });
  setUpComposer();
  setUpFormat();
  popup("menu", "menu-popup", commandChoices);
  popup("attach", "attach-popup", mediaChoices);
  popup("more", "more-menu", moreChoices);
  byId("start").addEventListener("click", start);
  byId("speaker").addEventListener("change", (event) => speakAs(state.open, Number(event.target.value)));
}

/** Head, messages and foot of the chat that is open. */
export function drawTalk() {
  byId("app").dataset.view = state.open === null ? "list" : "talk";
  if (state.open === null) return;
  if (shown !== state.open) switchDraft(shown, state.open);
  shown = state.open;
  drawHead();
  drawFoot();
  redraw();
}

export function drawHead() {
  const chat = state.open;
  const group = state.groups.get(chat);
  const person = state.people.get(chat);
  if (!group && !person) return;
  const typing = state.typing.has(chat);
  const standing = group ? t("members", { count: group.members.length }) : [t("as", { name: person.name }), roleOf(person)].filter(Boolean).join(" · ");
  byId("talk-avatar").replaceChildren(group ? avatar(chat, group.title) : avatar(state.bot.id, ""));
  byId("talk-title").textContent = group ? group.title : t("title");
  byId("talk-subtitle").textContent = typing ? `${t("typing")}…` : standing;
  byId("talk-subtitle").classList.toggle("active", typing);
  byId("more").hidden = Boolean(group);
}

/** Where one writes; before one has started, or while one blocks the bot, a single button. */
export function drawFoot() {
  const person = state.people.get(state.open);
  const blocked = Boolean(person?.blocked);
  const closed = Boolean(person) && (!person.started || blocked || Boolean(read().start));
  const begun = document.activeElement === byId("start") && !closed;
  byId("start").hidden = !closed;
  byId("start").textContent = t(blocked ? "restart" : "start");
  byId("blocked-note").hidden = !blocked;
  byId("composer").hidden = closed;
  byId("menu").hidden = commands().length === 0;
  drawSpeakers();
  if (begun && MOUSE.matches) byId("text").focus();
}

function drawSpeakers() {
  const group = state.groups.get(state.open);
  byId("speaker-row").hidden = !group;
  if (!group) return;
  const people = group.members.map((id) => state.people.get(id)).filter(Boolean);
  byId("speaker").replaceChildren(...people.map((person) => make("option", { value: person.id }, person.name)));
  byId("speaker").value = actorIn(state.open);
}

/** The button of someone who has not begun, came by a deep link, or blocked the bot. */
async function start() {
  const person = state.people.get(state.open);
  const payload = read().start;
  if (person.blocked) await setBlocked(person.id, false);
  if (!(await sendContent({ text: payload ? `/start ${payload}` : "/start" }))) return;
  go(address(state.open), { replace: true });
}

const commands = () => state.people.get(actorIn(state.open))?.menus[state.open] ?? [];

function commandChoices() {
  const suffix = isGroup(state.open) ? `@${state.bot.username}` : "";
  return commands().map(({ command, description }) =>
    choice([make("span", {}, description), make("span", { class: "command-name" }, `/${command}`)], () => {
      sendContent({ text: `/${command}${suffix}` });
      byId("text").focus();
    }),
  );
}

function mediaChoices() {
  const files = FILES.map((kind) => choice([icon(kind), t(kind)], () => choose(kind, () => byId("text").focus())));
  return [...files, ...MEDIA.map((kind) => choice([icon(kind), t(kind)], () => sendContent({ media: kind })))];
}

function moreChoices() {
  const person = state.people.get(state.open);
  return [choice([t(person.blocked ? "unblock" : "block")], () => change(person))];
}

async function change(person) {
  try {
    await setBlocked(person.id, !person.blocked);
  } catch (error) {
    toast(t("failed", { text: error.message }));
  }
}

const choice = (content, onclick) => make("button", { type: "button", onclick }, ...content);
