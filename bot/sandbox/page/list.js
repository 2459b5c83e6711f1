// The people that one can be, and the groups.

import { byId, make } from "./dom.js";
import { summary } from "./rich.js";
import { address } from "./route.js";
import { isOwn, lastOf, state } from "./store.js";
import { t } from "./texts.js";
import { brief } from "./time.js";
import { avatar, roleOf, senderName } from "./who.js";

export function drawList() {
  const rows = [
    ...[...state.people.values()].map((person) => row(person.id, person.name, roleOf(person))),
    ...[...state.groups.values()].map((group) => row(group.id, group.title, t("members", { count: group.members.length }))),
  ];
  const focused = byId("list").contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
  byId("list").replaceChildren(...rows);
  if (focused) byId("list").querySelector(`a[href="${focused}"]`)?.focus();
  const unread = [...state.unread.values()].reduce((sum, count) => sum + count, 0);
  document.title = (unread ? `(${unread}) ` : "") + t("title");
}

function row(chat, name, role) {
  const last = lastOf(chat);
  const unread = state.unread.get(chat) ?? 0;
  const current = chat === state.open ? "page" : null;
  const badge = unread ? make("span", { class: "badge", role: "img", "aria-label": t("unread", { count: unread }) }, String(unread)) : null;
  return make(
    "li",
    {},
    make(
      "a",
      { href: address(chat), "data-go": true, "aria-current": current },
      avatar(chat, name),
      make(
        "span",
        { class: "who" },
        make("span", { class: "line" }, make("span", { class: "name" }, name), make("span", { class: "when" }, last ? brief(last.date) : "")),
        make("span", { class: "line" }, make("span", { class: "role" }, role)),
        make("span", { class: "line" }, preview(chat, last), badge),
      ),
    ),
  );
}

function preview(chat, last) {
  if (state.typing.has(chat)) return make("span", { class: "preview dots-text" }, `${t("typing")}…`);
  if (!last) return null;
  const name = isOwn(last) ? t("you") : last.chat.type === "supergroup" && senderName(last.from);
  return make("span", { class: "preview" }, name && make("b", {}, t("said", { name })), summary(last));
}
