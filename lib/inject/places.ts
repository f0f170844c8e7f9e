import type { Position } from "../source/errors";
import { Lines } from "../source/lines";
import { contentPlaces, type ContentPlace } from "../yaml/content-place";
import { locateMember, locatePointer } from "../yaml/locate";
import type { Located } from "../yaml/node";
import type { YamlDocument, YamlNode } from "../yaml/node";
import { parseYaml } from "../yaml/parse";
import type { Place, Source } from "./api";

/** A text as it was pasted (or one document of it), and where things in it stand. It is read only when somebody asks. */
export class PastedText {
  private document: YamlDocument | null | undefined;
  private lineIndex: Lines | undefined;
  private readonly strings = new Map<string, ContentPlace>();

  constructor(
    readonly source: Source,
    readonly text: string,
    /** The line of the whole pasted text on which `text` begins. */
    readonly firstLine: number,
  ) {}

  /** Where the value at a JSON pointer stands: its key, for a value in a map, and the alias, for what an anchor stands for; the deepest part of the pointer that exists. O(text) once. */
  place(pointer: string): Place {
    const { line, column } = this.placeOf(this.find(pointer));
    return { source: this.source, pointer, line, column };
  }

  /** The whole text's value; undefined where it cannot be read. */
  get root(): Located | undefined {
    const node = this.read()?.root;
    return node && { node };
  }

  /** What stands within a value, by a map's key or a list's index. */
  member({ node }: Located, key: string): Located | undefined {
    return locateMember(this.read()!, node, key);
  }

  /** Where a value stands: its key, for a value in a map. */
  placeOf(found: Located | undefined): Position {
    const node = found?.key ?? found?.node;
    return this.pasted(node ? this.lines.at(node.start) : { line: 1, column: 1 });
  }

  /** Whether there is a value at a JSON pointer. */
  has(pointer: string): boolean {
    return this.find(pointer)?.whole === true;
  }

  /** How the string at a JSON pointer is written; undefined where there is none. */
  styleOf(pointer: string): string | undefined {
    const found = this.find(pointer);
    return found?.whole ? (found.node.target ?? found.node).style : undefined;
  }

  /** A position in this text, as a place in what was pasted. */
  at(position: Position | undefined): Place {
    return { source: this.source, ...this.pasted(position ?? { line: 1, column: 1 }) };
  }

  /** A position inside the string at a JSON pointer, as a place in this text. */
  placeInside(pointer: string, position: Position | undefined): Place {
    if (pointer === "") return this.at(position);
    return position ? this.insideOf(pointer)(position) : this.place(pointer);
  }

  /** The same for many positions: the string is looked up once. */
  insideOf(pointer: string): (position: Position) => Place {
    if (pointer === "") return (position) => this.at(position);
    const found = this.find(pointer);
    if (!found?.whole) return () => this.place(pointer);
    const inside = this.inside(pointer, found.node.target ?? found.node);
    return (position) => {
      const { line, column } = this.pasted(inside(position));
      return { source: this.source, pointer, line, column };
    };
  }

  private inside(pointer: string, node: YamlNode): ContentPlace {
    let places = this.strings.get(pointer);
    if (!places) this.strings.set(pointer, (places = contentPlaces(this.text, node, this.lines)));
    return places;
  }

  private get lines(): Lines {
    return (this.lineIndex ??= new Lines(this.text));
  }

  /** A position in this text as one of the whole pasted text. */
  private pasted(position: Position): Position {
    const { line, column } = this.lines.visible(position);
    return { line: line + this.firstLine - 1, column };
  }

  private find(pointer: string): { node: YamlNode; key?: YamlNode; whole: boolean } | undefined {
    const document = this.read();
    if (!document) return undefined;
    const whole = locatePointer(document, pointer);
    const found = whole ?? locatePointer(document, pointer, true);
    return found && { key: found.key, node: found.node, whole: whole !== undefined };
  }

  private read(): YamlDocument | undefined {
    if (this.document === undefined) {
      try {
        this.document = parseYaml(this.text);
      } catch {
        this.document = null;
      }
    }
    return this.document ?? undefined;
  }
}
