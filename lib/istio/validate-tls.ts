import { quote } from "../go/strconv";
import { GoError } from "../source/errors";
import type { ClientTLSSettings } from "./mesh-types";
import { joinErrors, type MaybeError } from "./errors";
import type { Behaviours } from "./releases";

const SIMPLE = 1;
const MUTUAL = 2;
const CONFIG_MAP = "configmap://";

/** TLS settings of a client, outside of any namespace. Mirrors ValidateTLS of pkg/config/validation/agent. */
export function tlsError(tls: ClientTLSSettings, behaviours: Behaviours): MaybeError {
  const { mode = 0, caCertificates, credentialName, subjectAltNames, clientCertificate, privateKey, caCrl } = tls;
  let errors: MaybeError;
  const add = (text: string): void => {
    errors = joinErrors(errors, new GoError(text));
  };
  if (behaviours.configMapCredentialName && credentialName?.startsWith(CONFIG_MAP)) {
    add(`invalid configmap:// credentialName: ${configMapProblem(credentialName)}`);
  }
  if (tls.insecureSkipVerify?.value) {
    if (mode === SIMPLE && (caCertificates || credentialName || subjectAltNames)) {
      add("cannot specify CaCertificates or CredentialName or SubjectAltNames when InsecureSkipVerify is set true");
    }
    if (mode === MUTUAL && (caCertificates || subjectAltNames)) {
      add("cannot specify CaCertificates or SubjectAltNames when InsecureSkipVerify is set true");
    }
  }
  if ((mode === SIMPLE || mode === MUTUAL) && credentialName) {
    const crl = behaviours.oldCredentialNameText ? "" : caCrl;
    if (clientCertificate || caCertificates || privateKey || crl) {
      const crlText = behaviours.oldCredentialNameText ? "" : " or CA CRL";
      add(`cannot specify client certificates or CA certificate${crlText} If credentialName is set`);
    }
    return errors;
  }
  if (mode === MUTUAL) {
    if (!clientCertificate) add("client certificate required for mutual tls");
    if (!privateKey) add("private key required for mutual tls");
  }
  return errors;
}

/** Without a namespace to compare with, no reference is right. Mirrors ParseResourceName of pilot/pkg/model/credentials. */
function configMapProblem(reference: string): string {
  const [namespace, name] = reference.slice(CONFIG_MAP.length).split("/");
  const missing =
    name === undefined ? "namespace and name" : namespace === "" ? "namespace" : name === "" ? "name" : "";
  if (missing) return `invalid resource name ${quote(reference)}. Expected ${missing}`;
  return `namespace must match the configuration namespace ""`;
}
