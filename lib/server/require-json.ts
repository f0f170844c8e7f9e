import { ProblemError } from "./problem";

/** @throws ProblemError 415 unless a request's Content-Type says that its body is JSON in UTF-8. */
export function requireJson(type: string | null | undefined): void {
  const [media = "", ...parameters] = (type ?? "").split(";").map((part) => part.trim().toLowerCase());
  const charset = parameters.find((parameter) => parameter.startsWith("charset="));
  if (media === "application/json" && (!charset || /^charset="?utf-?8"?$/.test(charset))) return;
  throw new ProblemError({
    status: 415,
    title: "Unsupported media type",
    detail: "Send the request as application/json in UTF-8.",
  });
}
