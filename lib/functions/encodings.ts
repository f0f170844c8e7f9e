/** sprig's functions that encode and digest. */
import type { GoFunction } from "../gotemplate/function";
import { toBytes } from "../go/strings";
import { STRING } from "../go/types";
import { decodeBase32, decodeBase64, decodedText, encodeBase32, encodeBase64 } from "../go/base-encodings";
import { func } from "./define";
import { adler32, hex, sha1, sha256, sha512 } from "./hashes";
import type { Libraries } from "./libraries";

/** The functions that encode; sha512sum came with sprig 3.3.0. */
export function encodingFunctions(libraries: Libraries): GoFunction[] {
  const functions = [
    func("b64enc", [STRING], STRING, (s: string) => encodeBase64(toBytes(s))),
    func("b64dec", [STRING], STRING, (s: string) => decodedText(decodeBase64(s), "base64")),
    func("b32enc", [STRING], STRING, (s: string) => encodeBase32(toBytes(s))),
    func("b32dec", [STRING], STRING, (s: string) => decodedText(decodeBase32(s), "base32")),
    func("sha1sum", [STRING], STRING, (s: string) => hex(sha1(toBytes(s)))),
    func("sha256sum", [STRING], STRING, (s: string) => hex(sha256(toBytes(s)))),
    func("adler32sum", [STRING], STRING, (s: string) => String(adler32(toBytes(s)))),
  ];
  if (libraries.sprig !== "3.2.3")
    functions.push(func("sha512sum", [STRING], STRING, (s: string) => hex(sha512(toBytes(s)))));
  return functions;
}
