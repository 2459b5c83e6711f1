// Shows openapi.json for people.

import { make, table } from "./dom.js";
import { fieldsOf, kindOf } from "./schema.js";

const KEY = "parkbot-language";
const byId = (id) => document.getElementById(id);
let language = preferred();
let texts = {};

function preferred() {
  const chosen = localStorage.getItem(KEY);
  if (chosen === "zh" || chosen === "en") return chosen;
  return navigator.languages.some((code) => code.toLowerCase().startsWith("zh")) ? "zh" : "en";
}

async function json(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}

function fields(api, schema) {
  const rows = fieldsOf(api, schema).map((field) => [
    make("code", {}, field.path),
    make("code", {}, kindOf(api, field.schema)),
    meaning(field.schema.description ?? "", field.required),
  ]);
  return table([texts.field, texts.kind, texts.meaning], rows);
}

function meaning(text, required) {
  return make("span", {}, required ? make("strong", {}, `${texts.required} · `) : null, text);
}

function parameters(list) {
  const rows = list.map((one) => [make("code", {}, one.name), meaning(one.description, one.required)]);
  return table([texts.field, texts.meaning], rows);
}

function answers(responses) {
  const rows = Object.entries(responses).map(([status, one]) => [make("code", {}, status), one.description]);
  return table([texts.status, texts.meaning], rows);
}

/** A command for the terminal that calls the operation. */
function command(path, method, body) {
  const base = new URL(".", location.href).href.replace(/\/api\/$/, "");
  const lines = [`curl -X ${method.toUpperCase()} ${base}${path.replace("{id}", "1")}`, '-H "Authorization: Bearer $TOKEN"'];
  if (body) {
    const data = JSON.stringify(body.example, null, 2).replaceAll("'", "'\\''");
    lines.push('-H "Idempotency-Key: $(cat /proc/sys/kernel/random/uuid)"', '-H "Content-Type: application/json"', `-d '${data}'`);
  }
  return make("pre", { tabindex: "0" }, lines.join(" \\\n  "));
}

function heading(text) {
  return make("h3", {}, text);
}

function operation(api, path, method, one) {
  const body = one.requestBody?.content["application/json"];
  const answered = Object.values(one.responses).find((response) => response.content["application/json"]);
  return make(
    "section",
    { id: one.operationId },
    make("h2", {}, make("span", { class: "method" }, method.toUpperCase()), make("code", {}, path), make("span", {}, one.summary)),
    make("p", {}, one.description),
    make("p", { class: "soft" }, api.components.securitySchemes.token.description),
    heading(texts.try),
    command(path, method, body),
    heading(texts.headers),
    parameters(one.parameters),
    ...(body ? [heading(texts.body), fields(api, body.schema)] : []),
    heading(texts.answers),
    answers(one.responses),
    heading(texts.fields),
    fields(api, answered.content["application/json"].schema),
  );
}

function problems(api) {
  const rows = api["x-problems"].map((one) => [make("code", {}, one.key), make("code", {}, String(one.status)), one.title]);
  return make(
    "section",
    {},
    make("h2", {}, texts.problems),
    make("p", {}, texts["problem-intro"]),
    table([texts.kind, texts.status, texts.meaning], rows, api["x-problems"].map((one) => one.key)),
    fields(api, { $ref: "#/components/schemas/ProblemBody" }),
  );
}

function label() {
  document.documentElement.lang = language === "zh" ? "zh-Hans" : "en";
  document.title = texts.title;
  for (const element of document.querySelectorAll("[data-text]")) element.textContent = texts[element.dataset.text];
}

async function show() {
  texts = await json(`docs/texts/${language}`);
  label();
  try {
    const api = await json(`openapi.json?language=${language}`);
    const operations = Object.entries(api.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, one]) => operation(api, path, method, one)),
    );
    byId("operations").replaceChildren(...operations, problems(api));
    byId("failed").hidden = true;
  } catch (error) {
    byId("failed").hidden = false;
    console.warn(error);
  }
}

byId("language").addEventListener("click", async () => {
  language = language === "zh" ? "en" : "zh";
  localStorage.setItem(KEY, language);
  await show();
});

await show();
if (location.hash) location.replace(location.hash);
