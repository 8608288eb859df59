/** Cuts a protobuf message that comes in chunks into its fields (developers.google.com/protocol-buffers, "Encoding"). */

/** Takes a field of the outermost message: the bytes of one with a length, the number of a plain one. */
export type FieldSink = (field: number, value: Uint8Array | number) => void;

/** The longest field that is read. */
const LONGEST_FIELD = 1 << 28;

/** Bytes of the plain values of fixed length, by wire type. */
const FIXED: Readonly<Record<number, number>> = { 1: 8, 5: 4 };

/** A reader of one message. */
export class ProtoStream {
  private readonly sink: FieldSink;
  /** Bytes of a field that is not whole yet, and how many there must be before it is worth another look. */
  private rest: Uint8Array = new Uint8Array();
  private parts: Uint8Array[] = [];
  private gathered = 0;
  private needed = 0;
  private broken = false;
  /** Bytes of whole fields so far. */
  position = 0;

  constructor(sink: FieldSink) {
    this.sink = sink;
  }

  /** True when everything so far was whole fields. */
  get isWhole(): boolean {
    return !this.broken && this.gathered === 0;
  }

  /** Takes the next bytes. Returns false when what comes can't be a message any more. */
  write(chunk: Uint8Array): boolean {
    if (this.broken) return false;
    this.parts.push(chunk);
    this.gathered += chunk.length;
    if (this.gathered < this.needed) return true;
    const bytes = this.parts.length === 1 ? chunk : Buffer.concat(this.parts);
    const end = this.fields(bytes);
    this.position += end;
    this.rest = bytes.slice(end);
    this.parts = this.rest.length > 0 ? [this.rest] : [];
    this.gathered = this.rest.length;
    return !this.broken;
  }

  /** Hands on the whole fields; returns where they end. */
  private fields(bytes: Uint8Array): number {
    this.needed = 0;
    for (let at = 0; ; ) {
      const tag = varint(bytes, at);
      if (tag === undefined) return at;
      const [field, wire] = [Math.floor(tag.value / 8), tag.value % 8];
      const length = wire === 2 ? varint(bytes, tag.next) : undefined;
      if (wire === 2 && length === undefined) return at;
      const start = length?.next ?? tag.next;
      const plain = wire === 0 ? varint(bytes, start) : undefined;
      if (wire === 0 && plain === undefined) return at;
      const end = plain?.next ?? start + (length?.value ?? FIXED[wire] ?? Number.POSITIVE_INFINITY);
      if (field === 0 || end - at > LONGEST_FIELD) {
        this.broken = true;
        return at;
      }
      if (end > bytes.length) {
        this.needed = end - at;
        return at;
      }
      if (wire === 0) this.sink(field, plain!.value);
      else if (wire === 2) this.sink(field, bytes.subarray(start, end));
      at = end;
    }
  }
}

/** Reads a number in base 128; `undefined` when it is not whole. */
function varint(bytes: Uint8Array, at: number): { readonly value: number; readonly next: number } | undefined {
  let value = 0;
  for (let scale = 1; at < bytes.length; scale *= 128) {
    const byte = bytes[at++]!;
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) return { value, next: at };
  }
  return undefined;
}
