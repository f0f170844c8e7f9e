import { Explorer } from "../components/explorer";
import { exampleRequest } from "../lib/example";
import { RELEASE_NAMES } from "./release-names";
import { exampleResult } from "../lib/server/example-result";

/** The explorer, with the bundled example already injected. */
export default async function Page() {
  return <Explorer example={exampleRequest} exampleResult={await exampleResult()} releases={RELEASE_NAMES} />;
}
