// Which chat the address names: ?person=ID or ?group=ID, and &start=PAYLOAD for a deep link.

import { actorIn, isGroup, state } from "./store.js";

const PAYLOAD = /^[A-Za-z0-9_-]{1,64}$/;

/** The chat's id or null, and the payload of a deep link or "". */
export function read() {
  const query = new URLSearchParams(location.search);
  const chat = Number(query.get("person") ?? query.get("group") ?? Number.NaN);
  const start = query.get("start") ?? "";
  return { chat: Number.isInteger(chat) ? chat : null, start: PAYLOAD.test(start) ? start : "" };
}

export const address = (chat) => (chat === null ? "?" : `?${isGroup(chat) ? "group" : "person"}=${chat}`);

/** Where a link leads: a deep link to the bot stays on this page, with whom one is there; all else opens a window. */
export function target(url) {
  const link = URL.canParse(url) ? new URL(url) : null;
  if (link?.hostname === "t.me" && link.pathname === `/${state.bot.username}`) {
    const start = link.searchParams.get("start");
    return { href: address(actorIn(state.open)) + (start ? `&start=${encodeURIComponent(start)}` : ""), "data-go": true };
  }
  return { href: url, target: "_blank", rel: "noopener noreferrer" };
}

/** Goes to an address of this page; `onMove` of `watch` hears of it. */
export function go(to, { replace = false } = {}) {
  history[replace ? "replaceState" : "pushState"](null, "", to);
  dispatchEvent(new PopStateEvent("popstate"));
}

export function watch(onMove) {
  addEventListener("popstate", onMove);
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[data-go]");
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    go(link.getAttribute("href"));
  });
}
