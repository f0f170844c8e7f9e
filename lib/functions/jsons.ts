/** sprig's functions on JSON. */
import type { GoFunction } from "../gotemplate/function";
import { GoError } from "../source/errors";
import { ANY, STRING } from "../go/types";
import type { GoValue } from "../go/value";
import { func, named } from "./define";
import { jsonText, prettyJsonText, rawJsonText, readJson } from "./json-text";

/** The text, or "" for what JSON cannot say. */
function orEmpty(print: (value: GoValue) => string): (value: GoValue) => string {
  return (value) => {
    try {
      return print(value);
    } catch (error) {
      if (error instanceof GoError) return "";
      throw error;
    }
  };
}

function mustFromJson(text: string): GoValue {
  const { value, error } = readJson(text);
  if (error) throw error;
  return value;
}

export const jsonFunctions: readonly GoFunction[] = [
  func("fromJson", [STRING], ANY, (text: string) => readJson(text).value),
  func("mustFromJson", [STRING], ANY, mustFromJson),
  func("toJson", [ANY], STRING, orEmpty(jsonText)),
  func("mustToJson", [ANY], STRING, jsonText),
  func("toPrettyJson", [ANY], STRING, orEmpty(prettyJsonText)),
  func("mustToPrettyJson", [ANY], STRING, prettyJsonText),
  ...named(["toRawJson", "mustToRawJson"], (name) => func(name, [ANY], STRING, rawJsonText)),
];
