import type { Json } from "../../go/json-value";
import { JsonNumber } from "../../go/json-value";
import { escapeToken } from "../../patch/json-patch";
import { fixOf } from "../edits";
import { scalar } from "../json";
import type { SharedRule } from "../rule";
import { isRefused, placeInValues, rewriteInValues } from "../values-edits";

/** A number or a boolean where the values take a text: `--set` makes them of what looks like one. */
export const valueOfWrongType: SharedRule = {
  code: "IX126",
  rule: "value-of-wrong-type",
  severity: "error",
  likelihood: 97,
  references: ["#38145"],
  checkShared: (s) => {
    const { configError } = s.result;
    const got = /cannot unmarshal (number|bool) into Go value of type string/.exec(configError?.message ?? "")?.[1];
    if (got === undefined) return undefined;
    const found = scalars(s.values, "").find(
      ({ pointer, value }) => value instanceof JsonNumber === (got === "number") && isRefused(s, pointer),
    );
    const name = found?.pointer.slice(1).replaceAll("/", ".");
    const text = scalar(found?.value) ?? "";
    return {
      places: [found ? placeInValues(s, found.pointer) : configError?.at],
      en: `The value${name === undefined ? "" : ` ${name}`} is a ${got === "bool" ? "boolean" : got}${found ? ` (${text})` : ""}, and the injector takes only a text there: istiod refuses the whole ConfigMap. Helm's --set makes numbers of what looks like one; --set-string does not.`,
      zh: `值${name === undefined ? "" : ` ${name}`} 是${got === "bool" ? "布尔值" : "数字"}${found ? `(${text})` : ""},而注入器在此只接受文本:istiod 会拒绝整个 ConfigMap。Helm 的 --set 会把像数字的内容变成数字;--set-string 不会。`,
      fix: found && fixOf("Put it in quotes", "加上引号", rewriteInValues(s, found.pointer, JSON.stringify(text))),
    };
  },
};

/** The numbers and booleans of a tree, each with its pointer. */
function scalars(json: Json, pointer: string): { readonly pointer: string; readonly value: Json }[] {
  if (json instanceof Map) return [...json].flatMap(([key, value]) => scalars(value, `${pointer}/${escapeToken(key)}`));
  if (Array.isArray(json)) return json.flatMap((value, i) => scalars(value, `${pointer}/${i}`));
  return json instanceof JsonNumber || typeof json === "boolean" ? [{ pointer, value: json }] : [];
}
