import type { Position } from "../source/errors";
import { Lines } from "../source/lines";
import { contentPlaces, type ContentPlace } from "../yaml/content-place";
import { locatePointer } from "../yaml/locate";
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

  /** Where the value at a JSON pointer stands: its key, for a value in a map; the deepest part of the pointer that exists. O(text) once. */
  place(pointer: string): Place {
    const found = this.find(pointer);
    const node = found?.key ?? found?.node;
    return {
      source: this.source,
      pointer,
      ...this.pasted(node ? this.lines.at(node.start) : { line: 1, column: 1 }),
    };
  }

  /** Whether there is a value at a JSON pointer. */
  has(pointer: string): boolean {
    return this.find(pointer)?.whole === true;
  }

  /** A position in this text, as a place in what was pasted. */
  at(position: Position | undefined): Place {
    return { source: this.source, ...this.pasted(position ?? { line: 1, column: 1 }) };
  }

  /** A position inside the string at a JSON pointer, as a place in this text. */
  placeInside(pointer: string, position: Position | undefined): Place {
    if (pointer === "") return this.at(position);
    const found = this.find(pointer);
    if (!position || !found?.whole) return this.place(pointer);
    return { source: this.source, pointer, ...this.pasted(this.inside(pointer, found.node)(position)) };
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
    if (this.document === undefined) {
      try {
        this.document = parseYaml(this.text);
      } catch {
        this.document = null;
      }
    }
    if (this.document === null) return undefined;
    const whole = locatePointer(this.document, pointer);
    const found = whole ?? locatePointer(this.document, pointer, true);
    return found && { ...found, node: found.node.target ?? found.node, whole: whole !== undefined };
  }
}
