import { openRedis } from "./redis";
import { redisServer } from "./testing/servers";
import { serverSuite } from "./testing/suite";

serverSuite(redisServer, openRedis);
