import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe } from "vitest";
import { openLibsql } from "./libsql";
import { hranaServer } from "./testing/hrana-server";
import { libsqlServer, testFolder } from "./testing/servers";
import { serverSuite, startingTogether, storeSuite } from "./testing/suite";

serverSuite(libsqlServer, openLibsql);

describe("links over libSQL's protocol", () => {
  const folder = testFolder();
  let server: Awaited<ReturnType<typeof hranaServer>>;
  beforeAll(async () => {
    server = await hranaServer(join(folder, "server.db"));
  });
  afterAll(() => {
    server.stop();
    rmSync(folder, { recursive: true });
  });
  startingTogether(() => openLibsql(server.url));
  storeSuite(() => openLibsql(server.url), 15);
});
