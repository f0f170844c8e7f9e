import fc from "fast-check";
import { parse, parseAllDocuments, stringify } from "yaml";
import { describe, expect, test } from "vitest";
import { examples } from "../example/all";
import type { LinkContent } from "./content";
import { findSecrets, maskOf, maskSecrets } from "./secrets";

const EMPTY = { workload: "", injector: "", mesh: "", proxyConfigs: "", namespaces: "", webhooks: "", live: "" };
const JWT = `eyJhbGciOiJSUzI1NiJ9.${"eyJpc3MiOiJrdWJlcm5ldGVzIn0"}.c2lnbmF0dXJlLW9mLWl0`;

/** What is found in a workload text, as kind, name, line and text. */
function found(workload: string) {
  return findSecrets({ ...EMPTY, workload }).map(
    ({ kind, name, line, start, end }) => [kind, name, line, workload.slice(start, end)] as const,
  );
}

function masked(workload: string): string {
  const texts: LinkContent["texts"] = { ...EMPTY, workload };
  return maskSecrets(texts, findSecrets(texts)).workload;
}

const container = (rest: string) => `kind: Pod\nspec:\n  containers:\n  - name: app\n${rest}`;

describe("what is found", () => {
  test("all that Secret objects hold, in lists and in JSON, too", () => {
    const secret = `apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\ndata:\n  user: YWRtaW4=\nstringData:\n  note: "plain"\n  key: |\n    one\n    two\n`;
    expect(found(secret)).toEqual([
      ["secretObject", "user", 6, "YWRtaW4="],
      ["secretObject", "note", 8, "plain"],
      ["secretObject", "key", 10, "    one\n    two\n"],
    ]);
    const json = JSON.stringify({ kind: "List", items: [{ kind: "Secret", data: { user: "YWRtaW4=" } }] }, null, 2);
    expect(found(json)).toEqual([["secretObject", "user", 7, "YWRtaW4="]]);
  });

  test("Secrets that kubectl remembers in an annotation", () => {
    const applied = JSON.stringify({ kind: "Secret", data: { user: "YWRtaW4=" } });
    const block = `kind: Secret\nmetadata:\n  annotations:\n    kubectl.kubernetes.io/last-applied-configuration: |\n      ${applied}\n`;
    expect(found(block)).toEqual([["secretObject", "user", 5, "YWRtaW4="]]);
    const quoted = JSON.stringify({ metadata: { annotations: { last: applied } } });
    expect(found(quoted).map(([, , , text]) => text)).toEqual(["YWRtaW4="]);
  });

  test("registry credentials", () => {
    const auths = JSON.stringify({ auths: { "registry.example": { auth: "dXNlcjpwYXNz", password: "hunter22" } } });
    const secret = `kind: Secret\ntype: kubernetes.io/dockerconfigjson\ndata:\n  .dockerconfigjson: eyJhdXRocyI6e319\n`;
    expect(found(secret)).toEqual([["registry", ".dockerconfigjson", 4, "eyJhdXRocyI6e319"]]);
    expect(
      found(`kind: ConfigMap\ndata:\n  config.json: '${auths}'\n`).map(([kind, , , text]) => [kind, text]),
    ).toEqual([
      ["registry", "dXNlcjpwYXNz"],
      ["password", "hunter22"],
    ]);
  });

  test.each([
    ["    env:\n    - name: DB_PASSWORD\n      value: hunter2\n", "DB_PASSWORD", "hunter2"],
    ['    env:\n    - name: DB_PASSWORD_1\n      value: "hunter 2" # mine\n', "DB_PASSWORD_1", "hunter 2"],
    ["    env:\n    - value: hunter2\n      name: clientSecret\n", "clientSecret", "hunter2"],
    ["    env:\n    - {name: API_TOKEN, value: abcd-1234}\n", "API_TOKEN", "abcd-1234"],
    [
      "    env:\n    - name: AWS_SECRET_ACCESS_KEY\n      value: wJalrXUtnFEMI/K7MDENG\n",
      "AWS_SECRET_ACCESS_KEY",
      "wJalrXUtnFEMI/K7MDENG",
    ],
    ["    args: [serve, --password=hunter2]\n", "password", "hunter2"],
    ["    args:\n    - --api-key\n    - hunter2\n", "api-key", "hunter2"],
    ['    command: ["sh", "-c", "export PGPASSWORD=hunter2 && run"]\n', "PGPASSWORD", "hunter2"],
    ["  accessToken: abcdef\n", "accessToken", "abcdef"],
    ['  note: \'{"accessToken": "abcdef"}\'\n', "accessToken", "abcdef"],
  ])("a value with a secret's name: %j", (text, name, value) => {
    expect(found(container(text)).map(([kind, ...rest]) => [kind, rest[0], rest[2]])).toEqual([
      ["password", name, value],
    ]);
  });

  test.each([
    ["token", JWT],
    ["token", `ghp_${"a1B2".repeat(9)}`],
    ["token", "AKIAIOSFODNN7EXAMPLE"],
    ["token", "xoxb-123456789012-abcdef"],
  ])("a %s by its form, wherever it stands", (kind, text) => {
    expect(found(container(`    args: ["x=${text}"]\n`)).map((one) => [one[0], one[3]])).toEqual([[kind, text]]);
    expect(found(`broken: [\n  # ${text}\n`).map((one) => [one[0], one[3]])).toEqual([[kind, text]]);
  });

  test("what follows Bearer or Basic, and the password of an address", () => {
    expect(found("a: Authorization: Bearer abcDEF0123456789xyz\n").map((one) => one[3])).toEqual([
      "abcDEF0123456789xyz",
    ]);
    expect(found("a: 'Authorization: Basic dXNlcjpwYXNz'\n").map((one) => one[3])).toEqual(["dXNlcjpwYXNz"]);
    expect(found("dsn: postgres://app:hunter2@db:5432/x\n").map((one) => one[3])).toEqual(["hunter2"]);
  });

  test("private keys, with real and with escaped line ends", () => {
    const key = `-----BEGIN RSA PRIVATE KEY-----\n    MIIEvAIBADAN\n    BgkqhkiG9w0B\n    -----END RSA PRIVATE KEY-----`;
    expect(found(`a: |\n    ${key}\n`)).toEqual([["privateKey", "", 2, key]]);
    const escaped = key.replaceAll("\n    ", "\\n");
    expect(found(`a: "${escaped}"\n`)).toEqual([["privateKey", "", 1, escaped]]);
  });

  test("copies of a long one, in other texts, too", () => {
    const value = "correct-horse-battery";
    const secrets = findSecrets({
      ...EMPTY,
      workload: `password: ${value}\nnote: it is ${value}\n`,
      mesh: `# ${value}\n`,
    });
    expect(secrets.map(({ text, line }) => [text, line])).toEqual([
      ["workload", 1],
      ["workload", 2],
      ["mesh", 1],
    ]);
  });

  test("copies in whatever else is shared: the other situation, a text beside both", () => {
    const value = "correct-horse-battery";
    const texts = { workload: `password: ${value}\n`, "other mesh": `a: ${value}\n`, lesson: `Look at \`${value}\`.` };
    const secrets = findSecrets(texts);
    expect(secrets.map(({ text, line }) => [text, line])).toEqual([
      ["workload", 1],
      ["other mesh", 1],
      ["lesson", 1],
    ]);
    expect(JSON.stringify(maskSecrets(texts, secrets))).not.toContain(value);
    expect(findSecrets({ lesson: "Set `DB_PASSWORD=hunter2hunter2` first." })).toHaveLength(1);
  });
});

describe("what is none", () => {
  test.each([
    "  serviceAccountName: token-reader\n  automountServiceAccountToken: true\n",
    "  volumes:\n  - name: istio-token\n    projected:\n      sources:\n      - serviceAccountToken:\n          path: istio-token\n          audience: istio-ca\n          expirationSeconds: 43200\n",
    "  imagePullSecrets:\n  - name: regcred\n",
    "    env:\n    - name: DB_PASSWORD\n      valueFrom:\n        secretKeyRef:\n          name: db-credentials\n          key: password\n",
    '    env:\n    - name: TOKEN_PATH\n      value: /var/run/secrets/tokens/istio-token\n    - name: JWT_POLICY\n      value: third-party-jwt\n    - name: API_TOKEN\n      value: $(OTHER)\n    - name: API_TOKEN\n      value: /var/run/token\n    - name: SECRET_TTL\n      value: 24h\n    - name: USE_TOKEN\n      value: "true"\n',
    "    args: [--token-file=/etc/token, --secret-name=db-credentials, --tokens=5]\n",
    "  volumes:\n  - secret:\n      secretName: db-credentials\n",
    "  image: https://registry.example/app@sha256:0123456789abcdef\n",
    "  # Basic authentication and bearer authentication-of-tokens are off\n",
    "  password: {{ .Values.password }}\n",
    "  url: https://grafana.example/d/abc?token=\n",
  ])("%j", (rest) => expect(found(`kind: Pod\nspec:\n${rest}`)).toEqual([]));

  test("certificates, public keys, and a ConfigMap's data", () => {
    expect(
      found(
        "kind: ConfigMap\ndata:\n  root-cert.pem: |\n    -----BEGIN CERTIFICATE-----\n    MIID\n    -----END CERTIFICATE-----\n",
      ),
    ).toEqual([]);
  });

  test("anything in the bundled examples", () => {
    for (const [id, request] of Object.entries(examples)) {
      const { workload, injector, mesh = "" } = request;
      expect([id, findSecrets({ ...EMPTY, workload, injector: injector as string, mesh })]).toEqual([id, []]);
    }
  });
});

describe("masking", () => {
  test("keeps lines, notation and what stands around, and tells only about how long it was", () => {
    expect(
      masked('kind: Secret\ndata:\n  a: "YWRtaW4=" # of the database\n  b: |\n    one\n\n    two and more\n'),
    ).toBe('kind: Secret\ndata:\n  a: "xxxxxxxx" # of the database\n  b: |\n    xxxxxxxx\n\n    xxxxxxxxxxxxxxxx\n');
    expect(maskOf("12345678")).toBe(maskOf("1"));
    expect(maskOf("-----BEGIN PRIVATE KEY-----\n  abc\n  -----END PRIVATE KEY-----")).toBe(
      "-----BEGIN PRIVATE KEY-----\n  xxxxxxxx\n  -----END PRIVATE KEY-----",
    );
  });

  test("only what is asked for", () => {
    const texts = { ...EMPTY, workload: "password: hunter2\ntoken: hunter33\n" };
    expect(maskSecrets(texts, findSecrets(texts).slice(1)).workload).toBe("password: hunter2\ntoken: xxxxxxxx\n");
  });

  test("leaves YAML that reads the same but for the masked values, and nothing to find again", () => {
    const value = fc.oneof(
      fc.string({ minLength: 1, maxLength: 40 }),
      fc.base64String({ minLength: 4, maxLength: 200 }),
      fc.array(fc.stringMatching(/^[ -~]{0,30}$/), { maxLength: 4 }).map((lines) => lines.join("\n")),
    );
    fc.assert(
      fc.property(
        fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), value, { maxKeys: 4 }),
        fc.boolean(),
        (data, json) => {
          const secret = { kind: "Secret", metadata: { name: "db" }, data };
          const text = json ? JSON.stringify(secret) : stringify(secret);
          const after = parse(masked(text), { uniqueKeys: false }) as typeof secret;
          expect(parseAllDocuments(masked(text))).toHaveLength(1);
          expect(Object.keys(after.data ?? {})).toEqual(Object.keys(data));
          for (const [key, old] of Object.entries(data)) {
            if (old.trim() !== "")
              expect(String(after.data[key]).replace(/[\sx]|-----(?:BEGIN|END)[ A-Z]*-----/g, "")).toBe("");
          }
          expect(findSecrets({ ...EMPTY, workload: masked(text) })).toEqual([]);
        },
      ),
    );
  });
});
