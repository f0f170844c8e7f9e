import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { type AddressInfo } from "node:net";
import Database from "libsql";

/**
 * libSQL's protocol over HTTP (Hrana 2: streams with batons, statements, batches with conditions, sequences), over a database in a file. It
 * stands in where there is no sqld: what goes over the wire is real, the server's own promises are not.
 */
export async function hranaServer(file: string): Promise<{ url: string; stop(): void }> {
  const streams = new Map<string, Stream>();
  let batons = 0;
  // One stream writes at a time, and SQLite would hold the only thread while another waits for it.
  let holder: Stream | undefined;
  const waiting: (() => void)[] = [];

  const pipeline = async ({ baton, requests }: Pipeline) => {
    const stream = (baton && streams.get(baton)) || { db: new Database(file), texts: new Map() };
    if (baton) streams.delete(baton);
    while (holder && holder !== stream) await new Promise<void>((resolve) => waiting.push(resolve));
    let closed = false;
    const results = requests.map((request) => {
      if (request.type === "close") closed = true;
      return answered(() => ({ type: request.type, result: run(stream, request) }), "response");
    });
    if (closed) stream.db.close();
    holder = !closed && stream.db.inTransaction ? stream : undefined;
    if (!holder) for (const next of waiting.splice(0)) next();
    const next = closed ? null : String(++batons);
    if (next) streams.set(next, stream);
    return { baton: next, base_url: null, results };
  };

  const server = createServer((request, response) => {
    const path = request.url!;
    if (request.method === "GET") return void response.writeHead(path === "/v2" ? 200 : 404).end();
    void bodyOf(request)
      .then((body) => pipeline(JSON.parse(body) as Pipeline))
      .then((answer) =>
        response
          .writeHead(200, { "Content-Type": "application/json" })
          .end(JSON.stringify(answer, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value))),
      );
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, stop: () => void (server.close(), server.closeAllConnections()) };
}

interface Stream {
  readonly db: Database.Database;
  /** Statements that a client sends once and then names. */
  readonly texts: Map<number, string>;
}
interface Statement {
  readonly sql?: string;
  readonly sql_id?: number;
  readonly args?: readonly Value[];
}
interface Value {
  readonly type: "null" | "integer" | "float" | "text" | "blob";
  readonly value?: string | number;
  readonly base64?: string;
}
interface Condition {
  readonly type: "ok" | "error" | "not" | "and" | "or" | "is_autocommit";
  readonly step?: number;
  readonly cond?: Condition;
  readonly conds?: readonly Condition[];
}
interface Step {
  readonly condition?: Condition | null;
  readonly stmt: Statement;
}
interface HranaRequest {
  readonly type: string;
  readonly stmt?: Statement;
  readonly batch?: { readonly steps: readonly Step[] };
  readonly sql?: string;
  readonly sql_id?: number;
}
interface Pipeline {
  readonly baton: string | null;
  readonly requests: readonly HranaRequest[];
}

function run(stream: Stream, { type, stmt, batch, sql, sql_id: id = 0 }: HranaRequest): unknown {
  if (type === "execute") return execute(stream, stmt!);
  if (type === "batch") return executeBatch(stream, batch!.steps);
  if (type === "sequence") stream.db.exec(sql ?? stream.texts.get(id)!);
  if (type === "store_sql") stream.texts.set(id, sql!);
  return undefined;
}

function executeBatch(stream: Stream, steps: readonly Step[]) {
  const results: unknown[] = [];
  const errors: unknown[] = [];
  const holds = (condition: Condition): boolean => {
    const { type, step = -1, cond, conds = [] } = condition;
    if (type === "ok") return results[step] !== null;
    if (type === "error") return errors[step] !== null;
    if (type === "not") return !holds(cond!);
    if (type === "is_autocommit") return !stream.db.inTransaction;
    return type === "and" ? conds.every(holds) : conds.some(holds);
  };
  for (const { condition, stmt } of steps) {
    const outcome = !condition || holds(condition) ? answered(() => execute(stream, stmt), "result") : {};
    results.push("result" in outcome ? outcome.result : null);
    errors.push("error" in outcome ? outcome.error : null);
  }
  return { step_results: results, step_errors: errors };
}

function execute({ db, texts }: Stream, { sql, sql_id: id = 0, args = [] }: Statement) {
  const statement = db.prepare(sql ?? texts.get(id)!);
  const values = args.map(valueOf);
  if (!statement.reader) {
    const { changes, lastInsertRowid } = statement.run(...values);
    return { cols: [], rows: [], affected_row_count: changes, last_insert_rowid: String(lastInsertRowid) };
  }
  const cols = statement.columns().map(({ name }) => ({ name, decltype: null }));
  const rows = (statement.raw(true).all(...values) as unknown[][]).map((row) => row.map(encoded));
  return { cols, rows, affected_row_count: 0, last_insert_rowid: null };
}

function answered(run: () => unknown, name: string): Record<string, unknown> {
  try {
    return { type: "ok", [name]: run() };
  } catch (error) {
    const { message, code = "SQLITE_ERROR" } = error as { message: string; code?: string };
    return { type: "error", error: { message, code } };
  }
}

function valueOf({ type, value, base64 }: Value): unknown {
  if (type === "null") return null;
  if (type === "integer") return BigInt(value!);
  return type === "blob" ? Buffer.from(base64!, "base64") : value;
}

function encoded(value: unknown): Value {
  if (value === null) return { type: "null" };
  if (typeof value === "bigint" || Number.isInteger(value)) return { type: "integer", value: String(value) };
  if (typeof value === "number") return { type: "float", value };
  if (typeof value === "string") return { type: "text", value };
  return { type: "blob", base64: Buffer.from(value as Uint8Array).toString("base64") };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks).toString();
}
