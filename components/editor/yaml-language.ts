import type * as Monaco from "monaco-editor/editor";

export const YAML = "yaml";

/**
 * YAML as this page needs it: read line by line, so that YAML inside block texts is coloured as well, and with the actions of Go
 * templates. (Monaco's own YAML takes `{{` for a flow mapping and loses its way in templates.)
 */
export function registerYaml(monaco: typeof Monaco): void {
  monaco.languages.register({ id: YAML });
  monaco.languages.setLanguageConfiguration(YAML, {
    comments: { lineComment: "#" },
    autoClosingPairs: [
      { open: "{", close: "}" },
      { open: "[", close: "]" },
      { open: '"', close: '"', notIn: ["string"] },
    ],
    folding: { offSide: true },
    onEnterRules: [{ beforeText: /:\s*$/, action: { indentAction: monaco.languages.IndentAction.Indent } }],
  });
  monaco.languages.setMonarchTokensProvider(YAML, {
    // Themes have rules of their own for Monaco's YAML.
    tokenPostfix: ".explorer",
    tokenizer: {
      root: [
        [/\{\{-?\s*\/\*/, "comment", "@templateComment"],
        [/\{\{-?/, "template", "@action"],
        [/^\s*#.*$/, "comment"],
        [/\s+#.*$/, "comment"],
        [/^---.*$/, "operators"],
        [/[\w./$-]+(?=:(?:\s|$))/, "type"],
        [/"(?=[^"]*":(?:\s|$))/, "type", "@quotedKey"],
        [/[-?:|>](?=\s|$)/, "operators"],
        [/[{}[\],]/, "delimiter"],
        [/(?:true|false|null|~)(?=\s*(?:[,}\]]|$))/, "keyword"],
        [/-?\d+(?:\.\d+)?(?=\s*(?:[,}\]]|$))/, "number"],
        [/"/, "string", "@doubleQuoted"],
        [/'(?:[^']|'')*'?/, "string"],
        [/[^\s{}[\],"']+/, "string"],
        [/\s+/, "white"],
        [/./, "string"],
      ],
      quotedKey: [
        [/[^"]+/, "type"],
        [/"/, "type", "@pop"],
      ],
      doubleQuoted: [
        [/\{\{-?/, "template", "@action"],
        [/\\./, "string"],
        [/"/, "string", "@pop"],
        // A quote that is not closed on its line is most likely a mistake: the next line starts anew.
        [/[^"\\{]+$/, "string", "@pop"],
        [/[^"\\{]+|\{/, "string"],
      ],
      action: [
        [/-?\}\}/, "template", "@pop"],
        [/"(?:[^"\\]|\\.)*"|`[^`]*`/, "template.string"],
        [/(?:if|else|end|range|with|define|template|block|break|continue)\b/, "template.keyword"],
        [/\$\w*(?:\.\w+)*|\.[\w.]*/, "template.name"],
        [/\s+/, "white"],
        [/\w+|./, "template"],
      ],
      templateComment: [
        [/\*\/\s*-?\}\}/, "comment", "@pop"],
        [/[^*]+|\*/, "comment"],
      ],
    },
  });
}
