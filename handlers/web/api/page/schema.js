// Reads the schemas of an OpenAPI document.

/** The schema itself, where there is only a reference to it. */
export function resolve(api, schema) {
  const name = schema.$ref?.split("/").at(-1);
  return name ? api.components.schemas[name] : schema;
}

const alternatives = (schema) => schema.anyOf ?? schema.oneOf ?? [schema];

/** What may stand in a field, in JSON's words. */
export function kindOf(api, schema) {
  return alternatives(schema)
    .map((one) => resolve(api, one))
    .map((one) => {
      if (one.enum) return one.enum.join(" | ");
      if (one.type === "array") return `[${kindOf(api, one.items)}]`;
      return one.format ?? one.type;
    })
    .join(" | ");
}

/** Every field of an object and of the objects in it: its path, its schema, whether it must be there. */
export function fieldsOf(api, schema, prefix = "") {
  const { properties = {}, required = [] } = resolve(api, schema);
  return Object.entries(properties).flatMap(([name, field]) => {
    const path = `${prefix}${name}`;
    const within = alternatives(field).flatMap((one) => {
      const inner = resolve(api, one);
      if (inner.type === "array") return fieldsOf(api, inner.items, `${path}[].`);
      return inner.properties ? fieldsOf(api, inner, `${path}.`) : [];
    });
    return [{ path, schema: field, required: required.includes(name) }, ...within];
  });
}
