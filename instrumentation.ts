/** Runs once when the server starts: links that expired while it was away leave the disk now, and others when their time comes. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { processLinks } = await import("./lib/server/links/service");
  processLinks();
}
