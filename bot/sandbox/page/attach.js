// Files that are chosen but not sent yet: they wait above the field, where their caption is written.

import { sendFiles } from "./api.js";
import { byId, make } from "./dom.js";
import { toast } from "./notices.js";
import { size } from "./rich.js";
import { t } from "./texts.js";

const MOST = 10; // in one album
const PICTURES = ["image/png", "image/jpeg"]; // what a photo may be
const LARGEST_PICTURE = 10e6; // bytes; a larger one goes as a document

let staged = [];

/** Lets one choose files of a kind; `onChosen` when there are some. */
export function choose(kind, onChosen) {
  const accept = kind === "photo" ? PICTURES.join(",") : null;
  const input = make("input", { type: "file", multiple: true, accept, class: "hidden", id: "chooser", "aria-label": t(kind) });
  const done = () => input.remove();
  input.addEventListener("cancel", done);
  input.addEventListener("change", () => {
    stage([...input.files], kind);
    done();
    if (hasStaged()) onChosen();
  });
  byId("chooser")?.remove();
  document.body.append(input);
  input.click();
}

export function stage(files, kind) {
  if (staged.length + files.length > MOST) toast(t("too-many", { count: MOST }));
  const added = files.map((file) => ({ file, kind: kind === "photo" && isPicture(file) ? "photo" : "document" }));
  staged = [...staged, ...added].slice(0, MOST);
  draw();
}

export const hasStaged = () => staged.length > 0;

export function unstage() {
  staged = [];
  draw();
}

/** The files that waited, for `sendStaged`; none wait any longer. */
export function takeStaged() {
  const taken = staged;
  unstage();
  return taken;
}

/** Photos and documents do not share an album: photos go first, and the caption with what goes first. */
export async function sendStaged(taken, person, chat, content) {
  let below = content;
  for (const kind of ["photo", "document"]) {
    const files = taken.filter((one) => one.kind === kind).map((one) => one.file);
    if (files.length === 0) continue;
    await sendFiles(person, chat, kind, files, below);
    below = {};
  }
}

const isPicture = (file) => PICTURES.includes(file.type) && file.size <= LARGEST_PICTURE;

function draw() {
  const list = byId("staged");
  list.hidden = !hasStaged();
  list.replaceChildren(...staged.map(item));
}

function item(one) {
  const remove = make("button", { type: "button", class: "quiet", "aria-label": t("remove", { name: one.file.name }) }, "×");
  remove.addEventListener("click", () => {
    staged = staged.filter((other) => other !== one);
    draw();
    byId("text").focus();
  });
  return make("li", {}, make("span", { class: "file-name" }, one.file.name), make("small", {}, size(one.file.size)), remove);
}
