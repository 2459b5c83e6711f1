// Formatting as one types it: **bold**, __italic__, ~~struck~~, ||hidden||, `code`, ```block```, [words](https://...).

const PAIRS = { "```": "pre", "**": "bold", __: "italic", "~~": "strikethrough", "||": "spoiler", "`": "code" };
const FOUND = /```([^]+?)```|`([^`\n]+)`|(\*\*|__|~~|\|\|)(?=\S)([^]*?\S)\3|\[([^\]\n]+)\]\((https?:\/\/[^\s)]+)\)/;

/** What stands around a style; a link's end has its address. */
export const MARKS = Object.fromEntries(Object.entries(PAIRS).map(([mark, kind]) => [kind, mark]));

/** The text without its marks, and the entities that they stood for, in Telegram's order. */
export function written(source) {
  const entities = [];
  const text = read(source, 0, entities);
  entities.sort((a, b) => a.offset - b.offset || b.length - a.length);
  return entities.length > 0 ? { text, entities } : { text };
}

function read(source, start, entities) {
  const match = FOUND.exec(source);
  if (!match) return source;
  const [whole, block, code, mark, styled, words, url] = match;
  const before = source.slice(0, match.index);
  const offset = start + before.length;
  const inner = block ?? code ?? read(styled ?? words, offset, entities);
  const type = url ? "text_link" : PAIRS[mark ?? (block ? "```" : "`")];
  entities.push({ type, offset, length: inner.length, ...(url && { url }) });
  return before + inner + read(source.slice(match.index + whole.length), offset + inner.length, entities);
}

/** The other way, for a text that is to be changed. */
export function marked(text, entities = []) {
  const known = entities.filter(({ type }) => type in MARKS || type === "text_link");
  const edges = known.flatMap((entity) => {
    const end = entity.offset + entity.length;
    const [opening, closing] = entity.type === "text_link" ? ["[", `](${entity.url})`] : [MARKS[entity.type], MARKS[entity.type]];
    // at one place what ends comes before what begins, the innermost ends first and the outermost begins first
    return [
      { at: entity.offset, rank: [1, -entity.length], mark: opening },
      { at: end, rank: [0, entity.length], mark: closing },
    ];
  });
  edges.sort((a, b) => a.at - b.at || a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1]);
  let [result, from] = ["", 0];
  for (const { at, mark } of edges) {
    result += text.slice(from, at) + mark;
    from = at;
  }
  return result + text.slice(from);
}
