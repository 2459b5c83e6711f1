// When a message came, as people say it. Times are seconds, as Telegram gives them.

import { locale, t } from "./texts.js";

const DAY = 86_400_000;
const dateOf = (seconds) => new Date(seconds * 1000);
const midnight = (date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
const daysAgo = (seconds) => Math.round((midnight(new Date()) - midnight(dateOf(seconds))) / DAY);

export const clock = (seconds) =>
  dateOf(seconds).toLocaleTimeString(locale(), { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

export const sameDay = (one, other) => dateOf(one).toDateString() === dateOf(other).toDateString();

/** 今天, 昨天, 11月23日星期一. */
export function day(seconds) {
  const ago = daysAgo(seconds);
  if (ago < 2) return t(ago === 1 ? "yesterday" : "today");
  return dateOf(seconds).toLocaleDateString(locale(), { month: "long", day: "numeric", weekday: "long" });
}

/** For the list: the time today, else the date. */
export function brief(seconds) {
  const ago = daysAgo(seconds);
  if (ago < 1) return clock(seconds);
  if (ago === 1) return t("yesterday");
  return dateOf(seconds).toLocaleDateString(locale(), { month: "numeric", day: "numeric" });
}
