import { openPostgres } from "./postgres";
import { postgresServer } from "./testing/servers";
import { serverSuite } from "./testing/suite";

serverSuite(postgresServer, openPostgres);
