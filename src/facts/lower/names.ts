/** The names of one file: each distinct text gets an index. */
export class NameTable {
  readonly names: string[] = [];
  private readonly text: string;
  private readonly indices = new Map<string, number>();

  constructor(text: string) {
    this.text = text;
  }

  /** Returns the index of an identifier in the text, `r#` left out. */
  identifier(start: number, end: number): number {
    if (this.text.charCodeAt(start + 1) === 35 && this.text.startsWith("r#", start)) start += 2;
    return this.span(start, end);
  }

  /** Returns the index of a stretch of the text. */
  span(start: number, end: number): number {
    return this.add(this.text.slice(start, end));
  }

  /** Returns the index of a name. */
  add(name: string): number {
    let index = this.indices.get(name);
    if (index === undefined) {
      index = this.names.length;
      this.names.push(name);
      this.indices.set(name, index);
    }
    return index;
  }
}
