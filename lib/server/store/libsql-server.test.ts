import { openLibsql } from "./libsql";
import { libsqlServer } from "./testing/servers";
import { serverSuite } from "./testing/suite";

serverSuite(libsqlServer, openLibsql);
