/** Templates that never end, or make more of each round than of the one before. */
import { cases, type HostileCase, printing, withTemplate } from "./case";

const twice = (name: string, of: string) =>
  `{{ define "${name}" }}{{ template "${of}" . }}{{ template "${of}" . }}{{ end }}`;

/** Templates each of which runs the one before so many times. */
function tower(height: number, times: number): string {
  const levels = Array.from(
    { length: height },
    (_, i) => `{{ define "t${i + 1}" }}${`{{ template "t${i}" . }}`.repeat(times)}{{ end }}`,
  );
  return `{{ define "t0" }}x{{ end }}${levels.join("")}a: {{ template "t${height}" . }}`;
}

const nested = (depth: number, count: number) =>
  `${`{{ range until ${count} }}`.repeat(depth)}x${"{{ end }}".repeat(depth)}`;

export const PROGRAMS: readonly HostileCase[] = [
  ...cases(
    {
      "two loops in each other": () => withTemplate(nested(2, 100_000)),
      "three loops in each other": () => withTemplate(nested(3, 10_000)),
      "ten loops in each other": () => withTemplate(nested(10, 100)),
      "loops that print nothing": () => withTemplate(nested(2, 100_000).replace("x", "")),
      "a loop over a long list, which it lengthens": () =>
        withTemplate(`{{ $l := until 100000 }}{{ range $l }}{{ $l = concat $l $l }}{{ end }}`),
      "a loop that appends": () =>
        withTemplate(`{{ $l := list }}{{ range until 1000000 }}{{ $l = append $l . }}{{ end }}`),
      "a loop that prepends": () =>
        withTemplate(`{{ $l := list }}{{ range until 1000000 }}{{ $l = prepend $l . }}{{ end }}`),
      "a list of long lists": () =>
        withTemplate(`{{ $l := list }}{{ range until 1000000 }}{{ $l = append $l (until 10000) }}{{ end }}`),
      "a map that grows": () =>
        withTemplate(`{{ $d := dict }}{{ range until 10000000 }}{{ $_ := set $d (toString .) (until 1000) }}{{ end }}`),
      "a map in itself, printed": () => withTemplate(`{{ $d := dict }}{{ $_ := set $d "a" $d }}{{ $d }}`),
      "a map in itself, as JSON": () => withTemplate(`{{ $d := dict }}{{ $_ := set $d "a" $d }}{{ toJson $d }}`),
      "a map in itself, as YAML": () => withTemplate(`{{ $d := dict }}{{ $_ := set $d "a" $d }}{{ toYaml $d }}`),
      "a map in itself, compared": () =>
        withTemplate(`{{ $d := dict }}{{ $_ := set $d "a" $d }}{{ deepEqual $d $d | not }}`),
      "a map in itself, merged": () => withTemplate(`{{ $d := dict }}{{ $_ := set $d "a" $d }}{{ merge (dict) $d }}`),
      "a text that doubles": () =>
        withTemplate(`{{ $s := "aaaaaaaaaaaaaaaa" }}{{ range until 60 }}{{ $s = print $s $s }}{{ end }}{{ len $s }}`),
      "a text that doubles by printf": () =>
        withTemplate(
          `{{ $s := "aaaaaaaaaaaaaaaa" }}{{ range until 60 }}{{ $s = printf "%s%s" $s $s }}{{ end }}{{ len $s }}`,
        ),
      "a text that doubles by replacing": () =>
        withTemplate(`{{ $s := "aa" }}{{ range until 60 }}{{ $s = replace "a" "aaaa" $s }}{{ end }}{{ len $s }}`),
      "a text that doubles by cat": () =>
        withTemplate(`{{ $s := "aaaa" }}{{ range until 60 }}{{ $s = cat $s $s }}{{ end }}{{ len $s }}`),
      "a text that grows by quoting": () =>
        withTemplate(`{{ $s := "\\"" }}{{ range until 60 }}{{ $s = quote $s }}{{ end }}{{ len $s }}`),
      "a text that grows by escaping": () =>
        withTemplate(`{{ $s := "<" }}{{ range until 60 }}{{ $s = urlquery $s $s }}{{ end }}{{ len $s }}`),
      "a list that doubles": () =>
        withTemplate(`{{ $l := list 1 2 3 4 }}{{ range until 60 }}{{ $l = concat $l $l }}{{ end }}{{ len $l }}`),
      "a list in lists that doubles": () =>
        withTemplate(`{{ $l := list 1 }}{{ range until 60 }}{{ $l = list $l $l }}{{ end }}{{ toJson $l }}`),
      "a template that calls itself": () =>
        withTemplate(`{{ define "a1" }}{{ template "a1" . }}{{ end }}{{ template "a1" . }}`),
      "two templates that call each other": () =>
        withTemplate(
          `{{ define "x" }}{{ template "y" . }}{{ end }}{{ define "y" }}{{ template "x" . }}{{ end }}{{ template "x" . }}`,
        ),
      "a template that calls itself twice": () => withTemplate(`${twice("z", "z")}{{ template "z" . }}`),
      "a tower of defines, two of each": () => withTemplate(tower(40, 2)),
      "a tower of defines, a hundred of each": () => withTemplate(tower(6, 100)),
      "a tower that prints nothing": () => withTemplate(tower(40, 2).replace(">x<", "").replace("}}x{{", "}}{{")),
      "output without end": () =>
        withTemplate(`{{ range until 10000000 }}a long line of output: it goes on and on\n{{ end }}`),
      "a line without end": () =>
        withTemplate(`{{ range until 10000000 }}aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa{{ end }}`),
      "variables without end": () => withTemplate(`{{ range until 10000000 }}{{ $a := until 1000 }}{{ end }}`),
    },
    "ends",
  ),
  ...cases({
    "a deep pipeline": () => withTemplate(`a: {{ "a"${" | quote".repeat(2000)} | len }}`),
    "many pipelines": () => withTemplate(`${"{{ 1 }}".repeat(100_000)}`),
    "deep parentheses": () => withTemplate(`a: {{ ${"(".repeat(20_000)}1${")".repeat(20_000)} }}`),
    "deep branches": () => withTemplate(`${"{{ if true }}".repeat(20_000)}${"{{ end }}".repeat(20_000)}`),
    "many branches": () => withTemplate(`{{ if false }}${"{{ else if false }}".repeat(20_000)}{{ end }}`),
    "many defines": () =>
      withTemplate(Array.from({ length: 20_000 }, (_, i) => `{{ define "d${i}" }}x{{ end }}`).join("")),
    "many variables": () => withTemplate(Array.from({ length: 20_000 }, (_, i) => `{{ $v${i} := ${i} }}`).join("")),
    "a long name": () => withTemplate(`{{ .${"a".repeat(1_000_000)} }}`),
    "a long path": () => withTemplate(`{{ .Values${".a".repeat(100_000)} }}`),
    "a long string": () => withTemplate(`a: {{ "${"a".repeat(1_000_000)}" | len }}`),
    "an open action": () => withTemplate(`{{ `.repeat(100_000)),
    "open comments": () => withTemplate(`{{/* `.repeat(100_000)),
    "an open string": () => withTemplate(`{{ "${"a".repeat(1_000_000)}`),
    "only ends": () => withTemplate("{{ end }}".repeat(100_000)),
    "and of many": () => printing(`and ${"1 ".repeat(50_000)}`),
    "or of many": () => printing(`or ${"0 ".repeat(50_000)}`),
    "many arguments": () => printing(`print ${'"a" '.repeat(50_000)}`),
    "many trims": () => withTemplate(`${"{{- 1 -}} ".repeat(50_000)}`),
  }),
];
