import { RefusedError, type Refusal, UNREACHABLE } from "../ask";

export type Lifetime = "1h" | "1d" | "1w" | "30d" | "never";
type LinkKind = "encrypted" | "plain";

/** What the server says of a link. */
export interface LinkFacts {
  readonly id: string;
  readonly kind: LinkKind;
  readonly expiresAt: string | null;
  /** Its first reader is its last. */
  readonly burn: boolean;
  /** Absent of a link that burns, as long as it has not been read. */
  readonly content?: unknown;
}

/** A link that was made. */
export interface MadeLink extends LinkFacts {
  readonly deleteToken: string;
}

/** What links the server keeps. */
export interface AboutLinks {
  readonly enabled: boolean;
  readonly expires: readonly Lifetime[];
}

const ROOT = "/api/v1/links";

/** @throws RefusedError where the server refuses or cannot be reached; all functions here do. */
export function aboutLinks(): Promise<AboutLinks> {
  return call<AboutLinks>(ROOT);
}

/** Has the server keep something. */
export function makeLink(kind: LinkKind, content: unknown, expires: Lifetime, burn: boolean): Promise<MadeLink> {
  return call<MadeLink>(ROOT, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ kind, content, expires, burn }),
  });
}

/** A link; of one that burns not what it holds. */
export function lookAtLink(id: string): Promise<LinkFacts> {
  return call<LinkFacts>(`${ROOT}/${encodeURIComponent(id)}`);
}

/** A link with what it holds; one that burns is gone with it. */
export function takeLink(id: string): Promise<LinkFacts> {
  return call<LinkFacts>(`${ROOT}/${encodeURIComponent(id)}/read`, { method: "POST" });
}

/** Deletes a link. */
export async function deleteLink(id: string, token: string): Promise<void> {
  await call(`${ROOT}/${encodeURIComponent(id)}`, { method: "DELETE", headers: { Authorization: `Bearer ${token}` } });
}

async function call<T>(path: string, init?: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, init);
    if (response.ok) return (response.status === 204 ? undefined : await response.json()) as T;
  } catch {
    throw new RefusedError(UNREACHABLE);
  }
  const problem = await (response.json() as Promise<Refusal>).catch(() => UNREACHABLE);
  throw new RefusedError({ ...problem, status: response.status });
}
