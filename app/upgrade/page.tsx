import { Upgrade } from "../../components/upgrade/upgrade";
import { RELEASE_NAMES } from "../release-names";
import { exampleFleet } from "../../lib/example/fleet";
import { exampleFleetResult } from "../../lib/server/example-fleet";

/** What an upgrade changes on which workload, with a small fleet already compared. */
export default function UpgradePage() {
  return <Upgrade request={exampleFleet} {...exampleFleetResult()} releases={RELEASE_NAMES} />;
}
