/** Single calls of functions that would take for ever, or make something huge. */
import { cases, type HostileCase, printing, withTemplate } from "./case";

const HUGE = "9223372036854775807";

export const FUNCTIONS: readonly HostileCase[] = [
  ...cases(
    {
      "repeat a text a billion times": () => printing(`repeat 1000000000 "aaaaaaaa"`),
      "repeat in a loop": () => withTemplate(`{{ range until 1000 }}{{ $_ := repeat 1000000 "aaaaaaaa" }}{{ end }}`),
      "until a billion": () => printing(`until 1000000000`),
      "until the largest number": () => printing(`until ${HUGE}`),
      "untilStep without a step": () => withTemplate(`{{ range untilStep 0 1000000000 1 }}{{ end }}`),
      "seq up to a billion": () => printing(`seq 1 1000000000`),
      "nindent by a billion": () => printing(`nindent 1000000000 "a"`),
      "indent of many lines": () => printing(`indent 100000 (repeat 100000 "a\\n")`),
      "nindent in a loop": () =>
        withTemplate(`{{ $s := "a\\nb" }}{{ range until 60 }}{{ $s = nindent 100000 $s }}{{ end }}`),
      "a billion random letters": () => printing(`randAlphaNum 1000000000`),
      "a billion random bytes": () => printing(`randBytes 1000000000`),
      "wrap into a billion lines": () => printing(`wrapWith 1 (repeat 1000000 "ab") (repeat 1000000 "a")`),
      "split into letters, in a loop": () =>
        withTemplate(`{{ $s := repeat 100000 "a" }}{{ range until 100000 }}{{ $_ := splitList "" $s }}{{ end }}`),
      "sort again and again": () =>
        withTemplate(`{{ $l := until 100000 }}{{ range until 100000 }}{{ $_ := sortAlpha $l }}{{ end }}`),
      "uniq of a long list, again and again": () =>
        withTemplate(`{{ $l := until 10000 }}{{ range until 100000 }}{{ $_ := uniq $l }}{{ end }}`),
      "without, again and again": () =>
        withTemplate(`{{ $l := until 100000 }}{{ range until 100000 }}{{ $_ := without $l 1 2 3 }}{{ end }}`),
      "a certificate authority": () => withTemplate(`{{ range until 100000 }}{{ $_ := genCA "a" 1 }}{{ end }}`),
      keys: () => withTemplate(`{{ range until 100000 }}{{ $_ := genPrivateKey "rsa" }}{{ end }}`),
      "a slow password": () =>
        withTemplate(`{{ range until 100000 }}{{ $_ := derivePassword 1 "long" "a" "b" "c" }}{{ end }}`),
      "a slow hash": () => withTemplate(`{{ range until 100000 }}{{ $_ := bcrypt "a" }}{{ end }}`),
      "hashes of a long text": () =>
        withTemplate(`{{ $s := repeat 1000000 "a" }}{{ range until 100000 }}{{ $_ := sha256sum $s }}{{ end }}`),
      "JSON of a large list, again and again": () =>
        withTemplate(`{{ $l := until 100000 }}{{ range until 100000 }}{{ $_ := toJson $l }}{{ end }}`),
      "YAML read again and again": () =>
        withTemplate(`{{ $s := repeat 10000 "- a\\n" }}{{ range until 100000 }}{{ $_ := fromYaml $s }}{{ end }}`),
    },
    "ends",
  ),
  ...cases({
    "seq by the smallest step": () => printing(`seq 0 1 ${HUGE}`),
    "indent by a billion": () => printing(`indent 1000000000 "a"`),
    "printf with a wide number": () => printing(`printf "%1000000000d" 1`),
    "printf with the widest number": () => printing(`printf "%${HUGE}d" 1`),
    "printf with a wide text": () => printing(`printf "%-1000000000s" "a"`),
    "printf with a wide float": () => printing(`printf "%.1000000000f" 1.5`),
    "printf with a width from its arguments": () => printing(`printf "%*d" 1000000000 1`),
    "printf with many verbs": () => printing(`printf "${"%v".repeat(100_000)}"`),
    "printf with an argument far away": () => printing(`printf "%[1000000000]d" 1`),
    "untilStep backwards": () => printing(`untilStep 0 -1000000000 1`),
    "until below zero": () => printing(`until -1000000000`),
    "substr far away": () => printing(`substr 0 ${HUGE} "a"`),
    "trunc far away": () => printing(`trunc ${HUGE} "a"`),
    "abbrev far away": () => printing(`abbrev ${HUGE} "a"`),
    "the largest sum": () => printing(`add ${HUGE} ${HUGE}`),
    "a division by zero": () => printing(`div 1 0`),
    "a remainder by zero": () => printing(`mod 1 0`),
    "an index far away": () => printing(`index (list 1) ${HUGE}`),
    "an index below zero": () => printing(`index (list 1) -1`),
    "a slice far away": () => printing(`slice (list 1) 0 ${HUGE}`),
    "round to a billion digits": () => printing(`round 1.5 1000000000`),
    "a date at the end of time": () => printing(`date "2006" ${HUGE}`),
    "a long duration": () => printing(`duration ${HUGE}`),
    "a regular expression that would backtrack": () => printing(`regexMatch "^(a+)+$" (print (repeat 50000 "a") "b")`),
    "alternatives that would backtrack": () => printing(`regexMatch "^(a|a|a|a)*$" (print (repeat 50000 "a") "b")`),
    "groups that would backtrack": () => printing(`regexReplaceAll "(.*)(.*)(.*)(.*)x" (repeat 20000 "a") "y"`),
    "a regular expression with a huge count": () => printing(`regexMatch "(a{1000}){1000}" "a"`),
    "counts within counts": () => printing(`regexMatch "((a{100}){100}){100}" "a"`),
    "a long regular expression": () => printing(`regexMatch "${"(a|b)".repeat(20_000)}" "a"`),
    "a deep regular expression": () => printing(`regexMatch "${"(".repeat(5_000)}a${")".repeat(5_000)}" "a"`),
    "classes without end": () => printing(`regexMatch "${"[a-z\\\\pL\\\\pN]".repeat(2_000)}" "a"`),
    "an empty match, all of them": () => printing(`regexFindAll "" (repeat 500000 "a") -1`),
    "a version with long numbers": () => printing(`semverCompare ">1.2.3" "${"9".repeat(100_000)}.1.1"`),
    "a long list of version constraints": () => printing(`semverCompare "${">1.2.3 || ".repeat(20_000)}>1" "1.2.3"`),
    "JSON that is deep": () => printing(`fromJson (print (repeat 500000 "[") (repeat 500000 "]"))`),
    "YAML that is deep": () => printing(`fromYaml (repeat 100000 "[")`),
    "a URL that is long": () => printing(`urlParse (repeat 1000000 "a://")`),
    "base 64 that is none": () => printing(`b64dec (repeat 1000000 "=")`),
    "a template in a template": () => printing(`tpl "{{ range until 10000000 }}{{ end }}" .`),
    "the environment": () => printing(`env "PATH"`),
    "the environment, expanded": () => printing(`expandenv "$PATH $HOME"`),
    "a host name": () => printing(`getHostByName "example.com"`),
  }),
];
