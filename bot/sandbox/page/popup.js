// A button that opens a short list of choices: arrow keys move, Escape and a click elsewhere close.

import { byId } from "./dom.js";

/** `fill()` gives the choices, as buttons, each time the list opens. */
export function popup(buttonId, popupId, fill) {
  const button = byId(buttonId);
  const list = byId(popupId);
  const isOpen = () => !list.hidden;

  function show(open) {
    if (open) list.replaceChildren(...fill());
    list.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
    if (open) list.querySelector("button")?.focus();
  }

  button.addEventListener("click", () => show(!isOpen()));
  document.addEventListener("pointerdown", (event) => {
    if (isOpen() && !list.contains(event.target) && !button.contains(event.target)) show(false);
  });
  list.addEventListener("focusout", (event) => {
    if (isOpen() && event.relatedTarget && !list.contains(event.relatedTarget)) show(false);
  });
  list.addEventListener("click", (event) => event.target.closest("button") && show(false));
  list.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") {
      show(false);
      button.focus();
    } else if (step) {
      event.preventDefault();
      const choices = [...list.querySelectorAll("button")];
      const at = choices.indexOf(document.activeElement);
      choices[(at + step + choices.length) % choices.length].focus();
    }
  });
}
