// The page's own texts, in one of two languages.

const KEY = "parkbot-language";
let texts = {};
let language = "zh";

export const currentLanguage = () => language;
export const locale = () => (language === "zh" ? "zh-CN" : "en-GB");

/** A text, with {name} and the like put in. */
export function t(key, values = {}) {
  const text = texts[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/** The language chosen before, or else the browser's. */
export function preferredLanguage() {
  const chosen = localStorage.getItem(KEY);
  if (chosen === "zh" || chosen === "en") return chosen;
  return navigator.languages.some((code) => code.toLowerCase().startsWith("zh")) ? "zh" : "en";
}

/** Loads a language and puts its texts into the page. */
export async function speak(wanted) {
  const response = await fetch(`texts/${wanted}`);
  texts = await response.json();
  language = wanted;
  localStorage.setItem(KEY, wanted);
  document.documentElement.lang = wanted === "zh" ? "zh-Hans" : "en";
  for (const element of document.querySelectorAll("[data-text]")) element.textContent = t(element.dataset.text);
  for (const element of document.querySelectorAll("[data-label]")) {
    const label = t(element.dataset.label);
    element.setAttribute("aria-label", label);
    if (element.tagName === "BUTTON" || element.tagName === "A") element.title = label;
  }
  for (const element of document.querySelectorAll("[data-placeholder]")) {
    element.placeholder = t(element.dataset.placeholder);
  }
}
