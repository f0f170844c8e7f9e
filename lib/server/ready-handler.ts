import { exampleBody } from "./example-result";
import type { Pool } from "./pool";
import { problemResponse } from "./problem";

/** Answers `GET /readyz`: injects the bundled example in a worker and looks at what came out. */
export async function handleReady(pool: Pick<Pool, "run">): Promise<Response> {
  try {
    const text = new TextDecoder().decode(await pool.run(exampleBody()));
    const result = JSON.parse(text) as { objects?: { decision?: { inject?: boolean }; error?: unknown }[] };
    const [object] = result.objects ?? [];
    if (object?.decision?.inject && !object.error)
      return Response.json({ status: "ready" }, { headers: { "Cache-Control": "no-store" } });
  } catch {
    // Told below.
  }
  return problemResponse(
    { status: 503, title: "Not ready", detail: "The bundled example could not be injected.", retryAfter: 1 },
    crypto.randomUUID(),
  );
}
