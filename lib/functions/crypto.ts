/** sprig's functions on keys, passwords and random texts. What is random cannot be computed; all else is. */
import type { GoFunction } from "../gotemplate/function";
import { GoError, GoPanic } from "../source/errors";
import { byteLength, fromBytes, toBytes } from "../go/strings";
import { ANY_SLICE, type GoField, type GoType, INT, STRING, UINT32 } from "../go/types";
import type { Int } from "../go/value";
import { decryptCbc } from "./aes";
import { type Decoded, decodeBase64 } from "../go/base-encodings";
import { func } from "./define";
import { hmacSha256, scrypt } from "./hashes";
import { checkSlice } from "./panics";
import { cannotCompute } from "./unsupported";

const RANDOM = "its result is random";

const TEMPLATES: Readonly<Record<string, string>> = {
  maximum: "anoxxxxxxxxxxxxxxxxx axxxxxxxxxxxxxxxxxno",
  long:
    "CvcvnoCvcvCvcv CvcvCvcvnoCvcv CvcvCvcvCvcvno CvccnoCvcvCvcv CvccCvcvnoCvcv CvccCvcvCvcvno CvcvnoCvccCvcv " +
    "CvcvCvccnoCvcv CvcvCvccCvcvno CvcvnoCvcvCvcc CvcvCvcvnoCvcc CvcvCvcvCvccno CvccnoCvccCvcv CvccCvccnoCvcv " +
    "CvccCvccCvcvno CvcvnoCvccCvcc CvcvCvccnoCvcc CvcvCvccCvccno CvccnoCvcvCvcc CvccCvcvnoCvcc CvccCvcvCvccno",
  medium: "CvcnoCvc CvcCvcno",
  short: "Cvcn",
  basic: "aaanaaan aannaaan aaannaaa",
  pin: "nnnn",
};
const CHARACTERS: Readonly<Record<string, string>> = {
  V: "AEIOU",
  C: "BCDFGHJKLMNPQRSTVWXYZ",
  v: "aeiou",
  c: "bcdfghjklmnpqrstvwxyz",
  A: "AEIOUBCDFGHJKLMNPQRSTVWXYZ",
  a: "AEIOUaeiouBCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz",
  n: "0123456789",
  o: "@&%?,=[]_:-+*$#!'^~;()/.",
  x: "AEIOUaeiouBCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz0123456789!@#$%^&*()",
};
const SEED = "com.lyndir.masterpassword";

function concat(...parts: (Uint8Array | string | number)[]): Uint8Array {
  const bytes: number[] = [];
  for (const part of parts) {
    if (typeof part === "number") bytes.push(part >>> 24, (part >>> 16) & 255, (part >>> 8) & 255, part & 255);
    else bytes.push(...(typeof part === "string" ? toBytes(part) : part));
  }
  return Uint8Array.from(bytes);
}

/** sprig's derivePassword (the Master Password algorithm): the same password from the same inputs. */
function derivePassword(counter: Int, kind: string, password: string, user: string, site: string): string {
  const templates = Object.hasOwn(TEMPLATES, kind) ? TEMPLATES[kind]!.split(" ") : undefined;
  if (!templates) return `cannot find password template ${kind}`;
  const key = scrypt(toBytes(password), concat(SEED, byteLength(user), user), 32768, 8, 2, 64);
  const seed = hmacSha256(key, concat(SEED, byteLength(site), site, Number(counter)));
  const template = templates[seed[0]! % templates.length]!;
  return [...template]
    .map((c, i) => {
      const choice = CHARACTERS[c]!;
      return choice[seed[i + 1]! % choice.length];
    })
    .join("");
}

const MOST_BCRYPT = 72;

function bcrypt(password: string, name: string): string {
  if (byteLength(password) > MOST_BCRYPT) {
    return "failed to encrypt string with bcrypt: bcrypt: password length exceeds 72 bytes";
  }
  throw cannotCompute(name, RANDOM);
}

function corrupt(decoded: Decoded): Uint8Array {
  if (typeof decoded === "number") throw new GoError(`illegal base64 data at input byte ${decoded}`);
  return decoded;
}

/** sprig's decryptAES. Throws GoError for bad base64 and GoPanic for texts that are no encrypted blocks. */
function decryptAes(password: string, text: string): string {
  if (text === "") return "";
  const key = new Uint8Array(32);
  key.set(toBytes(password).subarray(0, 32));
  const bytes = corrupt(decodeBase64(text));
  if (bytes.length < 16) {
    // The decoder's buffer is as long as the padded text could be: cutting within it is allowed, whatever it holds.
    const capacity = Math.floor(byteLength(text) / 4) * 3;
    if (capacity < 16) throw new GoPanic(`runtime error: slice bounds out of range [:16] with capacity ${capacity}`);
    throw new GoPanic(`runtime error: slice bounds out of range [16:${bytes.length}]`);
  }
  const blocks = bytes.subarray(16);
  if (blocks.length % 16 !== 0) throw new GoPanic("crypto/cipher: input not full blocks");
  const plain = decryptCbc(key, bytes.subarray(0, 16), blocks);
  if (plain.length === 0) throw new GoPanic("runtime error: index out of range [-1]");
  const end = plain.length - plain.at(-1)!;
  checkSlice(plain.length, undefined, end);
  return fromBytes(plain.subarray(0, end));
}

function random(name: string): (count: Int) => string {
  return (count) => {
    if (count <= 0) return "";
    throw cannotCompute(name, RANDOM);
  };
}

const FIELD: Omit<GoField, "go" | "key" | "json"> = {
  type: STRING,
  omitempty: false,
  omitzero: false,
  inline: false,
  embedded: false,
  patchStrategy: [],
  patchMergeKey: "",
};
/** sprig's certificate */
const CERTIFICATE: GoType = {
  kind: "struct",
  name: "sprig.certificate",
  path: "github.com/Masterminds/sprig/v3.certificate",
  fields: ["Cert", "Key"].map((go) => ({ ...FIELD, go, key: go, json: go })),
};

function generated(name: string, params: readonly GoType[]): GoFunction {
  return func(name, params, CERTIFICATE, () => {
    throw cannotCompute(name, "its result is random and depends on the present time");
  });
}

function genPrivateKey(kind: string): string {
  if (!["", "rsa", "dsa", "ecdsa", "ed25519"].includes(kind)) return `Unknown type ${kind}`;
  throw cannotCompute("genPrivateKey", RANDOM);
}

/** sprig's buildCustomCert as far as its inputs are wrong; certificates themselves are not read here. */
function buildCustomCert(cert: string, key: string): never {
  if (typeof decodeBase64(cert) === "number") throw new GoError("unable to decode base64 certificate");
  if (typeof decodeBase64(key) === "number") throw new GoError("unable to decode base64 private key");
  if (!/^-----BEGIN [^\n]*-----[ \t\r]*\n/m.test(fromBytes(decodeBase64(cert) as Uint8Array))) {
    throw new GoError("unable to decode certificate");
  }
  throw cannotCompute("buildCustomCert", "reading certificates is not supported");
}

function randInt(min: Int, max: Int): Int {
  const range = BigInt.asIntN(64, BigInt(max) - BigInt(min));
  if (range <= 0n) throw new GoPanic("invalid argument to Intn");
  if (range === 1n) return min;
  throw cannotCompute("randInt", RANDOM);
}

export const cryptoFunctions: readonly GoFunction[] = [
  func("bcrypt", [STRING], STRING, (password: string) => bcrypt(password, "bcrypt")),
  func("htpasswd", [STRING, STRING], STRING, (user: string, password: string) =>
    user.includes(":") ? `invalid username: ${user}` : `${user}:${bcrypt(password, "htpasswd")}`,
  ),
  // It is made to be slow.
  {
    ...func("derivePassword", [UINT32, STRING, STRING, STRING, STRING], STRING, derivePassword),
    work: () => 1_000_000,
  },
  func("genPrivateKey", [STRING], STRING, genPrivateKey),
  func("buildCustomCert", [STRING, STRING], CERTIFICATE, buildCustomCert),
  generated("genCA", [STRING, INT]),
  generated("genCAWithKey", [STRING, INT, STRING]),
  generated("genSelfSignedCert", [STRING, ANY_SLICE, ANY_SLICE, INT]),
  generated("genSelfSignedCertWithKey", [STRING, ANY_SLICE, ANY_SLICE, INT, STRING]),
  generated("genSignedCert", [STRING, ANY_SLICE, ANY_SLICE, INT, CERTIFICATE]),
  generated("genSignedCertWithKey", [STRING, ANY_SLICE, ANY_SLICE, INT, CERTIFICATE, STRING]),
  func("encryptAES", [STRING, STRING], STRING, (_password: string, text: string) => {
    if (text === "") return "";
    throw cannotCompute("encryptAES", RANDOM);
  }),
  func("decryptAES", [STRING, STRING], STRING, decryptAes),
  ...["randAlphaNum", "randAlpha", "randAscii", "randNumeric"].map((name) => func(name, [INT], STRING, random(name))),
  func("randBytes", [INT], STRING, (count: Int) => {
    if (count < 0) throw new GoPanic("runtime error: makeslice: len out of range");
    return random("randBytes")(count);
  }),
  func("randInt", [INT, INT], INT, randInt),
  func("uuidv4", [], STRING, () => {
    throw cannotCompute("uuidv4", RANDOM);
  }),
  func("shuffle", [STRING], STRING, (s: string) => {
    if (new Set(s).size <= 1) return s;
    throw cannotCompute("shuffle", RANDOM);
  }),
  func("getHostByName", [STRING], STRING, () => {
    throw cannotCompute("getHostByName", "it asks the network");
  }),
];
