/** The part of JSON Schema (2020-12) that the API is described with. */
export interface Schema {
  readonly type?: SchemaType | readonly SchemaType[];
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  /** Whether there may be others than `properties`, or what they are. */
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly anyOf?: readonly Schema[];
  readonly default?: unknown;
  readonly $ref?: string;
}

type SchemaType = "null" | "boolean" | "number" | "integer" | "string" | "array" | "object";

/** Where a value breaks its schema. */
export interface Violation {
  /** JSON pointer. */
  readonly field: string;
  /** Says what is expected, never what was sent. */
  readonly message: string;
}

/**
 * The first place where plain JSON data breaks a schema, undefined when it fits.
 * `definitions` are what `$ref: "#/components/schemas/<name>"` names.
 */
export function violation(
  schema: Schema,
  value: unknown,
  definitions: Readonly<Record<string, Schema>> = {},
  field = "",
): Violation | undefined {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.slice(schema.$ref.lastIndexOf("/") + 1);
    return violation(definitions[name]!, value, definitions, field);
  }
  if (schema.anyOf) {
    const found = schema.anyOf.map((option) => violation(option, value, definitions, field));
    if (found.includes(undefined)) return undefined;
    // The alternative that got further says more: a field inside it is wrong, not its type.
    return found.reduce((best, next) => (next!.field.length > best!.field.length ? next : best)) ?? undefined;
  }
  const types = typeof schema.type === "string" ? [schema.type] : schema.type;
  if (types && !types.some((type) => isOfType(value, type))) return { field, message: `must be ${named(types)}` };
  if (schema.enum && !schema.enum.includes(value)) {
    return { field, message: `must be one of ${schema.enum.map((option) => JSON.stringify(option)).join(", ")}` };
  }
  if (schema.const !== undefined && value !== schema.const)
    return { field, message: `must be ${JSON.stringify(schema.const)}` };
  if (typeof value === "string" && schema.pattern !== undefined && !new RegExp(schema.pattern, "u").test(value)) {
    return { field, message: `must match ${schema.pattern}` };
  }
  if (typeof value === "number" && schema.minimum !== undefined && value < schema.minimum) {
    return { field, message: `must be at least ${schema.minimum}` };
  }
  if (Array.isArray(value)) return itemsViolation(schema, value, definitions, field);
  if (typeof value === "object" && value !== null) return propertiesViolation(schema, value, definitions, field);
  return undefined;
}

function itemsViolation(
  schema: Schema,
  value: readonly unknown[],
  definitions: Readonly<Record<string, Schema>>,
  field: string,
): Violation | undefined {
  const { minItems = 0, maxItems = Infinity } = schema;
  if (value.length < minItems || value.length > maxItems) return { field, message: "has the wrong number of items" };
  for (const [i, item] of value.entries()) {
    const itemSchema = schema.prefixItems?.[i] ?? schema.items;
    const found = itemSchema && violation(itemSchema, item, definitions, `${field}/${i}`);
    if (found) return found;
  }
  return undefined;
}

function propertiesViolation(
  schema: Schema,
  value: object,
  definitions: Readonly<Record<string, Schema>>,
  field: string,
): Violation | undefined {
  for (const name of schema.required ?? []) {
    if (!Object.hasOwn(value, name)) return { field: `${field}/${escaped(name)}`, message: "is required" };
  }
  for (const [name, item] of Object.entries(value)) {
    const known = schema.properties && Object.hasOwn(schema.properties, name) ? schema.properties[name] : undefined;
    const others = schema.additionalProperties;
    if (!known && others === false) return { field: `${field}/${escaped(name)}`, message: "is not a known field" };
    const form = known ?? (typeof others === "object" ? others : undefined);
    const found = form && violation(form, item, definitions, `${field}/${escaped(name)}`);
    if (found) return found;
  }
  return undefined;
}

function isOfType(value: unknown, type: SchemaType): boolean {
  switch (type) {
    case "null":
      return value === null;
    case "array":
      return Array.isArray(value);
    case "object":
      return typeof value === "object" && value !== null && !Array.isArray(value);
    case "integer":
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}

function named(types: readonly SchemaType[]): string {
  return types
    .map((type) => (type === "null" ? "null" : `${"aeiou".includes(type[0]!) ? "an" : "a"} ${type}`))
    .join(" or ");
}

/** One step of a JSON pointer (RFC 6901). */
function escaped(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}
