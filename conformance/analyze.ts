import type { Json, JsonMap } from "../lib/go/json-value";
import { analyze } from "../lib/analyze";
import { canonical } from "./cases";
import { asJson } from "./match";

/** What differs from a recording of family `analyze`: what `istioctl analyze` said of files. */
export function analyzeDifferences(request: JsonMap, expected: JsonMap, text: (name: string) => string): string[] {
  const files = [...(request.get("files") as JsonMap)].map(([name, file]) => ({ name, text: text(file as string) }));
  const actual = analyze(files, {
    namespace: request.get("namespace") as string,
    meshConfig: request.get("meshConfig") as string | undefined,
    suppress: request.get("suppress") as string[] | undefined,
  });
  const messages = actual.messages.map((message) => asJson({ ...message, object: undefined }));
  const compared: [string, Json | undefined, Json | undefined][] = [
    ["parseError", expected.get("parseError"), actual.parseError],
    ["runtime", expected.get("runtime"), messages],
  ];
  return compared.flatMap(([what, e, a]) =>
    canonical(e) === canonical(a) ? [] : [`${what}\n  expected ${canonical(e)}\n  actual   ${canonical(a)}`],
  );
}
