// Makes elements; text only ever goes in as text.

export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** A table with these headings; cells are texts or nodes, `ids` names the rows. */
export function table(headings, rows, ids = []) {
  const head = make("tr", {}, ...headings.map((heading) => make("th", { scope: "col" }, heading)));
  const body = rows.map((cells, at) =>
    make("tr", ids[at] ? { id: ids[at] } : {}, ...cells.map((cell) => make("td", {}, cell))),
  );
  return make("div", { class: "table", tabindex: "0" }, make("table", {}, make("thead", {}, head), make("tbody", {}, ...body)));
}
