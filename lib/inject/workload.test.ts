import { describe, expect, it } from "vitest";
import { parseJson } from "../go/json";
import type { JsonMap } from "../go/json-value";
import { kindOf } from "./workload";

describe("the kind of an object", () => {
  const kind = (text: string) => kindOf(parseJson(text) as JsonMap);

  it("is a pod's where nothing speaks against it", () => {
    expect(kind('{"kind":"Job"}')).toBe("Job");
    expect(kind("{}")).toBe("Pod");
    expect(kind('{"apiVersion":"v1","Spec":{}}')).toBe("Pod");
    expect(kind('{"spec":{"containers":[]},"other":1}')).toBe("Pod");
    expect(kind('{"global":{"hub":"h"}}')).toBe("");
  });
});
