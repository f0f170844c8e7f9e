import { formatFloat } from "../../go/strconv";
import { sortStrings } from "../../go/strings";
import type { FieldDescriptor, MessageDescriptor, MessageNode } from "./descriptor";
import { enumName, isSet } from "./print";

/**
 * A message in protobuf's text format on one line: `seconds:61`, `proxy_metadata:{key:"A" value:"1"}`. Go puts one space or two between
 * fields, the same throughout one build of istiod; here it is one.
 * Mirrors String of generated messages: prototext.MarshalOptions.Format.
 */
export function textFormat(message: MessageDescriptor, node: MessageNode): string {
  const parts: string[] = [];
  for (const field of message.fields) {
    const value = node[field.json];
    if (!isSet(field, value)) continue;
    const write = (item: unknown) => parts.push(`${field.name}:${single(field, item)}`);
    if (field.repeated) (value as unknown[]).forEach(write);
    else if (field.isMap) {
      const map = value as Map<string, unknown>;
      for (const key of sortStrings(map.keys())) {
        parts.push(`${field.name}:{key:${quoted(key)} value:${single(field, map.get(key))}}`);
      }
    } else write(value);
  }
  return parts.join(" ");
}

function single(field: FieldDescriptor, value: unknown): string {
  switch (field.kind) {
    case "message":
      return `{${textFormat(field.message, value as MessageNode)}}`;
    case "enum":
      return enumName(field, value as number) ?? String(value);
    case "string":
      return quoted(value as string);
    case "double":
      return double(value as number);
    default:
      return String(value);
  }
}

function double(value: number): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  return formatFloat(value, "g", -1, 64);
}

const SHORT: ReadonlyMap<string, string> = new Map([
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
  ['"', '\\"'],
  ["\\", "\\\\"],
]);

/** Mirrors appendString of google.golang.org/protobuf/internal/encoding/text. */
function quoted(text: string): string {
  return `"${text.replace(/[\u0000-\u001f"\\\u007f-\u009f]/g, escape)}"`;
}

function escape(c: string): string {
  const code = c.charCodeAt(0);
  return (
    SHORT.get(c) ??
    (code < 0x80 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`)
  );
}
