/** The page's own Content-Security-Policy carries a nonce for each request and is set in proxy.ts. */
const headers = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "no-referrer" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=(), payment=(), usb=()" },
];

/** Nothing of this may stand in another page; /embed is made for that. */
const unframed = [
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
];
const framed = [{ key: "Cross-Origin-Resource-Policy", value: "cross-origin" }];

/** Answers that are data: nothing in them may ever run. */
const dataPolicy = { key: "Content-Security-Policy", value: "default-src 'none'; frame-ancestors 'none'" };

/** @type {import("next").NextConfig} */
const config = {
  output: "standalone",
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` checks the types, of tests and scripts too; whoever starts the server need not wait for that again.
  typescript: { ignoreBuildErrors: true },
  headers: async () => [
    { source: "/:path*", headers },
    { source: "/:path((?!embed(?:/|$)).*)", headers: unframed },
    { source: "/embed/:path*", headers: framed },
    { source: "/api/:path*", headers: [dataPolicy] },
  ],
};

export default config;
