import { expect, test } from "vitest";
import { parseJson } from "../go/json";
import { decode } from "./decode";
import { misfit } from "./misfit";
import { typesOf } from "./types";

const pod = typesOf(30).get("k8s.io/api/core/v1.Pod");

test.each([
  ['{"metadata": {"labels": {"a": "b", "c": true}}}', "metadata labels c", "cannot unmarshal bool"],
  ['{"metadata": {"labels": "x"}}', "metadata labels", "cannot unmarshal string"],
  [
    '{"spec": {"containers": [{}, {"ENV": [{"value": 1}]}]}}',
    "spec containers 1 ENV 0 value",
    "cannot unmarshal number",
  ],
  [
    '{"spec": {"volumes": [{"emptyDir": {"sizeLimit": "1x"}}]}}',
    "spec volumes 0 emptyDir sizeLimit",
    "quantities must match",
  ],
  // A quantity ends the decoding with its own error, whatever was wrong before.
  ['{"metadata": {"name": 1}, "spec": {"overhead": {"cpu": "y"}}}', "spec overhead cpu", "quantities must match"],
  ['{"spec": {"hostNetwork": "no"}, "metadata": {"name": 1}}', "spec hostNetwork", "cannot unmarshal string"],
  ['["a"]', "", "cannot unmarshal array"],
])("of %s is %s", (text, path, message) => {
  expect(() => decode(pod, parseJson(text))).toThrow(message);
  expect(misfit(pod, parseJson(text)).join(" ")).toBe(path);
});
