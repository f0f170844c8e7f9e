import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * The environment of a browser that knows the same fonts on every machine and draws them alike, so that its pictures can be compared.
 * Chinese characters are in none of them: they are boxes of the same width everywhere.
 */
export function sameFonts(): Record<string, string> {
  const folder = mkdtempSync(join(tmpdir(), "explorer-fonts-"));
  const file = join(folder, "fonts.conf");
  const fonts = join(import.meta.dirname, "../node_modules/dejavu-fonts-ttf/ttf");
  const alias = (family: string, prefer: string) =>
    `<alias binding="same"><family>${family}</family><prefer><family>${prefer}</family></prefer></alias>`;
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${fonts}</dir>
  <selectfont><rejectfont>${["Serif", "Condensed", "Math", "Light"].map((name) => `<glob>*${name}*</glob>`).join("")}</rejectfont></selectfont>
  <cachedir>${folder}</cachedir>
  ${alias("sans-serif", "DejaVu Sans")}
  ${alias("system-ui", "DejaVu Sans")}
  ${alias("monospace", "DejaVu Sans Mono")}
  <match target="font">
    <edit name="antialias" mode="assign"><bool>true</bool></edit>
    <edit name="hinting" mode="assign"><bool>false</bool></edit>
    <edit name="rgba" mode="assign"><const>none</const></edit>
  </match>
</fontconfig>
`,
  );
  return { FONTCONFIG_FILE: file };
}
