import { type NextRequest, NextResponse } from "next/server";

/**
 * Gives each page its Content-Security-Policy. Next.js writes the page's data into inline scripts, which only a nonce lets through
 * without allowing every inline script; it finds the nonce in the request's own header.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID());
  const framed = /^\/embed(?:\/|$)/.test(request.nextUrl.pathname);
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === "development", framed);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("Content-Security-Policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  return response;
}

/** @param framed for a page that any other may show in a frame. */
function contentSecurityPolicy(nonce: string, development: boolean, framed: boolean): string {
  return [
    "default-src 'self'",
    // React's development build rebuilds stack traces with eval; production needs none.
    `script-src 'self' 'nonce-${nonce}'${development ? " 'unsafe-eval'" : ""}`,
    // The editor measures and colours its lines with style elements and attributes.
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self'",
    "img-src 'self' data:",
    "worker-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${framed ? "*" : "'none'"}`,
  ].join("; ");
}

/** Pages only: bodies of API requests must reach their handlers unread, and files need no nonce. */
export const config = { matcher: ["/((?!api/|_next/|healthz|readyz|.*\\.).*)"] };
