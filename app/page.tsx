import { Explorer } from "../components/explorer";
import { exampleRequest } from "../lib/example";
import { RELEASES, releaseName } from "../lib/index";
import { exampleResult } from "../lib/server/example-result";

/** The explorer, with the bundled example already injected. */
export default async function Page() {
  const releases = RELEASES.map(releaseName).reverse();
  return <Explorer example={exampleRequest} exampleResult={await exampleResult()} releases={releases} />;
}
