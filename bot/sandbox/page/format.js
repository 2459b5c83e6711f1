// The bar that appears while words in the field are chosen: it puts marks around them.

import { byId, icon, make } from "./dom.js";
import { MARKS } from "./marks.js";
import { t } from "./texts.js";

const STYLES = { bold: "B", italic: "I", strikethrough: "S", spoiler: "▒", code: "<>" };
const KEYS = { b: "bold", i: "italic" };
const ADDRESS = "https://";

const field = byId("text");
const bar = byId("format");

export function setUpFormat() {
  document.addEventListener("selectionchange", show);
  field.addEventListener("select", show);
  field.addEventListener("blur", (event) => bar.contains(event.relatedTarget) || hide());
  field.addEventListener("keydown", (event) => {
    const style = (event.ctrlKey || event.metaKey) && KEYS[event.key.toLowerCase()];
    if (!style || !chosen()) return;
    event.preventDefault();
    wrap(MARKS[style], MARKS[style]);
  });
  bar.addEventListener("keydown", (event) => event.key === "Escape" && field.focus());
  // the field keeps its focus, and with it the choice
  bar.addEventListener("pointerdown", (event) => event.preventDefault());
}

const chosen = () => field.selectionStart !== field.selectionEnd;

function show() {
  if (document.activeElement !== field) return;
  if (!chosen()) return hide();
  if (!bar.hidden) return;
  const styles = Object.entries(STYLES).map(([style, face]) => button(style, face, () => wrap(MARKS[style], MARKS[style])));
  bar.replaceChildren(...styles, button("link", icon("link"), link));
  bar.hidden = false;
}

function hide() {
  bar.hidden = true;
}

const label = (name) => t(name === "spoiler" ? "hidden" : name);
const button = (name, face, onclick) => make("button", { type: "button", class: `quiet format-${name}`, "aria-label": label(name), title: label(name), onclick }, face);

/** The words stay chosen, so that a second style can be given to them. */
function wrap(before, after) {
  const { selectionStart: start, selectionEnd: end, value } = field;
  field.setRangeText(before + value.slice(start, end) + after, start, end);
  settle(start + before.length, end + before.length);
}

/** What is chosen next is the address, to be written. */
function link() {
  const { selectionStart: start, selectionEnd: end, value } = field;
  field.setRangeText(`[${value.slice(start, end)}](${ADDRESS})`, start, end);
  settle(end + 3 + ADDRESS.length, end + 3 + ADDRESS.length);
}

function settle(start, end) {
  field.focus();
  field.setSelectionRange(start, end);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
