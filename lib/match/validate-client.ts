import { goUrl, type GoUrl } from "../functions/urls";
import { toldError } from "../source/errors";
import { invalid, required } from "./field-errors";
import { subdomainErrors } from "./names";
import type { Webhook } from "./types";

type ClientConfig = NonNullable<Webhook["clientConfig"]>;
type Service = NonNullable<ClientConfig["service"]>;

/** How the API server is to reach a webhook. Mirrors ValidateWebhookURL and ValidateWebhookService of k8s.io/apiserver/pkg/util/webhook. */
export function clientErrors({ url, service }: ClientConfig, at: string): string[] {
  const hasUrl = url !== undefined && url !== null;
  if (hasUrl === Boolean(service)) return [required(at, "exactly one of url or service is required")];
  return hasUrl ? urlErrors(url, `${at}.url`) : serviceErrors(service!, `${at}.service`);
}

const FORM = "; desired format: https://host[/path]";

function urlErrors(text: string, at: string): string[] {
  let url: GoUrl;
  try {
    url = goUrl(text);
  } catch (failure) {
    return [required(at, `url must be a valid URL: ${toldError(failure).message}${FORM}`)];
  }
  const { scheme, host, user, fragment, query } = url;
  const errors: string[] = [];
  if (scheme !== "https") errors.push(invalid(at, scheme, `'https' is the only allowed URL scheme${FORM}`));
  if (host === "") errors.push(invalid(at, host, `host must be specified${FORM}`));
  if (user !== undefined) errors.push(invalid(at, user, "user information is not permitted in the URL"));
  if (fragment !== "") errors.push(invalid(at, fragment, "fragments are not permitted in the URL"));
  if (query !== "") errors.push(invalid(at, query, "query parameters are not permitted in the URL"));
  return errors;
}

function serviceErrors({ name = "", namespace = "", path, port }: Service, at: string): string[] {
  const errors: string[] = [];
  // The API server's own caller gives the two in the wrong order, so each is told as the other.
  if (namespace === "") errors.push(required(`${at}.name`));
  if (name === "") errors.push(required(`${at}.namespace`));
  if (port === undefined || port === null || port < 1 || port > 65535)
    errors.push(invalid(`${at}.port`, port ?? 0, "port is not valid: must be between 1 and 65535, inclusive"));
  if (path === undefined || path === null || path === "/" || path === "") return errors;
  const wrong = (detail: string) => errors.push(invalid(`${at}.path`, path, detail));
  if (path === "//") wrong("segment[0] may not be empty");
  if (path === "//") return errors;
  if (!path.startsWith("/")) wrong("must start with a '/'");
  const steps = path.slice(1).replace(/\/$/, "").split("/");
  for (const [index, step] of steps.entries()) {
    if (step === "") wrong(`segment[${index}] may not be empty`);
    else for (const error of subdomainErrors(step)) wrong(`segment[${index}]: ${error}`);
  }
  return errors;
}
